// Accounts, what they hold, and the codes by which they join or come back.
import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import { type AgencyOf, controllingRoles, type Holding, type Role, type Vouch } from '../../kernel/role.ts'
import type { Db, Tx } from '../../platform/server/db.ts'

export type Any = Db | Tx
export type Reach = Holding & {
  id: string
  since: Date
  grantedBy: string | null
  doubtedBy: string | null
  endedAt: Date | null
  suspendedAt: Date | null
}
/** In which role somebody gave or confirmed one. */
export type As = { role: Role; place: string }
export const asOf = (held: Holding | undefined): As | null =>
  held ? { role: held.role, place: held.place } : null
/** A row's role as people hold it: without an agency where it is of none. */
export const heldAs = ({ role, place, agency }: Pick<Invitation, 'role' | 'place' | 'agency'>): Holding => ({
  ...{ role, place },
  ...(agency ? { agency } : {}),
})
/** As its holder holds it: with who stands for it. */
export const vouchedAs = (
  row: Pick<Invitation, 'role' | 'place' | 'agency'> & { vouch: Vouch },
): Holding => ({
  ...heldAs(row),
  vouch: row.vouch,
})
const json = (value: object | null | undefined) => sql`${value ? JSON.stringify(value) : null}::jsonb`
export type AccountRow = { id: string; name: string; user: string; disabledAt: Date | null; version: number }

export type NewAccount = {
  id: string
  name: string
  user: string
  phone: string | null
  passwordHash: string
  graceUntil: Date | null
}

export async function insertAccount(tx: Any, account: NewAccount, now: Date): Promise<void> {
  await sql`insert into accounts.account (id, name, user_name, phone, created_at, version)
    values (${account.id}, ${account.name}, ${account.user}, ${account.phone}, ${now}, 1)`.execute(tx)
  await sql`insert into accounts.credential (account_id, password_hash, password_set_at, grace_until)
    values (${account.id}, ${account.passwordHash}, ${now}, ${account.graceUntil})`.execute(tx)
}

/** Says who stands for a role that nobody stood for; null: who keeps the server, at the server. Gives whether it is new. */
export async function confirmHolding(
  tx: Any,
  id: string,
  by: { account: string | null; as: As | null },
  now: Date,
): Promise<boolean> {
  const done = await sql`update accounts.holding
    set confirmed_at = ${now}, confirmed_by = ${by.account}, confirmed_as = ${json(by.as)}, doubted_by = null
    where id = ${id} and confirmed_at is null returning id`.execute(tx)
  return done.rows.length > 0
}

/** Nobody stands for these roles any more: somebody else may hold the account now; `maybe`: who made that possible. */
export async function unconfirmHoldings(tx: Any, ids: string[], maybe: string | null): Promise<void> {
  await sql`update accounts.holding set confirmed_at = null, confirmed_by = null, confirmed_as = null, doubted_by = ${maybe}
    where id = any(${ids}::uuid[])`.execute(tx)
}

/** Those who gave an account a controlling role, and who gave one to them. */
export async function lineOf(tx: Any, account: string): Promise<string[]> {
  const found = await sql<{ who: string }>`
    select who from accounts.line_of(${account}, ${[...controllingRoles]}::text[]) as who`.execute(tx)
  return found.rows.map(({ who }) => who)
}

/** Which of a new account's marks are taken already: ask only behind a code that was right. */
export async function takenMarks(tx: Any, user: string, phone: string | null): Promise<('user' | 'phone')[]> {
  const found = await sql<{ same_user: boolean; same_phone: boolean }>`
    select bool_or(user_name = ${user}) as same_user, bool_or(phone is not distinct from ${phone}::text and phone is not null) as same_phone
    from accounts.account where user_name = ${user} or phone = ${phone}`.execute(tx)
  const row = found.rows[0]
  return [...(row?.same_user ? (['user'] as const) : []), ...(row?.same_phone ? (['phone'] as const) : [])]
}

type Given = Holding & {
  id?: string
  account: string
  grantedBy: string | null
  /** In which role it was given; null: at the server. */
  grantedAs: As | null
  /** The giver stands for it. */
  confirmed: boolean
}

