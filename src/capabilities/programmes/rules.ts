// What may happen to a programme that a place has taken up. Pure: the screen asks while a person works, the
// server asks again before it stores. Every reason is given at once.
import { evaluate } from '../../kernel/cel.ts'
import { type Day, isDay } from '../../kernel/day.ts'
import type { Asker } from '../../kernel/entries.ts'
import type { Facts } from '../../kernel/facts.ts'
import { awaitsCheck, isSigned, type Sheet, type Typed } from '../../kernel/paper.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import { closingSignOff, type GivenSignOff, involved, openSignOffs } from './chain.ts'
import {
  type EligibilityCheck,
  type Programme,
  type SignOffName,
  type Stage,
  signRoles,
  stageOf,
  type Words,
} from './definition.ts'
import { closedAround } from './era/order.ts'
import { type GateState, gateStates } from './gates.ts'
import { type GateProof, provenGates } from './proof/proven.ts'
import { type EnrolmentStatus, isArchive, whyNotWhile } from './status.ts'
import type { Subject } from './subject.ts'

export type StageStatus = 'open' | 'closing' | 'closed'
export type StageState = {
  status: StageStatus
  fromArchive: boolean
  /** The day it was opened again, where it was. */
  startedOn: Day | null
  closedOn: Day | null
  signOffs: readonly GivenSignOff[]
  /** Its closing as an archive tells it, typed from a scan; it closes the stage once somebody else has checked it. */
  archive?: Typed<Sheet & { note: string }> | null
  proofs?: readonly GateProof[]
}
/** An enrolment as the rules see it. A stage without a state has not been touched yet. */
export type EnrolmentState = {
  status: EnrolmentStatus
  startedOn: Day | null
  stages: Readonly<Record<string, StageState | undefined>>
}

const isClosed = (enrolment: EnrolmentState, stage: string) => enrolment.stages[stage]?.status === 'closed'

/** Stages that must be closed before this one and are not. Stages close in order unless `after` says otherwise. */
export function stagesBefore(programme: Programme, stage: Stage, enrolment: EnrolmentState): Stage[] {
  return stage.after
    .flatMap((id) => stageOf(programme, id) ?? [])
    .filter((each) => !isClosed(enrolment, each.id))
}

/** Whether the community has said no at this stage. It is a valid end, not a failure. Source: Siklus Pelaksanaan P2KP, 2006, step 1.1. */
export const isRefused = (stage: Stage, facts: Facts): boolean =>
  stage.refusal !== undefined && evaluate(stage.refusal.cel, facts) === true

/** Why this stage cannot be closed yet, by its gates. `facts` holds the numbers of the programme too (`numberFacts`). */
export function whyNotClose(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
): Refusal[] {
  return [
    ...whyNotTouch(programme, stage, enrolment),
    ...reasons(isRefused(stage, facts) && refuse('programmes.community-refused')),
    ...gateStates(stage, facts, provenGates(enrolment.stages[stage.id])).flatMap(gateRefusal),
  ]
}

/** Only a rule blocks. One that needs a capability not built yet can only be passed by a document. */
function gateRefusal({ gate, state, facts }: GateState): Refusal | [] {
  if (gate.kind === 'advice' || state === 'met') return []
  const about = { gate: gate.id, labelId: gate.label.id, labelEn: gate.label.en }
  if (facts.some(({ unarrived }) => unarrived)) return refuse('programmes.gate-not-arrived', about)
  return refuse(state === 'unavailable' ? 'programmes.gate-unavailable' : 'programmes.gate-unmet', about)
}

function whyNotTouch(programme: Programme, stage: Stage, enrolment: EnrolmentState): Refusal[] {
  return [
    ...reasons(
      whyNotWhile(enrolment, ['started']),
      isClosed(enrolment, stage.id) && refuse('programmes.stage-closed', { stage: stage.number }),
    ),
    ...stagesBefore(programme, stage, enrolment).map((before) =>
      refuse('programmes.stage-before-open', {
        stage: before.number,
        titleId: before.title.id,
        titleEn: before.title.en,
      }),
    ),
  ]
}

/** In an archive the papers come in the order in which they are found. */
function whyNotTouchByPaper(programme: Programme, stage: Stage, enrolment: EnrolmentState): Refusal[] {
  if (!isArchive(enrolment)) return whyNotTouch(programme, stage, enrolment)
  return reasons(isClosed(enrolment, stage.id) && refuse('programmes.stage-closed', { stage: stage.number }))
}

