// What the server may say about measures.
import { texts } from '../../../kernel/text.ts'

export const measureRefusals = texts({
  'surveys.measure-gone': ['Ukuran ini tidak ada.', 'There is no such measure.'],
  'surveys.measure-changed': [
    'Ukuran ini sudah diubah orang lain. Muat ulang, lalu ubah lagi.',
    'Somebody else changed this measure meanwhile. Load it again, then change it.',
  ],
  'surveys.measure-too-many': [
    'Satu survei paling banyak punya {most} ukuran.',
    'A survey has at most {most} measures.',
  ],
  'surveys.measure-none': [
    'Formulir ini belum punya ukuran. Susun dahulu indikatornya.',
    'This form has no measure yet. Write its indicators first.',
  ],
  'surveys.measure-unreadable': ['Ukuran percobaan ini tidak terbaca.', 'This trial measure cannot be read.'],
  'surveys.measure-trial': [
    'Mencoba ukuran lain hanya untuk petugas desa.',
    'Trying other measures is for village workers only.',
  ],
  'surveys.measure-other-form': [
    'Cara hitung ini untuk formulir lain.',
    'This way of counting is for another form.',
  ],
  'surveys.measure-dimension-twice': [
    'Ada dua dimensi dengan kode yang sama.',
    'Two dimensions have one code.',
  ],
  'surveys.measure-indicator-twice': [
    'Indikator "{indicator}" tertulis dua kali.',
    'The indicator "{indicator}" is written twice.',
  ],
  'surveys.measure-dimension-unknown': [
    'Indikator "{indicator}" belum punya dimensi.',
    'The indicator "{indicator}" has no dimension.',
  ],
  'surveys.measure-question-unknown': [
    'Indikator "{indicator}": pertanyaan {question} tidak ada di formulir, atau ada di dalam daftar berulang.',
    'Indicator "{indicator}": the form has no question {question}, or it stands inside a repeat.',
  ],
})
