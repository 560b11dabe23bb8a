// Long lists stay beside the form, as CSV files that it names, and selects that only ask for lines with equal columns are
// told, so that a phone answers them from an index and ODK's engine never reads the list.

import type { Report } from '../faults/faults.ts'
import type { Form } from '../form.ts'
import { type Languages, wordsIn } from '../languages.ts'
import type { EqualTerm, IndexedSelect } from '../model.ts'
import type { Scope } from '../references.ts'
import { nodesOf, type SurveyNode } from '../tree.ts'
import { csvOf } from './csv.ts'
import type { ChoiceList, ListChoice, Lists } from './lists.ts'
import { escaped } from './without-lists.ts'

/** Longer lists are files: ODK's engine takes a second for some three thousand choices on a slow phone. */
export const inlineMost = 1000

const column = '[\\p{L}_][\\p{L}\\p{N}_.-]*'
const answer = '\\$\\{\\s*([^{}]+?)\\s*\\}'
const text = '\'([^\']*)\'|"([^"]*)"'
const forward = new RegExp(`^(${column})\\s*=\\s*(?:${answer}|${text})$`, 'u')
const backward = new RegExp(`^(?:${answer}|${text})\\s*=\\s*(${column})$`, 'u')

/** Without the brackets around it. */
const bare = (written: string): string => /^\(([^()]*)\)$/.exec(written.trim())?.[1]?.trim() ?? written.trim()

/** 'kab = ${kab}', either way round, or with a text in quotes; null for anything else. */
function termOf(written: string, node: SurveyNode, scope: Scope): EqualTerm | null {
  const one = forward.exec(written)
  const other = one ? null : backward.exec(written)
  const [name, asked, ...texts] = one
    ? [one[1], one[2], one[3], one[4]]
    : [other?.[4], other?.[1], other?.[2], other?.[3]]
  if (name === undefined) return null
  if (asked === undefined) return { column: name, text: texts[0] ?? texts[1] ?? '' }
  const [target, ...more] = scope.called(asked)
  if (!target || more.length > 0 || target.kind !== 'question') return null
  // Of the lines of a repeat only those around the question itself are one answer.
  if (target.repeat && !node.path.startsWith(`${target.repeat.path}/`)) return null
  return { column: name, path: target.path }
}

/** The equal columns that a choice filter asks for, [] where there is none; null where it asks for anything else. */
export function equalTermsOf(node: SurveyNode, scope: Scope): readonly EqualTerm[] | null {
  const written = bare(node.row.text('choice_filter'))
  if (written === '') return []
  const terms = written.split(/\s+and\s+/).map((part) => termOf(bare(part), node, scope))
  return terms.every((term) => term !== null) ? terms : null
}

