// Planning a training: how many take part, in how many batches, on which days.

import { useMemo } from 'react'
import { useSearch } from 'wouter'
import { addDays } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneName } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { TrainingKind } from '../../programmes/definition.ts'
import { AlsoFor } from '../../programmes/door.browser.tsx'
import { type Enrolled, type Serving, servesAs } from '../../programmes/serving.ts'
import { servingTexts } from '../../programmes/serving-texts.ts'
import { batchSizes } from '../batches.ts'
import { type PlanTraining, planTraining } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { whyNotPlanTraining } from '../plan-rules.ts'
import { settingIn } from '../setting.ts'
import { meetingsTexts } from '../texts.ts'
import { Existing } from './Existing.tsx'
import { kindsOf, useMeetings, useRunning } from './use-meeting.ts'
import { dayInWords, t, todayAt, words } from './words.tsx'

type Chosen = { key: string; enrolled: Enrolled | null; kind: TrainingKind | null }
type Typed = {
  kind: string
  moved: Record<string, string>
  title: string
  organiser: string
  placeText: string
  participants: string
  perBatch: string
  days: string
  first: string
  start: string
  end: string
  alsoFor: Serving[]
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
      servesAs(each, chosen.enrolled?.row.id ?? null, chosen.kind?.id ?? null),
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

function inputOf(chosen: Chosen, typed: Typed, from: number, ids: Map<string, string>): PlanTraining {
  return {
    enrolment: chosen.enrolled?.row.id ?? null,
    kind: chosen.kind?.id ?? null,
    participants: Number(typed.participants),
    perBatch: Number(typed.perBatch),
    title: typed.title.trim(),
    organiser: typed.organiser.trim(),
    placeText: typed.placeText.trim(),
    invitees: [],
    alsoFor: typed.alsoFor,
    sessions: slotsOf(typed, from).map((slot) => ({
      meeting: idFor(ids, slot.key),
      batch: slot.batch,
      day: slot.day,
      date: dateOf(typed, from, slot),
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

/** Day after day from the first, unless somebody moved it. */
function dateOf({ moved, first, days }: Typed, from: number, { batch, day, key }: Slot): string {
  return moved[key] ?? (first ? addDays(first, (batch - from) * Number(days) + day - 1) : '')
}

const nothing: Chosen = { key: general, enrolled: null, kind: null }

function useTraining(place: string, choices: readonly Chosen[]) {
  const view = usePlaceView()
  const others = useMeetings()
  const ids = useMemo(() => new Map<string, string>(), [])
  const asked = askedFor(useSearch(), choices)
  const chosenOf = (key: string) => choices.find((each) => each.key === key) ?? nothing
  const named = (key: string) => {
    const { kind } = chosenOf(key)
    return { kind: key, title: kind ? words(kind.title) : '' }
  }
  const daysOf = (key: string) => String(daysAsked(chosenOf(key)) ?? '')
  const fromOf = (typed: Typed) => nextBatch(others, chosenOf(typed.kind))
  const form = useCommandForm({
    ...{
      place,
      screen: 'meetings.plan-training',
      record: asked,
      says: [meetingsTexts, servingTexts],
      command: planTraining,
    },
    start: (): Typed => ({
      ...named(asked),
      ...{ organiser: '', placeText: '', participants: '', perBatch: '', days: daysOf(asked) },
      ...{ first: todayAt(place), start: '09:00', end: '15:00', moved: {}, alsoFor: [] },
    }),
    input: (typed) => inputOf(chosenOf(typed.kind), typed, fromOf(typed), ids),
    fieldOf: (path) => (path === 'sessions' ? 'days' : path),
    rules: (input, typed, faults) => {
      const { enrolled } = chosenOf(typed.kind)
      const setting = enrolled && settingIn(view, { ...input, group: 'training' })
      return faults.length > 0 ? [] : whyNotPlanTraining(input, setting, others)
    },
    saved: t('meetings.saved'),
    to: `/d/${place}/rembug?bagian=pelatihan`,
  })
  const pick = (key: string) => form.set({ ...named(key), days: daysOf(key) || form.draft.days })
  return { form, pick, chosen: chosenOf(form.draft.kind), from: fromOf(form.draft) }
}

export default function PlanTrainingScreen({ place }: ScreenProps) {
  const choices = useChoices()
  const { form, pick, chosen, from } = useTraining(place, choices)
  const { draft: typed, field } = form
  const slots = slotsOf(typed, from)
  const sizes = slots.length > 0 ? batchSizes(Number(typed.participants), Number(typed.perBatch)) : []
  const asked = daysAsked(chosen)
  return (
    <Page
      title={t('meetings.training-title')}
      back={{ href: `/d/${place}/rembug?bagian=pelatihan`, label: t('meetings.back') }}
      width="narrow"
    >
      <CommandForm form={form} submit={t('meetings.save-training', { count: slots.length })}>
        <RadioCards
          {...field('kind', t('meetings.training-kind'))}
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
        {chosen.enrolled && chosen.kind && (
          <AlsoFor
            {...field('alsoFor', t('meetings.also-for'))}
            own={{ enrolment: chosen.enrolled.row.id, kind: chosen.kind.id }}
            kindsOf={kindsOf('training')}
          />
        )}
        <TextField {...field('title', t('meetings.field-title'))} maxLength={160} />
        <FormRow>
          <NumberField {...field('participants', t('meetings.field-participants'))} maxDigits={4} />
          <NumberField {...field('perBatch', t('meetings.field-per-batch'))} maxDigits={3} />
          <NumberField {...field('days', t('meetings.field-days'))} maxDigits={2} />
        </FormRow>
        <TextField {...field('placeText', t('meetings.field-place'))} maxLength={160} />
        <TextField {...field('organiser', t('meetings.field-organiser'))} maxLength={160} />
        <FormRow>
          <DateField {...field('first', t('meetings.first-day'))} inWords={dayInWords(typed.first)} />
          <TimeField {...field('start', t('meetings.field-start'))} zone={zoneName(place)} />
          <TimeField
            {...field('end', t('meetings.field-end'))}
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
                value={dateOf(typed, from, slot)}
                onChange={(date) => form.set({ moved: { ...typed.moved, [slot.key]: date } })}
                inWords={dayInWords(dateOf(typed, from, slot))}
              />
            ))}
          </Section>
        )}
      </CommandForm>
    </Page>
  )
}
