// Sessions, devices and credentials: what the doors of sign-in read, before any place is entered.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { AgencyOf, Role, Vouch } from '../../kernel/role.ts'
import type { Any } from './store.ts'

/** A session ends after 30 days unused and after 180 days in any case. */
export const idleMs = 30 * 86_400_000
export const absoluteMs = 180 * 86_400_000
const tokenPattern = /^[\w-]{43}$/

export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/** Whether it is the second half of the session that has this digest; a session from before there were halves has none. */
export function isHalf(half: unknown, halfHash: string | null): boolean {
  if (typeof half !== 'string' || !tokenPattern.test(half) || halfHash === null) return false
  return timingSafeEqual(tokenHash(half), Buffer.from(halfHash, 'hex'))
}

export type Credential = {
  account: string
  user: string
  passwordHash: string
  totp: Buffer | null
  totpStep: number
  disabled: boolean
  knownDevice: boolean
}

/** Looks an account up by user name or phone, with its credential; the device is known when it signed in before. */
export async function credentialFor(
  tx: Any,
  user: string,
  phone: string,
  device: string,
): Promise<Credential | null> {
  const found = await sql<Credential>`
    select a.id as account, a.user_name as user, c.password_hash as "passwordHash", c.totp, c.totp_step as "totpStep",
      a.disabled_at is not null as disabled, d.id is not null as "knownDevice"
    from accounts.account a join accounts.credential c on c.account_id = a.id
    left join accounts.device d on d.account_id = a.id and d.id = ${device} and d.revoked_at is null
    where a.user_name = ${user} or a.phone = ${phone}`.execute(tx)
  return found.rows[0] ?? null
}

/** Opens a session and remembers the device; gives the token and the other half, which are kept nowhere. */
export async function openSession(
  tx: Any,
  opening: { account: string; device: string; deviceName: string; mark: Buffer },
  now: Date,
): Promise<{ token: string; half: string; hasRecovery: boolean }> {
  const [token, half] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')]
  await sql`insert into accounts.session (id, token_hash, half_hash, account_id, device_id, created_at, seen_at, expires_at)
    values (${newId()}, ${tokenHash(token)}, ${tokenHash(half)}, ${opening.account}, ${opening.device}, ${now}, ${now},
      ${new Date(now.getTime() + absoluteMs)})`.execute(tx)
  const device = await sql<{ has_recovery: boolean }>`
    insert into accounts.device as d (account_id, id, name, created_at, seen_at, mark)
    values (${opening.account}, ${opening.device}, ${opening.deviceName}, ${now}, ${now}, ${opening.mark})
    on conflict (account_id, id) do update set name = excluded.name, seen_at = excluded.seen_at, mark = excluded.mark
    returning d.recovery is not null and d.revoked_at is null as has_recovery`.execute(tx)
  await sql`update accounts.account set seen_on = ${today('Asia/Jakarta', now)}::date where id = ${opening.account}`.execute(
    tx,
  )
  return { token, half, hasRecovery: device.rows[0]?.has_recovery ?? false }
}

/** What somebody may act by. */
export type Standing = {
  account: string
  name: string
  secondFactorSince: Date | null
  graceUntil: Date | null
  holdings: { role: Role; place: string; since: string; agency: AgencyOf | null; vouch: Vouch }[]
}
export type LiveRow = Standing & {
  session: string
  /** As hex; null of a session from before there were halves. */
  halfHash: string | null
  device: string
  createdAt: Date
  seenAt: Date
  user: string
  /** Other accounts that have signed in on the same browser. */
  sharing: string[]
  /** How many roles are offered to the account. */
  offers: number
}

/** Who gave or confirmed a role, as what, on which day. */
export const appointingJson = (who: string, as: string, at: string) =>
  sql.raw(`case when ${who}.id is not null then jsonb_build_object('name', ${who}.name, 'role', ${as} ->> 'role',
    'place', ${as} ->> 'place', 'on', (${at} at time zone 'Asia/Jakarta')::date) end`)
const vouchJson = sql`case when h.confirmed_at is not null then jsonb_build_object('by', h.confirmed_by, 'appointed',
  jsonb_build_object('role', h.role, 'place', h.place, 'given', ${appointingJson('g', 'h.granted_as', 'h.since')},
    'confirmed', ${appointingJson('c', 'h.confirmed_as', 'h.confirmed_at')})) end`

