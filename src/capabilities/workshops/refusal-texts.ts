// Why something of a workshop was refused, and what to do.
import { texts } from '../../kernel/text.ts'

export const workshopsRefusals = texts({
  'workshops.no-such-workshop': ['FGD ini tidak ada', 'There is no such workshop'],
  'workshops.cancelled': ['FGD ini dibatalkan', 'This workshop was cancelled'],
  'workshops.not-begun': [
    'FGD ini belum dimulai: buka dahulu di halaman rembugnya',
    'This workshop has not begun: open it on the page of its meeting first',
  ],
  'workshops.no-such-line': ['Catatan ini tidak ada', 'There is no such note'],
  'workshops.withdrawn-already': ['Catatan ini sudah ditarik', 'This was withdrawn already'],
  'workshops.changed-since': [
    'Alur pertanyaan sudah diubah orang lain (versi {version}). Lihat yang baru, lalu ulangi.',
    'Somebody else changed the question route meanwhile (version {version}). Look at it, then do it again.',
  ],
  'workshops.no-question-objective': [
    'Belum ada pertanyaan tentang fakta: apa yang dilihat dan dialami',
    'There is no question about facts: what is seen and lived through',
  ],
  'workshops.no-question-reflective': [
    'Belum ada pertanyaan tentang perasaan dan tanggapan',
    'There is no question about feelings and reactions',
  ],
  'workshops.no-question-interpretive': [
    'Belum ada pertanyaan tentang makna: mengapa begitu',
    'There is no question about meaning: why it is so',
  ],
  'workshops.no-question-decisional': [
    'Belum ada pertanyaan tentang keputusan: apa yang akan dilakukan',
    'There is no question about decisions: what will be done',
  ],
  'workshops.levels-out-of-order': [
    'Urutannya fakta, perasaan, makna, keputusan. Pindahkan pertanyaan yang mendahului.',
    'The order is facts, feelings, meaning, decision. Move the question that comes too early.',
  ],
  'workshops.question-twice': ['Ada pertanyaan yang tercatat dua kali', 'A question is there twice'],
  'workshops.notes-full': [
    'FGD ini sudah punya {most} catatan jawaban',
    'This workshop has {most} notes of answers already',
  ],
  'workshops.not-running': ['Program tidak sedang berjalan di sini', 'The programme is not running here'],
  'workshops.theme-known': ['Tema "{title}" sudah ada', 'The theme "{title}" is there already'],
  'workshops.themes-full': ['Sudah ada {most} tema', 'There are {most} themes already'],
  'workshops.theme-discussed': [
    'Tema ini sudah dibahas, jadi tetap dalam daftar',
    'This theme was discussed, so it stays on the list',
  ],
  'workshops.clock-ahead': [
    'Urutan langkah di ponsel ini terlalu jauh di depan. Muat ulang desa ini, lalu ulangi.',
    'The order of steps on this phone is too far ahead. Load this village anew, then do it again.',
  ],
  'workshops.boards-full': ['FGD ini sudah punya {most} papan', 'This workshop has {most} boards already'],
  'workshops.no-such-board': ['Papan ini tidak ada', 'There is no such board'],
  'workshops.nothing-set': ['Tidak ada yang diubah', 'Nothing was changed'],
  'workshops.card-needs-text': ['Kartu baru harus ada tulisannya', 'A new card needs words on it'],
  'workshops.card-of-another-board': ['Kartu ini dari papan lain', 'This card is of another board'],
  'workshops.card-under-itself': [
    'Kartu tidak dapat di bawah dirinya sendiri',
    'A card cannot hang under itself',
  ],
  'workshops.cards-full': ['Papan ini sudah punya {most} kartu', 'This board has {most} cards already'],
  'workshops.number-in-it': [
    'Ada NIK, nomor KK atau nomor telepon di dalamnya. Tulis tanpa nomor orang.',
    'It holds a NIK, family card or telephone number. Write it without a number of somebody.',
  ],
  'workshops.names-somebody': [
    'Ada nama warga yang tercatat. Tulis tanpa nama: kelompoknya sudah cukup.',
    'It holds the name of a resident on record. Write it without a name: the group is enough.',
  ],
  'workshops.no-such-part': ['RT/RW ini tidak tercatat di desa ini', 'There is no such neighbourhood here'],
  'workshops.aspirations-full': [
    'FGD ini sudah punya {most} aspirasi',
    'This workshop has {most} aspirations already',
  ],
  'workshops.theme-of-another': ['Tema ini milik program lain', 'This theme belongs to another programme'],
})
