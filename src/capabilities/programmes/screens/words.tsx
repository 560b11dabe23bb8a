// How programmes are said on its screens: states, days, facts, gates.
import { type Day, fullDay, isDay, longDay } from '../../../kernel/day.ts'
import type { Role } from '../../../kernel/role.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import type { Task } from '../../../platform/browser/ui/figures/TaskList.tsx'
import type { Programme, Step, Words } from '../definition.ts'
import { factTitle, type GateLine, gateLines, type Target } from '../gate-lines.ts'
import type { GateFact, GateState } from '../gates.ts'
import { homeTexts } from '../home-texts.ts'
import type { StageProgress, StageStanding } from '../progress.ts'
import { amountText, n } from './number-words.ts'
import type { Way } from './use-ways.ts'

/** The words of the home; other screens take all of them, from `all-words.ts`. */
export const t = translate(homeTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day | null | undefined) => (day ? longDay(day, language()) : '–')
export const numberText = (value: number) =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(value)
/** Of a stage without a rule: nobody is held up, which does not say that anything was done. */
export const nothingBlocks = (advice: number): string =>
  advice > 0 ? t('gate.none-blocks-advice', { count: advice }) : t('gate.none-blocks')
/** "2 dari 7 syarat terpenuhi, 5 syarat perlu dokumen bukti": what cannot be known here is told apart from what is not done. */
export const gatesText = ({ met, blocking, outside }: Pick<StageProgress, 'met' | 'blocking' | 'outside'>) =>
  [
    t('home.gates', { done: met, total: blocking }),
    ...(outside > 0 ? [t('home.gates-outside', { count: outside })] : []),
  ].join(', ')
export const dayInWords = (day: Day) => (day ? fullDay(day, language()) : undefined)

export const standingStatus: Readonly<Record<StageStanding, Status>> = {
  done: 'done',
  archived: 'archive',
  closing: 'running',
  current: 'next',
  waiting: 'later',
  refused: 'declined',
  'not-started': 'draft',
  'no-paper': 'draft',
  unchecked: 'next',
}

function factValue(programme: Programme, fact: GateFact): string {
  if (!fact.available) return t('gate.unavailable')
  if (fact.value === undefined) return t('gate.no-value')
  if (fact.unchecked) return t('stage.on-paper')
  if (typeof fact.value === 'boolean') return fact.value ? t('gate.yes') : t('gate.no')
  if (typeof fact.value === 'number') return numberText(fact.value)
  return textOf(programme, fact.name, fact.value)
}

/** A text that a fact is, by the title that the definition gives it. */
function textOf(programme: Programme, name: string, value: string): string {
  const kind = programme.kinds.meetings.find((each) => name === `meeting.${each.id}.decision`)
  const options = name === 'enrolment.category' ? programme.categories : kind?.decision?.options
  const option = options?.find((each) => each.id === value)
  return option ? words(option.title) : dayOr(value)
}

const dayOr = (value: string) => (isDay(value) ? dayText(value) : value)

/** A number that a gate asks for, with its unit: "30 persen"; one that is still the place's own to set says so. */
function numberAsked(programme: Programme, state: GateState, name: string): string {
  const number = programme.numbers[name.split('.')[1] ?? '']
  const value = state.facts.find((fact) => fact.name === name)?.value
  return number ? amountText(number, typeof value === 'number' ? value : null) : ''
}

const askedAs = {
  '==': 'gate.must-be',
  '!=': 'gate.must-not-be',
  '>': 'gate.at-least',
  '>=': 'gate.at-least',
  '<': 'gate.at-most',
  '<=': 'gate.at-most',
} as const

function targetText(programme: Programme, state: GateState, line: GateLine, target: Target): string {
  const { op, value } = target
  if (typeof value === 'boolean')
    return t('gate.must-be', { value: t((op === '==') === value ? 'gate.yes' : 'gate.no') })
  const what = amountAsked(programme, state, line, target)
  return what ? t(askedAs[op], { value: what }) : ''
}

