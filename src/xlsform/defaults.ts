// A default that is no answer of its type would be dropped by whoever opens the form, without a word.
import type { Report } from './faults/faults.ts'
import { type Lists, listNamed } from './lists/lists.ts'
import type { Logic } from './logic.ts'
import type { SurveyNode } from './tree.ts'

const day = String.raw`\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])`
const clock = String.raw`([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?`
const point = String.raw`-?\d+(\.\d+)? -?\d+(\.\d+)?( -?\d+(\.\d+)?){0,2}`
const kinds: Readonly<Record<string, readonly [RegExp, string]>> = {
  integer: [/^[+-]?\d+$/, '3'],
  decimal: [/^[+-]?(\d+(\.\d*)?|\.\d+)$/, '2.5'],
  range: [/^[+-]?\d+(\.\d+)?$/, '3'],
  date: [new RegExp(`^${day}$`), '2017-08-17'],
  time: [new RegExp(`^${clock}$`), '09:30:00'],
  dateTime: [new RegExp(`^${day}(T${clock})?$`), '2017-08-17T09:30:00'],
  geopoint: [new RegExp(`^${point}$`), '-6.2 106.8 0 0'],
  geotrace: [new RegExp(`^${point}( *; *${point})*;?$`), '-6.2 106.8 0 0; -6.3 106.9 0 0'],
  geoshape: [new RegExp(`^${point}( *; *${point})*;?$`), '-6.2 106.8 0 0; -6.3 106.9 0 0; -6.2 106.8 0 0'],
}

/** Warns of a static default that is no answer of its type, or no choice of its list. */
export function checkDefault(node: SurveyNode, { fixed }: Logic, lists: Lists, report: Report): void {
  const { type, list = '', from } = node.type ?? {}
  if (fixed === '' || !type) return
  const place = node.row.at('default')
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (kind && !kind[0].test(fixed)) report.warn('default-unfit', place, fixed, { mend: kind[1] })
  if (from !== 'choices') return
  const names = new Set(listNamed(lists, list, false)?.choices.map((choice) => choice.name))
  const given = type === 'select_one' ? [fixed] : fixed.split(/\s+/)
  const unknown = names.size > 0 ? given.find((each) => !names.has(each)) : undefined
  if (unknown !== undefined)
    report.warn('default-no-choice', place, unknown, { name: node.name, ...report.suggest(unknown, names) })
}
