// What a chart looks like: lines of a trend, a calendar by its heat, circles of institutions. Each stands beside its table.
import './chart.css'
import { useNarrow } from '../../../../platform/browser/ui/narrow.ts'
import { type Grid, numberAt } from '../grid-rules.ts'
import { circlesOf, hungerWithoutWork } from '../reading-rules.ts'
import { monthName, t } from './words.ts'

export function Picture({ grid, title }: { grid: Grid; title: string }) {
  const label = t('read.picture', { title })
  if (grid.kind === 'trend') return <TrendLines grid={grid} label={label} />
  if (grid.kind === 'calendar') return <Heat grid={grid} label={label} />
  return grid.kind === 'venn' ? <Circles grid={grid} label={label} /> : null
}

type Props = { grid: Grid; label: string }
/** Lines are told apart by their dashes too: paper is black and white. */
const dashes = ['', '7 3', '2 3', '10 3 2 3', '1 4', '14 4', '5 2 1 2', '3 6']

function TrendLines({ grid, label }: Props) {
  // Drawn for the screen it stands on, so that its words can be read without a glass.
  const narrow = useNarrow()
  const [left, top, width, height, right] = narrow ? [22, 10, 178, 170, 92] : [26, 10, 380, 190, 130]
  const longest = narrow ? 14 : 20
  const { columns, rows } = grid
  const x = (i: number) => left + (columns.length < 2 ? 0 : (i * width) / (columns.length - 1))
  const y = (value: number) => top + height - (value * height) / 10
  const lines = rows.map((row, n) => {
    const points = columns.flatMap(({ id }, i) => {
      const value = numberAt(grid, row.id, id)
      return value === null ? [] : [{ x: x(i), y: y(value) }]
    })
    return { row, points, dash: dashes[n % dashes.length], end: points.at(-1) }
  })
  const ends = spread(
    lines.map(({ end }) => end?.y ?? top),
    13,
    top,
    top + height,
  )
  return (
    <svg
      className="chart-picture"
      viewBox={`0 0 ${left + width + right} ${top + height + 24}`}
      role="img"
      aria-label={label}
    >
      {[0, 5, 10].map((value) => (
        <g key={value} className="chart-axis">
          <line x1={left} x2={left + width} y1={y(value)} y2={y(value)} />
          <text x={left - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {columns.map(({ id, label: year }, i) => (
        <text key={id} className="chart-tick" x={x(i)} y={top + height + 17} textAnchor="middle">
          {year}
        </text>
      ))}
      {lines.map(({ row, points, dash, end }, n) => (
        <g key={row.id} className="chart-line-of">
          <polyline points={points.map((each) => `${each.x},${each.y}`).join(' ')} strokeDasharray={dash} />
          {points.map((each) => (
            <circle key={each.x} cx={each.x} cy={each.y} r={3} />
          ))}
          {end && (
            <text x={end.x + 8} y={(ends[n] ?? end.y) + 4}>
              {row.label.length > longest ? `${row.label.slice(0, longest - 1)}…` : row.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** The same heights, moved apart so that words beside them can be read. */
function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  let last = low - gap
  for (const each of order) {
    each.y = Math.max(each.y, last + gap)
    last = each.y
  }
  const over = Math.max(0, last - high)
  const result: number[] = []
  for (const { y, i } of order) result[i] = y - over
  return result
}

function Heat({ grid, label }: Props) {
  const meeting = new Set(hungerWithoutWork(grid).map(({ month }) => month))
  return (
    <div className="chart-scroll">
      <table className="chart-heat">
        <caption className="rb-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col" />
            {grid.columns.map(({ id }, i) => (
              <th key={id} scope="col" data-meets={meeting.has(i + 1) || undefined}>
                <abbr title={monthName(i + 1, true)}>
                  {monthName(i + 1).slice(0, 1)}
                  <span>{monthName(i + 1).slice(1)}</span>
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {grid.columns.map(({ id }, i) => {
                const value = numberAt(grid, row.id, id) ?? 0
                const meets = meeting.has(i + 1) && row.mark !== null && value > 0
                return (
                  <td key={id} data-level={value} data-meets={meets || undefined}>
                    {value === 0 ? '' : value}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The words of a circle, in lines that fit into it. */
function wrapped(label: string, width: number): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > width + 4 ? `${word.slice(0, width + 3)}…` : word)
  }
  return lines.slice(0, 3)
}

function Circles({ grid, label }: Props) {
  const circles = circlesOf(grid)
  const edge = (of: (circle: (typeof circles)[number]) => number) => Math.max(16, ...circles.map(of)) + 2
  const [left, top] = [edge(({ x, r }) => r - x), edge(({ y, r }) => r - y)]
  const [right, bottom] = [edge(({ x, r }) => x + r), edge(({ y, r }) => y + r)]
  return (
    <svg
      className="chart-picture chart-venn"
      viewBox={`${-left} ${-top} ${left + right} ${top + bottom}`}
      role="img"
      aria-label={label}
    >
      <circle className="chart-people" r={13} />
      {circles.map(({ row, x, y, r }) => (
        <circle key={row.id} className="chart-body" cx={x} cy={y} r={r} />
      ))}
      <text className="chart-middle" textAnchor="middle" y={2.5}>
        {t('read.people')}
      </text>
      {circles.map(({ row, x, y, r }) => {
        const lines = wrapped(row.label, Math.max(7, Math.round(r / 2.2)))
        return (
          <text key={row.id} textAnchor="middle" x={x} y={y - (lines.length - 1) * 3.6 + 2.4}>
            {lines.map((line, i) => (
              <tspan key={line} x={x} dy={i === 0 ? 0 : 7.2}>
                {line}
              </tspan>
            ))}
          </text>
        )
      })}
    </svg>
  )
}
