// What may be asked about the submissions of a survey as a whole: its columns, a page of rows, a chart, a cross-table.
import * as z from 'zod/mini'
import { query } from '../../../kernel/command.ts'
import { id } from '../../../kernel/fields.ts'
import type { Choice, Labels } from '../../../xlsform/model.ts'
import type { SubmissionState } from '../submission.ts'
import type { Counts } from '../survey.ts'
import type { Table } from './columns.ts'
import { rowReaders, selectionFields, tableReaders } from './selection.ts'

export const pageMost = 200
const seq = () => z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(9_000_000_000_000)))
const path = () => z.string().check(z.minLength(1), z.maxLength(400))
const personal = () => z.optional(z.enum(['yes']))

export type SurveyColumns = {
  title: string
  formId: string
  counts: Counts
  /** Lists of more than 300 choices are left out; their words come with each page. */
  tables: readonly Table[]
  /** Whether this reader may ask for the personal answers. */
  mayPersonal: boolean
}
export const surveyColumns = query({
  name: 'surveys.columns',
  roles: tableReaders,
  scope: 'village',
  input: z.strictObject({ survey: id() }),
  output: z.custom<SurveyColumns>(),
  summary:
    'The tables of a survey: its questions of all form versions, joined by path, and how many submissions.',
})

export type PageRow = {
  id: string
  seq: number
  state: SubmissionState
  household: string | null
  rt: string | null
  /** Account of the surveyor; null for who does not see whose answers they are. */
  by: string | null
  source: 'rembug' | 'openrosa'
  submittedAt: string
  missing: number
  doubts: number
  /** instanceName; only with the personal answers. */
  name: string
  /** By key of the question; of a repeat, how many members. */
  answers: Readonly<Record<string, unknown>>
}
export type Page = {
  rows: readonly PageRow[]
  /** Cursor of the page after this one, and of the one before it; null at either end. */
  next: number | null
  before: number | null
  /** False when time was up before the page was full: `next` goes on looking from there. */
  whole: boolean
  /** How many submissions were looked at for this page. */
  looked: number
  /** All that the selection finds; null where counting would take too long. */
  total: number | null
  /** Words of the choices that stand in these rows, where their list is too long to be sent. */
  words: Readonly<Record<string, Readonly<Record<string, Labels>>>>
}
export const surveyPage = query({
  name: 'surveys.page',
  roles: rowReaders,
  scope: 'village',
  input: z.strictObject({
    survey: id(),
    ...selectionFields,
    /** Keys of the wanted columns with commas between; the first open ones when left out. */
    columns: z.optional(z.string().check(z.maxLength(20_000))),
    order: z._default(z.enum(['newest', 'oldest']), 'newest'),
    after: seq(),
    before: seq(),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(pageMost)), 50),
    personal: personal(),
  }),
  output: z.custom<Page>(),
  summary:
    'A page of submissions with their open answers, by cursor in both directions. Personal answers only when asked for, for those who may, and logged. Refuses a filter on a personal question.',
})

/**
 * `to`: end of a range of numbers that begins at `value`, not included; `first` is all below it, `last` all from `value` on.
 * No count: a figure that is hidden above the village, so that nobody is known by it.
 */
export type Bar = {
  value: string | null
  label: Labels | null
  count: number | null
  to?: number
  first?: boolean
  last?: boolean
}
export type Chart = {
  kind: 'choices' | 'numbers' | 'days' | 'values'
  bars: readonly Bar[]
  /** Submissions, or members of a repeat, that were looked at; and how many of them answered. */
  asked: number
  answered: number | null
  /** More than one answer each: bars add up to more than the answered. */
  several: boolean
  /** There were more different values than bars. */
  cut: boolean
  summary: { min: number; max: number; mean: number; median: number; sum: number } | null
}
export const surveyChart = query({
  name: 'surveys.chart',
  roles: tableReaders,
  scope: 'village',
  input: z.strictObject({ survey: id(), question: path(), ...selectionFields }),
  output: z.custom<Chart>(),
  summary:
    'Counts of the answers to one open question: choices, number ranges, days. Also of "@state", "@rt" and "@day". Refuses a personal question. Above the village, of a closed survey only: one question over the whole village, and no figure of few.',
})

/** A heading of a cross-table; `to` is the end of a range of numbers, not included. No value: no answer. */
export type CrossHead = { value: string | null; label: Labels | null; to?: number; total: number }
export type Cross = {
  rows: readonly (CrossHead & { cells: readonly number[] })[]
  columns: readonly CrossHead[]
  total: number
  several: boolean
  cut: boolean
}
export const surveyCross = query({
  name: 'surveys.cross',
  roles: rowReaders,
  scope: 'village',
  input: z.strictObject({ survey: id(), rows: path(), columns: path(), ...selectionFields }),
  output: z.custom<Cross>(),
  summary:
    'A cross-table of two open questions with totals. Counts members where a question stands in a repeat. Refuses personal questions, and two questions of different repeats.',
})

/** Longest list of choices that travels with the columns. */
export const choicesSent = 300
export const shortChoices = (choices: readonly Choice[]): readonly Choice[] =>
  choices.length > choicesSent
    ? []
    : choices.map(({ name, label }) => ({ name, label, media: {}, extra: {} }))
