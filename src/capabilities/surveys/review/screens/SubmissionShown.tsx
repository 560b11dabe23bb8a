// The body of one submission, with the judgement at its foot.

import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { useGiving } from '../../../../platform/browser/forms/use-giving.ts'
import { usePhone, usePhoneState, usePlaceView } from '../../../../platform/browser/hooks.tsx'
import { momentText } from '../../../../platform/browser/moment.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { type Fact, FactGrid } from '../../../../platform/browser/ui/records/FactGrid.tsx'
import { type HouseholdRow, householdCollection } from '../../../people/household.ts'
import { useListWords } from '../../filling/lists/use-list-words.ts'
import { useFormModel } from '../../library/screens/use-form-model.ts'
import { useHouseholdName, useLocals } from '../../screens/use-surveys.ts'
import { may, nameOf, sentence, surveyPath, t } from '../../screens/words.ts'
import {
  comment,
  mayComment,
  resolveConflict,
  review,
  type SubmissionRow,
  submissionCollection,
  submit,
} from '../../submission.ts'
import { SurveyMap } from '../../visits/screens/SurveyMap.tsx'
import { standingOf } from '../../visits/visits.ts'
import { type SubmissionDetail, submissionDetail } from '../questions.ts'
import { AnswersShown } from './AnswersShown.tsx'
import { CommentForm } from './CommentForm.tsx'
import { ConflictsShown } from './ConflictsShown.tsx'
import { EventsShown } from './EventsShown.tsx'
import { JudgeDialog, useJudging, useObstacles } from './JudgeDialog.tsx'
import { judgementsOf, type Verdict } from './judging.ts'
import { r, submissionLook } from './review-words.ts'
import { useSurveyors } from './use-surveyors.ts'
import { VerdictButtons } from './VerdictButtons.tsx'

type Props = {
  place: string
  row: SubmissionRow
  number: number
  count: number
  previous: string | undefined
  next: string | undefined
  back: string
}

/** ← and → go through the queue, as long as nobody is writing. */
function useArrowKeys(previous: string | undefined, next: string | undefined) {
  const [, go] = useLocation()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = (event.target as HTMLElement | null)?.closest?.('input, textarea, select, dialog')
      if (writing || event.altKey || event.ctrlKey || event.metaKey) return
      const to = event.key === 'ArrowLeft' ? previous : event.key === 'ArrowRight' ? next : undefined
      if (to) go(to)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [previous, next, go])
}

const minutesOf = ({ startedAt, endedAt }: SubmissionRow): number | null =>
  startedAt && endedAt ? Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000) : null

function Facts({ place, row }: { place: string; row: SubmissionRow }) {
  const view = usePlaceView()
  const householdName = useHouseholdName()
  const { lineOf } = useLocals()
  const { nameOf: surveyor } = useSurveyors(place, [row])
  const household = row.household ? view.get<HouseholdRow>(householdCollection, row.household) : undefined
  const minutes = minutesOf(row)
  const facts: Fact[] = [
    {
      label: r('one.household'),
      value: household ? householdName(household) : r('one.no-household'),
      href: household && `/d/${place}/keluarga/${household.id}`,
    },
    { label: r('one.rt'), value: lineOf(row.localPlace) },
    { label: r('one.by'), value: row.by ? surveyor(row.by) : '–', note: r(`one.source-${row.source}`) },
    { label: r('one.sent'), value: momentText(row.submittedAt, place) },
    ...(row.startedAt
      ? [
          {
            label: r('one.filled'),
            value: momentText(row.startedAt, place),
            note: !minutes ? undefined : r('one.minutes', { count: minutes }),
          },
        ]
      : []),
  ]
  return (
    <Section title={r('one.facts')}>
      <FactGrid facts={facts} />
    </Section>
  )
}

function Told({ place, row, told }: { place: string; row: SubmissionRow; told: SubmissionDetail }) {
  const { model: plain, answer } = useFormModel(place, told.row.form)
  const model = useListWords(told.row.form, plain, told)
  const roles = useRoles(place)
  return (
    <>
      <ConflictsShown place={place} conflicts={told.conflicts} mayDecide={may(roles, resolveConflict)} />
      {!model && <AnswerRest answer={answer} label={r('one.loading')} level={3} />}
      {model && (
        <AnswersShown
          place={place}
          model={model}
          answers={told.answers}
          doubts={row.doubts}
          attachments={told.attachments}
        />
      )}
      <EventsShown place={place} detail={told} model={model ?? null} />
    </>
  )
}

