// The form of the survey journey, as a village would write it in Excel, and the households it is asked of.
import { writeWorkbook } from '../../src/xlsform/write-workbook.ts'

const id = 'label::Bahasa Indonesia (id)'
const en = 'label::English (en)'

/** Cascade, repeat, constraint, photo, point and a list of the registry; `slip` puts in a mistake of a beginner. */
export async function excelForm(slip = false): Promise<Buffer> {
  const survey = [
    [
      'type',
      'name',
      id,
      en,
      'required',
      'constraint',
      'constraint_message::Bahasa Indonesia (id)',
      'constraint_message::English (en)',
      'choice_filter',
      'appearance',
    ],
    ['start', 'start'],
    [
      'select_one_from_file keluarga.csv',
      'household',
      'Keluarga siapa?',
      'Whose household?',
      'yes',
      '',
      '',
      '',
      '',
      'minimal autocomplete',
    ],
    ['begin group', 'house', 'Rumah', 'House', '', '', '', '', '', 'field-list'],
    ['select_one kinds', 'water_kind', 'Air minum', 'Drinking water', 'yes'],
    [
      'select_one waters',
      'water',
      'Persisnya',
      'Exactly',
      'yes',
      '',
      '',
      '',
      slip ? 'kind = ${water_kin}' : 'kind = ${water_kind}',
    ],
    [
      'integer',
      'rooms',
      'Jumlah kamar',
      'Rooms',
      'yes',
      '. >= 1 and . <= 20',
      'Isi 1 sampai 20 kamar.',
      'Enter 1 to 20 rooms.',
    ],
    ['end group'],
    ['begin repeat', 'member', 'Anggota', 'Members', '', '', '', '', '', 'field-list'],
    ['text', 'member_name', 'Nama anggota', 'Name', 'yes'],
    ['integer', 'age', 'Umur', 'Age', '', '. >= 0 and . < 120', 'Umur tidak mungkin.', 'Impossible age.'],
    ['end repeat'],
    ['geopoint', 'place', 'Letak rumah', 'Where the house is'],
    ['image', 'photo', 'Foto rumah', 'Photograph of the house'],
  ]
  const choices = [
    ['list_name', 'name', id, en, 'kind'],
    ['kinds', 'piped', 'Ledeng', 'Piped'],
    ['kinds', 'ground', 'Dari tanah', 'From the ground'],
    ['waters', 'meter', 'Ledeng bermeteran', 'Metered', 'piped'],
    ['waters', 'retail', 'Ledeng eceran', 'By the can', 'piped'],
    ['waters', 'well', 'Sumur terlindung', 'Protected well', 'ground'],
    ['waters', 'spring', 'Mata air', 'Spring', 'ground'],
  ]
  const settings = [
    ['form_id', 'form_title', 'version', 'instance_name', 'default_language'],
    ['pendataan_kami', 'Survei keluarga kami', '1', "concat('Kamar ', ${rooms})", 'Bahasa Indonesia (id)'],
  ]
  return Buffer.from(
    await writeWorkbook({
      sheets: [
        { name: 'survey', rows: survey },
        { name: 'choices', rows: choices },
        { name: 'settings', rows: settings },
      ],
    }),
  )
}
