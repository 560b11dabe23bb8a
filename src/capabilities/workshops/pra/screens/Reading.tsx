// The table of a chart, and what it says when it is read: on screens and on paper alike.
import './chart.css'
import type { ReactNode } from 'react'
import { cellAt, type Grid, pairAt, pairsOf, valueAt } from '../grid-rules.ts'
import {
  hungerWithoutWork,
  matrixRanking,
  overlapsOf,
  pairwiseRanking,
  type Ranked,
  trendOf,
} from '../reading-rules.ts'
import { columnName, monthName, t } from './words.ts'

export function Reading({ grid }: { grid: Grid }) {
  if (grid.kind === 'calendar') return <Hunger grid={grid} />
  if (grid.kind === 'matrix') return <Places ranked={matrixRanking(grid)} points={t('read.points')} />
  if (grid.kind !== 'pairwise') return null
  return (
    <>
      <Places ranked={pairwiseRanking(grid)} points={t('read.wins')} />
      <p className="rb-hint">{t('read.circle')}</p>
    </>
  )
}

function Hunger({ grid }: { grid: Grid }) {
  const found = hungerWithoutWork(grid)
  if (!grid.rows.some(({ mark }) => mark !== null)) return null
  const months = found.map(({ month }) => monthName(month, true)).join(', ')
  return (
    <p className="chart-reads">{found.length > 0 ? t('read.hunger', { months }) : t('read.no-hunger')}</p>
  )
}

function Places({ ranked, points }: { ranked: readonly Ranked[]; points: string }) {
  const most = Math.max(1, ...ranked.map((each) => each.points))
  return (
    <ol className="chart-places">
      {ranked.map(({ row, place, points: won, tied }) => (
        <li key={row.id}>
          <b className="rb-number">{place}</b>
          <span>
            {row.label} {tied && <small>({t('read.tied')})</small>}
          </span>
          <i style={{ inlineSize: `${(100 * won) / most}%` }} />
          <span className="rb-number">
            {won} <span className="rb-hidden">{points}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Rows by columns; of pairs who was chosen; of a Venn diagram with whom each works together. */
export function ChartTable({ grid, caption }: { grid: Grid; caption: string }) {
  const { kind, rows, columns } = grid
  const more: { header: string; cell: (row: string) => ReactNode }[] =
    kind === 'trend'
      ? [{ header: t('read.trend'), cell: (row) => t(`read.${trendOf(grid, row)}`) }]
      : kind === 'venn'
        ? [{ header: t('read.together'), cell: (row) => togetherWith(grid, row) }]
        : []
  if (kind === 'pairwise') return <PairTable grid={grid} caption={caption} />
  return (
    <div className="chart-scroll">
      <table className="chart-table">
        <caption className="rb-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" />
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {columnName(grid, column)}
              </th>
            ))}
            {more.map(({ header }) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => (
                <td key={cellAt(row.id, column.id)} className={kind === 'transect' ? undefined : 'rb-num'}>
                  {valueAt(grid, row.id, column.id) ?? '–'}
                </td>
              ))}
              {more.map(({ header, cell }) => (
                <td key={header}>{cell(row.id)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const togetherWith = (grid: Grid, row: string): string =>
  overlapsOf(grid)
    .filter((pair) => pair.some(({ id }) => id === row))
    .flatMap((pair) => pair.filter(({ id }) => id !== row).map(({ label }) => label))
    .join(', ') || '–'

function PairTable({ grid, caption }: { grid: Grid; caption: string }) {
  const name = new Map(grid.rows.map(({ id, label }) => [id, label]))
  return (
    <div className="chart-scroll">
      <table className="chart-table">
        <caption className="rb-hidden">{caption}</caption>
        <tbody>
          {pairsOf(grid.rows).map(([a, b]) => (
            <tr key={pairAt(a.id, b.id)}>
              <th scope="row">
                {a.label} – {b.label}
              </th>
              <td>{name.get(String(grid.told[pairAt(a.id, b.id)])) ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
