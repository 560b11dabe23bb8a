// Where an enrolment stands: the current stage, what is missing, what is due, what is late. Pure; the phone
// and the server tell it in the same way.
import { type Day, today as todayIn } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { awaitsCheck } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Programme, Stage, Step } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import {
  type GateStanding,
  type GateState,
  gateStandings,
  gateStates,
  numberFacts,
  stepFails,
  stepHolds,
} from './gates.ts'
import {
  type Actual,
  type Actuals,
  expectedDates,
  firmSteps,
  type Late,
  lateAs,
  lateSteps,
  plannedDates,
  type Spans,
} from './lateness.ts'
import type { ProgressEntry } from './overview.ts'
import { type Proven, provenGates } from './proof/proven.ts'
import { isRefused, stagesBefore } from './rules.ts'
import { isArchive } from './status.ts'
import { onAnyDay } from './told.ts'

export type StageStanding =
  | 'done'
  | 'archived'
  | 'closing'
  | 'current'
  | 'waiting'
  | 'refused'
  | 'not-started'
  | 'no-paper'
  | 'unchecked'

export type StageProgress = {
  stage: Stage
  standing: StageStanding
  gates: GateState[]
  met: number
  blocking: number
  /** Of those that block, what this release cannot know: a document proves it. */
  outside: number
  lateDays: number
}

export type Progress = {
  stages: StageProgress[]
  current: StageProgress | null
  planned: Spans
  expected: Spans
  late: Late[]
  /** The first step that has not ended, and the day it was planned to end; `firm`: that day counts, it is no estimate. */
  due: { step: string; on: Day; firm: boolean } | null
  /** Steps and stages whose planned end counts (`firmSteps`). */
  firm: ReadonlySet<string>
  /** Steps that are done. */
  done: ReadonlySet<string>
  /** Steps whose end somebody noted though their rules do not hold: they are not done. */
  noted: ReadonlySet<string>
  facts: Facts
}

/** The facts programmes gives itself: its numbers, its stages, its enrolment. */
export function ownFacts(programme: Programme, enrolment: EnrolmentRow): Facts {
  const records = [{ collection: 'programmes.enrolment', id: enrolment.id }]
  const facts: Facts = { ...numberFacts(programme, enrolment.numbers) }
  const tell = (name: string, value: boolean | number | string | null) => {
    if (value !== null) facts[name] = { value, records }
  }
  for (const { id } of programme.stages) {
    const state = enrolment.stages[id]
    tell(`stage.${id}.closed`, state?.status === 'closed')
    tell(`stage.${id}.closed_on`, state?.closedOn ?? null)
    tell(`stage.${id}.from_archive`, state?.fromArchive ?? false)
  }
  // One of several choices is a yes; which one it was stays with the enrolment.
  for (const [question, value] of Object.entries(enrolment.eligibility))
    tell(`eligibility.${question}`, value !== false)
  tell('enrolment.started_on', enrolment.startedOn)
  tell('enrolment.category', enrolment.category)
  return facts
}

/**
 * What happened to the steps. A step whose gates hold, by facts or by a document, or held while an approval was in force, is done, whoever forgot to
 * note it; an end that somebody noted is none while a rule of the step is not met. Any other step of a closed stage
 * without an end of its own ended with the stage.
 */
export const actualsOf = (programme: Programme, enrolment: EnrolmentRow, given: Facts): Actuals =>
  actualsBy(programme, enrolment, { ...given, ...ownFacts(programme, enrolment) })

/** The same, where what programmes tells itself is among the facts. */
function actualsBy(programme: Programme, enrolment: EnrolmentRow, known: Facts): Actuals {
  // What its papers say happened; no gate of today judges it.
  if (isArchive(enrolment)) return enrolment.actuals
  const facts = onAnyDay(known, enrolment)
  const actuals: Record<string, Actual> = { ...enrolment.actuals }
  for (const stage of programme.stages) {
    const state = enrolment.stages[stage.id]
    const about = { proven: provenGates(state), closedOn: state?.closedOn }
    for (const step of stage.steps) {
      const actual = actualOf(step, actuals[step.id], facts, about)
      if (actual) actuals[step.id] = actual
    }
  }
  return actuals
}

function actualOf(
  step: Step,
  told: Actual | undefined,
  facts: Facts,
  { proven, closedOn }: { proven: Proven; closedOn: Day | null | undefined },
): Actual | undefined {
  const { ended, ...began } = told ?? {}
  if (ended) return !closedOn && stepFails(step, facts) ? { ...began, noted: true } : told
  if (stepHolds(step, facts, proven)) return { ...began, held: true }
  return closedOn ? { ended: closedOn, ...began } : told
}

function standingOf(
  programme: Programme,
  stage: Stage,
  enrolment: EnrolmentRow,
  facts: Facts,
): StageStanding {
  const state = enrolment.stages[stage.id]
  if (state?.status === 'closed') return state.fromArchive ? 'archived' : 'done'
  if (isArchive(enrolment)) return awaitsCheck({ paper: state?.archive }) ? 'unchecked' : 'no-paper'
  if (isRefused(stage, facts)) return 'refused'
  if (enrolment.status === 'draft') return 'not-started'
  if (stagesBefore(programme, stage, enrolment).length > 0) return 'waiting'
  return state?.status === 'closing' ? 'closing' : 'current'
}

type Standing = { stage: Stage; standing: StageStanding }

