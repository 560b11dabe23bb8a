// Asked once before submissions are judged: what it means, how many, and why.
import { useState } from 'react'
import { usePhone, usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../../platform/browser/ui/feedback/RefusalList.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { ConfirmDialog } from '../../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { sentence } from '../../screens/words.ts'
import { review, type SubmissionRow } from '../../submission.ts'
import { type SurveyRow, surveyCollection } from '../../survey.ts'
import { saysBackOnlyHere, whyNotReview, whyNotReviewOf } from '../rules.ts'
import { asksComment, judgeable, judgementsOf, type Verdict } from './judging.ts'
import { r } from './review-words.ts'

/** Gives the judgement; resolves when it lies in the outbox. */
export function useJudging(
  place: string,
): (rows: readonly SubmissionRow[], verdict: Verdict, comment: string) => Promise<void> {
  const phone = usePhone()
  const announce = useAnnounce()
  return async (rows, verdict, comment) => {
    for (const input of judgementsOf(rows, verdict, comment)) await phone.give(review, place, input)
    announce(r('judge.done', { count: judgeable(rows, verdict).length }))
  }
}

/** Why these cannot be judged at all, whatever is said. */
export function useObstacles(rows: readonly SubmissionRow[]): string[] {
  const view = usePlaceView()
  const surveys = [...new Set(rows.map((row) => row.survey))].flatMap(
    (id) => view.get<SurveyRow>(surveyCollection, id) ?? [],
  )
  return whyNotReviewOf(surveys).map(sentence)
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
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const able = judgeable(rows, verdict)
  const byId = new Map(able.map((row) => [row.id, row]))
  const refusals = judgementsOf(able, verdict, comment).flatMap((input) => whyNotReview(byId, input))
  const silent = refusals.find((each) => each.field === 'comment')
  const others = refusals.filter((each) => each.field !== 'comment').map(sentence)
  const needed = asksComment(able, verdict)
  const confirm = () => {
    setTried(true)
    if (refusals.length > 0 || obstacles.length > 0) return
    void judge(able, verdict, comment).then(onDone)
  }
  return (
    <ConfirmDialog
      open
      danger={verdict === 'reject'}
      title={r(`judge.title-${verdict}`, { count: able.length })}
      confirmLabel={r(`judge.${verdict}`)}
      cancelLabel={r('judge.cancel')}
      onCancel={onCancel}
      onConfirm={confirm}
    >
      <Stack>
        {verdict === 'reject' && <p>{r('judge.why-reject')}</p>}
        {verdict === 'back' && <p>{r('judge.why-back')}</p>}
        {able.length < rows.length && (
          <Notice tone="info">{r('judge.left-out', { count: rows.length - able.length })}</Notice>
        )}
        {verdict === 'back' && able.some(saysBackOnlyHere) && (
          <Notice tone="warn">{sentence({ code: 'surveys.back-only-here' })}</Notice>
        )}
        <RefusalList
          title={r('judge.cannot')}
          reasons={[...new Set([...obstacles, ...(tried ? others : [])])].map((text) => ({ text }))}
        />
        <TextArea
          name="comment"
          label={r('judge.comment')}
          hint={verdict === 'back' ? r('judge.comment-hint-back') : undefined}
          optional={needed ? undefined : r('judge.optional')}
          value={comment}
          onChange={setComment}
          maxLength={2000}
          rows={3}
          error={tried && silent ? sentence(silent) : undefined}
        />
      </Stack>
    </ConfirmDialog>
  )
}
