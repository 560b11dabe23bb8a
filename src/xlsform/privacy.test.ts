// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Ways by which a name could slip into answers that everybody may count.
import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { faultSentence } from './faults/fault-texts.ts'
import { questionsOf } from './model.ts'
import { workbookFrom } from './sheet.testing.ts'

const privaciesOf = (rows: string): Record<string, string> => {
  const made = compile(workbookFrom(rows), { version: '1' })
  if (!made.ok) throw new Error(JSON.stringify(made.faults))
  return Object.fromEntries(questionsOf(made.model).map(({ question }) => [question.name, question.privacy]))
}

test('what is taken out of a list of people is personal, whatever it is called', () => {
  expect(
    privaciesOf(`
    | survey | type | name | label | calculation | personal |
    | | select_one_from_file warga.csv | siapa | Siapa | | |
    | | select_one_from_file desa.csv | desa | Desa | | |
    | | calculate | hasil | | instance('warga')/root/item[name = \${siapa}]/nama | |
    | | calculate | sebutan | | pulldata('kpm', 'sebutan', 'id', \${desa}) | |
    | | calculate | pilihan | | jr:choice-name(\${desa}, '\${desa}') | |
    | | calculate | luas | | pulldata('desa', 'luas', 'id', \${desa}) | no |
    | | calculate | atap | | instance('atap')/root/item[name = 'seng']/label | |
    | | select_one atap | jenis | Atap | | |
    | choices | list_name | name | label |
    | | atap | seng | Seng |`),
  ).toEqual({
    ...{ siapa: 'personal', desa: 'open', hasil: 'personal', sebutan: 'personal', pilihan: 'personal' },
    ...{ luas: 'open', atap: 'open', jenis: 'open' },
  })
})

test('a choice among the names that were answered is a name', () => {
  expect(
    privaciesOf(`
    | survey | type | name | label |
    | | begin_repeat | anggota | Anggota |
    | | text | panggilan | Nama |
    | | end_repeat | | |
    | | select_one \${panggilan} | ketua | Siapa kepala keluarga? |`),
  ).toMatchObject({ panggilan: 'personal', ketua: 'personal' })
})

test.each(['__proto__', 'constructor', 'toString'])('no question, group or list is called %s', (name) => {
  const made = compile(workbookFrom(`| survey | type | name | label |\n| | text | ${name} | Tanya |`))
  expect(made.ok ? [] : made.faults.map((fault) => fault.code)).toEqual(['name-reserved'])
})

/** A form that asks for a name and an illness, with one more line; which mark that line comes to, or why it is refused. */
function markedBy(line: string, mark: string, before = '') {
  const made = compile(
    workbookFrom(`
    | survey | type | name | label | calculation | default | relevant | repeat_count | choice_filter | personal |
    | | text | nama | Nama | | | | | | |
    | | select_one yn | sakit | Sakit? | | | | | | specific |
    | | integer | umur | Umur | | | | | | |
    ${before}| | ${line} | ${mark} |
    | choices | list_name | name | label |
    | | yn | ya | Ya |`),
    { version: '1' },
  )
  if (!made.ok)
    return made.faults.map(({ code, row, column, facts }) => [code, row, column, facts.source, facts.mend])
  return questionsOf(made.model).find(({ question }) => question.name === 'x')?.question.privacy
}

describe('what reads a personal answer is as personal', () => {
  test.each([
    ['a calculation', 'calculate | x | | concat(${nama}, "!") | | | | ', 'personal', 'nama'],
    [
      'a sum of what is open and what is specific',
      'calculate | x | | ${umur} + (${sakit} = "ya") | | | | ',
      'specific',
      'sakit',
    ],
    ['a default', 'integer | x | X | | string-length(${nama}) | | | ', 'personal', 'nama'],
    ['a choice that is filtered', 'select_one yn | x | X | | | | | name = ${nama}', 'personal', 'nama'],
    [
      'a question that is asked of the ill',
      'integer | x | X | | | ${sakit} = "ya" | | ',
      'specific',
      'sakit',
    ],
    ['a path that is written out', 'calculate | x | | string(../nama) | | | | ', 'personal', 'nama'],
    ['a path from the root', 'calculate | x | | string(/data/sakit) | | | | ', 'specific', 'sakit'],
    ['an axis', 'calculate | x | | string(/data/child::nama) | | | | ', 'personal', 'nama'],
    ['the words of a note', 'note | x | Halo ${nama} | | | | | ', 'personal', 'nama'],
  ])('%s', (_, line, privacy, source) => {
    expect(markedBy(line, '')).toBe(privacy)
    const [refused] = markedBy(line, 'no') as unknown[][]
    expect(refused).toEqual([
      'personal-read',
      5,
      'personal',
      source,
      privacy === 'specific' ? 'specific' : 'yes',
    ])
    expect(markedBy(line, 'specific')).toBe('specific')
  })

  test('through as many steps as there are, and where a group says so for all in it', () => {
    const chain =
      '| | calculate | a | | ${sakit} | | | | | |\n    | | calculate | b | | ${a} | | | | | |\n    '
    expect(markedBy('calculate | x | | ${b} | | | | ', '', chain)).toBe('specific')
    const group = '| | begin_group | g | G | | | | | | no |\n    '
    const inside = markedBy('calculate | x | | ${nama} | | | | ', '', group) as unknown[][]
    expect(inside.map(([code, , column]) => [code, column])).toContainEqual(['personal-read', 'calculation'])
  })

  test('a repeat that is asked as often as a personal number says', () => {
    const repeat = '| | begin_repeat | r | R | | | | ${jumlah} | | |\n    '
    const count = '| | integer | jumlah | Anak yang meninggal | | | | | | specific |\n    '
    expect(markedBy('integer | x | X | | | | | ', '', count + repeat)).toEqual(expect.anything())
    const whole = `${count}${repeat}| | integer | x | X | | | | | | |\n    | | end_repeat | | | | | | | | |\n    `
    expect(markedBy('integer | y | Y | | | | | ', '', whole)).toBe('specific')
  })

  test('how many there are, or at which one, tells nobody’s name', () => {
    const members =
      '| | begin_repeat | m | M | | | | | | |\n    | | text | panggilan | N | | | | | | |\n    | | end_repeat | | | | | | | | |\n    '
    expect(markedBy('calculate | x | | count(${m}) | | | | ', 'no', members)).toBe('open')
    expect(markedBy('calculate | x | | concat(${m}) | | | | ', '', members)).toBe('personal')
    expect(markedBy('integer | x | X | | | ${nama} != "" | | ', 'no')).toBe('open')
  })

  test('an id that the registry takes, and words out of a list of people', () => {
    const made = compile(
      workbookFrom(`
      | survey | type | name | label | calculation | personal |
      | | calculate | baru | | once(uuid()) | no |
      | | calculate | rt | | instance('warga')/root/item[name = 'x']/tempat | no |
      | | csv-external | warga | | | |
      | entities | list_name | label | entity_id | create_if |
      | | keluarga | 'x' | \${baru} | true() |`),
      { version: '1' },
    )
    const faults = made.ok ? [] : made.faults
    expect(faults.map(({ code, row }) => [code, row])).toEqual(
      expect.arrayContaining([
        ['personal-id', 2],
        ['personal-file', 3],
      ]),
    )
    for (const fault of faults.filter(({ code }) => code.startsWith('personal')))
      expect(faultSentence(fault, 'id')).toContain(`“${fault.found}”`)
  })
})
