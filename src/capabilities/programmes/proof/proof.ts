// Proving gates that are not available yet: by a document with its number, day and scan, typed by one and checked by another.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Facts } from '../../../kernel/facts.ts'
import * as fields from '../../../kernel/fields.ts'
import {
  type CheckInput,
  checkInput,
  type Hand,
  paperHands,
  scanInput,
  whyNotCheck,
  whyNotOnPaper,
} from '../../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { Programme, Stage } from '../definition.ts'
import { name } from '../definition-fields.ts'
import { gateStates } from '../gates.ts'
import type { EnrolmentState, StageState } from '../rules.ts'
import { whyNotWhile } from '../status.ts'
import { type GateProof, provenGates, waitingGates } from './proven.ts'

export const proveGates = command({
  name: 'programmes.prove-gates',
  version: 1,
  roles: ['facilitator', 'city-officer'],
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    stage: name(),
    gates: z.array(name()).check(z.minLength(1), z.maxLength(60)),
    sheet: z.strictObject({
      checkedBy: fields.line(160),
      number: fields.line(120),
      on: fields.workDay(),
      scan: z.nullable(scanInput()),
    }),
  }),
  records: (input) => [input.enrolment],
  personal: ['sheet.checkedBy'],
  summary:
    'Types a document that proves gates of a stage which nothing in this release can know. Refused of any other gate, without a scan, and of a day after today or before the programme began. It counts once checked.',
})
export type ProveGates = z.infer<typeof proveGates.input>

export const checkProof = command({
  name: 'programmes.check-proof',
  version: 1,
  confirmed: () => true,
  roles: paperHands,
  scope: 'village',
  /** The scan names the document. */
  input: z.strictObject({ enrolment: fields.id(), stage: name(), ...checkInput(), scan: fields.id() }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Says whether the scan of a document that proves gates shows what was typed. Refused to who typed it, and to who has no other role.',
})

export const proofOf = (state: StageState | undefined, scan: string): GateProof | undefined =>
  state?.proofs?.find(({ paper }) => paper.scan?.id === scan)

/** The gates that a document may still be typed for: rules of the stage that are not available, and not proved yet. */
export function provableGates(stage: Stage, facts: Facts, state: StageState | undefined) {
  const taken = new Set([...provenGates(state).keys(), ...waitingGates(state).keys()])
  return gateStates(stage, facts)
    .filter(({ gate, state }) => state === 'unavailable' && gate.kind === 'rule' && !taken.has(gate.id))
    .map(({ gate }) => gate)
}

/**
 * A document may be older than the enrolment, and than the stages before: what an earlier programme left counts where a gate
 * asks for it. It is no older than the programme, where a source says when that began.
 */
const sinceEra = ({ era }: Pick<Programme, 'era'>): Day | null =>
  era.evidence === 'V' ? `${era.from}-01-01` : null

export function whyNotProve(
  programme: Pick<Programme, 'era'>,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
  { gates, sheet }: Pick<ProveGates, 'gates' | 'sheet'>,
  today: Day,
): Refusal[] {
  const state = enrolment.stages[stage.id]
  const provable = new Set(provableGates(stage, facts, state).map(({ id }) => id))
  return reasons(
    whyNotWhile(enrolment, ['started']),
    state?.status === 'closed' && refuse('programmes.stage-closed', { stage: stage.number }),
    gates.some((id) => !provable.has(id)) && refuseField('gates', 'programmes.gate-not-provable'),
    ...whyNotOnPaper(sheet, today, sinceEra(programme)).map((each) => ({
      ...each,
      field: `sheet.${each.field}`,
    })),
  )
}

export const whyNotCheckProof = (
  state: StageState | undefined,
  check: CheckInput & { scan: string; hand: Hand },
): Refusal[] => whyNotCheck(proofOf(state, check.scan), check, check.hand)
