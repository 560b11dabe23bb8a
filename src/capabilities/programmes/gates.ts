// Whether a gate holds on what is known. Runs on the phone and on the server.
import { type Cel, evaluate, names } from '../../kernel/cel.ts'
import type { Day } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import { type Gate, gatesOf, type Programme, type Stage, type Step, type Words } from './definition.ts'
import { factOf } from './facts.ts'
import { unproven } from './proof/proven.ts'

/**
 * `unavailable`: it does not hold without a fact whose capability is not part of this release ("belum tersedia").
 * `advice-unmet`: it does not hold, but it is only advice and never blocks.
 */
export type GateStatus = 'met' | 'unmet' | 'unavailable' | 'advice-unmet'

/** A fact a gate asks for, as it stands now. No value: nobody has told it yet. */
export type GateFact = {
  name: string
  title: Words
  value?: boolean | number | string
  records: Facts[string]['records']
  available: boolean
  /** It is not so yet, because a paper for it waits to be checked: another fact, `…_unchecked`, tells. */
  unchecked?: true
  /** It would be so, but no file that it rests on has come to the server, as only the server knows. */
  unarrived?: true
}
/** `proven`: it holds by a document that somebody checked, for want of facts. */
export type GateState = {
  gate: Gate
  state: GateStatus
  facts: GateFact[]
  missing: string[]
  proven?: true
}

/** The numbers of a programme as facts: the local value where a place may set its own, else the programme's; and their bounds. */
export function numberFacts(
  programme: Pick<Programme, 'numbers'>,
  local: Readonly<Record<string, number>> = {},
): Facts {
  const known = Object.entries(programme.numbers).flatMap(
    ([name, { value, mayBeSetBy, bounds, evidence }]) => {
      const set = mayBeSetBy ? local[name] : undefined
      const inferred = set === undefined && (evidence === 'I' || evidence === 'R')
      return [
        [`number.${name}`, set ?? value, inferred] as const,
        [`bounds.${name}.min`, bounds?.min ?? null, false] as const,
        [`bounds.${name}.max`, bounds?.max ?? null, false] as const,
      ]
    },
  )
  return Object.fromEntries(
    known.flatMap(([name, value, inferred]) =>
      value === null ? [] : [[name, { value, records: [], ...(inferred ? { inferred } : {}) }]],
    ),
  )
}

const asked = new WeakMap<Programme, readonly string[]>()

/** The facts that a programme asks for, each once. */
export function askedNames(programme: Programme): readonly string[] {
  const known = asked.get(programme)
  if (known) return known
  const cels = programme.stages.flatMap((stage) => [
    ...gatesOf(stage).map(({ cel }) => cel),
    ...(stage.refusal ? [stage.refusal.cel] : []),
  ])
  const found = [...new Set(cels.flatMap(names))]
  asked.set(programme, found)
  return found
}

/** A rule that compares what was only inferred, and nobody here has decided, is advice until somebody has. */
function asItStands(gate: Gate, facts: Facts): Gate {
  const leans = gate.kind === 'rule' && names(gate.cel).some((name) => facts[name]?.inferred)
  return leans ? { ...gate, kind: 'advice', evidence: 'I' } : gate
}

/** How a gate stands, without what it rests on: a page of villages counts thousands of them and shows none. */
export type GateStanding = Pick<GateState, 'gate' | 'state' | 'proven'>

const gatesIn = (owner: Stage | Step): readonly Gate[] => ('steps' in owner ? gatesOf(owner) : owner.gates)

/**
 * The gates of a stage (with its steps' gates) or of one step, each with the facts it rests on. `proven`: those that a
 * document proves, which counts only where no fact of this release could.
 */
export const gateStates = (owner: Stage | Step, facts: Facts, proven = unproven): GateState[] =>
  gatesIn(owner).map((gate) => gateState(gate, facts, proven))

export const gateStandings = (owner: Stage | Step, facts: Facts, proven = unproven): GateStanding[] =>
  gatesIn(owner).map((gate) => gateStanding(gate, facts, proven))

export function gateState(written: Gate, facts: Facts, proven = unproven): GateState {
  const asked = names(written.cel).map((name) => gateFact(name, facts))
  const missing = asked.flatMap(({ name, value }) => (value === undefined ? [name] : []))
  return { ...gateStanding(written, facts, proven), facts: asked, missing }
}

function gateStanding(written: Gate, facts: Facts, proven = unproven): GateStanding {
  const gate = asItStands(written, facts)
  const state = statusOf(gate, facts)
  return state === 'unavailable' && proven.has(gate.id)
    ? { gate, state: 'met', proven: true }
    : { gate, state }
}

