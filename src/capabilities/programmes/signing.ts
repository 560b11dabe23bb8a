// Signatures of a closing that somebody gave on paper: typed by one, checked by another, and counted only then.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import type { Facts } from '../../kernel/facts.ts'
import * as fields from '../../kernel/fields.ts'
import {
  type CheckInput,
  checked,
  checkInput,
  type Hand,
  handsIn,
  isSigned,
  type PaperInput,
  paperHands,
  paperInput,
  whyNotCheck,
  whyNotOnPaper,
} from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import { type Role, roles } from '../../kernel/role.ts'
import { type GivenSignOff, openSignOffs, pledged } from './chain.ts'
import { type Programme, type SignOffName, type Stage, signRoles } from './definition.ts'
import { name } from './definition-fields.ts'
import { heldSince } from './gates.ts'
import { provenGates } from './proof/proven.ts'
import { type EnrolmentState, type StageState, stateWith, whyNotClose, whyNotNext } from './rules.ts'

const about = () => ({
  enrolment: fields.id(),
  stage: name(),
  as: z.enum(['submitted', 'acknowledged', 'verified']),
})

export const signOnPaper = command({
  name: 'programmes.sign-on-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({
    ...about(),
    note: fields.prose(1000),
    /** The office that the signature stands for, one of its roles; the paper has the words. Left out: the first. */
    office: z.optional(z.enum(roles)),
    paper: paperInput(),
  }),
  records: (input) => [input.enrolment],
  personal: ['note', 'paper.name'],
  summary:
    'Types a signature of the closing of a stage that was given on paper. It counts once checked. ' +
    'Refused without a scan, dated after today or before what went before, out of order, while a gate that blocks does not hold, or typed by who gave another signature but the submission.',
})

export const checkSignature = command({
  name: 'programmes.check-signature',
  version: 1,
  roles: paperHands,
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({
    ...about(),
    ...checkInput(),
    /** That the office on the paper is this one (a.n., Plt., Pj. of it). Needed where the scan shows what was typed. */
    office: z.optional(z.enum(roles)),
  }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Says whether the scan of a signature shows what was typed, and the office asked for. Refused to who typed it, to who signed or checked this closing, and to who has no other role.',
})

export const givenAs = (state: StageState | undefined, as: SignOffName): GivenSignOff | undefined =>
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