/** Why the enrolment cannot end by the community's refusal: there must be one, recorded, at a stage that is open. */
export function whyNotRefuse(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
): Refusal[] {
  return [
    ...whyNotTouch(programme, stage, enrolment),
    ...reasons(
      stage.refusal === undefined && refuse('programmes.stage-not-refusable', { stage: stage.number }),
      stage.refusal !== undefined && !isRefused(stage, facts) && refuse('programmes.no-refusal-recorded'),
    ),
  ]
}

/** `enrolledOn`: the day the programme was taken up in Rembug, where it is known. */
export type ArchiveClosing = { on: Day; scan: string | null; note: string; enrolledOn: Day | null }

/**
 * Why a stage cannot be closed "dari arsip", by a day and a scan: what was done before Rembug, or waits only for gates not
 * available yet. Where the community refused, nothing is closed.
 */
export function whyNotCloseFromArchive(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  closing: ArchiveClosing,
  enrolment: EnrolmentState,
  today: Day,
): Refusal[] {
  const rules = gateStates(stage, facts).flatMap(({ state, gate }) => (gate.kind === 'rule' ? state : []))
  const beyond = rules.includes('unavailable') && !rules.includes('unmet')
  const [on, known] = [closing.on, isDay(closing.on)]
  const done = closing.enrolledOn === null || on <= closing.enrolledOn
  const { latest, next } = closedAround(programme, stage, enrolment)
  const start = enrolment.startedOn
  return [
    ...whyNotTouchByPaper(programme, stage, enrolment),
    ...reasons(
      awaitsCheck({ paper: enrolment.stages[stage.id]?.archive }) && refuse('platform.paper-waits'),
      isRefused(stage, facts) && refuse('programmes.community-refused'),
      !isArchive(enrolment) &&
        !beyond &&
        !done &&
        known &&
        refuseField('on', 'programmes.archive-not-past', { enrolledOn: closing.enrolledOn ?? '' }),
      !known && refuseField('on', 'programmes.archive-needs-date'),
      on > today && refuseField('on', 'programmes.archive-date-ahead', { on }),
      known &&
        latest !== null &&
        on < latest &&
        refuseField('on', 'programmes.archive-before-last-stage', { latest }),
      next !== null && on > next && refuseField('on', 'programmes.archive-after-next-stage', { next }),
      known && start !== null && on < start && refuseField('on', 'programmes.before-start', { start }),
      !closing.scan && refuseField('scan', 'programmes.archive-needs-scan'),
    ),
  ]
}

/**
 * Why this signature cannot come now: they come in the order of the chain, which waits only for what was read in a source, and
 * the gates must hold up to the one that closes. Others confirm what is closed, but not what the archive has closed.
 */
export function whyNotNext(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
  as: SignOffName,
): Refusal[] {
  const { signOffs: given = [], fromArchive } = enrolment.stages[stage.id] ?? {}
  if (fromArchive) return [refuse('programmes.stage-closed', { stage: stage.number })]
  const open = openSignOffs(stage, given)
  const next = open[0]
  if (!next) return [refuse('programmes.signed-by-all')]
  if (!open.some((each) => each.as === as)) {
    return [refuse('programmes.signature-out-of-order', { nextId: next.title.id, nextEn: next.title.en })]
  }
  if (given.some((each) => each.as === as && awaitsCheck(each))) return [refuse('platform.paper-waits')]
  return isClosed(enrolment, stage.id) ? [] : whyNotClose(programme, stage, facts, enrolment)
}

/** Why this hand cannot sign now. Whose word does not count yet closes no stage, whatever the signature is called. */
export function whyNotSign(
  programme: Programme,
  stage: Stage,
  facts: Facts,
  enrolment: EnrolmentState,
  sign: Pick<Asker, 'account' | 'roles' | 'words'> & { as: SignOffName },
): Refusal[] {
  const given = enrolment.stages[stage.id]?.signOffs ?? []
  const wanted = openSignOffs(stage, given).find((each) => each.as === sign.as)
  const asked = wanted ? signRoles(wanted) : []
  const may = (roles: readonly Role[]) => asked.some((role) => roles.includes(role))
  const closes = closingSignOff(stage)?.as === sign.as
  return [
    ...reasons(
      wanted && !may(sign.roles) && refuse('programmes.not-your-signature', { role: asked.join(' / ') }),
      closes && sign.words && may(sign.roles) && !may(sign.words.roles) && refuse('platform.not-confirmed'),
      involved(given).includes(sign.account) && refuse('programmes.signed-already'),
    ),
    ...whyNotNext(programme, stage, facts, enrolment, sign.as),
  ]
}

