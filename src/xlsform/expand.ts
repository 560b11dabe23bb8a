// What an XLSForm says in one word and the XForm in several nodes: or_other, repeat_count as an expression, table-list.
import type { Report } from './faults/faults.ts'
import type { Languages } from './languages.ts'
import type { Lists } from './lists/lists.ts'
import { cellKey, Row } from './table.ts'
import { madeNode, nodesOf, type SurveyNode } from './tree.ts'

type OtherWords = { choice: string; question: string }
const english: OtherWords = { choice: 'Other', question: 'Specify other.' }
const words: readonly (readonly [RegExp, OtherWords])[] = [
  [/\(id\b|indonesia/i, { choice: 'Lainnya', question: 'Sebutkan lainnya.' }],
  [/\(jv\b|jawa|javanese/i, { choice: 'Liyané', question: 'Sebutna liyané.' }],
  [/\(su\b|sunda/i, { choice: 'Lianna', question: 'Sebutkeun lianna.' }],
  [/\(fr\b|fran[cç]ais/i, { choice: 'Autre', question: 'Précisez.' }],
  [/\(es\b|español/i, { choice: 'Otro', question: 'Especifique.' }],
]
const otherIn = (language: string): OtherWords =>
  words.find(([pattern]) => pattern.test(language))?.[1] ?? english

function addOtherChoice(node: SurveyNode, languages: Languages, lists: Lists): void {
  const list = lists.get(node.type?.list ?? '')
  if (!list || list.choices.some((choice) => choice.name === 'other')) return
  const label = Object.fromEntries(languages.names.map((name) => [name, otherIn(name).choice]))
  const row = list.choices[list.choices.length - 1]?.row ?? new Row(list.sheet, list.row, new Map(), [])
  list.choices.push({ name: 'other', label, media: {}, extra: {}, row })
}

function otherQuestion(node: SurveyNode, parent: SurveyNode, languages: Languages): SurveyNode {
  const cells: Record<string, string> = { relevant: `selected(../${node.name}, 'other')` }
  for (const language of languages.names)
    cells[cellKey({ key: 'label', language })] = otherIn(language).question
  const personal = node.row.text('personal')
  if (personal !== '') cells.personal = personal
  return madeNode(parent, `${node.name}_other`, 'text', node.row, cells)
}

function expandOther(
  node: SurveyNode,
  parent: SurveyNode,
  languages: Languages,
  lists: Lists,
  report: Report,
): SurveyNode[] {
  const name = `${node.name}_other`
  const twin = parent.children.find((child) => child.name === name)
  if (twin) report.fault('other-taken', node.row.at('type'), name, { other: twin.row.row })
  if (node.row.has('choice_filter')) {
    report.fault('other-with-filter', node.row.at('choice_filter'), node.row.text('choice_filter'))
  }
  if (node.type?.from !== 'choices')
    report.fault('other-without-list', node.row.at('type'), node.row.text('type'))
  addOtherChoice(node, languages, lists)
  return twin ? [node] : [node, otherQuestion(node, parent, languages)]
}

/** A count that is no whole number would end the form: what is worked out is cut to one. */
function expandCount(node: SurveyNode, parent: SurveyNode, whole: ReadonlySet<string>): SurveyNode[] {
  const text = node.row.text('repeat_count').trim()
  const named = /^\$\{([^{}]*)\}$/.exec(text)?.[1]?.trim()
  if (text === '' || (named !== undefined && whole.has(named))) return [node]
  const taken = new Set(parent.children.map((child) => child.name))
  const name = taken.has(`${node.name}_count`) ? `generated_${node.name}_count` : `${node.name}_count`
  const calculation = /^\d+$/.test(text) ? text : `int(${text.replace(/^=/, '')})`
  return [madeNode(parent, name, 'calculate', node.row, { calculation }), node]
}

function simplifyTable(node: SurveyNode, report: Report): void {
  if (!/(^|\s)table-list(\s|$)/.test(node.appearance)) return
  report.warn('table-list-simplified', node.row.at('appearance'), node.appearance)
  node.appearance = node.appearance.replace('table-list', 'field-list')
}

/** Adds the nodes in their places. Faults: a made name that is taken, or_other together with a choice filter. */
export function expand(root: SurveyNode, languages: Languages, lists: Lists, report: Report): void {
  const all = [...nodesOf(root)]
  const whole = new Set(all.filter((node) => node.type?.type === 'integer').map((node) => node.name))
  for (const section of [root, ...all].filter((node) => node.children.length > 0)) {
    simplifyTable(section, report)
    if (!section.children.some((node) => node.type?.orOther || node.kind === 'repeat')) continue
    section.children = section.children.flatMap((node) => {
      if (node.type?.orOther) return expandOther(node, section, languages, lists, report)
      return node.kind === 'repeat' ? expandCount(node, section, whole) : [node]
    })
  }
}

/** The node that says how often a repeat is asked, when its count is an expression. */
export function countNodeOf(repeat: SurveyNode): SurveyNode | null {
  const siblings = repeat.parent?.children ?? []
  const before = siblings[siblings.indexOf(repeat) - 1]
  const made = before?.type?.type === 'calculate' && before.row.row === repeat.row.row
  return made && before ? before : null
}
