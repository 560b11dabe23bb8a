// One step of a stage, by the four questions that everybody who takes part is to be able to answer: why, what, what
// for and how. All of it is the programme's own; where its source tells no idea behind the step, none is shown.
import './step.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Facts } from '../../../kernel/facts.ts'
import { usePlaceServices } from '../../../platform/browser/place-context.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Outcome, Programme, Stage, Step } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { isSourced } from '../lateness.ts'
import { budgetYears, runsThroughout } from '../length.ts'
import { isArchive } from '../status.ts'
import { CategoryNote, CustomaryDayNote } from './SiteNotes.tsx'
import { StepDates } from './StepDates.tsx'
import { estimateText, t, words } from './words.tsx'

function lengthText(programme: Programme, step: Step, category: string | null): string {
  if (runsThroughout(step)) return t('stage.throughout')
  const years = budgetYears(programme, step, category)
  if (years === null) return t('stage.days', { count: step.duration.days ?? 1 })
  return t(step.duration.yearsByCategory ? 'stage.years-by-category' : 'stage.budget-years', { count: years })
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
  /** How it stands: a step that is done, or comes later, is folded. */
  state: 'done' | 'next' | 'later'
}

/** How often an outcome that only people can see was noted. It never blocks. */
export function seenOf(facts: Facts, outcome: string) {
  const count = Number(facts[`observation.${outcome}`]?.value ?? 0)
  return count > 0
    ? ({ status: 'done', label: t('step.seen', { count }) } as const)
    : ({ status: 'later', label: t('step.not-seen') } as const)
}

/** And where to note it. */
function Seen({ place, enrolment, facts, outcome }: Props & { outcome: Outcome }) {
  const { linkOf } = usePlaceServices()
  return (
    <Link className="step-seen" href={linkOf(`observations?kind=${outcome.id}`, place, enrolment.id)}>
      <StatusBadge {...seenOf(facts, outcome.id)} />
    </Link>
  )
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
          value: lengthText(programme, step, enrolment.category),
          note: isSourced(step) ? undefined : estimateText(step),
        },
      ]}
    />
  )
}

export function StepCard(props: Props) {
  const { place, enrolment, programme, stage, step, state } = props
  const principles = step.principles ?? stage.principles ?? []
  return (
    <Fold
      title={`${step.number} ${words(step.title)}`}
      badge={<StatusBadge status={state} label={t(`step.${state}`)} />}
      open={state === 'next'}
    >
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
              <li key={outcome.id}>
                {words(outcome.title)}
                {outcome.evidence === 'observation' && !isArchive(enrolment) && (
                  <Seen {...props} outcome={outcome} />
                )}
              </li>
            ))}
          </ul>
        </Answer>
        <Answer to={t('step.how')} note={t('step.how-note')}>
          <How {...props} />
        </Answer>
      </dl>
      {step.id === programme.categoryFixedBy && <CategoryNote {...{ place, enrolment, programme, step }} />}
      {step.calendar === 'customary' && <CustomaryDayNote {...{ place, enrolment, programme, step }} />}
      <StepDates place={place} enrolment={enrolment} step={step.id} />
    </Fold>
  )
}
