// Charts of PRA (bagan): what residents drew together at a workshop, as a grid with few rows. One noun with a kind. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import type { Day } from '../../../kernel/day.ts'
import * as fields from '../../../kernel/fields.ts'
import { type Role, villageWorkers } from '../../../kernel/role.ts'
import { helpers } from '../../meetings/roles.ts'

export const chartCollection = 'workshops.chart'
/** The kind of its photos among the files of the house. */
export const chartFile = 'chart'
/** What people said of their own place: for who works in it. */
export const chartReaders: readonly Role[] = villageWorkers

export const chartKinds = ['trend', 'calendar', 'transect', 'matrix', 'pairwise', 'venn'] as const
export type ChartKind = (typeof chartKinds)[number]

/** A text, a number, or nothing. */
export type Value = string | number | null
/**
 * All that a chart says, each by its name: `title`, `on` and the like, `row.<row>` and `column.<column>` with what they are called,
 * `order.<row>`, `mark.<row>`, and `cell.<row>.<column>`. Two phones fill different names without meeting.
 */
export type Told = Readonly<Record<string, string | number>>

export type Chart = {
  id: string
  /** The session (a workshop, held as a meeting) at which it was made. */
  meeting: string
  kind: ChartKind
  told: Told
  photo: { file: string; mediaType: string; bytes: number } | null
  by: string
  byName: string
  withdrawn: { on: Day; by: string; byName: string; reason: string } | null
  /** Counts changes. */
  version: number
}

const name = () =>
  z
    .string()
    .check(
      z.maxLength(40),
      z.regex(
        /^(?:title|on|facilitator|women|men|group|source|consensus|note|(?:row|column|order|mark)\.[a-z0-9]{1,12}|cell\.[a-z0-9]{1,12}\.[a-z0-9]{1,12})$/,
      ),
    )
const text = () => z.string().check(fields.asRead(), z.minLength(1), z.maxLength(600))
const number = () => z.int().check(z.minimum(0), z.maximum(10_000))
const value = () => z.union([text(), number()])
/** Most that one command tells. */
const most = 700

const photo = z.nullable(
  z.strictObject({
    id: fields.id(),
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
    ...fields.fileContent(),
  }),
)

export const startChart = command({
  name: 'workshops.start-chart',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({
    id: fields.id(),
    meeting: fields.id(),
    kind: z.enum(chartKinds),
    told: z.array(z.strictObject({ at: name(), to: value() })).check(z.minLength(1), z.maxLength(most)),
    photo,
  }),
  records: (input) => [input.id],
  personal: ['told'],
  summary:
    'Keeps a chart that residents made: trend, seasonal calendar, transect, matrix, pairwise ranking or Venn diagram. Refuses a row named twice, more rows than fit, and a value off its scale.',
})
export type StartChart = z.infer<typeof startChart.input>

const change = z.strictObject({ at: name(), was: z.nullable(value()), to: z.nullable(value()) })
/** What a place said when it was changed, and what it is to say; null: nothing. */
export type ToldChange = z.infer<typeof change>

export const changeChart = command({
  name: 'workshops.change-chart',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({
    chart: fields.id(),
    changes: z.array(change).check(z.maxLength(most)),
    /** Another photo in place of the one there; null leaves it. */
    photo,
  }),
  records: (input) => [input.chart],
  personal: ['changes'],
  summary:
    'Changes what a chart says, place by place. Refuses a place that somebody else filled otherwise meanwhile; other places are no clash.',
})
export type ChangeChart = z.infer<typeof changeChart.input>

export const withdrawChart = command({
  name: 'workshops.withdraw-chart',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({ chart: fields.id(), reason: fields.line(300) }),
  records: (input) => [input.chart],
  personal: ['reason'],
  summary: 'Withdraws a chart that was wrong, with a reason; what it said is gone, and so is its photo.',
})
export type WithdrawChart = z.infer<typeof withdrawChart.input>
