// One name after another: type, then one tap. Residents on record come up by themselves.
import './attendance.css'
import { useRef, useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import type { PersonRow } from '../../people/person.ts'
import { LocalPlacePicker, useLocalPlaceTitle } from '../../places/door.browser.tsx'
import type { Enrolled } from '../../programmes/serving.ts'
import type { Attendance, Attendee, Sex } from '../attendance.ts'
import { type Element, elementsToChoose, impliedElements } from '../elements.ts'
import type { Setting } from '../plan-rules.ts'
import { nameOf, presentOf } from '../tally.ts'
import { attendeeOf, residentsNamed, useResidents } from './residents.ts'
import { t, words } from './words.tsx'

type Props = {
  attendance: readonly Attendance[]
  setting: Setting
  enrolled: Enrolled | null
  elements: readonly Element[]
  onAdd: (attendee: Attendee) => void
}

function Resident({ resident, here, onPick }: { resident: PersonRow; here: boolean; onPick: () => void }) {
  const where = useLocalPlaceTitle(resident.localPlace)
  const detail = [
    t(resident.sex === 'female' ? 'meetings.female' : 'meetings.male'),
    where,
    resident.birthYear,
    here ? t('meetings.already-here') : '',
  ]
  return (
    <button type="button" onClick={onPick} aria-label={t('meetings.add-person', { name: resident.name })}>
      <b>{resident.name}</b>
      <small>{detail.filter(Boolean).join(' · ')}</small>
    </button>
  )
}

export function QuickEntry({ attendance, setting, enrolled, elements, onAdd }: Props) {
  const residents = useResidents()
  const input = useRef<HTMLDivElement>(null)
  const [name, setName] = useState('')
  const [poor, setPoor] = useState(false)
  const [element, setElement] = useState('')
  // Where people live stays as it was: a hall fills by neighbourhood.
  const [localPlace, setLocalPlace] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const present = presentOf(attendance)
  const known = new Set(present.map((each) => each.person))
  const typedName = nameOf({ name })
  const twice = typedName !== '' && present.some((each) => nameOf(each) === typedName)
  const found = residentsNamed(residents, name)
  const done = (attendee: Attendee) => {
    setName('')
    setPoor(false)
    setElement('')
    setMissing(false)
    onAdd(attendee)
    input.current?.querySelector('input')?.focus()
  }
  const addTyped = (sex: Sex) => {
    if (name.trim() === '') {
      setMissing(true)
      return
    }
    done({
      id: newId(),
      person: null,
      name: name.trim().replace(/\s+/g, ' '),
      sex,
      poor,
      elements: impliedElements(sex, poor, element ? [element] : [], enrolled?.programme),
      localPlace,
      localPlaceText: '',
      walkIn: true,
      checkedInBy: 'name',
    })
  }
  return (
    <form
      className="mt-entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(true)
      }}
    >
      <div ref={input}>
        <TextField
          name="attendee"
          label={t('meetings.name')}
          hint={residents.length > 0 ? t('meetings.name-hint') : undefined}
          error={missing ? t('meetings.fill-name-sex') : undefined}
          value={name}
          onChange={(next) => {
            setName(next)
            setMissing(false)
          }}
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          maxLength={120}
        />
      </div>
      {found.length > 0 && (
        <ul className="mt-found" aria-label={t('meetings.on-record')}>
          {found.map((resident) => (
            <li key={resident.id}>
              <Resident
                resident={resident}
                here={known.has(resident.id)}
                onPick={() => done(attendeeOf(resident, 'name', setting, enrolled))}
              />
            </li>
          ))}
        </ul>
      )}
      {twice && <Notice tone="advice">{t('meetings.same-name-warning')}</Notice>}
      <div className="mt-entry-row">
        <SelectField
          name="element"
          label={t('meetings.element')}
          value={element}
          onChange={setElement}
          emptyLabel={t('meetings.no-element')}
          options={elementsToChoose(elements, enrolled?.programme).map((each) => ({
            value: each.id,
            label: words(each.title),
          }))}
        />
        <LocalPlacePicker
          name="localPlace"
          label={t('meetings.lives-in')}
          kinds={['rt', 'hamlet', 'settlement']}
          value={localPlace}
          onChange={setLocalPlace}
        />
      </div>
      <CheckField name="poor" label={t('meetings.poor')} checked={poor} onChange={setPoor} />
      <fieldset className="mt-add">
        <legend>{t('meetings.add-as')}</legend>
        <Button variant="primary" icon="plus" onClick={() => addTyped('female')}>
          {t('meetings.add-woman')}
        </Button>
        <Button variant="primary" icon="plus" onClick={() => addTyped('male')}>
          {t('meetings.add-man')}
        </Button>
      </fieldset>
    </form>
  )
}
