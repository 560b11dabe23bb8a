// A measure (ukuran): how a village counts the answers of a survey into poverty. It is the village's own calculation by the
// method of Alkire and Foster, or a reading of the BKKBN stages or the BPS criteria; never an official figure. Both sides.
import * as z from 'zod/mini'
import { command, query } from '../../../kernel/command.ts'
import { basedOn, id, line, optionalLine } from '../../../kernel/fields.ts'
import { officers, type Role, villageWorkers } from '../../../kernel/role.ts'
import { surveyKeepers } from '../survey.ts'

export const measureCollection = 'surveys.measure'

export const indicatorsMost = 30
/** Weights are whole shares of one another: 3 beside 1 counts three times as much. */
export const weightMost = 1000

const path = () =>
  z.string().check(z.maxLength(400), z.regex(/^[A-Za-z_][A-Za-z0-9_.-]*(\/[A-Za-z_][A-Za-z0-9_.-]*){0,9}$/))
const choiceName = () => z.string().check(z.minLength(1), z.maxLength(100))
const bound = () => z.number().check(z.minimum(-1e12), z.maximum(1e12))

/** When an answer means that the household is deprived. A number at the bound itself is not. */
const condition = z.union([
  z.strictObject({ in: z.array(choiceName()).check(z.minLength(1), z.maxLength(60)) }),
  z.strictObject({ below: bound() }),
  z.strictObject({ above: bound() }),
  z.strictObject({ missing: z.literal(true) }),
])
export type Condition = z.infer<typeof condition>

const pair = (max: number) => z.tuple([line(max), line(max)])
const key = () => z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

const indicator = z.strictObject({
  id: key(),
  label: pair(120),
  /** Of the measure's dimensions. */
  dimension: key(),
  weight: z.int().check(z.minimum(1), z.maximum(weightMost)),
  /** Where the answer stands: the question's path relative to the root, outside any repeat. */
  question: path(),
  deprivedWhen: condition,
  /** Where the cut comes from, in a few words. */
  source: optionalLine(200),
})
export type Indicator = z.infer<typeof indicator>

/** A household with a missing answer is left out of the count, or taken as not deprived of it. */
const missing = z.enum(['leave-out', 'not-deprived'])
export type MissingPolicy = z.infer<typeof missing>

const measureBody = z.strictObject({
  title: line(200),
  /** Poverty cut-off: the share of the weights from which a household is poor, 0 < k <= 1. */
  k: z.number().check(z.minimum(0.0001), z.maximum(1)),
  dimensions: z.array(z.strictObject({ id: key(), label: pair(80) })).check(z.minLength(1), z.maxLength(12)),
  indicators: z.array(indicator).check(z.minLength(1), z.maxLength(indicatorsMost)),
  missing,
})
export type MeasureBody = z.infer<typeof measureBody>

export type MeasureRow = { id: string; survey: string; body: MeasureBody; version: number }

export const setMeasure = command({
  name: 'surveys.set-measure',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), survey: id(), basedOn: basedOn(), body: measureBody }),
  records: (input) => [input.id, input.survey],
  summary:
    'Sets how a survey is counted into poverty: indicators, weights, cut-off. Refuses indicators of unknown questions or inside repeats, and a measure that somebody else changed meanwhile.',
})
export type SetMeasure = z.infer<typeof setMeasure.input>

/** Those who see which household it is. */
export const measureNamers = [
  'facilitator',
  'volunteer',
  'board-secretary',
  'village-head',
] as const satisfies readonly Role[]

export const measureMethods = ['multidimensional', 'bkkbn', 'bps14'] as const
export type MeasureMethod = (typeof measureMethods)[number]

const share = z.number()
const figures = z.strictObject({
  /** Households counted, and those of them that are poor. */
  households: z.int(),
  poor: z.int(),
  /** H: share of households that are poor. */
  headcount: share,
  /** A: mean share of the weights that poor households lack; 0 where nobody is poor. */
  intensity: share,
  /** M0 = H x A. */
  adjusted: share,
})
const told = () => z.nullable(share)
const toldCount = () => z.nullable(z.int())
const ofIndicator = z.strictObject({
  id: z.string(),
  /** Share of the weights. */
  weight: share,
  deprived: told(),
  /** Share of households that are poor and deprived of it. */
  censored: told(),
  /** Its part of M0; all sum to 1 where anybody is poor. */
  contribution: told(),
  missing: toldCount(),
})
/** Above the village null stands for a figure that is hidden, so that nobody is known by it. */
export const measureAnswer = z.strictObject({
  method: z.enum(measureMethods),
  ...{ households: toldCount(), poor: toldCount(), headcount: told(), intensity: told(), adjusted: told() },
  /** Households left out because an answer is missing. */
  leftOut: toldCount(),
  /** Older submissions of households that were surveyed again; only the newest counts. */
  repeated: z.int(),
  indicators: z.array(ofIndicator),
  /** By RT; null is where no RT is known. Nothing above the village. */
  places: z.array(z.strictObject({ ...figures.shape, place: z.nullable(z.string()) })),
  /** How many households lack how much: tenths of the weights for a measure; classes for BKKBN and BPS. */
  classes: z.array(z.strictObject({ class: z.string(), households: toldCount() })),
  /** Deprivations as patterns ('1' deprived, '0' not, '-' missing), for trying other weights at once; not for officers. */
  patterns: z.array(
    z.strictObject({ place: z.nullable(z.string()), cells: z.string(), households: z.int() }),
  ),
  /** Households that are poor; only for those who see who they are. */
  poorHouseholds: z.array(z.string()),
  /** Each household of the register that was counted, when it is asked for: the share it lacks, null where the way knows no share. */
  lines: z.array(z.strictObject({ household: z.string(), poor: z.boolean(), share: z.nullable(share) })),
  /** Poor submissions of households that the register does not know. */
  poorUnknown: z.int(),
  /** Submissions whose form worked out another result than the rule does. */
  differing: z.array(z.string()),
})
export type MeasureAnswer = z.infer<typeof measureAnswer>
export type Figures = z.infer<typeof figures>

export const measureResult = query({
  name: 'surveys.measure-result',
  roles: [...villageWorkers, ...officers],
  scope: 'village',
  input: z.strictObject({
    survey: id(),
    method: z.enum(measureMethods),
    /** Of multidimensional: a measure on record, or the ready one of the form. */
    measure: z.optional(id()),
    /** Of multidimensional: a measure not on record, as JSON, to try it. */
    trial: z.optional(z.string().check(z.maxLength(12_000))),
    states: z.enum(['approved', 'not-rejected']),
    /** Asks for `lines`: to propose a list by them. */
    each: z.optional(z.enum(['household'])),
  }),
  output: measureAnswer,
  summary:
    'How many households of a survey are poor, and how deeply, by the village’s own measure, the BKKBN stages or the BPS criteria. Which households is told to village workers only, and logged. Above the village of a closed survey only, and no figure of few.',
})
export type MeasureResult = z.infer<typeof measureResult.input>

/** The body of a trial, or null when it is none. */
export function trialOf(text: string): MeasureBody | null {
  try {
    const read = measureBody.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
