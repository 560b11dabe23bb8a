// How an account begins, and comes back: the one-time set-up link, an invitation, a reset code.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../kernel/id.ts'
import { rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, Refused, refuse, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { counted, countedAddress, takeOneBack } from './attempt-store.ts'
import { codeDigest } from './code.ts'
import { acceptForm, lookForm, resetForm, setupForm } from './form.ts'
import { type HashCost, hashPassword } from './hashing.ts'
import { identityOf, normalPhone, whyNotPassword } from './password.ts'
import { firstHolding, whyNotGive } from './rules.ts'
import { forgetAccount } from './session.ts'
import { signedIn } from './session-routes.ts'
import { dropSecondFactor, endSessions, setPasswordHash } from './session-store.ts'
import { lockSetup, useSetup } from './setup-store.ts'
import { countOrWait, enter, no, parsed } from './sign-in.ts'
import {
  accountRow,
  anyAdmin,
  type Invitation,
  insertAccount,
  insertHolding,
  lockInvitation,
  lockResetCode,
  reachOf,
  takenMarks,
  useInvitation,
  useResetCode,
} from './store.ts'

type NewForm = {
  name: string
  user: string
  phone?: string | undefined
  password: string
  device: string
  deviceName: string
}

/** Counts a try at guessing a code, and takes it back unless the code was the fault. */
async function guessing<T>(
  services: Services,
  kind: 'setup' | 'invitation' | 'reset',
  request: FastifyRequest,
  reply: FastifyReply,
  work: (now: Date) => Promise<T>,
): Promise<T> {
  const now = new Date()
  const key = counted(services.vault, 'code', kind, countedAddress(request.ip))
  await countOrWait(services.db, [key], reply, now)
  try {
    const result = await work(now)
    await takeOneBack(services.db, key, now)
    return result
  } catch (error) {
    const guessed = error instanceof Refused && error.refusals.some(({ code }) => guesses.has(code))
    if (!guessed) await takeOneBack(services.db, key, now)
    throw error
  }
}
const guesses = new Set(['accounts.code-not-valid', 'accounts.set-up-already'])

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

async function setUp(
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
      await insertHolding(tx, { account: id, ...firstHolding, grantedBy: null }, now)
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
  return whyNotGive(rolesAt(running, invitation.place), invitation.role, invitation.place).length === 0
}

async function openInvitation(services: Services, tx: Tx, code: string, now: Date): Promise<Invitation> {
  const invitation = await lockInvitation(tx, await codeKey(services, 'invitation', code), now)
  if (!invitation || !(await stillGiven(tx, invitation))) throw badCode()
  return invitation
}

async function joinAsNew(
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
      const account = await makeAccount(tx, form, hash, now)
      await insertHolding(
        tx,
        { account, role: invitation.role, place: invitation.place, grantedBy: invitation.madeBy },
        now,
      )
      await useInvitation(tx, invitation.id, account, now)
      return account
    }),
  )
}

/** Somebody signed in takes one more role. Not one they offered themselves, unless they are an administrator there. */
async function joinAsMe(services: Services, code: string, actor: Actor, now: Date): Promise<void> {
  forgetAccount(actor.account)
  await services.db.transaction().execute(async (tx) => {
    const invitation = await openInvitation(services, tx, code, now)
    const own =
      invitation.madeBy === actor.account && !rolesAt(actor.holdings, invitation.place).includes('admin')
    if (own) throw no(422, refuse('accounts.not-to-yourself'))
    await insertHolding(
      tx,
      {
        account: actor.account,
        role: invitation.role,
        place: invitation.place,
        grantedBy: invitation.madeBy,
      },
      now,
    )
    await useInvitation(tx, invitation.id, actor.account, now)
  })
}

async function accept(
  services: Services,
  cost: HashCost,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
) {
  const form = parsed(acceptForm, request.body)
  return guessing(services, 'invitation', request, reply, async (now) => {
    if (form.as === 'me') {
      const me = signedIn(actor)
      await joinAsMe(services, form.code, me, now)
      return { account: { id: me.account } }
    }
    const account = await joinAsNew(services, form.code, form, cost, now)
    return enter(services, { account, device: form.device, deviceName: form.deviceName }, request, reply)
  })
}

