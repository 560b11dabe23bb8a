// The refusals of people, and the words that several screens share. Screens' own words are in texts-screens.ts.
import { texts } from '../../kernel/text.ts'
import { importTexts } from './texts-import.ts'

const importSentences = Object.fromEntries(
  Object.entries(importTexts).filter(([key]) => key.startsWith('people.')),
)

export const peopleRefusals = texts({
  'people.nik-not-16-digits': ['NIK terdiri dari 16 angka, tanpa huruf.', 'A NIK is 16 digits, no letters.'],
  'people.nik-impossible-date': [
    'Angka ke-7 sampai ke-12 NIK ({digits}) bukan tanggal yang ada. Periksa kembali pada KTP atau KK.',
    'Digits 7 to 12 of the NIK ({digits}) are not a date that exists. Check the identity card.',
  ],
  'people.nik-synthetic': [
    'NIK berakhiran 0000 tidak dimiliki siapa pun; itu hanya untuk warga contoh di peragaan.',
    'Nobody has a NIK ending in 0000; that is for the made-up people of a demonstration.',
  ],
  'people.nik-taken': [
    'NIK ini sudah tercatat untuk warga lain di desa ini.',
    'Somebody else on record in this village has this NIK.',
  ],
  'people.nik-or-reason': [
    'Isi NIK, atau pilih alasan mengapa belum ada.',
    'Fill in the NIK, or choose why there is none.',
  ],
  'people.nik-and-reason': [
    'NIK sudah diisi, jadi alasan tanpa NIK dikosongkan.',
    'The NIK is filled in, so leave out the reason for having none.',
  ],
  'people.kk-not-16-digits': ['Nomor KK terdiri dari 16 angka.', 'A family card number is 16 digits.'],
  'people.kk-taken': [
    'Nomor KK ini sudah tercatat untuk keluarga lain.',
    'Another household on record has this card number.',
  ],
  'people.born-in-future': [
    'Tanggal atau tahun lahir belum terjadi.',
    'The birth date or year is still to come.',
  ],
  'people.born-too-long-ago': [
    'Lahir lebih dari {years} tahun lalu: periksa tahunnya.',
    'Born more than {years} years ago: check the year.',
  ],
  'people.birth-year-differs': [
    'Tahun lahir berbeda dengan tanggal lahir.',
    'The birth year differs from the birth date.',
  ],
  'people.relation-without-household': [
    'Hubungan keluarga perlu keluarga: pilih keluarganya dahulu.',
    'A relation needs a household: choose the household first.',
  ],
  'people.no-such-household': [
    'Keluarga ini tidak tercatat di desa ini.',
    'This household is not on record in this village.',
  ],
  'people.household-has-head': [
    'Keluarga ini sudah punya kepala keluarga. Ubah dahulu hubungan kepala yang lama.',
    'This household has a head already. Change the relation of the present head first.',
  ],
  'people.poor-needs-source': [
    'Sebutkan dari mana diketahui bahwa warga ini miskin.',
    'Say on whose word this person or household is poor.',
  ],
  'people.source-without-poor': [
    'Sumber kemiskinan diisi, tetapi tidak ditandai miskin.',
    'A source of poverty is given, but nobody is marked poor.',
  ],
  'people.volunteer-cannot-verify': [
    'Relawan mencatat miskin sebagai "perlu verifikasi"; fasilitator yang memastikan.',
    'A volunteer notes poverty as "to be verified"; the facilitator settles it.',
  ],
  'people.not-for-volunteers': [
    'Isian ini hanya untuk fasilitator dan sekretaris.',
    'Only the facilitator and the secretary may fill this in.',
  ],
  'people.not-an-element': [
    'Unsur masyarakat ini tidak dikenal.',
    'This element of the community is not known.',
  ],
  'people.not-a-phone': [
    'Nomor telepon ditulis dengan angka, misalnya 0812 3456 7890.',
    'Write the phone number in digits, such as 0812 3456 7890.',
  ],
  'people.changed-meanwhile': [
    'Sementara itu orang lain mengubah "{field}" menjadi "{theirs}"; isian Anda "{yours}". Pilih salah satu lalu kirim lagi.',
    'Somebody else meanwhile changed "{field}" to "{theirs}"; yours is "{yours}". Choose one and send again.',
  ],
  'people.merged-away': [
    'Catatan ini sudah digabung ke catatan lain. Buka catatan yang disimpan.',
    'This record was merged into another. Open the one that was kept.',
  ],
  'people.day-to-come': ['Tanggal ini belum terjadi.', 'This day is still to come.'],
  'people.day-before-birth': ['Tanggal ini sebelum kelahirannya.', 'This day is before the birth.'],
  'people.is-here': ['Warga ini tercatat masih tinggal di sini.', 'This person is on record as living here.'],
  'people.already-gone': [
    'Warga ini sudah tercatat pindah atau meninggal.',
    'This person is on record as gone or dead.',
  ],
  'people.same-household': ['Warga ini sudah di keluarga itu.', 'This person is in that household already.'],
  'people.merge-itself': [
    'Dua catatan itu satu catatan yang sama.',
    'These two are one and the same record.',
  ],
  'people.merge-sexes-differ': [
    'Jenis kelaminnya berbeda: ini dua orang.',
    'The sexes differ: these are two people.',
  ],
  'people.merge-different-nik': ['NIK-nya berbeda: ini dua orang.', 'The NIKs differ: these are two people.'],
  'people.not-on-record': ['Catatan ini tidak ada di desa ini.', 'There is no such record in this village.'],
  'people.no-such-local-place': [
    'RT, RW, atau dusun ini tidak tercatat di desa ini.',
    'This RT, RW or hamlet is not on record in this village.',
  ],
  'people.erased': [
    'Data pribadi catatan ini sudah dihapus.',
    'The personal data of this record were erased.',
  ],
  'people.may-not-see': ['Peran Anda tidak untuk melihat isian ini.', 'Your role may not see this value.'],
  'people.reveals-wait': [
    'Sudah banyak isian rahasia yang dibuka dalam satu jam. Tunggu {seconds} detik.',
    'Many sealed values were opened within an hour. Wait {seconds} seconds.',
  ],
})

