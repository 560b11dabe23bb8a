// The filters of the queue; they stay in the address, so that a colleague can be sent the same view.
import { SearchField } from '../../../../platform/browser/ui/form/SearchField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { useFilters } from '../../../../platform/browser/use-filters.ts'
import { useLocals } from '../../screens/use-surveys.ts'
import { type SubmissionRow, submissionStates } from '../../submission.ts'
import { r, stateText } from './review-words.ts'
import type { Surveyors } from './use-surveyors.ts'

export function QueueFilters({ rows, surveyors }: { rows: readonly SubmissionRow[]; surveyors: Surveyors }) {
  const [filter, setFilter] = useFilters()
  const { order, lineOf } = useLocals()
  const places = new Set(rows.map((row) => row.localPlace))
  const known = order.filter((id) => places.has(id)).map((id) => ({ value: id, label: lineOf(id) }))
  const rts = places.has(null) ? [...known, { value: '-', label: lineOf(null) }] : known
  const state = filter('status') || 'menunggu'
  return (
    <Stack gap={3}>
      <SearchField
        name="q"
        label={r('queue.search')}
        value={filter('q')}
        onChange={(value) => setFilter('q', value)}
        clearLabel={r('queue.clear')}
      />
      <div className="sv-filters">
        <SelectField
          name="status"
          label={r('queue.state')}
          value={state}
          onChange={(value) => setFilter('status', value)}
          options={[
            { value: 'menunggu', label: r('queue.to-judge') },
            { value: 'semua', label: r('queue.all-states') },
            { value: 'dikembalikan', label: r('queue.returned') },
            ...submissionStates.map((value) => ({ value, label: stateText(value) })),
          ]}
        />
        <SelectField
          name="rt"
          label={r('queue.rt')}
          emptyLabel={r('queue.all-rt')}
          value={filter('rt')}
          onChange={(value) => setFilter('rt', value)}
          options={rts}
        />
        <SelectField
          name="petugas"
          label={r('queue.by')}
          emptyLabel={r('queue.all-by')}
          value={filter('petugas')}
          onChange={(value) => setFilter('petugas', value)}
          options={surveyors.options}
        />
        <SelectField
          name="tanda"
          label={r('queue.mark')}
          emptyLabel={r('queue.all-marks')}
          value={filter('tanda')}
          onChange={(value) => setFilter('tanda', value)}
          options={[
            { value: 'ragu', label: r('queue.with-doubts') },
            { value: 'berkas', label: r('queue.missing') },
          ]}
        />
      </div>
    </Stack>
  )
}
