// The bodies of the doors that are neither command nor query. Read by both sides.
import * as z from 'zod/mini'
import { line } from '../../kernel/fields.ts'
import type { Holding } from '../../kernel/role.ts'
import type { Words } from '../programmes/definition.ts'
import { isUserName, normalPhone, passwordMost } from './password.ts'
import type { SecondFactorState } from './rules.ts'

const typedName = () => line(64)
/** As typed; whether it is good enough is said by `whyNotPassword`. */
const password = () =>
  z.string().check(z.minLength(1, 'platform.required'), z.maxLength(passwordMost), z.regex(/^[^\0\r\n]*$/))
const device = () => z.string().check(z.regex(/^[\w-]{8,64}$/, 'platform.malformed'))
const deviceName = () => line(80)
const code = () => line(60)
const userName = () =>
  z.string().check(z.trim(), z.toLowerCase(), z.maxLength(64), z.refine(isUserName, 'accounts.user-pattern'))
const phone = () =>
  z.optional(
    z.string().check(
      z.trim(),
      z.maxLength(30),
      z.refine((typed) => normalPhone(typed) !== null, 'accounts.phone-pattern'),
    ),
  )

export const signInForm = z.strictObject({
  user: typedName(),
  password: password(),
  code: z.optional(code()),
  device: device(),
  deviceName: deviceName(),
})
export type SignInForm = z.infer<typeof signInForm>

const newAccount = {
  name: line(100),
  user: userName(),
  phone: phone(),
  password: password(),
  device: device(),
  deviceName: deviceName(),
}

export const setupForm = z.strictObject({ token: code(), ...newAccount })
export const lookForm = z.strictObject({ code: code() })
export const acceptForm = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('new'), code: code(), ...newAccount }),
  z.strictObject({ as: z.literal('me'), code: code() }),
])
export const resetForm = z.strictObject({
  user: typedName(),
  code: code(),
  password: password(),
  /** Known from then on, so that no stranger's tries hold it up. Phones of before do not say it. */
  device: z.optional(device()),
  deviceName: z.optional(deviceName()),
})
export const changePasswordForm = z.strictObject({ current: password(), password: password() })
export const deviceForm = z.strictObject({
  name: deviceName(),
  /** 32 bytes as hex: opens the local copy of this device when the PIN is forgotten. */
  recovery: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/, 'platform.malformed'))),
})
/** The password, and a code as well when a second factor is on already. */
export const proofForm = z.strictObject({ password: password(), code: z.optional(code()) })
export const confirmForm = z.strictObject({ code: code() })

export type WhoAmI = {
  /** Somebody is signed in, and this page has not shown the half of their session. */
  locked?: true
  account: { id: string; name: string; user: string; holdings: Holding[] } | null
  device?: string
  secondFactor?: SecondFactorState
  /** How many roles are offered to me. */
  offers?: number
  hasDeviceRecovery?: boolean
}
/** `half`: what each request shows beside the cookie, 32 random bytes. Said once; the phone keeps it sealed under its PIN. */
export type SignedIn = WhoAmI & { half: string }
/** The password was right, and the second factor is asked for. Nothing else is said. */
export type SignInAnswer = SignedIn | { needsSecondFactor: true }
export type InvitationSeen = {
  role: string
  place: string
  placeName: string | null
  nameHint: string
  madeBy: string | null
  /** What the programmes of the village call this role, as they come; null: the house's word. */
  titles: readonly (Words | null)[]
}

export const whoAmIShape = z.object({
  account: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      user: z.string(),
      holdings: z.array(
        z.object({
          ...{ role: z.string(), place: z.string() },
          agency: z.optional(z.object({ id: z.string(), kind: z.string(), name: z.string() })),
          vouch: z.optional(
            z.nullable(z.object({ by: z.nullable(z.string()), appointed: z.optional(z.unknown()) })),
          ),
        }),
      ),
    }),
  ),
  locked: z.optional(z.literal(true)),
  device: z.optional(z.string()),
  secondFactor: z.optional(
    z.object({ on: z.boolean(), required: z.boolean(), dueAt: z.nullable(z.string()), overdue: z.boolean() }),
  ),
  offers: z.optional(z.number()),
  hasDeviceRecovery: z.optional(z.boolean()),
})
