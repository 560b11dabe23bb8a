// The cross-checks of a meeting's figures and minutes. Sources: the forms of SIM KOTAKU (poor <= total,
// women + men > 0, no future date, no activity before its start) and of the P2KP minutes.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse } from '../../kernel/refusal.ts'
import type { MeetingKind } from '../programmes/definition.ts'
import type { Tally } from './attendance.ts'
import { optionsOf, undecided } from './deciding.ts'
import { type Kind, questionOf } from './kinds.ts'
import type { AlsoDecided, ClosingInput, HeadCount, MeetingDecision } from './meeting.ts'

/** A rembug of the evening may end after midnight: an end up to six in the morning is of the day after. */
export const endsNextDay = ({ start, end }: { start: string; end: string | null }): boolean =>
  end !== null && end !== '' && start >= '15:00' && end <= '06:00'

/** End after start, and nothing before the programme was started at this village. */
export function timeChecks(date: Day, start: string, end: string | null, startedOn: Day | null): Refusal[] {
  return reasons(
    end !== null &&
      end !== '' &&
      end <= start &&
      !endsNextDay({ start, end }) &&
      refuse('meetings.end-before-start', { start, end }, 'end'),
    startedOn !== null &&
      date < startedOn &&
      refuse('meetings.before-enrolment', { date, started: startedOn }, 'date'),
  )
}

/** A head-count that can be true: no more poor, and no more of any element, than people. */
export function headCountChecks(count: HeadCount, field: string): Refusal[] {
  const total = count.women + count.men
  const over = Object.entries(count.elements).find(([, heads]) => heads > total)
  return reasons(
    count.poor > total &&
      refuse('meetings.more-poor-than-people', { poor: count.poor, total }, `${field}.poor`),
    over &&
      refuse(
        'meetings.more-of-element-than-people',
        { element: over[0], heads: over[1], total },
        `${field}.elements`,
      ),
  )
}

/** The same of a tally, whichever way it was taken, and that somebody was there. */
export function tallyChecks(tally: Tally): Refusal[] {
  return reasons(
    tally.total === 0 && refuse('meetings.nobody-present', {}, 'attendance'),
    tally.women + tally.men !== tally.total && refuse('meetings.sexes-do-not-add-up', {}, 'attendance'),
    ...headCountChecks(tally, 'attendance'),
  )
}

type Minutes = Omit<ClosingInput, 'meeting' | 'alsoDecided' | 'decisions'> & {
  alsoDecided?: readonly AlsoDecided[] | undefined
  decisions: readonly ClosingInput['decisions'][number][]
}
type Known = {
  kind: Kind | null | undefined
  startedOn: Day | null
  also?: readonly { enrolment: string; question: MeetingKind['decision'] }[]
} | null

/** All that minutes and attendance must be before they are final, and stay after an amendment. */
export function minutesChecks(minutes: Minutes, tally: Tally, known: Known, today: Day): Refusal[] {
  return reasons(
    ...tallyChecks(tally),
    minutes.date > today && refuse('meetings.not-held-yet', { date: minutes.date, today }, 'date'),
    ...timeChecks(minutes.date, minutes.start, minutes.end, known?.startedOn ?? null),
    minutes.end === '' && refuse('meetings.no-end', {}, 'end'),
    minutes.chair === '' && refuse('meetings.no-chair', {}, 'chair'),
    minutes.notulis === '' && refuse('meetings.no-notulis', {}, 'notulis'),
    minutes.minutes === '' && refuse('meetings.no-minutes', {}, 'minutes'),
    ...decisionChecks(minutes.decision, tally, questionOf(known?.kind)),
    ...alsoDecidedChecks(minutes, tally, known),
    ...followUpChecks(minutes),
  )
}

function decisionChecks(
  decision: MeetingDecision | null,
  tally: Tally,
  asked: MeetingKind['decision'],
): Refusal[] {
  if (!asked) return reasons(decision && refuse('meetings.no-decision-asked', {}, 'decision'))
  if (!decision) return [refuse('meetings.no-decision', {}, 'decision')]
  return reasons(
    !optionsOf(asked).some((each) => each.id === decision.option) &&
      refuse('meetings.unknown-option', { option: decision.option }, 'decision.option'),
    ...voteChecks(decision, tally.total),
  )
}

/** Votes are for or against what is noted as decided: more for it than against, unless nothing was decided. */
function voteChecks({ option, consensus, votes }: MeetingDecision, present: number): Refusal[] {
  const { agree, against, abstain } = votes ?? { agree: 0, against: 0, abstain: 0 }
  const cast = agree + against + abstain
  const decides = option !== undecided
  const none = decides && !consensus && cast === 0
  return reasons(
    none && refuse('meetings.no-votes', {}, 'decision.votes'),
    decides &&
      !consensus &&
      !none &&
      agree <= against &&
      refuse('meetings.outvoted', { agree, against }, 'decision.votes'),
    consensus && against > 0 && refuse('meetings.consensus-against', { against }, 'decision.votes'),
    cast > present &&
      refuse('meetings.more-votes-than-people', { votes: cast, total: present }, 'decision.votes'),
  )
}

/** What was decided for other programmes. An answer that is missing is no reason: it does not count there, and that is said. */
function alsoDecidedChecks({ alsoDecided = [] }: Minutes, tally: Tally, known: Known): Refusal[] {
  const twice = new Set(alsoDecided.map((each) => each.enrolment)).size < alsoDecided.length
  return reasons(
    twice && refuse('programmes.served-twice', {}, 'alsoDecided'),
    ...alsoDecided.flatMap(({ enrolment, decision }, i) => {
      const question = known?.also?.find((each) => each.enrolment === enrolment)?.question
      return decisionChecks(decision, tally, question).map((each) => ({
        ...each,
        field: `alsoDecided.${i}.${each.field}`,
      }))
    }),
  )
}

function followUpChecks(minutes: Minutes): Refusal[] {
  const early = minutes.decisions.findIndex((each) => each.due !== null && each.due < minutes.date)
  const ids = new Set(minutes.decisions.map((each) => each.id))
  return reasons(
    early >= 0 && refuse('meetings.due-before-meeting', { number: early + 1 }, `decisions.${early}.due`),
    ids.size < minutes.decisions.length && refuse('meetings.follow-up-twice', {}, 'decisions'),
  )
}
