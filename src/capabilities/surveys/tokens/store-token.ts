// The table of tokens. The secret itself is not kept: its digest finds the token of a survey.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { manyDistricts } from '../../../platform/server/database/plan.ts'
import type { Tx } from '../../../platform/server/db.ts'
import type { IssuedThing } from '../../../platform/server/issued.ts'
import type { At } from '../store-survey.ts'
import type { IssueToken, TokenRow } from './token.ts'

type Found = Omit<TokenRow, 'madeAt' | 'expiresAt' | 'endedAt' | 'version'> & {
  madeAt: Date
  expiresAt: Date
  endedAt: Date | null
}

const rowOf = ({ madeAt, expiresAt, endedAt, ...row }: Found): TokenRow => ({
  ...row,
  madeAt: madeAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  version: endedAt === null ? 1 : 2,
})

/** SHA-256: of 256 random bits nobody guesses one, and a digest that is looked up by an index tells nothing by its time. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const columns = sql`id, survey_id as survey, name, account, personal, made_at as "madeAt", expires_at as "expiresAt",
  ended_at as "endedAt"`

/** Of a read; `at` and `from` are null before the first. */
export type TokenUse = { id: string; account: string; at: Date | null; from: string | null }
export type Reader = Pick<TokenRow, 'id' | 'account' | 'personal'> & {
  expiresAt: Date
  endedAt: Date | null
  usedAt: Date | null
  usedFrom: string | null
}

export function tokenStore({ tx, place, district }: At) {
  const here = sql`district_code = ${district} and village_code = ${place}`
  return {
    async many(ids: readonly string[]): Promise<TokenRow[]> {
      const found = await sql<Found>`select ${columns} from surveys.token
        where ${here} and id = any(${[...ids]}::uuid[])`.execute(tx)
      return found.rows.map(rowOf)
    },
    /** How many of an account still read the survey. */
    async running(survey: string, account: string, now: Date): Promise<number> {
      const found = await sql<{ count: number }>`select count(*)::int as count from surveys.token
        where ${here} and survey_id = ${survey} and account = ${account} and ended_at is null
          and expires_at > ${now}`.execute(tx)
      return found.rows[0]?.count ?? 0
    },
    async add({ id, survey, name, days, personal, secret }: IssueToken, by: string, now: Date) {
      await sql`insert into surveys.token (district_code, village_code, id, survey_id, account, name, personal,
          secret_sha256, made_at, expires_at)
        values (${district}, ${place}, ${id}, ${survey}, ${by}, ${name}, ${personal}, ${digestOf(secret)}, ${now},
          ${new Date(now.getTime() + days * 86_400_000)})`.execute(tx)
    },
    async bySecret(survey: string, secret: string): Promise<Reader | null> {
      const found =
        await sql<Reader>`select id, account, personal, expires_at as "expiresAt", ended_at as "endedAt",
          used_at as "usedAt", used_from as "usedFrom" from surveys.token
        where ${here} and survey_id = ${survey} and secret_sha256 = ${digestOf(secret)}`.execute(tx)
      return found.rows[0] ?? null
    },
    async noteUse(id: string, from: string, now: Date): Promise<void> {
      await sql`update surveys.token set used_at = ${now}, used_from = ${from}
        where ${here} and id = ${id} and ended_at is null`.execute(tx)
    },
    async uses(survey: string): Promise<TokenUse[]> {
      const found =
        await sql<TokenUse>`select id, account, used_at as at, used_from as "from" from surveys.token
        where ${here} and survey_id = ${survey} order by made_at desc, id limit 200`.execute(tx)
      return found.rows
    },
    async end(ids: readonly string[], now: Date): Promise<void> {
      await sql`update surveys.token set ended_at = ${now}
        where ${here} and id = any(${[...ids]}::uuid[]) and ended_at is null`.execute(tx)
    },
  }
}

export type IssuedToken = IssuedThing & { personal: boolean }

/** Those of an account that still read, in all villages that the scope reaches. */
export async function tokensOf(tx: Tx, account: string, now: Date): Promise<IssuedToken[]> {
  const found = await sql<IssuedToken>`${sql.raw(manyDistricts)}
    select id, village_code as place, name, made_at as since, personal from surveys.token
    where account = ${account} and ended_at is null and expires_at > ${now} order by made_at, id`.execute(tx)
  return found.rows
}
