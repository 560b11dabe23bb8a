// The words of a programme's era, and of an enrolment that is an archive only.
import { texts } from '../../../kernel/text.ts'

export const eraTexts = texts({
  'era.over': [
    'Masa program ini berakhir tahun {to} (sumber: {source}).',
    'The era of this programme ended in {to} (source: {source}).',
  ],
  'era.over-inferred': [
    'Masa program ini berakhir sekitar tahun {to} (disimpulkan dari: {source}).',
    'The era of this programme ended about {to} (inferred from: {source}).',
  ],
  'era.no-source': ['tidak disebut', 'not given'],
  'era.how': ['Didaftarkan sebagai', 'Enrolled as'],
  'era.archive': ['Hanya arsip', 'Archive only'],
  'era.archive-hint': [
    'Menyimpan tanggal dan dokumen dari masa program. Tidak ada yang ditunggu, tidak ada yang terlambat.',
    'Keeps dates and documents of its time. Nothing waits, nothing is late.',
  ],
  'era.running': ['Program berjalan', 'Running programme'],
  'era.running-hint': [
    'Tahapnya dijalani mulai sekarang, dengan syarat dan tanda tangan.',
    'Its stages are walked from now on, with gates and signatures.',
  ],
  'era.know': [
    'Saya tahu masa program ini sudah berakhir, dan tetap mendaftarkannya sebagai program berjalan.',
    'I know that the era of this programme is over, and enrol it as running all the same.',
  ],
  'era.start': ['Tanggal mulai menurut arsip', 'Start day by the archive'],
  'era.start-hint': ['Kosongkan bila tidak diketahui.', 'Leave empty if it is not known.'],
})
