// What the server's own look at a submission may find.
import { texts } from '../../../kernel/text.ts'

export const checkingTexts = texts({
  'surveys.check-required': ['Pertanyaan wajib ini belum dijawab.', 'This question must be answered.'],
  'surveys.check-constraint': [
    'Jawaban ini tidak memenuhi batas yang ditetapkan formulir.',
    'This answer is outside what the form allows.',
  ],
  'surveys.check-no-day': [
    'Dari jawaban ini jadi tanggal yang tidak ada di kalender, misalnya 30 Februari.',
    'This answer makes a date that is not in the calendar, such as 30 February.',
  ],
  'surveys.not-checked': [
    'Server tidak dapat memeriksa ulang isian ini; periksalah sendiri.',
    'The server could not check this submission; look at it yourself.',
  ],
})
