// What is done at the server itself, by who keeps it: the first administrator, and the word for roles that no second officer is
// there to confirm. It is written into the log of the nation, in nobody's name.
import { nation } from '../../kernel/place-code.ts'
import { appendBatch, beginBatch } from '../../platform/server/batch.ts'
import type { Tx } from '../../platform/server/db.ts'
import { nobody } from '../../platform/server/transaction.ts'
import type { Vault } from '../../platform/server/vault.ts'

export async function atServer(
  tx: Tx,
  vault: Vault,
  { what, account }: { what: 'accounts.set-up' | 'accounts.confirm-at-server'; account: string },
  now: Date,
): Promise<void> {
  const head = await beginBatch(tx, nation, nobody)
  const entry = {
    ...{ command: { name: what, version: 1 } as const, input: { account }, actor: nobody, device: 'server' },
    ...{ doneAt: now, answer: {}, changes: [] },
  }
  await appendBatch({ tx, vault, now }, [{ place: nation, head, entries: [entry] }])
}
