// /d/:place/bagan/:id/ubah: a chart is changed, place by place.
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import type { Chart } from '../chart.ts'
import { gridOf } from '../grid-rules.ts'
import { changesBetween, clashesOf } from '../rules.ts'
import { ChartEditor } from './ChartEditor.tsx'
import { Clashes } from './Clashes.tsx'
import { useChangedChart } from './use-chart-form.ts'
import { chartRecord, t } from './words.ts'

function ChangeChartPage({ place, row }: RecordProps<Chart>) {
  const { form, photo, kind, choose } = useChangedChart(place, row)
  const { told, base } = form.draft
  const back = `/d/${place}/bagan/${row.id}`
  return (
    <Page
      title={t('chart.edit')}
      subtitle={String(row.told.title ?? '')}
      back={{ href: back, label: t(`chart.kind-${kind}`) }}
    >
      <Clashes
        grid={gridOf({ kind, told: { ...row.told, ...told } })}
        clashes={clashesOf(row.told, changesBetween(base, told))}
        theirs={row.told}
        onChoose={choose}
      />
      <ChartEditor {...{ place, kind, form, photo }} cancel={back} />
    </Page>
  )
}

export default recordScreen(chartRecord, ChangeChartPage)
