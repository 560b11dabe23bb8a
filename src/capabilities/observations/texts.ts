// The words of observations.
import { texts } from '../../kernel/text.ts'

export const observationsTexts = texts({
  'observations.not-running': ['Program tidak sedang berjalan di sini', 'The programme is not running here'],
  'observations.no-such-outcome': [
    'Hasil ini tidak dicatat dengan pengamatan',
    'This outcome is not one that is observed',
  ],
  'observations.no-such-mark': [
    'Ada sifat atau kriteria yang tidak termasuk daftar hasil ini',
    'Something is ticked that is not on the list of this outcome',
  ],
  'observations.no-such-observation': ['Catatan pengamatan ini tidak ada', 'There is no such observation'],
  'observations.day-ahead': ['Tanggal ini belum tiba', 'This day has not come yet'],
  'observations.before-start': [
    'Tanggal ini sebelum program dimulai ({start})',
    'This day is before the programme started ({start})',
  ],
  'observations.enough': [
    'Hasil ini sudah punya {most} catatan',
    'This outcome has {most} observations already',
  ],
  'observations.number-in-it': [
    'Ada NIK, nomor KK atau nomor telepon di dalamnya. Tulis tanpa nomor orang.',
    'It holds a NIK, family card or telephone number. Write it without a number of somebody.',
  ],
  'observations.names-somebody': [
    'Ada nama warga yang tercatat. Tulis tanpa nama, misalnya "seorang ibu dari RT 03"; jika maksudnya bukan orang, ganti katanya.',
    'It holds the name of a resident on record. Write it without a name, for example "a mother of RT 03"; if no person is meant, choose another word.',
  ],
  'observations.names-like': [
    'Ada nama warga yang tercatat. Yang tampak seperti nama: {words}. Tulis tanpa nama, misalnya "seorang ibu dari RT 03".',
    'It holds the name of a resident on record. What looks like a name: {words}. Write it without a name, for example "a mother of RT 03".',
  ],
  'observations.looks-named': [
    'Mungkin nama orang: {words}. Tulis tanpa nama, dan jabatan dengan huruf kecil, misalnya "ketua RT 03".',
    'This may be the name of a person: {words}. Write without names, and offices in small letters, for example "the head of RT 03".',
  ],
  'observations.of-somebody-else': [
    'Catatan ini milik orang lain. Yang menariknya penulisnya sendiri, fasilitator, atau sekretaris.',
    'This observation is of somebody else. Its author, the facilitator or the secretary withdraws it.',
  ],
  'observations.withdrawn-already': ['Catatan ini sudah ditarik', 'This observation was withdrawn already'],

  'observe.title': ['Yang tampak', 'What is seen'],
  'observe.of': ['Hasil langkah {step}', 'Outcome of step {step}'],
  'observe.back': ['Tahap {number}: {title}', 'Stage {number}: {title}'],
  'observe.not-yet': ['Belum ada catatan', 'Nothing noted yet'],
  'observe.count': ['{count} catatan', '{count} observation|{count} observations'],
  'observe.never-blocks': [
    'Hasil ini hanya dapat dilihat orang. Catatannya tidak pernah menghalangi penutupan tahap.',
    'Only people can see this outcome. Its observations never hold up the closing of a stage.',
  ],
  'observe.ahead': [
    'Menurut rencana langkah ini baru mulai {on}. Catat hanya yang sudah terlihat.',
    'By the plan this step begins on {on} only. Note only what has been seen.',
  ],
  'observe.note': ['Catat yang tampak', 'Note what is seen'],
  'observe.seen': ['Apa yang terlihat atau terdengar', 'What was seen or heard'],
  'observe.seen-hint': [
    'Satu kejadian, tanpa nama orang: siapa cukup disebut "seorang warga", "para ibu RT 03".',
    'One event, without names: it is enough to say "a resident", "the mothers of RT 03".',
  ],
  'observe.quote': ['Kutipan, tanpa nama', 'Quotation, without a name'],
  'observe.checks': ['Yang tampak dari daftar ini', 'What was seen of this list'],
  'observe.on': ['Tanggal terlihat', 'Day it was seen'],
  'observe.photo': ['Foto', 'Photo'],
  'observe.optional': ['boleh kosong', 'may be left out'],
  'observe.add-photo': ['Ambil foto', 'Take a photo'],
  'observe.remove-photo': ['Hapus {name}', 'Remove {name}'],
  'observe.bad-photo': ['Berkas ini bukan foto yang dapat dibaca', 'This file is no photo that can be read'],
  'observe.save': ['Simpan catatan', 'Save the observation'],
  'observe.saved': ['Tersimpan di perangkat', 'Saved on this device'],
  'observe.list': ['Catatan', 'Observations'],
  'observe.by': ['{on}, dicatat oleh {by}', '{on}, noted by {by}'],
  'observe.by-you': ['{on}, dicatat di perangkat ini', '{on}, noted on this device'],
  'observe.withdraw': ['Tarik catatan', 'Withdraw'],
  'observe.withdraw-title': ['Tarik catatan ini?', 'Withdraw this observation?'],
  'observe.withdraw-why': [
    'Isi dan fotonya hilang; bahwa ada catatan yang ditarik tetap terlihat di log.',
    'What it says and its photo are gone; the log keeps that one was withdrawn.',
  ],
  'observe.reason': ['Alasan', 'Reason'],
  'observe.not-here': ['Program ini belum ada di perangkat', 'This programme is not on this device yet'],
  'observe.not-here-why': [
    'Isinya muncul sendiri setelah diambil dari server. Tanpa sinyal, buka lagi setelah tersambung.',
    'It shows by itself once it has come from the server. Without signal, open it again once connected.',
  ],
  'observe.nothing': [
    'Program ini tidak punya hasil yang diamati',
    'This programme has no outcome to observe',
  ],
  'observe.nothing-why': [
    'Semua hasilnya terlihat dari catatan dan dokumen.',
    'All its outcomes show in records and documents.',
  ],
})