/** Whether the labels of a choice are words alone, with nothing worked out and no picture. */
const plainLabels = ({ label, media }: ListChoice): boolean =>
  Object.keys(media).length === 0 && !Object.values(label).some((each) => /\$\{|\binstance\s*\(/.test(each))

/** The label of a choice where all languages say the same; null where they do not, or where it is worked out. */
function oneLabel(choice: ListChoice, languages: Languages): string | null {
  const texts = Object.values(wordsIn(choice.label, languages))
  const [first = choice.name] = texts
  return plainLabels(choice) && texts.every((each) => each === first) ? first : null
}

/** A column that some choices leave empty is there in a file, and not in a form: only a filter for equal columns sees no difference. */
function hasGaps(list: ChoiceList): boolean {
  const filled = new Set(list.choices.flatMap((choice) => Object.keys(choice.extra)))
  return list.choices.some((choice) => Object.keys(choice.extra).length < filled.size)
}

type Around = Pick<Form, 'root' | 'scope' | 'languages' | 'report'>

/** Whether a long list can be a file; and, of one that cannot, whether an index may answer for it all the same. */
function placeOf(list: ChoiceList, { root, scope, languages }: Around): 'file' | 'asked' | 'inside' {
  const asking = [...nodesOf(root)].filter((node) => node.type?.list === list.called)
  const searched = asking.some((node) => /\bsearch\s*\(/.test(node.appearance))
  if (searched || !list.choices.every(plainLabels)) return 'inside'
  const gaps = hasGaps(list)
  const one = /^[\w-]+$/.test(list.name) && list.choices.every((each) => oneLabel(each, languages) !== null)
  if (one && !(gaps && asking.some((node) => equalTermsOf(node, scope) === null))) return 'file'
  return gaps ? 'inside' : 'asked'
}

/** Puts lists with more than `most` choices beside the form; says of which that cannot be done. */
export function setBeside(lists: Lists, form: Around, most: number): void {
  for (const list of lists.values()) {
    const count = list.choices.length
    if (count <= most) continue
    const place = placeOf(list, form)
    list.asked = place === 'asked'
    if (place === 'file') list.file = `${list.name}.csv`
    else
      form.report.warn(
        'list-inside',
        { sheet: list.sheet, row: list.row, column: 'list_name' },
        list.called,
        { count },
      )
  }
}

/** The list as the file that the form names. */
export function fileOf(list: ChoiceList, languages: Languages): string {
  const columns = [...new Set(list.choices.flatMap((choice) => Object.keys(choice.extra)))]
  return csvOf([
    ['name', 'label', ...columns],
    ...list.choices.map((choice) => [
      choice.name,
      oneLabel(choice, languages) ?? choice.name,
      ...columns.map((each) => choice.extra[each] ?? ''),
    ]),
  ])
}

const readsOf = (xform: string, id: string): number =>
  xform.split(new RegExp(`instance\\(\\s*(?:'|&quot;)${escaped(id)}(?:'|&quot;)`)).length - 1

/** Whether the name of a choice is asked for by jr:choice-name; in doubt it is. */
const namedIn = (xform: string, { name }: SurveyNode): boolean =>
  xform
    .split('choice-name(')
    .slice(1)
    .some((rest) =>
      rest
        .slice(0, 400)
        .split(/[^\p{L}\p{N}_.-]/u)
        .includes(name),
    )

type Asking = {
  node: SurveyNode
  file: string
  value: string
  label: string
  terms: readonly EqualTerm[] | null
  /** Whether every line is looked at in any case: to put them in another order. */
  whole: boolean
}

/** The long list of a question: a CSV file, or one of the form that can be asked; '' where it has none. */
function longList(form: Form, node: SurveyNode): string {
  const set = form.itemSets.get(node)
  if (!set || node.type?.from === 'repeat') return ''
  const list = form.lists.get(set.choices)
  if (list) return list.file || (list.asked ? list.name : '')
  return /\.csv$/i.test(set.list) ? set.list : ''
}

/** Questions that choose from long lists. */
function askingOf(form: Form): Asking[] {
  return [...nodesOf(form.root)].flatMap((node) => {
    const set = form.itemSets.get(node)
    const ranked = node.type?.type === 'rank'
    const file = longList(form, node)
    if (!set || file === '' || !(ranked || node.type?.type.startsWith('select_'))) return []
    const whole = ranked || form.logic.get(node)?.parameters.get('randomize') === 'true'
    const terms = equalTermsOf(node, form.scope)
    return [{ node, file, value: set.value, label: set.label, terms, whole }]
  })
}

/**
 * Selects that an index can answer: all that is ever asked of their file is which lines have equal columns. Warns where a long
 * list must be read whole.
 */
export function indexedOf(form: Form, xform: string, report: Report): IndexedSelect[] {
  const all = askingOf(form)
  return [...new Set(all.map((each) => each.file))].flatMap((file) => {
    const asking = all.filter((each) => each.file === file)
    const fits = ({ node, terms, whole }: Asking) => !whole && terms !== null && !namedIn(xform, node)
    if (asking.every(fits) && readsOf(xform, file.replace(/\.csv$/i, '')) === asking.length)
      return asking.map(({ node, terms, value, label }) => ({
        ...{ path: node.path, file, value, label },
        equal: terms ?? [],
      }))
    tellWhole(file, asking, form, report)
    return []
  })
}

function tellWhole(file: string, asking: readonly Asking[], form: Form, report: Report): void {
  const known = [...form.lists.values()].find((list) => (list.file || list.name) === file)
  const unfit = asking.filter(({ terms }) => terms === null)
  for (const { node } of unfit)
    report.warn('filter-whole', node.row.at('choice_filter'), node.row.text('choice_filter'), {
      list: file,
      most: inlineMost,
    })
  if (!known || unfit.length > 0) return
  for (const { node } of asking)
    report.warn('list-whole', node.row.at('type'), node.name, {
      list: known.called,
      count: known.choices.length,
    })
}
