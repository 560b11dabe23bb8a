// Which questions stand as columns; remembered on this phone, form by form.
import { useState } from 'react'
import { keepSmall, small } from '../../../../platform/browser/local/small-things.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { SearchField } from '../../../../platform/browser/ui/form/SearchField.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import type { Table } from '../columns.ts'
import { d, isNoted, tableTitle, titleOf } from './DataFrame.tsx'

const firstFew = 6
const most = 40
const keyOf = (formId: string) => `rembug-survey-columns:${formId}`

export type Shown = { key: string; title: string; personal: boolean; number: boolean }

/** The columns there are: questions of the submission itself, and how many members each repeat has. */
export function columnsOf(tables: readonly Table[], personal: boolean): Shown[] {
  const root = tables.find((table) => table.path === '')
  const questions = (root?.columns ?? [])
    .filter((column) => personal || column.privacy === 'open')
    .sort((a, b) => Number(isNoted(a)) - Number(isNoted(b)))
    .map((column) => ({
      key: column.key,
      title: titleOf(column),
      personal: column.privacy !== 'open',
      number: ['integer', 'decimal', 'range'].includes(column.type),
    }))
  const repeats = tables
    .filter((table) => table.parent === '')
    .map((table) => ({
      key: table.key,
      title: d('data.members', { name: tableTitle(table) }),
      personal: false,
      number: true,
    }))
  return [...questions, ...repeats]
}

function remembered(formId: string): string[] | null {
  const read = small(keyOf(formId))
  return Array.isArray(read) ? read.map(String) : null
}

export function useChosenColumns(formId: string, all: readonly Shown[]) {
  const [chosen, setChosen] = useState(() => remembered(formId))
  const keys = chosen ?? all.slice(0, firstFew).map((each) => each.key)
  return {
    keys,
    shown: all.filter((each) => keys.includes(each.key)),
    choose: (next: readonly string[] | null) => {
      keepSmall(keyOf(formId), next)
      setChosen(next ? [...next] : null)
    },
  }
}

type Props = {
  all: readonly Shown[]
  keys: readonly string[]
  choose: (keys: readonly string[] | null) => void
}

export function DataColumns({ all, keys, choose }: Props) {
  const [find, setFind] = useState('')
  const wanted = all.filter((each) => each.title.toLowerCase().includes(find.toLowerCase()))
  const toggle = (key: string, on: boolean) =>
    choose(on ? [...keys, key].slice(-most) : keys.filter((each) => each !== key))
  return (
    <details className="sv-columns">
      <summary>
        <Icon name="settings" />
        {d('data.columns', { count: all.filter((each) => keys.includes(each.key)).length })}
      </summary>
      <div className="sv-columns-sheet">
        {all.length > 12 && (
          <SearchField
            name="column"
            label={d('data.columns-find')}
            value={find}
            onChange={setFind}
            clearLabel={d('data.clear')}
          />
        )}
        <fieldset>
          <legend className="rb-hidden">{d('data.columns-which')}</legend>
          {wanted.map((each) => (
            <label key={each.key} className="rb-check">
              <input
                type="checkbox"
                checked={keys.includes(each.key)}
                onChange={(event) => toggle(each.key, event.target.checked)}
              />
              <span>
                {each.title}
                {each.personal && <small className="rb-hint"> · {d('data.personal')}</small>}
              </span>
            </label>
          ))}
        </fieldset>
        <Button variant="link" onClick={() => choose(null)}>
          {d('data.columns-reset')}
        </Button>
      </div>
    </details>
  )
}
