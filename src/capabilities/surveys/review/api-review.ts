// Judging and commenting.
import { Refused, refuse, refuseIfAny } from '../../../kernel/refusal.ts'
import { type CommandWork, handle } from '../../../platform/server/capability.ts'
import type { Sealed } from '../store-submission.ts'
import { surveyStore } from '../store-survey.ts'
import { comment, mayComment, review, submissionCollection } from '../submission.ts'
import { bringTo } from './judging.ts'
import { whyNotReview, whyNotReviewOf } from './rules.ts'
import { reviewStore, type Standing } from './store-review.ts'

type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

/** Puts the comment where phones see it; what was erased can say nothing more. Gives the sealed words of each event. */
async function sealComment(
  { tx, district, place, vault }: Work,
  rows: readonly Standing[],
  said: { text: string; back: boolean },
): Promise<Map<string, Buffer>> {
  if (said.text === '') return new Map()
  const before = new Map(rows.map((row) => [row.id, row.sealed]))
  const opened = await vault.openMany<Sealed>(tx, district, place, before)
  if (opened.size === 0) return new Map()
  const next = new Map([...opened].map(([id, value]) => [id, { ...value, comment: said.text }]))
  await reviewStore({ tx, district, place }).reseal(await vault.sealMany(tx, district, place, next))
  const words = new Map([...opened.keys()].map((id) => [id, said]))
  return vault.sealMany(tx, district, place, words)
}

const judging = handle(review, async ({ input, ...work }) => {
  const rows = await reviewStore(work).standing(input.items.map((item) => item.id))
  refuseIfAny(whyNotReview(rows, input))
  const judged = [...rows.values()]
  refuseIfAny(whyNotReviewOf(await surveyStore(work).many([...new Set(judged.map((row) => row.survey))])))
  const { to, back, comment: text } = input
  const sealed = await sealComment(work, judged, { text, back })
  const said = { to, returned: back, what: 'judged', by: work.actor.account, at: work.now } as const
  await bringTo({ ...work, touch: work.changes.touch }, judged, said, sealed)
})

const commenting = handle(comment, async ({ input, ...work }) => {
  if (input.text === '') throw new Refused([refuse('surveys.comment-empty', {}, 'text')])
  const { id, submission } = input
  const { tx, district, place, vault, now } = work
  const about = (await reviewStore(work).standing([submission])).get(submission)
  if (!about || !mayComment(work.roles, about.by === work.actor.account))
    throw new Refused([refuse('surveys.no-such-submission', {}, 'submission')])
  const sealed = await vault.seal(tx, { district, place, subject: submission }, { text: input.text })
  const said = { what: 'commented', state: null, by: work.actor.account, at: now } as const
  await reviewStore(work).note([{ id, submission, sealed }], said)
  work.changes.touch(submissionCollection, submission)
})

export const reviewCommands = [judging, commenting]
