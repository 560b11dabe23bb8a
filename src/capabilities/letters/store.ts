// The tables of letters. Every statement names the district and the village.
import { sql } from 'kysely'
import { manyDistricts } from '../../platform/server/database/plan.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { IssuedThing } from '../../platform/server/issued.ts'
import type { Block, ExplainGap, Gap, Letter, Reserve, Sending } from './letter.ts'
import type { Letterhead } from './letterhead.ts'
import type { InUse, Unused } from './rules.ts'

type LetterTable = {
  district_code: string
  village_code: string
  id: string
  office: Letter['office']
  letterhead_id: string
  enrolment_id: string | null
  kind: string
  classification: string
  series: string
  year: number
  number: number
  text_number: string
  date: string
  subject: string
  addressee: string[]
  body: Letter['body']
  about: Letter['about']
  state: Exclude<Letter['state'], 'draft'>
  /** Of letters sent before each addressee was told apart. */
  sent: (Omit<Sending, 'to' | 'receipt'> & { to?: string }) | null
  receipt: Sending['receipt']
  sendings: readonly Sending[] | null
  acknowledgement: Letter['acknowledgement']
  signatures: NonNullable<Letter['signatures']> | null
  cancellation: Letter['cancellation']
  version: number
}

/** It went to its first addressee, as far as anybody noted. */
const sentBefore = ({ sent, receipt, addressee }: LetterTable): readonly Sending[] =>
  sent ? [{ ...sent, to: sent.to || (addressee[0] ?? ''), receipt }] : []

function letterOf(row: LetterTable): Letter {
  const { id, office, kind, classification, series, year, number, date, subject, addressee, body, about } =
    row
  return {
    id,
    office,
    letterhead: row.letterhead_id,
    enrolment: row.enrolment_id,
    kind,
    classification,
    series,
    year,
    number,
    text: row.text_number,
    date,
    subject,
    addressee,
    body,
    about,
    state: row.state,
    sendings: row.sendings ?? sentBefore(row),
    acknowledgement: row.acknowledgement,
    signatures: row.signatures,
    cancellation: row.cancellation,
    version: row.version,
  }
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
type By = { account: string; now: Date }
type Series = { series: string; year: number }

export function letterStore(tx: Tx, district: string, place: string) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    async find(id: string): Promise<Letter | undefined> {
      const found =
        await sql<LetterTable>`select * from letters.letter where ${here} and id = ${id} for update`.execute(
          tx,
        )
      return found.rows[0] && letterOf(found.rows[0])
    },
    async read(ids: readonly string[]): Promise<Letter[]> {
      const found =
        await sql<LetterTable>`select * from letters.letter where ${here} and id = any(${ids}::uuid[])`.execute(
          tx,
        )
      return found.rows.map(letterOf)
    },
    async ofYear(year: number): Promise<Letter[]> {
      const found = await sql<LetterTable>`select * from letters.letter where ${here} and year = ${year}
        order by series, number`.execute(tx)
      return found.rows.map(letterOf)
    },
    async ofEnrolment(enrolment: string): Promise<Letter[]> {
      const found =
        await sql<LetterTable>`select * from letters.letter where ${here} and enrolment_id = ${enrolment}`.execute(
          tx,
        )
      return found.rows.map(letterOf)
    },
    async add(letter: Letter, { account, now }: By): Promise<void> {
      await sql`insert into letters.letter (district_code, village_code, id, office, letterhead_id, enrolment_id, kind,
          classification, series, year, number, text_number, date, subject, addressee, body, about, state, version,
          created_by, created_at)
        values (${district}, ${place}, ${letter.id}, ${letter.office}, ${letter.letterhead}, ${letter.enrolment},
          ${letter.kind}, ${letter.classification}, ${letter.series}, ${letter.year}, ${letter.number}, ${letter.text},
          ${letter.date}, ${letter.subject}, ${json(letter.addressee)}, ${json(letter.body)}, ${json(letter.about)},
          ${letter.state}, ${letter.version}, ${account}, ${now})`.execute(tx)
    },
    /** What may change of a letter in the book: its state and what was done with it. */
    async change(letter: Letter): Promise<void> {
      await sql`update letters.letter set state = ${letter.state}, sendings = ${json(letter.sendings ?? [])},
          acknowledgement = ${json(letter.acknowledgement)}, signatures = ${json(letter.signatures ?? null)}, cancellation = ${json(letter.cancellation)},
          version = ${letter.version}
        where ${here} and id = ${letter.id}`.execute(tx)
    },
    /** Numbers between two, both included, that letters carry. */
    async given({ series, year }: Series, first: number, last: number): Promise<number[]> {
      const found = await sql<{ number: number }>`select number from letters.letter where ${here}
        and series = ${series} and year = ${year} and number between ${first} and ${last} order by number`.execute(
        tx,
      )
      return found.rows.map((row) => row.number)
    },
    /** The highest number that a letter carries or a block holds; 0 when none. */
    async handedOut({ series, year }: Series): Promise<number> {
      const found = await sql<{ most: number }>`select greatest(
          (select coalesce(max(number), 0) from letters.letter where ${here} and series = ${series} and year = ${year}),
          (select coalesce(max(last), 0) from letters.block where ${here} and series = ${series} and year = ${year})
        ) as most`.execute(tx)
      return Number(found.rows[0]?.most ?? 0)
    },
    async inUse(): Promise<InUse> {
      const found = await sql<{ office: string; year: number }>`
        select distinct office, year from letters.letter where ${here}
        union select distinct office, year from letters.block where ${here}`.execute(tx)
      return found.rows
    },
  }
}