function Body({ place, row }: { place: string; row: SubmissionRow }) {
  const { line } = usePhoneState()
  const question = { place, submission: row.id }
  // Asked anew when the row moves, and when the line comes back.
  const answer = useAnswer<SubmissionDetail>(submissionDetail.name, question, `${row.version} ${line}`)
  if (answer.value) return <Told place={place} row={row} told={answer.value} />
  return <AnswerRest answer={answer} label={r('one.loading')} />
}

/** Doubts that no question of the form is about, and those that can be said without the network. */
function Doubts({ row }: { row: SubmissionRow }) {
  if (row.doubts.length === 0) return null
  const said = [...new Set(row.doubts.map((doubt) => sentence({ code: doubt.code })))]
  return (
    <Notice tone="warn" title={r('one.doubts')}>
      <ul>
        {said.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Judge({ place, row, next, back }: Props) {
  const [, go] = useLocation()
  const judge = useJudging(place)
  const { give } = useGiving()
  const obstacles = useObstacles([row])
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const onward = () => {
    setVerdict(null)
    go(next ?? back)
  }
  const pick = (each: Verdict) => {
    // Approving asks for no reason and can be undone, so it is one press.
    if (each !== 'approve') return setVerdict(each)
    void give(() => judge(judgementsOf([row], 'approve', ''))).then((kept) => kept && onward())
  }
  if (obstacles.length > 0) return <p className="rb-hint">{obstacles.map(sentence).join(' ')}</p>
  return (
    <div className="sv-judge-buttons">
      <VerdictButtons rows={[row]} onPick={pick} />
      <JudgeDialog
        place={place}
        rows={[row]}
        verdict={verdict}
        onDone={onward}
        onCancel={() => setVerdict(null)}
      />
    </div>
  )
}

export function SubmissionShown(props: Props) {
  const { place, row, number, count, previous, next } = props
  useArrowKeys(previous, next)
  const view = usePlaceView()
  const roles = useRoles(place)
  const pending = view.pending(submissionCollection, row.id)
  const { open } = usePhone()
  const look = submissionLook(row, pending)
  const state = standingOf(row, () => pending === 'queued')
  const mends = row.returned && may(roles, submit) && row.xml !== null
  return (
    <Stack gap={5}>
      <Cluster justify="between">
        <StatusBadge status={look.status} label={look.label} />
        <nav className="sv-steps" aria-label={r('queue.list')}>
          {previous && <Link href={previous}>{r('one.previous')}</Link>}
          <span className="rb-number rb-soft">{r('one.position', { number, count })}</span>
          {next && <Link href={next}>{r('one.next')}</Link>}
        </nav>
      </Cluster>
      {row.comment && (
        <Notice tone="info" title={r('one.comments')}>
          {row.comment}
        </Notice>
      )}
      {mends && (
        <LinkButton href={surveyPath(place, row.survey, `isi/${row.id}`)} icon="pencil">
          {r('one.fill')}
        </LinkButton>
      )}
      <Doubts row={row} />
      <Facts place={place} row={row} />
      <Body place={place} row={row} />
      {row.point && state !== 'left' && state !== 'draft' && (
        <Section title={r('one.map')}>
          <SurveyMap
            points={[{ id: row.id, at: row.point, state, name: nameOf(row) }]}
            clusters={[]}
            chosen={null}
            onChoose={() => undefined}
            label={t('map.label')}
          />
        </Section>
      )}
      {may(roles, comment) && mayComment(roles, row.by === open.account.id) && (
        <CommentForm place={place} submission={row.id} />
      )}
      {may(roles, review) && pending !== 'refused' && (
        <div className="sv-judge-bar">
          <small className="rb-soft sv-keys">{r('one.keys')}</small>
          <Judge {...props} />
        </div>
      )}
    </Stack>
  )
}
