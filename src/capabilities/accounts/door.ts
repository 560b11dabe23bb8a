// What the apps and higher capabilities may ask of accounts, on the server.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import { refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import type { Holding } from '../../kernel/role.ts'
import type { Actor, Services } from '../../platform/server/capability.ts'
import type { Db, Tx } from '../../platform/server/db.ts'
import { atServer } from './at-server.ts'
import { codeDigest, newCode, resetLength, showCode } from './code.ts'
import { costFor, type HashCost, hashPassword } from './hashing.ts'
import { isUserName, normalPhone, whyNotPassword } from './password.ts'
import { actingBy, forgetAccount } from './session.ts'
import { standingOf } from './session-store.ts'
import { putSetup } from './setup-store.ts'
import {
  type As,
  anyAdmin,
  confirmHolding,
  insertAccount,
  insertHolding,
  insertResetCode,
  reachOf,
  takenMarks,
} from './store.ts'

/** The names of accounts, by id; ids without an account are left out. */
export async function accountName(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; name: string }>`
    select id, name from accounts.account where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

/** Who an account is at this moment, for a thing that acts on its behalf without a session; null when it is closed. */
export async function actorBehind(
  { owner }: Services,
  { account, thing }: { account: string; thing: string },
): Promise<Actor | null> {
  const standing = await standingOf(owner, account)
  if (!standing) return null
  const { holdings } = actingBy(standing, new Date())
  return { account, name: standing.name, holdings, session: thing, device: thing }
}

/**
 * What of signing in hangs after a clock was wrong: tries held for longer than any rule holds them (a quarter of an hour),
 * and sessions last used in a time to come.
 */
export async function doorState(db: Db, now: Date): Promise<{ stuck: number; ahead: number }> {
  const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
  const found = await sql<{ stuck: number; ahead: number }>`select
    (select count(*)::int from accounts.attempt where blocked_until > ${minutes(16)}) as stuck,
    (select count(*)::int from accounts.session where seen_at > ${minutes(5)} and revoked_at is null) as ahead`.execute(
    db,
  )
  return found.rows[0] ?? { stuck: 0, ahead: 0 }
}

export type AccountToCreate = {
  id?: string
  name: string
  user: string
  phone?: string
  password: string
  /** Where nobody is named, the server itself stands for the role. */
  holdings: readonly (Holding & { given?: Behind; confirmed?: Behind })[]
  /** An officer's second factor may wait until then; the demonstration has nobody to enrol one. */
  secondFactorFrom?: Date
}

/** Who gave or confirmed a role, and as what. */
type Behind = As & { account: string }

async function insertAppointed(
  tx: Tx,
  account: string,
  { given, confirmed, ...held }: AccountToCreate['holdings'][number],
  now: Date,
): Promise<void> {
  const id = newId()
  const grantedAs = given ? { role: given.role, place: given.place } : null
  const by = {
    account: confirmed?.account ?? null,
    as: confirmed ? { role: confirmed.role, place: confirmed.place } : null,
  }
  await insertHolding(
    tx,
    { id, account, ...held, grantedBy: given?.account ?? null, grantedAs, confirmed: false },
    now,
  )
  await confirmHolding(tx, id, by, now)
}

/**
 * Makes an account with its roles: for the demonstration, the command line and tests. Refuses what a person
 * would be refused: a weak password, a taken or malformed name. Gives its id.
 */
export async function createAccount(
  db: Db,
  account: AccountToCreate,
  cost: HashCost = costFor(process.env.NODE_ENV),
): Promise<string> {
  const phone = account.phone ? normalPhone(account.phone) : null
  refuseIfAny([
    ...whyNotPassword(account.password, { user: account.user, phone: phone ?? undefined }),
    ...(isUserName(account.user) ? [] : [refuseField('user', 'accounts.user-pattern')]),
    ...(account.phone && !phone ? [refuseField('phone', 'accounts.phone-pattern')] : []),
  ])
  const passwordHash = await hashPassword(account.password, cost)
  const id = account.id ?? newId()
  const now = new Date()
  await db.transaction().execute(async (tx) => {
    const taken = await takenMarks(tx, account.user, phone)
    refuseIfAny(taken.map((mark) => refuseField(mark, `accounts.${mark}-taken`)))
    const { name, user } = account
    await insertAccount(
      tx,
      { id, name, user, phone, passwordHash, graceUntil: account.secondFactorFrom ?? null },
      now,
    )
    for (const holding of account.holdings) await insertAppointed(tx, id, holding, now)
  })
  return id
}

/**
 * The token of the one-time set-up link, or null when there is an administrator. Each call makes a new one
 * and voids the one before; only its digest is kept. The server prints `${publicUrl}/siap#<token>`.
 */
export async function setupToken(services: Services): Promise<string | null> {
  if (await anyAdmin(services.owner)) return null
  const token = randomBytes(24).toString('base64url')
  await putSetup(services.owner, token, new Date())
  return token
}

async function accountNamed(db: Db, user: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select id from accounts.account where user_name = ${user.trim().toLowerCase()}`.execute(db)
  return found.rows[0]?.id ?? null
}

/**
 * Who keeps the server stands for the roles that nobody has confirmed: where an installation begins, no second officer is there
 * to do it. Gives how many; null when there is no such account.
 */
export async function confirmAtServer({ owner: db, vault }: Services, user: string): Promise<number | null> {
  const account = await accountNamed(db, user)
  if (!account) return null
  const now = new Date()
  forgetAccount(account)
  return db.transaction().execute(async (tx) => {
    const waiting = (await reachOf(tx, account)).filter(
      ({ endedAt, vouch }) => endedAt === null && vouch === null,
    )
    for (const { id } of waiting) await confirmHolding(tx, id, { account: null, as: null }, now)
    if (waiting.length > 0) await atServer(tx, vault, { what: 'accounts.confirm-at-server', account }, now)
    return waiting.length
  })
}

/**
 * A reset code made at the server itself, for an administrator whom nobody is above; also clears the second
 * factor. Null when there is no such account.
 */
export async function resetCodeAtServer(services: Services, user: string): Promise<string | null> {
  const account = await accountNamed(services.owner, user)
  if (!account) return null
  const code = newCode(resetLength)
  const now = new Date()
  const codeHash = services.vault.digest('accounts:reset', await codeDigest(code))
  const made = {
    id: newId(),
    account,
    clearsSecondFactor: true,
    codeHash,
    madeBy: null,
    expires: new Date(now.getTime() + 86_400_000),
  }
  await services.owner.transaction().execute((tx) => insertResetCode(tx, made, now))
  return showCode(code)
}
