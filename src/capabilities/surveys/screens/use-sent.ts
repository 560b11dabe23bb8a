// What became of a command that was given a moment ago.
import { useState } from 'react'
import { usePhoneState } from '../../../platform/browser/hooks.tsx'
import type { OutboxEntry } from '../../../platform/browser/local/device-store.ts'
import { sendable } from '../../../platform/browser/sync/outbox.ts'

/** held: it waits behind a refused command on the same record, and no network sends it. */
export type Sent = { state: 'none' | 'queued' | 'held' | 'done' | 'refused'; reasons: readonly string[] }

/** `given`: the id of the command, or null. An entry that has left the outbox was taken in. */
export function sentOf(entries: readonly OutboxEntry[], given: string | null): Sent {
  if (given === null) return { state: 'none', reasons: [] }
  const entry = entries.find((each) => each.id === given)
  if (!entry || entry.status === 'sent') return { state: 'done', reasons: [] }
  const reasons = entry.refusals.map((each) => each.message ?? each.code)
  if (entry.status === 'refused') return { state: 'refused', reasons }
  return { state: sendable(entries).includes(entry) ? 'queued' : 'held', reasons }
}

export function useSent(): [Sent, (id: string | null) => void] {
  const [given, setGiven] = useState<string | null>(null)
  const { entries } = usePhoneState()
  return [sentOf(entries, given), setGiven]
}
