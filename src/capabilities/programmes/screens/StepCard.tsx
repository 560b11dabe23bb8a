// One step of a stage, by the four questions that everybody who takes part is to be able to answer: why, what, what
// for and how. All of it is the programme's own; where its source tells no idea behind the step, none is shown.
import './step.css'
import type { ReactNode } from 'react'
import type { Facts } from '../../../kernel/facts.ts'
import { usePlaceServices } from '../../../platform/browser/place-context.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Programme, Stage, Step } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import type { GateState } from '../gates.ts'
import { isSourced } from '../lateness.ts'
import { budgetYears, runsThroughout } from '../length.ts'
import { isArchive } from '../status.ts'
import { t } from './all-words.ts'
import { CategoryNote, CustomaryDayNote } from './SiteNotes.tsx'
import { StepDates } from './StepDates.tsx'
import { useWays } from './use-ways.ts'
import { estimateText, gateTask, words } from './words.tsx'

function lengthText(programme: Programme, step: Step, category: string | null): string {
  if (runsThroughout(step)) return t('stage.throughout')
  const years = budgetYears(programme, step, category)
  if (years === null) return t('stage.days', { count: step.duration.days ?? 1 })
  return t(step.duration.yearsByCategory ? 'stage.years-by-category' : 'stage.budget-years', { count: years })
}

/** "14 hari (perkiraan)": a length that nobody could source says so. */
function howLong({ programme, step, enrolment }: Pick<Props, 'programme' | 'step' | 'enrolment'>): string {
  const length = lengthText(programme, step, enrolment.category)
  return isSourced(step) ? length : `${length} (${estimateText(step)})`
}

