// Planned and expected dates of stages and steps. When one step is late, the work after it moves, and so does
// the action plan that was agreed together. Source: Pengembangan Desa Berketahanan Sosial, 2011.
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import type { Programme, Stage, Step } from './definition.ts'
import { beginsOn, budgetYears, endsOn, runsThroughout, type Where } from './length.ts'

export type Span = { from: Day; to: Day }
/** By id of stage or step; the two share their ids' namespace. */
export type Spans = Record<string, Span>
/**
 * What really happened. A step that has begun and not ended has no `ended`; `held`: its gates hold, so it is done, though
 * nobody noted when; `noted`: somebody noted an end, but its rules do not hold.
 */
export type Actual = { began?: Day; ended?: Day; held?: true; noted?: true }
export type Actuals = Readonly<Record<string, Actual | undefined>>

/** A step that is late by its own doing, not only because what came before it was. */
export type Late = { id: string; days: number; planned: Span; expected: Span; endangers: string[] }

const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b))

/**
 * The plan: each step begins the day after the last thing it waits for has ended, in budget years on the first
 * 1 January from then on. An adopted end stands as it was decided; a day of the customary calendar as it was told, but no
 * earlier than the step can begin.
 */
export function plannedDates(programme: Programme, start: Day, where: Where = {}): Spans {
  return walked(programme, start, (step, canBegin) => {
    const told = where.customary?.[step.id]?.on
    const adopted = where.adopted?.[step.id]?.ends
    if (adopted) return { from: earlier(latest([canBegin, told ?? canBegin]), adopted), to: adopted }
    if (told) return onDay(latest([told, canBegin]))
    const years = budgetYears(programme, step, where.category)
    const from = beginsOn(years, canBegin)
    return { from, to: endsOn(step, years, from) }
  })
}

/**
 * What is to be expected now: what has ended keeps its dates; what has not ended takes its planned duration
 * from when it can begin, and ends today at the earliest. Nothing that has not happened is expected before
 * the plan has it. Where only the dates of a stage are known, they stand in for those of its steps.
 */
export function expectedDates(
  programme: Programme,
  start: Day,
  actuals: Actuals,
  today: Day,
  where: Where = {},
  planned = plannedDates(programme, start, where),
): Spans {
  return walked(programme, start, (step, canBegin, stage) => {
    const { began, ended, held } = actualOf(step, stage, actuals)
    if (ended) return { from: latestOf(began, ended), to: ended }
    const plan = planned[step.id] as Span
    if (held) return plan
    const { from, ends } = toCome(programme, step, where, { plan, canBegin, began })
    const to = latest([ends, began || from <= today ? today : from])
    const closed = actuals[stage.id]?.ended
    return closed && to > closed ? { from: earlier(from, closed), to: closed } : { from, to }
  })
}

/** From when to when a step that has not ended is expected: by its length, or on the day that is fixed for it. */
function toCome(
  programme: Programme,
  step: Step,
  where: Where,
  { plan, canBegin, began }: { plan: Span; canBegin: Day; began: Day | undefined },
): { from: Day; ends: Day } {
  if (isAdopted(step, where)) {
    const from = began ?? plan.from
    return { from, ends: latest([from, plan.to]) }
  }
  if (where.customary?.[step.id]) {
    const from = began ?? latest([canBegin, plan.from])
    return { from, ends: latest([from, plan.to]) }
  }
  const years = budgetYears(programme, step, where.category)
  const from = began ?? beginsOn(years, latest([canBegin, plan.from]))
  return { from, ends: endsOn(step, years, from) }
}

/** A step's own dates; else the stage's beginning for its first steps, and the stage's end for its last. */
function actualOf(step: Step, stage: Stage, actuals: Actuals): Actual {
  const own = actuals[step.id] ?? {}
  const whole = actuals[stage.id] ?? {}
  const isLast = !stage.steps.some((each) => each.after.includes(step.id))
  const began = own.began ?? (step.after.length === 0 ? whole.began : undefined)
  const ended = own.ended ?? (isLast ? whole.ended : undefined)
  return { ...(began ? { began } : {}), ...(ended ? { ended } : {}), ...(own.held ? { held: true } : {}) }
}

