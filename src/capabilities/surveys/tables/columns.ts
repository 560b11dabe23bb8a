// The tables of a survey: one for the submissions and one for each repeat, with the questions of every form version that
// was filled, joined by path. Read by both sides.
import type {
  AnswerType,
  Choice,
  FormModel,
  Item,
  Labels,
  Privacy,
  Question,
} from '../../../xlsform/model.ts'
import { meantType } from '../../../xlsform/names.ts'

export type Column = {
  /** Key of the answer within its table: 'house/roof'. */
  key: string
  type: AnswerType
  label: Labels
  /** Labels of the groups around it, outermost first; groups without a label are left out. */
  groups: readonly Labels[]
  privacy: Privacy
  /** Of metadata: start, end, today, deviceid and so on. */
  metadata: string | null
  choices: readonly Choice[]
  /** Where older versions asked for something else under this name. */
  was?: readonly Earlier[]
}

/** An answer of another kind, and the versions that asked for it, the newest first. */
export type Earlier = { type: AnswerType; versions: readonly string[] }

export type Table = {
  /** '' is the submissions; 'member', or 'member/work' for a repeat within a repeat. */
  path: string
  /** Path of the table around it; null for the submissions. */
  parent: string | null
  /** Key of the repeat in a row of its parent: 'member', 'work'. */
  key: string
  label: Labels
  columns: readonly Column[]
}

type Draft = { table: Omit<Table, 'columns'>; columns: Map<string, Column> }

const strictness = { open: 0, personal: 1, specific: 2 } as const
const relative = (path: string, from: string) => path.slice(from.length + 1)
export const stored = (question: Question) => question.type !== 'note' && question.metadata !== 'audit'

function choicesOf(model: Pick<FormModel, 'lists'>, question: Question): readonly Choice[] {
  return (question.list && model.lists[question.list]) || []
}

/** A choice that only an older version had keeps its word. */
function joinChoices(newer: readonly Choice[], older: readonly Choice[]): readonly Choice[] {
  if (newer === older || older.length === 0) return newer
  const known = new Set(newer.map((choice) => choice.name))
  const rest = older.filter((choice) => !known.has(choice.name))
  return rest.length > 0 ? [...newer, ...rest] : newer
}

/** What a column of its type can hold besides; a type that is not here is told as a text, which anything can be. */
const holds: Partial<Record<AnswerType, readonly AnswerType[]>> = {
  integer: [],
  decimal: ['integer', 'range'],
  range: ['integer', 'decimal'],
  date: [],
  dateTime: [],
  geopoint: [],
  geotrace: [],
  geoshape: [],
}

/** Whether a column of this type takes answers of the other too; else they stand in a column of their own. */
export const takes = (type: AnswerType, older: AnswerType): boolean =>
  older === type || (holds[type] ?? [older]).includes(older)

function earlier({ type, was = [] }: Column, older: AnswerType, version: string): readonly Earlier[] {
  if (takes(type, older)) return was
  const same = was.find((each) => each.type === older)
  if (!same) return [...was, { type: older, versions: [version] }]
  return was.map((each) => (each === same ? { ...each, versions: [...each.versions, version] } : each))
}

/** One column out of two versions: the words of the newer; personal if either says so. */
function joinColumns(newer: Column, older: Column, version: string): Column {
  const privacy = strictness[newer.privacy] >= strictness[older.privacy] ? newer.privacy : older.privacy
  const was = earlier(newer, older.type, version)
  return {
    ...newer,
    privacy,
    choices: joinChoices(newer.choices, older.choices),
    ...(was.length > 0 ? { was } : {}),
  }
}

type Version = Pick<FormModel, 'items' | 'root' | 'lists' | 'version'>

class Tables {
  readonly drafts = new Map<string, Draft>()
  constructor() {
    this.drafts.set('', { table: { path: '', parent: null, key: '', label: {} }, columns: new Map() })
  }

  add(model: Version): void {
    const walk = (items: readonly Item[], table: string, at: string, groups: readonly Labels[]): void => {
      for (const item of items) {
        if (item.kind === 'question') this.#question(model, item, table, at, groups)
        else if (item.kind === 'group') walk(item.children, table, at, named(groups, item.label))
        else {
          const path = relative(item.path, model.root)
          this.#table({ path, parent: table, key: relative(item.path, at), label: item.label })
          walk(item.children, path, item.path, [])
        }
      }
    }
    walk(model.items, '', model.root, [])
  }

  #table(table: Omit<Table, 'columns'>): void {
    if (!this.drafts.has(table.path)) this.drafts.set(table.path, { table, columns: new Map() })
  }

  #question(model: Version, question: Question, table: string, at: string, groups: readonly Labels[]): void {
    if (!stored(question)) return
    const { label, privacy, metadata } = question
    const type = meantType(question)
    const key = relative(question.path, at)
    const column = { key, type, label, groups, privacy, metadata, choices: choicesOf(model, question) }
    const columns = this.drafts.get(table)?.columns
    const known = columns?.get(key)
    columns?.set(key, known ? joinColumns(known, column, model.version) : column)
  }
}

const named = (groups: readonly Labels[], label: Labels) =>
  Object.keys(label).length > 0 ? [...groups, label] : groups

/** The tables of all these versions, the newest first; what only an older one asked follows behind. */
export function tablesOf(models: readonly Version[]): Table[] {
  const tables = new Tables()
  for (const model of models) tables.add(model)
  return [...tables.drafts.values()].map(({ table, columns }) => ({
    ...table,
    columns: [...columns.values()],
  }))
}

/** How a question is named in addresses: its table and key as one path, 'member/age'. */
export const pathOf = (table: Pick<Table, 'path'>, column: Pick<Column, 'key'>): string =>
  table.path ? `${table.path}/${column.key}` : column.key

/** The question at a path, or null. */
export function findColumn(tables: readonly Table[], path: string): { table: Table; column: Column } | null {
  for (const table of tables)
    for (const column of table.columns) if (pathOf(table, column) === path) return { table, column }
  return null
}

/** The tables from the submissions down to this one, without the submissions. */
export function chainTo(tables: readonly Table[], table: Table): Table[] {
  const chain: Table[] = []
  for (let at: Table | undefined = table; at?.parent != null; ) {
    chain.unshift(at)
    const { parent }: Table = at
    at = tables.find((each) => each.path === parent)
  }
  return chain
}

/** A label in the reader's language ('id' finds "Bahasa Indonesia (id)"), else in any; else the name it stands for. */
export function labelIn(labels: Labels, language: string, name: string): string {
  const keys = Object.keys(labels)
  const key = keys.find((each) => each.endsWith(`(${language})`) || each === language) ?? keys[0]
  return (key !== undefined && labels[key]) || name
}

/** Label and name of each choice of a question, in the reader's language. */
export function wordsOf(column: Column, language: string): Map<string, string> {
  return new Map(column.choices.map(({ name, label }) => [name, labelIn(label, language, name)]))
}
