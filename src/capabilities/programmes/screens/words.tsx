// How programmes are said on its screens: states, days, facts, gates.
import { type Day, fullDay, longDay } from '../../../kernel/day.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import type { Task } from '../../../platform/browser/ui/figures/TaskList.tsx'
import type { Programme, Words } from '../definition.ts'
import type { GateFact, GateState } from '../gates.ts'
import type { StageStanding } from '../progress.ts'
import { programmesTexts } from '../texts.ts'

export const t = translate(programmesTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day | null | undefined) => (day ? longDay(day, language()) : '–')
export const numberText = (value: number) =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(value)
export const dayInWords = (day: Day) => (day ? fullDay(day, language()) : undefined)

export const standingStatus: Readonly<Record<StageStanding, Status>> = {
  done: 'done',
  archived: 'archive',
  closing: 'running',
  current: 'next',
  waiting: 'later',
  refused: 'declined',
  'not-started': 'draft',
}

function factValue(programme: Programme, fact: GateFact): string {
  if (!fact.available) return t('gate.unavailable')
  if (fact.value === undefined) return t('gate.no-value')
  if (typeof fact.value === 'boolean') return fact.value ? t('gate.yes') : t('gate.no')
  if (typeof fact.value === 'number') return numberText(fact.value)
  const kind = programme.kinds.meetings.find((each) => fact.name === `meeting.${each.id}.decision`)
  const options = fact.name === 'enrolment.category' ? programme.categories : kind?.decision?.options
  const option = options?.find((each) => each.id === fact.value)
  return option ? words(option.title) : String(fact.value)
}

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

/** A gate as a task: whether it holds, on which facts, from which source, and where to go to satisfy it. */
export function gateTask(programme: Programme, state: GateState, link: string, next: boolean): Task {
  const { gate } = state
  const source = programme.sources[gate.source]
  const doubt = gate.evidence === 'R' ? ` (${t('gate.verify')})` : ''
  const open = state.state === 'unmet' || state.state === 'advice-unmet'
  return {
    id: gate.id,
    title: words(gate.label),
    status: next ? 'next' : gateStatus[state.state],
    statusLabel: t(gateLabel[state.state]),
    facts: state.facts
      .filter((fact) => !fact.name.startsWith('number.'))
      .map((fact) => ({ label: words(fact.title), value: factValue(programme, fact) })),
    source: source ? t('gate.source', { source: source.title }) + doubt : undefined,
    ...(open ? { action: { href: link, label: t('gate.satisfy') } } : {}),
  }
}
