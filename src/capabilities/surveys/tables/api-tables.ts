// Columns and pages of submissions.
import { rolesAt } from '../../../kernel/place-code.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { answer } from '../../../platform/server/capability.ts'
import type { Labels } from '../../../xlsform/model.ts'
import { unlessMembers } from '../exporting/fitting.ts'
import type { Sealed } from '../store-submission.ts'
import { chartQueries } from './api-charts.ts'
import { askedOf, countedBy, countMost, mayPersonal, seesWho, selectedBy } from './asking.ts'
import type { Column, Table } from './columns.ts'
import { pageStore, type StoredRow, type Walked } from './page-store.ts'
import { choicesSent, type PageRow, shortChoices, surveyColumns, surveyPage } from './questions.ts'
import { onlyStates } from './selection.ts'
import { conditionsOf } from './selection-store.ts'

/** Milliseconds that one page may look for rows; the goal is an answer within 300. */
const patience = 120
const firstColumns = 8

const columns = answer(surveyColumns, async ({ input, roles, ...at }) => {
  const { survey, tables } = await askedOf(at, input.survey)
  return {
    title: survey.title,
    formId: survey.formId,
    counts: survey.counts,
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => ({ ...column, choices: shortChoices(column.choices) })),
    })),
    mayPersonal: mayPersonal(roles),
  }
})

type Wanted = { columns: readonly Column[]; repeats: readonly Table[] }

/** The columns that were asked for; personal ones only where they may be shown. */
function wantedOf(tables: readonly Table[], asked: string | undefined, personal: boolean): Wanted {
  const root = tables.find((table) => table.path === '')?.columns ?? []
  const shown = root.filter((column) => personal || column.privacy === 'open')
  if (asked === undefined) return { columns: shown.slice(0, firstColumns), repeats: [] }
  const keys = new Set(asked.split(','))
  return {
    columns: shown.filter((column) => keys.has(column.key)),
    repeats: tables.filter((table) => table.parent === '' && keys.has(table.key)),
  }
}

function answersOf(row: StoredRow, sealed: Sealed | undefined, wanted: Wanted): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const { key } of wanted.columns) {
    const value = unlessMembers(row.answers[key] ?? sealed?.answers[key])
    if (value !== undefined) answers[key] = value
  }
  for (const { key } of wanted.repeats) {
    const members = row.answers[key] ?? sealed?.answers[key]
    if (Array.isArray(members)) answers[key] = members.length
  }
  return answers
}

/** The words of choices in these rows, for lists too long to travel whole. */
function wordsIn(rows: readonly PageRow[], wanted: Wanted): Record<string, Record<string, Labels>> {
  const words: Record<string, Record<string, Labels>> = {}
  for (const { key, choices } of wanted.columns) {
    if (choices.length <= choicesSent) continue
    const said = new Set(rows.flatMap((row) => (row.answers[key] as string | string[] | undefined) ?? []))
    const found = choices.filter((choice) => said.has(choice.name))
    words[key] = Object.fromEntries(found.map((choice) => [choice.name, choice.label]))
  }
  return words
}

/** Cursors of the neighbouring pages, whichever way this one was walked. */
function cursors(walked: Walked, turned: boolean, begun: boolean) {
  const first = walked.rows[0]?.seq ?? null
  const beyond = walked.ended ? null : walked.last
  // Walked backwards: its far end is the page before, and where it began is the page after.
  if (turned) return { next: first, before: beyond }
  return { next: beyond, before: begun ? first : null }
}

const page = answer(surveyPage, async ({ input, roles, viewed, vault, actor, ...at }) => {
  const { survey, tables } = await askedOf(at, input.survey)
  const personal = input.personal === 'yes'
  if (personal && !mayPersonal(roles)) throw new Refused([refuse('surveys.may-not-take-personal')])
  const selection = selectedBy(input, tables, roles)
  const conditions = conditionsOf(selection, tables, at.place)
  const wanted = wantedOf(tables, input.columns, personal)
  const turned = input.before !== undefined
  const store = pageStore(at)
  const down = (input.order === 'newest') !== turned
  const walked = await store.walk({
    survey: survey.id,
    conditions,
    direction: down ? 'down' : 'up',
    from: input.before ?? input.after ?? null,
    limit: input.limit,
    sealed: personal,
    patience,
  })
  const sealed = personal ? await openAll(walked.rows, { vault, ...at }) : new Map<string, Sealed>()
  if (personal)
    viewed(
      'surveys.page',
      walked.rows.map((row) => row.id),
    )
  const village = seesWho(actor ? rolesAt(actor.holdings, at.place) : [])
  const rows = walked.rows.map((row) => rowOf(row, sealed.get(row.id), wanted, village))
  const ordered = turned ? rows.reverse() : rows
  const all = countedBy(survey, selection.states)
  const counting = !onlyStates(selection) && countedBy(survey, []) <= countMost
  return {
    rows: ordered,
    ...cursors(walked, turned, input.after !== undefined),
    whole: walked.ended || walked.rows.length === input.limit,
    looked: walked.looked,
    total: onlyStates(selection) ? all : counting ? await store.count(survey.id, conditions) : null,
    words: wordsIn(ordered, wanted),
  }
})

type Opening = Parameters<Parameters<typeof answer<unknown, unknown>>[1]>[0]

async function openAll(
  rows: readonly StoredRow[],
  { vault, tx, district, place }: Pick<Opening, 'vault' | 'tx' | 'district' | 'place'>,
): Promise<Map<string, Sealed>> {
  const sealed = new Map(rows.flatMap((row) => (row.sealed ? [[row.id, row.sealed]] : [])))
  return vault.openMany<Sealed>(tx, district, place, sealed)
}

function rowOf(row: StoredRow, sealed: Sealed | undefined, wanted: Wanted, village: boolean): PageRow {
  const { id, seq, state, source, missing, doubts, household, rt, by } = row
  return {
    ...{ id, seq, state, source, missing, doubts },
    ...(village ? { household, rt, by } : { household: null, rt: null, by: null }),
    submittedAt: row.submittedAt.toISOString(),
    name: sealed?.name ?? '',
    answers: answersOf(row, sealed, wanted),
  }
}

export const tablesQueries = [columns, page, ...chartQueries]
