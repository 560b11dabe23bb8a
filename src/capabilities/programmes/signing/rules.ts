// When a signature on paper is taken, and when it counts. Apart from its declarations, so that no schema is loaded before the home.
import type { Day } from '../../../kernel/day.ts'
import type { Facts } from '../../../kernel/facts.ts'
import {
  type CheckInput,
  checked,
  type Hand,
  handsIn,
  isSigned,
  type PaperInput,
  whyNotCheck,
  whyNotOnPaper,
} from '../../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import { type GivenSignOff, openSignOffs, pledged } from '../chain.ts'
import { type Programme, type SignOffName, type Stage, signRoles } from '../definition.ts'
import { heldSince } from '../gates.ts'
import { provenGates } from '../proof/proven.ts'
import { type EnrolmentState, type StageState, stateWith, whyNotClose, whyNotNext } from '../rules.ts'

const givenAs = (state: StageState | undefined, as: SignOffName): GivenSignOff | undefined =>
  state?.signOffs.findLast((each) => each.as === as)

/**
 * The last of what went before: nobody signs before the programme started here, the stages that this one waits for were
 * closed, it was opened again, its gates came to hold, or the signatures before his were given.
 */
export function signedSince(stage: Stage, facts: Facts, enrolment: EnrolmentState): Day | null {
  const state = enrolment.stages[stage.id]
  const before = [
    heldSince(stage, facts, provenGates(state)),
    ...[enrolment.startedOn, state?.startedOn],
    ...stage.after.map((id) => enrolment.stages[id]?.closedOn),
    ...(state?.signOffs ?? []).filter(isSigned).map(({ on }) => on),
  ]
  return before.reduce<Day>((a, b) => (b && b > a ? b : a), '') || null
}

export function whyNotSignOnPaper(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
  sign: { as: SignOffName; office?: Role | undefined; paper: PaperInput; today: Day; account: string },
): Refusal[] {
  const wanted = stage.signOffs.find((each) => each.as === sign.as)
  const other = sign.office !== undefined && wanted && !signRoles(wanted).includes(sign.office)
  const paper = whyNotOnPaper(sign.paper, sign.today, signedSince(stage, facts, enrolment)).map((each) => ({
    ...each,
    field: `paper.${each.field}`,
  }))
  return [
    ...whyNotNext(programme, stage, facts, enrolment, sign.as),
    ...reasons(
      pledged(stage, enrolment.stages[stage.id]?.signOffs ?? []).includes(sign.account) &&
        refuse('programmes.signed-already'),
      other && refuseField('office', 'programmes.paper-other-office'),
    ),
    ...paper,
  ]
}

/** A paper that closes the stage closes it when it is checked, so the gates must hold then too. */
export function whyNotCheckSignature(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
  check: CheckInput & { as: SignOffName; office?: Role | undefined; hand: Hand },
): Refusal[] {
  const state = enrolment.stages[stage.id]
  const given = givenAs(state, check.as)
  const signOffs = state?.signOffs ?? []
  const refusals = [
    ...whyNotCheck(given, check, check.hand, handsIn(signOffs)),
    ...reasons(
      check.agrees &&
        pledged(stage, signOffs).includes(given?.paper?.typedBy ?? '') &&
        refuse('programmes.paper-typed-by-signer'),
      check.agrees &&
        given?.office !== undefined &&
        check.office !== given.office &&
        refuseField('office', 'programmes.paper-office-unconfirmed'),
    ),
  ]
  const since = heldSince(stage, facts, provenGates(state))
  if (refusals.length === 0 && check.agrees && given && since !== null && given.on < since)
    refusals.push(refuse('platform.paper-before', { since }))
  const open = openSignOffs(stage, signOffs).some(({ as }) => as === check.as)
  if (refusals.length > 0 || !open) return refusals.length > 0 ? refusals : [refuse('platform.paper-none')]
  return check.agrees && state?.status !== 'closed' ? whyNotClose(programme, stage, facts, enrolment) : []
}

/** What a stage's state becomes when a paper was checked. */
export function signatureChecked(
  stage: Stage,
  state: StageState,
  check: CheckInput & { as: SignOffName; hand: Hand; on: Day },
): StageState {
  const signOffs = state.signOffs.map((each) =>
    each.as === check.as && each.paper?.check === null
      ? { ...each, paper: checked(each.paper, check, check.hand, check.on) }
      : each,
  )
  return stateWith(stage, state, signOffs)
}
