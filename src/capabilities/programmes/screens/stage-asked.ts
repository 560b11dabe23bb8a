// What the parts of a stage's screen that change it have in common: what they are given, and how reasons are said.
import type { Facts } from '../../../kernel/facts.ts'
import { paperRefusals } from '../../../kernel/paper-texts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/browser/language.ts'
import type { Programme, Stage } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'

export type StageProps = {
  place: string
  enrolment: EnrolmentRow
  programme: Programme
  stage: Stage
  facts: Facts
}

const counted = {
  'programmes.gate-unmet': 'stage.gates-above',
  'programmes.gate-unavailable': 'stage.gates-outside',
} as const

const isGate = ({ code }: Refusal): boolean => code in counted

/** What the screen shows before it as well: gates that are missing, stages that come first. */
export const comesFirst = (refusal: Refusal): boolean =>
  isGate(refusal) || refusal.code === 'programmes.stage-before-open'

/** Every reason against it; gates that are missing stand above one by one, and are counted here. */
export function said(refusals: readonly Refusal[]) {
  const gates = Object.entries(counted).flatMap(([code, key]) => {
    const count = new Set(refusals.flatMap((each) => (each.code === code ? [each.facts?.labelId] : []))).size
    return count > 0 ? [t(key, { count })] : []
  })
  const others = refusals.filter((refusal) => !isGate(refusal))
  return [
    ...new Set([...gates, ...others.map((refusal) => say(refusal, programmesTexts, paperRefusals))]),
  ].map((text) => ({
    text,
  }))
}

/** What the dialogs of a stage have in common. */
export const asked = ({ place, enrolment, stage }: StageProps, screen: string) => ({
  ...{ place, screen, record: `${enrolment.id} ${stage.id}` },
  ...{ says: [programmesTexts], saved: t('stage.saved') },
})
