// Finding one family of the register within a form: by its head, its address, or the number that stands on its slip.
import { useState } from 'react'
import { translate } from '../../../../platform/browser/language.ts'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { searchable } from '../../../people/names.ts'
import { useLocals } from '../../screens/use-surveys.ts'
import { t } from '../../screens/words.ts'
import { familyNumber } from '../board-rules.ts'
import { objectionTexts } from './objection-texts.ts'
import type { Line } from './use-list.ts'

const o = translate(objectionTexts)
const foundMost = 6

type Props = {
  listing: string
  lines: readonly Line[]
  value: string
  error?: string | undefined
  /** With the choice that the register does not know them. */
  unknown: boolean
  onChange: (household: string) => void
}

export function FamilyPick({ listing, lines, value, error, unknown, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const { lineOf } = useLocals()
  const wanted = searchable(typed)
  const fits = (line: Line) =>
    searchable(
      `${line.name} ${line.household.address ?? ''} ${familyNumber(listing, line.household.id)}`,
    ).includes(wanted)
  const found = wanted.length < 2 ? [] : lines.filter(fits).slice(0, foundMost)
  const chosen = lines.find((each) => each.household.id === value)
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found
  const choices = [
    ...shown.map((line) => ({
      value: line.household.id,
      label: line.name || t('survey.nameless'),
      hint: [
        lineOf(line.household.localPlace),
        line.household.address,
        familyNumber(listing, line.household.id),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    ...(unknown ? [{ value: '', label: o('objection.unknown') }] : []),
  ]
  return (
    <>
      <TextField
        name="cari"
        label={o('objection.search')}
        hint={o('objection.search-hint')}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        maxLength={80}
      />
      {choices.length > 0 && (
        <RadioCards
          {...{ name: 'household', label: o('objection.found'), choices, value, onChange, error }}
        />
      )}
    </>
  )
}
