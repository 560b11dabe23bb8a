// The sentences with which agreeing on criteria and on a list says no.
import { texts } from '../../../kernel/text.ts'

export const agreeingRefusals = texts({
  'surveys.no-such-list': ['Daftar tidak ditemukan di desa ini', 'There is no such list in this village'],
  'surveys.no-such-objection': ['Keberatan tidak ditemukan', 'There is no such objection'],
  'surveys.id-taken': [
    'Catatan ini sudah ada; buka kembali halamannya',
    'This is on record already; open the page again',
  ],
  'surveys.meeting-is-training': [
    '"{title}" adalah pelatihan; warga menyepakatinya di rembug atau FGD',
    '"{title}" is a training; residents agree in a meeting or a discussion',
  ],
  'surveys.criteria-none': [
    'Tulis kriterianya, satu kalimat setiap kriteria',
    'Write the criteria, one sentence for each',
  ],
  'surveys.criteria-twice': ['Ada kriteria yang tertulis dua kali', 'A criterion is written twice'],
  'surveys.list-shown': [
    'Daftar sudah diumumkan; ubah per keluarga dengan alasannya',
    'The list was shown; change it household by household, with the reason',
  ],
  'surveys.list-adopted': [
    'Daftar sudah ditetapkan; mulai edisi baru untuk mengubahnya',
    'The list was adopted; begin a new edition to change it',
  ],
  'surveys.list-not-adopted': ['Daftar ini belum ditetapkan', 'This list was not adopted yet'],
  'surveys.list-empty': ['Daftar masih kosong', 'The list is empty'],
  'surveys.list-not-shown': [
    'Daftar belum diumumkan; keberatan dicatat sesudah warga melihatnya',
    'The list was not shown yet; objections are taken once residents have seen it',
  ],
  'surveys.objection-days': [
    'Masa keberatan {days} hari tidak dapat dipakai; antara {min} dan {max} hari',
    'A period of {days} days cannot be used; between {min} and {max} days',
  ],
  'surveys.line-in': ['Keluarga ini sudah ada dalam daftar', 'This household is on the list already'],
  'surveys.line-out': ['Keluarga ini tidak ada dalam daftar', 'This household is not on the list'],
  'surveys.objection-family': [
    'Pilih keluarga yang dimaksud, atau tuliskan',
    'Choose the household that is meant, or write who it is',
  ],
  'surveys.before-showing': ['Daftar baru diumumkan {on}', 'The list was only shown on {on}'],
  'surveys.objection-upheld': [
    'Keberatan ini sudah diterima; ubah keluarga itu pada daftarnya, dengan alasannya',
    'This objection was upheld already; change the household on the list, with the reason',
  ],
  'surveys.objection-needs-household': [
    'Pilih keluarga itu dari data warga; bila belum ada, daftarkan dahulu',
    'Choose the household from the register; register it first if it is not there',
  ],
  'surveys.before-objection': ['Keberatan baru disampaikan {on}', 'The objection was only brought on {on}'],
  'surveys.before-adoption': ['Daftar baru ditetapkan {on}', 'The list was only adopted on {on}'],
  'surveys.adopt-needs-reason': [
    'Masih ada yang belum selesai ({open} keberatan terbuka, atau masa keberatan berjalan); tulis alasan menetapkannya sekarang',
    'Not all is settled ({open} objection open, or the period still runs); write why it is adopted now|Not all is settled ({open} objections open, or the period still runs); write why it is adopted now',
  ],
  'surveys.objections-open': [
    '{open} keberatan belum dijawab',
    '{open} objection is not answered|{open} objections are not answered',
  ],
  'surveys.clock-running': [
    'Masa keberatan berjalan sampai akhir {until}',
    'Objections are heard until the end of {until}',
  ],
})
