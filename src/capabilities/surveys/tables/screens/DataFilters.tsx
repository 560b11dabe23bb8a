// Filters of the table: state, RT, days, and answers to open questions. All of them stand in the address.
import { useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { NumberField } from '../../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { type Column, findColumn, type Table } from '../columns.ts'
import type { Wish } from '../selection.ts'
import {
  d,
  labelOf,
  openQuestions,
  rtOptions,
  stateOptions,
  tableTitle,
  titleOf,
  useRtNames,
} from './DataFrame.tsx'
import { type Address, filtersIn } from './data-address.ts'

const numeric = new Set<Column['type']>(['integer', 'decimal', 'range'])
const dated = new Set<Column['type']>(['date', 'dateTime'])

type Draft = { in: string; has: string; min: string; max: string }
const blank: Draft = { in: '', has: '', min: '', max: '' }

const numberIn = (text: string): number | undefined => {
  const value = Number(text.replace(',', '.'))
  return text.trim() === '' || Number.isNaN(value) ? undefined : value
}

type Bound = number | string | undefined

function between(question: string, min: Bound, max: Bound): Wish | null {
  if (min === undefined && max === undefined) return null
  return { question, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** What is wished of a question, or nothing while nothing is filled in. */
function wishFrom(question: string, column: Column, draft: Draft): Wish | null {
  if (column.choices.length > 0) return draft.in ? { question, in: [draft.in] } : null
  if (numeric.has(column.type)) return between(question, numberIn(draft.min), numberIn(draft.max))
  if (dated.has(column.type)) return between(question, draft.min || undefined, draft.max || undefined)
  return draft.has ? { question, has: draft.has } : null
}

type DraftProps = { column: Column; draft: Draft; onChange: (draft: Draft) => void }

function AnswerFields({ column, draft, onChange }: DraftProps) {
  const set = (key: keyof Draft) => (value: string) => onChange({ ...draft, [key]: value })
  if (column.choices.length > 0)
    return (
      <SelectField
        name="answer"
        label={d('data.choose-answer')}
        value={draft.in}
        onChange={set('in')}
        emptyLabel="—"
        options={column.choices.map((each) => ({ value: each.name, label: labelOf(each.label, each.name) }))}
      />
    )
  if (numeric.has(column.type))
    return (
      <Cluster gap={3}>
        <NumberField name="least" label={d('data.least')} value={draft.min} onChange={set('min')} />
        <NumberField name="most" label={d('data.most')} value={draft.max} onChange={set('max')} />
      </Cluster>
    )
  if (dated.has(column.type))
    return (
      <Cluster gap={3}>
        <DateField name="least" label={d('data.from')} value={draft.min} onChange={set('min')} />
        <DateField name="most" label={d('data.to')} value={draft.max} onChange={set('max')} />
      </Cluster>
    )
  return <TextField name="has" label={d('data.contains')} value={draft.has} onChange={set('has')} />
}

export function wishText(tables: readonly Table[], wish: Wish): string {
  const found = findColumn(tables, wish.question)
  const title = found ? titleOf(found.column) : wish.question
  const chosen = (wish.in ?? []).map((name) => {
    const choice = found?.column.choices.find((each) => each.name === name)
    return choice ? labelOf(choice.label, name) : name
  })
  const parts = [
    ...chosen,
    wish.has && `“${wish.has}”`,
    wish.min !== undefined && `≥ ${wish.min}`,
    wish.max !== undefined && `≤ ${wish.max}`,
  ]
  return `${title}: ${parts.filter(Boolean).join(' ')}`
}

type WishProps = {
  tables: readonly Table[]
  wishes: readonly Wish[]
  onChange: (wishes: readonly Wish[]) => void
}

function AnswerFilter({ tables, wishes, onChange }: WishProps) {
  const [question, setQuestion] = useState('')
  const [draft, setDraft] = useState(blank)
  const found = question ? findColumn(tables, question) : null
  const add = () => {
    const wish = found && wishFrom(question, found.column, draft)
    if (!wish) return
    onChange([...wishes, wish])
    setQuestion('')
    setDraft(blank)
  }
  const title = (table: Table, column: Column) =>
    table.path ? `${tableTitle(table)}: ${titleOf(column)}` : titleOf(column)
  return (
    <form
      className="sv-answer-filter"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <SelectField
        name="question"
        label={d('data.answer')}
        value={question}
        onChange={(value) => {
          setQuestion(value)
          setDraft(blank)
        }}
        emptyLabel={d('data.choose-question')}
        options={openQuestions(tables).map(({ path, table, column }) => ({
          value: path,
          label: title(table, column),
        }))}
      />
      {found && <AnswerFields column={found.column} draft={draft} onChange={setDraft} />}
      {found && (
        <Button type="submit" icon="filter">
          {d('data.add-filter')}
        </Button>
      )}
    </form>
  )
}

type Props = {
  tables: readonly Table[]
  address: Address
  wishes: readonly Wish[]
  go: (changes: Partial<Address>) => void
  setWishes: (wishes: readonly Wish[]) => void
  /** Officers above the village see figures, not who lives where. */
  village: boolean
}

export function DataFilters({ tables, address, wishes, go, setWishes, village }: Props) {
  const names = useRtNames()
  const count = filtersIn(address, wishes)
  return (
    <details className="sv-filters" open={count > 0}>
      <summary>
        <Icon name="filter" />
        {count > 0 ? d('data.filters-on', { count }) : d('data.filters')}
      </summary>
      <div className="sv-filter-fields">
        <SelectField
          name="state"
          label={d('data.state')}
          value={address.state}
          onChange={(state) => go({ state })}
          emptyLabel={d('data.any-state')}
          options={stateOptions()}
        />
        {village && names.size > 0 && (
          <SelectField
            name="rt"
            label={d('data.rt')}
            value={address.rt}
            onChange={(rt) => go({ rt })}
            emptyLabel={d('data.any-rt')}
            options={rtOptions(names)}
          />
        )}
        <DateField
          name="from"
          label={d('data.from')}
          value={address.from}
          onChange={(from) => go({ from })}
        />
        <DateField name="to" label={d('data.to')} value={address.to} onChange={(to) => go({ to })} />
      </div>
      <AnswerFilter tables={tables} wishes={wishes} onChange={setWishes} />
      {count > 0 && (
        <Cluster gap={2}>
          {wishes.map((wish, index) => (
            <button
              key={wishText(tables, wish)}
              type="button"
              className="sv-chip"
              aria-label={d('data.remove-filter', { name: wishText(tables, wish) })}
              onClick={() => setWishes(wishes.filter((_, at) => at !== index))}
            >
              {wishText(tables, wish)}
              <Icon name="x" />
            </button>
          ))}
          <Button variant="link" onClick={() => go({ state: '', rt: '', from: '', to: '', where: '' })}>
            {d('data.clear')}
          </Button>
        </Cluster>
      )}
    </details>
  )
}
