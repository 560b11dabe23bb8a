// What screens of higher capabilities may use of people: choosing persons, and showing who a person is.
import './screens/people.css'
import { useMemo, useState } from 'react'
import { newId } from '../../kernel/id.ts'
import { useGiving } from '../../platform/browser/forms/use-giving.ts'
import { usePlaceView } from '../../platform/browser/hooks.tsx'
import { translate } from '../../platform/browser/language.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../platform/browser/ui/action/IconButton.tsx'
import { StatusBadge } from '../../platform/browser/ui/feedback/StatusBadge.tsx'
import { CheckField } from '../../platform/browser/ui/form/CheckField.tsx'
import { FieldError } from '../../platform/browser/ui/form/Field.tsx'
import { RadioCards } from '../../platform/browser/ui/form/RadioCards.tsx'
import { SearchField } from '../../platform/browser/ui/form/SearchField.tsx'
import { Cluster } from '../../platform/browser/ui/page/Cluster.tsx'
import { Stack } from '../../platform/browser/ui/page/Stack.tsx'
import { PersonLine } from '../../platform/browser/ui/records/PersonLine.tsx'
import { useLocalPlaces, usePeople, word } from './hooks.browser.ts'
import { namedLike, personOf, placeOf } from './looking.ts'
import { sameName } from './names.ts'
import { blankPerson, type PersonRow, registerPerson } from './person.ts'
import { screenTexts } from './texts-screens.ts'
import type { Sex } from './words.ts'

const t = translate(screenTexts)
const shownMost = 8

/** A person's name, as the record stands now; `fallback` where the person is not on this phone. */
export function PersonName({ id, fallback }: { id: string; fallback?: string | undefined }) {
  const person = personOf(usePlaceView(), id)
  if (!person) return <span>{fallback ?? t('pick.unknown')}</span>
  const gone =
    person.state === 'here' ? null : <StatusBadge status="archive" label={word('state', person.state)} />
  return (
    <span className="people-name">
      {person.name} {gone}
    </span>
  )
}

export type PersonPickerProps = {
  /** Name and id of the field, for the error summary. */
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** Ids of the chosen. */
  values: readonly string[]
  onChange: (values: string[]) => void
  /** One only: choosing another takes the place of the first. */
  single?: boolean
  /** Who may be chosen; everybody who lives here by default. */
  filter?: (person: PersonRow) => boolean
  /** Somebody who is not on record can be added on the spot; on by default. */
  walkIn?: boolean
  /** Instead of registering a walk-in as a person: the caller keeps the name. */
  onWalkIn?: ((name: string) => void) | undefined
}

const livesHere = (person: PersonRow) => person.state === 'here'

/** Chooses persons of the village by name, from the local copy; works without a network. */
export function PersonPicker(props: PersonPickerProps) {
  const {
    name,
    label,
    hint,
    error,
    values,
    onChange,
    single,
    filter = livesHere,
    walkIn = true,
    onWalkIn,
  } = props
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState<string | null>(null)
  const people = usePeople()
  const wanted = typed.trim()
  const found =
    wanted.length < 2
      ? []
      : namedLike(people, wanted).filter((row) => filter(row) && !values.includes(row.id))
  const choose = (id: string) => {
    onChange(single ? [id] : [...values, id])
    setTyped('')
    setAdding(null)
  }
  const startWalkIn = () => {
    if (!onWalkIn) return setAdding(wanted)
    onWalkIn(wanted)
    setTyped('')
  }
  return (
    <fieldset className="people-picker" id={name} tabIndex={-1}>
      <legend className="rb-label">{label}</legend>
      {hint && <div className="rb-hint">{hint}</div>}
      <Chosen values={values} onRemove={(id) => onChange(values.filter((each) => each !== id))} />
      {(!single || values.length === 0) && (
        <>
          <SearchField
            name={`${name}-search`}
            label={t('pick.search')}
            value={typed}
            onChange={setTyped}
            clearLabel={t('list.clear')}
          />
          {wanted !== '' && <Results found={found} short={wanted.length < 2} onChoose={choose} />}
          {walkIn && adding === null && wanted.length >= 2 && (
            <Button icon="plus" onClick={startWalkIn}>
              {t('pick.new', { name: wanted })}
            </Button>
          )}
          {adding !== null && <WalkIn name={adding} onDone={choose} onCancel={() => setAdding(null)} />}
        </>
      )}
      <FieldError id={name} error={error} />
    </fieldset>
  )
}

