// What screens list: people with roles below a place, my account, somebody's devices.
import { type RawBuilder, sql } from 'kysely'
import { nation } from '../../kernel/place-code.ts'
import type { Role } from '../../kernel/role.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { Colleague, OpenInvitation, OwnDevice, OwnHolding } from './account.ts'
import { appointingJson } from './session-store.ts'

export const pageMost = 100

/**
 * The place itself and what lies below it, by an index: "/" is the sign after ".", and these operators compare sign by
 * sign, whatever language the database sorts by.
 */
const below = (column: RawBuilder<unknown>, place: string) =>
  place === nation
    ? sql`true`
    : sql`(${column} = ${place} or (${column} ~>~ ${`${place}.`} and ${column} ~<~ ${`${place}/`}))`
/** Who stands behind a role. */
const standing = sql`h.confirmed_at is not null as confirmed, h.suspended_at is not null as suspended, h.granted_by as "givenBy",
  ${appointingJson('g', 'h.granted_as', 'h.since')} as given, ${appointingJson('c', 'h.confirmed_as', 'h.confirmed_at')} as "confirmedBy"`
const andStanding = sql`left join accounts.account g on g.id = h.granted_by left join accounts.account c on c.id = h.confirmed_by`
const likeText = (typed: string) => `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

export async function peopleAt(
  tx: Tx,
  place: string,
  asked: { search: string; role: Role | null; after: string; waiting: boolean },
): Promise<{ people: Colleague[]; next: string | null }> {
  const [afterName = '', afterId = ''] = asked.after === '' ? [] : splitAfter(asked.after)
  const found = await sql<Colleague & { since: Date | string }>`
    select h.id as holding, a.id as account, a.name, a.user_name as user, h.role, h.place, h.agency, h.since,
      a.seen_on as "seenOn", a.second_factor_since is not null as "secondFactor", a.disabled_at is not null as disabled, a.version,
      ${standing}
    from accounts.holding h join accounts.account a on a.id = h.account_id ${andStanding}
    where h.ended_at is null and ${below(sql`h.place`, place)}
      and (${asked.search} = '' or a.name ilike ${likeText(asked.search)} or a.user_name ilike ${likeText(asked.search)})
      and (${asked.role}::text is null or h.role = ${asked.role})
      and (not ${asked.waiting} or h.confirmed_at is null)
      and (a.name, h.id::text) > (${afterName}, ${afterId})
    order by a.name, h.id::text limit ${pageMost + 1}`.execute(tx)
  const people = found.rows
    .slice(0, pageMost)
    .map((row) => ({ ...row, since: new Date(row.since).toISOString() }))
  const last = people.at(-1)
  return { people, next: found.rows.length > pageMost && last ? `${last.holding}|${last.name}` : null }
}

function splitAfter(after: string): [name: string, id: string] {
  const cut = after.indexOf('|')
  return [after.slice(cut + 1), after.slice(0, cut)]
}

export async function invitationsAt(tx: Tx, place: string, now: Date): Promise<OpenInvitation[]> {
  const found = await sql<OpenInvitation & { expires: Date }>`
    select i.id, i.role, i.place, i.agency, i.name_hint as "nameHint", coalesce(a.name, '') as "madeBy", i.expires_at as expires,
      i.account_id is not null as "toAccount"
    from accounts.invitation i left join accounts.account a on a.id = i.made_by
    where i.used_at is null and i.withdrawn_at is null and i.expires_at > ${now} and ${below(sql`i.place`, place)}
    order by i.made_at desc limit ${pageMost}`.execute(tx)
  return found.rows.map((row) => ({ ...row, expires: row.expires.toISOString() }))
}

type DeviceRow = {
  id: string
  name: string
  seen: Date
  hasRecovery: boolean
  revoked: Date | null
  sessions: number
}

export async function devicesOf(tx: Tx, account: string, now: Date): Promise<Omit<OwnDevice, 'current'>[]> {
  const found = await sql<DeviceRow>`
    select d.id, d.name, d.seen_at as seen, d.recovery is not null as "hasRecovery", d.revoked_at as revoked,
      (select count(*)::int from accounts.session s where s.account_id = d.account_id and s.device_id = d.id
        and s.revoked_at is null and s.expires_at > ${now}) as sessions
    from accounts.device d where d.account_id = ${account} order by d.seen_at desc, d.id limit ${pageMost}`.execute(
    tx,
  )
  return found.rows.map((row) => ({
    ...row,
    seen: row.seen.toISOString(),
    revoked: row.revoked?.toISOString() ?? null,
  }))
}

export async function deviceExists(tx: Tx, account: string, device: string): Promise<boolean> {
  const found =
    await sql`select 1 from accounts.device where account_id = ${account} and id = ${device}`.execute(tx)
  return found.rows.length > 0
}

/** The roles of an account, wherever they are held, with who stands behind them. */
export async function ownHoldings(tx: Tx, account: string): Promise<OwnHolding[]> {
  const found = await sql<OwnHolding & { since: Date }>`
    select h.id, h.role, h.place, h.agency, h.since, ${standing} from accounts.reach_of(${account}) h ${andStanding}
    where h.ended_at is null order by h.since, h.id`.execute(tx)
  return found.rows.map((row) => ({ ...row, since: row.since.toISOString() }))
}

export type MineRow = { id: string; name: string; user: string; phone: string | null; since: Date | null }

export async function mineRow(tx: Tx, account: string): Promise<MineRow | null> {
  const found =
    await sql<MineRow>`select id, name, user_name as user, accounts.own_phone() as phone, second_factor_since as since
    from accounts.account where id = ${account}`.execute(tx)
  return found.rows[0] ?? null
}
