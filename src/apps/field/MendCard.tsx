// One refused command: its reasons in words, and the fields they concern, to be mended on the spot.
import { useEffect, useState } from 'react'
import type { Envelope } from '../../kernel/command.ts'
import { fill } from '../../kernel/text.ts'
import { useGiving } from '../../platform/browser/forms/use-giving.ts'
import { usePhone } from '../../platform/browser/hooks.tsx'
import { language } from '../../platform/browser/language.ts'
import type { OutboxEntry } from '../../platform/browser/local/device-store.ts'
import { f } from '../../platform/browser/texts.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { RefusalList } from '../../platform/browser/ui/feedback/RefusalList.tsx'
import { TextField } from '../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Cluster } from '../../platform/browser/ui/page/Cluster.tsx'
import { Stack } from '../../platform/browser/ui/page/Stack.tsx'
import { fieldOf } from './field-words.ts'
import { parts } from './parts.ts'

/** A command as people call it; its name when no capability says better. */
export function titleOf(name: string): string {
  const title = parts.title(name)
  return title ? fill(title, language()) : name
}

/** When an entry was made: two notes of one kind are told apart by it. */
export const when = (iso: string) =>
  new Intl.DateTimeFormat(language() === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso))

type Scalar = string | number | boolean | null

function valueAt(input: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], input)
}

function withValueAt(input: unknown, path: readonly string[], value: Scalar): unknown {
  const [step = '', ...rest] = path
  if (path.length === 0) return value
  if (Array.isArray(input))
    return input.map((item, index) => (String(index) === step ? withValueAt(item, rest, value) : item))
  return {
    ...(input as object),
    [step]: withValueAt((input as Record<string, unknown> | undefined)?.[step], rest, value),
  }
}

/** What was typed, as the kind of value that stood there before. */
function likeBefore(typed: string, before: unknown): Scalar {
  if (typeof before === 'number')
    return Number.isFinite(Number(typed)) && typed.trim() !== '' ? Number(typed) : typed
  if (typeof before === 'boolean') return typed === 'true'
  return typed === '' && before === null ? null : typed
}

/** A reason, and before it the field that it is about. */
const said = ({ message, code }: OutboxEntry['refusals'][number], label: string | undefined) =>
  label ? `${label}: ${message ?? code}` : (message ?? code)

const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)

export function MendCard({ entry }: { entry: OutboxEntry }) {
  const phone = usePhone()
  const { give, giving } = useGiving()
  const [envelope, setEnvelope] = useState<Envelope<never> | null>(null)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    void phone.envelope(entry).then(setEnvelope)
  }, [phone, entry])
  const paths = [...new Set(entry.refusals.flatMap((refusal) => (refusal.field ? [refusal.field] : [])))]
  const labelOf = (path = '') => fieldOf(path, language())?.label
  const mendable = envelope
    ? paths.filter(
        (path) => fieldOf(path, language())?.typed && isScalar(valueAt(envelope.input, path) ?? null),
      )
    : []
  const send = () => {
    if (!envelope) return
    const input = mendable.reduce<unknown>((value, path) => {
      const text = typed[path]
      return text === undefined
        ? value
        : withValueAt(value, path.split('.'), likeBefore(text, valueAt(envelope.input, path)))
    }, envelope.input)
    void give(() => phone.mend(entry.n, input))
  }
  return (
    <Stack>
      <RefusalList
        tone="refused"
        title={titleOf(entry.name)}
        reasons={entry.refusals.map((refusal) => ({ text: said(refusal, labelOf(refusal.field)) }))}
      />
      <p className="rb-hint">{f('outbox.made', { when: when(entry.madeAt) })}</p>
      {mendable.map((path) => (
        <TextField
          key={path}
          name={`${entry.n}-${path}`}
          label={labelOf(path) ?? ''}
          value={typed[path] ?? String(valueAt(envelope?.input, path) ?? '')}
          onChange={(value) => setTyped({ ...typed, [path]: value })}
        />
      ))}
      <Cluster>
        <Button variant="primary" icon="refresh" loading={giving} onClick={send}>
          {mendable.length > 0 ? f('outbox.save-mended') : f('outbox.send-again')}
        </Button>
        <Button variant="danger" icon="trash" onClick={() => setAsking(true)}>
          {f('outbox.discard')}
        </Button>
      </Cluster>
      <ConfirmDialog
        open={asking}
        title={f('outbox.discard-title')}
        confirmLabel={f('outbox.discard')}
        cancelLabel={f('outbox.keep')}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => void give(() => phone.discard(entry))}
      >
        {f('outbox.discard-why')}
      </ConfirmDialog>
    </Stack>
  )
}
