// The words of enrolling many villages.
import { texts } from '../../../kernel/text.ts'

export const listTexts = texts({
  'list.title': ['Daftarkan banyak desa', 'Enrol many villages'],
  'list.why': [
    'Pilih kecamatan dan centang desanya, atau tempel kode desa. Setiap desa didaftarkan sendiri-sendiri.',
    'Choose a kecamatan and tick its villages, or paste village codes. Each village is enrolled on its own.',
  ],
  'list.district': ['Kecamatan', 'Kecamatan'],
  'list.tick-all': ['Semua desa di {district}', 'All villages of {district}'],
  'list.remove': ['Keluarkan', 'Take out'],
  'list.reading': ['Membaca nama desa …', 'Reading the names of villages …'],
  'list.unread': [
    'Nama desa di {district} belum terbaca.',
    'The villages of {district} could not be read yet.',
  ],
  'list.paste': ['Tempel daftar kode desa', 'Paste a list of village codes'],
  'list.codes': ['Kode desa, satu per baris', 'Village codes, one a line'],
  'list.lines': ['Baris yang ditempel', 'The lines pasted'],
  'list.verdict-ok': ['Siap didaftarkan', 'Ready to be enrolled'],
  'list.verdict-done': ['Terdaftar', 'Enrolled'],
  'list.verdict-no-code': ['Tidak ada kode desa pada baris ini', 'No village code in this line'],
  'list.verdict-unread': ['Belum terbaca', 'Not read yet'],
  'list.verdict-unknown': ['Tidak ada desa dengan kode ini', 'No village has this code'],
  'list.verdict-elsewhere': ['Di luar wilayah ini', 'Outside this area'],
  'list.verdict-twice': ['Sudah dipilih atau disebut di atas', 'Chosen or named above already'],
  'list.too-many': [
    '{count} desa dipilih; paling banyak {most} sekali kirim. Lepas sebagian, lalu kirim sisanya sesudah ini.',
    '{count} villages are chosen; at most {most} at once. Take some off, and send the rest after this.',
  ],
  'list.verdict-too-many': [
    'Lebih dari {most} desa; kirim sisanya sesudah ini',
    'More than {most} villages; send the rest after these',
  ],
  'list.none': ['Pilih sedikitnya satu desa.', 'Choose at least one village.'],
  'list.no-programme': ['Pilih programnya.', 'Choose the programme.'],
  'list.go': ['Daftarkan {count} desa', 'Enrol {count} village|Enrol {count} villages'],
  'list.result': ['Hasil', 'Result'],
  'list.done': ['{count} desa terdaftar', '{count} villages enrolled'],
  'list.refused': ['Tidak terdaftar', 'Not enrolled'],
  'list.leave': [
    'Lewati {count} baris lain yang tidak dapat didaftarkan',
    'Leave out {count} other line that cannot be enrolled|Leave out {count} other lines that cannot be enrolled',
  ],
  'list.leave-first': [
    'Perbaiki baris itu, atau centang bahwa baris itu dilewati.',
    'Mend those lines, or tick that they are left out.',
  ],
  'list.left': ['{count} baris dilewati', '{count} line left out|{count} lines left out'],
  'list.not-done': ['{count} tidak terdaftar', '{count} not enrolled'],
})