/** Where an enrolment stands, without what its gates say and what its lateness endangers: for long lists. */
export type Outline = Pick<Progress, 'planned' | 'expected' | 'due' | 'firm' | 'done' | 'noted' | 'facts'> & {
  stages: Standing[]
  current: Standing | null
  late: { id: string; days: number }[]
}

export function outlineOf(programme: Programme, enrolment: EnrolmentRow, given: Facts, today: Day): Outline {
  const facts = { ...given, ...ownFacts(programme, enrolment) }
  const start = enrolment.startedOn ?? today
  const actuals = actualsBy(programme, enrolment, facts)
  const firm = firmSteps(programme, enrolment)
  const isDone = (step: string) => actuals[step]?.ended !== undefined || actuals[step]?.held === true
  const runs = enrolment.status === 'started' && enrolment.startedOn !== null
  const planned = plannedDates(programme, start, enrolment)
  const expected = expectedDates(programme, start, actuals, today, enrolment, planned)
  const stages = programme.stages.map((stage) => ({
    stage,
    standing: standingOf(programme, stage, enrolment, facts),
  }))
  const current =
    stages.find(
      ({ standing }) => standing === 'current' || standing === 'closing' || standing === 'refused',
    ) ?? null
  const step = current?.stage.steps.find((each) => !isDone(each.id))
  return {
    ...{ stages, current, planned, expected, firm, facts },
    done: new Set(Object.keys(actuals).filter(isDone)),
    noted: new Set(Object.keys(actuals).filter((step) => actuals[step]?.noted)),
    late: runs ? lateSteps(programme, { planned, expected, where: enrolment, firm }) : [],
    due: step && runs ? { step: step.id, on: planned[step.id]?.to ?? start, firm: firm.has(step.id) } : null,
  }
}

type Counted = Pick<StageProgress, 'gates' | 'met' | 'blocking' | 'outside'>
const uncounted: Counted = { gates: [], met: 0, blocking: 0, outside: 0 }

/** The gates of a stage as they stand, and how many of those that block hold. */
export function gatesNow(stage: Stage, facts: Facts, { stages }: Pick<EnrolmentRow, 'stages'>): Counted {
  const gates = gateStates(stage, facts, provenGates(stages[stage.id]))
  return { gates, ...countsOf(gates) }
}

function countsOf(gates: readonly GateStanding[]): Omit<Counted, 'gates'> {
  const rules = gates.filter(({ gate }) => gate.kind === 'rule')
  const count = (wanted: GateState['state']) => rules.filter(({ state }) => state === wanted).length
  return { met: count('met'), blocking: rules.length, outside: count('unavailable') }
}

/** How much of the advice of a stage is not met. */
export const openAdvice = (gates: readonly GateStanding[]): number =>
  gates.filter(({ gate, state }) => gate.kind === 'advice' && state !== 'met').length

export function progressOf(
  programme: Programme,
  enrolment: EnrolmentRow,
  given: Facts,
  today: Day,
): Progress {
  const outline = outlineOf(programme, enrolment, given, today)
  const { planned, expected, late, facts, due, firm, done, noted } = outline
  const stages = outline.stages.map(({ stage, standing }): StageProgress => {
    const own = new Set(stage.steps.map((step) => step.id))
    const days = late.filter((each) => own.has(each.id)).map((each) => each.days)
    // What a paper closed was not held to the gates of today.
    const asPaper = isArchive(enrolment) || standing === 'archived'
    const counted = asPaper ? uncounted : gatesNow(stage, facts, enrolment)
    return { stage, standing, ...counted, lateDays: Math.max(0, ...days) }
  })
  return {
    ...{ stages, planned, expected, facts, due, firm, done, noted },
    current: stages.find(({ stage }) => stage === outline.current?.stage) ?? null,
    late: late.map(lateAs(programme, planned, expected)),
  }
}

/** An enrolment as a line of a list of villages. One that cannot be reckoned says so, and takes no other line down. */
export function entryOf(place: string, row: EnrolmentRow, programme: Programme, given: Facts): ProgressEntry {
  try {
    return reckonedEntry(place, row, programme, given)
  } catch {
    return { ...lineOf(place, row, programme), unreadable: true }
  }
}

const lineOf = (place: string, row: EnrolmentRow, programme: Programme): ProgressEntry => ({
  ...{ place, enrolment: row.id, programme: programme.title, site: row.subject?.name ?? null },
  ...{ status: row.status, stage: null, stagesClosed: 0, stagesAll: programme.stages.length, missing: 0 },
  ...{ outside: 0, blocking: 0, advice: 0 },
  ...{ due: null, dueIsEstimate: false, lateDays: 0, unreadable: false },
})

/** As it stands today at its place. */
function reckonedEntry(place: string, row: EnrolmentRow, programme: Programme, given: Facts): ProgressEntry {
  const now = outlineOf(programme, row, given, todayIn(zoneOf(place)))
  const stage = now.current?.stage
  const gates = stage ? gateStandings(stage, now.facts, provenGates(row.stages[stage.id])) : []
  const { met, blocking, outside } = countsOf(gates)
  return {
    ...lineOf(place, row, programme),
    stage: stage ? { number: stage.number, ...stage.title } : null,
    stagesClosed: now.stages.filter(({ standing }) => standing === 'done' || standing === 'archived').length,
    missing: blocking - met,
    outside,
    blocking,
    advice: openAdvice(gates),
    due: now.due?.on ?? null,
    dueIsEstimate: now.due !== null && !now.due.firm,
    lateDays: Math.max(0, ...now.late.map((late) => late.days)),
  }
}
