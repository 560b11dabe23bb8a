// Forms as their authors write them: one with every type of question, one with 250, one with 10,000 choices.
import type { Workbook } from '../../src/xlsform/workbook.ts'

type Row = Record<string, string>

function sheet(name: string, columns: readonly string[], rows: readonly Row[]) {
  return { name, rows: [[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? null))] }
}

const id = 'label::Bahasa Indonesia (id)'
const en = 'label::English (en)'
const hint = 'hint::Bahasa Indonesia (id)'
const guidance = 'guidance_hint::Bahasa Indonesia (id)'
const columns = [
  ...['type', 'name', id, en, hint, guidance, 'required', 'required_message', 'relevant', 'constraint'],
  ...[
    'constraint_message',
    'calculation',
    'appearance',
    'parameters',
    'repeat_count',
    'readonly',
    'choice_filter',
  ],
]

const question = (type: string, name: string, label: string, english: string, more: Row = {}): Row => ({
  ...{ type, name, [id]: label, [en]: english },
  ...more,
})

const choice = (list: string, name: string, label: string, english: string): Row => ({
  ...{ list_name: list, name, [id]: label, [en]: english },
})

/** How a form's author names the answer to another question. */
const ref = (name: string) => ['$', '{', name, '}'].join('')

const choices = [
  choice('yatidak', 'ya', 'Ya', 'Yes'),
  choice('yatidak', 'tidak', 'Tidak', 'No'),
  choice('air', 'pdam', 'Ledeng (PDAM)', 'Piped water'),
  choice('air', 'sumur', 'Sumur terlindung', 'Protected well'),
  choice('air', 'sungai', 'Sungai, danau atau waduk', 'River, lake or reservoir'),
  choice('air', 'hujan', 'Air hujan', 'Rain water'),
  choice('aset', 'motor', 'Sepeda motor', 'Motorcycle'),
  choice('aset', 'kulkas', 'Kulkas', 'Refrigerator'),
  choice('aset', 'laptop', 'Laptop atau komputer', 'Computer'),
  choice('aset', 'sawah', 'Sawah', 'Rice field'),
  choice('setuju', '1', 'Sangat tidak setuju', 'Strongly disagree'),
  choice('setuju', '2', 'Tidak setuju', 'Disagree'),
  choice('setuju', '3', 'Biasa saja', 'Neutral'),
  choice('setuju', '4', 'Setuju', 'Agree'),
  choice('setuju', '5', 'Sangat setuju', 'Strongly agree'),
  choice('butuh', 'jalan', 'Perbaikan jalan', 'Road repair'),
  choice('butuh', 'air', 'Air bersih', 'Clean water'),
  choice('butuh', 'kerja', 'Lapangan kerja', 'Jobs'),
  choice('butuh', 'sekolah', 'Biaya sekolah', 'School fees'),
]