function statusOf({ cel, kind }: Gate, facts: Facts): GateStatus {
  const answer = evaluate(cel, facts)
  if (answer === true) return 'met'
  if (answer === 'unknown' && !canBecome(cel, facts).true) return 'unavailable'
  return kind === 'advice' ? 'advice-unmet' : 'unmet'
}

/** No value, and never one in this release. */
const isGone = (name: string, facts: Facts): boolean =>
  !Object.hasOwn(facts, name) && !factOf(name)?.available

/** What an expression may come to be as the facts that this release can know change. */
function canBecome(cel: Cel, facts: Facts): { true: boolean; false: boolean } {
  if (cel.op === '!') {
    const inner = canBecome(cel.args[0], facts)
    return { true: inner.false, false: inner.true }
  }
  if (cel.op === '&&' || cel.op === '||') {
    const [a, b] = [canBecome(cel.args[0], facts), canBecome(cel.args[1], facts)]
    return cel.op === '&&'
      ? { true: a.true && b.true, false: a.false || b.false }
      : { true: a.true || b.true, false: a.false && b.false }
  }
  const known = !names(cel).some((name) => isGone(name, facts))
  return { true: known, false: known }
}

/** Whether a rule of a step is not met that this release can know of. */
export const stepFails = (step: Pick<Step, 'gates'>, facts: Facts): boolean =>
  step.gates.some((gate) => gateStanding(gate, facts).state === 'unmet')

/** Whether a step has left what it must: its rules hold, or where it has only advice, that. */
export function stepHolds(step: Step, facts: Facts, proven = unproven): boolean {
  const gates = gateStandings(step, facts, proven)
  const rules = gates.filter(({ gate }) => gate.kind === 'rule')
  const asked = rules.length > 0 ? rules : gates
  return asked.length > 0 && asked.every(({ state }) => state === 'met')
}

/** The facts that say on which day another came to be, after its name. */
const dayOf: readonly (readonly [fact: RegExp, day: string])[] = [
  [/^meeting\.\w+\.decision$/, 'decided_on'],
  [/^(meeting|workshop)\.\w+\./, 'first_held_on'],
  [/^letter\.\w+\.(sent|received|answered)$/, 'sent_on'],
  [/^letter\.\w+\./, 'issued_on'],
  [/^stage\.\w+\./, 'closed_on'],
]

/** The day before which a fact cannot have been so; '' where none is told. Of several batches nobody tells the first. */
function knownSince(name: string, facts: Facts): Day {
  const about = name.split('.', 2).join('.')
  if (about.startsWith('training.') && facts[`${about}.batches`]?.value === 1)
    return String(facts[`${about}.last_held_on`]?.value ?? '')
  const times = facts[`${about}.in_force`]?.times
  if (times) return times.map(({ from }) => from).sort()[0] ?? ''
  const [, day] = dayOf.find(([pattern]) => pattern.test(name)) ?? []
  return day ? String(facts[`${about}.${day}`]?.value ?? '') : ''
}

/**
 * The day from which the rules of a stage hold, as far as their facts and documents tell days: the first on which they do
 * without what came later. Null where they do not hold, or nothing that they need tells a day.
 */
export function heldSince(stage: Stage, facts: Facts, proven = unproven): Day | null {
  const rules = gateStandings(stage, facts, proven).filter(({ gate }) => gate.kind === 'rule')
  const byPaper = rules.flatMap((each) => (each.proven ? (proven.get(each.gate.id) ?? []) : []))
  const byFacts = rules.flatMap(({ gate, proven }) => (proven ? [] : gate.cel))
  const since = new Map(byFacts.flatMap(names).map((name) => [name, knownSince(name, facts)]))
  const holdOn = (day: Day) => {
    const known = Object.fromEntries(Object.entries(facts).filter(([name]) => (since.get(name) ?? '') <= day))
    return byPaper.every((on) => on <= day) && byFacts.every((cel) => evaluate(cel, known) === true)
  }
  return [...new Set([...since.values(), ...byPaper])].sort().find(holdOn) || null
}

function gateFact(name: string, facts: Facts): GateFact {
  const declaration = factOf(name)
  const known = Object.hasOwn(facts, name) ? facts[name] : undefined
  return {
    name,
    title: declaration?.title ?? { id: name, en: name },
    ...(known ? { value: known.value } : {}),
    records: known?.records ?? [],
    available: declaration?.available ?? false,
    ...(known?.value === false && facts[`${name}_unchecked`]?.value === true ? { unchecked: true } : {}),
    ...(facts[`${name}_unarrived`] ? { unarrived: true } : {}),
  }
}
