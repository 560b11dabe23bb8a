// What an expression is held against: the form's questions, lists and files.
import type { Place } from './faults/faults.ts'
import type { Instances } from './instances.ts'
import type { Languages } from './languages.ts'
import { type Lists, speaks } from './lists/lists.ts'
import type { Settings } from './settings.ts'
import { nodesOf, type SurveyNode } from './tree.ts'

export type Where = {
  /** The node whose value the expression is about. */
  context: SurveyNode
  place: Place
  /** The whole expression will stand inside [ … ]. */
  predicate?: boolean
  /** The repeat whose lines it looks through, one after the other. */
  items?: SurveyNode
}
/** What a comparison may be held against: names of the choices of a question, or null where they are not known. */
export type Known = {
  choices(node: SurveyNode): ReadonlySet<string> | null
  /** Tells that instance('id') is read; false when there is none. */
  instance(id: string): boolean
  instances(): Iterable<string>
  /** Names of all questions and sections. */
  questions(): ReadonlySet<string>
  /** Tells that a CSV is read by pulldata. */
  pulled(file: string): void
  /** Columns of a list of the form; null of a file, whose columns nobody knows. */
  columns(list: string): ReadonlySet<string> | null
  /** Tells that an expression reads the labels of a list in itself, not to show them. */
  labelled(list: string): void
  spoken(list: string): boolean
  /** Tells that the form reads what was last sent of it. */
  lastSaved(): void
  version: string
}

export function knownOf(
  root: SurveyNode,
  lists: Lists,
  instances: Instances,
  { translated }: Languages,
  { version }: Settings,
): Known {
  const names = new Map<string, ReadonlySet<string>>()
  const questions = new Set([...nodesOf(root)].map((node) => node.name))
  return {
    choices: ({ type }) => {
      if (type?.from !== 'choices' || (type.type !== 'select_one' && type.type !== 'select_multiple'))
        return null
      const list = lists.get(type.list)
      if (!list) return null
      const had = names.get(type.list) ?? new Set(list.choices.map((choice) => choice.name))
      names.set(type.list, had)
      return had
    },
    instance: (id) => instances.use(id),
    instances: () => instances.ids(),
    questions: () => questions,
    pulled: (file) => instances.csv(file.replace(/\.csv$/i, '')),
    columns: (id) => {
      const list = lists.get(id)
      return list ? new Set([...list.columns, 'name', 'label']) : null
    },
    labelled: (id) => {
      const list = lists.get(id)
      if (list) list.labelled = true
    },
    spoken: (id) => {
      const list = lists.get(id)
      return list !== undefined && speaks(translated, list)
    },
    lastSaved: () => instances.lastSaved(),
    version,
  }
}
