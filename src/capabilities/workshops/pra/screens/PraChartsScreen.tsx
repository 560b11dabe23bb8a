// /d/:place/fgd/:id/bagan: the charts of a workshop, and which may be begun.
import { useRows } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { type Task, TaskList } from '../../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { may, workshopRecord } from '../../words.browser.ts'
import { type Chart, chartCollection, chartKinds, startChart } from '../chart.ts'
import { filledOf, gridOf } from '../grid-rules.ts'
import { t } from './words.ts'

function stateOf(row: Chart): Pick<Task, 'status' | 'statusLabel'> {
  if (row.withdrawn) return { status: 'archive', statusLabel: t('chart.state-withdrawn') }
  const { filled, all } = filledOf(gridOf(row))
  return filled === all
    ? { status: 'done', statusLabel: t('chart.state-done') }
    : { status: 'running', statusLabel: t('chart.filled', { filled, all }) }
}

function ChartsPage({ place, row: meeting }: RecordProps<Meeting>) {
  const rows = useRows<Chart>(chartCollection).filter((each) => each.meeting === meeting.id)
  const begins = may(useRoles(place), startChart)
  const kept = rows.map((row) => ({
    ...{ id: row.id, title: String(row.told.title ?? ''), why: t(`chart.kind-${row.kind}`) },
    ...stateOf(row),
    href: `/d/${place}/bagan/${row.id}`,
  }))
  const kinds = chartKinds.map((kind) => ({
    ...{ id: kind, title: t(`chart.kind-${kind}`), why: t(`chart.why-${kind}`) },
    ...{ status: 'later' as const, statusLabel: t('chart.begin') },
    href: `/d/${place}/fgd/${meeting.id}/bagan/${kind}`,
  }))
  return (
    <Page
      title={t('chart.title')}
      subtitle={meeting.title}
      back={{ href: `/d/${place}/fgd/${meeting.id}`, label: t('chart.back') }}
    >
      {rows.length > 0 && (
        <Section>
          <TaskList label={t('chart.title')} tasks={kept} />
        </Section>
      )}
      {begins ? (
        <Section title={t('chart.begin')}>
          <TaskList label={t('chart.begin')} tasks={kinds} />
        </Section>
      ) : (
        rows.length === 0 && <EmptyState icon="chart" level={2} title={t('chart.none')} />
      )}
    </Page>
  )
}

export default recordScreen(workshopRecord, ChartsPage)
