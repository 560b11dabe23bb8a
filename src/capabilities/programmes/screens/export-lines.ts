// The villages a screen shows, as the rows of a spreadsheet.
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import { t } from './all-words.ts'
import { dueText, programmeText, stateText, type VillageLine } from './ProgressTable.tsx'
import { words } from './words.tsx'

export const tableOf = (lines: readonly VillageLine[]): ExportTable => ({
  head: [
    t('mine.code'),
    t('mine.village'),
    t('mine.programme'),
    t('mine.stage'),
    t('mine.due', { on: '' }).trim(),
    t('mine.status'),
  ],
  rows: lines.map(({ place, name, above, entry }) => [
    place,
    [name, above].filter(Boolean).join(', '),
    entry && programmeText(entry),
    entry?.stage && `${entry.stage.number} ${words(entry.stage)}`,
    entry?.dueIsEstimate ? dueText(entry) : entry?.due,
    stateText(entry),
  ]),
})
