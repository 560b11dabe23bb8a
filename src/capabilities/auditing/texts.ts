// The words of auditing.
import { texts } from '../../kernel/text.ts'

export const auditingTexts = texts({
  'auditing.no-head': [
    'Ketik baris di kaki kertas seutuhnya: kode wilayah, nomor entri, dan sedikitnya 12 angka atau huruf a–f',
    'Type the line at the foot of the paper whole: the code of the place, the number of the entry, and at least 12 digits or letters a–f',
  ],
  'auditing.elsewhere': [
    'Kertas itu dari wilayah lain; bukalah halaman ini untuk wilayah tersebut',
    'That paper is of another place; open this page for that place',
  ],
  'log.title': ['Bukti log', 'Proof of the log'],
  'log.intro': [
    'Setiap perbuatan dicatat dalam satu rantai. Kertas yang dicetak memuat nomor entri terakhir dan angkanya; bila rantai diubah di kemudian hari, angka itu tidak cocok lagi.',
    'Each deed is an entry of a chain. Papers bear the number of the newest entry and its digits; where the chain is changed later, they no longer agree.',
  ],
  'log.forbidden': [
    'Halaman ini untuk pemeriksa dan petugas wilayah ini',
    'This page is for auditors and officers of this place',
  ],
  'log.loading': ['Membaca log', 'Reading the log'],
  'log.newest': ['Entri terakhir', 'Newest entry'],
  'log.none': ['Belum ada entri di wilayah ini sendiri', 'This place itself has no entry yet'],
  'log.entry': ['{line} — {when}', '{line} — {when}'],
  'log.paper': ['Cocokkan dengan kertas', 'Hold against a paper'],
  'log.line': ['Baris di kaki kertas', 'The line at the foot of the paper'],
  'log.line-hint': [
    'Contoh: 34.71.04.1001 · 123 · 1a2b 3c4d 5e6f 7a8b',
    'For example: 34.71.04.1001 · 123 · 1a2b 3c4d 5e6f 7a8b',
  ],
  'log.judge': ['Cocokkan', 'Hold against it'],
  'log.agrees': ['Cocok: entri {seq}, {when}', 'It agrees: entry {seq}, {when}'],
  'log.differs': [
    'Tidak ada dalam rantai: entri {seq} dengan angka ini',
    'Not in the chain: entry {seq} with these digits',
  ],
  'log.differs-why': [
    'Periksa ketikannya. Bila benar, log diubah setelah kertas itu dicetak, atau cadangan lama dipasang: simpan kertasnya dan laporkan.',
    'Look whether it was typed right. If so, the log was changed after the paper was printed, or an older backup was put in its place: keep the paper and report it.',
  ],
  'log.gone': ['Yang dibawa ponsel dan tidak ada lagi', 'What phones brought back and is there no more'],
  'log.gone-none': [
    'Tidak ada: semua yang sudah ditunjukkan ponsel kepada server masih ada dalam log',
    'Nothing: all that phones have shown the server so far is still in the log',
  ],
  'log.gone-when': ['ditemukan {when}', 'found {when}'],
})
