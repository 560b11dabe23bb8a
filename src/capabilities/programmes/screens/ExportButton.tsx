// What a screen shows, as XLSX: codes and ids as text cells, because Excel eats long numbers.
import { useState } from 'react'
import { Button } from '../../../platform/browser/ui/Button.tsx'
import { stateText, type VillageLine } from './ProgressTable.tsx'
import { t, words } from './words.tsx'

const text = (value: string) => ({ value, type: String, format: '@' })
const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const })

async function exportLines(name: string, lines: readonly VillageLine[]): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser')
  const header = [
    t('mine.code'),
    t('mine.village'),
    t('mine.programme'),
    t('mine.stage'),
    t('mine.due', { on: '' }).trim(),
    t('mine.status'),
  ].map(head)
  const rows = lines.map(({ place, name: title, above, entry }) =>
    [
      place,
      [title, above].filter(Boolean).join(', '),
      entry ? words(entry.programme) : '',
      entry?.stage ? `${entry.stage.number} ${words(entry.stage)}` : '',
      entry?.due ?? '',
      stateText(entry),
    ].map(text),
  )
  await writeExcelFile([header, ...rows] as never).toFile(`${name}.xlsx`)
}

export function ExportButton({ name, lines }: { name: string; lines: readonly VillageLine[] }) {
  const [busy, setBusy] = useState(false)
  const run = () => {
    setBusy(true)
    exportLines(name, lines)
      .catch((error: unknown) => console.error(error))
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" loading={busy} onClick={run}>
      {t('mine.export')}
    </Button>
  )
}
