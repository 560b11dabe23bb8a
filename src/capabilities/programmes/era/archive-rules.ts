// When a paper of a stage "dari arsip" is found right, and what it does then. Apart from its declaration, as `signing/rules.ts` is.
import type { Day } from '../../../kernel/day.ts'
import type { Facts } from '../../../kernel/facts.ts'
import { type CheckInput, checked, type Hand, whyNotCheck } from '../../../kernel/paper.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Programme, Stage } from '../definition.ts'
import { type EnrolmentState, type StageState, whyNotCloseFromArchive } from '../rules.ts'

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
