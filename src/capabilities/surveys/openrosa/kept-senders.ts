// Senders that were found a moment ago. A submission asks once more under the lock of its place whether they may still send.
import type { Sender } from './store-senders.ts'

const keptMs = 30_000
const keptMost = 10_000

const kept = new Map<string, { sender: Sender; until: number }>()

export function keptSender(key: string): Sender | null {
  const found = kept.get(key)
  return found && found.until > performance.now() ? found.sender : null
}

export function keepSender(key: string, sender: Sender): void {
  if (kept.size >= keptMost) kept.clear()
  kept.set(key, { sender, until: performance.now() + keptMs })
}

/** They were ended: from memory they are let in no more. */
export function forgetSenders(ids: readonly string[]): void {
  for (const [key, { sender }] of kept) if (ids.includes(sender.id)) kept.delete(key)
}
