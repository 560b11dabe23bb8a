// What the screens of workshops say.
import { texts } from '../../kernel/text.ts'
import { workshopsMoreTexts } from './more-texts.ts'

export const workshopsScreenTexts = texts({
  ...workshopsMoreTexts,
  'workshops.title': ['FGD', 'Workshops'],
  'workshops.subtitle': [
    'Diskusi kelompok: alur pertanyaan, alat bersama, dan apa yang disepakati',
    'Group discussions: question route, tools, and what was agreed',
  ],
  'workshops.parts': ['Bagian', 'Parts'],
  'workshops.sessions': ['FGD', 'Workshops'],
  'workshops.themes': ['Tema', 'Themes'],
  'workshops.aspirations': ['Aspirasi', 'Aspirations'],
  'workshops.new': ['Rencanakan FGD', 'Plan a workshop'],
  'workshops.empty': ['Belum ada FGD', 'No workshops yet'],
  'workshops.empty-why': [
    'Rencanakan FGD seperti rembug. Alatnya ada di sini begitu FGD direncanakan.',
    'Plan a workshop as you plan a meeting. Its tools are here as soon as it is planned.',
  ],
  'workshops.now': ['Berjalan dan akan datang', 'Running and coming'],
  'workshops.done': ['Sudah diselenggarakan', 'Held'],
  'workshops.back': ['FGD', 'Workshops'],
  'workshops.to-meeting': ['Halaman rembug', 'Page of the meeting'],
  'workshops.tools': ['Alat', 'Tools'],
  'workshops.tools-why': [
    'Pakai yang dibutuhkan kelompok ini. Semuanya tersimpan di ponsel dan terkirim saat ada sinyal.',
    'Use what this group needs. All of it lies on the phone and is sent when there is signal.',
  ],
  'workshops.used': ['dipakai: {count}', 'used: {count}'],
  'workshops.not-used': ['belum dipakai', 'not used yet'],
  'workshops.not-begun-yet': [
    'FGD ini belum dimulai. Alat dapat disiapkan; jawaban warga dicatat setelah FGD dibuka.',
    'This workshop has not begun. Tools can be prepared; what people say is noted once it is open.',
  ],
  'workshops.steps': ['Jalannya FGD', 'The way of the workshop'],
  'workshops.step-attendance': ['Daftar hadir', 'Attendance'],
  'workshops.step-close': ['Kesepakatan dan penutupan', 'What is agreed, and closing'],
  'workshops.step-close-why': [
    'Butir kesepakatan dan rencana tindak lanjut (apa, siapa, kapan) ditulis dalam berita acara.',
    'Points agreed and the follow-up plan (what, who, by when) are written in the minutes.',
  ],
  'workshops.agreed': ['Yang disepakati', 'What was agreed'],
  'workshops.by-whom': ['{who}, paling lambat {day}', '{who}, by {day}'],
})
