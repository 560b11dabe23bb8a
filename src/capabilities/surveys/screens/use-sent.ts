// What became of a command that was given a moment ago.
import { useState } from 'react'
import { usePhoneState } from '../../../platform/browser/hooks.tsx'

export type Sent = { state: 'none' | 'queued' | 'done' | 'refused'; reasons: readonly string[] }

/** `given`: the id of the command, or null. An entry that has left the outbox was taken in. */
export function useSent(): [Sent, (id: string | null) => void] {
  const [given, setGiven] = useState<string | null>(null)
  const { entries } = usePhoneState()
  const entry = entries.find((each) => each.id === given)
  if (given === null) return [{ state: 'none', reasons: [] }, setGiven]
  if (!entry || entry.status === 'sent') return [{ state: 'done', reasons: [] }, setGiven]
  const reasons = entry.refusals.map((each) => each.message ?? each.code)
  return [{ state: entry.status === 'refused' ? 'refused' : 'queued', reasons }, setGiven]
}
