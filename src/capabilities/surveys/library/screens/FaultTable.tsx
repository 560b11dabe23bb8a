// Mistakes of a workbook where they stand: sheet, row, column, and the mend. To be copied to whoever wrote it.
import { language } from '../../../../platform/browser/language.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../../platform/browser/ui/records/DataTable.tsx'
import type { Fault } from '../../../../xlsform/model.ts'
import { sentenceOf } from '../change-texts.ts'
import { l } from './library-words.ts'

type Props = { title: string; subtitle?: string | undefined; faults: readonly Fault[] }

const sheets = ['settings', 'survey', 'choices', 'external_choices', 'entities']
const order = ({ sheet }: Fault) => (sheets.indexOf(sheet) + sheets.length + 1) % (sheets.length + 1)

/** Sheet by sheet and from the top down, as somebody mends them. */
const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => order(a) - order(b) || (a.row ?? 0) - (b.row ?? 0))

const asText = (faults: readonly Fault[]): string =>
  inOrder(faults)
    .map(({ sheet, row, column, ...rest }) =>
      [sheet, row ?? '', column ?? '', sentenceOf({ sheet, row, column, ...rest }, language())].join('\t'),
    )
    .join('\n')

export function FaultTable({ title, subtitle, faults }: Props) {
  const announce = useAnnounce()
  if (faults.length === 0) return null
  const rows = inOrder(faults).map((fault, index) => ({ ...fault, key: String(index) }))
  const copy = () =>
    void navigator.clipboard.writeText(asText(faults)).then(() => announce(l('import.copied')))
  return (
    <Section
      title={title}
      subtitle={subtitle}
      tone="plain"
      actions={
        <Button icon="file" onClick={copy}>
          {l('import.copy')}
        </Button>
      }
    >
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(fault) => fault.key}
        columns={[
          { key: 'sheet', header: l('import.sheet'), cell: (fault) => fault.sheet || '–' },
          {
            key: 'row',
            header: l('import.row'),
            number: true,
            cell: (fault) => (fault.row === null ? '–' : String(fault.row)),
          },
          { key: 'column', header: l('import.column'), cell: (fault) => fault.column ?? '–' },
          {
            key: 'what',
            header: l('import.what'),
            sentences: true,
            cell: (fault) => <span className="sv-sentence">{sentenceOf(fault, language())}</span>,
          },
        ]}
      />
    </Section>
  )
}
