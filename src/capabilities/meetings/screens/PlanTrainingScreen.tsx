// Planning a training: how many take part, in how many batches, on which days.
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { addDays } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneName } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions, FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { TrainingKind } from '../../programmes/definition.ts'
import { batchSizes } from '../batches.ts'
import { type PlanTraining, planTraining } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { whyNotPlanTraining } from '../plan-rules.ts'
import { type Enrolled, settingOf } from '../setting.ts'
import { Existing } from './Existing.tsx'
import { inputFaults } from './input-faults.ts'
import { useMeetings, useRunning } from './use-meeting.ts'
import { dayInWords, dayText, errorAt, faultsOf, t, todayAt, words } from './words.tsx'

type Chosen = { key: string; enrolled: Enrolled | null; kind: TrainingKind | null }
type Typed = {
  title: string
  organiser: string
  placeText: string
  participants: string
  perBatch: string
  days: string
  first: string
  start: string
  end: string
}

const general = 'general'
/** More than anybody plans at once; the form stays readable. */
const mostSessions = 200

function useChoices(): Chosen[] {
  const kinds = useRunning().flatMap((enrolled) =>
    enrolled.programme.kinds.trainings.map((kind) => ({
      key: `${enrolled.row.id} ${kind.id}`,
      enrolled,
      kind,
    })),
  )
  return [...kinds, { key: general, enrolled: null, kind: null }]
}

/** Days that the programme asks for, by the place's own number where it may set one; null when nobody could say. */
function daysAsked({ enrolled, kind }: Chosen): number | null {
  if (!enrolled || !kind) return null
  return enrolled.row.numbers[kind.days] ?? enrolled.programme.numbers[kind.days]?.value ?? null
}

function askedFor(search: string, choices: readonly Chosen[]): string {
  const params = new URLSearchParams(search)
  const kind = params.get('jenis') ?? params.get('kind')
  const enrolment = params.get('pendaftaran')
  const found = choices.find(
    (each) => each.kind?.id === kind && (!enrolment || each.enrolled?.row.id === enrolment),
  )
  return found?.key ?? choices[0]?.key ?? general
}

/** Batches are numbered on from those of the same training that exist. */
function nextBatch(others: readonly Meeting[], chosen: Chosen): number {
  const same = others.filter(
    (each) =>
      each.group === 'training' &&
      each.state !== 'cancelled' &&
      each.kind === (chosen.kind?.id ?? null) &&
      each.enrolment === (chosen.enrolled?.row.id ?? null),
  )
  return 1 + Math.max(0, ...same.map((each) => each.batch ?? 1))
}

type Slot = { batch: number; day: number; key: string }

function slotsOf(typed: Typed, from: number): Slot[] {
  const participants = Number(typed.participants)
  const perBatch = Number(typed.perBatch)
  const days = Number(typed.days)
  if (!participants || !perBatch || !days) return []
  const batches = batchSizes(participants, perBatch).map((_, i) => from + i)
  return batches
    .flatMap((batch) =>
      Array.from({ length: days }, (_, i) => ({ batch, day: i + 1, key: `${batch}.${i + 1}` })),
    )
    .slice(0, mostSessions)
}

function inputOf(
  chosen: Chosen,
  typed: Typed,
  slots: readonly Slot[],
  dateOf: (slot: Slot) => string,
  ids: Map<string, string>,
): PlanTraining {
  return {
    enrolment: chosen.enrolled?.row.id ?? null,
    kind: chosen.kind?.id ?? null,
    participants: Number(typed.participants),
    perBatch: Number(typed.perBatch),
    title: typed.title.trim(),
    organiser: typed.organiser.trim(),
    placeText: typed.placeText.trim(),
    invitees: [],
    sessions: slots.map((slot) => ({
      meeting: idFor(ids, slot.key),
      batch: slot.batch,
      day: slot.day,
      date: dateOf(slot),
      start: typed.start,
      end: typed.end === '' ? null : typed.end,
      agenda: [],
    })),
  }
}

/** One id for each day of each batch, the same while the form is open. */
function idFor(ids: Map<string, string>, key: string): string {
  const known = ids.get(key) ?? newId()
  ids.set(key, known)
  return known
}

