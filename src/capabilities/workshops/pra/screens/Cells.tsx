// What stands where rows and columns meet, each kind with the control that a thumb finds: months are tapped, scales chosen, of two one.
import './chart.css'
import { CheckCards } from '../../../../platform/browser/ui/form/CheckCards.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { cellAt, type Line, numberAt, pairAt, pairsOf, shapes, valueAt } from '../grid-rules.ts'
import type { Telling } from './use-chart-form.ts'
import { columnName, monthName, t } from './words.ts'

export function Cells(telling: Telling) {
  const { kind } = telling.grid
  if (kind === 'pairwise') return <Pairs {...telling} />
  return (
    <>
      {kind === 'calendar' && <p className="rb-hint">{t('chart.tap-month')}</p>}
      {telling.grid.rows.map((row) => (
        <section key={row.id} className="chart-row" aria-label={row.label}>
          <h3>{row.label}</h3>
          {kind === 'calendar' && <Months {...telling} row={row} />}
          {kind === 'transect' && <Words {...telling} row={row} />}
          {(kind === 'trend' || kind === 'matrix' || kind === 'venn') && <Scales {...telling} row={row} />}
          {kind === 'venn' && <Overlaps {...telling} row={row} />}
        </section>
      ))}
    </>
  )
}

type RowProps = Telling & { row: Line }

/** One month after the other: nothing, 1, 2, 3, and nothing again. */
function Months({ grid, tell, row }: RowProps) {
  return (
    <div className="chart-months">
      {grid.columns.map(({ id }, i) => {
        const value = numberAt(grid, row.id, id) ?? 0
        return (
          <button
            key={id}
            type="button"
            data-level={value}
            aria-label={`${row.label}, ${monthName(i + 1, true)}: ${value}`}
            onClick={() => tell(cellAt(row.id, id), value === 3 ? null : value + 1)}
          >
            <small>{monthName(i + 1)}</small>
            <b>{value === 0 ? '·' : value}</b>
          </button>
        )
      })}
    </div>
  )
}

function Words({ grid, tell, row }: RowProps) {
  return (
    <div className="chart-words">
      {grid.columns.map((column) => (
        <TextArea
          key={column.id}
          name={`${row.id}-${column.id}`}
          label={columnName(grid, column)}
          value={String(valueAt(grid, row.id, column.id) ?? '')}
          onChange={(value) => tell(cellAt(row.id, column.id), value)}
          rows={2}
          maxLength={300}
        />
      ))}
    </div>
  )
}

/** Up to five steps lie side by side; eleven are a slider with its number. */
function Scales({ grid, tell, row }: RowProps) {
  const { cell } = shapes[grid.kind]
  if (cell.of !== 'scale') return null
  const { min, max } = cell
  const steps = Array.from({ length: max - min + 1 }, (_, i) => String(min + i))
  return (
    <div className="chart-scales">
      {grid.columns.map((column) => {
        const at = cellAt(row.id, column.id)
        const value = numberAt(grid, row.id, column.id)
        const label = columnName(grid, column)
        const name = `${row.id}-${column.id}`
        return steps.length <= 5 ? (
          <Switch
            key={column.id}
            {...{ name, label }}
            value={value === null ? '' : String(value)}
            options={steps.map((step) => ({ value: step, label: step }))}
            onChange={(next) => tell(at, Number(next))}
          />
        ) : (
          <label key={column.id} className="chart-slide">
            <span>{label}</span>
            <input
              type="range"
              {...{ name, min, max }}
              value={value ?? min}
              data-empty={value === null || undefined}
              onChange={(event) => tell(at, Number(event.target.value))}
              // A thumb that only touches the zero says zero.
              onPointerUp={(event) => tell(at, Number(event.currentTarget.value))}
            />
            <output className="rb-number">{value ?? '–'}</output>
          </label>
        )
      })}
    </div>
  )
}

function Overlaps({ grid, tell, row }: RowProps) {
  const others = grid.rows.filter(({ id, label }) => id !== row.id && label.trim() !== '')
  if (others.length === 0) return null
  const chosen = others.map(({ id }) => id).filter((id) => grid.told[pairAt(row.id, id)] !== undefined)
  return (
    <Fold tone="plain" title={`${t('chart.overlaps')}: ${chosen.length}`}>
      <CheckCards
        name={`overlaps-${row.id}`}
        label={t('chart.overlaps')}
        optional={t('chart.optional')}
        values={chosen}
        onChange={(values) => {
          const changed = others.find(({ id }) => values.includes(id) !== chosen.includes(id))
          if (changed) tell(pairAt(row.id, changed.id), values.includes(changed.id) ? 1 : null)
        }}
        choices={others.map(({ id, label }) => ({ value: id, label }))}
        columns={2}
      />
    </Fold>
  )
}

/** Each two once, as two large buttons. */
function Pairs({ grid, tell }: Telling) {
  return (
    <ul className="chart-pairs" aria-label={t('chart.which')}>
      {pairsOf(grid.rows).map(([a, b]) => {
        const at = pairAt(a.id, b.id)
        const winner = grid.told[at]
        return (
          <li key={at}>
            {[a, b].map((each) => (
              <button
                key={each.id}
                type="button"
                aria-pressed={winner === each.id}
                onClick={() => tell(at, winner === each.id ? null : each.id)}
              >
                {each.label}
              </button>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
