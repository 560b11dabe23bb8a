// How an account begins, and comes back: the one-time set-up link, an invitation, a reset code.
import type * as z from 'zod/mini'
import { newId } from '../../kernel/id.ts'
import { isVillage, nation, rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, Refused, refuse, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { Actor, Services } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { inPlace, nobody } from '../../platform/server/transaction.ts'
import { agencyNamed } from '../agencies/door.ts'
import { regionNames } from '../places/door.ts'
import { rolesNamedBelow } from '../programmes/door.ts'
import { lockOffer } from './appointing/store.ts'
import { atServer } from './at-server.ts'
import { codeDigest } from './code.ts'
import { isDeviceUsed, type Seat } from './device-mark.ts'
import type { InvitationSeen, resetForm } from './form.ts'
import { type HashCost, hashPassword } from './hashing.ts'
import { identityOf, normalPhone, whyNotPassword } from './password.ts'
import { titlesHere } from './role-titles.ts'
import { whoMayHelp } from './roles.ts'
import { appointingAs, countsAtOnce, firstHolding, whyNotGive, whyNotManage } from './rules.ts'
import { forgetAccount } from './session.ts'
import { dropSecondFactor, endSessions, knowDevice, setPasswordHash } from './session-store.ts'
import { lockSetup, useSetup } from './setup-store.ts'
import { no } from './sign-in.ts'
import {
  accountRow,
  anyAdmin,
  asOf,
  confirmHolding,
  heldAs,
  holdingsThatCount,
  type Invitation,
  insertAccount,
  insertHolding,
  lockInvitation,
  lockResetCode,
  type Reach,
  reachOf,
  running,
  takenMarks,
  unconfirmHoldings,
  useInvitation,
  useResetCode,
} from './store.ts'

export type NewForm = {
  name: string
  user: string
  phone?: string | undefined
  password: string
  device: string
  deviceName: string
}

const badCode = () => no(422, refuse('accounts.code-not-valid', {}, 'code'))

/** One digest for every kind of code, keyed with the master key. */
export async function codeKey(
  services: Pick<Services, 'vault'>,
  kind: 'invitation' | 'reset',
  code: string,
): Promise<Buffer> {
  return services.vault.digest(`accounts:${kind}`, await codeDigest(code))
}

function passwordRefusals(form: NewForm): Refusal[] {
  return whyNotPassword(form.password, {
    user: form.user,
    phone: form.phone ? (normalPhone(form.phone) ?? undefined) : undefined,
  })
}

async function makeAccount(tx: Tx, form: NewForm, passwordHash: string, now: Date): Promise<string> {
  const phone = form.phone ? normalPhone(form.phone) : null
  const taken = await takenMarks(tx, form.user, phone)
  refuseIfAny(taken.map((mark) => refuseField(mark, `accounts.${mark}-taken`)))
  const id = newId()
  await insertAccount(
    tx,
    { id, name: form.name, user: form.user, phone, passwordHash, graceUntil: null },
    now,
  )
  return id
}

/** Two people choosing the same name in the same moment: the second is told as anybody is. */
async function orTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw no(422, refuseField('user', 'accounts.user-taken'))
    throw error
  }
}

/** Makes the first administrator; gives the new account's id. */
export async function setUp(
  services: Services,
  cost: HashCost,
  form: NewForm & { token: string },
  now: Date,
): Promise<string> {
  refuseIfAny(passwordRefusals(form))
  const hash = await hashPassword(form.password, cost)
  return orTaken(
    services.db.transaction().execute(async (tx) => {
      const open = await lockSetup(tx, form.token)
      if (!open || (await anyAdmin(tx))) throw no(422, refuse('accounts.set-up-already'))
      const id = await makeAccount(tx, form, hash, now)
      const first = { account: id, ...firstHolding, grantedBy: null, grantedAs: null, confirmed: true }
      await insertHolding(tx, first, now)
      await useSetup(tx, now)
      await atServer(tx, services.vault, { what: 'accounts.set-up', account: id }, now)
      return id
    }),
  )
}

/** By what who offered a role may give it still; nothing where it was offered by somebody who was let go. */
async function givenBy(tx: Tx, invitation: Invitation): Promise<Reach[] | null> {
  if (!invitation.madeBy) return null
  const inviter = await accountRow(tx, invitation.madeBy)
  if (!inviter || inviter.disabledAt) return null
  const giving = running(await reachOf(tx, invitation.madeBy))
  const { role, place, agency } = invitation
  const named = await agencyNamed(tx, agency?.id ?? null)
  return whyNotGive(giving, role, place, named).length === 0 ? giving : null
}

/**
 * The role that was offered begins. It counts at once where no second officer need confirm it, and nobody else than who
 * takes it up has signed in on that browser. False where they hold it already.
 */
export async function takeUp(
  tx: Tx,
  invitation: Invitation,
  giving: readonly Reach[],
  seat: Seat & { account: string },
  now: Date,
): Promise<boolean> {
  const { account } = seat
  forgetAccount(account)
  await useInvitation(tx, invitation.id, account, now)
  const held = heldAs(invitation)
  const sure = countsAtOnce(giving, held, invitation.madeBy === account) && !(await isDeviceUsed(tx, seat))
  const grantedAs = asOf(appointingAs(giving, held))
  return insertHolding(
    tx,
    { account, ...held, grantedBy: invitation.madeBy, grantedAs, confirmed: sure },
    now,
  )
}

async function openInvitation(services: Services, tx: Tx, code: string, now: Date) {
  const invitation = await lockInvitation(tx, await codeKey(services, 'invitation', code), now)
  const giving = invitation && (await givenBy(tx, invitation))
  if (!invitation || !giving) throw badCode()
  return { invitation, giving }
}

