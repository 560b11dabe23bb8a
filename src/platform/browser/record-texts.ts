// Why a record does not show: it is on its way, there is none, the role may not see it, or there was never a line.
import { texts } from '../../kernel/text.ts'

export const recordTexts = texts({
  loading: ['Sedang mengambil {what} ini…', 'Fetching this {what}…'],
  none: ['Tidak ada {what} seperti itu di desa ini', 'There is no such {what} in this village'],
  'none-why': [
    'Mungkin sudah dihapus atau digabung, atau alamatnya keliru. Cari lagi dari daftarnya.',
    'It may have been removed or merged, or the address is wrong. Look for it in the list again.',
  ],
  forbidden: ['Peran Anda di sini tidak dapat melihat {what} ini', 'Your role here may not see this {what}'],
  'forbidden-why': [
    'Bila Anda memerlukannya untuk bekerja, mintalah peran itu kepada pendamping atau admin.',
    'If you need it for your work, ask the facilitator or the admin for the role.',
  ],
  offline: ['Data desa ini belum ada di ponsel ini', 'This village is not on this phone yet'],
  'offline-why': [
    'Sambungkan sekali ke jaringan; sesudah itu terbuka juga tanpa sinyal.',
    'Connect to a network once; after that it opens without signal too.',
  ],
})
