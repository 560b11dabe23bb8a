// Two questions crossed: a table with totals, as counts or as percent of row or column.

import { useState } from 'react'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { numberText } from '../../screens/words.ts'
import type { Cross } from '../questions.ts'
import { barText, c } from './ChartFigure.tsx'
import { d } from './DataFrame.tsx'

export type CrossQuestion = { path: string; title: string; named?: ((value: string) => string) | undefined }
type Show = 'count' | 'row' | 'column'

const nameOf = (question: CrossQuestion | undefined, head: Cross['columns'][number]) =>
  barText(/^\d{4}-\d\d(-\d\d)?$/.test(head.value ?? '') ? 'days' : 'choices', head, question?.named)

const cellText = (count: number, show: Show, row: number, column: number): string => {
  if (show === 'count') return numberText(count)
  const whole = show === 'row' ? row : column
  return whole > 0 ? `${numberText((count * 100) / whole, 1)}%` : '–'
}

type TableProps = { cross: Cross; rows: CrossQuestion; columns: CrossQuestion; show: Show }

function CrossTable({ cross, rows, columns, show }: TableProps) {
  const most = Math.max(1, ...cross.rows.flatMap((row) => row.cells))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="sv-cross" aria-label={c('charts.crossed')} tabIndex={0}>
      <table>
        <caption>{c('charts.cross-caption', { rows: rows.title, columns: columns.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{rows.title}</th>
            {cross.columns.map((column) => (
              <th scope="col" key={column.value}>
                {nameOf(columns, column)}
              </th>
            ))}
            <th scope="col">{c('charts.total')}</th>
          </tr>
        </thead>
        <tbody>
          {cross.rows.map((row) => (
            <tr key={row.value}>
              <th scope="row">{nameOf(rows, row)}</th>
              {row.cells.map((count, index) => (
                <td key={cross.columns[index]?.value}>
                  <i aria-hidden="true" style={{ '--share': (count / most) * 0.28 } as React.CSSProperties} />
                  {cellText(count, show, row.total, cross.columns[index]?.total ?? 0)}
                </td>
              ))}
              <td>{cellText(row.total, show, row.total, cross.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{c('charts.total')}</th>
            {cross.columns.map((column) => (
              <td key={column.value}>{cellText(column.total, show, cross.total, column.total)}</td>
            ))}
            <td>{show === 'count' ? numberText(cross.total) : '100%'}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

type Props = {
  place: string
  survey: string
  questions: readonly CrossQuestion[]
  selection: Readonly<Record<string, string | undefined>>
}

export function ChartsCross({ place, survey, questions, selection }: Props) {
  const [rows, setRows] = useState('')
  const [columns, setColumns] = useState('')
  const [show, setShow] = useState<Show>('count')
  const both = rows !== '' && columns !== ''
  const asked = useAnswer<Cross>(
    'surveys.cross',
    both ? { place, survey, rows, columns, ...selection } : null,
  )
  const options = questions.map(({ path, title }) => ({ value: path, label: title }))
  const of = (path: string) => questions.find((each) => each.path === path) ?? { path, title: path }
  return (
    <Stack gap={4}>
      <div className="sv-controls">
        <SelectField
          name="rows"
          label={c('charts.rows')}
          value={rows}
          onChange={setRows}
          emptyLabel="—"
          options={options}
        />
        <SelectField
          name="columns"
          label={c('charts.columns')}
          value={columns}
          onChange={setColumns}
          emptyLabel="—"
          options={options}
        />
        <SelectField
          name="show"
          label={c('charts.show')}
          value={show}
          onChange={(value) => setShow(value as Show)}
          options={[
            { value: 'count', label: c('charts.as-count') },
            { value: 'row', label: c('charts.as-row') },
            { value: 'column', label: c('charts.as-column') },
          ]}
        />
      </div>
      {!both && (
        <EmptyState icon="chart" title={c('charts.choose-two')}>
          {c('charts.choose-two-why')}
        </EmptyState>
      )}
      {both && !asked.value && <AnswerRest answer={asked} label={d('data.loading')} />}
      {both && asked.value && (
        <>
          <CrossTable cross={asked.value} rows={of(rows)} columns={of(columns)} show={show} />
          {asked.value.several && <Notice tone="info">{c('charts.mentions')}</Notice>}
          {asked.value.cut && <Notice tone="info">{c('charts.cut')}</Notice>}
        </>
      )}
    </Stack>
  )
}