/** Gives a role; nothing changes when it is held there already. Gives whether it is new. */
export async function insertHolding(tx: Any, holding: Given, now: Date): Promise<boolean> {
  const { id = newId(), account, role, place, grantedBy, agency, confirmed } = holding
  const as = json(holding.grantedAs)
  const done = await sql<{ id: string }>`
    insert into accounts.holding (id, account_id, role, place, granted_by, granted_as, since, agency,
      confirmed_at, confirmed_by, confirmed_as)
    values (${id}, ${account}, ${role}, ${place}, ${grantedBy}, ${as}, ${now}, ${json(agency)},
      ${confirmed ? now : null}, ${confirmed ? grantedBy : null}, ${confirmed ? as : json(null)})
    on conflict (account_id, role, place, (coalesce(agency ->> 'id', ''))) where ended_at is null do nothing returning id`.execute(
    tx,
  )
  return done.rows.length > 0
}

export async function accountRow(tx: Any, id: string): Promise<AccountRow | null> {
  const found = await sql<AccountRow>`select id, name, user_name as user, disabled_at as "disabledAt", version
    from accounts.account where id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}

/** Everything an account holds or held, anywhere. */
export async function reachOf(tx: Any, account: string): Promise<Reach[]> {
  const found = await sql<Reach & Pick<Invitation, 'agency'> & { vouch: Vouch }>`
    select id, role, place, since, granted_by as "grantedBy", doubted_by as "doubtedBy", ended_at as "endedAt",
      suspended_at as "suspendedAt", agency,
      case when confirmed_at is not null then jsonb_build_object('by', confirmed_by) end as vouch
    from accounts.reach_of(${account}) order by since, id`.execute(tx)
  return found.rows.map(({ agency, ...row }) => ({ ...row, ...vouchedAs({ ...row, agency }) }))
}

/** What somebody may act by now. */
export const running = (reach: readonly Reach[]): Reach[] =>
  reach.filter((held) => held.endedAt === null && held.suspendedAt === null)

/** The holdings a rule about the person looks at: those that have not ended, or if there is none, the ended ones. */
export function holdingsThatCount(reach: readonly Reach[]): Reach[] {
  const open = reach.filter((held) => held.endedAt === null)
  return open.length > 0 ? open : [...reach]
}

export async function othersHolding(tx: Any, account: string, holding: Holding): Promise<number> {
  const found = await sql<{ others: number }>`
    select accounts.others_holding(${account}, ${holding.role}, ${holding.place}) as others`.execute(tx)
  return found.rows[0]?.others ?? 0
}

export async function endHoldingRow(tx: Any, holding: string, by: string, now: Date): Promise<void> {
  await sql`update accounts.holding set ended_at = ${now}, ended_by = ${by} where id = ${holding} and ended_at is null`.execute(
    tx,
  )
}

/** Suspends a role (a time) or gives it back (null); false when it was so already. */
export async function suspendHoldingRow(tx: Any, id: string, at: Date | null, by: string): Promise<boolean> {
  const done = await sql`update accounts.holding set suspended_at = ${at}, suspended_by = ${at && by}
    where id = ${id} and ended_at is null and (suspended_at is null) = ${at !== null} returning id`.execute(
    tx,
  )
  return done.rows.length > 0
}

/** Closes (a time) or opens (null) an account; false when it was changed meanwhile. */
export async function setDisabled(
  tx: Any,
  account: string,
  at: Date | null,
  basedOn: number,
): Promise<boolean> {
  const done = await sql<{
    id: string
  }>`update accounts.account set disabled_at = ${at}, version = version + 1
    where id = ${account} and version = ${basedOn} returning id`.execute(tx)
  return done.rows.length > 0
}

export async function anyAdmin(tx: Any): Promise<boolean> {
  const found =
    await sql`select 1 from accounts.holding where role = 'admin' and place = 'ID' limit 1`.execute(tx)
  return found.rows.length > 0
}

export type Invitation = {
  id: string
  role: Role
  place: string
  nameHint: string
  madeBy: string | null
  agency: AgencyOf | null
}
/** A village that is handed over with the role of facilitator. */
export type HandsOver = { from: string; leaves: boolean; reason: string }
/** A role that an account which there is may take up, signed in. */
export type Offer = Invitation & { handsOver: HandsOver | null }

/** With a code for who has none yet, or to an account. */
export async function insertInvitation(
  tx: Any,
  made: Invitation & { expires: Date; codeHash?: Buffer; account?: string; handsOver?: HandsOver },
  now: Date,
): Promise<void> {
  const { id, role, place, nameHint, madeBy, expires, codeHash = null, account = null } = made
  await sql`insert into accounts.invitation
      (id, code_hash, role, place, name_hint, made_by, made_at, expires_at, agency, account_id, hands_over)
    values (${id}, ${codeHash}, ${role}, ${place}, ${nameHint}, ${madeBy}, ${now}, ${expires}, ${json(made.agency)},
      ${account}, ${json(made.handsOver)})`.execute(tx)
}

/** The invitation that this code opens, locked until the transaction ends; null when it is used, old or withdrawn. */
export async function lockInvitation(tx: Any, codeHash: Buffer, now: Date): Promise<Invitation | null> {
  const found = await sql<Invitation>`
    select id, role, place, name_hint as "nameHint", made_by as "madeBy", agency from accounts.invitation
    where code_hash = ${codeHash} and account_id is null and used_at is null and withdrawn_at is null and expires_at > ${now} for update`.execute(
    tx,
  )
  return found.rows[0] ?? null
}

export async function useInvitation(tx: Any, id: string, by: string, now: Date): Promise<void> {
  await sql`update accounts.invitation set used_at = ${now}, used_by = ${by} where id = ${id}`.execute(tx)
}

export async function withdrawInvitationRow(
  tx: Any,
  id: string,
  place: string,
  now: Date,
): Promise<Invitation | null> {
  const done = await sql<Invitation>`update accounts.invitation set withdrawn_at = ${now}
    where id = ${id} and place = ${place} and used_at is null and withdrawn_at is null
    returning id, role, place, name_hint as "nameHint", made_by as "madeBy", agency`.execute(tx)
  return done.rows[0] ?? null
}

export type ResetCode = { id: string; account: string; clearsSecondFactor: boolean }

/** A new code makes the older ones of the same account worthless. */
export async function insertResetCode(
  tx: Any,
  made: ResetCode & { codeHash: Buffer; madeBy: string | null; expires: Date },
  now: Date,
): Promise<void> {
  await sql`update accounts.reset_code set used_at = ${now} where account_id = ${made.account} and used_at is null`.execute(
    tx,
  )
  await sql`insert into accounts.reset_code (id, account_id, code_hash, clears_second_factor, made_by, made_at, expires_at)
    values (${made.id}, ${made.account}, ${made.codeHash}, ${made.clearsSecondFactor}, ${made.madeBy}, ${now}, ${made.expires})`.execute(
    tx,
  )
}

/** The unused code of this account, locked. */
export async function lockResetCode(
  tx: Any,
  codeHash: Buffer,
  user: string,
  phone: string,
  now: Date,
): Promise<(ResetCode & { user: string; madeBy: string | null }) | null> {
  const found = await sql<ResetCode & { user: string; madeBy: string | null }>`
    select r.id, r.account_id as account, r.clears_second_factor as "clearsSecondFactor", a.user_name as user, r.made_by as "madeBy"
    from accounts.reset_code r join accounts.account a on a.id = r.account_id
    where r.code_hash = ${codeHash} and (a.user_name = ${user} or a.phone = ${phone})
      and r.used_at is null and r.expires_at > ${now} and a.disabled_at is null for update of r`.execute(tx)
  return found.rows[0] ?? null
}

export async function useResetCode(tx: Any, id: string, now: Date): Promise<void> {
  await sql`update accounts.reset_code set used_at = ${now} where id = ${id}`.execute(tx)
}
