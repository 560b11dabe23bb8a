// What a press of a button makes of submissions: the commands to give, and those that cannot be judged so.

import type { Review, SubmissionRow } from '../../submission.ts'
import { reviewMost } from '../../submission.ts'
import { mayBecome, needsComment } from '../rules.ts'

export const verdicts = ['approve', 'back', 'issues', 'reject', 'undo'] as const
export type Verdict = (typeof verdicts)[number]

const meaning: Readonly<Record<Verdict, Pick<Review, 'to' | 'back'>>> = {
  approve: { to: 'approved', back: false },
  back: { to: 'has-issues', back: true },
  issues: { to: 'has-issues', back: false },
  reject: { to: 'rejected', back: false },
  undo: { to: 'received', back: false },
}

export const toOf = (verdict: Verdict): Review['to'] => meaning[verdict].to

export const judgeable = (rows: readonly SubmissionRow[], verdict: Verdict): SubmissionRow[] =>
  rows.filter((row) => mayBecome(row.state, toOf(verdict)))

/** Verdicts that fit at least one of them. */
export const verdictsFor = (rows: readonly SubmissionRow[]): Verdict[] =>
  verdicts.filter((verdict) => judgeable(rows, verdict).length > 0)

export const asksComment = (rows: readonly SubmissionRow[], verdict: Verdict): boolean =>
  rows.some((row) => needsComment(row.state, meaning[verdict]))

/** Handfuls that the command takes. */
export function judgementsOf(rows: readonly SubmissionRow[], verdict: Verdict, comment: string): Review[] {
  const items = judgeable(rows, verdict).map(({ id, version }) => ({ id, basedOn: version }))
  return Array.from({ length: Math.ceil(items.length / reviewMost) }, (_, n) => ({
    items: items.slice(n * reviewMost, (n + 1) * reviewMost),
    ...meaning[verdict],
    comment: comment.trim(),
  }))
}
