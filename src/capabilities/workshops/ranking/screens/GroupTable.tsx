// Groups by RT: a bar for each group, and the table that it was drawn from.
import './ranking.css'
import { DataTable } from '../../../../platform/browser/ui/records/DataTable.tsx'
import { useLocalPlaces } from '../../../people/hooks.browser.ts'
import { countsOf } from '../group-rules.ts'
import type { Group } from '../ranking.ts'
import type { Results } from './use-ranking.ts'
import { number, t } from './words.ts'

type BarsProps = { groups: readonly Group[]; counts: readonly number[]; hidden?: ReadonlySet<number> }

/** A bar for each group; one whose count is not told has none. */
export function GroupBars({ groups, counts, hidden }: BarsProps) {
  const most = Math.max(1, ...counts)
  return (
    <ul className="ranking-bars">
      {groups.map(({ name, upTo }, i) => (
        <li key={name}>
          <span>
            {name} <small>{upTo === null ? '' : `≤ ${number(upTo, 1)}`}</small>
          </span>
          <i style={{ inlineSize: hidden?.has(i) ? 0 : `${(100 * (counts[i] ?? 0)) / most}%` }} />
          <b className="rb-number">{hidden?.has(i) ? '—' : counts[i]}</b>
        </li>
      ))}
    </ul>
  )
}

export function GroupTable({ lines, groups }: Results) {
  const { lineOf, options } = useLocalPlaces()
  const counted = countsOf(
    lines.map(({ card, group }) => ({ localPlace: card?.localPlace ?? null, group })),
    groups.length,
    options.map(({ value }) => value),
  )
  return (
    <>
      <GroupBars groups={groups} counts={counted.totals} />
      <DataTable
        caption={t('result.by-group')}
        columns={[
          {
            key: 'where',
            header: t('result.where'),
            cell: (row) => (row.localPlace === null ? t('result.no-place') : (lineOf(row.localPlace) ?? '–')),
            total: t('result.total'),
          },
          ...groups.map(({ name }, i) => ({
            key: name,
            header: name,
            number: true,
            cell: (row: (typeof counted.rows)[number]) => row.counts[i],
            total: counted.totals[i],
          })),
          {
            key: 'all',
            header: t('result.total'),
            number: true,
            cell: (row) => row.total,
            total: counted.total,
          },
        ]}
        rows={counted.rows}
        rowKey={(row) => row.localPlace ?? 'none'}
      />
    </>
  )
}
