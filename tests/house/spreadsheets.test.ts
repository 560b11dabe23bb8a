// Who writes what a spreadsheet opens: a few files, each of which keeps a text a text. A new writer would forget the guard.
import { expect, test } from 'vitest'
import { shipped, text } from './source.ts'

const writers: Readonly<Record<string, string>> = {
  'src/platform/browser/export-xlsx.ts': 'lists of screens: every cell is a text',
  'src/capabilities/people/screens/files.ts': 'lists of people: every cell is a text',
  'src/xlsform/write-workbook.ts': 'a form, for the compiler to read',
  'src/xlsform/lists/csv.ts': 'long lists of a form, for engines of forms, which must read what was written',
  'src/capabilities/surveys/exporting/sheet-xml.ts':
    'answers: texts are texts, numbers numbers, none a formula',
  'src/capabilities/surveys/exporting/csv.ts': 'answers: a text that would run is guarded',
  'src/capabilities/surveys/registry/entities.ts':
    'lists for the engine of forms, which must read what was written',
}
const writes = /write-excel-file|<worksheet|\bcsvLine = |function csvLine\b|\.join\('[,;\\t]+'\)[^\n]*\\r\\n/

test('a workbook or a CSV is written by few, and each keeps a text a text', () => {
  expect(
    shipped()
      .filter((file) => writes.test(text(file)))
      .sort(),
  ).toEqual(Object.keys(writers).sort())
})
