// What stands around a profile on the screen. The paper itself is always Indonesian.
import { texts } from '../../../../kernel/text.ts'

export const profileTexts = texts({
  'profile.title': ['Profil per RT', 'Profile by RT'],
  'profile.back': ['Kembali ke survei', 'Back to the survey'],
  'profile.loading': ['Menghitung profil', 'Counting the profile'],
  'profile.none': ['Belum ada isian yang disetujui', 'No submission is approved yet'],
  'profile.none-why': [
    'Profil dihitung dari isian yang sudah disetujui.',
    'A profile is counted from approved submissions.',
  ],
  'profile.where': ['Wilayah', 'Area'],
  'profile.whole': ['Seluruh desa/kelurahan', 'The whole village'],
  'profile.no-rt': ['Tanpa RT', 'Without an RT'],
  'profile.for': ['Untuk siapa', 'For whom'],
  'profile.for-public': ['Umum', 'Public'],
  'profile.for-village': ['Tim desa', 'The team'],
  'profile.public-why': [
    'Boleh dipasang: angka dari sedikit orang ditutup, dan uraian warga tidak dicetak.',
    'May hang in public: figures of few people are hidden, and what residents wrote is left out.',
  ],
  'profile.village-why': [
    'Memuat semua angka dan uraian warga. Tidak untuk dipasang.',
    'Holds all figures and what residents wrote. Not to be hung up.',
  ],
  'profile.answers-of': ['Isian: {text}', 'Submission: {text}'],
  'profile.way-back': ['Kembali ke isiannya', 'Back to the answers'],
  'profile.way-back-why': [
    'Hanya untuk tim, tidak ikut tercetak. Membukanya tercatat.',
    'For the team only, not printed. Opening one is logged.',
  ],
})
