// Accounts, what they hold, and the codes by which they join or come back.
import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { AgencyOf, Holding, Role, Vouch } from '../../kernel/role.ts'
import type { Db, Tx } from '../../platform/server/db.ts'

export type Any = Db | Tx
export type Reach = Holding & { id: string; since: Date; grantedBy: string | null; endedAt: Date | null }
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
const json = (agency: AgencyOf | null | undefined) => sql`${agency ? JSON.stringify(agency) : null}::jsonb`
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

/** Says who stands for roles that nobody stood for. Gives how many there were of them. */
export async function confirmHoldings(tx: Any, ids: string[], by: string, now: Date): Promise<number> {
  const done = await sql`update accounts.holding set confirmed_at = ${now}, confirmed_by = ${by}
    where id = any(${ids}::uuid[]) and confirmed_at is null returning id`.execute(tx)
  return done.rows.length
}

/** Nobody stands for these roles any more: somebody else may hold the account now. */
export async function unconfirmHoldings(tx: Any, ids: string[]): Promise<void> {
  await sql`update accounts.holding set confirmed_at = null, confirmed_by = null
    where id = any(${ids}::uuid[])`.execute(tx)
}

/** Whether anybody else than `account` has signed in on this device yet. */
export async function isDeviceUsed(tx: Any, device: string, account: string | null = null): Promise<boolean> {
  const found = await sql`select 1 from accounts.device
    where id = ${device} and account_id is distinct from ${account}::uuid limit 1`.execute(tx)
  return found.rows.length > 0
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
  /** The giver stands for it. */
  confirmed: boolean
}

/** Gives a role; nothing changes when it is held there already. Gives whether it is new. */
export async function insertHolding(tx: Any, holding: Given, now: Date): Promise<boolean> {
  const { id = newId(), account, role, place, grantedBy, agency, confirmed } = holding
  const done = await sql<{ id: string }>`
    insert into accounts.holding (id, account_id, role, place, granted_by, since, agency, confirmed_at, confirmed_by)
    values (${id}, ${account}, ${role}, ${place}, ${grantedBy}, ${now}, ${json(agency)}, ${confirmed ? now : null},
      ${confirmed ? grantedBy : null})
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
  const found = await sql<
    Reach & Pick<Invitation, 'agency'>
  >`select id, role, place, since, granted_by as "grantedBy", ended_at as "endedAt", agency
    from accounts.reach_of(${account}) order by since, id`.execute(tx)
  return found.rows.map(({ agency, ...row }) => ({ ...row, ...heldAs({ ...row, agency }) }))
}

/** The holdings a rule about the person looks at: those running, or if none runs, the ended ones. */
export function holdingsThatCount(reach: readonly Reach[]): Reach[] {
  const running = reach.filter((held) => held.endedAt === null)
  return running.length > 0 ? running : [...reach]
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

export async function insertInvitation(
  tx: Any,
  made: Invitation & { codeHash: Buffer; expires: Date },
  now: Date,
): Promise<void> {
  await sql`insert into accounts.invitation (id, code_hash, role, place, name_hint, made_by, made_at, expires_at, agency)
    values (${made.id}, ${made.codeHash}, ${made.role}, ${made.place}, ${made.nameHint}, ${made.madeBy}, ${now}, ${made.expires},
      ${json(made.agency)})`.execute(tx)
}

/** The invitation that this code opens, locked until the transaction ends; null when it is used, old or withdrawn. */
export async function lockInvitation(tx: Any, codeHash: Buffer, now: Date): Promise<Invitation | null> {
  const found = await sql<Invitation>`
    select id, role, place, name_hint as "nameHint", made_by as "madeBy", agency from accounts.invitation
    where code_hash = ${codeHash} and used_at is null and withdrawn_at is null and expires_at > ${now} for update`.execute(
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
