// Asked once before submissions are judged: what it means, how many, and why.
import type { Refusal } from '../../../../kernel/refusal.ts'
import { CommandDialog } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePhone, usePlaceView } from '../../../../platform/browser/hooks.tsx'
import type { FromDraft } from '../../../../platform/browser/sync/outbox.ts'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { sentence } from '../../screens/words.ts'
import { type Review, review, type SubmissionRow } from '../../submission.ts'
import { type SurveyRow, surveyCollection } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { saysBackOnlyHere, whyNotReview, whyNotReviewOf } from '../rules.ts'
import { asksComment, judgeable, judgementsOf, type Verdict } from './judging.ts'
import { r } from './review-words.ts'

/** Gives the judgements, in place of the draft if there is one; resolves when all lie in the outbox. */
export function useJudging(place: string) {
  const phone = usePhone()
  const announce = useAnnounce()
  return async (judgements: readonly Review[], taken: { draft?: FromDraft } = {}): Promise<void> => {
    for (const [n, input] of judgements.entries())
      await phone.give(review, place, input, n === judgements.length - 1 ? taken : {})
    announce(r('judge.done', { count: judgements.flatMap(({ items }) => items).length }))
  }
}

/** Why these cannot be judged at all, whatever is said. */
export function useObstacles(rows: readonly SubmissionRow[]): Refusal[] {
  const view = usePlaceView()
  const surveys = [...new Set(rows.map((row) => row.survey))].flatMap(
    (id) => view.get<SurveyRow>(surveyCollection, id) ?? [],
  )
  return whyNotReviewOf(surveys)
}

type Props = {
  place: string
  rows: readonly SubmissionRow[]
  verdict: Verdict | null
  onDone: () => void
  onCancel: () => void
}

export function JudgeDialog(props: Props) {
  return props.verdict ? <Asking key={props.verdict} {...props} verdict={props.verdict} /> : null
}

function Asking({ place, rows, verdict, onDone, onCancel }: Props & { verdict: Verdict }) {
  const judge = useJudging(place)
  const obstacles = useObstacles(rows)
  const able = judgeable(rows, verdict)
  const byId = new Map(able.map((row) => [row.id, row]))
  const form = useCommandForm({
    ...{ place, screen: `surveys.${verdict}`, record: rows.map((row) => row.id).join(' ') },
    says: [surveysTexts],
    start: () => ({ comment: '' }),
    input: ({ comment }) => judgementsOf(able, verdict, comment),
    rules: (inputs) => [...obstacles, ...inputs.flatMap((input) => whyNotReview(byId, input))],
    give: (_, inputs, taken) => judge(inputs, taken),
    done: onDone,
  })
  return (
    <CommandDialog
      form={form}
      danger={verdict === 'reject'}
      title={r(`judge.title-${verdict}`, { count: able.length })}
      submit={r(`judge.${verdict}`)}
      onClose={onCancel}
      hindered={obstacles}
    >
      {verdict === 'reject' && <p>{r('judge.why-reject')}</p>}
      {verdict === 'back' && <p>{r('judge.why-back')}</p>}
      {able.length < rows.length && (
        <Notice tone="info">{r('judge.left-out', { count: rows.length - able.length })}</Notice>
      )}
      {verdict === 'back' && able.some(saysBackOnlyHere) && (
        <Notice tone="warn">{sentence({ code: 'surveys.back-only-here' })}</Notice>
      )}
      <TextArea
        {...form.field('comment', r('judge.comment'))}
        hint={verdict === 'back' ? r('judge.comment-hint-back') : undefined}
        optional={asksComment(able, verdict) ? undefined : r('judge.optional')}
        maxLength={2000}
        rows={3}
      />
    </CommandDialog>
  )
}