export default function PlanTrainingScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const search = useSearch()
  const choices = useChoices()
  const others = useMeetings()
  const ids = useMemo(() => new Map<string, string>(), [])
  const [picked, setKey] = useState<string | null>(null)
  const key = picked ?? askedFor(search, choices)
  const chosen = choices.find((each) => each.key === key) ?? { key: general, enrolled: null, kind: null }
  const [edited, setTyped] = useState<Typed | null>(null)
  const typed: Typed = edited ?? {
    title: chosen.kind ? words(chosen.kind.title) : '',
    organiser: '',
    placeText: '',
    participants: '',
    perBatch: '',
    days: String(daysAsked(chosen) ?? ''),
    first: todayAt(place),
    start: '09:00',
    end: '15:00',
  }
  const [moved, setMoved] = useState<Record<string, string>>({})
  const [attempt, setAttempt] = useState(0)
  const from = nextBatch(others, chosen)
  const slots = slotsOf(typed, from)
  const dateOf = ({ batch, day, key: slot }: Slot) =>
    moved[slot] ?? (typed.first ? addDays(typed.first, (batch - from) * Number(typed.days) + day - 1) : '')
  const input = inputOf(chosen, typed, slots, dateOf, ids)
  const setting = chosen.enrolled
    ? settingOf(chosen.enrolled, {
        enrolment: chosen.enrolled.row.id,
        group: 'training',
        kind: chosen.kind?.id ?? null,
      })
    : null
  const faults = inputFaults(planTraining.input, input, { sessions: 'days' })
  const refusals = [...faults, ...(faults.length === 0 ? whyNotPlanTraining(input, setting, others) : [])]
  const shown = attempt > 0 ? refusals : []
  const field = <K extends keyof Typed>(name: K) => ({
    name,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: errorAt(shown, name),
  })
  const pick = (next: string) => {
    const found = choices.find((each) => each.key === next)
    setKey(next)
    if (found)
      setTyped({
        ...typed,
        title: found.kind ? words(found.kind.title) : '',
        days: String(daysAsked(found) ?? typed.days),
      })
  }
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    await phone.give(planTraining, place, input)
    announce(t('meetings.saved'))
    go(`/d/${place}/rapat?bagian=pelatihan`, { replace: true })
  }
  const sizes = slots.length > 0 ? batchSizes(Number(typed.participants), Number(typed.perBatch)) : []
  const asked = daysAsked(chosen)
  return (
    <Page
      title={t('meetings.training-title')}
      back={{ href: `/d/${place}/rapat?bagian=pelatihan`, label: t('meetings.back') }}
      width="narrow"
    >
      <ErrorSummary title={t('meetings.mend-first')} faults={faultsOf(shown)} attempt={attempt} />
      <Form onSubmit={() => void save()}>
        <RadioCards
          name="kind"
          label={t('meetings.training-kind')}
          value={key}
          onChange={pick}
          choices={choices.map((each) => ({
            value: each.key,
            label: each.kind ? words(each.kind.title) : t('meetings.kind-general-training'),
            hint: each.kind ? words(each.kind.participants) : t('meetings.kind-general-hint'),
          }))}
        />
        {chosen.enrolled && chosen.kind && (
          <Existing place={place} group="training" enrolment={chosen.enrolled.row.id} kind={chosen.kind.id} />
        )}
        {chosen.kind && (
          <Notice tone="advice">
            <p>
              {asked === null
                ? t('meetings.days-to-verify')
                : t('meetings.days-from-programme', { days: asked })}
            </p>
            {chosen.kind.mayBeSplit && <p>{t('meetings.may-be-split')}</p>}
          </Notice>
        )}
        <TextField {...field('title')} label={t('meetings.field-title')} maxLength={160} />
        <FormRow>
          <NumberField {...field('participants')} label={t('meetings.field-participants')} maxDigits={4} />
          <NumberField {...field('perBatch')} label={t('meetings.field-per-batch')} maxDigits={3} />
          <NumberField {...field('days')} label={t('meetings.field-days')} maxDigits={2} />
        </FormRow>
        <TextField {...field('placeText')} label={t('meetings.field-place')} maxLength={160} />
        <TextField {...field('organiser')} label={t('meetings.field-organiser')} maxLength={160} />
        <FormRow>
          <DateField {...field('first')} label={t('meetings.first-day')} inWords={dayInWords(typed.first)} />
          <TimeField {...field('start')} label={t('meetings.field-start')} zone={zoneName(place)} />
          <TimeField
            {...field('end')}
            label={t('meetings.field-end')}
            zone={zoneName(place)}
            optional={t('meetings.optional')}
          />
        </FormRow>
        {slots.length > 0 && (
          <Section
            title={t('meetings.sessions')}
            subtitle={t('meetings.batches-made', { count: sizes.length, sizes: sizes.join(', ') })}
          >
            {slots.map((slot) => (
              <DateField
                key={slot.key}
                name={`session-${slot.key}`}
                label={t('meetings.batch-day', { batch: slot.batch, day: slot.day })}
                value={dateOf(slot)}
                onChange={(date) => setMoved({ ...moved, [slot.key]: date })}
                inWords={dateOf(slot) && dayText(dateOf(slot))}
              />
            ))}
          </Section>
        )}
        <FormActions>
          <Button type="submit" variant="primary">
            {t('meetings.save-training', { count: slots.length })}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}
