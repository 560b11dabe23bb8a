// Counting answers into a profile, page by page; and what of it may hang in public. Pure.
import { isSmall, suppressed, type Tables } from '../../../kernel/suppression.ts'
import type { LocalPlace } from '../../places/local-place.ts'
import type { Column, Table } from '../tables/columns.ts'
import {
  type Profile,
  type ProfileQuestion,
  type ProfileText,
  type ProfileTexts,
  questionsMost,
  textsMost,
} from './profile.ts'

export type Row = { id: string; place: string | null; answers: Readonly<Record<string, unknown>> }

/** "003/002" or "RT 3 RW 2": RT and, where it is told, RW, as people write it into a form. */
export function placeWritten(
  written: unknown,
  locals: readonly Pick<LocalPlace, 'id' | 'kind' | 'number' | 'parent'>[],
): string | null {
  const [rt, rw] = (typeof written === 'string' ? (written.match(/\d{1,3}/g) ?? []) : []).map(Number)
  if (rt === undefined) return null
  const named = locals.filter((each) => each.kind === 'rt' && each.number === rt)
  const rwOf = (each: { parent: string | null }) =>
    locals.find((other) => other.id === each.parent && other.kind === 'rw')?.number
  const found = rw === undefined ? named : named.filter((each) => rwOf(each) === rw)
  // Two RT 1 in two RW: nobody can say which is meant.
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map(String)
    : value === undefined || value === null || value === ''
      ? []
      : [String(value)]

const members = (
  answers: Readonly<Record<string, unknown>>,
  key: string,
): Readonly<Record<string, unknown>>[] => {
  const value = answers[key]
  return Array.isArray(value) ? (value as Readonly<Record<string, unknown>>[]) : []
}

const isChoice = ({ type, privacy, choices }: Column) =>
  privacy === 'open' &&
  choices.length > 0 &&
  choices.length <= 60 &&
  (type === 'select_one' || type === 'select_multiple')
/** Who wrote where they are is asked for the place, and is no text of the profile. */
const isText = ({ type, privacy, key }: Column) =>
  privacy === 'open' && type === 'text' && !/(^|\/)rt$/.test(key)

const pathIn = (table: Table, column: Column) => [table.path, column.key].filter(Boolean).join('/')
const withinOf = (table: Table, column: Column) =>
  [table.path === '' ? null : table.label, ...column.groups].filter((each) => each !== null)

type Tally = {
  table: Table
  column: Column
  places: Map<string | null, { answered: number; counts: number[] }>
}
type Written = {
  table: Table
  column: Column
  texts: Map<string, ProfileText & { submissions: string[] }>
  cut: boolean
}

/** Top-level keys that a profile reads. */
export const profileKeys = (tables: readonly Table[]): string[] => {
  const keys = tables.flatMap((table) =>
    table.path === ''
      ? table.columns.filter((each) => isChoice(each) || each.type === 'text').map((each) => each.key)
      : table.parent === ''
        ? [table.key]
        : [],
  )
  return [...new Set(keys)]
}

export class Profiling {
  readonly #tallies: Tally[] = []
  readonly #written: Written[] = []
  readonly #answers = new Map<string | null, number>()
  readonly #tables: readonly Table[]
  readonly #placeOf: (row: Row) => string | null

  /** Of the submissions and of the repeats that stand in them at once. */
  constructor(tables: readonly Table[], placeOf: (row: Row) => string | null) {
    this.#tables = tables.filter((each) => each.path === '' || each.parent === '')
    this.#placeOf = placeOf
    for (const table of this.#tables)
      for (const column of table.columns) {
        if (isChoice(column)) this.#tallies.push({ table, column, places: new Map() })
        else if (isText(column)) this.#written.push({ table, column, texts: new Map(), cut: false })
      }
    this.#tallies.splice(questionsMost)
    this.#written.splice(questionsMost)
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const place = this.#placeOf(row)
      this.#answers.set(place, (this.#answers.get(place) ?? 0) + 1)
      const of = ({ path, key }: Table) => (path === '' ? [row.answers] : members(row.answers, key))
      for (const tally of this.#tallies) count(tally, place, of(tally.table))
      for (const written of this.#written)
        for (const each of of(written.table)) this.#write(written, place, row.id, each)
    }
  }

  #write(
    written: Written,
    place: string | null,
    id: string,
    answers: Readonly<Record<string, unknown>>,
  ): void {
    const text = wordsOf(answers[written.column.key]).join(' ').trim().replace(/\s+/g, ' ')
    if (text === '') return
    const beside = written.table.path === '' ? undefined : written.table.columns.find(isChoice)
    const choice = beside && wordsOf(answers[beside.key])[0]
    const about = beside && choice ? { path: pathIn(written.table, beside), choice } : null
    const key = `${place} ${choice ?? ''} ${text.toLowerCase()}`
    const known = written.texts.get(key)
    if (known) known.submissions.push(id)
    else if (written.texts.size < textsMost) written.texts.set(key, { place, text, about, submissions: [id] })
    else written.cut = true
  }

  profile(): Profile {
    const places = [...this.#answers].map(([place, answers]) => ({ place, answers }))
    return {
      answers: places.reduce((sum, each) => sum + each.answers, 0),
      places,
      questions: this.#tallies
        .map(questionOf)
        .filter((each) => each.places.some(({ answered }) => answered > 0)),
      texts: this.#written.map(textsOf).filter((each) => each.texts.length > 0),
    }
  }
}

/** Who names three problems of one field counts once in it: six problems of one family are no figure of six. */
function count(
  { column, places }: Tally,
  place: string | null,
  answers: readonly Readonly<Record<string, unknown>>[],
): void {
  const words = answers.flatMap((each) => wordsOf(each[column.key]))
  if (words.length === 0) return
  const known = places.get(place) ?? { answered: 0, counts: column.choices.map(() => 0) }
  places.set(place, known)
  known.answered += 1
  column.choices.forEach(({ name }, at) => {
    if (words.includes(name)) known.counts[at] = (known.counts[at] ?? 0) + 1
  })
}

const questionOf = ({ table, column, places }: Tally): ProfileQuestion => ({
  ...{ path: pathIn(table, column), label: column.label, within: withinOf(table, column) },
  choices: column.choices.map(({ name, label }) => ({ name, label })),
  several: column.type === 'select_multiple' || table.path !== '',
  places: [...places].map(([place, tally]) => ({ place, ...tally })),
})

/** What most wrote first. */
const textsOf = ({ table, column, texts, cut }: Written): ProfileTexts => ({
  ...{ path: pathIn(table, column), label: column.label, within: withinOf(table, column), cut },
  texts: [...texts.values()].sort((a, b) => b.submissions.length - a.submissions.length),
})

/** A question as it may hang in public: null stands for a figure that is hidden. */
export type PublicQuestion = Omit<ProfileQuestion, 'places'> & {
  total: { answered: number | null; counts: readonly (number | null)[] }
  places: readonly { place: string | null; answered: number | null; counts: readonly (number | null)[] }[]
}

/** All figures as they are: for those who see in which RT each answer was given. */
export function asTold(question: ProfileQuestion): PublicQuestion {
  const sum = (of: (place: ProfileQuestion['places'][number]) => number) =>
    question.places.reduce((all, each) => all + of(each), 0)
  const counts = question.choices.map((_, at) => sum((each) => each.counts[at] ?? 0))
  return { ...question, total: { answered: sum((each) => each.answered), counts } }
}

/** Sums made to keep figures that might be told, in one question: what is still in doubt is hidden. */
const effort = 2e6

/**
 * Counts of few hidden, and as much beside them as keeps them from being worked out of the sums over choices and over RT
 * (decision 0031). Each question by itself: what is told of one says of another at most how many answered, so that is taken for known.
 */
export function publicly(question: ProfileQuestion, k: number): PublicQuestion {
  const { places, choices, several } = question
  const cells = new Map<string, number>()
  const sums: { whole: string; parts: string[] }[] = []
  const at = (row: number | 'all', choice: number | 'all') => `${row} ${choice}`
  places.forEach(({ answered, counts }, row) => {
    cells.set(at(row, 'all'), answered)
    counts.forEach((each, choice) => {
      cells.set(at(row, choice), each)
      // Of several answers each is told against those who did not give it.
      if (several) {
        cells.set(`${at(row, choice)} not`, answered - each)
        sums.push({ whole: at(row, 'all'), parts: [at(row, choice), `${at(row, choice)} not`] })
      }
    })
    const spare = answered - counts.reduce((sum, each) => sum + each, 0)
    if (several) return
    cells.set(`${row} other`, spare)
    sums.push({
      whole: at(row, 'all'),
      parts: [...counts.map((_, choice) => at(row, choice)), `${row} other`],
    })
  })
  for (const choice of ['all' as const, ...choices.map((_, index) => index)]) {
    const parts = places.map((_, row) => at(row, choice))
    cells.set(
      at('all', choice),
      parts.reduce((sum, each) => sum + (cells.get(each) ?? 0), 0),
    )
    sums.push({ whole: at('all', choice), parts })
  }
  const shown = new Set([...cells.keys()].filter((each) => !/not$|other$/.test(each)))
  // Beside a question that everybody answered stands another, and tells how many they were: that is hidden of few alone.
  const rows = ['all' as const, ...places.map((_, row) => row)].map((row) => at(row, 'all'))
  const always = new Set(rows.filter((each) => !isSmall(cells.get(each) ?? 0, k)))
  const tables: Tables = { cells, sums, shown, always }
  const hidden = suppressed(tables, k, effort)
  const say = (cell: string) => (hidden.has(cell) ? null : (cells.get(cell) ?? 0))
  const line = (row: number | 'all') => ({
    answered: say(at(row, 'all')),
    counts: choices.map((_, choice) => say(at(row, choice))),
  })
  return {
    ...question,
    total: line('all'),
    places: places.map(({ place }, row) => ({ place, ...line(row) })),
  }
}
