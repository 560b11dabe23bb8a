// The words of signatures on paper, wherever one is asked for or shown.
import { paperRefusals } from '../../../kernel/paper-texts.ts'
import { texts } from '../../../kernel/text.ts'

export const paperTexts = texts({
  ...paperRefusals,
  'paper.appointed': ['diangkat dan dikonfirmasi oleh {by}', 'appointed and confirmed by {by}'],
  'paper.appointed-confirmed': [
    'diangkat oleh {by}, dikonfirmasi oleh {second}',
    'appointed by {by}, confirmed by {second}',
  ],
  'paper.at-server': ['pengelola server', 'the keeper of the server'],
  'paper.same-device': [
    'Dari perangkat yang juga dipakai masuk oleh pihak satunya.',
    'From a device on which the other side has signed in too.',
  ],
  'paper.type': ['Ketik tanda tangan di kertas', 'Type a signature on paper'],
  'paper.why': [
    'Untuk yang menandatangani di kertas, tanpa akun. Orang lain dengan peran lain memeriksa pindaiannya sebelum dihitung.',
    'For somebody who signed on paper, without an account. Another person of another role checks the scan before it counts.',
  ],
  'paper.name': ['Nama di kertas', 'Name on the paper'],
  'paper.position': ['Jabatan di kertas', 'Office on the paper'],
  'paper.office': ['Tanda tangan untuk jabatan', 'Signature of the office'],
  'paper.is-office': [
    'Apakah jabatan di kertas {office}, atau a.n./Plt./Pj.-nya?',
    'Is the office on the paper {office}, or a.n./Plt./Pj. of it?',
  ],
  'paper.office-yes': ['Ya, jabatan itu', 'Yes, that office'],
  'paper.office-no': ['Bukan, jabatan lain', 'No, another office'],
  'paper.standing': ['Menandatangani sebagai', 'Signed as'],
  'paper.standing-own': ['pejabatnya sendiri', 'the holder of the office'],
  'paper.standing-on-behalf': ['a.n. (atas nama)', 'a.n. (on behalf of the holder)'],
  'paper.standing-acting': ['Plt. (pelaksana tugas)', 'Plt. (acting holder)'],
  'paper.standing-interim': ['Pj. (penjabat)', 'Pj. (interim holder)'],
  'paper.on': ['Tanggal di kertas', 'Day on the paper'],
  'paper.scan': ['Pindaian atau foto kertas', 'Scan or photograph of the paper'],
  'paper.add-scan': ['Ambil foto atau pilih berkas', 'Take a photo or choose a file'],
  'paper.remove-scan': ['Hapus {name}', 'Remove {name}'],
  'paper.bad-scan': [
    'Berkas ini tidak dapat dibaca, atau lebih dari 10 MB.',
    'This file cannot be read, or is larger than 10 MB.',
  ],
  'paper.save': ['Simpan', 'Save'],
  'paper.waits': ['Di kertas, belum diperiksa', 'On paper, not checked yet'],
  'paper.waits-why': [
    'Belum dihitung. Orang lain dengan peran lain mencocokkan pindaiannya.',
    'It does not count yet. Another person of another role compares the scan.',
  ],
  'paper.waits-for-you': [
    'Belum dihitung. Anda dapat memeriksanya: buka pindaian, lalu nyatakan sesuai atau tidak.',
    'It does not count yet. You can check it: open the scan, then say whether it is right.',
  ],
  'paper.said': ['{what}. Diketik {by}.', '{what}. Typed by {by}.'],
  'paper.by-you': ['di perangkat ini', 'on this device'],
  'paper.signed': ['Di kertas, sudah diperiksa', 'On paper, checked'],
  'paper.checked-by': ['Diperiksa {by}, {on}.', 'Checked by {by}, {on}.'],
  'paper.wrong': ['Di kertas, tidak sesuai', 'On paper, found not right'],
  'paper.wrong-why': ['{by}, {on}: {reason}', '{by}, {on}: {reason}'],
  'paper.see-scan': ['Lihat pindaian', 'See the scan'],
  'paper.check': ['Periksa kertas', 'Check the paper'],
  'paper.check-hint': [
    'Buka pindaiannya dan cocokkan nama, jabatan, tanggal dan tanda tangan dengan isian.',
    'Open the scan and compare name, office, day and signature with what was typed.',
  ],
  'paper.agrees': ['Apakah pindaian sesuai isian?', 'Does the scan show what was typed?'],
  'paper.yes': ['Sesuai', 'It does'],
  'paper.no': ['Tidak sesuai', 'It does not'],
  'paper.say-wrong': ['Tidak sesuai', 'Say that it is wrong'],
  'paper.unanswered': ['Pilih dahulu, setelah melihat pindaiannya.', 'Choose first, having seen the scan.'],
  'paper.reason': ['Yang tidak sesuai', 'What differs'],
})
