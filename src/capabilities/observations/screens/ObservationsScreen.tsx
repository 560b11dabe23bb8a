// /d/:place/pengamatan: what was seen of one outcome of an enrolment; without one, all that can be seen of it.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView, useRow, useRows } from '../../../platform/browser/hooks.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import type { Programme } from '../../programmes/definition.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { titleIn } from '../../programmes/status.ts'
import { observationCollection, observationReaders } from '../observation.ts'
import { marksOf, type Observed, observedIn, standingOf } from '../rules.ts'
import { observationsTexts } from '../texts.ts'
import { ObservationCard } from './ObservationCard.tsx'
import { ObservationForm } from './ObservationForm.tsx'
import { t, words } from './words.ts'

type Enrolled = { place: string; enrolment: EnrolmentRow; programme: Programme }

/** How often each mark of the list was seen. */
function Marks({ enrolment, programme, observed }: Enrolled & { observed: Observed }) {
  const standing = standingOf(usePlaceView(), enrolment.id, observed.outcome.id)
  const marks = marksOf(programme, observed.outcome)
  if (marks.length === 0) return null
  const tasks = marks.map(({ id, title }) => {
    const count = standing.filter(({ checks }) => checks.includes(id)).length
    const status = count > 0 ? ('done' as const) : ('later' as const)
    const statusLabel = count > 0 ? t('observe.count', { count }) : t('observe.not-yet')
    return { id, title: words(title), status, statusLabel }
  })
  return (
    <Section title={t('observe.checks')}>
      <TaskList label={t('observe.checks')} tasks={tasks} />
    </Section>
  )
}

function OutcomePage(props: Enrolled & { observed: Observed }) {
  const { place, enrolment, observed } = props
  const { outcome, step, stage } = observed
  const standing = standingOf(usePlaceView(), enrolment.id, outcome.id)
  const seen = standing.length > 0
  const label = seen ? t('observe.count', { count: standing.length }) : t('observe.not-yet')
  return (
    <Page
      title={words(outcome.title)}
      subtitle={`${t('observe.of', { step: `${step.number} ${words(step.title)}` })}. ${t('observe.never-blocks')}`}
      back={{
        href: `/d/${place}/tahap/${enrolment.id}/${stage.id}`,
        label: t('observe.back', { number: stage.number, title: words(stage.title) }),
      }}
      badge={<StatusBadge status={seen ? 'done' : 'later'} label={label} />}
    >
      <ObservationForm {...props} />
      <Marks {...props} />
      {seen && (
        <Section title={t('observe.list')} tone="plain">
          {standing.map((row) => (
            <ObservationCard key={row.id} place={place} programme={props.programme} row={row} />
          ))}
        </Section>
      )}
    </Page>
  )
}

/** Everything that can be seen, stage by stage. */
function AllPage({ place, enrolment, programme }: Enrolled) {
  const view = usePlaceView()
  const tasks = observedIn(programme).map(({ outcome, step }) => {
    const count = standingOf(view, enrolment.id, outcome.id).length
    return {
      id: outcome.id,
      title: `${step.number} ${words(outcome.title)}`,
      status: count > 0 ? ('done' as const) : ('later' as const),
      statusLabel: count > 0 ? t('observe.count', { count }) : t('observe.not-yet'),
      href: `/d/${place}/pengamatan?jenis=${outcome.id}&pendaftaran=${enrolment.id}`,
    }
  })
  return (
    <Page
      title={t('observe.title')}
      subtitle={t('observe.never-blocks')}
      back={{ href: `/d/${place}`, label: words(titleIn(programme, enrolment)) }}
    >
      <Section>
        {tasks.length === 0 ? (
          <EmptyState icon="flag" title={t('observe.nothing')}>
            {t('observe.nothing-why')}
          </EmptyState>
        ) : (
          <TaskList label={t('observe.title')} tasks={tasks} />
        )}
      </Section>
    </Page>
  )
}

function ObservationsScreen({ place }: ScreenProps) {
  const [get] = useFilters()
  const [first] = useRows<EnrolmentRow>('programmes.enrolment')
  const enrolment = useRow<EnrolmentRow>('programmes.enrolment', get('pendaftaran') || first?.id)
  const programme = useRow<Programme>('programmes.programme', enrolment?.programme)
  if (!enrolment || !programme)
    return (
      <Page title={t('observe.title')} back={{ href: `/d/${place}`, label: t('observe.title') }}>
        <EmptyState icon="flag" title={t('observe.not-here')}>
          {t('observe.not-here-why')}
        </EmptyState>
      </Page>
    )
  const observed = observedIn(programme).find(({ outcome }) => outcome.id === get('jenis'))
  const enrolled = { place, enrolment, programme }
  return observed ? <OutcomePage {...enrolled} observed={observed} /> : <AllPage {...enrolled} />
}

export default listScreen(
  {
    ...{ collection: observationCollection, icon: 'flag', readers: observationReaders },
    title: observationsTexts['observe.title'],
  },
  ObservationsScreen,
)
