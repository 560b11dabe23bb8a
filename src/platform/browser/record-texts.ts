// Why a record does not show: it is on its way, there is none, the copy is older, the role may not see it, or there was no line.
import { texts } from '../../kernel/text.ts'

export const recordTexts = texts({
  loading: ['Sedang mengambil {what} ini…', 'Fetching this {what}…'],
  none: ['Tidak ada {what} seperti itu di desa ini', 'There is no such {what} in this village'],
  'none-why': [
    'Mungkin sudah dihapus atau digabung, atau alamatnya keliru. Cari lagi dari daftarnya.',
    'It may have been removed or merged, or the address is wrong. Look for it in the list again.',
  ],
  'not-in-copy': [
    'Salinan di perangkat ini belum memuat {what} ini',
    'The copy on this device does not have this {what}',
  ],
  'not-in-copy-why': [
    'Salinan ini dari {when}. Bila dicatat sesudah itu, ia muncul di sini begitu salinan diperbarui dengan sinyal.',
    'The copy is of {when}. If it was noted after that, it shows here once the copy is brought up to date with signal.',
  ],
  forbidden: ['Peran Anda di sini tidak dapat melihat {what} ini', 'Your role here may not see this {what}'],
  'forbidden-why': [
    'Bila Anda memerlukannya untuk bekerja, mintalah peran itu kepada pendamping atau admin.',
    'If you need it for your work, ask the facilitator or the admin for the role.',
  ],
  offline: ['Data desa ini belum lengkap di perangkat ini', 'This village is not wholly on this device yet'],
  'offline-why': [
    'Sambungkan sekali ke jaringan sampai selesai; sesudah itu terbuka juga tanpa sinyal.',
    'Connect to a network once until it is done; after that it opens without signal too.',
  ],
})
