// The filters of the queue; they stay in the address, so that a colleague can be sent the same view.

import { SearchFilter, SelectFilter } from '../../../../platform/browser/filters.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useLocals } from '../../screens/use-surveys.ts'
import { type SubmissionRow, submissionStates } from '../../submission.ts'
import { r, stateText } from './review-words.ts'
import type { Surveyors } from './use-surveyors.ts'

export function QueueFilters({ rows, surveyors }: { rows: readonly SubmissionRow[]; surveyors: Surveyors }) {
  const { order, lineOf } = useLocals()
  const places = new Set(rows.map((row) => row.localPlace))
  const known = order.filter((id) => places.has(id)).map((id) => ({ value: id, label: lineOf(id) }))
  const rts = places.has(null) ? [...known, { value: '-', label: lineOf(null) }] : known
  return (
    <Stack gap={3}>
      <SearchFilter name="q" label={r('queue.search')} clearLabel={r('queue.clear')} />
      <div className="sv-filters">
        <SelectFilter
          name="status"
          label={r('queue.state')}
          chosen="menunggu"
          options={[
            { value: 'menunggu', label: r('queue.to-judge') },
            { value: 'semua', label: r('queue.all-states') },
            { value: 'dikembalikan', label: r('queue.returned') },
            ...submissionStates.map((value) => ({ value, label: stateText(value) })),
          ]}
        />
        <SelectFilter name="rt" label={r('queue.rt')} emptyLabel={r('queue.all-rt')} options={rts} />
        <SelectFilter
          name="petugas"
          label={r('queue.by')}
          emptyLabel={r('queue.all-by')}
          options={surveyors.options}
        />
        <SelectFilter
          name="tanda"
          label={r('queue.mark')}
          emptyLabel={r('queue.all-marks')}
          options={[
            { value: 'ragu', label: r('queue.with-doubts') },
            { value: 'berkas', label: r('queue.missing') },
          ]}
        />
      </div>
    </Stack>
  )
}
