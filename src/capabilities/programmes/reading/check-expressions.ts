// Whether the expressions of gates can be read, ask only for facts that somebody can give, and compare like
// with like.
import { type Cel, type CelValue, names, visit } from '../../../kernel/cel.ts'
import { CelError, parseCel } from '../../../kernel/cel-parse.ts'
import type { KindGroup, ProgrammeSource } from '../definition.ts'
import { kindGroups } from '../definition-schema.ts'
import { type FactType, factCapabilities, type Slot } from '../fact.ts'
import { factOf, optionsOf, slotsOf } from '../facts.ts'
import { gatesUnder, stepsUnder } from './check-references.ts'
import { type Finding, type FindingCode, type FindingFacts, finding } from './finding.ts'
import { entriesAt, listAt, lookAt, type Path, type Placed, textAt } from './loose.ts'

export function expressionFindings(definition: unknown): Finding[] {
  const top: Placed = { value: definition, path: [] }
  const stages = listAt(top, 'stages')
  const gates = gatesUnder(stages)
  const refusals = stages
    .map((stage) => ({ value: lookAt(stage.value, ['refusal']), path: [...stage.path, 'refusal'] }))
    .filter(({ value }) => value !== undefined)
  return [
    ...[...gates, ...refusals].flatMap((owner) => ownFindings(owner, top)),
    ...gates.flatMap((gate) => linkFindings(gate, top)),
  ]
}

function ownFindings(owner: Placed, top: Placed): Finding[] {
  const when = textAt(owner.value, 'when')
  if (when === undefined) return []
  const blocks = textAt(owner.value, 'kind') !== 'advice'
  return conditionFindings(when, [...owner.path, 'when'], top, blocks)
}

/** What is wrong with a condition on facts. One that only advises may ask for any number. */
export function conditionFindings(when: string, path: Path, top: Placed, blocks = false): Finding[] {
  const findings: Finding[] = []
  const report = (at: number, code: FindingCode, facts: FindingFacts) => {
    findings.push({ ...finding(path, code, facts), within: at })
  }
  try {
    const cel = parseCel(when)
    visit(cel, (node) => node.op === 'fact' && checkName(node.name, node.at, top, report))
    // A refusal ends an enrolment, so it blocks as a rule does.
    if (blocks) visit(cel, (node) => checkNumber(node, top, report))
    visit(cel, (node) => checkOptions(node, top, report))
    visit(cel, (node) => checkBounds(node, top, report))
    visit(cel, (node) => checkNegation(node, report))
    if (names(cel).every(isNumber)) report(cel.at, 'programmes.gate-without-fact', {})
    const type = typeOf(cel, report)
    if (type && type !== 'bool')
      report(cel.at, 'programmes.fact-wrong-type', { name: when, found: type, expected: 'bool' })
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    report(error.at, error.code as FindingCode, { at: error.at + 1, detail: error.detail })
  }
  return findings
}

type Report = (at: number, code: FindingCode, facts: FindingFacts) => void

function checkName(name: string, at: number, top: Placed, report: Report): void {
  const declaration = factOf(name)
  if (!declaration) report(at, 'programmes.unknown-fact', { name })
  for (const { slot, value } of declaration ? slotsOf(name, declaration) : []) {
    if (!declaredIn(top, slot, name).includes(value)) {
      report(at, 'programmes.unknown-kind', { name, kind: value, group: slot })
    }
  }
}

const idsAt = (from: Placed, ...path: string[]) =>
  listAt(from, ...path).map(({ value }) => textAt(value, 'id') ?? '')

/** Whose elements and documents a fact counts. */
const groupOf = (name: string): KindGroup =>
  name.startsWith('training.') ? 'trainings' : name.startsWith('workshop.') ? 'workshops' : 'meetings'

/** The names that a definition declares for a slot of a fact's name. */
function declaredIn(top: Placed, slot: Slot, name: string): string[] {
  if (slot === 'number') return entriesAt(top, 'numbers').map((entry) => entry.key)
  if (slot === 'stage') return idsAt(top, 'stages')
  if (slot === 'question') return idsAt(top, 'eligibility')
  if (slot === 'outcome') return stepsUnder(listAt(top, 'stages')).flatMap((step) => idsAt(step, 'outcomes'))
  if (slot === 'element' || slot === 'document') {
    const group = groupOf(name)
    const kind = listAt(top, 'kinds', group).find(({ value }) => textAt(value, 'id') === name.split('.')[1])
    if (!kind) return []
    return slot === 'document'
      ? idsAt(kind, 'documents')
      : listAt(kind, 'elements').map(({ value }) => String(value))
  }
  return idsAt(top, 'kinds', slot)
}

const isNumber = (name: string) => /^(number|bounds)\./.test(name)

function checkBounds(node: Cel, top: Placed, report: Report): void {
  const [family, name = ''] = node.op === 'fact' ? node.name.split('.') : []
  const number = family === 'bounds' ? lookAt(top.value, ['numbers', name]) : undefined
  if (number !== undefined && lookAt(number, ['bounds']) === undefined)
    report(node.at, 'programmes.number-without-bounds', { name })
}

/** Only what programmes gives itself is always told; of anything else nobody says that it is not so. */
function checkNegation(node: Cel, report: Report): void {
  if (node.op !== '!') return
  for (const name of names(node)) {
    const declaration = factOf(name)
    if (declaration && declaration.from !== 'programmes') report(node.at, 'programmes.negated-fact', { name })
  }
}

/**
 * A rule may lean only on numbers that somebody could source, or that the village may set itself: until it has, one that was
 * inferred makes the rule advice (`gateState`). Gates count in whole numbers, and zero is enough of nothing.
 */
