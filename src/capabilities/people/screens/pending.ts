// Commands about one record that still lie in the outbox of this phone, opened.
import { useEffect, useState } from 'react'
import type { Envelope } from '../../../kernel/command.ts'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import type { OutboxEntry } from '../../../platform/browser/local/device-store.ts'

export type Pending<Input> = { entry: OutboxEntry; input: Input }

/** The entries with this name that concern the record (or any, without one), and were not confirmed yet. */
export function usePending<Input>(name: string, record?: string): readonly Pending<Input>[] {
  const phone = usePhone()
  const { entries } = usePhoneState()
  const [found, setFound] = useState<readonly Pending<Input>[]>([])
  useEffect(() => {
    let current = true
    const mine = entries.filter(
      (entry) =>
        entry.name === name && entry.status !== 'sent' && (!record || entry.records.includes(record)),
    )
    Promise.all(
      mine.map(async (entry) => ({
        entry,
        input: ((await phone.envelope(entry)) as Envelope<unknown>).input as Input,
      })),
    ).then(
      (opened) => current && setFound(opened),
      (error: unknown) => console.error(error),
    )
    return () => {
      current = false
    }
  }, [phone, entries, name, record])
  return found
}
