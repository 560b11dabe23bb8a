// How an account begins, and comes back: the one-time set-up link, an invitation, a reset code.
import type * as z from 'zod/mini'
import { newId } from '../../kernel/id.ts'
import { nation, rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, refuse, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import type { Actor, Services } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { agencyNamed } from '../agencies/door.ts'
import { regionNames } from '../places/door.ts'
import { codeDigest } from './code.ts'
import type { resetForm } from './form.ts'
import { type HashCost, hashPassword } from './hashing.ts'
import { identityOf, normalPhone, whyNotPassword } from './password.ts'
import { whoMayHelp } from './roles.ts'
import { firstHolding, isFromAbove, whyNotGive, whyNotManage } from './rules.ts'
import { forgetAccount } from './session.ts'
import { dropSecondFactor, endSessions, knowDevice, setPasswordHash } from './session-store.ts'
import { lockSetup, useSetup } from './setup-store.ts'
import { no } from './sign-in.ts'
import {
  accountRow,
  anyAdmin,
  heldAs,
  holdingsThatCount,
  type Invitation,
  insertAccount,
  insertHolding,
  isDeviceUsed,
  lockInvitation,
  lockResetCode,
  reachOf,
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
      await insertHolding(tx, { account: id, ...firstHolding, grantedBy: null, confirmed: true }, now)
      await useSetup(tx, now)
      return id
    }),
  )
}

/** Whether who invited may still give that role: an invitation of somebody who was let go is void. */
async function stillGiven(tx: Tx, invitation: Invitation): Promise<boolean> {
  if (!invitation.madeBy) return true
  const inviter = await accountRow(tx, invitation.madeBy)
  if (!inviter || inviter.disabledAt) return false
  const running = (await reachOf(tx, invitation.madeBy)).filter((held) => held.endedAt === null)
  const { role, place, agency } = invitation
  const named = await agencyNamed(tx, agency?.id ?? null)
  return whyNotGive(running, role, place, named).length === 0
}

/** Whether an officer above made it, or the server itself. */
async function fromAbove(tx: Tx, invitation: Invitation): Promise<boolean> {
  if (!invitation.madeBy) return true
  const running = (await reachOf(tx, invitation.madeBy)).filter((held) => held.endedAt === null)
  return isFromAbove(running, invitation)
}

async function openInvitation(services: Services, tx: Tx, code: string, now: Date): Promise<Invitation> {
  const invitation = await lockInvitation(tx, await codeKey(services, 'invitation', code), now)
  if (!invitation || !(await stillGiven(tx, invitation))) throw badCode()
  return invitation
}

/** Makes an account with the role it was invited to; gives its id. */
export async function joinAsNew(
  services: Services,
  code: string,
  form: NewForm,
  cost: HashCost,
  now: Date,
): Promise<string> {
  refuseIfAny(passwordRefusals(form))
  const hash = await hashPassword(form.password, cost)
  return orTaken(
    services.db.transaction().execute(async (tx) => {
      const invitation = await openInvitation(services, tx, code, now)
      const confirmed = (await fromAbove(tx, invitation)) && !(await isDeviceUsed(tx, form.device))
      const account = await makeAccount(tx, form, hash, now)
      const holding = { account, ...heldAs(invitation), grantedBy: invitation.madeBy, confirmed }
      await insertHolding(tx, holding, now)
      await useInvitation(tx, invitation.id, account, now)
      return account
    }),
  )
}

/** Somebody signed in takes one more role. Not one they offered themselves, unless they are an administrator there. */
export async function joinAsMe(services: Services, code: string, actor: Actor, now: Date): Promise<void> {
  forgetAccount(actor.account)
  await services.db.transaction().execute(async (tx) => {
    const invitation = await openInvitation(services, tx, code, now)
    const own =
      invitation.madeBy === actor.account && !rolesAt(actor.holdings, invitation.place).includes('admin')
    if (own) throw no(422, refuse('accounts.not-to-yourself'))
    const { account, device } = actor
    const confirmed = (await fromAbove(tx, invitation)) && !(await isDeviceUsed(tx, device, account))
    const holding = { account, ...heldAs(invitation), grantedBy: invitation.madeBy, confirmed }
    await insertHolding(tx, holding, now)
    await useInvitation(tx, invitation.id, actor.account, now)
  })
}

/** What an invitation is for, to who has its code. */
export async function look(services: Services, code: string, now: Date) {
  return services.db.transaction().execute(async (tx) => {
    const { role, place, nameHint, madeBy } = await openInvitation(services, tx, code, now)
    const inviter = madeBy ? await accountRow(tx, madeBy) : null
    const names = await regionNames(tx, [place])
    return { role, place, placeName: names.get(place)?.full ?? null, nameHint, madeBy: inviter?.name ?? null }
  })
}

/**
 * Whether who made the code is still above the account: it may have risen since, or its maker been let go. Gives the roles that
 * the maker is no officer above, for which nobody stands from now on: who made the code may be using it. null: not above.
 */
async function doubted(tx: Tx, code: { account: string; madeBy: string | null }): Promise<string[] | null> {
  if (!code.madeBy) return []
  const maker = await accountRow(tx, code.madeBy)
  if (!maker || maker.disabledAt) return null
  const running = (await reachOf(tx, code.madeBy)).filter((held) => held.endedAt === null)
  const held = holdingsThatCount(await reachOf(tx, code.account))
  if (whyNotManage(whoMayHelp, running, held, nation).length > 0) return null
  return held.filter((each) => !isFromAbove(running, each)).map((each) => each.id)
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
    await unconfirmHoldings(tx, doubts)
    await endSessions(tx, { account: found.account }, now, false)
    const { device, deviceName = '' } = form
    if (device) await knowDevice(tx, { account: found.account, device, deviceName }, now)
  })
  return { reset: true }
}
