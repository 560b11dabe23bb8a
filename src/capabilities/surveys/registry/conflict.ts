// A conflict (perbedaan): a submission says one thing of a record, the registry another, and a person decides. Sealed under
// the submission's key.
import type { Vault } from '../../../platform/server/vault.ts'
import type { At } from './store-registry.ts'

export type Difference = {
  property: string
  /** What the form says. */
  mine: string
  /** What the registry said when the form came; null where only the vault says it. */
  theirs: string | null
  /** surveys.changed-meanwhile, or the reason for which the registry refused. */
  reason: string
}

export type ConflictBody = { action: 'create' | 'update'; label: string; differences: readonly Difference[] }

type Opening = At & { vault: Vault }
const ownerOf = ({ district, place }: At, subject: string) => ({ district, place, subject })

export const sealConflict = (at: Opening, submission: string, body: ConflictBody) =>
  at.vault.seal(at.tx, ownerOf(at, submission), body)

/** Empty when the submission's personal data were erased. */
export async function openConflictBody(
  at: Opening,
  submission: string,
  sealed: Buffer,
): Promise<ConflictBody> {
  const body = await at.vault.open<ConflictBody>(at.tx, ownerOf(at, submission), sealed)
  return body ?? { action: 'update', label: '', differences: [] }
}
