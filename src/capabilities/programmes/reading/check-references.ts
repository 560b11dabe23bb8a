// Names that must lead somewhere, orders that must not go round, lengths that are said in one way, and what may block.
import { isWithin } from '../definition.ts'
import { kindGroups } from '../definition-schema.ts'
import { type Finding, type FindingCode, finding } from './finding.ts'
import { entriesAt, everyTextUnder, listAt, lookAt, type Placed, textAt } from './loose.ts'

export function referenceFindings(definition: unknown): Finding[] {
  const top: Placed = { value: definition, path: [] }
  const stages = listAt(top, 'stages')
  return [
    ...duplicates(top, stages),
    ...unknownSources(top),
    ...unknownNames(top),
    ...orders(stages),
    ...lengthFindings(top, stages),
    ...eraFindings(top),
    ...unknownDependents(stages),
    ...listAt(top, 'shares').flatMap(sharesFindings),
    ...entriesAt(top, 'numbers').flatMap((number) => numberFindings(number)),
    ...[top, ...stages].flatMap((owner) => signOffFindings(owner)),
    ...[...listAt(top, 'eligibility'), ...gatesUnder(stages)].flatMap(unsourcedRule),
    ...blockingIn(top, stages).flatMap(inferredRule),
  ]
}

export const stepsUnder = (stages: readonly Placed[]) => stages.flatMap((stage) => listAt(stage, 'steps'))
/** The gates of stages and of their steps. */
export const gatesUnder = (stages: readonly Placed[]): Placed[] =>
  [...stages, ...stepsUnder(stages)].flatMap((owner) => listAt(owner, 'gates'))
const idOf = (placed: Placed) => textAt(placed.value, 'id')
const idsOf = (list: readonly Placed[]) => new Set(list.map(idOf))

function duplicates(top: Placed, stages: readonly Placed[]): Finding[] {
  const steps = stepsUnder(stages)
  const kinds = kindGroups.map((group) => listAt(top, 'kinds', group))
  const namespaces: Placed[][] = [
    ...kinds,
    [...stages, ...steps],
    gatesUnder(stages),
    ...['elements', 'eligibility', 'categories', 'shares', 'statements'].map((list) => listAt(top, list)),
    ...steps.map((step) => listAt(step, 'outcomes')),
    observed(stages),
    ...listAt(top, 'eligibility').map((check) => listAt(check, 'choices')),
    ...kinds
      .flat()
      .flatMap((kind) => [
        listAt(kind, 'documents'),
        listAt(kind, 'decision', 'options'),
        listAt(kind, 'facilities'),
      ]),
  ]
  return namespaces
    .flatMap((list) => repeated(list, idOf, 'id'))
    .concat(
      [top, ...stages].flatMap((owner) =>
        repeated(listAt(owner, 'signOffs'), (each) => textAt(each.value, 'as'), 'as'),
      ),
    )
}

function repeated(
  list: readonly Placed[],
  nameOf: (placed: Placed) => string | undefined,
  key: string,
): Finding[] {
  const seen = new Set<string>()
  return list.flatMap((placed) => {
    const name = nameOf(placed)
    if (name === undefined) return []
    if (seen.has(name)) return [finding([...placed.path, key], 'programmes.duplicate-id', { name })]
    seen.add(name)
    return []
  })
}

/** Findings for the names of a list that are not among the known ones. */
function strangers(names: readonly Placed[], known: ReadonlySet<unknown>, code: FindingCode): Finding[] {
  return names
    .filter(({ value }) => typeof value === 'string' && !known.has(value))
    .map(({ value, path }) => finding(path, code, { name: String(value) }))
}

function unknownSources(top: Placed): Finding[] {
  const known = new Set(entriesAt(top, 'sources').map((entry) => entry.key))
  return strangers(everyTextUnder('source', top), known, 'programmes.unknown-source')
}

function unknownNames(top: Placed): Finding[] {
  const elements = idsOf(listAt(top, 'elements'))
  const numbers = new Set(entriesAt(top, 'numbers').map((entry) => entry.key))
  const fixing = { value: lookAt(top.value, ['categoryFixedBy']), path: ['categoryFixedBy'] }
  const days = listAt(top, 'kinds', 'trainings').map((kind) => ({
    value: lookAt(kind.value, ['days']),
    path: [...kind.path, 'days'],
  }))
  return [
    ...[...listAt(top, 'kinds', 'meetings'), ...listAt(top, 'kinds', 'workshops')].flatMap((meeting) =>
      strangers(listAt(meeting, 'elements'), elements, 'programmes.unknown-element'),
    ),
    ...strangers(days, numbers, 'programmes.unknown-number'),
    ...checklists(top),
    ...strangers([fixing], idsOf(stepsUnder(listAt(top, 'stages'))), 'programmes.unknown-step'),
  ]
}