export function blockStore(tx: Tx, district: string, place: string) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    async read(ids: readonly string[]): Promise<Block[]> {
      const found = await sql<
        Omit<Block, 'endedAt'> & { ended: Date | null }
      >`select id, device, account, office, series,
          year, first, last, ended_at as ended
        from letters.block where ${here} and id = any(${ids}::uuid[])`.execute(tx)
      return found.rows.map(({ ended, ...block }) => ({ ...block, endedAt: ended?.toISOString() ?? null }))
    },
    async end(ids: readonly string[], now: Date): Promise<void> {
      await sql`update letters.block set ended_at = ${now} where ${here} and id = any(${[...ids]}::uuid[])`.execute(
        tx,
      )
    },
    async add(block: Block, now: Date): Promise<void> {
      await sql`insert into letters.block (district_code, village_code, id, device, account, office, series, year, first,
          last, reserved_at)
        values (${district}, ${place}, ${block.id}, ${block.device}, ${block.account}, ${block.office}, ${block.series},
          ${block.year}, ${block.first}, ${block.last}, ${now})`.execute(tx)
    },
    /** Numbers that an account holds, no letter carries and nobody closed with a reason: on this device, and on all. */
    async unused(of: Pick<Reserve, 'device' | 'series' | 'year'>, account: string): Promise<Unused> {
      const found = await sql<Unused>`select coalesce(sum(unused), 0)::int as account,
          coalesce(sum(unused) filter (where device = ${of.device}), 0)::int as device
        from (select b.device, b.last - b.first + 1 - (select count(*) from letters.letter l
            where l.district_code = ${district} and l.village_code = ${place} and l.series = b.series
              and l.year = b.year and l.number between b.first and b.last)
            - (select coalesce(sum(least(g.last, b.last) - greatest(g.first, b.first) + 1), 0) from letters.gap g
              where g.district_code = ${district} and g.village_code = ${place} and g.series = b.series
                and g.year = b.year and g.first <= b.last and g.last >= b.first) as unused
          from letters.block b where b.district_code = ${district} and b.village_code = ${place}
            and b.account = ${account} and b.ended_at is null and b.series = ${of.series} and b.year = ${of.year}) held`.execute(
        tx,
      )
      return found.rows[0] ?? { device: 0, account: 0 }
    },
  }
}

/** Blocks of an account with numbers that no letter carries, in all villages that the scope reaches. */
export async function heldBlocks(tx: Tx, account: string): Promise<IssuedThing[]> {
  const found = await sql<IssuedThing>`${sql.raw(manyDistricts)}
    select b.id, b.village_code as place, b.first || '–' || b.last || ' (' || b.year || ')' as name, b.reserved_at as since
    from letters.block b where b.account = ${account} and b.ended_at is null
      and b.last - b.first + 1 > (select count(*) from letters.letter l
        where l.district_code = b.district_code and l.village_code = b.village_code and l.series = b.series
          and l.year = b.year and l.number between b.first and b.last)
    order by b.reserved_at, b.id`.execute(tx)
  return found.rows
}

type GapTable = Omit<Gap, 'on'> & { explained_on: string }

export function gapStore(tx: Tx, district: string, place: string) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    async read(ids: readonly string[]): Promise<Gap[]> {
      const found =
        await sql<GapTable>`select * from letters.gap where ${here} and id = any(${ids}::uuid[])`.execute(tx)
      return found.rows.map(({ id, series, year, first, last, reason, explained_on: on }) => ({
        id,
        series,
        year,
        first,
        last,
        reason,
        on,
      }))
    },
    async overlaps({ series, year, first, last }: ExplainGap): Promise<boolean> {
      const found = await sql<{ id: string }>`select id from letters.gap where ${here} and series = ${series}
        and year = ${year} and first <= ${last} and last >= ${first} limit 1`.execute(tx)
      return found.rows.length > 0
    },
    async add(gap: Gap, account: string): Promise<void> {
      await sql`insert into letters.gap (district_code, village_code, id, series, year, first, last, reason, explained_on,
          created_by)
        values (${district}, ${place}, ${gap.id}, ${gap.series}, ${gap.year}, ${gap.first}, ${gap.last}, ${gap.reason},
          ${gap.on}, ${account})`.execute(tx)
    },
  }
}

type HeadTable = {
  id: string
  office: Letterhead['office']
  version: number
  content: Omit<Letterhead, 'id' | 'office' | 'version'>
}
const headOf = ({ id, office, version, content }: HeadTable): Letterhead => ({
  id,
  office,
  version,
  ...content,
})

export function letterheadStore(tx: Tx, district: string, place: string) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    /** The newest of each office. */
    async current(): Promise<Letterhead[]> {
      const found = await sql<HeadTable>`select distinct on (office) id, office, version, content
        from letters.letterhead where ${here} order by office, version desc`.execute(tx)
      return found.rows.map(headOf)
    },
    async read(ids: readonly string[]): Promise<Letterhead[]> {
      const found = await sql<HeadTable>`select id, office, version, content from letters.letterhead
        where ${here} and id = any(${ids}::uuid[])`.execute(tx)
      return found.rows.map(headOf)
    },
    async add({ id, office, version, ...content }: Letterhead, { account, now }: By): Promise<void> {
      await sql`insert into letters.letterhead (district_code, village_code, id, office, version, content, created_by,
          created_at)
        values (${district}, ${place}, ${id}, ${office}, ${version}, ${json(content)}, ${account}, ${now})`.execute(
        tx,
      )
    },
  }
}
