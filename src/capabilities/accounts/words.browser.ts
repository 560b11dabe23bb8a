// The words of the gate in the language of the device, and refusals as sentences.
import { longDay, ownZone, today } from '../../kernel/day.ts'
import type { Role } from '../../kernel/role.ts'
import { roleTexts } from '../../kernel/role-texts.ts'
import { Offline, Problem } from '../../platform/browser/api.ts'
import { isStorageFull } from '../../platform/browser/forms/full-storage.ts'
import { notKept } from '../../platform/browser/forms/kept.ts'
import { language, translate } from '../../platform/browser/language.ts'
import type { Known } from '../../platform/browser/local/known-accounts.ts'
import { gateTexts } from './screen-texts.ts'

export const g = translate(gateTexts)
const r = translate(roleTexts)

export const roleName = (role: Role): string => r(`accounts.role.${role}`)

/** What an account is called on a locked phone, where its name lies sealed. */
export function labelOf(known: Known | undefined): string {
  if (known?.label) return known.label
  const word = known?.role ? roleName(known.role) : g('accounts.one-account')
  return known && known.n > 1 ? `${word} ${known.n}` : word
}

/** The day of an instant where this phone is, in words. */
export const dayOf = (instant: string): string => longDay(today(ownZone(), new Date(instant)), language())

export type Fault = { field?: string; message: string }

/** What went wrong, as sentences; a bug is thrown on. */
export function faultsOf(error: unknown): Fault[] {
  if (error instanceof Offline) return [{ message: g('accounts.offline') }]
  if (isStorageFull(error)) return [{ message: notKept(error) }]
  if (!(error instanceof Problem)) throw error
  const errors = error.errors.length > 0 ? error.errors : [{ message: error.message }]
  return errors.map(({ message, ...more }) => ({
    message,
    ...('field' in more && more.field ? { field: more.field } : {}),
  }))
}

/** Seconds to wait when the server said so; 0 otherwise. */
export function waitOf(error: unknown): number {
  if (!(error instanceof Problem) || error.code !== 'accounts.wait') return 0
  return Number(error.errors[0]?.facts?.seconds ?? 0)
}
