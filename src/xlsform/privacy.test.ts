// Ways by which a name could slip into answers that everybody may count.
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
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
