// Words of the blank questionnaire: those of the screen, and those that stand on the paper in the paper's own language.
import { texts } from '../../../kernel/text.ts'

export const blankTexts = texts({
  'blank.title': ['Formulir kertas', 'Paper form'],
  'blank.back': ['Formulir', 'Form'],
  'blank.missing': ['Formulir ini belum ada di sini', 'This form is not here yet'],
  'blank.missing-hint': [
    'Sambungkan ke internet sekali, supaya formulir tersimpan di perangkat ini.',
    'Connect to the internet once, so that the form is kept on this device.',
  ],
  'blank.loading': ['Memuat formulir', 'Loading the form'],
  'blank.language': ['Bahasa di kertas', 'Language of the paper'],
  'blank.repeat-columns': ['Kolom untuk daftar berulang', 'Columns for lists'],
  'blank.hint': [
    'Isi di kertas, lalu salin ke perangkat: pertanyaannya sama dan urutannya sama.',
    'Fill it on paper, then copy it to the device: the same questions in the same order.',
  ],
  'paper.surveyor': ['Petugas', 'Surveyor'],
  'paper.date': ['Tanggal', 'Date'],
  'paper.sheet': ['Lembar ke', 'Sheet'],
  'paper.version': ['versi {version}', 'version {version}'],
  'paper.several': ['boleh lebih dari satu', 'several allowed'],
  'paper.only-if': ['Hanya bila {condition}', 'Only if {condition}'],
  'paper.is': ['no. {number} dijawab {answers}', 'no. {number} is {answers}'],
  'paper.is-not': ['no. {number} bukan {answers}', 'no. {number} is not {answers}'],
  'paper.includes': ['no. {number} memuat {answers}', 'no. {number} includes {answers}'],
  'paper.answered': ['no. {number} diisi', 'no. {number} is answered'],
  'paper.empty': ['no. {number} kosong', 'no. {number} is empty'],
  'paper.compared': ['no. {number} {sign} {value}', 'no. {number} {sign} {value}'],
  'paper.or': [' atau ', ' or '],
  'paper.and': [' dan ', ' and '],
  'paper.latitude': ['Lintang', 'Latitude'],
  'paper.longitude': ['Bujur', 'Longitude'],
  'paper.accuracy': ['ketelitian', 'accuracy'],
  'paper.walk': [
    'Gambar di peta, atau jalani dengan perangkat',
    'Draw on the map, or walk it with the device',
  ],
  'paper.image': ['Foto sudah diambil, nomor', 'Photograph taken, number'],
  'paper.file': ['Berkas disimpan, nama', 'File kept, name'],
  'paper.agreed': ['Ya, sudah', 'Yes, done'],
  'paper.code-hint': [
    'Satu kolom untuk satu baris daftar; tulis nomor pilihan.',
    'One column for each line of the list; write the number of the choice.',
  ],
  'paper.sign-asked': ['Yang menjawab', 'Who answered'],
  'paper.sign-surveyor': ['Petugas', 'Surveyor'],
})
