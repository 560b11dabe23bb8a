// Noting what was seen: offline as well, with its reasons while it is typed.
import { useState } from 'react'
import { fullDay, today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { fileMost, type NewFile, prepareFile } from '../../../platform/browser/sync/uploads.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type PersonRow, personCollection } from '../../people/person.ts'
import type { Programme } from '../../programmes/definition.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { plannedDates } from '../../programmes/lateness.ts'
import { type NoteObservation, noteObservation } from '../observation.ts'
import { marksOf, mayReadNames, notedOf, type Observed, whyNotNote } from '../rules.ts'
import { observationsTexts } from '../texts.ts'
import { dayText, t, words } from './words.ts'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; observed: Observed }
type Photo = { file: NewFile; name: string; url: string }
type MediaType = NonNullable<NoteObservation['photo']>['mediaType']
const shown: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

function usePhoto() {
  const [photo, setPhoto] = useState<Photo | null>(null)
  const [bad, setBad] = useState(false)
  const add = async ([first]: File[]) => {
    if (!first) return true
    const file = await prepareFile(newId(), first).catch(() => null)
    const fits = file !== null && shown.includes(file.mediaType) && file.bytes <= fileMost
    setBad(!fits)
    setPhoto(fits ? { file, name: first.name, url: URL.createObjectURL(file.blob) } : null)
    return fits
  }
  return { photo, bad, add, remove: () => setPhoto(null) }
}

function useNoting(
  { place, enrolment, programme, observed: { outcome } }: Props,
  photo: Photo | null,
  done: () => void,
) {
  const day = today(zoneOf(place))
  const residents = useRows<PersonRow>(personCollection).map(({ name }) => name)
  const names = mayReadNames(useRoles(place)) ? residents : null
  const noted = notedOf(usePlaceView(), enrolment.id, outcome.id).length
  const file = photo?.file
  const picture = file && {
    ...{ id: file.id, bytes: file.bytes, sha256: file.sha256 },
    mediaType: file.mediaType as MediaType,
  }
  return useCommandForm({
    ...{ place, screen: 'observations.note', record: `${enrolment.id} ${outcome.id}` },
    ...{ command: noteObservation, says: [observationsTexts], saved: t('observe.saved'), anew: true, done },
    start: () => ({ seen: '', quote: '', checks: [] as string[], on: day }),
    input: ({ seen, quote, checks, on }) => ({
      ...{ id: newId(), enrolment: enrolment.id, outcome: outcome.id, on, checks },
      ...{ seen: seen.trim(), quote: quote.trim(), photo: picture ?? null },
    }),
    rules: (input) => whyNotNote({ programme, row: enrolment, names, noted, today: day }, input),
    fieldOf: (path) => path.replace(/^photo\..*/, 'photo').replace(/^checks\..*/, 'checks'),
    give: (phone, input, taken) =>
      phone.give(noteObservation, place, input, { ...taken, files: file ? [file] : [] }),
  })
}

export function ObservationForm(props: Props) {
  const { place, enrolment, programme, observed } = props
  const may = useRoles(place).some((role) => noteObservation.roles.includes(role))
  if (!may || enrolment.status !== 'started') return null
  return (
    <Section title={t('observe.note')}>
      <Ahead {...props} />
      <Noting {...{ place, enrolment, programme, observed }} />
    </Section>
  )
}

/** What comes of a step is seen once it was taken; who notes before its planned day is told that day. */
function Ahead({ place, enrolment, programme, observed: { step } }: Props) {
  const { startedOn } = enrolment
  const from = startedOn && plannedDates(programme, startedOn, enrolment)[step.id]?.from
  const taken = enrolment.actuals[step.id]?.began ?? enrolment.actuals[step.id]?.ended
  if (!from || taken || from <= today(zoneOf(place))) return null
  return <Notice tone="info">{t('observe.ahead', { on: dayText(from) })}</Notice>
}

function Noting(props: Props) {
  const { photo, bad, add, remove } = usePhoto()
  const form = useNoting(props, photo, remove)
  const marks = marksOf(props.programme, props.observed.outcome)
  const optional = t('observe.optional')
  return (
    <CommandForm form={form} submit={t('observe.save')}>
      <TextArea {...form.field('seen', t('observe.seen'))} hint={t('observe.seen-hint')} maxLength={1000} />
      <TextArea {...form.field('quote', t('observe.quote'))} optional={optional} rows={2} maxLength={500} />
      {marks.length > 0 && (
        <CheckCards
          name="checks"
          label={t('observe.checks')}
          error={form.errorOf('checks')}
          values={form.draft.checks}
          onChange={form.field('checks', t('observe.checks')).onChange}
          columns={2}
          choices={marks.map(({ id, title }) => ({ value: id, label: words(title) }))}
        />
      )}
      <DateField
        {...form.field('on', t('observe.on'))}
        inWords={form.draft.on ? fullDay(form.draft.on, language()) : undefined}
        max={today(zoneOf(props.place))}
      />
      <FileField
        name="photo"
        label={t('observe.photo')}
        optional={optional}
        addLabel={t('observe.add-photo')}
        removeLabel={(name) => t('observe.remove-photo', { name })}
        camera
        accept="image/*"
        multiple={false}
        error={bad ? t('observe.bad-photo') : form.errorOf('photo')}
        files={photo ? [{ id: photo.file.id, name: photo.name, thumbnail: photo.url }] : []}
        onAdd={add}
        onRemove={remove}
      />
    </CommandForm>
  )
}
