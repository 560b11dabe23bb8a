// A stage closed "dari arsip": typed from a scan by one, held against it by a second person of another role, and closed only then.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Facts } from '../../../kernel/facts.ts'
import * as fields from '../../../kernel/fields.ts'
import {
  type CheckInput,
  checked,
  checkInput,
  type Hand,
  paperHands,
  whyNotCheck,
} from '../../../kernel/paper.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Programme, Stage } from '../definition.ts'
import { name } from '../definition-fields.ts'
import { type EnrolmentState, type StageState, whyNotCloseFromArchive } from '../rules.ts'

export const checkArchive = command({
  name: 'programmes.check-archive',
  version: 1,
  confirmed: () => true,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({
    enrolment: fields.id(),
    stage: name(),
    ...checkInput(),
  }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Says whether the scan of a closing from the archive shows what was typed; then the stage is closed. Refused to who typed it, and to who has no other role.',
})

/** What closes the stage is asked again: other papers may have been checked since it was typed. */
export function whyNotCheckArchive(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
  check: CheckInput & { hand: Hand; enrolledOn: Day | null; today: Day },
): Refusal[] {
  const state = enrolment.stages[stage.id]
  const paper = state?.archive
  const refusals = whyNotCheck({ paper }, check, check.hand)
  if (!paper || !check.agrees || refusals.length > 0) return refusals
  const untyped = { ...enrolment, stages: { ...enrolment.stages, [stage.id]: { ...state, archive: null } } }
  const closing = {
    on: paper.on,
    scan: paper.scan?.id ?? null,
    note: paper.note,
    enrolledOn: check.enrolledOn,
  }
  return whyNotCloseFromArchive(programme, stage, facts, closing, untyped, check.today)
}

/** The stage is closed by its paper, or makes room for another. */
export function archiveChecked<State extends StageState>(
  state: State,
  check: CheckInput,
  hand: Hand,
  on: Day,
): State {
  if (!state.archive) return state
  const archive = checked(state.archive, check, hand, on)
  if (!check.agrees) return { ...state, archive }
  const { scan, note } = archive
  const kept = { archiveNote: note, ...(scan ? { archiveFile: scan.id } : {}) }
  return { ...state, ...kept, archive, status: 'closed', fromArchive: true, closedOn: archive.on }
}
