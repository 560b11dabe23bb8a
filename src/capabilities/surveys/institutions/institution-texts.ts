// What surveys say of institutions: answers taken onto their register, and the meeting that agreed on their profile.
import { texts } from '../../../kernel/text.ts'

export const institutionRefusals = texts({
  'surveys.not-of-institutions': [
    'Survei ini tidak memakai formulir profil lembaga',
    'This survey is not filled on the form of institutions',
  ],
})

export const institutionScreenTexts = texts({
  'taking.title': ['Dari isian survei ke daftar lembaga', 'From answers of a survey to the register'],
  'taking.intro': [
    'Isian yang disetujui menjadi catatan lembaga. Nama dan telepon narahubung tetap di isian.',
    'Approved answers become records of institutions. Names and telephones of contacts stay in the answers.',
  ],
  'taking.back': ['Survei', 'Survey'],
  'taking.loading': ['Sedang mengambil isian…', 'Fetching the answers…'],
  'taking.none': ['Belum ada isian yang disetujui', 'No answer is approved yet'],
  'taking.none-why': [
    'Periksa dan setujui isian dahulu; lalu kembali ke sini.',
    'Review and approve answers first, then come back here.',
  ],
  'taking.all-taken': ['Semua isian sudah menjadi catatan lembaga', 'All answers are on the register'],
  'taking.to-register': ['Buka daftar lembaga', 'Open the register'],
  'taking.to-review': ['Periksa isian', 'Review answers'],
  'taking.list': ['Isian yang belum dicatat', 'Answers not taken yet'],
  'taking.take': ['Catat {count} lembaga', 'Register {count} institution|Register {count} institutions'],
  'taking.nothing': ['Pilih isian yang akan dicatat', 'Choose which answers to take'],
  'taking.taken': ['Sudah dicatat: {count}', 'On record already: {count}'],
  'taking.alike': [
    'Mirip dengan {names}. Centang hanya bila ini lembaga lain.',
    'Like {names}. Tick it only if it is another.',
  ],
  'taking.ties': ['{count} hubungan', '{count} tie|{count} ties'],
  'taking.saved': ['Tercatat', 'Registered'],
  'taking.door': ['Ke daftar lembaga', 'To the register of institutions'],

  'profile.title': ['Profil lembaga disepakati', 'Profile of institutions agreed'],
  'profile.why': [
    'Warga menyepakati apa yang dicatat tentang lembaganya dalam sebuah rembug. Yang dicatat kemudian tidak membatalkannya.',
    'Residents agree in a meeting on what is said of their institutions. What is registered later does not undo it.',
  ],
  'profile.back': ['Daftar lembaga', 'List of institutions'],
  'profile.enrolment': ['Program', 'Programme'],
  'profile.none': ['Belum ada lembaga yang dicatat', 'No institution is on record yet'],
  'profile.none-why': [
    'Catat lembaga dahulu, atau ambil dari survei.',
    'Register institutions first, or take them from a survey.',
  ],
  'profile.no-programme': ['Belum ada program yang berjalan', 'No programme is running'],
  'profile.no-programme-why': [
    'Kesepakatan dicatat untuk sebuah program.',
    'An agreement is noted for a programme.',
  ],
  'profile.now': ['Disepakati {on}', 'Agreed on {on}'],
  'profile.now-why': [
    '{count} lembaga termasuk di dalamnya.',
    'It covers {count} institution.|It covers {count} institutions.',
  ],
  'profile.fresh': [
    '{count} lembaga dicatat sesudahnya.',
    '{count} institution was registered after it.|{count} institutions were registered after it.',
  ],
  'profile.unproven': ['Berita acaranya tidak lagi bertanda tangan', 'Its minutes are not signed any more'],
  'profile.covers': [
    'Yang disepakati: {count} lembaga aktif',
    'What is agreed on: {count} active institution|What is agreed on: {count} active institutions',
  ],
  'profile.meeting': ['Rembug yang menyepakati', 'Meeting that agreed'],
  'profile.meeting-hint': [
    'Rembug yang sudah ditutup dan berita acaranya bertanda tangan',
    'A meeting that is closed and whose minutes are signed',
  ],
  'profile.no-meeting': ['Belum ada rembug yang ditutup', 'No meeting is closed yet'],
  'profile.choose': ['Pilih rembug', 'Choose the meeting'],
  'profile.unsigned': ['{meeting} (belum bertanda tangan)', '{meeting} (not signed yet)'],
  'profile.on': ['Disepakati pada', 'Agreed on'],
  'profile.note': ['Catatan', 'Note'],
  'profile.optional': ['boleh kosong', 'may stay empty'],
  'profile.save': ['Catat kesepakatan', 'Note the agreement'],
  'profile.saved': ['Kesepakatan tercatat', 'Agreement noted'],
})
