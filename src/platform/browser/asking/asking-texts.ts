// What stands on a screen where the server's answer would be.
import { texts } from '../../../kernel/text.ts'

export const askingTexts = texts({
  offline: ['Bagian ini perlu jaringan', 'This part needs a line'],
  'offline-why': [
    'Isinya dibaca dari server. Yang sudah Anda catat di sini tetap aman; buka lagi saat ada sinyal.',
    'What it shows is read from the server. What you have noted here stays safe; come back when there is a signal.',
  ],
  unreached: ['Server belum dapat mengambilnya', 'The server cannot fetch it now'],
  'unreached-why': ['Coba lagi beberapa saat lagi.', 'Try again in a while.'],
  forbidden: ['Peran Anda di sini tidak dapat melihat ini', 'Your role here may not see this'],
  'forbidden-why': [
    'Bila Anda memerlukannya untuk bekerja, mintalah peran itu kepada pendamping atau admin.',
    'If you need it for your work, ask the facilitator or the admin for the role.',
  ],
  none: ['Tidak ada di server', 'Not on the server'],
  'none-why': [
    'Mungkin sudah dihapus, atau alamatnya keliru.',
    'It may have been removed, or the address is wrong.',
  ],
  refused: ['Server tidak memberikan jawaban ini', 'The server did not give this answer'],
  'refused-why': [
    'Beri tahu pengelola server bila tetap begitu.',
    'Tell the keeper of the server if it stays so.',
  ],
})
