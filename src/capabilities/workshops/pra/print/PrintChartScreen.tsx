// /d/:place/bagan/:id/cetak: a chart for the wall, with its picture, its table and where it comes from.
import { useState } from 'react'
import { LogLine } from '../../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { PrintSheet, SheetLines } from '../../../../platform/browser/ui/print/PrintSheet.tsx'
import type { Chart } from '../chart.ts'
import { gridOf } from '../grid-rules.ts'
import { aboutFacts } from '../screens/ChartScreen.tsx'
import { Picture } from '../screens/Pictures.tsx'
import { ChartTable, Reading } from '../screens/Reading.tsx'
import { chartRecord, dayText, t } from '../screens/words.ts'

function PrintChartPage({ place, row }: RecordProps<Chart>) {
  const [size, setSize] = useState<'f4' | 'a3'>('f4')
  const { title: village } = usePlaceName(place)
  const grid = gridOf(row)
  const title = String(row.told.title ?? '')
  const facts = aboutFacts({ told: row.told, byName: '' })
  return (
    <Page
      title={t('chart.print')}
      width="wide"
      back={{ href: `/d/${place}/bagan/${row.id}`, label: t(`chart.kind-${row.kind}`) }}
    >
      <div data-print="hide">
        <Cluster justify="between">
          <Switch
            name="size"
            label={t('chart.paper')}
            value={size}
            options={(['f4', 'a3'] as const).map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(next) => setSize(next === 'a3' ? 'a3' : 'f4')}
          />
          <Button variant="primary" icon="printer" onClick={() => window.print()}>
            {t('chart.print-now')}
          </Button>
        </Cluster>
      </div>
      <PrintSheet
        paper={size}
        landscape
        look="plain"
        title={title}
        number={`${t(`chart.kind-${row.kind}`)} · ${village} · ${dayText(String(row.told.on ?? ''))}`}
      >
        <div className={row.kind === 'venn' ? 'chart-beside' : undefined}>
          <Picture grid={grid} title={title} />
          <div>
            <Reading grid={grid} />
            {row.kind !== 'calendar' && <ChartTable grid={grid} caption={title} />}
            <SheetLines lines={facts.map(({ label, value }) => [label, value] as const)} />
          </div>
        </div>
        <LogLine />
      </PrintSheet>
    </Page>
  )
}

export default recordScreen(chartRecord, PrintChartPage)
