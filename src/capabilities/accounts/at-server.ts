// What is done at the server itself, by who keeps it: the first administrator, and the word for roles that no second officer is
// there to confirm. It is written into the log of the nation, in nobody's name.
import { nation } from '../../kernel/place-code.ts'
import { appendAsServer } from '../../platform/server/batch.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'

export const atServer = (
  tx: Tx,
  vault: Vault,
  { what, account }: { what: 'accounts.set-up' | 'accounts.confirm-at-server'; account: string },
  now: Date,
): Promise<void> => appendAsServer({ tx, vault, place: nation, now }, what, { account })