/** An offer to who is signed in, at this place, and by what it may still be given. */
export async function openOffer(tx: Tx, id: string, account: string, place: string, now: Date) {
  const offer = await lockOffer(tx, id, account, place, now)
  if (!offer) throw new Refused([refuse('accounts.offer-gone')])
  return { offer, giving: await givenBy(tx, offer) }
}

/** Makes an account with the role it was invited to; gives its id. */
export async function joinAsNew(
  services: Services,
  code: string,
  form: NewForm,
  seat: Pick<Seat, 'mark' | 'othersSession'>,
  cost: HashCost,
  now: Date,
): Promise<string> {
  refuseIfAny(passwordRefusals(form))
  const hash = await hashPassword(form.password, cost)
  return orTaken(
    services.db.transaction().execute(async (tx) => {
      const { invitation, giving } = await openInvitation(services, tx, code, now)
      const account = await makeAccount(tx, form, hash, now)
      await takeUp(tx, invitation, giving, { account, device: form.device, ...seat }, now)
      return account
    }),
  )
}

/** Somebody signed in takes one more role. Not one they offered themselves, unless they are an administrator there. */
export async function joinAsMe(
  services: Services,
  code: string,
  actor: Actor,
  mark: Buffer | null,
  now: Date,
): Promise<void> {
  await services.db.transaction().execute(async (tx) => {
    const { invitation, giving } = await openInvitation(services, tx, code, now)
    const own =
      invitation.madeBy === actor.account && !rolesAt(actor.holdings, invitation.place).includes('admin')
    if (own) throw no(422, refuse('accounts.not-to-yourself'))
    const { account, device } = actor
    await takeUp(tx, invitation, giving, { account, device, mark }, now)
  })
}

/** What an invitation is for, to who has its code. */
export async function look(services: Services, code: string, now: Date): Promise<InvitationSeen> {
  const seen = await services.db.transaction().execute(async (tx) => {
    const { role, place, nameHint, madeBy } = (await openInvitation(services, tx, code, now)).invitation
    const inviter = madeBy ? await accountRow(tx, madeBy) : null
    const names = await regionNames(tx, [place])
    return { role, place, placeName: names.get(place)?.full ?? null, nameHint, madeBy: inviter?.name ?? null }
  })
  return { ...seen, titles: await titlesAt(services, seen) }
}

/** What the programmes of a village call a role, as far as they have words of their own; above villages there are too many. */
async function titlesAt({ db }: Services, { role, place }: { role: Role; place: string }) {
  if (!isVillage(place)) return []
  const named = await inPlace(db, place, nobody, (tx) => rolesNamedBelow(tx, place))
  return [...(titlesHere(named).get(role) ?? [])]
}

type Doubts = {
  unconfirmed: string[]
  standsFor: Reach[]
  maker: { id: string; as: readonly Reach[] } | null
}

/**
 * Whether who made the code is still above the account: it may have risen since, or its maker been let go (null). Who made it
 * may be using it, so nobody else stands for the roles from now on: those that control others wait for a second officer, and
 * those that the maker is no officer above for any; for the rest the maker stands himself.
 */
async function doubted(tx: Tx, code: { account: string; madeBy: string | null }): Promise<Doubts | null> {
  if (!code.madeBy) return { unconfirmed: [], standsFor: [], maker: null }
  const maker = await accountRow(tx, code.madeBy)
  if (!maker || maker.disabledAt) return null
  const as = running(await reachOf(tx, code.madeBy))
  const held = holdingsThatCount(await reachOf(tx, code.account))
  if (whyNotManage(whoMayHelp, as, held, nation).length > 0) return null
  const standsFor = held.filter((each) => countsAtOnce(as, each, false))
  const unconfirmed = held.filter((each) => !standsFor.includes(each)).map(({ id }) => id)
  return { unconfirmed, standsFor: standsFor.filter(({ vouch }) => vouch), maker: { id: maker.id, as } }
}

/** Sets a new password with a code; every session of the account ends. */
export async function reset(services: Services, cost: HashCost, form: z.infer<typeof resetForm>, now: Date) {
  const identity = identityOf(form.user)
  const user = 'user' in identity ? identity.user : ''
  const phone = 'phone' in identity ? identity.phone : ''
  refuseIfAny(whyNotPassword(form.password, { user, phone }))
  const hash = await hashPassword(form.password, cost)
  const codeHash = await codeKey(services, 'reset', form.code)
  await services.db.transaction().execute(async (tx) => {
    const found = await lockResetCode(tx, codeHash, user, phone, now)
    const doubts = found && (await doubted(tx, found))
    if (!doubts) throw badCode()
    // Asked by phone number: the name is known only now.
    refuseIfAny(whyNotPassword(form.password, { user: found.user }))
    forgetAccount(found.account)
    await useResetCode(tx, found.id, now)
    await setPasswordHash(tx, found.account, hash, now)
    if (found.clearsSecondFactor) await dropSecondFactor(tx, found.account)
    const { unconfirmed, standsFor, maker } = doubts
    await unconfirmHoldings(tx, [...unconfirmed, ...standsFor.map(({ id }) => id)], maker?.id ?? null)
    for (const each of standsFor)
      if (maker)
        await confirmHolding(tx, each.id, { account: maker.id, as: asOf(appointingAs(maker.as, each)) }, now)
    await endSessions(tx, { account: found.account }, now, false)
    const { device, deviceName = '' } = form
    if (device) await knowDevice(tx, { account: found.account, device, deviceName }, now)
  })
  return { reset: true }
}