const isAdopted = (step: Step, where: Where): boolean => where.adopted?.[step.id] !== undefined
const onDay = (day: Day): Span => ({ from: day, to: day })

/** Whether the length of a step was read in a source; what was inferred or remembered is an estimate. */
export const isSourced = ({ duration }: Pick<Step, 'duration'>): boolean =>
  duration.evidence === 'V' || duration.evidence === 'V-code'

/**
 * The steps whose planned end counts: adopted by decision, or reckoned from sourced durations alone. What rests anywhere
 * on a duration that nobody read in a source, or on a day that the customary calendar gave and nobody decided, is an
 * estimate, and never late. A stage's end counts where that of its last steps does.
 */
export function firmSteps(programme: Programme, where: Where = {}): ReadonlySet<string> {
  const firm = new Set<string>()
  const isFirm = (ids: readonly string[]) => ids.every((id) => firm.has(id))
  for (const { stage, steps, last } of orderOf(programme)) {
    for (const step of steps.filter((each) => !runsThroughout(each))) {
      const reckoned = isSourced(step) && step.calendar === undefined && !where.customary?.[step.id]
      const rests = step.after.length > 0 ? step.after : stage.after
      if (isAdopted(step, where) || (reckoned && isFirm(rests))) firm.add(step.id)
    }
    if (isFirm(last)) firm.add(stage.id)
  }
  return firm
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** A beginning that was never recorded, or lies after the end, is taken to be the end. */
const latestOf = (began: Day | undefined, ended: Day): Day => (began && began <= ended ? began : ended)

/**
 * Walks stages and steps in an order in which everything waited for has its dates. What runs throughout comes last:
 * it begins with the programme and ends with the last of all the others.
 */
function walked(
  programme: Programme,
  start: Day,
  spanOf: (step: Step, canBegin: Day, stage: Stage) => Span,
): Spans {
  const spans: Spans = {}
  const order = orderOf(programme)
  for (const { stage, steps } of order.filter(({ beside }) => !beside)) {
    const opens = after(stage.after, spans, start)
    for (const step of steps) spans[step.id] = spanOf(step, after(step.after, spans, opens), stage)
    spans[stage.id] = around(stage.steps.map((step) => spans[step.id] as Span))
  }
  const whole = { from: start, to: latest([start, ...Object.values(spans).map((span) => span.to)]) }
  for (const { stage } of order.filter(({ beside }) => beside)) {
    for (const step of stage.steps) spans[step.id] = whole
    spans[stage.id] = whole
  }
  return spans
}

const around = (spans: readonly Span[]): Span => ({
  from: spans.map((span) => span.from).reduce(earlier),
  to: latest(spans.map((span) => span.to)),
})

function after(ids: readonly string[], spans: Spans, otherwise: Day): Day {
  const ends = ids.map((id) => spans[id]?.to).filter((to) => to !== undefined)
  return ends.length === 0 ? otherwise : latest([otherwise, addDays(latest(ends), 1)])
}

type Ordered = {
  stage: Stage
  steps: Step[]
  /** The steps that no other of the stage waits for. */
  last: string[]
  /** It runs throughout. */
  beside: boolean
}
/** A definition never changes, and a page of villages asks for the same order hundreds of times. */
const orders = new WeakMap<Programme, readonly Ordered[]>()

function orderOf(programme: Programme): readonly Ordered[] {
  const known = orders.get(programme)
  if (known) return known
  const isLast = (step: Step, { steps }: Stage) => !steps.some(({ after }) => after.includes(step.id))
  const order = inOrder(programme.stages).map((stage) => ({
    ...{ stage, steps: inOrder(stage.steps), beside: stage.steps.some(runsThroughout) },
    last: stage.steps.filter((step) => isLast(step, stage)).map(({ id }) => id),
  }))
  orders.set(programme, order)
  return order
}

/** Predecessors first. Definitions are refused when their order goes in a circle, so this ends. */
function inOrder<T extends { id: string; after: readonly string[] }>(list: readonly T[]): T[] {
  const done: T[] = []
  const take = (each: T): void => {
    if (done.includes(each)) return
    for (const before of list.filter(({ id }) => each.after.includes(id))) take(before)
    done.push(each)
  }
  for (const each of list) take(each)
  return done
}

/** The steps that are late by their own doing, the first planned first, and what each endangers. Never an estimate. */
export function lateness(
  programme: Programme,
  start: Day,
  actuals: Actuals,
  today: Day,
  where: Where = {},
): Late[] {
  const planned = plannedDates(programme, start, where)
  const expected = expectedDates(programme, start, actuals, today, where, planned)
  const firm = firmSteps(programme, where)
  return lateSteps(programme, { planned, expected, where, firm }).map(lateAs(programme, planned, expected))
}

/** What there is to say of a late step. */
export const lateAs =
  (programme: Programme, planned: Spans, expected: Spans) =>
  ({ id, days }: { id: string; days: number }): Late => ({
    ...{ id, days, planned: planned[id] as Span, expected: expected[id] as Span },
    endangers: endangered(programme, id),
  })

type Dates = { planned: Spans; expected: Spans; where: Where; firm: ReadonlySet<string> }

/** The same in short, where the dates are known already. */
export function lateSteps(programme: Programme, dates: Dates): { id: string; days: number }[] {
  const { planned, expected, firm } = dates
  const from = ({ id }: { id: string }) => planned[id]?.from ?? ''
  return programme.stages
    .flatMap((stage) => stage.steps)
    .filter((step) => firm.has(step.id))
    .flatMap((step) => {
      const days = lateBy(planned[step.id] as Span, expected[step.id] as Span)
      return days > inheritedDays(programme, step, dates) ? [{ id: step.id, days }] : []
    })
    .sort((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0))
}

/** Days by which a span ends later than planned; 0 when it does not. */
export function lateBy(planned: Span, expected: Span): number {
  return Math.max(0, daysBetween(planned.to, expected.to))
}

/**
 * Days that a step was given by what it waits for. In budget years that may be more days than those before it lost: a
 * year that should have begun in January begins a year later when what comes before it ends in February.
 */
function inheritedDays(programme: Programme, step: Step, { planned, expected, where }: Dates): number {
  // A decision waits for nobody.
  if (isAdopted(step, where)) return 0
  const stage = programme.stages.find((each) => each.steps.includes(step))
  const before = (step.after.length > 0 ? step.after : (stage?.after ?? [])).filter((id) => expected[id])
  const lost = Math.max(0, ...before.map((id) => lateBy(planned[id] as Span, expected[id] as Span)))
  const years = budgetYears(programme, step, where.category)
  if (years === null || lost === 0) return lost
  const plan = planned[step.id] as Span
  const canBegin = latest([plan.from, ...before.map((id) => addDays((expected[id] as Span).to, 1))])
  const from = beginsOn(years, canBegin)
  return lateBy(plan, { from, to: endsOn(step, years, from) })
}

/** Everything that suffers when a stage or step is late: what comes after it, and what it says it endangers. */
export function endangered(programme: Programme, id: string): string[] {
  const found = new Set<string>()
  const add = (next: string): void => {
    if (next === id || found.has(next)) return
    found.add(next)
    for (const further of followers(programme, next)) add(further)
  }
  for (const next of followers(programme, id)) add(next)
  const order = programme.stages.flatMap((stage) => [stage.id, ...stage.steps.map((step) => step.id)])
  return order.filter((each) => found.has(each))
}

function followers(programme: Programme, id: string): string[] {
  return programme.stages.flatMap((stage) => [
    ...(stage.id === id ? stage.endangers : []),
    ...(stage.after.includes(id) ? [stage.id, ...firstSteps(stage)] : []),
    ...stage.steps.flatMap((step) => [
      ...(step.id === id ? [...step.endangers, ...stageAfterSteps(programme, stage)] : []),
      ...(step.after.includes(id) ? [step.id] : []),
    ]),
  ])
}

const firstSteps = (stage: Stage) =>
  stage.steps.filter((step) => step.after.length === 0).map((step) => step.id)

/** A late step makes its stage late, and with it the stages that wait for it. */
const stageAfterSteps = (programme: Programme, stage: Stage) =>
  programme.stages
    .filter((each) => each.after.includes(stage.id))
    .flatMap((each) => [each.id, ...firstSteps(each)])