export const peopleWords = texts({
  'people.sex.female': ['Perempuan', 'Woman'],
  'people.sex.male': ['Laki-laki', 'Man'],
  'people.no-nik.not-recorded': ['Belum rekam KTP', 'Not recorded yet'],
  'people.no-nik.unknown': ['Tidak diketahui', 'Not known'],
  'people.no-nik.baby': ['Bayi', 'Baby'],
  'people.no-nik.not-shown': ['Kartu tidak ditunjukkan', 'Card not shown'],
  'people.relation.head': ['Kepala keluarga', 'Head of household'],
  'people.relation.spouse': ['Suami/istri', 'Spouse'],
  'people.relation.child': ['Anak', 'Child'],
  'people.relation.child-in-law': ['Menantu', 'Son- or daughter-in-law'],
  'people.relation.grandchild': ['Cucu', 'Grandchild'],
  'people.relation.parent': ['Orang tua', 'Parent'],
  'people.relation.parent-in-law': ['Mertua', 'Parent-in-law'],
  'people.relation.relative': ['Famili lain', 'Other relative'],
  'people.relation.helper': ['Pembantu', 'Helper'],
  'people.relation.other': ['Lainnya', 'Other'],
  'people.poor-source.self-mapping': ['Pemetaan swadaya', 'Self-mapping by residents'],
  'people.poor-source.community-criteria': ['Kriteria kesepakatan warga', 'Criteria agreed by residents'],
  'people.poor-source.dtsen': ['DTSEN/DTKS', 'DTSEN/DTKS'],
  'people.poor-source.bps': ['Data BPS', 'BPS data'],
  'people.poor-source.bkkbn': ['Tahapan keluarga BKKBN', 'BKKBN family stage'],
  'people.poor-source.letter': ['Surat keterangan tidak mampu', 'Letter of hardship'],
  'people.poor-source.unverified': ['Perlu verifikasi', 'To be verified'],
  'people.element.rt': ['RT', 'RT head'],
  'people.element.rw': ['RW', 'RW head'],
  'people.element.hamlet': ['Dusun', 'Hamlet'],
  'people.element.village_government': ['Perangkat desa/kelurahan', 'Village government'],
  'people.element.women': ['Kelompok perempuan', "Women's group"],
  'people.element.youth': ['Pemuda', 'Youth'],
  'people.element.elders': ['Sesepuh/tokoh masyarakat', 'Elders'],
  'people.element.disabled': ['Wakil penyandang disabilitas', "Disabled people's representative"],
  'people.element.religious': ['Tokoh agama', 'Religious leader'],
  'people.element.customary': ['Tokoh adat', 'Customary leader'],
  'people.element.health_cadre': ['Kader kesehatan', 'Health cadre'],
  'people.element.education': ['Pendidik', 'Teacher'],
  'people.element.business': ['Pelaku usaha', 'Business'],
  'people.element.farmers': ['Petani/nelayan', 'Farmers and fishers'],
  'people.disability.physical': ['Fisik', 'Physical'],
  'people.disability.intellectual': ['Intelektual', 'Intellectual'],
  'people.disability.mental': ['Mental', 'Mental'],
  'people.disability.sight': ['Netra', 'Sight'],
  'people.disability.hearing': ['Rungu', 'Hearing'],
  'people.disability.speech': ['Wicara', 'Speech'],
  'people.state.here': ['Tinggal di sini', 'Lives here'],
  'people.state.moved-out': ['Pindah', 'Moved away'],
  'people.state.died': ['Meninggal', 'Died'],
  'people.state.merged': ['Digabung', 'Merged'],
  'people.doubt.birth': [
    'Tanggal pada NIK berbeda dengan tanggal lahir',
    'The date in the NIK differs from the birth date',
  ],
  'people.doubt.sex': ['NIK menunjuk jenis kelamin lain', 'The NIK tells the other sex'],
  'people.doubt.region': [
    'NIK terbit di wilayah lain (biasa bagi pendatang)',
    'The NIK was issued elsewhere (usual for newcomers)',
  ],
  'people.word.poor': ['Miskin', 'Poor'],
  'people.word.child': ['Anak', 'Child'],
  'people.word.years': ['{count} tahun', '{count} year|{count} years'],
  'people.word.no-year': ['Umur tidak diketahui', 'Age not known'],
  'people.purpose.verify': ['Mencocokkan data', 'Checking data'],
  'people.purpose.contact': ['Menghubungi', 'Getting in touch'],
  'people.purpose.correct': ['Memperbaiki data', 'Correcting data'],
  'people.purpose.letter': ['Membuat surat', 'Writing a letter'],
  'people.purpose.referral': ['Rujukan', 'Referral'],
  'people.purpose.request-of-person': ['Atas permintaan warga', 'At the person’s request'],
})

/** Every sentence that a refusal or a warning of this capability may need. */
export const peopleTexts = { ...peopleRefusals, ...peopleWords, ...importSentences }