function usePersonDetail(): (person: PersonRow) => string {
  const view = usePlaceView()
  const { lineOf } = useLocalPlaces()
  return (person) =>
    [lineOf(placeOf(view, person)), word('sex', person.sex), person.birthYear].filter(Boolean).join(' · ')
}

function Chosen({ values, onRemove }: { values: readonly string[]; onRemove: (id: string) => void }) {
  const view = usePlaceView()
  const detail = usePersonDetail()
  if (values.length === 0) return null
  return (
    <ul className="people-chosen" aria-label={t('pick.chosen')}>
      {values.map((id) => {
        const person = personOf(view, id)
        const name = person?.name ?? t('pick.unknown')
        return (
          <li key={id}>
            <PersonLine
              name={name}
              detail={person && detail(person)}
              actions={
                <IconButton icon="x" label={t('pick.remove', { name })} onClick={() => onRemove(id)} />
              }
            />
          </li>
        )
      })}
    </ul>
  )
}

type ResultsProps = { found: readonly PersonRow[]; short: boolean; onChoose: (id: string) => void }

function Results({ found, short, onChoose }: ResultsProps) {
  const detail = usePersonDetail()
  if (found.length === 0) return <p className="rb-hint">{t(short ? 'pick.type' : 'pick.none')}</p>
  return (
    <ul className="people-results" aria-label={t('list.persons')}>
      {found.slice(0, shownMost).map((person) => (
        <li key={person.id}>
          <button
            type="button"
            aria-label={t('pick.add', { name: person.name })}
            onClick={() => onChoose(person.id)}
          >
            <PersonLine name={person.name} detail={detail(person)} />
          </button>
        </li>
      ))}
    </ul>
  )
}

type WalkInProps = { name: string; onDone: (id: string) => void; onCancel: () => void }

/** As little as a meeting needs of somebody new: name, sex, RT, and whether they say they are poor. */
function WalkIn({ name, onDone, onCancel }: WalkInProps) {
  const { give, giving } = useGiving()
  const { place } = usePlaceView()
  const people = usePeople()
  const [sex, setSex] = useState<Sex | ''>('')
  const [poor, setPoor] = useState(false)
  const alike = useMemo(() => people.filter((row) => sameName(row.name, name)), [people, name])
  const save = async () => {
    if (sex === '') return
    const poverty = poor ? ({ poor: true, poorSource: 'unverified' } as const) : {}
    const person = blankPerson({ id: newId(), name, sex, ...poverty })
    if (await give((phone) => phone.give(registerPerson, place, person))) onDone(person.id)
  }
  return (
    <div className="people-walk-in">
      <Stack gap={3}>
        <strong>{name}</strong>
        {alike.length > 0 && (
          <p className="rb-hint">{`${t('form.likely')} ${alike.map((row) => row.name).join(', ')}`}</p>
        )}
        <RadioCards
          name="walk-in-sex"
          label={t('field.sex')}
          value={sex}
          onChange={(value) => setSex(value as Sex)}
          columns={2}
          choices={[
            { value: 'female', label: word('sex', 'female') },
            { value: 'male', label: word('sex', 'male') },
          ]}
        />
        <CheckField name="walk-in-poor" label={t('form.is-poor')} checked={poor} onChange={setPoor} />
        <Cluster>
          <Button variant="primary" disabled={sex === ''} loading={giving} onClick={() => void save()}>
            {t('form.save')}
          </Button>
          <Button onClick={onCancel}>{t('form.cancel')}</Button>
        </Cluster>
      </Stack>
    </div>
  )
}
