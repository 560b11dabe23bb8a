// The tables of what came in: letters of others, and documents that decide.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { DecisionDocument } from './document.ts'
import type { Incoming } from './incoming.ts'

type By = { account: string; now: Date }
type Kept<T> = { id: string; enrolment: string | null; version: number; content: T }
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

type IncomingContent = Omit<Incoming, 'id' | 'enrolment' | 'version' | 'year' | 'agenda'>
type IncomingRow = Kept<IncomingContent> & { year: number; agenda: number }
const incomingOf = ({ content, ...row }: IncomingRow): Incoming => ({ ...row, ...content })
const incomingContent = ({
  id: _,
  enrolment: __,
  version: ___,
  year: ____,
  agenda: _____,
  ...content
}: Incoming) => content

const incomingColumns = sql`id, enrolment_id as enrolment, year, agenda, content, version`

export function incomingStore(tx: Tx, district: string, place: string) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    async read(ids: readonly string[]): Promise<Incoming[]> {
      const found =
        await sql<IncomingRow>`select ${incomingColumns} from letters.incoming where ${here} and id = any(${ids}::uuid[])`.execute(
          tx,
        )
      return found.rows.map(incomingOf)
    },
    async ofEnrolment(enrolment: string): Promise<Incoming[]> {
      const found =
        await sql<IncomingRow>`select ${incomingColumns} from letters.incoming where ${here} and enrolment_id = ${enrolment}`.execute(
          tx,
        )
      return found.rows.map(incomingOf)
    },
    async nextAgenda(year: number): Promise<number> {
      const found = await sql<{
        last: number
      }>`select coalesce(max(agenda), 0)::int as last from letters.incoming
        where ${here} and year = ${year}`.execute(tx)
      return (found.rows[0]?.last ?? 0) + 1
    },
    async add(row: Incoming, { account, now }: By): Promise<void> {
      await sql`insert into letters.incoming (district_code, village_code, id, enrolment_id, year, agenda, content, version,
          created_by, created_at)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${row.year}, ${row.agenda},
          ${json(incomingContent(row))}, ${row.version}, ${account}, ${now})`.execute(tx)
    },
    async change(row: Incoming): Promise<void> {
      await sql`update letters.incoming set content = ${json(incomingContent(row))}, version = ${row.version}
        where ${here} and id = ${row.id}`.execute(tx)
    },
  }
}

type DocumentContent = Omit<DecisionDocument, 'id' | 'enrolment' | 'version' | 'kind'>
type DocumentRow = Kept<DocumentContent> & { enrolment: string; kind: string }
const documentOf = ({ content, ...row }: DocumentRow): DecisionDocument => ({ ...row, ...content })
const documentContent = ({ id: _, enrolment: __, version: ___, kind: ____, ...content }: DecisionDocument) =>
  content

const documentColumns = sql`id, enrolment_id as enrolment, kind, content, version`

export function documentStore(tx: Tx, district: string, place: string) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    async read(ids: readonly string[]): Promise<DecisionDocument[]> {
      const found =
        await sql<DocumentRow>`select ${documentColumns} from letters.document where ${here} and id = any(${ids}::uuid[])`.execute(
          tx,
        )
      return found.rows.map(documentOf)
    },
    async ofEnrolment(enrolment: string): Promise<DecisionDocument[]> {
      const found =
        await sql<DocumentRow>`select ${documentColumns} from letters.document where ${here} and enrolment_id = ${enrolment}`.execute(
          tx,
        )
      return found.rows.map(documentOf)
    },
    async add(row: DecisionDocument, { account, now }: By): Promise<void> {
      await sql`insert into letters.document (district_code, village_code, id, enrolment_id, kind, content, version,
          created_by, created_at)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${row.kind}, ${json(documentContent(row))},
          ${row.version}, ${account}, ${now})`.execute(tx)
    },
    async change(row: DecisionDocument): Promise<void> {
      await sql`update letters.document set content = ${json(documentContent(row))}, version = ${row.version}
        where ${here} and id = ${row.id}`.execute(tx)
    },
  }
}
