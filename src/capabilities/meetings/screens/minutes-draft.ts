// The minutes while they are being written, and what they become.
import { undecided } from '../deciding.ts'
import type { ClosingInput, Meeting, MeetingDecision } from '../meeting.ts'

export type FollowUpDraft = { id: string; text: string; responsible: string; due: string }
export type MinutesDraft = {
  date: string
  start: string
  end: string
  chair: string
  notulis: string
  minutes: string
  option: string
  /** The answers to the questions of other programmes, by enrolment. */
  alsoOptions: Record<string, string>
  decisionText: string
  how: 'consensus' | 'votes'
  agree: string
  against: string
  abstain: string
  decisions: FollowUpDraft[]
}

export function minutesDraftFrom(meeting: Meeting): MinutesDraft {
  const { date, start, chair, notulis, minutes, decision } = meeting
  const votes = decision?.votes
  return {
    ...{ date, start, chair, notulis, minutes },
    end: meeting.end ?? '',
    option: decision?.option ?? '',
    alsoOptions: Object.fromEntries(
      (meeting.alsoDecided ?? []).map((each) => [each.enrolment, each.decision.option]),
    ),
    decisionText: decision?.text ?? '',
    how: decision && !decision.consensus ? 'votes' : 'consensus',
    agree: votes ? String(votes.agree) : '',
    against: votes ? String(votes.against) : '',
    abstain: votes ? String(votes.abstain) : '',
    decisions: meeting.decisions.map(({ id, text, responsible, due }) => ({
      id,
      text,
      responsible,
      due: due ?? '',
    })),
  }
}

const numberOf = (text: string) => (text === '' ? 0 : Number(text))

/** One gathering decides in one way: by consensus or by votes, whatever it answers. */
function decisionOf(draft: MinutesDraft, option: string): MeetingDecision {
  const { agree, against, abstain } = draft
  const open = option === undecided
  const counted = !open && draft.how === 'votes' && `${agree}${against}${abstain}` !== ''
  return {
    option,
    text: draft.decisionText.trim(),
    consensus: !open && draft.how === 'consensus',
    votes: counted
      ? { agree: numberOf(agree), against: numberOf(against), abstain: numberOf(abstain) }
      : null,
  }
}

export function minutesFrom(draft: MinutesDraft): Omit<ClosingInput, 'meeting'> {
  return {
    date: draft.date,
    start: draft.start,
    end: draft.end,
    chair: draft.chair.trim(),
    notulis: draft.notulis.trim(),
    minutes: draft.minutes.trim(),
    decision: draft.option === '' ? null : decisionOf(draft, draft.option),
    alsoDecided: Object.entries(draft.alsoOptions)
      .filter(([, option]) => option !== '')
      .map(([enrolment, option]) => ({ enrolment, decision: decisionOf(draft, option) })),
    decisions: draft.decisions
      .filter((each) => `${each.text}${each.responsible}${each.due}`.trim() !== '')
      .map((each) => ({
        id: each.id,
        text: each.text.trim(),
        responsible: each.responsible.trim(),
        due: each.due === '' ? null : each.due,
      })),
  }
}
