// Ids that follow from what was sent, so that a resend finds what it sent before.
import { createHash } from 'node:crypto'
import { idPattern } from '../../../kernel/id.ts'

/** A UUID of version 8 (RFC 9562) made from a digest. */
export function uuidOf(digest: Buffer): string {
  const hex = digest.toString('hex')
  const variant = '89ab'[Number.parseInt(hex[16] as string, 16) % 4] as string
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The submission of a first instanceID: its uuid, or one made from it when it is of another scheme. */
export function submissionIdOf(instance: string): string {
  const uuid = instance.replace(/^uuid:/, '').toLowerCase()
  return idPattern.test(uuid) ? uuid : uuidOf(createHash('sha256').update(`instance:${instance}`).digest())
}
