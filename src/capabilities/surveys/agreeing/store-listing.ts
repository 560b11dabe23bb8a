// Lists, what people changed in them, and objections to them. What names somebody is sealed.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import type { DecisionRow, ListingRow, ObjectionRow } from '../listing.ts'

export type At = { tx: Tx; district: string; place: string }

type Body = Pick<ListingRow, 'shown' | 'adopted' | 'ranked'> & {
  revised?: { on: string; by: string } | null | undefined
}
type ListingSecret = { spoken: ListingRow['spoken']; why: string }
type Stored = Omit<ListingRow, keyof Body> & { body: Body; sealed: Buffer | null }

export function listingStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>, vault: Vault | null = null): Promise<ListingRow[]> {
    const found =
      await sql<Stored>`select id, survey_id as survey, households, method, note, edition, body, sealed,
        version from surveys.listing
      where district_code = ${district} and village_code = ${place} and ${where}`.execute(tx)
    const sealed = new Map(found.rows.flatMap((row) => (row.sealed ? [[row.id, row.sealed] as const] : [])))
    const opened = vault ? await vault.openMany<ListingSecret>(tx, district, place, sealed) : new Map()
    return found.rows.map(({ body, sealed: _, ...row }) => {
      const { spoken = [], why = '' } = (opened.get(row.id) as ListingSecret | undefined) ?? {}
      const { shown = null, adopted = [], ranked = '', revised = null } = body
      const reason = revised && { ...revised, reason: why }
      return { ...row, shown, adopted, ranked, spoken, revised: reason }
    })
  }
  return {
    /** Whole, with what is sealed, where the vault is given. */
    many: (ids: readonly string[], vault: Vault | null = null) =>
      read(sql`id = any(${[...ids]}::uuid[])`, vault),
    ofSurveys: (surveys: readonly string[], vault: Vault | null = null) =>
      read(sql`survey_id = any(${[...surveys]}::uuid[])`, vault),
    /** Stores a list that was read whole, or is new. */
    async put(row: ListingRow, vault: Vault): Promise<void> {
      const { shown = null, adopted = [], ranked = '', revised = null, spoken = [] } = row
      const body: Body = { shown, adopted, ranked, revised: revised && { on: revised.on, by: revised.by } }
      const secret: ListingSecret = { spoken, why: revised?.reason ?? '' }
      const sealed = await vault.seal(tx, { district, place, subject: row.id }, secret)
      await sql`insert into surveys.listing (district_code, village_code, id, survey_id, households, method, note, edition,
          body, sealed, version)
        values (${district}, ${place}, ${row.id}, ${row.survey}, ${JSON.stringify(row.households)}::jsonb, ${row.method},
          ${row.note}, ${row.edition ?? 1}, ${JSON.stringify(body)}::jsonb, ${sealed}, ${row.version})
        on conflict (district_code, id) do update set households = excluded.households, method = excluded.method,
          note = excluded.note, edition = excluded.edition, body = excluded.body, sealed = excluded.sealed,
          version = excluded.version`.execute(tx)
    },
  }
}

type StoredDecision = Omit<DecisionRow, 'reason'> & { sealed: Buffer }

