// The words around a meeting's papers; the papers themselves are always Indonesian.
import { texts } from '../../../kernel/text.ts'

export const printTexts = texts({
  'print.invitations': ['Undangan', 'Invitations'],
  'print.attendance': ['Daftar hadir', 'Attendance list'],
  'print.attendance-blank': ['Daftar hadir kosong', 'Blank attendance list'],
  'print.minutes': ['Berita acara', 'Minutes'],
  'print.papers': ['Cetakan rembug', 'Papers of the meeting'],
  'print.back': ['Rembug', 'Meeting'],
  'print.not-closed': [
    'Rembug belum ditutup, jadi bagian yang belum ada dicetak sebagai garis untuk diisi tangan.',
    'The meeting is not closed: what is missing prints as lines to fill in by hand.',
  ],
  'print.no-names': [
    'Kehadiran rembug ini dihitung, bukan dicatat namanya. Cetak daftar kosong bila perlu.',
    'Attendance was counted, not taken by name. Print the blank list if you need one.',
  ],
  'print.per-page': ['Undangan per halaman', 'Invitations to a page'],
  'print.one': ['Satu', 'One'],
  'print.two': ['Dua, dengan garis potong', 'Two, with a line to cut'],
  'print.two-too-long': [
    'Acaranya terlalu panjang untuk setengah halaman, jadi dicetak satu per halaman.',
    'The agenda is too long for half a page, so each has its own.',
  ],
  'print.names': ['Nama yang diundang', 'Names to invite'],
  'print.names-hint': [
    'Satu baris untuk setiap nama. Nama ini hanya untuk dicetak, tidak disimpan.',
    'One line each. They are only printed, not kept.',
  ],
  'print.blanks': ['Undangan tanpa nama', 'Invitations without a name'],
  'print.lines': ['Jumlah baris', 'Number of lines'],
  'print.witnesses': ['Wakil warga yang ikut menandatangani', 'Residents who sign too'],
  'print.witnesses-hint': [
    'Nama hanya dicetak di berita acara, tidak disimpan.',
    'Names are only printed, not kept.',
  ],
  'print.number': ['Nomor: {number}', 'Number: {number}'],
  'print.number-waits': [
    'Nomornya diberikan server setelah tersambung. Sampai itu ada garis untuk menulisnya.',
    'The server gives the number once there is a line. Until then there is room to write it.',
  ],
  'print.no-number': ['Surat ini belum bernomor.', 'This paper has no number yet.'],
  'print.give-number': ['Beri nomor surat', 'Give it a number'],
  'print.no-head': [
    'Kop surat belum diatur, jadi cetakan ini belum berkop dan belum dapat dinomori.',
    'There is no letterhead yet, so this paper has none and cannot be numbered.',
  ],
  'print.set-head': ['Atur kop surat', 'Set the letterhead'],
  'print.request': ['Buat surat atas keputusan ini', 'Write the letter that rests on it'],
  'print.optional': ['boleh kosong', 'may stay empty'],
})