/** What a stage's state becomes with these signatures: closed from the one that closes, once it counts. */
export function stateWith(stage: Stage, state: StageState, signOffs: readonly GivenSignOff[]): StageState {
  const counting = signOffs.filter(isSigned)
  const closing = closingSignOff(stage)?.as
  const closedOn = state.closedOn ?? counting.find(({ as }) => as === closing)?.on ?? null
  const status = counting.length > 0 ? 'closing' : 'open'
  return { ...state, signOffs, status: closedOn === null ? status : 'closed', closedOn }
}

/** What it becomes with one more signature, which takes the place of a paper that was found wrong. */
export const signed = (stage: Stage, state: StageState, sign: GivenSignOff): StageState =>
  stateWith(stage, state, [...state.signOffs.filter((each) => each.as !== sign.as), sign])

/** Whether every stage is closed, so that the programme has run its course here. */
export const isCompleted = (programme: Programme, enrolment: EnrolmentState): boolean =>
  programme.stages.every((stage) => isClosed(enrolment, stage.id))

/** Why a closed stage cannot be opened again: it needs a reason, and nothing after it may be closed. */
export function whyNotReopen(
  programme: Programme,
  stage: Stage,
  reason: string,
  enrolment: EnrolmentState,
): Refusal[] {
  const later = programme.stages.filter(
    (each) => !isArchive(enrolment) && each.after.includes(stage.id) && isClosed(enrolment, each.id),
  )
  return reasons(
    whyNotWhile(enrolment, ['started', 'completed', 'archive']),
    !isClosed(enrolment, stage.id) && refuse('programmes.stage-not-closed', { stage: stage.number }),
    reason.trim() === '' && refuseField('reason', 'programmes.reopening-needs-reason'),
    ...later.map((each) => refuse('programmes.later-stage-closed', { stage: each.number })),
  )
}

export type EnrolmentAnswers = {
  subject: Subject | null
  category: string | null
  eligibility: Readonly<Record<string, boolean | string | undefined>>
  /** Only what happened is kept. */
  archive?: boolean
}

/** Whether an answer lets the place in. Where a question has choices, one of them is a yes, and a bare yes is none. */
function fits(check: EligibilityCheck, answer: boolean | string | undefined): boolean {
  if (!check.choices) return answer === check.needed
  return answer === false ? !check.needed : check.needed && check.choices.some(({ id }) => id === answer)
}

/**
 * Why a place cannot take this programme up. Only sourced conditions keep a place out. A category that the
 * programme itself fixes later may still be open. An archive tells what happened: nobody asks whether it may.
 */
export function whyNotEnrol(programme: Programme, answers: EnrolmentAnswers): Refusal[] {
  const { categories, categoryFixedBy } = programme
  const { archive = false } = answers
  const open = (archive || categoryFixedBy !== undefined) && answers.category === null
  const fitting = open || categories.some((each) => each.id === answers.category)
  return [
    ...reasons(
      programme.scope === 'settlement' && !answers.subject && refuseField('subject', 'programmes.needs-site'),
      programme.scope !== 'settlement' && answers.subject && refuseField('subject', 'programmes.of-no-site'),
      answers.subject?.name === null && refuseField('subject', 'programmes.site-unnamed'),
      categories.length > 0 &&
        !fitting &&
        refuseField('category', 'programmes.category-not-served', { category: answers.category ?? '-' }),
    ),
    ...programme.eligibility
      .filter((check) => !archive && check.kind === 'rule' && !fits(check, answers.eligibility[check.id]))
      .map((check) =>
        refuseField(`eligibility.${check.id}`, 'programmes.not-eligible', {
          questionId: check.question.id,
          questionEn: check.question.en,
        }),
      ),
  ]
}

/** A programme that others have replaced is not taken up any more. `titles`: those of its successors. */
export function whyNotReplaced(titles: readonly Words[]): Refusal[] {
  const named = (language: 'id' | 'en') => titles.map((title) => title[language]).join(' / ')
  return reasons(
    titles.length > 0 &&
      refuseField('programme', 'programmes.replaced', { byId: named('id'), byEn: named('en') }),
  )
}

/** The conditions that are only advice and do not hold: shown as a warning when a place enrols. */
export const eligibilityWarnings = ({ eligibility }: Programme, answers: EnrolmentAnswers): string[] =>
  eligibility
    .filter((check) => check.kind === 'advice' && !fits(check, answers.eligibility[check.id]))
    .map((check) => check.id)
