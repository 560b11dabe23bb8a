import { expect, test } from 'vitest'
import { answer, answerAt, nodeAt, opened, sent } from './engine.testing.ts'
import { isNoDay, noDaysOf } from './no-days.ts'

const sheets = `
  | survey | | | | | |
  | | type | name | label | calculation | relevant |
  | | text | nama | Nama | | |
  | | integer | tahun | Tahun | | |
  | | integer | bulan | Bulan | | |
  | | integer | hari | Hari | | |
  | | calculate | lahir | | concat(\${tahun}, '-', \${bulan}, '-', \${hari}) | |
  | | calculate | kata | | concat('Lahir ', \${lahir}) | |
  | | calculate | umur | | number(\${lahir}) + 1 | |
  | | calculate | sapa | | concat('Pak ', \${nama}) | |
  | | text | lagi | Lagi | | \${lahir} != '' and \${nama} != 'x' |
  | | begin_repeat | m | Anggota | | |
  | | text | ket | Keterangan | | |
  | | calculate | salinan | | concat(\${ket}, '') | |
  | | calculate | panjang | | string-length(\${salinan}) | |
  | | end_repeat | | | | |`

test.each([
  '2014-02-30',
  '2014-13-01',
  '2014-01-01T25:99',
  '2014-01-01T10:61Z',
  '2014-02-30T10:00:00Z',
  '2014-00-00',
  '2014-02-30T10:00:00.000+07:00',
])('an answer %s is taken as the text it is, and the form goes on', async (text) => {
  const { root } = await opened(sheets)
  answer(root, '/data/nama', text)
  expect([answerAt(root, '/data/nama'), answerAt(root, '/data/sapa')]).toEqual([text, `Pak ${text}`])
  expect([...noDaysOf(root)]).toEqual([['/data/nama', text]])
  answer(root, '/data/nama', 'Budi')
  expect(answerAt(root, '/data/sapa')).toBe('Pak Budi')
  expect(noDaysOf(root).size).toBe(0)
})

test('a day put together of three answers is told at each of the three', async () => {
  const { root } = await opened(sheets)
  answer(root, '/data/tahun', 2014)
  answer(root, '/data/bulan', 11)
  answer(root, '/data/hari', 31)
  expect(answerAt(root, '/data/kata')).toBe('Lahir 2014-11-31')
  expect([...noDaysOf(root).keys()]).toEqual(['/data/tahun', '/data/bulan', '/data/hari'])
  expect(await sent(root)).toContain('<lahir>2014-11-31</lahir>')
  answer(root, '/data/hari', 30)
  expect(answerAt(root, '/data/kata')).toBe('Lahir 2014-11-30')
  expect(Number(answerAt(root, '/data/umur'))).toBeGreaterThan(16000)
  expect(noDaysOf(root).size).toBe(0)
})

test('a member of a repeat is told for its own day alone', async () => {
  const { root } = await opened(sheets)
  const repeat = root.currentState.children.find((each) => each.nodeType.startsWith('repeat-range'))
  ;(repeat as unknown as { addInstances: () => void }).addInstances()
  answer(root, '/data/m[1]/ket', '2014-02-28')
  answer(root, '/data/m[2]/ket', '2014-02-29')
  expect(answerAt(root, '/data/m[2]/panjang')).toBe('10')
  expect([...noDaysOf(root)]).toEqual([['/data/m[2]/ket', '2014-02-29']])
  expect(nodeAt(root, '/data/m[1]/ket').currentState.relevant).toBe(true)
})

test('days of the calendar and other texts are none of this', () => {
  for (const text of [
    '2012-02-29',
    '2014-12-31T23:59:59.999+07:00',
    '2014-01-01T10Z',
    '2014-2-30',
    '',
    'a 2014-02-30',
  ])
    expect(isNoDay(text)).toBe(false)
})
