// Why a signature on paper, or its check, is refused.
import { texts } from './text.ts'

export const paperRefusals = texts({
  'platform.paper-without-scan': [
    'Yang di kertas perlu pindaian atau foto kertasnya.',
    'What is on paper needs a scan or a photograph of it.',
  ],
  'platform.paper-ahead': [
    'Tanggal di kertas tidak boleh melewati hari ini.',
    'The day on the paper cannot lie after today.',
  ],
  'platform.paper-before': [
    'Tanggal di kertas tidak boleh mendahului {since}, tanggal yang ditandatangani.',
    'The day on the paper cannot lie before {since}, the day of what is signed for.',
  ],
  'platform.paper-none': [
    'Tidak ada tanda tangan di kertas yang menunggu diperiksa.',
    'No signature on paper waits to be checked.',
  ],
  'platform.paper-checked': ['Kertas ini sudah diperiksa.', 'This paper was checked already.'],
  'platform.paper-own': [
    'Yang mengetik tidak memeriksa sendiri. Minta orang lain dengan peran lain.',
    'Who typed it does not check it. Ask somebody else, of another role.',
  ],
  'platform.paper-involved': [
    'Yang membuat, mengetik, menandatangani atau memeriksa hal yang sama bukan orang kedua. Minta orang lain.',
    'Who made, typed, signed or checked the same thing is no second person. Ask somebody else.',
  ],
  'platform.paper-vouched': [
    'Yang mengetik juga yang mengonfirmasi akun Anda, jadi Anda bukan orang kedua. Minta orang lain.',
    'Who typed it also confirmed your account, so you are no second person. Ask somebody else.',
  ],
  'platform.paper-unseen': [
    'Aplikasi ini belum menyebut pindaian mana yang dilihat. Perbarui aplikasi, lalu periksa lagi.',
    'This app does not say which scan was looked at. Update it, then check again.',
  ],
  'platform.paper-replaced': [
    'Kertas yang Anda lihat sudah diganti dengan yang lain. Buka dan periksa yang sekarang.',
    'The paper you looked at was replaced by another. Open and check the one that is there now.',
  ],
  'platform.paper-not-arrived': [
    'Pindaiannya belum sampai di server, jadi belum dapat dilihat orang kedua. Tunggu sampai terkirim.',
    'Its scan has not reached the server, so no second person has seen it. Wait until it has been sent.',
  ],
  'platform.paper-changed': [
    'Isinya diubah sejak Anda melihatnya. Buka lagi, baca yang sekarang, lalu tanda tangani.',
    'It was changed since you saw it. Open it again, read what is there now, then sign.',
  ],
  'platform.scan-known': [
    'Pindaian ini sudah dipakai untuk catatan lain. Ambil atau pindai lagi kertasnya.',
    'This scan belongs to another record already. Photograph or scan the paper again.',
  ],
  'platform.paper-same-role': [
    'Pemeriksa harus berperan lain daripada yang mengetik.',
    'Who checks must have another role than who typed it.',
  ],
  'platform.paper-needs-reason': [
    'Tulis apa yang tidak sesuai antara pindaian dan isian.',
    'Write what differs between the scan and what was typed.',
  ],
  'platform.not-confirmed': [
    'Peran Anda belum dikonfirmasi, sehingga belum dapat menandatangani, memeriksa atau memutuskan. Mintalah petugas di atas Anda mengonfirmasinya pada daftar Tim; peran pengendali dikonfirmasi petugas kedua, bukan yang memberikannya.',
    'Your role is not confirmed yet, so it cannot sign, check or decide. Ask an officer above you to confirm it in the list of the team; a controlling role is confirmed by a second officer, not by who gave it.',
  ],
  'platform.paper-waits': [
    'Tanda tangan di kertas sudah diketik dan menunggu diperiksa.',
    'A signature on paper is typed already, and waits to be checked.',
  ],
})
