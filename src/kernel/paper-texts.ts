// Why a signature on paper, or its check, is refused.
import { texts } from './text.ts'

export const paperRefusals = texts({
  'platform.paper-without-scan': [
    'Tanda tangan di kertas perlu pindaian atau foto kertasnya.',
    'A signature on paper needs a scan or a photograph of the paper.',
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
    'Yang menandatangani atau memeriksa hal yang sama bukan orang kedua. Minta orang lain.',
    'Who signed or checked the same thing is no second person. Ask somebody else.',
  ],
  'platform.paper-same-role': [
    'Pemeriksa harus berperan lain daripada yang mengetik.',
    'Who checks must have another role than who typed it.',
  ],
  'platform.paper-needs-reason': [
    'Tulis apa yang tidak sesuai antara pindaian dan isian.',
    'Write what differs between the scan and what was typed.',
  ],
  'platform.paper-waits': [
    'Tanda tangan di kertas sudah diketik dan menunggu diperiksa.',
    'A signature on paper is typed already, and waits to be checked.',
  ],
})
