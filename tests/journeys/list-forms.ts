// The forms of the journey of lists, as a village would write them in Excel.
import { cascade } from '../../bench/filling/cascade.ts'
import type { Cell } from '../../src/xlsform/workbook.ts'
import { writeWorkbook } from '../../src/xlsform/write-workbook.ts'

const settings = (id: string, title: string): Cell[][] => [
  ['form_id', 'form_title', 'version'],
  [id, title, '1'],
]
const ref = (name: string) => `\${${name}}`
const people = ['select_one_from_file keluarga.csv', 'keluarga', 'Keluarga siapa?', 'yes', null, null]

/** Who lives in a home: each line is a person of the register, once it has come in. */
const members: Cell[][] = [
  ['type', 'name', 'label', 'required', 'calculation', 'save_to'],
  people,
  ['begin_repeat', 'anggota', 'Anggota', null, null, null],
  ['text', 'nama', 'Nama anggota', 'yes', null, 'nama'],
  ['select_one jk', 'jk', 'Jenis kelamin', 'yes', null, 'jenis_kelamin'],
  ['integer', 'lahir', 'Tahun lahir', 'yes', null, 'tahun_lahir'],
  ['calculate', 'rumah', null, null, ref('keluarga'), 'keluarga'],
  ['end_repeat', null, null, null, null, null],
]
const sexes: Cell[][] = [
  ['list_name', 'name', 'label'],
  ['jk', 'perempuan', 'Perempuan'],
  ['jk', 'laki_laki', 'Laki-laki'],
]
/** A later form: one of them is asked about. */
const training: Cell[][] = [
  ['type', 'name', 'label', 'required', 'choice_filter'],
  people.slice(0, 4),
  [
    'select_one_from_file warga.csv',
    'peserta',
    'Siapa yang ikut pelatihan?',
    'yes',
    `keluarga = ${ref('keluarga')}`,
  ],
]

const sheets = (parts: Record<string, Cell[][]>) => ({
  sheets: Object.entries(parts).map(([name, rows]) => ({ name, rows })),
})

/** Names of the forms, and their workbooks as they travel in the command. */
export async function listForms(): Promise<Record<'villages' | 'members' | 'training', string>> {
  const base64 = async (workbook: Parameters<typeof writeWorkbook>[0]) =>
    Buffer.from(await writeWorkbook(workbook)).toString('base64')
  return {
    villages: await base64(cascade(0.05)),
    members: await base64(
      sheets({
        survey: members,
        choices: sexes,
        entities: [
          ['list_name', 'label'],
          ['warga', ref('nama')],
        ],
        settings: settings('anggota', 'Anggota keluarga'),
      }),
    ),
    training: await base64(sheets({ survey: training, settings: settings('pelatihan', 'Pelatihan') })),
  }
}
