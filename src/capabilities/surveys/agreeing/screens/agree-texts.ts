// What agreeing on criteria and adopting a list says on its screen.
import { texts } from '../../../../kernel/text.ts'

export const agreeTexts = texts({
  'criteria.points': ['Kriteria, satu kalimat setiap baris', 'The criteria, one sentence a line'],
  'criteria.points-hint': [
    'Seperti yang dipahami warga: pertanyaan mana, dan jawaban mana yang berarti miskin.',
    'As residents understand them: which question, and which answer means poor.',
  ],
  'criteria.from-measure': ['Ambil kalimatnya dari ukuran survei', 'Take the sentences from the measure'],
  'criteria.count': ['{count} kriteria', '{count} criterion|{count} criteria'],
  'criteria.changed': [
    'Ukuran berubah sejak kriteria ini disepakati (versi {was}, sekarang {now}).',
    'The measure changed since these criteria were agreed on (version {was}, now {now}).',
  ],
  'criteria.print': ['Cetak kriteria', 'Print the criteria'],
  'criteria.before': ['Kriteria sebelumnya', 'Earlier criteria'],
  'criteria.before-on': ['Disepakati {on}', 'Agreed on {on}'],
  'said.in': ['{label}: {answers}', '{label}: {answers}'],
  'said.below': ['{label}: kurang dari {bound}', '{label}: less than {bound}'],
  'said.above': ['{label}: lebih dari {bound}', '{label}: more than {bound}'],
  'said.missing': ['{label}: tidak ada', '{label}: none'],
  'said.cut': [
    'Keluarga disebut miskin bila kekurangannya {percent} persen dari semua bobot atau lebih',
    'A family counts as poor from {percent} percent of all weights lacking',
  ],
  'said.stages': [
    'Keluarga disebut miskin bila ada satu saja dari hal di atas yang belum terpenuhi (Pra Sejahtera atau KS I)',
    'A family counts as poor when any of the above is not met (Pra Sejahtera or KS I)',
  ],
  'said.criteria': [
    'Keluarga disebut miskin bila memenuhi {count} kriteria atau lebih',
    'A family counts as poor from {count} criteria met',
  ],
  'said.or': ['atau', 'or'],

  'adopt.title': ['Daftar yang ditetapkan', 'The list that is adopted'],
  'adopt.count': [
    'Edisi {edition}: {count} keluarga',
    'Edition {edition}: {count} household|Edition {edition}: {count} households',
  ],
  'adopt.not-shown': ['Daftar ini belum diumumkan kepada warga', 'This list was not shown to the residents'],
  'adopt.not-shown-why': [
    'Umumkan dahulu per RT tanpa nama, agar warga dapat mengajukan keberatan. Menetapkan tetap dapat dicatat.',
    'Show it by RT without names first, so that residents can object. Adopting it can be noted all the same.',
  ],
  'adopt.open': [
    '{count} keberatan belum dijawab',
    '{count} objection is not answered|{count} objections are not answered',
  ],
  'adopt.running': [
    'Masa keberatan berjalan sampai akhir {until}',
    'Objections are heard until the end of {until}',
  ],
  'adopt.see': ['Lihat keberatan', 'See the objections'],
  'adopt.despite': ['Mengapa ditetapkan sekarang', 'Why it is adopted now'],
  'adopt.despite-hint': [
    'Alasan ini ikut tercetak pada lampiran berita acara.',
    'The reason prints on the annex of the minutes.',
  ],
})
