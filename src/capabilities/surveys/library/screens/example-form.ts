// A small XLSForm to begin with: what a beginner needs, in two languages, with one of each thing that goes wrong most.
import { saveBlob } from '../../../../platform/browser/export-xlsx.ts'

const [id, en] = ['label::Bahasa Indonesia (id)', 'label::English (en)']

const survey = [
  ['type', 'name', id, en, 'required', 'relevant', 'constraint', 'constraint_message', 'personal'],
  ['begin group', 'family', 'Keluarga', 'Family', '', '', '', '', ''],
  ['text', 'head_name', 'Nama kepala keluarga', 'Name of the head', 'yes', '', '', '', 'yes'],
  ['select_one roof', 'roof', 'Atap rumah', 'Roof', 'yes', '', '', '', ''],
  ['text', 'roof_other', 'Atap lainnya: apa?', 'Other roof: what?', 'yes', "${roof} = 'other'", '', '', 'no'],
  ['geopoint', 'home', 'Titik rumah', 'Where the house stands', '', '', '', '', ''],
  ['image', 'photo', 'Foto rumah dari depan', 'Photo of the front', '', '', '', '', ''],
  ['end group', '', '', '', '', '', '', '', ''],
  ['begin repeat', 'member', 'Anggota keluarga', 'Member of the family', '', '', '', '', ''],
  ['text', 'name', 'Nama', 'Name', 'yes', '', '', '', 'yes'],
  [
    'integer',
    'age',
    'Umur (tahun)',
    'Age (years)',
    'yes',
    '',
    '. >= 0 and . <= 120',
    'Umur 0 sampai 120 tahun',
    '',
  ],
  ['end repeat', '', '', '', '', '', '', '', ''],
]
const choices = [
  ['list_name', 'name', id, en],
  ['roof', 'tile', 'Genteng', 'Tiles'],
  ['roof', 'zinc', 'Seng', 'Zinc'],
  ['roof', 'thatch', 'Rumbia', 'Thatch'],
  ['roof', 'other', 'Lainnya', 'Other'],
]
const settings = [
  ['form_title', 'form_id', 'version', 'default_language', 'instance_name'],
  ['Contoh survei keluarga', 'contoh_keluarga', '1', 'Bahasa Indonesia (id)', '${head_name}'],
]

export async function saveExample(): Promise<void> {
  const { writeWorkbook } = await import('../../../../xlsform/write-workbook.ts')
  const sheets = Object.entries({ survey, choices, settings }).map(([name, rows]) => ({ name, rows }))
  const bytes = await writeWorkbook({ sheets })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  saveBlob(new Blob([new Uint8Array(bytes)], { type }), 'contoh-xlsform.xlsx')
}
