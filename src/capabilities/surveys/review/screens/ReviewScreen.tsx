// The queue of submissions: found by state, RT, surveyor and doubts; judged one by one, or many at once.
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { surveyRecord } from '../../records.browser.ts'
import '../../screens/surveys.css'
import { useEffect, useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import { useSubmissions } from '../../screens/use-surveys.ts'
import { may, surveyPath } from '../../screens/words.ts'
import { review, type SubmissionRow } from '../../submission.ts'
import type { SurveyRow } from '../../survey.ts'
import { JudgeBar } from './JudgeBar.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { QueueLine } from './QueueLine.tsx'
import { filterOf, queueOf } from './review-queue.ts'
import { r } from './review-words.ts'
import { useSurveyors } from './use-surveyors.ts'

const pageSize = 50

function Nothing({ any, search }: { any: boolean; search: string }) {
  const plain = search === '' || search === 'status=menunggu'
  if (!any)
    return (
      <EmptyState icon="outbox" title={r('queue.empty')}>
        {r('queue.empty-why')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={plain ? 'check-circle' : 'search'}
      title={r(plain ? 'queue.nothing' : 'queue.none-found')}
    >
      {r(plain ? 'queue.nothing-why' : 'queue.none-found-why')}
    </EmptyState>
  )
}

/** The ticked ones that are still shown: a filter must not hide what a press of a button would judge. */
function usePicked(queue: readonly SubmissionRow[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const picked = useMemo(() => queue.filter((row) => ids.has(row.id)), [queue, ids])
  const toggle = (id: string) =>
    setIds((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return {
    picked,
    has: (id: string) => ids.has(id),
    toggle,
    set: (rows: readonly SubmissionRow[]) => setIds(new Set(rows.map((row) => row.id))),
  }
}

function Queue({ place, row: survey }: RecordProps<SurveyRow>) {
  const search = useSearch()
  const [filter] = useFilters()
  const typed = filter('q')
  const rows = useSubmissions(survey.id)
  const surveyors = useSurveyors(place, rows)
  const queue = useMemo(() => queueOf(rows, filterOf(search, typed)), [rows, search, typed])
  const picks = usePicked(queue)
  const [most, setMost] = useState(pageSize)
  useEffect(() => setMost(pageSize), [search, typed])
  const mayJudge = may(useRoles(place), review)
  const shown = queue.slice(0, most)
  const all = picks.picked.length > 0 && shown.every((row) => picks.has(row.id))
  return (
    <Page
      title={r('queue.title')}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id), label: r('queue.back') }}
      width="wide"
    >
      <Stack>
        <QueueFilters rows={rows} surveyors={surveyors} />
        {queue.length === 0 && <Nothing any={rows.length > 0} search={search} />}
        {queue.length > 0 && (
          <div className="sv-queue-head">
            {mayJudge ? (
              <label className="rb-check">
                <input type="checkbox" checked={all} onChange={() => picks.set(all ? [] : shown)} />
                <span>{r('queue.select-all')}</span>
              </label>
            ) : (
              <span />
            )}
            <span className="rb-number rb-soft" aria-live="polite">
              {r('queue.found', { count: queue.length })}
            </span>
          </div>
        )}
        <ul className="sv-queue">
          {shown.map((row) => (
            <li key={row.id}>
              <QueueLine
                place={place}
                row={row}
                search={search}
                by={surveyors.nameOf(row.by)}
                pick={mayJudge ? { on: picks.has(row.id), toggle: () => picks.toggle(row.id) } : null}
              />
            </li>
          ))}
        </ul>
        {queue.length > most && (
          <Button full onClick={() => setMost(most + pageSize)}>
            {r('queue.more', { count: Math.min(pageSize, queue.length - most) })}
          </Button>
        )}
        {picks.picked.length > 0 && (
          <JudgeBar
            place={place}
            rows={picks.picked}
            onDone={() => picks.set([])}
            onClear={() => picks.set([])}
          />
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(surveyRecord, Queue)
