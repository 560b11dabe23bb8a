// A device that sends by OpenRosa (ODK Collect, KoboCollect): its own secret, bound to one village and one person.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import { id, line } from '../../../kernel/fields.ts'
import { surveyKeepers } from '../survey.ts'

export const deviceCollection = 'surveys.device'

/** Realm of Digest authentication; the user name is the device's id, the password its secret. */
export const deviceRealm = 'Rembug'

export type DeviceRow = {
  id: string
  name: string
  /** Account that answers for it. */
  account: string
  registeredAt: string
  revokedAt: string | null
  version: number
}

export const registerDevice = command({
  name: 'surveys.register-device',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    name: line(80),
    /** 32 random bytes in base64url, made by the screen that shows the QR once; only digests are kept. */
    secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  }),
  records: (input) => [input.id],
  personal: ['name'],
  secret: ['secret'],
  summary: 'Lets a phone with ODK Collect or KoboCollect send to this village, with a secret of its own.',
})
export type RegisterDevice = z.infer<typeof registerDevice.input>

export const revokeDevice = command({
  name: 'surveys.revoke-device',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({ id: id() }),
  records: (input) => [input.id],
  summary: 'Ends a device: its secret opens nothing any more. What it sent stays.',
})
export type RevokeDevice = z.infer<typeof revokeDevice.input>
