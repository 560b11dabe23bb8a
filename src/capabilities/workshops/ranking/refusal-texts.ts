// Why something cannot be done with a ranking, in sentences.
import { texts } from '../../../kernel/text.ts'

export const rankingRefusals = texts({
  'workshops.no-such-ranking': ['Ranking ini tidak ada', 'There is no such ranking'],
  'workshops.no-such-local-place': [
    'Ada RT atau dusun yang tidak tercatat di desa ini',
    'One of the RT or hamlets is not on record in this village',
  ],
  'workshops.day-ahead': ['Tanggal ini belum tiba', 'This day has not come yet'],
  'workshops.criterion-twice': ['Ukuran "{name}" tertulis dua kali', 'The criterion "{name}" is there twice'],
  'workshops.card-twice': ['Ada keluarga yang punya dua kartu', 'A household has two cards'],
  'workshops.card-not-on-record': [
    'Ada kartu yang keluarganya tidak tercatat di desa ini',
    'There is a card whose household is not on record in this village',
  ],
  'workshops.few-sorters': [
    'Perlu sedikitnya {least} pemilah, supaya yang satu dapat dibandingkan dengan yang lain',
    'At least {least} sorters are needed, so that one can be held against the others',
  ],
  'workshops.sorter-twice': [
    'Dua pemilah bernama sama: {label}. Beri nama yang berbeda.',
    'Two sorters are called the same: {label}. Give them different names.',
  ],
  'workshops.sorter-empty': ['Isi berapa orang yang memilah: {label}', 'Say how many people sort: {label}'],
  'workshops.sorter-has-sorted': [
    '{label} sudah selesai memilah. Jika keliru, tarik pilahannya dahulu.',
    '{label} has sorted already. If it went wrong, withdraw that sorting first.',
  ],
  'workshops.no-such-sorter': [
    'Pemilah ini tidak ada di ranking ini',
    'There is no such sorter in this ranking',
  ],
  'workshops.ranking-changed': [
    'Ranking ini sudah diubah di perangkat lain. Periksa lagi, lalu simpan.',
    'This ranking was changed on another device. Look at it again, then save.',
  ],
  'workshops.ranking-settled': [
    'Pleno sudah menetapkan ranking ini; pilahan tidak berubah lagi',
    'The plenary has settled this ranking; sortings change no more',
  ],
  'workshops.ranking-withdrawn': ['Ranking ini sudah ditarik', 'This ranking was withdrawn'],
  'workshops.nothing-sorted': ['Belum ada kartu yang diletakkan di tumpukan', 'No card lies on a pile yet'],
  'workshops.card-on-two-piles': ['Ada kartu yang diletakkan di dua tumpukan', 'A card lies on two piles'],
  'workshops.card-of-another': [
    'Ada kartu yang bukan kartu ranking ini',
    'There is a card that does not belong to this ranking',
  ],
  'workshops.no-such-sorting': ['Pilahan ini tidak ada', 'There is no such sorting'],
  'workshops.sorting-withdrawn': ['Pilahan ini sudah ditarik', 'This sorting was withdrawn already'],
  'workshops.sorting-ended': ['Pemilahan sudah ditutup', 'Sorting was ended already'],
  'workshops.nobody-missing': [
    'Semua pemilah sudah selesai; pemilahan tertutup sendiri',
    'All sorters are done; sorting has ended by itself',
  ],
  'workshops.nobody-sorted': ['Belum ada pemilah yang selesai', 'No sorter is done yet'],
  'workshops.still-sorting': [
    'Masih ada pemilah yang belum selesai. Tunggu, atau tutup pemilahan dengan alasannya.',
    'There are sorters who are not done. Wait for them, or end sorting with the reason.',
  ],
  'workshops.before-ranking': [
    'Pleno tidak mungkin sebelum hari ranking ({start})',
    'The plenary cannot be before the day of the ranking ({start})',
  ],
  'workshops.nobody-there': [
    'Isi berapa orang yang hadir di pleno',
    'Say how many people were at the plenary',
  ],
  'workshops.group-twice': ['Dua golongan bernama sama', 'Two groups are called the same'],
  'workshops.groups-out-of-order': [
    'Batas skor harus naik dari golongan termiskin ke yang paling sejahtera',
    'The limits of scores must rise from the poorest group to the best off',
  ],
  'workshops.say-who-differs': [
    'Belum sepakat: tulis di catatan, siapa berpendapat apa (tanpa nama orang)',
    'Not everybody agreed: write in the note who thinks what (without names)',
  ],
})