const standing = sql`a.id as account, a.name, a.second_factor_since as "secondFactorSince", p.grace_until as "graceUntil",
  coalesce((select jsonb_agg(jsonb_build_object('role', h.role, 'place', h.place, 'since', h.since, 'agency', h.agency,
      'vouch', ${vouchJson}) order by h.since, h.id)
    from accounts.holding h left join accounts.account g on g.id = h.granted_by left join accounts.account c on c.id = h.confirmed_by
    where h.account_id = a.id and h.ended_at is null and h.suspended_at is null), '[]'::jsonb) as holdings`

/** What an account may act by now; null when it is closed. */
export async function standingOf(db: Any, account: string): Promise<Standing | null> {
  const { rows } = await sql<Standing>`select ${standing} from accounts.account a join accounts.credential p
    on p.account_id = a.id where a.id = ${account} and a.disabled_at is null`.execute(db)
  return rows[0] ?? null
}

/** The session that a token opens, with what its account holds now; null when it is over. */
export async function liveRow(db: Any, token: string, now: Date): Promise<LiveRow | null> {
  if (!tokenPattern.test(token)) return null
  const found = await sql<LiveRow>`
    select s.id as session, encode(s.half_hash, 'hex') as "halfHash", s.device_id as device, s.created_at as "createdAt", s.seen_at as "seenAt",
      a.user_name as user, ${standing},
      coalesce((select jsonb_agg(distinct o.account_id) from accounts.device d
        join accounts.device o on (o.id = d.id or o.mark = d.mark) and o.account_id <> d.account_id
        where d.account_id = a.id and d.id = s.device_id), '[]'::jsonb) as sharing,
      (select count(*)::int from accounts.offers_to(a.id, ${now})) as offers
    from accounts.session s join accounts.account a on a.id = s.account_id join accounts.credential p on p.account_id = a.id
    where s.token_hash = ${tokenHash(token)} and s.revoked_at is null and s.expires_at > ${now}
      and s.seen_at > ${new Date(now.getTime() - idleMs)} and a.disabled_at is null`.execute(db)
  return found.rows[0] ?? null
}

export async function noteSeen(db: Any, row: LiveRow, now: Date): Promise<void> {
  await sql`with seen as (update accounts.session set seen_at = ${now} where id = ${row.session}),
    device as (update accounts.device set seen_at = ${now} where account_id = ${row.account} and id = ${row.device})
    update accounts.account set seen_on = ${today('Asia/Jakarta', now)}::date where id = ${row.account}`.execute(
    db,
  )
}

/** Who used a code that was handed to them did so on a phone of their own; one that was reported lost stays lost. */
export async function knowDevice(
  tx: Any,
  { account, device, deviceName }: { account: string; device: string; deviceName: string },
  now: Date,
): Promise<void> {
  await sql`insert into accounts.device (account_id, id, name, created_at, seen_at)
    values (${account}, ${device}, ${deviceName}, ${now}, ${now}) on conflict (account_id, id) do nothing`.execute(
    tx,
  )
}

/** Ends the session of a token; gives whose it was. */
export async function endSession(db: Any, token: string, now: Date): Promise<string | null> {
  if (!tokenPattern.test(token)) return null
  const done = await sql<{ account: string }>`update accounts.session set revoked_at = ${now}
    where token_hash = ${tokenHash(token)} and revoked_at is null returning account_id as account`.execute(db)
  return done.rows[0]?.account ?? null
}

/** Which sessions end: all of an account, those of one device, or all but one. */
export type Ending = { account: string; device?: string; butSession?: string; butDevice?: string }

/** Ends sessions and, for `lost` devices, keeps the recovery key from them. Gives how many sessions ended. */
export async function endSessions(tx: Any, ending: Ending, now: Date, lost: boolean): Promise<number> {
  const { account, device = null, butSession = null, butDevice = null } = ending
  const done = await sql<{ id: string }>`update accounts.session set revoked_at = ${now}
    where account_id = ${account} and revoked_at is null and (${device}::text is null or device_id = ${device})
      and (${butSession}::uuid is null or id <> ${butSession}::uuid)
    returning id`.execute(tx)
  if (lost)
    await sql`update accounts.device set revoked_at = ${now}
      where account_id = ${account} and revoked_at is null and (${device}::text is null or id = ${device})
        and (${butDevice}::text is null or id <> ${butDevice})`.execute(tx)
  return done.rows.length
}

export async function restoreDeviceRow(tx: Any, account: string, device: string): Promise<boolean> {
  const done = await sql<{ id: string }>`update accounts.device set revoked_at = null
    where account_id = ${account} and id = ${device} and revoked_at is not null returning id`.execute(tx)
  return done.rows.length > 0
}

