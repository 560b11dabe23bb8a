// One submission: what was answered, what is doubtful, what happened, and the judgement. Beside its queue on a desk.
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { submissionRecord } from '../../records.browser.ts'
import '../../screens/surveys.css'
import { useMemo } from 'react'
import { Link, useSearch } from 'wouter'
import { usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { momentText } from '../../../../platform/browser/moment.ts'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { ListDetail } from '../../../../platform/browser/ui/records/ListDetail.tsx'
import { useLocals, useSubmissions, useSurvey } from '../../screens/use-surveys.ts'
import { nameOf, surveyPath } from '../../screens/words.ts'
import { type SubmissionRow, submissionCollection } from '../../submission.ts'
import { filterOf, neighboursOf, queueOf } from './review-queue.ts'
import { r, submissionLook } from './review-words.ts'
import { SubmissionShown } from './SubmissionShown.tsx'

const listedMost = 200

function Open({ place, row }: RecordProps<SubmissionRow>) {
  const view = usePlaceView()
  const search = useSearch()
  const { lineOf } = useLocals()
  const survey = useSurvey(row.survey)
  const rows = useSubmissions(row.survey)
  const queue = useMemo(() => queueOf(rows, filterOf(search), row.id), [rows, search, row.id])
  const { at, previous, next } = neighboursOf(queue, row.id)
  const tail = search && `?${search}`
  const hrefOf = (each: SubmissionRow | undefined) =>
    each && `${surveyPath(place, row.survey, `isian/${each.id}`)}${tail}`
  const back = `${surveyPath(place, row.survey, 'periksa')}${tail}`
  // The open one stays in sight in a long queue.
  const from = Math.max(0, at - listedMost / 2)
  return (
    <Page title={nameOf(row)} subtitle={survey?.title} width="wide">
      <ListDetail
        label={r('queue.list')}
        openId={row.id}
        back={{ href: back, label: r('one.back') }}
        tools={
          <Link href={back} className="rb-back">
            <Icon name="arrow-left" />
            {r('one.back')}
          </Link>
        }
        items={queue.slice(from, from + listedMost).map((each) => {
          const look = submissionLook(each, view.pending(submissionCollection, each.id))
          return {
            id: each.id,
            href: hrefOf(each) ?? back,
            title: nameOf(each),
            detail: [lineOf(each.localPlace), momentText(each.submittedAt, place)].join(' · '),
            badge: <StatusBadge status={look.status} label={look.label} />,
          }
        })}
        detail={
          <SubmissionShown
            key={row.id}
            place={place}
            row={row}
            number={at + 1}
            count={queue.length}
            previous={hrefOf(previous)}
            next={hrefOf(next)}
            back={back}
          />
        }
      />
    </Page>
  )
}

export default recordScreen(submissionRecord, Open)
