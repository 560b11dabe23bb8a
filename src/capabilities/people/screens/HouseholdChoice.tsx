// Choosing the household of a person: by the name of its head, none, or a new one.
import '../screens/people.css'
import { useState } from 'react'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { FieldError } from '../../../platform/browser/ui/form/Field.tsx'
import { SearchField } from '../../../platform/browser/ui/form/SearchField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { useHouseholds, useLocalPlaces } from '../hooks.browser.ts'
import type { HouseholdRow } from '../household.ts'
import { searchable } from '../names.ts'
import { type PersonRow, personCollection } from '../person.ts'
import { screenTexts } from '../texts-screens.ts'

const t = translate(screenTexts)

export type HouseholdChoiceProps = {
  /** Id of the household, '' for none, or `newValue`. */
  value: string
  onChange: (value: string) => void
  /** Offers a new household under this value. */
  newValue?: string | undefined
  error?: string | undefined
}

export function HouseholdChoice({ value, onChange, newValue, error }: HouseholdChoiceProps) {
  const view = usePlaceView()
  const { lineOf } = useLocalPlaces()
  const households = useHouseholds()
  const [typed, setTyped] = useState('')
  const nameOf = (home: HouseholdRow) =>
    (home.head ? view.get<PersonRow>(personCollection, home.head)?.name : undefined) ?? t('home.nameless')
  const detailOf = (home: HouseholdRow) =>
    [lineOf(home.localPlace), home.address].filter(Boolean).join(' · ') || undefined
  const wanted = searchable(typed)
  const found =
    wanted.length < 2
      ? []
      : households
          .filter((home) => searchable(`${nameOf(home)} ${home.address ?? ''}`).includes(wanted))
          .slice(0, 8)
  const chosen = households.find((home) => home.id === value)
  const isNew = newValue !== undefined && value === newValue
  return (
    <fieldset className="people-picker" id="household" tabIndex={-1}>
      <legend className="rb-label">{t('field.household')}</legend>
      {(chosen || isNew) && (
        <PersonLine
          name={chosen ? nameOf(chosen) : t('form.household-new')}
          detail={chosen && detailOf(chosen)}
          actions={<IconButton icon="x" label={t('list.clear')} onClick={() => onChange('')} />}
        />
      )}
      {!chosen && !isNew && (
        <>
          <SearchField
            name="household-search"
            label={t('form.household-search')}
            value={typed}
            onChange={setTyped}
            clearLabel={t('list.clear')}
          />
          {found.length > 0 && (
            <ul className="people-results" aria-label={t('list.households')}>
              {found.map((home) => (
                <li key={home.id}>
                  <button type="button" onClick={() => onChange(home.id)}>
                    <PersonLine name={nameOf(home)} detail={detailOf(home)} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          {newValue !== undefined && (
            <Cluster>
              <Button icon="house" onClick={() => onChange(newValue)}>
                {t('form.household-new')}
              </Button>
            </Cluster>
          )}
        </>
      )}
      <FieldError id="household" error={error} />
    </fieldset>
  )
}
