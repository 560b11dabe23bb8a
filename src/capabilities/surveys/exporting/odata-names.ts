// What everything of a survey is called in OData: identifiers, none twice where names must differ. Names do not hang on who
// asks: a personal question takes its name whether it is shown or not.
import type { Column, Earlier, Table } from '../tables/columns.ts'
import { fresh } from './names.ts'

/** OData names are identifiers of up to 128 characters: what XML allows and they do not becomes an underscore, as in ODK Central. */
export const identifier = (name: string): string => {
  const plain = name.replace(/[^\p{L}\p{N}_]/gu, '_')
  return (/^\p{N}/u.test(plain) ? `_${plain}` : plain || '_').slice(0, 120)
}

const unused = (used: Set<string>, name: string): string => fresh(used, name, 120, (n) => `_${n}`)

type Steps = ReadonlyMap<string, readonly string[]>
export type Names = {
  /** 'Submissions', 'Submissions.member', 'Submissions.member.work'; by path of the table. */
  sets: ReadonlyMap<string, string>
  /** The property that leads from a row to its members; by path of the table. */
  ways: ReadonlyMap<string, string>
  /** By path of the table: names of the groups around a column and its own, by its key. */
  steps: ReadonlyMap<string, Steps>
}

/** The key of what older versions asked otherwise in a column. */
export const beforeKey = ({ key }: Column, { type }: Earlier): string => `${key}/ ${type}`

/** The key of what a form reckoned, as a number. */
export const numberKey = ({ key }: Column): string => `${key}/ number`

/** The property with what was answered and is of no type of its question. */
export const unread = '__unread'

const setName = (path: string) =>
  ['Submissions', ...path.split('/').filter(Boolean).map(identifier)].join('.')

function stepsOf({ columns }: Table, outermost: Set<string>): Steps {
  const groups = new Map<string, string>()
  const within = new Map([['', outermost]])
  const named = (around: string, step: string): string => {
    const used = within.get(around) ?? new Set<string>()
    within.set(around, used)
    return unused(used, identifier(step))
  }
  const stepsTo = (key: string): string[] => {
    const steps: string[] = []
    const parts = key.split('/')
    for (const [at, part] of parts.entries()) {
      const around = parts.slice(0, at).join('/')
      const group = `${around}/${part}`
      const name = at < parts.length - 1 ? (groups.get(group) ?? named(around, part)) : named(around, part)
      if (at < parts.length - 1) groups.set(group, name)
      steps.push(name)
    }
    return steps
  }
  const now = columns.map(({ key }) => [key, stepsTo(key)] as const)
  const before = columns.flatMap((column) =>
    (column.was ?? []).map(
      (was) => [beforeKey(column, was), stepsTo(`${column.key}_v${was.versions[0]}`)] as const,
    ),
  )
  const numbers = columns
    .filter(({ type }) => type === 'calculate')
    .map((column) => [numberKey(column), stepsTo(`${column.key}_number`)] as const)
  return new Map([...now, ...before, ...numbers])
}

const known = new WeakMap<readonly Table[], Names>()

/** Worked out once for the tables of a survey. */
export function namesOf(tables: readonly Table[]): Names {
  const before = known.get(tables)
  if (before) return before
  const used = new Set<string>()
  const sets = new Map(tables.map(({ path }) => [path, fresh(used, setName(path), 400, (n) => `_${n}`)]))
  const taken = new Map(
    tables.map(({ path }) => [path, new Set(['__id', '__system', '__submissions-id', unread])]),
  )
  const ways = new Map(
    tables.flatMap(({ path, parent, key }) => {
      const around = parent === null ? undefined : taken.get(parent)
      return around ? [[path, unused(around, identifier(key.split('/').at(-1) ?? ''))] as const] : []
    }),
  )
  const steps = new Map(
    tables.map((table) => [table.path, stepsOf(table, taken.get(table.path) ?? new Set())]),
  )
  const names = { sets, ways, steps }
  known.set(tables, names)
  return names
}
