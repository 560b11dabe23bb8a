// When judging a submission is refused; the screens ask the same before, item by item.
//
// received, edited, has-issues -> approved, rejected, has-issues; has-issues -> received takes a doubt back.
// approved, rejected -> received, has-issues is an undoing, and says why.
import { type Refusal, reasons, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { Review, SubmissionRow, SubmissionState } from '../submission.ts'

type Judged = Pick<SubmissionRow, 'id' | 'state' | 'version'>
type Said = Pick<Review, 'to' | 'back' | 'comment'>

const open: readonly SubmissionState[] = ['received', 'edited', 'has-issues']
const next: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  received: ['approved', 'rejected', 'has-issues'],
  edited: ['approved', 'rejected', 'has-issues'],
  'has-issues': ['approved', 'rejected', 'has-issues', 'received'],
  approved: ['has-issues', 'received'],
  rejected: ['has-issues', 'received'],
}

/** Whether a submission in this state can be judged so at all; a list offers only these. */
export function mayBecome(state: SubmissionState, to: Review['to']): boolean {
  return next[state].includes(to)
}

/** A rejection, a sending back and an undoing say why. */
export function needsComment(state: SubmissionState, said: Pick<Said, 'to' | 'back'>): boolean {
  return said.to === 'rejected' || said.back || !open.includes(state)
}

function whyNotItem(row: Judged | undefined, basedOn: number, said: Said, field: string): Refusal[] {
  if (!row) return [refuseField(field, 'surveys.no-such-submission')]
  const { state, version } = row
  if (version !== basedOn) return [refuseField(field, 'surveys.judged-meanwhile', { state })]
  return reasons(
    !mayBecome(state, said.to) &&
      refuseField(field, 'surveys.not-from-this-state', { from: state, to: said.to }),
  )
}

/** Everything that speaks against judging these so; `rows` are those on record, by id. */
export function whyNotReview(rows: ReadonlyMap<string, Judged>, input: Review): Refusal[] {
  const states = input.items.flatMap(({ id }) => rows.get(id)?.state ?? [])
  const silent = input.comment === '' && states.some((state) => needsComment(state, input))
  const twice = new Set(input.items.map(({ id }) => id)).size !== input.items.length
  return [
    ...reasons(
      twice && refuseField('items', 'surveys.item-twice'),
      input.back && input.to !== 'has-issues' && refuseField('back', 'surveys.back-only-with-issues'),
      silent && refuseField('comment', 'surveys.comment-needed'),
    ),
    ...input.items.flatMap(({ id, basedOn }, n) => whyNotItem(rows.get(id), basedOn, input, `items.${n}`)),
  ]
}

/** A survey that was closed as complete was closed on what its submissions were then. */
export function whyNotReviewOf(
  surveys: readonly { title: string; closed: { complete: boolean } | null }[],
): Refusal[] {
  return surveys
    .filter((survey) => survey.closed?.complete)
    .map(({ title }) => refuse('surveys.closed-for-review', { title }))
}

/** ODK Collect takes nothing back: what is sent back shows on phones of the village that have Rembug. */
export function saysBackOnlyHere(row: Pick<SubmissionRow, 'source'>): boolean {
  return row.source === 'openrosa'
}
