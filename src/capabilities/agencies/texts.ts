// The words of who is who.
import { texts } from '../../kernel/text.ts'

export const agenciesTexts = texts({
  'agencies.not-at-this-level': [
    'Instansi jenis ini tidak ada di tingkat wilayah ini',
    'There is no agency of this kind at a place of this level',
  ],
  'agencies.on-record': [
    'Instansi dengan nama ini sudah tercatat di sini',
    'An agency of this name is on record here',
  ],
  'agencies.enough': ['Di sini sudah tercatat {most} instansi', '{most} agencies are on record here already'],
  'agencies.not-above': [
    'Induknya harus instansi di wilayah ini atau di atasnya',
    'The agency above must be of this place or of one above it',
  ],
  'agencies.above-ended': ['Induknya sudah berakhir', 'The agency above has ended'],
  'agencies.under-itself': [
    'Instansi ini akan berada di bawah dirinya sendiri',
    'The agency would be under itself',
  ],
  'agencies.day-ahead': ['Tanggal ini belum tiba', 'This day has not come yet'],
  'agencies.no-such-record': [
    'Catatan ini tidak ada di wilayah ini; ubah di wilayahnya sendiri',
    'There is no such record at this place; change it at its own place',
  ],
  'agencies.changed-meanwhile': [
    'Catatan ini sudah diubah orang lain. Buka lagi, lalu ulangi perubahan Anda.',
    'Somebody else has changed this record. Open it again and repeat your change.',
  ],
  'agencies.has-ended': ['Instansi ini sudah berakhir', 'This agency has ended'],
  'agencies.ends-before-it-begins': [
    'Hari terakhir mendahului hari pertama',
    'The last day is before the first day',
  ],
  'agencies.others-under': [
    '{count} instansi masih berada di bawahnya',
    '{count} agency is still under it|{count} agencies are still under it',
  ],
  'agencies.posts-before': [
    'Sudah ada pejabat yang mulai sebelum hari itu.',
    'Somebody held a post there before that day.',
  ],
  'agencies.posts-run-on': [
    '{count} jabatan di dalamnya masih berjalan; akhiri dahulu',
    '{count} post of it still runs; end it first|{count} posts of it still run; end them first',
  ],
  'agencies.no-such-post-here': [
    'Jabatan ini tidak ada di tingkat wilayah ini',
    'There is no such post at a place of this level',
  ],
  'agencies.not-of-this-place': [
    'Instansi ini bukan instansi wilayah ini',
    'This agency is not of this place',
  ],
  'agencies.title-missing': ['Sebutkan tugasnya dengan kata-kata', 'Say in words what the post is'],
  'agencies.number-in-name': [
    'Tulis nama saja, tanpa NIK, NIP atau nomor telepon',
    'Write the name alone, without a NIK, service or telephone number',
  ],
  'agencies.number-missing': ['Sebutkan nomornya', 'Say its number'],
  'agencies.seat-taken': [
    'Pada hari-hari itu {name} tercatat sebagai ketuanya. Akhiri dahulu masa tugasnya.',
    '{name} is on record as its head on those days. End that term first.',
  ],
  'agencies.posts-of-another': [
    'Jabatan ini milik instansi lain. Hanya petugas instansi itu, atau yang tidak terikat satu instansi, dapat mencatatnya.',
    'This post is of another agency. Only officers of that agency, or who is bound to none, may note it.',
  ],
  'agencies.enough-posts': [
    'Di sini sudah tercatat {most} jabatan',
    '{most} posts are on record here already',
  ],

  'who.title': ['Siapa saja', 'Who is who'],
  'who.intro': [
    'Nama dan tugas saja. Yang bekerja di sini dapat melihatnya, dan setiap pembukaan dicatat.',
    'Name and post alone. Those who work here may see it, and every look is logged.',
  ],
  'who.back': ['Beranda desa', 'Home of the village'],
  'who.of-place': ['Jabatan di wilayah ini', 'Posts of this place'],
  'who.above': ['Di atasnya', 'Above'],
  'who.none': ['Belum ada yang tercatat', 'Nobody is on record yet'],
  'who.none-why': [
    'Instansi dan pemegang jabatan yang dapat dihubungi program, di desa misalnya ketua RT dan RW, tampak di sini sesudah dicatat.',
    'Agencies and people in office whom a programme may turn to, in a village say the heads of RT and RW, stand here once they are noted.',
  ],
  'who.none-yet': ['Belum ada nama', 'No names yet'],
  'who.forbidden': [
    'Peran Anda tidak dapat melihat siapa saja di wilayah ini',
    'Your role may not see who is who at this place',
  ],
  'who.above-offline': [
    'Instansi di atas desa tampil bila ada jaringan. Daftar desa ini tetap terbuka.',
    'Agencies above the village show with a network. The list of this village stays open.',
  ],
  'who.loading': ['Sedang mengambil daftar…', 'Fetching the list…'],
  'who.wrong-place': ['Alamat ini bukan wilayah', 'This address is no place'],
  'who.add-post': ['Tambah pemegang jabatan', 'Add a holder of a post'],
  'who.add-agency': ['Tambah instansi', 'Add an agency'],
  'who.edit': ['Ubah', 'Change'],
  'who.end': ['Akhiri', 'End'],
  'who.end-agency': ['Instansi ini berakhir', 'This agency has ended'],
  'who.name': ['Nama', 'Name'],
  'who.post': ['Jabatan atau tugas', 'Post'],
  'who.term': ['Masa tugas', 'Term'],
  'who.action': ['Tindakan', 'Action'],
  'who.since': ['sejak {from}', 'since {from}'],
  'who.from-until': ['{from} sampai {until}', '{from} to {until}'],
  'who.until': ['sampai {until}', 'until {until}'],
  'who.no-term': ['masa tidak tercatat', 'term not on record'],
  'who.ended': ['Berakhir', 'Ended'],
  'who.under': ['Di bawah {name}', 'Under {name}'],
  'who.show-ended': ['Tampilkan yang sudah berakhir', 'Show those that ended'],
  'who.agency-kind': ['Jenis instansi', 'Kind of agency'],
  'who.agency-name': ['Nama instansi', 'Name of the agency'],
  'who.parent': ['Berada di bawah', 'Under'],
  'who.no-parent': ['Tidak di bawah instansi lain', 'Under no other agency'],
  'who.began': ['Mulai ada', 'Began on'],
  'who.last-day': ['Hari terakhir', 'Last day'],
  'who.post-kind': ['Jenis jabatan', 'Kind of post'],
  'who.post-title': ['Sebutan dalam kata sendiri', 'Title in its own words'],
  'who.post-agency': ['Instansinya', 'Its agency'],
  'who.no-agency': ['Wilayah ini sendiri', 'The place itself'],
  'who.person': ['Nama orangnya', 'Name of the person'],
  'who.person-hint': [
    'Tidak perlu punya akun. Nama saja, tanpa nomor.',
    'No account is needed. The name alone, without numbers.',
  ],
  'who.rt': ['Nomor RT', 'Number of the RT'],
  'who.rw': ['Nomor RW', 'Number of the RW'],
  'who.first-day': ['Sejak', 'From'],
  'who.optional': ['boleh kosong', 'may stay empty'],
  'who.choose': ['Pilih satu', 'Choose one'],
  'who.save': ['Simpan', 'Save'],
  'who.saved': ['Tersimpan', 'Saved'],
})