/** What observations tick is a list of `kinds.checks`. */
function checklists(top: Placed): Finding[] {
  const lists = new Set(listAt(top, 'kinds', 'checks').map(({ value }) => textAt(value, 'list')))
  const used = outcomesUnder(listAt(top, 'stages')).map(({ value, path }) => ({
    value: textAt(value, 'checks'),
    path: [...path, 'checks'],
  }))
  return strangers(used, lists, 'programmes.unknown-checklist')
}

const outcomesUnder = (stages: readonly Placed[]) =>
  stepsUnder(stages).flatMap((step) => listAt(step, 'outcomes'))
/** An observation is known by its outcome alone, so no other outcome that is seen may bear the same id. */
const observed = (stages: readonly Placed[]) =>
  outcomesUnder(stages).filter(({ value }) => textAt(value, 'evidence') === 'observation')

function orders(stages: readonly Placed[]): Finding[] {
  return [
    ...orderFindings(stages, 'programmes.unknown-stage'),
    ...stages.flatMap((stage) => orderFindings(listAt(stage, 'steps'), 'programmes.unknown-step')),
  ]
}

function orderFindings(list: readonly Placed[], unknown: FindingCode): Finding[] {
  const known = idsOf(list)
  const after = new Map(list.map((placed, i) => [idOf(placed) ?? '', predecessors(list, i)]))
  const named = list.flatMap((placed) => strangers(listAt(placed, 'after'), known, unknown))
  const circle = circleIn(after)
  const first = list.find((placed) => idOf(placed) === circle?.[0])
  if (!circle || !first) return named
  return [...named, finding([...first.path, 'after'], 'programmes.circular', { circle: circle.join(' → ') })]
}

/** The things one waits for: those it names, or else the one written before it. */
function predecessors(list: readonly Placed[], i: number): string[] {
  const written = lookAt(list[i]?.value, ['after'])
  if (Array.isArray(written)) return written.filter((each) => typeof each === 'string')
  const before = list[i - 1]
  return before ? [idOf(before) ?? ''] : []
}

/** A circle in an order, as the ids along it and back to the first; or nothing. */
export function circleIn(after: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const walk = (id: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id]
    if (done.has(id)) return null
    for (const next of after.get(id) ?? []) {
      const circle = walk(next, [...trail, id])
      if (circle) return circle
    }
    done.add(id)
    return null
  }
  for (const id of after.keys()) {
    const circle = walk(id, [])
    if (circle) return circle
  }
  return null
}

const ways = ['days', 'years', 'yearsByCategory', 'throughout']

/** Every step says in one way how long it takes, and what runs throughout holds nothing up. */
function lengthFindings(top: Placed, stages: readonly Placed[]): Finding[] {
  const steps = stepsUnder(stages)
  const categories = listAt(top, 'categories').length
  return [...steps.flatMap((step) => lengthOf(step, categories)), ...stages.flatMap(besideFindings)]
}

function lengthOf(step: Placed, categories: number): Finding[] {
  const duration = lookAt(step.value, ['duration'])
  if (typeof duration !== 'object' || duration === null) return []
  const given = ways.filter((way) => Object.hasOwn(duration, way))
  const path = [...step.path, 'duration']
  if (given.length !== 1) return [finding(path, 'programmes.length-of-step')]
  return given[0] === 'yearsByCategory' && categories === 0
    ? [finding([...path, 'yearsByCategory'], 'programmes.length-without-category')]
    : []
}

const throughout = (step: Placed) => lookAt(step.value, ['duration', 'throughout']) === true
const isBeside = (stage: Placed) => listAt(stage, 'steps').some(throughout)

function besideFindings(stage: Placed, i: number, stages: readonly Placed[]): Finding[] {
  if (!isBeside(stage)) return []
  const id = idOf(stage)
  const own = lookAt(stage.value, ['after'])
  const waits = Array.isArray(own) ? own.length > 0 : i > 0
  const waitedFor = stages.some((other, at) => {
    const after = lookAt(other.value, ['after'])
    return Array.isArray(after) ? after.includes(id) : at === i + 1
  })
  const whole = listAt(stage, 'steps').every(throughout)
  return whole && !waits && !waitedFor
    ? []
    : [finding([...stage.path, 'steps'], 'programmes.throughout-stage')]
}