function checkNumber(node: Cel, top: Placed, report: Report): void {
  const [family, name = '', which = ''] = node.op === 'fact' ? node.name.split('.') : []
  const number = lookAt(top.value, ['numbers', name])
  if (number === undefined || (family !== 'number' && family !== 'bounds')) return
  const bounds = lookAt(number, ['bounds'])
  if (family === 'bounds' && bounds === undefined) return
  const about = { name: `${family}.${name}` }
  const value = lookAt(number, family === 'number' ? ['value'] : ['bounds', which])
  if (!mayLeanOn(number, family, value)) report(node.at, 'programmes.rule-on-unverified-number', about)
  else if (typeof value === 'number' && !Number.isInteger(value))
    report(node.at, 'programmes.fact-wrong-type', { ...about, found: String(value), expected: 'int' })
  else if (Number(family === 'number' ? (lookAt(bounds, ['min']) ?? value) : value) <= 0)
    report(node.at, 'programmes.gate-open-at-zero', about)
}

function mayLeanOn(number: unknown, family: 'number' | 'bounds', value: unknown): boolean {
  const ofBounds = family === 'bounds' ? textAt(lookAt(number, ['bounds']), 'evidence') : undefined
  const evidence = ofBounds ?? textAt(number, 'evidence')
  const settled = family === 'number' && textAt(number, 'mayBeSetBy') === 'village'
  return value !== null && value !== undefined && evidence !== 'R' && (evidence !== 'I' || settled)
}

function checkOptions(node: Cel, top: Placed, report: Report): void {
  const compared = comparedTexts(node)
  if (!compared || !factOf(compared.name)) return
  const options = optionsOf(compared.name, looseKinds(top))
  if (!options) return
  for (const option of compared.texts.filter((text) => !options.includes(text))) {
    report(node.at, 'programmes.unknown-option', { name: compared.name, option, options: options.join(', ') })
  }
}

/** Both `fact == "text"` and `"text" == fact`, and `fact in ["text", …]`. */
function comparedTexts(node: Cel): { name: string; texts: string[] } | null {
  const isText = (value: CelValue): value is string => typeof value === 'string'
  if (node.op === 'in' && node.args[0].op === 'fact')
    return { name: node.args[0].name, texts: node.list.filter(isText) }
  if (node.op !== '==' && node.op !== '!=') return null
  const fact = node.args.find((each) => each.op === 'fact')
  const value = node.args.find((each) => each.op === 'value')
  return fact && value && isText(value.value) ? { name: fact.name, texts: [value.value] } : null
}

/** As much of the definition as `optionsOf` reads, with what is missing left empty. */
function looseKinds(top: Placed): Pick<ProgrammeSource, 'kinds' | 'categories'> {
  const meetings = listAt(top, 'kinds', 'meetings').map((meeting) => ({
    id: textAt(meeting.value, 'id') ?? '',
    decision: { options: idsAt(meeting, 'decision', 'options').map((id) => ({ id })) },
  }))
  const categories = idsAt(top, 'categories').map((id) => ({ id }))
  return { kinds: { meetings }, categories } as unknown as Pick<ProgrammeSource, 'kinds' | 'categories'>
}

type Type = 'bool' | 'int' | 'text'
const plain: Record<FactType, Type> = { bool: 'bool', int: 'int', text: 'text', date: 'text' }
const typeOfValue = (value: CelValue): Type =>
  typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'int' : 'text'

/** The type of an expression; null where an unknown fact leaves it open, so that one error is told once. */
function typeOf(cel: Cel, report: Report): Type | null {
  if (cel.op === 'value') return typeOfValue(cel.value)
  if (cel.op === 'fact') {
    const declaration = factOf(cel.name)
    return declaration ? plain[declaration.type] : null
  }
  const types = cel.args.map((part) => typeOf(part, report))
  const wanted = wantedType(cel, types)
  cel.args.forEach((part, i) => {
    const found = types[i]
    if (wanted && found && found !== wanted) {
      report(part.at, 'programmes.fact-wrong-type', { name: named(part), found, expected: wanted })
    }
  })
  return '+-*'.includes(cel.op) ? 'int' : 'bool'
}

function wantedType(
  cel: Exclude<Cel, { op: 'value' | 'fact' }>,
  types: readonly (Type | null)[],
): Type | null {
  if (cel.op === '&&' || cel.op === '||' || cel.op === '!') return 'bool'
  if (cel.op === '+' || cel.op === '-' || cel.op === '*') return 'int'
  if (cel.op === 'in') return cel.list[0] === undefined ? null : typeOfValue(cel.list[0])
  if (cel.op === '==' || cel.op === '!=') return types[0] ?? null
  return types.includes('text') && !types.includes('int') ? 'text' : 'int'
}

const named = (cel: Cel): string =>
  cel.op === 'fact' ? cel.name : cel.op === 'value' ? JSON.stringify(cel.value) : cel.op

const kindsFor = (top: Placed, group: KindGroup) => idsAt(top, 'kinds', group)

/** A link starts at a capability; `kind=` names a kind that the definition declares. */
function linkFindings(gate: Placed, top: Placed): Finding[] {
  const link = textAt(gate.value, 'satisfiedBy')
  if (link === undefined) return []
  const [path = '', query = ''] = link.split('?')
  const kind = new URLSearchParams(query).get('kind')
  const knownPlace = factCapabilities.some((giver) => giver === path.split('/')[0])
  const knownKind = kind === null || kindGroups.some((group) => kindsFor(top, group).includes(kind))
  return knownPlace && knownKind
    ? []
    : [finding([...gate.path, 'satisfiedBy'], 'programmes.unknown-link', { link })]
}
