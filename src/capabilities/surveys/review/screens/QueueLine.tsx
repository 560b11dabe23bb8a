// One submission in the queue.
import { Link } from 'wouter'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { momentText } from '../../../../platform/browser/moment.ts'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { useLocals } from '../../screens/use-surveys.ts'
import { nameOf, surveyPath } from '../../screens/words.ts'
import { type SubmissionRow, submissionCollection } from '../../submission.ts'
import { r, submissionLook } from './review-words.ts'

type Props = {
  place: string
  row: SubmissionRow
  /** Filters of the queue, taken along so that the next one is the next of this queue. */
  search: string
  by: string
  pick: { on: boolean; toggle: () => void } | null
}

export function QueueLine({ place, row, search, by, pick }: Props) {
  const view = usePlaceView()
  const { lineOf } = useLocals()
  const look = submissionLook(row, view.pending(submissionCollection, row.id))
  const name = nameOf(row)
  const href = `${surveyPath(place, row.survey, `isian/${row.id}`)}${search && `?${search}`}`
  const detail = [lineOf(row.localPlace), by, momentText(row.submittedAt, place)]
  return (
    <div className="sv-queue-line">
      {pick && (
        <label className="sv-pick">
          <span className="rb-hidden">{r('queue.select', { name })}</span>
          <input type="checkbox" checked={pick.on} onChange={pick.toggle} />
        </label>
      )}
      <div className="sv-line-text">
        <strong>
          <Link href={href}>{name}</Link>
        </strong>
        <small>{detail.filter(Boolean).join(' · ')}</small>
      </div>
      <div className="sv-queue-marks">
        {row.doubts.length > 0 && (
          <StatusBadge status="late" label={r('queue.doubts', { count: row.doubts.length })} />
        )}
        {row.missing > 0 && <StatusBadge status="waiting" label={r('queue.files', { count: row.missing })} />}
        <StatusBadge status={look.status} label={look.label} />
      </div>
    </div>
  )
}