function Answer({ to, note, children }: { to: string; note?: string; children: ReactNode }) {
  return (
    <div>
      <dt>
        {to} {note && <small>{note}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

type Props = {
  place: string
  enrolment: EnrolmentRow
  programme: Programme
  stage: Stage
  step: Step
  facts: Facts
  /** Its gates as they stand; none in an archive. */
  gates: readonly GateState[]
  /** Its end was noted though its rules do not hold. */
  noted: boolean
  /** How it stands: a step that is done, or comes later, is folded. */
  state: 'done' | 'next' | 'later'
}

/** How often an outcome that only people can see was noted. It never blocks. */
function seenOf(facts: Facts, outcome: string) {
  const count = Number(facts[`observation.${outcome}`]?.value ?? 0)
  return count > 0
    ? ({ status: 'done', label: t('step.seen', { count }) } as const)
    : ({ status: 'later', label: t('step.not-seen') } as const)
}

/** What only people can see of it: what was noted, and where to note it. */
function OnlySeen({ place, enrolment, facts, step }: Props) {
  const { linkOf } = usePlaceServices()
  const seen = observed(step)
  if (seen.length === 0) return null
  const noted = seen.filter(({ id }) => seenOf(facts, id).status === 'done').length
  return (
    <Fold tone="plain" title={t('step.only-seen-of', { noted, all: seen.length })}>
      <TaskList
        label={t('step.only-seen')}
        tasks={seen.map(({ id, title }): Task => {
          const { status, label } = seenOf(facts, id)
          const href = linkOf(`observations?kind=${id}`, place, enrolment.id)?.href
          return { id, title: words(title), status, statusLabel: label, href }
        })}
      />
    </Fold>
  )
}

type Open = Pick<Props, 'place' | 'enrolment' | 'programme' | 'gates'> & { next: boolean }

/** What does not hold yet: what blocks, the first of it with all it says; and what is only advice, behind its count. */
export function OpenGates({ place, enrolment, programme, gates, next }: Open) {
  const wayTo = useWays(place, enrolment)
  const open = gates.filter(({ state }) => state !== 'met')
  const rules = open
    .filter(({ gate }) => gate.kind === 'rule')
    .toSorted((a, b) => Number(a.state === 'unavailable') - Number(b.state === 'unavailable'))
  const taskOf = (gate: GateState, at: number) =>
    gateTask(programme, gate, wayTo(gate), next && at === 0 && gate.state === 'unmet')
  const advised = open.filter(({ gate }) => gate.kind === 'advice')
  const advice = advised.map((gate) => taskOf(gate, 1))
  const doable = advised.some(({ state }) => state !== 'unavailable')
  return (
    <>
      {rules.length > 0 && <TaskList label={t('stage.gates')} tasks={rules.map(taskOf)} foldFrom={1} />}
      {advice.length > 0 && (
        <Fold
          tone="plain"
          title={`${t('step.advice')}: ${advice.length}`}
          open={next && rules.length === 0 && doable}
        >
          <TaskList label={t('step.advice')} tasks={advice} foldFrom={1} />
        </Fold>
      )}
    </>
  )
}

const observed = ({ outcomes }: Step) => outcomes.filter(({ evidence }) => evidence === 'observation')

/** "3 dari 5 syarat · 2 hasil belum dicatat". A step that is done by its date alone says so. */
function standsText({ step, state, gates, facts, enrolment }: Props): string {
  const rules = gates.filter(({ gate }) => gate.kind === 'rule')
  const met = rules.filter((gate) => gate.state === 'met').length
  const unseen = isArchive(enrolment)
    ? 0
    : observed(step).filter(({ id }) => seenOf(facts, id).status !== 'done').length
  const outside = rules.filter((gate) => gate.state === 'unavailable').length
  const stands =
    state === 'done' && outside > 0
      ? t('step.done-outside', { count: outside })
      : state === 'done' || rules.length === 0
        ? t(`step.${state}`)
        : t('step.rules', { met, total: rules.length })
  return [stands, ...(unseen > 0 ? [t('step.unseen', { count: unseen })] : [])].join(' · ')
}

function How({ programme, step, enrolment }: Props) {
  const { facilitator, companion } = step
  return (
    <FactGrid
      facts={[
        { label: t('stage.organiser'), value: words(step.organiser.text) },
        { label: t('stage.participants'), value: words(step.participants) },
        ...(facilitator ? [{ label: t('stage.facilitator'), value: words(facilitator.text) }] : []),
        ...(companion ? [{ label: t('step.companion'), value: words(companion.text) }] : []),
        {
          label: t('stage.duration'),
          value: howLong({ programme, step, enrolment }),
        },
      ]}
    />
  )
}

export function StepCard(props: Props) {
  const { place, enrolment, programme, step, state, noted } = props
  return (
    <Fold
      title={`${step.number} ${words(step.title)}`}
      badge={<StatusBadge status={state} label={standsText(props)} />}
      open={state === 'next'}
    >
      <p className="rb-soft">{[howLong(props), words(step.organiser.text)].join(' · ')}</p>
      <OpenGates {...props} next={state === 'next'} />
      {!isArchive(enrolment) && <OnlySeen {...props} />}
      {step.id === programme.categoryFixedBy && <CategoryNote {...{ place, enrolment, programme, step }} />}
      {step.calendar === 'customary' && <CustomaryDayNote {...{ place, enrolment, programme, step }} />}
      <Fold tone="plain" title={t('step.questions')}>
        <Questions {...props} />
      </Fold>
      <Fold tone="plain" title={t('step.dates')} open={noted}>
        <StepDates place={place} enrolment={enrolment} step={step.id} />
      </Fold>
    </Fold>
  )
}

function Questions(props: Props) {
  const { stage, step } = props
  const principles = step.principles ?? stage.principles ?? []
  return (
    <dl className="step-questions">
      {principles.length > 0 && (
        <Answer to={t('step.why')} note={t('step.why-note')}>
          <ul>
            {principles.map((each) => (
              <li key={each.id}>{words(each)}</li>
            ))}
          </ul>
        </Answer>
      )}
      <Answer to={t('step.what')}>{words(step.purpose)}</Answer>
      <Answer to={t('step.what-for')} note={t('step.what-for-note')}>
        <ul>
          {step.outcomes.map((outcome) => (
            <li key={outcome.id}>{words(outcome.title)}</li>
          ))}
        </ul>
      </Answer>
      <Answer to={t('step.how')} note={t('step.how-note')}>
        <How {...props} />
      </Answer>
    </dl>
  )
}
