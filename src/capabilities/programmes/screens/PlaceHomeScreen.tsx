// The first screen of a place: where are we, what is missing, what to do next, what is late.

import { lazy, type ReactNode, Suspense } from 'react'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { useStanding } from '../../../platform/browser/hooks.tsx'
import { NotWhole } from '../../../platform/browser/NotWhole.tsx'
import { useAgencies, useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { whyNotWhole } from '../../../platform/browser/record-state.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import { type CycleStage, CycleTimeline } from '../../../platform/browser/ui/figures/CycleTimeline.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { NotCome, useFetched } from '../../../platform/browser/use-fetched.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import type { Progress } from '../progress.ts'
import { runners } from '../roles.ts'
import { isArchive } from '../status.ts'
import { LateList, NextTasks } from './HomeNext.tsx'
import { useEnrolments, useProgress } from './use-progress.ts'
import { WaitsToCome } from './WaitsToCome.tsx'
import { dayText, gatesText, standingStatus, t, words } from './words.tsx'

// What is given from here declares its input, and that comes a moment after the home is read.
const StartForm = lazy(() => import('./StartForm.tsx'))
const EnrolmentDesk = lazy(() => import('./EnrolmentDesk.tsx'))
/** The lists come after the home stands; it stands without them too. */
const fetchLists = () =>
  Promise.all([import('./HomeWaits.tsx'), import('./HomeLists.tsx')]).then((pieces) => ({
    Waits: pieces[0].HomeWaits,
    Lists: pieces[1].HomeLists,
  }))

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

function Enrolment({ place, enrolment }: { place: string; enrolment: EnrolmentRow }) {
  const known = useProgress(enrolment)
  if (!known) return <Notice tone="offline">{t('home.loading-definition')}</Notice>
  const { programme, progress } = known
  const category = programme.categories.find((each) => each.id === enrolment.category)
  const about = [
    ...(enrolment.subject?.name ? [t('home.site', { site: enrolment.subject.name })] : []),
    ...(category ? [words(category.title)] : []),
    ...chosen(programme, enrolment),
    ...(enrolment.startedOn ? [t('home.started', { on: dayText(enrolment.startedOn) })] : []),
  ]
  const end =
    enrolment.status === 'refused'
      ? t('home.refused-end')
      : enrolment.status === 'completed'
        ? t('home.completed-end')
        : isArchive(enrolment)
          ? t('era.kept')
          : null
  return (
    <Stack>
      <Section
        title={words(programme.title)}
        subtitle={about.join(' · ') || undefined}
        tone="plain"
        actions={
          <StatusBadge status={statusTone[enrolment.status]} label={t(`status.${enrolment.status}`)} />
        }
      >
        {end && <Notice tone="info">{end}</Notice>}
      </Section>
      {enrolment.status === 'draft' && (
        <Suspense fallback={null}>
          <StartForm place={place} enrolment={enrolment} />
        </Suspense>
      )}
      <NextTasks place={place} enrolment={enrolment} programme={programme} progress={progress} />
      {enrolment.status === 'started' && <LateList programme={programme} progress={progress} />}
      <CycleTimeline
        label={t('home.cycle')}
        planLabel={t('home.plan')}
        actualLabel={t('home.actual')}
        stages={cycleStages(place, enrolment, progress)}
      />
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
    </Stack>
  )
}

/** That there is none, as far as may be known: who works for an agency is shown the programmes that are its task. */
function NoProgramme(props: { place: string; mayEnrol: boolean; none: boolean; link: ReactNode }) {
  const { place, mayEnrol, none, link } = props
  const agency = useAgencies(place).join(', ')
  if (!none) return agency ? <Notice tone="info">{t('home.of-agency', { agency })}</Notice> : null
  const why = mayEnrol ? t('home.no-programme-why') : t('home.no-programme-others')
  return (
    <EmptyState
      icon="flag"
      title={agency ? t('home.none-of-agency', { agency }) : t('home.no-programme')}
      actions={mayEnrol && link}
      level={2}
    >
      {agency ? t('home.none-of-agency-why') : why}
    </EmptyState>
  )
}

export default function PlaceHomeScreen({ place }: ScreenProps) {
  const enrolments = useEnrolments()
  const roles = useRoles(place)
  const name = usePlaceName(place)
  const { got, missing } = useFetched(fetchLists)
  // Over a copy that is not whole yet nothing is counted, and nothing is said not to be.
  const whole = whyNotWhole(useStanding(place)) === null
  const mayEnrol = roles.some((role) => runners.includes(role))
  const enrolLink = (
    <LinkButton
      href={`/d/${place}/program/baru`}
      variant={enrolments.length === 0 ? 'primary' : 'quiet'}
      icon="plus"
    >
      {enrolments.length === 0 ? t('home.enrol') : t('home.another')}
    </LinkButton>
  )
  return (
    <Page
      title={name.title}
      subtitle={name.line}
      width="wide"
      actions={mayEnrol && enrolments.length > 0 && enrolLink}
    >
      <NotWhole place={place} />
      <NoProgramme {...{ place, mayEnrol }} none={enrolments.length === 0 && whole} link={enrolLink} />
      {whole && !missing && (got ? <got.Waits place={place} /> : <WaitsToCome />)}
      {enrolments.map((enrolment) => (
        <Enrolment key={enrolment.id} place={place} enrolment={enrolment} />
      ))}
      {whole && got && <got.Lists place={place} />}
      {whole && missing && <NotCome />}
    </Page>
  )
}
