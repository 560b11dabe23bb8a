// One programme at the home of a place: where it stands, what is missing, what to do next.
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import { type CycleStage, CycleTimeline } from '../../../platform/browser/ui/figures/CycleTimeline.tsx'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import type { Progress } from '../progress.ts'
import { isArchive } from '../status.ts'
import { LateList, NextTasks } from './HomeNext.tsx'
import { useProgress } from './use-progress.ts'
import { dayText, gatesText, standingStatus, t, words } from './words.tsx'

// What is given from here declares its input, and that comes a moment after the home is read.
const StartForm = lazy(() => import('./StartForm.tsx'))
const EnrolmentDesk = lazy(() => import('./EnrolmentDesk.tsx'))

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; progress: Progress }

const statusTone: Readonly<Record<EnrolmentRow['status'], Status>> = {
  draft: 'draft',
  started: 'running',
  refused: 'declined',
  completed: 'done',
  stopped: 'archive',
  archive: 'archive',
}

function cycleStages(place: string, enrolment: EnrolmentRow, progress: Progress): CycleStage[] {
  return progress.stages.map((now) => {
    const { stage, standing, met, blocking, lateDays } = now
    // An archive has no plan.
    const span = isArchive(enrolment) ? undefined : progress.planned[stage.id]
    const about = progress.firm.has(stage.id) ? '' : ` (${t('plan.estimate')})`
    const state = enrolment.stages[stage.id]
    return {
      id: stage.id,
      number: stage.number,
      name: words(stage.title),
      status: standingStatus[standing],
      statusLabel: t(`standing.${standing}`),
      current: progress.current?.stage.id === stage.id,
      href: `/d/${place}/tahap/${enrolment.id}/${stage.id}`,
      plan: span ? `${dayText(span.from)} – ${dayText(span.to)}${about}` : undefined,
      actual: state?.closedOn ? dayText(state.closedOn) : undefined,
      late: lateDays > 0 ? t('mine.late', { count: lateDays }) : undefined,
      progress: blocking > 0 ? { done: met, total: blocking, text: gatesText(now) } : undefined,
    }
  })
}

/** The choices that were made where the conditions of the programme offered some. */
const chosen = (programme: Programme, enrolment: EnrolmentRow): string[] =>
  programme.eligibility.flatMap(({ id, choices }) =>
    (choices ?? []).filter((each) => each.id === enrolment.eligibility[id]).map(({ title }) => words(title)),
  )

/** Its stages and what else there is to read of it; on a phone the stage under way, and the rest when it is asked for. */
function Cycle({ place, enrolment, programme, progress }: Props) {
  const [all, setAll] = useState(false)
  const few = useNarrow() && !all && progress.current !== null
  const stages = cycleStages(place, enrolment, progress)
  const cycle = useRef<HTMLDivElement>(null)
  const showAll = () => {
    // The button goes: who came by keyboard stands at the stages that it shows.
    cycle.current?.focus()
    setAll(true)
  }
  return (
    <>
      <div ref={cycle} tabIndex={-1}>
        <CycleTimeline
          label={t('home.cycle')}
          planLabel={t('home.plan')}
          actualLabel={t('home.actual')}
          stages={few ? stages.filter(({ current }) => current) : stages}
        />
      </div>
      {few ? (
        <Button onClick={showAll}>{t('home.all-stages', { count: stages.length })}</Button>
      ) : (
        <>
          <Cluster>
            <LinkButton href={`/d/${place}/ketentuan/${enrolment.id}`} icon="book">
              {t('home.rules')}
            </LinkButton>
            {!isArchive(enrolment) && (
              <LinkButton href={`/d/${place}/jadwal/${enrolment.id}`} icon="calendar">
                {t('plan.title')}
              </LinkButton>
            )}
          </Cluster>
          <Suspense fallback={null}>
            <EnrolmentDesk place={place} enrolment={enrolment} programme={programme} />
          </Suspense>
        </>
      )}
    </>
  )
}

/** What is said of an enrolment beneath its title. */
function aboutOf(programme: Programme, enrolment: EnrolmentRow): string {
  const category = programme.categories.find((each) => each.id === enrolment.category)
  return [
    ...(enrolment.subject?.name ? [t('home.site', { site: enrolment.subject.name })] : []),
    ...(category ? [words(category.title)] : []),
    ...chosen(programme, enrolment),
    ...(enrolment.startedOn ? [t('home.started', { on: dayText(enrolment.startedOn) })] : []),
  ].join(' · ')
}

/** Why nothing of it waits any more; null: something does. */
function endOf(enrolment: EnrolmentRow): string | null {
  if (enrolment.status === 'refused') return t('home.refused-end')
  if (enrolment.status === 'completed') return t('home.completed-end')
  return isArchive(enrolment) ? t('era.kept') : null
}

function Content(props: Props) {
  const { place, enrolment, programme, progress } = props
  const end = endOf(enrolment)
  return (
    <>
      {end && <Notice tone="info">{end}</Notice>}
      {enrolment.status === 'draft' && (
        <Suspense fallback={null}>
          <StartForm place={place} enrolment={enrolment} />
        </Suspense>
      )}
      <NextTasks {...props} />
      {enrolment.status === 'started' && <LateList programme={programme} progress={progress} />}
      <Cycle {...props} />
    </>
  )
}

type Shown = Pick<Props, 'place' | 'enrolment'> & {
  /** On a phone, a programme that is not the first of its place. */
  folded: boolean
}

export function HomeEnrolment({ place, enrolment, folded }: Shown) {
  const known = useProgress(enrolment)
  if (!known) return <Notice tone="offline">{t('home.loading-definition')}</Notice>
  const title = words(known.programme.title)
  const about = aboutOf(known.programme, enrolment)
  const badge = <StatusBadge status={statusTone[enrolment.status]} label={t(`status.${enrolment.status}`)} />
  // What is folded away hides nothing that somebody must know.
  const late = enrolment.status === 'started' && known.progress.late.length > 0
  const content = <Content {...{ place, enrolment, ...known }} />
  if (folded)
    return (
      <Fold
        title={title}
        badge={
          <>
            {badge}
            {late && <StatusBadge status="late" label={t('home.late')} />}
          </>
        }
      >
        {about && <p className="rb-soft">{about}</p>}
        {content}
      </Fold>
    )
  return (
    <Stack>
      <Section title={title} subtitle={about || undefined} tone="plain" actions={badge}>
        {null}
      </Section>
      {content}
    </Stack>
  )
}
