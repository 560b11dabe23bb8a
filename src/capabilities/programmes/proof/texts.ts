// The words of documents that prove what this release cannot know.
import { texts } from '../../../kernel/text.ts'

export const proofTexts = texts({
  'proof.title': ['Bukti dari luar Rembug', 'Proof from outside Rembug'],
  'proof.why': [
    'Untuk syarat yang belum tersedia di Rembug: dokumen yang membuktikannya, dengan nomor, tanggal dan pindaian. Dihitung sesudah diperiksa orang lain dengan peran lain.',
    'For gates that are not available in Rembug yet: the document that proves them, with number, day and scan. It counts once another person of another role has checked it.',
  ],
  'proof.add': ['Ketik dokumen bukti', 'Type a document that proves it'],
  'proof.gates': ['Syarat yang dibuktikan', 'Gates that it proves'],
  'proof.checked-by': ['Diperiksa di lapangan oleh (nama, jabatan)', 'Checked outside by (name, office)'],
  'proof.number': ['Nomor dokumen', 'Number of the document'],
  'proof.on': ['Tanggal dokumen', 'Day of the document'],
  'proof.shows': ['{number}, diperiksa {by}', '{number}, checked by {by}'],
})