export async function storeRecovery(
  tx: Any,
  account: string,
  device: string,
  name: string,
  recovery: Buffer | null,
  now: Date,
): Promise<void> {
  await sql`update accounts.device set name = ${name}, seen_at = ${now}, recovery = coalesce(${recovery}::bytea, recovery)
    where account_id = ${account} and id = ${device}`.execute(tx)
}

/** The sealed recovery key of a device that was not reported lost. */
export async function sealedRecovery(db: Any, account: string, device: string): Promise<Buffer | null> {
  const found = await sql<{ recovery: Buffer | null }>`
    select recovery from accounts.device where account_id = ${account} and id = ${device} and revoked_at is null`.execute(
    db,
  )
  return found.rows[0]?.recovery ?? null
}

export type OwnCredential = {
  passwordHash: string
  totp: Buffer | null
  offered: Buffer | null
  totpStep: number
  user: string
  phone: string | null
}

export async function ownCredential(tx: Any, account: string): Promise<OwnCredential> {
  const found = await sql<OwnCredential>`
    select c.password_hash as "passwordHash", c.totp, c.totp_offered as offered, c.totp_step as "totpStep", a.user_name as user, a.phone
    from accounts.credential c join accounts.account a on a.id = c.account_id where a.id = ${account}`.execute(
    tx,
  )
  const row = found.rows[0]
  if (!row) throw new Error(`account ${account} has no credential`)
  return row
}

export async function setPasswordHash(tx: Any, account: string, hash: string, now: Date): Promise<void> {
  await sql`update accounts.credential set password_hash = ${hash}, password_set_at = ${now} where account_id = ${account}`.execute(
    tx,
  )
}

/** Uses a time step up; false when another request used it, or a later one, first. */
export async function useStep(tx: Any, account: string, step: number): Promise<boolean> {
  const done = await sql<{ id: string }>`update accounts.credential set totp_step = ${step}
    where account_id = ${account} and totp_step < ${step} returning account_id as id`.execute(tx)
  return done.rows.length > 0
}

/** Whether it is one that was not used; it stays unused. */
export async function isRecoveryCode(tx: Any, account: string, codeHash: Buffer): Promise<boolean> {
  const found = await sql`select 1 from accounts.recovery_code
    where account_id = ${account} and code_hash = ${codeHash} and used_at is null`.execute(tx)
  return found.rows.length > 0
}

/** Uses a recovery code up; false when it is none, or was used. */
export async function useRecoveryCode(
  tx: Any,
  account: string,
  codeHash: Buffer,
  now: Date,
): Promise<boolean> {
  const done = await sql<{ id: string }>`update accounts.recovery_code set used_at = ${now}
    where account_id = ${account} and code_hash = ${codeHash} and used_at is null returning account_id as id`.execute(
    tx,
  )
  return done.rows.length > 0
}

export async function offerSecondFactor(tx: Any, account: string, sealed: Buffer): Promise<void> {
  await sql`update accounts.credential set totp_offered = ${sealed} where account_id = ${account}`.execute(tx)
}

/** The offered secret becomes the second factor, with new recovery codes. */
export async function takeSecondFactor(
  tx: Any,
  account: string,
  sealed: Buffer,
  step: number,
  now: Date,
): Promise<void> {
  await sql`update accounts.credential set totp = ${sealed}, totp_offered = null, totp_step = ${step} where account_id = ${account}`.execute(
    tx,
  )
  await sql`update accounts.account set second_factor_since = ${now} where id = ${account}`.execute(tx)
}

export async function dropSecondFactor(tx: Any, account: string): Promise<void> {
  await sql`update accounts.credential set totp = null, totp_offered = null where account_id = ${account}`.execute(
    tx,
  )
  await sql`update accounts.account set second_factor_since = null where id = ${account}`.execute(tx)
  await sql`delete from accounts.recovery_code where account_id = ${account}`.execute(tx)
}

export async function replaceRecoveryCodes(
  tx: Any,
  account: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await sql`delete from accounts.recovery_code where account_id = ${account}`.execute(tx)
  for (const hash of hashes)
    await sql`insert into accounts.recovery_code (account_id, code_hash) values (${account}, ${hash})`.execute(
      tx,
    )
}

/** Sweeps away what is long over. */
export async function forgetOldSessions(db: Any, now: Date): Promise<void> {
  const before = new Date(now.getTime() - idleMs)
  await sql`delete from accounts.session where expires_at < ${before} or revoked_at < ${before} or seen_at < ${new Date(before.getTime() - idleMs)}`.execute(
    db,
  )
  await sql`delete from accounts.reset_code where expires_at < ${before}`.execute(db)
}
