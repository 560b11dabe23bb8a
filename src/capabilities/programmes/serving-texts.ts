// What is said of a record that counts for several programmes.
import { texts } from '../../kernel/text.ts'

export const servingTexts = texts({
  'serving.title': ['Berlaku untuk', 'Counts for'],
  'serving.also-for': ['Berlaku juga untuk', 'Counts also for'],
  'serving.also-for-hint': [
    'Program lain yang berjalan di desa ini. Syarat tiap program tetap diperiksa sendiri-sendiri.',
    'Other programmes that run at this village. The rules of each are still looked at one by one.',
  ],
  'serving.as': ['Di {programme} dihitung sebagai', 'In {programme} it counts as'],
  'serving.choose': ['Pilih jenisnya', 'Choose its kind'],
  'serving.add': ['Tambah program', 'Add the programme'],
  'serving.added': ['Program ditambahkan', 'Programme added'],
  'serving.unknown': ['Program yang tidak ada di perangkat ini', 'A programme that is not on this device'],
  'serving.done': ['berlaku', 'counts'],
  'serving.later': ['belum selesai', 'not finished yet'],
  'serving.blocked': ['belum berlaku', 'does not count yet'],
  'programmes.serves-none-itself': [
    'Pilih dahulu program yang memilikinya; yang umum tidak dihitung oleh program mana pun',
    'Choose the programme it belongs to first; what is general counts for no programme',
  ],
  'programmes.served-twice': ['Satu program disebut dua kali', 'A programme is named twice'],
  'programmes.serves-too-many': [
    'Paling banyak berlaku untuk {most} program',
    'It may count for {most} programmes at most',
  ],
  'programmes.served-not-running': [
    'Program itu belum mulai atau sudah berakhir di desa ini',
    'That programme has not started or has ended at this village',
  ],
  'programmes.served-kind-unknown': [
    'Pilih jenis kegiatan yang dikenal program itu',
    'Choose a kind of activity that the programme knows',
  ],
})