function unknownDependents(stages: readonly Placed[]): Finding[] {
  const all = [...stages, ...stepsUnder(stages)]
  const known = idsOf(all)
  return all.flatMap((owner) => strangers(listAt(owner, 'endangers'), known, 'programmes.unknown-dependent'))
}

function sharesFindings(shares: Placed): Finding[] {
  const parts = listAt(shares, 'parts').map((part) => part.value)
  if (parts.length === 0 || !parts.every((part) => typeof part === 'number')) return []
  const sum = Math.round(parts.reduce((total: number, part) => total + (part as number), 0) * 1000) / 1000
  return sum === 100 ? [] : [finding([...shares.path, 'parts'], 'programmes.shares-not-whole', { sum })]
}

/** Whoever may set a number needs to know within which bounds; what the programme says itself lies within them. */
function numberFindings(number: Placed & { key: string }): Finding[] {
  const path = [...number.path, 'bounds']
  const at = (...where: string[]) => lookAt(number.value, where)
  const [min, max, value] = [at('bounds', 'min'), at('bounds', 'max'), at('value')]
  if (typeof min !== 'number' || typeof max !== 'number') {
    const missing = at('mayBeSetBy') !== undefined && at('bounds') === undefined
    return missing
      ? [finding([...number.path, 'mayBeSetBy'], 'programmes.number-without-bounds', { name: number.key })]
      : []
  }
  const odd = at('bounds', 'odd') === true
  if (min > max || (odd && min === max && min % 2 === 0))
    return [finding(path, 'programmes.bounds-empty', { min, max })]
  if (typeof value !== 'number' || isWithin(value, { min, max, ...(odd ? { odd } : {}) })) return []
  return [finding([...number.path, 'value'], 'programmes.value-out-of-bounds', { value, min, max })]
}

/** An end that nobody read of, or could infer, is not claimed. */
function eraFindings(top: Placed): Finding[] {
  const at = (field: string) => lookAt(top.value, ['era', field])
  const [from, to, evidence] = [at('from'), at('to'), at('evidence')]
  if (typeof from !== 'number' || typeof to !== 'number') return []
  if (to < from) return [finding(['era', 'to'], 'programmes.field-out-of-range', { field: 'to' })]
  const said = typeof at('source') === 'string' && typeof evidence === 'string' && evidence !== 'R'
  return said ? [] : [finding(['era', 'to'], 'programmes.era-unsourced')]
}

/** One signature closes; and each says where it was read, for only then may it hold a stage up. */
function signOffFindings(owner: Placed): Finding[] {
  const chain = listAt(owner, 'signOffs')
  const closing = chain.filter((each) => lookAt(each.value, ['closes']) === true)
  const bare = ['source', 'evidence'].flatMap((field) =>
    chain
      .filter(({ value }) => textAt(value, field) === undefined)
      .map(({ path }) => finding([...path, field], 'programmes.field-missing', { field })),
  )
  if (chain.length === 0 || closing.length === 1) return bare
  return [finding([...owner.path, 'signOffs'], 'programmes.closing-sign-off'), ...bare]
}

/** Rules of gates and conditions, and refusals, which end an enrolment. */
function blockingIn(top: Placed, stages: readonly Placed[]): Placed[] {
  const rules = [...listAt(top, 'eligibility'), ...gatesUnder(stages)]
  return [
    ...rules.filter(({ value }) => textAt(value, 'kind') === 'rule'),
    ...stages.map((stage) => ({ value: lookAt(stage.value, ['refusal']), path: [...stage.path, 'refusal'] })),
  ]
}

/** What was only inferred may not block either; whatever day a file says it was compared on. */
function inferredRule(thing: Placed): Finding[] {
  return textAt(thing.value, 'evidence') === 'I'
    ? [finding([...thing.path, 'evidence'], 'programmes.rule-inferred')]
    : []
}

/** Only what somebody could source may block; the rest is advice. */
function unsourcedRule(thing: Placed): Finding[] {
  const blocks = textAt(thing.value, 'kind') === 'rule' && textAt(thing.value, 'evidence') === 'R'
  return blocks ? [finding([...thing.path, 'kind'], 'programmes.rule-unsourced')] : []
}
