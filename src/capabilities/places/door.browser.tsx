// Pickers and titles of places for the screens of higher capabilities.
import './places.css'
import { useState } from 'react'
import { usePlaceView, useRows } from '../../platform/browser/hooks.tsx'
import { translate } from '../../platform/browser/language.ts'
import { usePlaceName } from '../../platform/browser/place-names.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../platform/browser/ui/action/IconButton.tsx'
import { Field } from '../../platform/browser/ui/form/Field.tsx'
import { SelectField } from '../../platform/browser/ui/form/SelectField.tsx'
import { Icon } from '../../platform/browser/ui/Icon.tsx'
import { type LocalKind, type LocalPlace, localCollection } from './local-place.ts'
import { rememberPlace } from './recent.browser.ts'
import { type FoundPlace, longestSearch, type RegionLevel } from './region.ts'
import { placesTexts } from './texts.ts'
import { localTitle, treeOf } from './tree.ts'
import { type SearchState, usePlaceSearch } from './use-place-search.browser.ts'

export type { FoundPlace } from './region.ts'

const t = translate(placesTexts)

/** 'Kelurahan Tegalpanggung' for a screen; the code until the phone knows the name. */
export function usePlaceTitle(code: string): string {
  return usePlaceName(code).title
}

export type PlacePickerProps = {
  label: string
  /** The id of the field, for an ErrorSummary. */
  name?: string
  hint?: string | undefined
  error?: string | undefined
  level?: RegionLevel
  /** Only this place and what lies below it. */
  below?: string
  /** What is chosen now; leave out where picking leads elsewhere. */
  value?: FoundPlace | null
  onPick: (place: FoundPlace) => void
  /** Takes the choice back. */
  onClear?: () => void
}

/** Finds a place by name or code on the server; without a network it offers the places picked before. */
export function PlacePicker(props: PlacePickerProps) {
  const { label, name = 'place', hint, error, level, below, value, onPick, onClear } = props
  const [text, setText] = useState('')
  const state = usePlaceSearch(text, { level, below })
  const pick = (place: FoundPlace) => {
    rememberPlace(place)
    setText('')
    onPick(place)
  }
  if (value) return <Chosen {...{ label, name, value }} onClear={onClear} />
  return (
    <Field {...{ name, label, hint, error }} after={<Results {...{ state, text, label }} onPick={pick} />}>
      {(aria) => (
        <div className="rb-search">
          <Icon name="search" />
          <input
            {...aria}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={longestSearch}
            className="rb-input"
            placeholder={t('places.search-hint')}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              // Enter takes the first answer and does not send the form around it.
              event.preventDefault()
              const [first] = state.places
              if (text.trim() !== '' && first && state.status === 'found') pick(first)
            }}
          />
          {text && <IconButton icon="x" label={t('places.clear')} onClick={() => setText('')} />}
        </div>
      )}
    </Field>
  )
}

type ChosenProps = { label: string; name: string; value: FoundPlace; onClear: (() => void) | undefined }

function Chosen({ label, name, value, onClear }: ChosenProps) {
  return (
    <div className="rb-field">
      <span className="rb-label">{label}</span>
      <div className="places-chosen">
        <Icon name="pin" />
        <span>
          <b>{value.title}</b>
          <small>
            {value.line} · <span className="rb-number">{value.code}</span>
          </small>
        </span>
        {onClear && (
          <Button id={name} onClick={onClear}>
            {t('places.choose-other')}
          </Button>
        )}
      </div>
    </div>
  )
}

function saying(state: SearchState, text: string): string {
  if (state.status === 'searching') return t('places.searching')
  if (state.status === 'offline') return t('places.search-offline')
  if (state.status === 'failed') return t('places.search-failed')
  if (text.trim() === '') return state.places.length > 0 ? t('places.recent') : ''
  return state.places.length > 0 ? t('places.found', { count: state.places.length }) : t('places.none-found')
}

type ResultsProps = { state: SearchState; text: string; label: string; onPick: (place: FoundPlace) => void }

function Results({ state, text, label, onPick }: ResultsProps) {
  return (
    <div className="places-results">
      <p role="status">{saying(state, text)}</p>
      {state.places.length > 0 && (
        <ul aria-label={label}>
          {state.places.map((place) => (
            <li key={place.code}>
              <button type="button" onClick={() => onPick(place)}>
                <span>
                  <b>{place.title}</b>
                  <small>{place.line}</small>
                </span>
                <small className="rb-number">{place.code}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export type LocalPlacePickerProps = {
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: string | undefined
  /** Which kinds can be chosen; all when left out. */
  kinds?: readonly LocalKind[]
  value: string | null
  onChange: (id: string | null) => void
  /** A place that is left out, such as the one that is being moved. */
  except?: string
}

/** An RT, RW, hamlet or settlement of the current place, from the local copy. A closed one that is chosen stays shown. */
export function LocalPlacePicker(props: LocalPlacePickerProps) {
  const { name, label, hint, error, optional, kinds, value, onChange, except } = props
  const { place: village } = usePlaceView()
  const rows = useRows<LocalPlace>(localCollection)
  const open = treeOf(rows.filter((row) => row.active || row.id === value))
  const options = open
    .filter(({ place }) => place.id !== except && (!kinds || kinds.includes(place.kind)))
    .map(({ place }) => ({ value: place.id, label: fullTitle(place, rows, village) }))
  return (
    <SelectField
      {...{ name, label, error, optional }}
      hint={options.length === 0 ? t('places.none-to-choose') : hint}
      value={value ?? ''}
      emptyLabel={t('places.choose')}
      onChange={(id) => onChange(id || null)}
      options={options}
    />
  )
}

/** The place with the one above it, as people write it: 'RT 03 / RW 05'. */
function fullTitle(place: LocalPlace, rows: readonly LocalPlace[], village: string): string {
  const parent = place.parent ? rows.find((row) => row.id === place.parent) : undefined
  const own = localTitle(place, village)
  if (!parent) return own
  return place.kind === 'rt' && parent.kind === 'rw'
    ? `${own} / ${localTitle(parent, village)}`
    : `${own}, ${localTitle(parent, village)}`
}

/** The title of a local place of the current village; null when there is none. */
export function useLocalPlaceTitle(id: string | null | undefined): string | null {
  const { place: village } = usePlaceView()
  const rows = useRows<LocalPlace>(localCollection)
  const place = id ? rows.find((row) => row.id === id) : undefined
  return place ? fullTitle(place, rows, village) : null
}
