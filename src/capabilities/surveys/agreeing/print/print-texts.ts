// What stands beside the papers of a list, on the screen. Paper itself is always Indonesian.
import { texts } from '../../../../kernel/text.ts'

export const listPrintTexts = texts({
  'print.title': ['Cetak', 'Print'],
  'print.back': ['Kembali ke daftar', 'Back to the list'],
  'print.which': ['Lembar', 'Sheet'],
  'print.papan': ['Papan pengumuman: nomor per RT, tanpa nama', 'Notice board: numbers by RT, no names'],
  'print.slip': ['Nomor untuk setiap keluarga', 'A number for every family'],
  'print.lampiran': ['Lampiran berita acara, tanpa nama', 'Annex of the minutes, no names'],
  'print.kriteria': ['Kriteria yang disepakati', 'The criteria agreed on'],
  'print.arsip': ['Daftar bernama, arsip tertutup', 'The list with names, closed archive'],
  'print.board-why': [
    'Aman dipasang: tidak memuat nama. RT yang jumlahnya akan menunjuk orangnya digabung.',
    'Safe to hang up: no names. An RT whose number would tell of people stands together with others.',
  ],
  'print.slip-why': [
    'Potong dan berikan kepada setiap keluarga di desa, terdaftar atau tidak, tertutup. Memegangnya tidak berarti miskin.',
    'Cut apart and hand to every family of the village, listed or not, folded. Holding one does not mean to be poor.',
  ],
  'print.archive-why': [
    'Memuat nama keluarga miskin. Tidak untuk dipasang, difoto atau dibagikan.',
    'Holds the names of poor families. Never to be hung up, photographed or passed on.',
  ],
  'print.not-shown': [
    'Daftar belum diumumkan: hari keberatannya belum ada pada lembar ini.',
    'The list was not shown yet: this sheet says no days for objections.',
  ],
  'print.none': ['Belum ada yang dapat dicetak', 'There is nothing to print yet'],
})
