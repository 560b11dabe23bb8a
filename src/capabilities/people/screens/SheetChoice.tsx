// Which sheet of a workbook is read.
import { translate } from '../../../platform/browser/language.ts'
import type { ListSheet } from '../../../platform/browser/lists/sheets.ts'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { alike } from '../importing/sheets.ts'
import { importTexts } from '../texts-import.ts'

const t = translate(importTexts)

/** `all`: the sheets with equal headings as one list. */
export type Choice = { sheet: number; all: boolean }
export type Choosing = { onSheet: (choice: Choice) => void }

/** Which sheet is read, or all with the same headings; hidden ones are said, and read only when somebody chooses them. */
export function SheetChoice({
  sheets,
  sheet,
  all,
  onSheet,
}: { sheets: readonly ListSheet[] } & Choice & Choosing) {
  if (sheets.length < 2) return null
  const hidden = sheets.filter((each) => each.hidden).map((each) => each.name)
  const same = alike(sheets, sheet)
  const options = sheets.map((each, index) => ({
    value: String(index),
    label: each.hidden ? t('import.sheet-hidden', { name: each.name }) : each.name,
  }))
  if (same.length > 1) options.unshift({ value: 'all', label: t('import.all-alike', { count: same.length }) })
  return (
    <SelectField
      name="sheet"
      label={t('import.sheet')}
      hint={hidden.length > 0 ? t('import.hidden-sheets', { names: hidden.join(', ') }) : undefined}
      value={all ? 'all' : String(sheet)}
      onChange={(value) =>
        onSheet(
          value === 'all' ? { sheet: same[0] ?? sheet, all: true } : { sheet: Number(value), all: false },
        )
      }
      options={options}
    />
  )
}
