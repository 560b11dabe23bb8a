// What a judgement moves besides the submission itself: the counts of its survey, the households reached, the feed, facts.
// Review and the server's own checking both come through here.
import { newId } from '../../../kernel/id.ts'
import { type SubmissionState, submissionCollection } from '../submission.ts'
import { surveyCollection } from '../survey.ts'
import { tellSurveyFacts } from '../telling.ts'
import { type At, type Move, reviewStore, type Standing } from './store-review.ts'

type Touch = (collection: string, id: string) => void
const columnOf = {
  received: 'received',
  'has-issues': 'has_issues',
  edited: 'edited',
  approved: 'approved',
  rejected: 'rejected',
} as const satisfies Record<SubmissionState, keyof Move>

/** How the counts of each survey move when these go to a state. */
function movesOf(rows: readonly Standing[], to: SubmissionState): Move[] {
  return [...Map.groupBy(rows, (row) => row.survey)].map(([survey, its]) => {
    const move: Move = { survey, received: 0, has_issues: 0, edited: 0, approved: 0, rejected: 0 }
    for (const { state } of its) {
      move[columnOf[state]] -= 1
      move[columnOf[to]] += 1
    }
    return move
  })
}

/** Brings these to a state, with an event each; `sealed` holds what was said, for those that can still be sealed. */
export async function bringTo(
  at: At & { touch: Touch },
  rows: readonly Standing[],
  said: { to: SubmissionState; returned: boolean; what: 'judged' | 'checked'; by: string; at: Date },
  sealed: ReadonlyMap<string, Buffer>,
): Promise<void> {
  const store = reviewStore(at)
  const ids = rows.map((row) => row.id)
  await store.judge(ids, said.to, said.returned)
  const events = ids.map((submission) => ({
    id: newId(),
    submission,
    sealed: sealed.get(submission) ?? null,
  }))
  await store.note(events, { what: said.what, state: said.to, by: said.by, at: said.at })
  await store.count(movesOf(rows, said.to))
  const crossed = rows.filter((row) => (row.state === 'rejected') !== (said.to === 'rejected'))
  await store.revisit(
    crossed.flatMap(({ survey, household }) => (household === null ? [] : [{ survey, household }])),
  )
  const surveys = [...new Set(rows.map((row) => row.survey))]
  for (const id of ids) at.touch(submissionCollection, id)
  for (const id of surveys) at.touch(surveyCollection, id)
  await tellSurveyFacts({ ...at, changes: at }, surveys)
}
