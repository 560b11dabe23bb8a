// What a spreadsheet makes of a file, whichever sign it takes for the border between two columns.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

/** Cells as a spreadsheet reads them: quotes count where a cell begins with one, and what follows them is added as it is. */
function cellsOf(text: string, separator: string): string[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\r\n]*)(?:[${separator}\r\n]|$)`, 'gy')
  return [...text.matchAll(cell)].map(([, held = '', rest]) => held.replaceAll('""', '"') + rest)
}

// A dash before a semicolon, or alone, is no formula where commas part columns.
const runs = (cell: string) => /^(?:[=@]|[+-](?!;|$))/.test(cell)

test('no answer becomes a formula after a semicolon, a tab or a new line inside it', () => {
  for (const [said, written] of [
    ['x;=1+1', `x;'=1+1`],
    ['x\t=1+1', `x\t'=1+1`],
    ['x\n+62', `"x\n'+62"`],
    ['x;"=1+1;y', `"x;""'=1+1;y"`],
    ['=1;@y', `'=1;'@y`],
  ] as const)
    expect(csvCell(said, 'text')).toBe(written)
  expect(csvCell('Rp 5.000,-', 'text')).toBe('"Rp 5.000,-"')
  expect(csvCell('Rp 5.000,-', 'text', ';')).toBe('Rp 5.000,-')
  expect(csvCell('RT 1; RW 2', 'text')).toBe('RT 1; RW 2')
})

test('whatever is answered, no spreadsheet runs it: neither by commas, nor by semicolons, nor by tabs', () => {
  const answer = fc.array(
    fc.constantFrom('=', '+', '-', '@', ';', ',', '\t', '\n', '\r', '"', "'", ',-', 'x', '1', ' '),
    {
      maxLength: 9,
    },
  )
  fc.assert(
    fc.property(fc.array(answer, { minLength: 1, maxLength: 3 }), (answers) => {
      for (const [written, kind] of [
        [',', 'text'],
        [';', 'text'],
        [',', 'day'],
        [';', 'day'],
      ] as const) {
        const line = csvLine(
          answers.map((each) => each.join('')),
          answers.map(() => kind),
          written,
        )
        for (const read of [',', ';', '\t']) expect(cellsOf(line, read).filter(runs), line).toEqual([])
      }
    }),
    { numRuns: 3000 },
  )
})

test('the file for Indonesian parts by semicolons, writes the comma in numbers and keeps a leading 0 as text', () => {
  expect(
    csvLine([36.5, '0812', 'a,b', '2012-10-17', null], ['number', 'text', 'text', 'day', 'text'], ';'),
  ).toBe('36,5;"0812";a,b;2012-10-17;\r\n')
  // LibreOffice makes a day, a number and a time of these where they are not marked as texts.
  const codes = ['1/2', '1E5', '12:30', '3471040101100001', 'RT 1']
  expect(csvLine(codes, [], ';')).toBe('"1/2";"1E5";"12:30";"3471040101100001";RT 1\r\n')
  expect(csvLine(codes.slice(0, 2), [])).toBe('1/2,1E5\r\n')
})
