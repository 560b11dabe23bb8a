// How charts are said on their screens.
import { type Day, isDay, longDay } from '../../../../kernel/day.ts'
import { texts } from '../../../../kernel/text.ts'
import { language, translate } from '../../../../platform/browser/language.ts'
import type { RecordKind } from '../../../../platform/browser/RecordPage.tsx'
import { type Chart, chartCollection, chartReaders, type Value } from '../chart.ts'
import { type Grid, type Line, months } from '../grid-rules.ts'
import { allChartTexts } from '../texts.ts'

export const says = texts(allChartTexts)
export const t = translate(says)
export const dayText = (day: Day): string => (isDay(day) ? longDay(day, language()) : '')

export const chartRecord: RecordKind<Chart> = {
  ...{ collection: chartCollection, called: says['chart.called'], icon: 'chart', readers: chartReaders },
  ...{ list: () => 'fgd', listCalled: says['chart.back'] },
}

/** "Jan" … "Des"; `long`: "Januari". */
export function monthName(month: number, long = false): string {
  const on = new Date(Date.UTC(2001, month - 1, 15))
  const locale = language() === 'id' ? 'id-ID' : 'en-GB'
  return on.toLocaleDateString(locale, { month: long ? 'long' : 'short', timeZone: 'UTC' })
}

type PartKey = keyof typeof says & `part.${string}`
const parts = new Set(Object.keys(says).filter((key) => key.startsWith('part.')))

/** What a column is called: a month, a part of a transect or of a Venn diagram, else as people named it. */
export function columnName({ kind }: Pick<Grid, 'kind'>, { id, label }: Pick<Line, 'id' | 'label'>): string {
  if (kind === 'calendar') return monthName(months.indexOf(id) + 1)
  return parts.has(`part.${id}`) ? t(`part.${id}` as PartKey) : label
}

const fieldName: Readonly<Record<string, keyof typeof says>> = {
  ...{ title: 'chart.name', on: 'chart.on', facilitator: 'chart.facilitator', women: 'chart.women' },
  ...{ men: 'chart.men', group: 'chart.group', source: 'chart.source', consensus: 'chart.consensus' },
  ...{ note: 'chart.note', order: 'part.order', mark: 'chart.mark' },
}

/** Where in a chart something stands, as people would say it: "Padi · Januari". */
export function placeName(grid: Grid, at: string): string {
  const [part = '', ...ids] = at.split('.')
  const lines = [...grid.rows, ...grid.columns]
  const named = ids.map((id) => {
    const line = lines.find((each) => each.id === id)
    return columnName(grid, line ?? { id, label: id })
  })
  const key = fieldName[part]
  return [key && t(key as 'chart.name'), ...named].filter(Boolean).join(' · ')
}

/** What stands there: of a pair the one that was chosen. */
export function valueName(grid: Pick<Grid, 'rows' | 'kind'>, value: Value): string {
  if (value === null || value === '') return t('chart.empty')
  if (value === 'yes' || value === 'no') return t(`chart.consensus-${value}`)
  const row = grid.kind === 'pairwise' ? grid.rows.find(({ id }) => id === value) : undefined
  return row?.label ?? String(value)
}
