// What an .xlsx tells of its sheets beside their cells: which are hidden, how many rows are, and which formulas came without a result or failed. Programs that
// write workbooks without reckoning (openpyxl) leave it out until Excel saves the file; the reader then gives an empty cell.
import { columnOf, type Part } from './archive.ts'

export type SheetFacts = {
  hidden: boolean
  /** Rows that a filter or a person hid; they are read like others. */
  hiddenRows: number
  noResult: { row: number; column: number }[]
}

const sheets = /<(?:\w+:)?sheet\s([^>]{1,2000})>/g
const relations = /<(?:\w+:)?Relationship\s([^>]{1,2000})>/g
const attribute = (attributes: string, name: string) =>
  new RegExp(`(?:^|[\\s:])${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

// A result that is an empty text (t="str") is one.
const formula =
  /<(?:\w+:)?c\s([^>]{0,200})>\s*<(?:\w+:)?f\b[^>]{0,500}?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:(<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)\s*)?<\/(?:\w+:)?c>/g

const hiddenRow = /<(?:\w+:)?row\s(?:[^>]{0,400}\s)?hidden="(?:1|true)"/g

// #N/A and its like, which the reader takes for an empty cell too.
const failed = /<(?:\w+:)?c\s([^>]{0,200}?\bt="e"[^>]{0,200})>/g

function withoutResult(text: string): SheetFacts['noResult'] {
  return [...text.matchAll(formula), ...text.matchAll(failed)].flatMap(([, attributes = '', emptied]) => {
    const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(attributes, 'r')) ?? []
    if (!letters || (emptied !== undefined && attribute(attributes, 't') === 'str')) return []
    return [{ row: Number(digits) - 1, column: columnOf(letters) - 1 }]
  })
}

/** Of each sheet, in the order of the workbook. */
export function sheetFactsOf(texts: ReadonlyMap<Part, string>): SheetFacts[] {
  const byName = new Map([...texts].map(([{ name }, text]) => [name.replace(/^\//, '').toLowerCase(), text]))
  const targets = new Map(
    [...(byName.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(relations)].map(([, told = '']) => [
      attribute(told, 'Id'),
      attribute(told, 'Target').toLowerCase(),
    ]),
  )
  return [...(byName.get('xl/workbook.xml') ?? '').matchAll(sheets)].map(([, told = '']) => {
    const target = targets.get(attribute(told, 'id')) ?? ''
    const text = byName.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? ''
    const hiddenRows = text.match(hiddenRow)?.length ?? 0
    return { hiddenRows, hidden: /hidden/i.test(attribute(told, 'state')), noResult: withoutResult(text) }
  })
}
