// The sealed values of a person or a household: asked for one at a time, for a purpose, and written down.

import { useState } from 'react'
import { longDay } from '../../../kernel/day.ts'
import { ask } from '../../../platform/browser/api.ts'
import { faultOf } from '../../../platform/browser/asking/fault.ts'
import { faultSentence } from '../../../platform/browser/asking/fault-sentence.ts'
import { useOnline } from '../../../platform/browser/hooks.tsx'
import { language, translate } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import {
  type Move,
  type Purpose,
  purposes,
  type Revealed,
  type RevealField,
  revealFields,
} from '../asking.ts'
import { word } from '../hooks.browser.ts'
import { screenTexts } from '../texts-screens.ts'

const t = translate(screenTexts)

export type SealedValuesProps = {
  place: string
  /** The person or the household. */
  subject: string
  fields: readonly RevealField[]
  /** Shown in place of the number until it is asked for. */
  masked: string | null
  /** Values that the row says are not on record. */
  absent?: readonly RevealField[]
}

/** A value as people read it. */
function inWords(field: RevealField, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return t('person.nothing')
  if (field === 'birthDate') return longDay(String(value), language())
  if (field === 'disabilities') return (value as string[]).map((each) => word('disability', each)).join(', ')
  if (field === 'moves')
    return (value as Move[])
      .map((move) => `${longDay(move.day, language())} · ${moveWord(move.kind)}: ${move.reason}`)
      .join('\n')
  return String(value)
}

const moveWords = ['died', 'moved-out', 'moved-household', 'returned', 'merged'] as const
const moveWord = (kind: string) => {
  const known = moveWords.find((each) => each === kind)
  return known ? t(`move.${known}`) : kind
}

export function SealedValues({ place, subject, fields, masked, absent = [] }: SealedValuesProps) {
  const roles = useRoles(place)
  const online = useOnline()
  const [purpose, setPurpose] = useState<Purpose>('verify')
  const mine = fields.filter((field) => revealFields[field].some((role) => roles.includes(role)))
  const there = mine.filter((field) => !absent.includes(field))
  const missing = mine.filter((field) => absent.includes(field))
  if (mine.length === 0) return null
  return (
    <Section title={t('person.sealed')} subtitle={t('person.sealed-why')}>
      <SelectField
        name="purpose"
        label={t('person.purpose')}
        narrow
        value={purpose}
        onChange={(value) => setPurpose(value as Purpose)}
        options={purposes.map((value) => ({ value, label: word('purpose', value) }))}
      />
      <div className="people-sealed">
        {there.map((field) => (
          <SealedValue
            key={field}
            {...{ place, subject, field, purpose, online }}
            hidden={field === 'nik' || field === 'kk' ? (masked ?? t('person.nothing')) : '••••••'}
          />
        ))}
      </div>
      {missing.length > 0 && (
        <p className="rb-hint">
          {t('person.not-there', { names: missing.map((field) => t(`field.${field}`)).join(', ') })}
        </p>
      )}
    </Section>
  )
}

type SealedValueProps = {
  place: string
  subject: string
  field: RevealField
  purpose: Purpose
  online: boolean
  hidden: string
}

function SealedValue({ place, subject, field, purpose, online, hidden }: SealedValueProps) {
  const [shown, setShown] = useState<string | null>(null)
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    if (shown !== null) return setShown(null)
    setBusy(true)
    setFault(undefined)
    try {
      const seen = await ask<Revealed>('people.reveal', { place, subject, field, purpose })
      setShown(inWords(field, seen.value))
    } catch (error) {
      setFault(faultSentence(faultOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div>
      <span>
        <strong>{t(`field.${field}`)}</strong>
        <br />
        <span className="people-prose" aria-live="polite">
          {fault ?? shown ?? hidden}
        </span>
      </span>
      <Button
        icon={shown === null ? 'eye' : 'eye-off'}
        loading={busy}
        disabled={!online && shown === null}
        aria-label={`${shown === null ? t('person.reveal') : t('person.hide')}: ${t(`field.${field}`)}`}
        onClick={() => void press()}
      >
        {!online && shown === null
          ? t('person.needs-line')
          : shown === null
            ? t('person.reveal')
            : t('person.hide')}
      </Button>
    </div>
  )
}
