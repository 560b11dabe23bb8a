// Villages in a table: name, programme, stage, what is due. The same on "Desa saya" and in an officer's overview.
import { useState } from 'react'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { DataTable, type Sorting } from '../../../platform/browser/ui/records/DataTable.tsx'
import type { ProgressEntry } from '../overview.ts'
import { t } from './all-words.ts'
import { dayText, nothingBlocks, words } from './words.tsx'

export type VillageLine = { place: string; name: string; above: string; entry: ProgressEntry | null }

export function stateText(entry: ProgressEntry | null): string {
  if (!entry) return t('mine.no-programme')
  if (entry.unreadable) return t('mine.unreadable')
  if (entry.status !== 'started') return t(`status.${entry.status as 'draft'}`)
  if (entry.lateDays > 0) return t('mine.late', { count: entry.lateDays })
  return gatesText(entry)
}

const gatesText = (entry: ProgressEntry): string => {
  const own = entry.missing - entry.outside
  if (entry.missing > 0)
    return [
      ...(own > 0 ? [t('mine.missing', { count: own })] : []),
      ...(entry.outside > 0 ? [t('home.gates-outside', { count: entry.outside })] : []),
    ].join(', ')
  return entry.blocking > 0 || !entry.stage ? t('mine.ready') : nothingBlocks(entry.advice)
}

const gatesStatus = ({ missing, outside }: ProgressEntry): Status => {
  if (missing === 0) return 'next'
  return missing > outside ? 'blocked' : 'unavailable'
}

/** An estimate is never shown as a day that counts. */
export function dueText(entry: ProgressEntry | null): string {
  const on = dayText(entry?.due)
  return entry?.due && entry.dueIsEstimate ? t('mine.about', { on }) : on
}

/** The programme with the site it is about, where it is not the village itself. */
export const programmeText = ({ programme, site }: ProgressEntry): string =>
  [words(programme), site].filter(Boolean).join(' · ')

const ended: Record<string, Status> = { completed: 'done', refused: 'declined', archive: 'archive' }

function State({ entry }: { entry: ProgressEntry | null }) {
  if (entry?.unreadable) return <StatusBadge status="blocked" label={stateText(entry)} />
  if (entry?.status !== 'started')
    return <StatusBadge status={ended[entry?.status ?? ''] ?? 'draft'} label={stateText(entry)} />
  return (
    <Cluster gap={1}>
      {entry.lateDays > 0 && <StatusBadge status="late" label={t('mine.late', { count: entry.lateDays })} />}
      <StatusBadge status={gatesStatus(entry)} label={gatesText(entry)} />
    </Cluster>
  )
}

type SortKey = 'name' | 'due' | 'late'

const compare: Record<SortKey, (a: VillageLine, b: VillageLine) => number> = {
  name: (a, b) => a.name.localeCompare(b.name, 'id'),
  due: (a, b) => (a.entry?.due ?? '9999').localeCompare(b.entry?.due ?? '9999'),
  late: (a, b) => (a.entry?.lateDays ?? -1) - (b.entry?.lateDays ?? -1),
}

const dueFirst: Sorting = { key: 'due', direction: 'ascending' }
export const lateFirst: Sorting = { key: 'late', direction: 'descending' }

type Shown = { caption: string; lines: readonly VillageLine[]; first?: Sorting }

/** `first` is how it is sorted until somebody chooses. */
export function ProgressTable({ caption, lines, first = dueFirst }: Shown) {
  const [sort, setSort] = useState<Sorting>(first)
  const by = compare[sort.key as SortKey] ?? compare.name
  const sorted = [...lines].sort((a, b) => (sort.direction === 'ascending' ? by(a, b) : by(b, a)))
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={sorted}
      rowKey={(line) => `${line.place}-${line.entry?.enrolment ?? ''}`}
      rowHref={(line) => `/d/${line.place}`}
      sort={sort}
      onSort={setSort}
      columns={[
        {
          key: 'name',
          header: t('mine.village'),
          sortable: true,
          cell: (line) => (
            <>
              <strong>{line.name}</strong>
              <br />
              <small>{line.above || line.place}</small>
            </>
          ),
        },
        {
          key: 'programme',
          header: t('mine.programme'),
          cell: (line) => (line.entry ? programmeText(line.entry) : '–'),
        },
        {
          key: 'stage',
          header: t('mine.stage'),
          cell: (line) =>
            line.entry?.stage
              ? `${line.entry.stage.number}/${line.entry.stagesAll} ${words(line.entry.stage)}`
              : '–',
        },
        {
          key: 'due',
          header: t('mine.due', { on: '' }).trim(),
          sortable: true,
          cell: (line) => dueText(line.entry),
        },
        {
          key: 'late',
          header: t('mine.status'),
          sortable: true,
          cell: (line) => <State entry={line.entry} />,
        },
      ]}
    />
  )
}