function amountAsked(programme: Programme, state: GateState, line: GateLine, target: Target): string {
  const { op, value, number, fact } = target
  if (typeof value === 'string') return textOf(programme, line.facts[0] ?? '', value)
  // Facts are whole numbers, so "more than none" is "at least one".
  if (typeof value === 'number') return numberText(value + (op === '>' ? 1 : op === '<' ? -1 : 0))
  if (number) return numberAsked(programme, state, number)
  const other = state.facts.find((each) => each.name === fact)
  return other ? `${words(factTitle(programme, other))} (${factValue(programme, other)})` : ''
}

/** "Ketua RW yang hadir + Ketua RT yang hadir: 6 (paling sedikit 1)". */
function lineOf(programme: Programme, state: GateState, line: GateLine): { label: string; value: string } {
  const facts = line.facts.flatMap((name) => state.facts.find((fact) => fact.name === name) ?? [])
  const counts = facts.map(({ value }) => value)
  const sum = counts.every((value) => typeof value === 'number') ? counts.reduce((a, b) => a + b, 0) : null
  const value =
    facts.length > 1 && sum !== null
      ? numberText(sum)
      : [...new Set(facts.map((fact) => factValue(programme, fact)))].join(' + ')
  const targets = line.targets.map((target) => targetText(programme, state, line, target)).filter(Boolean)
  const [first = '', ...more] = facts.map((fact) => words(factTitle(programme, fact)))
  const label = [first, ...more].join(' + ')
  return {
    label: line.join ? t(`gate.${line.join}`, { label }) : label,
    value: targets.length > 0 ? `${value} (${targets.join(line.any ? t('gate.any') : ', ')})` : value,
  }
}

/** How sure we are of what a gate asks, where it was not read in a source: an officer must see it beside the gate. */
export const doubts = { V: undefined, 'V-code': undefined, I: 'number.inferred', R: 'number.verify' } as const

const gateStatus = {
  met: 'done',
  unmet: 'blocked',
  unavailable: 'unavailable',
  'advice-unmet': 'advice',
} as const
const gateLabel = {
  met: 'gate.met',
  unmet: 'gate.unmet',
  unavailable: 'gate.unavailable',
  'advice-unmet': 'gate.advice',
} as const

/** An office that signs, by the programme's own title for it. */
export const officeText = ({ roleTitles }: Programme, role: Role): string => {
  const own = roleTitles?.[role]
  if (own) return words(own)
  const key = `office.${role}`
  return key in homeTexts ? t(key as 'office.village-head') : role
}

/** That a length is an estimate, and how sure of it anybody is. */
export function estimateText({ duration }: Pick<Step, 'duration'>): string {
  const doubt = doubts[duration.evidence]
  return doubt ? `${t('plan.estimate')}, ${n(doubt)}` : t('plan.estimate')
}

function labelKey(state: GateState) {
  if (state.proven) return 'gate.by-document'
  const open = state.state === 'unmet' || state.state === 'advice-unmet'
  return open && state.facts.some((fact) => fact.unchecked) ? 'stage.on-paper' : gateLabel[state.state]
}

/** Where to go to satisfy a gate, for whoever may; others are told who does it. */
function satisfying(programme: Programme, { href, roles }: Way): Pick<Task, 'action' | 'hint'> {
  if (href !== null) return { action: { href, label: t('gate.satisfy') } }
  return { hint: t('gate.done-by', { who: roles.map((role) => officeText(programme, role)).join(', ') }) }
}

/** A gate as a task: whether it holds, on which facts, from which source, and where to go to satisfy it, or who does. */
export function gateTask(programme: Programme, state: GateState, way: Way | null, next = false): Task {
  const { gate } = state
  const source = programme.sources[gate.source]
  const doubt = doubts[gate.evidence]
  const open = state.state === 'unmet' || state.state === 'advice-unmet'
  return {
    id: gate.id,
    title: words(gate.label),
    status: next ? 'next' : gateStatus[state.state],
    statusLabel: t(labelKey(state)),
    facts: gateLines(gate.cel).map((line) => lineOf(programme, state, line)),
    source: source ? t('gate.source', { source: source.title }) : undefined,
    ...(doubt ? { doubt: n(doubt) } : {}),
    ...(open && way ? satisfying(programme, way) : {}),
  }
}
