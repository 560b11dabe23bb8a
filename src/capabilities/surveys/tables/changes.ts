// What a new version of a form means for the tables of its surveys: names that ask for another type, are another thing, or stand
// elsewhere now. Nothing is lost by it (columns.ts), but whoever counts finds two columns, and is told before.
import type { Fault, FormModel, Item } from '../../../xlsform/model.ts'
import { stored, takes } from './columns.ts'

type Model = Pick<FormModel, 'items' | 'root' | 'version'>

/** Every name with its path in the answers: 'house/roof'. */
function itemsOf({ items, root }: Model): Map<string, Item> {
  const found = new Map<string, Item>()
  const walk = (within: readonly Item[]): void => {
    for (const item of within) {
      if (item.kind !== 'question' || stored(item)) found.set(item.path.slice(root.length + 1), item)
      if (item.kind !== 'question') walk(item.children)
    }
  }
  walk(items)
  return found
}

/** As the survey sheet writes it. */
const written = (item: Item): string => (item.kind === 'question' ? item.type : `begin_${item.kind}`)

/** Whether the answers of two items at one path stand in one column. */
const together = (newer: Item, older: Item): boolean =>
  newer.kind === 'question' && older.kind === 'question'
    ? takes(newer.type, older.type)
    : newer.kind === older.kind

type Change = { code: string; item: Item; from: string; to: string }

type Items = ReadonlyMap<string, Item>

/** A question that is gone here and stands at one other path alone, where none stood before. */
function moved(path: string, was: Item, newer: Items, older: Items): Change[] {
  if (was.kind !== 'question') return []
  const found = [...newer].filter(
    ([at, { name, kind }]) => name === was.name && kind === 'question' && !older.has(at),
  )
  const [[to, item] = []] = found
  return to !== undefined && item && found.length === 1
    ? [{ code: 'form-question-moved', item, from: path, to }]
    : []
}

/** The changes since one older version. */
function since(newer: Items, older: Items): Change[] {
  return [...older].flatMap(([path, was]): Change[] => {
    const now = newer.get(path)
    if (!now) return moved(path, was, newer, older)
    if (together(now, was)) return []
    const isType = now.kind === 'question' && was.kind === 'question'
    const code = isType ? 'form-type-changed' : 'form-structure-changed'
    return [{ code, item: now, from: written(was), to: written(now) }]
  })
}

/** Warnings about a new version, each with its row in the workbook; `olders` are the versions before, the newest first. */
export function changesOf(model: Model, olders: readonly Model[]): Fault[] {
  const newer = itemsOf(model)
  const found = new Map<string, Fault>()
  for (const older of olders)
    for (const { code, item, from, to } of since(newer, itemsOf(older))) {
      const key = `${code} ${item.path} ${from}`
      const path = item.path.slice(model.root.length + 1)
      const known = found.get(key)
      const versions = known ? `${known.facts.versions}, ${older.version}` : older.version
      const column = `${path.replaceAll('/', '-')} (v${known?.facts.first ?? older.version})`
      const facts = { versions, first: known?.facts.first ?? older.version, from, to, column }
      found.set(key, {
        code,
        sheet: 'survey',
        row: item.row,
        column: code === 'form-question-moved' ? 'name' : 'type',
        found: item.name,
        facts,
      })
    }
  return [...found.values()]
}
