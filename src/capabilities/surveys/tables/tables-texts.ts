// Why a table, a chart or a file was not given.
import { texts } from '../../../kernel/text.ts'

export const tablesRefusals = texts({
  'surveys.no-such-question': [
    'Pertanyaan “{question}” tidak ada dalam formulir survei ini.',
    'The form of this survey has no question “{question}”.',
  ],
  'surveys.personal-question': [
    'Jawaban “{question}” bersifat pribadi, jadi tidak dipakai untuk menyaring, grafik, atau tabel silang.',
    'The answers to “{question}” are personal, so they are not used for filters, charts or cross-tables.',
  ],
  'surveys.filter-unreadable': [
    'Saringan tidak terbaca. Hapus saringan, lalu coba lagi.',
    'The filter cannot be read. Clear it and try again.',
  ],
  'surveys.cross-two-repeats': [
    'Dua pertanyaan dari dua daftar yang berbeda tidak dapat disilangkan.',
    'Two questions of two different repeats cannot be crossed.',
  ],
  'surveys.no-chart': [
    'Jawaban “{question}” berupa {type}, dan itu tidak digambar sebagai grafik.',
    'The answers to “{question}” are of type {type}, which is not drawn as a chart.',
  ],
  'surveys.not-here': ['Survei ini tidak ada di tempat ini.', 'This survey is not at this place.'],
  'surveys.may-not-take-personal': [
    'Jawaban pribadi hanya untuk fasilitator, sekretaris BKM/LKM, dan anggota BKM/LKM desa ini.',
    'Personal answers are only for the facilitator and the board’s secretary and members of this village.',
  ],
  'surveys.personal-only': [
    'Berkas ini seluruhnya berisi data pribadi. Pilih “dengan data pribadi”.',
    'This file is personal data through and through. Choose “with personal data”.',
  ],
  'surveys.filter-by-body': [
    'Saringan menurut jawaban (where) dikirim dengan POST dalam isi permintaan, bukan dalam alamat: alamat tersimpan di banyak tempat.',
    'Filters by answers (where) are sent by POST in the body, not in the address: addresses are kept in many places.',
  ],
  'surveys.no-such-export': ['Jenis berkas itu tidak ada.', 'There is no file of that kind.'],
  'surveys.odata-unsupported': [
    'Permintaan OData ini belum didukung: {part}.',
    'This OData request is not supported: {part}.',
  ],
})
