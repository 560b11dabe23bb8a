// What offices bring as a list, by its bytes and not by its name.
import { expect, test } from 'vitest'
import { isUtf16, parseCsv, textOf } from '../../../platform/browser/lists/csv.ts'
import { readSheets } from './files.ts'

const file = (bytes: Uint8Array<ArrayBuffer>, name = 'warga.csv') => new File([bytes], name)

test('a CSV is read in UTF-16 and Windows-1252, and parted by semicolon, tab or stroke', async () => {
  const text = 'NIK;Nama;L/P\r\n;Sarí;P\r\n'
  const sixteen = (swapped: boolean) =>
    Uint8Array.from(
      [...`\uFEFF${text.replaceAll(';', '\t')}`].flatMap((letter) => {
        const code = letter.charCodeAt(0)
        return swapped ? [code >> 8, code & 255] : [code & 255, code >> 8]
      }),
    )
  const latin = Uint8Array.from([...text], (letter) => letter.charCodeAt(0))
  const strokes = new TextEncoder().encode(text.replaceAll(';', '|'))
  for (const bytes of [
    sixteen(false),
    sixteen(true),
    latin,
    strokes,
    new TextEncoder().encode(`\uFEFF${text}`),
  ])
    expect((await readSheets(file(bytes)))[0]?.rows).toEqual([
      ['NIK', 'Nama', 'L/P'],
      ['', 'Sarí', 'P'],
    ])
  expect([isUtf16(sixteen(false)), isUtf16(latin)]).toEqual([true, false])
  expect(parseCsv(textOf(sixteen(true)))[0]).toEqual(['NIK', 'Nama', 'L/P'])
})
test('what is no list says what it is, whatever it is called', async () => {
  const why = (bytes: Uint8Array<ArrayBuffer>, name: string) =>
    readSheets(file(bytes, name)).then(
      () => null,
      (error: Error) => error.message,
    )
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
  const page = new TextEncoder().encode('\r\n<table border="1"><tr><td>NIK</td></tr></table>')
  expect([
    await why(old, 'warga.xlsx'),
    await why(old, 'warga.xls'),
    await why(page, 'penduduk.xls'),
    await why(Uint8Array.of(1, 0, 2), 'a.csv'),
  ]).toEqual([
    'people.import-old-excel',
    'people.import-old-excel',
    'people.import-web-page',
    'people.import-unreadable',
  ])
  expect(await why(new TextEncoder().encode('Nama\tL/P\nSari\tP'), 'warga.xls')).toBeNull()
})
