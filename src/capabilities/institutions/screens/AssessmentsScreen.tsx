// /d/:place/lembaga/fgd: the discussions in which residents scored their institutions.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { runningIn } from '../../programmes/serving.ts'
import { titleIn } from '../../programmes/status.ts'
import { type Assessment, beginAssessment } from '../assessment.ts'
import { criteriaOf } from '../assessment-rules.ts'
import { pictureTexts } from '../picture-texts.ts'
import { institutionRecord } from '../records.browser.ts'
import { activeIn, assessmentsIn } from '../view.ts'
import { AssessmentForm } from './AssessmentForm.tsx'
import { InstitutionTabs } from './InstitutionTabs.tsx'
import { dayText, may, t, words } from './words.ts'

export const outcomeOf = ({ outcome }: Assessment) =>
  outcome === null
    ? ({ status: 'running', label: t('fgd.open') } as const)
    : outcome.agreed
      ? ({ status: 'done', label: t('fgd.agreed') } as const)
      : ({ status: 'declined', label: t('fgd.not-agreed') } as const)

const taskOf =
  (place: string) =>
  (row: Assessment): Task => ({
    id: row.id,
    title: `${row.title}, ${dayText(row.on)}`,
    status: outcomeOf(row).status,
    statusLabel: outcomeOf(row).label,
    why: t('fgd.scored', { count: new Set(row.scores.map(({ institution }) => institution)).size }),
    href: `/d/${place}/lembaga/fgd/${row.id}`,
  })

function Of({ place, enrolment, title }: { place: string; enrolment: string; title: string }) {
  const rows = assessmentsIn(usePlaceView(), enrolment)
  const mayBegin = may(useRoles(place), beginAssessment)
  const begin = mayBegin && (
    <DialogButton
      variant="primary"
      icon="plus"
      dialog={(close) => <AssessmentForm {...{ place, enrolment }} onClose={close} />}
    >
      {t('fgd.begin')}
    </DialogButton>
  )
  if (rows.length === 0)
    return (
      <EmptyState icon="people" level={2} title={t('fgd.none')} actions={begin}>
        {t('fgd.none-why')}
      </EmptyState>
    )
  return (
    <Section title={title} actions={begin}>
      <TaskList label={t('fgd.title')} tasks={rows.map(taskOf(place))} />
    </Section>
  )
}

function AssessmentsScreen({ place }: ScreenProps) {
  const view = usePlaceView()
  const running = runningIn(view).filter(({ programme }) => criteriaOf(programme).length > 0)
  const none = activeIn(view).length === 0
  return (
    <Page title={t('lembaga.title')} subtitle={t('lembaga.intro')}>
      <Stack>
        <InstitutionTabs place={place} part="fgd" />
        {running.length === 0 && (
          <EmptyState icon="people" level={2} title={t('fgd.no-programme')}>
            {t('fgd.no-programme-why')}
          </EmptyState>
        )}
        {running.length > 0 && none && (
          <EmptyState
            icon="house"
            level={2}
            title={t('fgd.no-institutions')}
            actions={<LinkButton href={`/d/${place}/lembaga`}>{t('lembaga.title')}</LinkButton>}
          />
        )}
        {!none &&
          running.map(({ row, programme }) => (
            <Of key={row.id} place={place} enrolment={row.id} title={words(titleIn(programme, row))} />
          ))}
      </Stack>
    </Page>
  )
}

export default listScreen({ ...institutionRecord, title: pictureTexts['fgd.title'] }, AssessmentsScreen)
