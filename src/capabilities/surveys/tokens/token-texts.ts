// What is refused of tokens, as sentences.
import { texts } from '../../../kernel/text.ts'

export const tokenRefusals = texts({
  'surveys.token-most': [
    'Anda sudah punya {most} sambungan yang berlaku untuk survei ini. Akhiri yang tidak dipakai lagi, lalu coba lagi.',
    'You already have {most} connections to this survey that work. End one that is not used any more, then try again.',
  ],
  'surveys.token-secret-known': [
    'Kata sandi ini sudah dipakai sambungan lain. Buat sambungan sekali lagi.',
    'This password belongs to another connection. Make the connection once more.',
  ],
  'surveys.no-such-token': [
    'Sambungan ini tidak ada di tempat ini.',
    'This connection is not at this place.',
  ],
  'surveys.token-not-yours': [
    'Sambungan ini milik orang lain. Yang dapat mengakhirinya: pembuatnya, fasilitator, dan sekretaris BKM/LKM.',
    'This connection is somebody else’s. It is ended by whoever made it, the facilitator or the board’s secretary.',
  ],
  'surveys.token-ended': ['Sambungan ini sudah diakhiri.', 'This connection was ended already.'],
  'surveys.token-unknown': [
    'Kata sandi sambungan tidak dikenal untuk survei ini. Salin lagi alamat dan kata sandinya, atau buat sambungan baru.',
    'The connection’s password is not known for this survey. Copy its address and password again, or make a new connection.',
  ],
  'surveys.token-over': [
    'Sambungan ini sudah berakhir. Buat yang baru di Rembug: Survei, Unduh.',
    'This connection is over. Make a new one in Rembug: Surveys, Download.',
  ],
  'surveys.token-open-only': [
    'Sambungan ini dibuat tanpa data pribadi. Buat sambungan lain yang memuatnya, bila peran Anda boleh.',
    'This connection was made without personal data. Make another that has it, if your role may.',
  ],
  'surveys.token-https': [
    'Kata sandi sambungan hanya diterima lewat HTTPS. Pakai alamat https://; di belakang proksi, pengelola server mengisi TRUST_PROXY.',
    'A connection’s password is taken over HTTPS alone. Use the https:// address; behind a proxy, whoever keeps the server sets TRUST_PROXY.',
  ],
})
