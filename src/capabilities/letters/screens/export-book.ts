// The book of letters as a screen shows it, as the rows of a spreadsheet.
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import type { Letter } from '../letter.ts'
import { type KindChoice, kindTitle, stateOf, t } from './words.ts'

export const tableOf = (letters: readonly Letter[], kinds: readonly KindChoice[]): ExportTable => ({
  head: [
    t('letters.number'),
    t('letters.date'),
    t('letters.kind'),
    t('letters.subject'),
    t('letters.to'),
    t('letters.state'),
  ],
  rows: letters.map((letter) => [
    letter.text ?? t('letters.waits-for-number'),
    letter.date,
    kindTitle(kinds, letter.kind),
    letter.subject,
    letter.addressee.join(', '),
    stateOf(letter).label,
  ]),
})