async function look(services: Services, code: string, now: Date) {
  return services.db.transaction().execute(async (tx) => {
    const { role, place, nameHint, madeBy } = await openInvitation(services, tx, code, now)
    const inviter = madeBy ? await accountRow(tx, madeBy) : null
    return { role, place, nameHint, madeBy: inviter?.name ?? null }
  })
}

async function reset(
  services: Services,
  cost: HashCost,
  form: { user: string; code: string; password: string },
  now: Date,
) {
  const identity = identityOf(form.user)
  const user = 'user' in identity ? identity.user : ''
  const phone = 'phone' in identity ? identity.phone : ''
  refuseIfAny(whyNotPassword(form.password, { user, phone }))
  const hash = await hashPassword(form.password, cost)
  const codeHash = await codeKey(services, 'reset', form.code)
  await services.db.transaction().execute(async (tx) => {
    const found = await lockResetCode(tx, codeHash, user, phone, now)
    if (!found) throw badCode()
    // Asked by phone number: the name is known only now.
    refuseIfAny(whyNotPassword(form.password, { user: found.user }))
    forgetAccount(found.account)
    await useResetCode(tx, found.id, now)
    await setPasswordHash(tx, found.account, hash, now)
    if (found.clearsSecondFactor) await dropSecondFactor(tx, found.account)
    await endSessions(tx, { account: found.account }, now, false)
  })
  return { reset: true }
}

function setupRoutes(services: Services, cost: HashCost): Route[] {
  return [
    {
      method: 'GET',
      url: '/api/setup',
      roles: ['public'],
      summary: 'Whether the first administrator is still to be made.',
      handler: async (_request, reply) => reply.send({ open: !(await anyAdmin(services.db)) }),
    },
    {
      method: 'POST',
      url: '/api/setup',
      roles: ['public'],
      summary: 'Makes the first administrator with the one-time token of the set-up link, and signs them in.',
      input: setupForm,
      perMinute: 30,
      bodyLimit: 4096,
      handler: async (request, reply) => {
        const form = parsed(setupForm, request.body)
        const account = await guessing(services, 'setup', request, reply, (now) =>
          setUp(services, cost, form, now),
        )
        const { device, deviceName } = form
        return reply.send(await enter(services, { account, device, deviceName }, request, reply))
      },
    },
  ]
}

export function joiningRoutes(services: Services, cost: HashCost): Route[] {
  return [
    ...setupRoutes(services, cost),
    {
      method: 'POST',
      url: '/api/invitations/look',
      roles: ['public'],
      summary: 'What an invitation is for; its code is in the body, never in an address.',
      input: lookForm,
      perMinute: 60,
      bodyLimit: 1024,
      handler: async (request, reply) => {
        const { code } = parsed(lookForm, request.body)
        return reply.send(
          await guessing(services, 'invitation', request, reply, (now) => look(services, code, now)),
        )
      },
    },
    {
      method: 'POST',
      url: '/api/invitations/accept',
      roles: ['public'],
      summary:
        'Accepts an invitation: as a new account, which is signed in, or as the account that is signed in. Works once.',
      input: acceptForm,
      perMinute: 60,
      bodyLimit: 4096,
      handler: async (request, reply, actor) =>
        reply.send(await accept(services, cost, request, reply, actor)),
    },
    {
      method: 'POST',
      url: '/api/password/reset',
      roles: ['public'],
      summary:
        'Sets a new password with the code that an officer handed over. Works once; signs the account out everywhere.',
      input: resetForm,
      perMinute: 30,
      bodyLimit: 4096,
      handler: async (request, reply) => {
        const form = parsed(resetForm, request.body)
        return reply.send(
          await guessing(services, 'reset', request, reply, (now) => reset(services, cost, form, now)),
        )
      },
    },
  ]
}
