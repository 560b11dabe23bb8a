// What may happen to an enrolment besides the closing of its stages. Pure; every reason at once.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { Programme } from './definition.ts'
import type { EnrolmentEvent, EnrolmentRow } from './enrolment.ts'
import { whyNotTheseNumbers } from './number.ts'
import { whyNotEnrol } from './rules.ts'
import { isArchive, whyNotWhile } from './status.ts'
import { type Subject, sameSubject, sitesMost } from './subject.ts'

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
  const all = running.filter((row) => row.programme === key || sameProgramme(row.programme))
  const same = all.filter((row) => sameSubject(row.subject, subject))
  const runs = ({ status }: EnrolmentRow) => status === 'started' || status === 'draft'
  return reasons(
    !archive && same.some(runs) && refuse('programmes.runs-already'),
    all.filter((row) => (archive ? isArchive(row) : runs(row))).length >= sitesMost &&
      refuseField('subject', 'programmes.sites-enough', { most: sitesMost }),
    archive && same.some(isArchive) && refuse('programmes.archived-already'),
  )
}

export function whyNotStart(row: EnrolmentRow, on: Day, today: Day): Refusal[] {
  return reasons(
    whyNotWhile(row),
    row.status === 'started' && refuse('programmes.started-already'),
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

type Moving = { from: Programme; to: Programme; toKey: string; others: readonly EnrolmentRow[] }

/**
 * An enrolment moves to another version of its programme, or to what replaces it: one that knows every stage already
 * touched, takes this place in, does not run beside it, and leaves room for the numbers set here.
 */
export function whyNotMove(
  row: EnrolmentRow,
  { from, to, toKey, others }: Moving,
  sameProgramme: (key: string) => boolean,
): Refusal[] {
  const known = new Set(to.stages.map((stage) => stage.id))
  const lost = Object.keys(row.stages).filter((stage) => !known.has(stage))
  const subject = row.subject ?? null
  const takenUp = { subject, category: row.category, eligibility: row.eligibility }
  return [
    ...reasons(
      whyNotWhile(row),
      to.id !== from.id &&
        !to.replaces?.includes(from.id) &&
        refuseField('programme', 'programmes.moves-elsewhere'),
      lost.length > 0 && refuseField('programme', 'programmes.stages-missing', { stages: lost.join(', ') }),
    ),
    ...whyNotAgain(others, toKey, sameProgramme, { subject, archive: false }),
    ...whyNotEnrol(to, takenUp),
    ...whyNotTheseNumbers(to, row.numbers),
  ]
}

export function whyNotStop(row: EnrolmentRow): Refusal[] {
  return reasons(whyNotWhile(row, ['started', 'draft', 'archive']))
}

/** How often one account may note the same thing of one enrolment; ten years of honest work are a tenth of it. */
export const ownMost = 200
/** What one may note again and again, also papers, which wait only until somebody finds them wrong. */
const again: ReadonlySet<EnrolmentEvent['what']> = new Set([
  ...(['number-set', 'category-set', 'customary-day', 'dates-adopted'] as const),
  ...(['signed-on-paper', 'archive-typed', 'proof-typed'] as const),
])

/**
 * Why the newest entry of a history is one too many. It travels whole to every phone; but nobody fills it for others, and
 * signatures, checks, reopening and stopping are never kept out.
 */
export function whyNotNoted(history: readonly EnrolmentEvent[]): Refusal[] {
  const last = history.at(-1)
  if (!last || !again.has(last.what)) return []
  const own = history.filter(({ what, by }) => what === last.what && by === last.by)
  return reasons(own.length > ownMost && refuse('programmes.noted-enough', { most: ownMost }))
}