export function decisionStore({ tx, district, place }: At) {
  const at = sql`d.district_code = ${district} and d.village_code = ${place}`
  return {
    async many(ids: readonly string[], vault: Vault | null): Promise<DecisionRow[]> {
      const found = await sql<StoredDecision>`select d.id, d.listing_id as listing, l.survey_id as survey,
          d.household_id as household, d.taken_in as "takenIn", d.edition, to_char(d.decided_on, 'YYYY-MM-DD') as "on",
          d.decided_by as by, d.sealed
        from surveys.decision d join surveys.listing l on l.district_code = ${district} and l.village_code = ${place}
          and l.id = d.listing_id
        where ${at} and d.id = any(${[...ids]}::uuid[]) order by d.id`.execute(tx)
      const reasons = vault ? await this.open(vault, found.rows) : new Map<string, string>()
      return found.rows.map(({ sealed: _, ...row }) => ({ ...row, reason: reasons.get(row.id) ?? '' }))
    },
    /** Each household has one key: where more was decided about it, they are opened one round after another. */
    async open(vault: Vault, rows: readonly StoredDecision[]): Promise<Map<string, string>> {
      const reasons = new Map<string, string>()
      for (let left = [...rows]; left.length > 0; ) {
        const round = new Map(left.map((row) => [row.household, row] as const))
        const sealed = new Map([...round].map(([household, row]) => [household, row.sealed]))
        const opened = await vault.openMany<string>(tx, district, place, sealed)
        for (const [household, row] of round) reasons.set(row.id, opened.get(household) ?? '')
        left = left.filter((row) => !reasons.has(row.id))
      }
      return reasons
    },
    async count(listing: string): Promise<number> {
      const found = await sql<{ many: number }>`select count(*)::int as many from surveys.decision d
        where ${at} and d.listing_id = ${listing}`.execute(tx)
      return found.rows[0]?.many ?? 0
    },
    async add(row: DecisionRow, vault: Vault): Promise<void> {
      const sealed = await vault.seal(tx, { district, place, subject: row.household }, row.reason)
      await sql`insert into surveys.decision (district_code, village_code, id, listing_id, household_id, taken_in, edition,
          decided_on, decided_by, sealed)
        values (${district}, ${place}, ${row.id}, ${row.listing}, ${row.household}, ${row.takenIn}, ${row.edition}, ${row.on},
          ${row.by}, ${sealed})`.execute(tx)
    },
  }
}

type Words = {
  family: string
  objector: string
  objection: string
  answers: { reason: string; decidedBy: string }[]
}
type StoredObjection = Omit<ObjectionRow, 'family' | 'objector' | 'objection'> & { sealed: Buffer }

export function objectionStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>, vault: Vault | null): Promise<ObjectionRow[]> {
    const found =
      await sql<StoredObjection>`select o.id, o.listing_id as listing, l.survey_id as survey, o.about,
        o.household_id as household, o.edition, to_char(o.brought_on, 'YYYY-MM-DD') as "on", o.late, o.answers, o.sealed,
        o.version
      from surveys.objection o join surveys.listing l on l.district_code = ${district} and l.village_code = ${place}
        and l.id = o.listing_id
      where o.district_code = ${district} and o.village_code = ${place} and ${where} order by o.id`.execute(
        tx,
      )
    const sealed = new Map(found.rows.map((row) => [row.id, row.sealed]))
    const opened = vault ? await vault.openMany<Words>(tx, district, place, sealed) : new Map<string, Words>()
    return found.rows.map(({ sealed: _, ...row }) => {
      const { family = '', objector = '', objection = '', answers = [] } = opened.get(row.id) ?? {}
      const said = row.answers.map((each, at) => ({
        ...each,
        ...{ reason: answers[at]?.reason ?? '', decidedBy: answers[at]?.decidedBy ?? '' },
      }))
      return { ...row, family, objector, objection, answers: said }
    })
  }
  const secretOf = ({ family, objector, objection, answers }: ObjectionRow): Words => ({
    ...{ family, objector, objection },
    answers: answers.map(({ reason, decidedBy }) => ({ reason, decidedBy })),
  })
  return {
    many: (ids: readonly string[], vault: Vault | null) => read(sql`o.id = any(${[...ids]}::uuid[])`, vault),
    ofListings: (listings: readonly string[], vault: Vault | null = null) =>
      read(sql`o.listing_id = any(${[...listings]}::uuid[])`, vault),
    async put(row: ObjectionRow, vault: Vault): Promise<void> {
      const sealed = await vault.seal(tx, { district, place, subject: row.id }, secretOf(row))
      const answers = row.answers.map(({ reason: _, decidedBy: __, ...open }) => open)
      await sql`insert into surveys.objection (district_code, village_code, id, listing_id, about, household_id, edition,
          brought_on, late, answers, sealed, version)
        values (${district}, ${place}, ${row.id}, ${row.listing}, ${row.about}, ${row.household}, ${row.edition}, ${row.on},
          ${row.late}, ${JSON.stringify(answers)}::jsonb, ${sealed}, ${row.version})
        on conflict (district_code, id) do update set answers = excluded.answers, sealed = excluded.sealed,
          version = excluded.version`.execute(tx)
    },
  }
}
