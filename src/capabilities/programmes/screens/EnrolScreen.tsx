// Taking up a programme: choose it, say when it starts, answer the conditions of the place.

import { useEffect, useState } from 'react'
import type * as z from 'zod/mini'
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { type Refusal, reasons, refuseField } from '../../../kernel/refusal.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Programme } from '../definition.ts'
import { type EnrolmentRow, enrol } from '../enrolment.ts'
import { whyNotAgain } from '../enrolment-rules.ts'
import { whyNotAfterEra } from '../era/era.ts'
import { whyNotEnrol } from '../rules.ts'
import { stepIn } from '../site.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import { EraFields, takenFirst } from './EraFields.tsx'
import { SiteFields } from './SiteFields.tsx'
import { tellsApart, useDefinition, useDefinitions, withEnd } from './use-definitions.ts'
import { useEnrolments } from './use-progress.ts'
import { dayInWords, words } from './words.tsx'

type Input = z.infer<typeof enrol.input>

const answerText = (answer: boolean | string | undefined) =>
  answer === undefined ? '' : typeof answer === 'string' ? answer : answer ? 'yes' : 'no'
/** A choice is kept as itself; no id of a choice is `yes` or `no`. */
const answerOf = (value: string): boolean | string =>
  value === 'yes' ? true : value === 'no' ? false : value

function Conditions({
  programme,
  answers,
  onChange,
}: {
  programme: Programme
  answers: Input['eligibility']
  onChange: (answers: Input['eligibility']) => void
}) {
  if (programme.eligibility.length === 0) return null
  return (
    <Section title={t('enrol.eligibility')} tone="plain">
      {programme.eligibility.map((check) => (
        <RadioCards
          key={check.id}
          name={`eligibility.${check.id}`}
          label={words(check.question)}
          value={answerText(answers[check.id])}
          onChange={(value) => onChange({ ...answers, [check.id]: answerOf(value) })}
          choices={
            check.choices
              ? [
                  ...check.choices.map(({ id, title }) => ({ value: id, label: words(title) })),
                  { value: 'no', label: t('enrol.none-of-these') },
                ]
              : [
                  { value: 'yes', label: t('enrol.yes') },
                  { value: 'no', label: t('enrol.no') },
                ]
          }
          columns={2}
        />
      ))}
    </Section>
  )
}

/** Every reason against this enrolment, as the server will judge it. */
function whyNot(
  input: Input,
  programme: Programme | null,
  running: readonly EnrolmentRow[],
  day: string,
): Refusal[] {
  return [
    ...whyNotAgain(running, input.programme, () => false, input),
    ...(programme ? [...whyNotEnrol(programme, input), ...whyNotAfterEra(programme.era, input, day)] : []),
    ...reasons(
      input.programme === '' && refuseField('programme', 'programmes.no-such-programme'),
      input.startOn !== null &&
        input.startOn > day &&
        refuseField('startOn', 'programmes.start-ahead', { on: input.startOn }),
    ),
  ]
}

function Details({
  programme,
  input,
  change,
  siteError,
}: {
  programme: Programme
  input: Input
  change: (next: Partial<Input>) => void
  siteError: string | undefined
}) {
  const fixing = programme.categoryFixedBy ? stepIn(programme, programme.categoryFixedBy) : undefined
  return (
    <>
      <Notice tone="info">{words(programme.summary)}</Notice>
      {programme.scope === 'settlement' && (
        <SiteFields value={input.subject} onChange={(subject) => change({ subject })} error={siteError} />
      )}
      {programme.categories.length > 0 && (
        <SelectField
          name="category"
          label={t('enrol.category')}
          hint={fixing && t('enrol.category-later', { step: words(fixing.title) })}
          value={input.category ?? ''}
          emptyLabel="–"
          onChange={(category) => change({ category: category || null })}
          options={programme.categories.map((each) => ({ value: each.id, label: words(each.title) }))}
        />
      )}
      {!input.archive && (
        <Conditions
          programme={programme}
          answers={input.eligibility}
          onChange={(eligibility) => change({ eligibility })}
        />
      )}
    </>
  )
}

