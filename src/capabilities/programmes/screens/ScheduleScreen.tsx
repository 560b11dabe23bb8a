// The plan of an enrolment, step by step: what is an estimate, what counts, and on which decision a date rests.
import { useState } from 'react'
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Column, DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { Programme, Step } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { runsThroughout } from '../length.ts'
import type { Progress } from '../progress.ts'
import { enrolmentRecord } from '../records.browser.ts'
import { adoptDates, whyNotAdoptDates } from '../schedule.ts'
import { titleIn } from '../status.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import { NotInProgramme } from './NotInProgramme.tsx'
import { n } from './number-words.ts'
import { useProgress } from './use-progress.ts'
import { dayInWords, dayText, estimateText, words } from './words.tsx'

const todayOf = (place: string) => today(zoneOf(place))

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; progress: Progress }

function Kind({ enrolment, progress, step }: Pick<Props, 'enrolment' | 'progress'> & { step: Step }) {
  const adopted = enrolment.adopted?.[step.id]
  const late = progress.late.find(({ id }) => id === step.id)
  if (progress.done.has(step.id)) return <StatusBadge status="done" label={t('plan.held')} />
  const noted = progress.noted.has(step.id) && <StatusBadge status="blocked" label={t('plan.noted')} />
  if (late) {
    return (
      <>
        <StatusBadge status="late" label={t('mine.late', { count: late.days })} /> {noted}
      </>
    )
  }
  if (noted) return noted
  if (adopted) return <StatusBadge status="next" label={t('plan.adopted')} />
  if (progress.firm.has(step.id)) return <StatusBadge status="later" label={t('plan.sourced')} />
  if (enrolment.customary?.[step.id]) return <StatusBadge status="later" label={t('plan.customary')} />
  return <StatusBadge status="draft" label={estimateText(step)} />
}

function Plan({ place, enrolment, programme, progress }: Props) {
  const may = useRoles(place).some((role) => adoptDates.roles.includes(role))
  const [asked, setAsked] = useState<Step | null>(null)
  const runs = enrolment.status === 'started' || enrolment.status === 'draft'
  const steps = programme.stages.flatMap((stage) => stage.steps).filter((step) => !runsThroughout(step))
  const columns: Column<Step>[] = [
    { key: 'step', header: t('plan.step'), cell: (step) => `${step.number} ${words(step.title)}` },
    {
      key: 'ends',
      header: t('plan.ends'),
      cell: (step) => {
        const adopted = enrolment.adopted?.[step.id]
        const rests = adopted && { what: adopted.what, on: dayText(adopted.decidedOn), by: adopted.by || '–' }
        return (
          <>
            {dayText(progress.planned[step.id]?.to)} {rests && <small>({t('plan.rests-on', rests)})</small>}
          </>
        )
      },
    },
    {
      key: 'kind',
      header: t('plan.kind'),
      cell: (step) => <Kind enrolment={enrolment} progress={progress} step={step} />,
    },
    ...(may && runs
      ? [
          {
            key: 'action',
            header: n('number.action'),
            action: true,
            cell: (step: Step) => <Button onClick={() => setAsked(step)}>{n('number.set')}</Button>,
          },
        ]
      : []),
  ]
  return (
    <Section title={words(titleIn(programme, enrolment))} tone="plain">
      <DataTable
        caption={t('plan.title')}
        captionHidden
        columns={columns}
        rows={steps}
        rowKey={({ id }) => id}
      />
      {asked && (
        <Adopt
          key={asked.id}
          {...{ place, enrolment, programme, step: asked }}
          onClose={() => setAsked(null)}
        />
      )}
    </Section>
  )
}

/** The decision of the last date that was adopted stands in the form: one decision mostly adopts several. */
function lastDecision({ adopted = {} }: EnrolmentRow) {
  const last = Object.values(adopted).reduce<(typeof adopted)[string] | null>(
    (newest, each) => (newest && newest.decidedOn >= each.decidedOn ? newest : each),
    null,
  )
  return { what: last?.what ?? '', on: last?.decidedOn ?? '', by: last?.by ?? '' }
}

type Adopting = Omit<Props, 'progress'> & { step: Step; onClose: () => void }

function Adopt({ place, enrolment, programme, step, onClose }: Adopting) {
  const was = enrolment.adopted?.[step.id]?.ends ?? null
  const form = useCommandForm({
    ...{ place, screen: 'programmes.adopt-dates', record: `${enrolment.id} ${step.id}` },
    ...{ command: adoptDates, says: [programmesTexts], saved: t('stage.saved'), done: onClose },
    // What stood here when the person began: a change meanwhile is refused, not overwritten.
    start: () => ({ ...lastDecision(enrolment), ends: was ?? '', was }),
    input: (draft) => ({
      enrolment: enrolment.id,
      decision: { what: draft.what.trim(), on: draft.on, by: draft.by.trim() },
      dates: [{ step: step.id, ends: draft.ends || null, was: draft.was }],
    }),
    rules: (input) => whyNotAdoptDates(programme, enrolment, input, todayOf(place)),
    fieldOf: (path) => path.split('.').at(-1) ?? path,
  })
  const title = t('plan.adopt-for', { step: `${step.number} ${words(step.title)}` })
  return (
    <CommandDialog form={form} title={title} submit={t('plan.adopt')} onClose={onClose}>
      <p>{t('plan.adopt-why')}</p>
      <DateField
        min={oldestWorkDay}
        {...form.field('ends', t('plan.ends'))}
        inWords={dayInWords(form.draft.ends)}
      />
      <TextField {...form.field('what', t('plan.what'))} hint={t('plan.what-hint')} maxLength={160} />
      <DateField
        min={oldestWorkDay}
        {...form.field('on', t('plan.decided-on'))}
        max={todayOf(place)}
        inWords={dayInWords(form.draft.on)}
      />
      <TextField {...form.field('by', t('plan.by'))} hint={t('plan.by-hint')} maxLength={120} />
    </CommandDialog>
  )
}

function SchedulePage({ place, row: enrolment }: RecordProps<EnrolmentRow>) {
  const known = useProgress(enrolment)
  if (!known) return <NotInProgramme place={place} programme={undefined} />
  return (
    <Page
      title={t('plan.title')}
      subtitle={t('plan.subtitle')}
      back={{ href: `/d/${place}`, label: t('home.cycle') }}
      width="wide"
    >
      <Plan place={place} enrolment={enrolment} {...known} />
    </Page>
  )
}

export default recordScreen(enrolmentRecord, SchedulePage)
