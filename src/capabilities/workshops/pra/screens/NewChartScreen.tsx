// /d/:place/fgd/:id/bagan/:kind: a chart is begun at a workshop.
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import type { Meeting } from '../../../meetings/meeting.ts'
import { workshopRecord } from '../../words.browser.ts'
import { type ChartKind, chartKinds } from '../chart.ts'
import { ChartEditor } from './ChartEditor.tsx'
import { useNewChart } from './use-chart-form.ts'
import { t } from './words.ts'

function NewChartPage({ place, row: meeting, params }: RecordProps<Meeting>) {
  const kind = chartKinds.find((each) => each === params.kind) ?? 'trend'
  return <Drawing key={kind} {...{ place, meeting, kind }} />
}

function Drawing({ place, meeting, kind }: { place: string; meeting: Meeting; kind: ChartKind }) {
  const back = `/d/${place}/fgd/${meeting.id}/bagan`
  return (
    <Page title={t('chart.begin')} subtitle={meeting.title} back={{ href: back, label: t('chart.title') }}>
      <ChartEditor place={place} {...useNewChart(place, meeting, kind)} cancel={back} />
    </Page>
  )
}

export default recordScreen(workshopRecord, NewChartPage)