/** The programmes that run here, in whichever version. */
function useRunning(enrolments: readonly EnrolmentRow[]): ReadonlySet<string> {
  const view = usePlaceView()
  const running = enrolments.filter(({ status }) => status === 'started' || status === 'draft')
  return new Set(
    running.flatMap(({ programme }) => view.get<Programme>('programmes.programme', programme)?.id ?? []),
  )
}

export default function EnrolScreen({ place }: ScreenProps) {
  const { entries, answer } = useDefinitions(place)
  const enrolments = useEnrolments()
  const [id] = useState(newId)
  const [chosen, setChosen] = useState('')
  const definition = useDefinition(place, chosen)
  const entry = entries?.find(({ key }) => key === chosen)
  const body = definition.value?.body
  // While another one is asked for, the one before it is not the one that was chosen.
  const programme = body && entry?.id === body.id && entry.version === body.version ? body : null
  const day = today(zoneOf(place))
  const form = useCommandForm({
    ...{ place, screen: 'programmes.enrol', says: [programmesTexts] },
    start: (): Input => ({
      ...{ id, programme: '', subject: null, startOn: day, category: null, eligibility: {} },
      ...takenFirst(undefined, day),
    }),
    // A draft of an older app knows no archive.
    input: (draft) => ({ ...takenFirst(undefined, day), ...draft, id }),
    rules: (input) => whyNot(input, programme, enrolments, day),
    give: async (phone, input, taken) => programme && phone.give(enrol, place, input, taken),
    saved: t('enrol.done'),
    to: `/d/${place}`,
  })
  const input = form.draft
  useEffect(() => setChosen(input.programme), [input.programme])
  const runsHere = useRunning(enrolments)
  const newest = entries?.filter((entry) => entry.newest) ?? []
  const eraOf = (key: string) => newest.find((entry) => entry.key === key)?.era
  const era = eraOf(chosen)
  return (
    <Page title={t('enrol.title')} width="narrow" back={{ href: `/d/${place}`, label: t('home.cycle') }}>
      {!entries && <AnswerRest answer={answer} label={t('enrol.choose')} shape="cards" />}
      {entries && (
        <CommandForm form={form} submit={t('enrol.go')}>
          <RadioCards
            {...form.field('programme', t('enrol.choose'))}
            onChange={(key) => {
              const taken = takenFirst(eraOf(key), day)
              const startOn = taken.archive ? null : day
              form.set({ programme: key, subject: null, category: null, eligibility: {}, startOn, ...taken })
            }}
            choices={newest.map((entry) => ({
              value: entry.key,
              label: withEnd(entry, day),
              hint: [...(runsHere.has(entry.id) ? [t('enrol.runs-here')] : []), tellsApart(entry)].join(
                ' · ',
              ),
            }))}
          />
          {era && (
            <EraFields
              {...{ era, day, value: input, error: form.errorOf('afterEra') }}
              onChange={(taken) => form.set({ ...taken, startOn: taken.archive ? null : day })}
            />
          )}
          {chosen && !programme && <AnswerRest answer={definition} label={t('enrol.choose')} shape="lines" />}
          {programme && (
            <Details
              programme={programme}
              input={input}
              change={form.set}
              siteError={form.errorOf('subject')}
            />
          )}
          <DateField
            min={oldestWorkDay}
            name="startOn"
            label={t(input.archive ? 'era.start' : 'enrol.start')}
            hint={t(input.archive ? 'era.start-hint' : 'enrol.start-hint')}
            value={input.startOn ?? ''}
            onChange={(startOn) => form.set({ startOn: startOn || null })}
            inWords={input.startOn ? dayInWords(input.startOn) : undefined}
            max={today(zoneOf(place))}
          />
        </CommandForm>
      )}
    </Page>
  )
}
