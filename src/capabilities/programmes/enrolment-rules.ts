// What may happen to an enrolment besides the closing of its stages. Pure; every reason at once.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { isArchive, whyNotWhile } from './status.ts'
import { type Subject, sameSubject } from './subject.ts'

/**
 * A place runs a programme once at a time, and keeps one archive of it; each site of it may do so beside the village and
 * other sites.
 */
export function whyNotAgain(
  running: readonly EnrolmentRow[],
  key: string,
  sameProgramme: (key: string) => boolean,
  { subject, archive }: { subject: Subject | null; archive: boolean },
): Refusal[] {
  const same = running.filter(
    (row) => (row.programme === key || sameProgramme(row.programme)) && sameSubject(row.subject, subject),
  )
  const runs = same.some(({ status }) => status === 'started' || status === 'draft')
  return reasons(
    !archive && runs && refuse('programmes.runs-already'),
    archive && same.some(isArchive) && refuse('programmes.archived-already'),
  )
}

export function whyNotStart(row: EnrolmentRow, on: Day, today: Day): Refusal[] {
  return reasons(
    row.status !== 'draft' && refuse('programmes.started-already'),
    on > today && refuseField('on', 'programmes.start-ahead', { on }),
  )
}

/** Steps have dates that happened: not in the future, not before the programme, not ending before they began. */
export function whyNotNoteStep(
  programme: Programme,
  row: EnrolmentRow,
  step: string,
  dates: { began: Day | null; ended: Day | null },
  today: Day,
): Refusal[] {
  const known = programme.stages.some((stage) => stage.steps.some((each) => each.id === step))
  const ahead = (dates.began ?? '') > today || (dates.ended ?? '') > today
  const early =
    row.startedOn !== null &&
    [dates.began, dates.ended].some((on) => on !== null && on < (row.startedOn as Day))
  return reasons(
    !known && refuseField('step', 'programmes.no-such-step', { step }),
    whyNotWhile(row, ['started', 'archive']),
    ahead && refuseField('ended', 'programmes.date-ahead'),
    early && refuseField('began', 'programmes.before-start', { start: row.startedOn ?? '' }),
    dates.began !== null &&
      dates.ended !== null &&
      dates.ended < dates.began &&
      refuseField('ended', 'programmes.ends-before-begin'),
  )
}

/** An enrolment moves only to a definition that knows every stage already touched. */
export function whyNotMove(row: EnrolmentRow, to: Programme): Refusal[] {
  const known = new Set(to.stages.map((stage) => stage.id))
  const lost = Object.keys(row.stages).filter((stage) => !known.has(stage))
  return reasons(
    whyNotWhile(row),
    lost.length > 0 && refuseField('programme', 'programmes.stages-missing', { stages: lost.join(', ') }),
  )
}

export function whyNotStop(row: EnrolmentRow): Refusal[] {
  return reasons(whyNotWhile(row, ['started', 'draft', 'archive']))
}
