// Why a figure is not told above the village, in the words of the server.
import { texts } from '../../../kernel/text.ts'

export const figureRefusals = texts({
  'surveys.figures-when-closed': [
    'Angka jawaban dibuka bagi pihak di atas desa setelah surveinya ditutup; sebelum itu hanya jumlah isiannya.',
    'Above the village the figures of answers are told once the survey is closed; before that, only how many were filled.',
  ],
  'surveys.figures-fixed': [
    'Di atas desa angka survei diberikan per pertanyaan untuk seluruh desa, tanpa saringan; teks, tanggal, RT, dan hitungan formulir tidak dibuka.',
    'Above the village a survey is told one question at a time for the whole village, without filters; words, days, RT and what a form works out are not told.',
  ],
  'surveys.figures-too-heavy': [
    'Jawaban survei ini terlalu banyak untuk dihitung sekaligus bagi pihak di atas desa. Desa sendiri melihatnya di tabelnya; mintalah hasilnya dari desa.',
    'This survey holds more answers than are counted at once for those above the village. The village sees them in its own tables; ask it for the result.',
  ],
  'surveys.figures-changing': [
    'Isian survei ini masih berubah ketika dihitung. Buka lagi sebentar lagi.',
    'Answers of this survey changed while they were counted. Open this again in a moment.',
  ],
})