/** Every type of question once, with groups, a field-list, a repeat, a counted repeat and a choice of household. */
export const allTypes: Workbook = {
  sheets: [
    sheet('survey', columns, [
      question('start', 'mulai', '', ''),
      question('end', 'selesai', '', ''),
      question(
        'note',
        'salam',
        'Terima kasih sudah mau didata. **Jawaban dirahasiakan** dan dipakai untuk musyawarah warga.',
        'Thank you. **Answers are confidential.**',
      ),
      question(
        'acknowledge',
        'setuju_didata',
        'Apakah kepala keluarga setuju didata?',
        'Does the head agree?',
        { required: 'yes', required_message: 'Persetujuan harus ada sebelum mulai.' },
      ),
      question(
        'select_one_from_file keluarga.csv',
        'keluarga',
        'Keluarga mana yang didata?',
        'Which household?',
        { appearance: 'autocomplete' },
      ),
      question('begin group', 'rumah', 'Keadaan rumah', 'The house'),
      question('text', 'nama', 'Nama kepala keluarga', 'Name of the head', {
        required: 'yes',
        [hint]: 'Seperti di KK',
        [guidance]: 'Kalau kepala keluarga sedang merantau, catat siapa yang mewakili.',
      }),
      question('text', 'nik', 'NIK kepala keluarga', 'NIK', {
        appearance: 'numbers masked',
        constraint: "regex(., '^[0-9]{16}$')",
        constraint_message: 'NIK harus 16 angka.',
      }),
      question('integer', 'umur', 'Umur kepala keluarga', 'Age', {
        constraint: '. >= 10 and . <= 120',
        constraint_message: 'Umur antara 10 dan 120 tahun.',
      }),
      question('decimal', 'luas', 'Luas lantai rumah (m²)', 'Floor area (m²)'),
      question(
        'select_one air',
        'air',
        'Dari mana air minum keluarga?',
        'Where does drinking water come from?',
        { required: 'yes' },
      ),
      question('select_multiple aset', 'aset', 'Apa yang dimiliki keluarga?', 'What does the family own?', {
        [hint]: 'Boleh lebih dari satu',
      }),
      question(
        'select_one setuju',
        'puas',
        'Saya puas dengan jalan di kampung ini',
        'I am satisfied with the roads',
        { appearance: 'likert' },
      ),
      question('select_one yatidak', 'listrik', 'Apakah rumah ini ada listrik?', 'Is there electricity?', {
        appearance: 'minimal',
      }),
      question('range', 'skor', 'Seberapa aman lingkungan ini?', 'How safe is it here?', {
        parameters: 'start=0 end=10 step=1',
      }),
      question('rank butuh', 'urutan', 'Urutkan kebutuhan dari yang paling penting', 'Order the needs'),
      question('end group', '', '', ''),
      question('begin group', 'waktu', 'Waktu', 'Time', { appearance: 'field-list' }),
      question('date', 'lahir', 'Tanggal lahir kepala keluarga', 'Date of birth'),
      question('date', 'bulan_pindah', 'Bulan pindah ke sini', 'Month moved here', {
        appearance: 'month-year',
      }),
      question('date', 'tahun_rumah', 'Tahun rumah dibangun', 'Year built', { appearance: 'year' }),
      question('time', 'jam', 'Jam berangkat kerja', 'Leaves for work at'),
      question('dateTime', 'saat', 'Kapan terakhir banjir?', 'When was the last flood?'),
      question('end group', '', '', ''),
      question('begin repeat', 'anggota', 'Anggota keluarga', 'Member'),
      question('text', 'nama_anggota', 'Nama anggota', 'Name', { required: 'yes' }),
      question('integer', 'umur_anggota', 'Umur', 'Age', {
        constraint: '. < 120',
        constraint_message: 'Umur kurang dari 120.',
      }),
      question('select_one yatidak', 'sekolah', 'Apakah masih sekolah?', 'In school?', {
        relevant: `${ref('umur_anggota')} < 20`,
      }),
      question('end repeat', '', '', ''),
      question('calculate', 'banyak', '', '', { calculation: `count(${ref('anggota')})` }),
      question('note', 'ringkas', `Tercatat ${ref('banyak')} anggota keluarga.`, `${ref('banyak')} members.`),
      question('integer', 'ternak_n', 'Berapa jenis ternak?', 'How many kinds of livestock?'),
      question('begin repeat', 'ternak', 'Ternak', 'Livestock', { repeat_count: ref('ternak_n') }),
      question('text', 'jenis', 'Jenis ternak', 'Kind'),
      question('end repeat', '', '', ''),
      question('geopoint', 'titik', 'Titik rumah', 'Point of the house'),
      question('geotrace', 'jalan', 'Jalan setapak ke rumah', 'Path to the house'),
      question('geoshape', 'pekarangan', 'Batas pekarangan', 'Edge of the yard'),
      question('image', 'foto', 'Foto rumah dari depan', 'Photo of the house'),
      question('audio', 'suara', 'Rekaman cerita keluarga', 'Recording'),
      question('video', 'film', 'Video sumber air', 'Video of the water source'),
      question('file', 'berkas', 'Scan surat tanah', 'Scan of the land title'),
      question('barcode', 'kode', 'Kode meteran listrik', 'Code of the meter'),
      question('text', 'catatan', 'Catatan petugas', 'Notes', { appearance: 'multiline' }),
    ]),
    sheet('choices', ['list_name', 'name', id, en], choices),
    sheet(
      'settings',
      ['form_title', 'form_id', 'version', 'default_language', 'instance_name'],
      [
        {
          form_title: 'Semua jenis pertanyaan',
          form_id: 'semua_jenis',
          version: '1',
          default_language: 'Bahasa Indonesia (id)',
          instance_name: `concat('Keluarga ', ${ref('nama')})`,
        },
      ],
    ),
  ],
}

/** `count` questions of mixed types with conditions and checks between them, in groups of ten. */
export function long(count: number): Workbook {
  const rows: Row[] = []
  for (let n = 0; n < count; n++) {
    if (n % 10 === 0)
      rows.push(question('begin group', `g${n}`, `Bagian ${n / 10 + 1}`, `Part ${n / 10 + 1}`))
    const label = `Pertanyaan nomor ${n + 1}`
    const relevant = n % 4 === 3 ? { relevant: `${ref(`q${n - 1}`)} != 'tidak'` } : {}
    const [type, more] = (
      [
        ['integer', { constraint: '. < 1000' }],
        ['select_one yatidak', { required: 'yes' }],
        ['text', {}],
        ['select_one air', {}],
        ['calculate', { calculation: `${ref(`q${n - (n % 5)}`)} + 1` }],
      ] as const
    )[n % 5] as [string, Row]
    rows.push(
      question(
        type,
        `q${n}`,
        type === 'calculate' ? '' : label,
        type === 'calculate' ? '' : `Question ${n + 1}`,
        type === 'calculate' ? more : { ...relevant, ...more },
      ),
    )
    if (n % 10 === 9 || n === count - 1) rows.push(question('end group', '', '', ''))
  }
  return {
    sheets: [
      sheet('survey', columns, rows),
      sheet('choices', ['list_name', 'name', id, en], choices),
      sheet(
        'settings',
        ['form_title', 'form_id', 'version', 'default_language'],
        [
          {
            form_title: `${count} pertanyaan`,
            form_id: `panjang_${count}`,
            version: '1',
            default_language: 'Bahasa Indonesia (id)',
          },
        ],
      ),
    ],
  }
}

/** One question with so many choices. */
export function manyChoices(count: number): Workbook {
  const names = Array.from({ length: count }, (_, n) =>
    choice('desa', `d${n}`, `Desa ${String.fromCharCode(65 + (n % 26))}ukamaju ${n}`, `Village ${n}`),
  )
  return {
    sheets: [
      sheet('survey', columns, [
        question('select_one desa', 'asal', 'Dari desa mana?', 'From which village?'),
        question('text', 'akhir', 'Catatan', 'Notes'),
      ]),
      sheet('choices', ['list_name', 'name', id, en], names),
      sheet(
        'settings',
        ['form_title', 'form_id', 'version', 'default_language'],
        [
          {
            form_title: 'Banyak pilihan',
            form_id: 'banyak',
            version: '1',
            default_language: 'Bahasa Indonesia (id)',
          },
        ],
      ),
    ],
  }
}
