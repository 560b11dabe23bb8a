// Why something of institutions cannot be kept, in words.
import { texts } from '../../kernel/text.ts'

export const institutionsRefusals = texts({
  'institutions.no-such-institution': [
    'Lembaga ini tidak tercatat di desa ini',
    'This institution is not on record in this village',
  ],
  'institutions.merged-away': [
    'Catatan ini sudah digabung dengan {name}',
    'This record was merged into {name}',
  ],
  'institutions.has-ended': ['{name} sudah bubar', '{name} has ended'],
  'institutions.alike': [
    '{name} mirip dengan yang sudah tercatat: {names}. Nyatakan bahwa ini lembaga lain, atau beri nama pembeda.',
    '{name} is like what is on record: {names}. Say that it is another, or give it a name that tells them apart.',
  ],
  'institutions.answer-taken': [
    'Isian survei ini sudah dijadikan catatan lembaga',
    'This answer of a survey was taken onto the register already',
  ],
  'institutions.same-id-twice': ['Catatan ini sudah ada', 'This record is there already'],
  'institutions.register-full': [
    'Sudah tercatat {most} lembaga',
    '{most} institutions are on record already',
  ],
  'institutions.year-ahead': ['Tahun ini belum tiba', 'This year has not come yet'],
  'institutions.more-poor-than-members': [
    'Anggota miskin melebihi seluruh anggota ({members})',
    'More poor members than members at all ({members})',
  ],
  'institutions.no-such-local-place': [
    'Ada RT, RW atau dusun yang tidak tercatat di desa ini',
    'An RT, RW or hamlet among them is not on record in this village',
  ],
  'institutions.whole-village': [
    'Yang bekerja di seluruh desa atau lebih luas tidak memilih RT atau dusun',
    'What works in the whole village or beyond names no RT or hamlet',
  ],
  'institutions.number-in-it': [
    'Ada NIK, nomor KK atau nomor telepon di dalamnya. Tulis tanpa nomor orang.',
    'It holds a NIK, family card or telephone number. Write it without a number of somebody.',
  ],
  'institutions.changed-meanwhile': [
    'Sudah diubah orang lain menjadi: {theirs}',
    'Somebody else has changed it to: {theirs}',
  ],
  'institutions.record-moved': [
    'Catatan ini sudah diubah orang lain. Buka lagi, lalu ulangi.',
    'Somebody else has changed this record. Open it again and repeat.',
  ],
  'institutions.day-ahead': ['Tanggal ini belum tiba', 'This day has not come yet'],
  'institutions.ends-before-it-begins': ['Berakhir sebelum dimulai', 'It ends before it begins'],
  'institutions.merged-with-itself': ['Pilih catatan yang lain', 'Choose another record'],
  'institutions.no-such-person': [
    'Warga ini tidak tercatat di desa ini',
    'This resident is not on record in this village',
  ],
  'institutions.number-in-name': ['Tulis nama saja, tanpa nomor', 'Write the name alone, without a number'],
  'institutions.officer-twice': [
    '{name} sudah tercatat pada jabatan ini di masa yang sama',
    '{name} holds this post on record in these days already',
  ],
  'institutions.officers-full': ['Sudah tercatat {most} pengurus', '{most} officers are on record already'],
  'institutions.no-such-officer': ['Pengurus ini tidak tercatat', 'There is no such officer on record'],

  'institutions.import-no-number': ['Bukan angka yang mungkin', 'No number that can be'],
  'institutions.import-place-unknown': [
    'RT, RW atau dusunnya tidak tercatat di desa ini',
    'Its RT, RW or hamlet is not on record in this village',
  ],
  'institutions.import-too-big': ['Berkas lebih dari 10 MB', 'The file is larger than 10 MB'],
  'institutions.import-old-excel': [
    'Ini berkas Excel lama (.xls) atau berkata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    'This is an old Excel file (.xls) or has a password. Save it as .xlsx without one.',
  ],
  'institutions.import-web-page': [
    'Ini halaman web yang bernama .xls. Buka di Excel, lalu simpan sebagai .xlsx.',
    'This is a web page that is called .xls. Open it in Excel and save it as .xlsx.',
  ],
  'institutions.import-unreadable': [
    'Berkas ini tidak dapat dibaca. Pilih .xlsx atau .csv.',
    'This file cannot be read. Choose an .xlsx or a .csv.',
  ],
  'institutions.import-no-headings': [
    'Tidak ada kolom nama lembaga di sini',
    'There is no column with names of institutions here',
  ],

  'institutions.tied-to-itself': [
    'Lembaga tidak berhubungan dengan dirinya sendiri',
    'An institution has no tie to itself',
  ],
  'institutions.other-end-missing': ['Sebutkan dengan lembaga apa', 'Say with which institution'],
  'institutions.one-other-end': [
    'Pilih satu: lembaga di desa atau pihak luar',
    'Choose one: an institution of the village, or a body outside',
  ],
  'institutions.tied-already': [
    'Hubungan keduanya sudah tercatat; ubah yang itu',
    'The two are tied on record already; change that tie',
  ],
  'institutions.ties-full': ['Sudah tercatat {most} hubungan', '{most} ties are on record already'],
  'institutions.flow-twice': ['Ada yang dipilih dua kali', 'Something is chosen twice'],
  'institutions.no-such-tie': ['Hubungan ini tidak tercatat', 'There is no such tie on record'],
  'institutions.tie-ended': ['Hubungan ini sudah berakhir', 'This tie has ended'],

  'institutions.no-such-enrolment': [
    'Program ini tidak diikuti desa ini',
    'The village has not taken up this programme',
  ],
  'institutions.not-running': [
    'Program ini tidak sedang berjalan di sini',
    'The programme is not running here',
  ],
  'institutions.before-start': ['Sebelum program dimulai ({on})', 'Before the programme started ({on})'],
  'institutions.not-all-active': [
    'Ada lembaga yang sudah bubar atau sudah digabung',
    'One of the institutions has ended or was merged',
  ],
  'institutions.no-criteria': [
    'Program ini tidak menyebut kriteria lembaga',
    'The programme names no criteria of institutions',
  ],
  'institutions.assessments-full': [
    'Sudah tercatat {most} FGD Kelembagaan',
    '{most} discussions of institutions are on record already',
  ],
  'institutions.nobody-there': ['Catat berapa orang yang hadir', 'Say how many were there'],
  'institutions.more-poor-than-present': [
    'Warga miskin melebihi yang hadir ({present})',
    'More poor residents than were there ({present})',
  ],
  'institutions.no-such-assessment': ['FGD ini tidak tercatat', 'There is no such discussion on record'],
  'institutions.assessment-settled': [
    'FGD ini sudah ditutup; nilainya tetap',
    'This discussion is settled; its scores stand',
  ],
  'institutions.no-such-criterion': [
    'Ada kriteria yang tidak termasuk program ini',
    'One of the criteria is not of this programme',
  ],
  'institutions.criterion-twice': [
    'Ada kriteria yang dinilai dua kali',
    'One of the criteria is scored twice',
  ],
  'institutions.scored-full': [
    'Satu FGD menilai paling banyak {most} lembaga',
    'A discussion scores {most} institutions at most',
  ],
  'institutions.nothing-scored': ['Belum ada lembaga yang dinilai', 'No institution is scored yet'],
  'institutions.half-scored': [
    '{count} lembaga belum dinilai pada semua kriteria',
    '{count} institution is not scored on every criterion|{count} institutions are not scored on every criterion',
  ],
  'institutions.before-discussion': ['Sebelum hari FGD ({on})', 'Before the day of the discussion ({on})'],
})
