// What the rules of meetings say when they say no.
import { texts } from '../../kernel/text.ts'

export const refusalTexts = texts({
  'meetings.proposed-full': [
    'Rembug ini sudah ditawari {most} butir',
    'This meeting was offered {most} points already',
  ],
  'meetings.signature-missing': [
    'Tanda tangan {whoId} belum ada. Pindai berita acara sesudah semua menandatanganinya.',
    'The signature of {whoEn} is not there yet. Scan the minutes once all have signed them.',
  ],
  'meetings.minutes-signed-already': [
    'Berita acara bertanda tangan sudah ada dan sudah diperiksa.',
    'The signed minutes are there already, and checked.',
  ],
  'meetings.no-such-meeting': [
    'Rembug ini tidak ada di desa ini.',
    'There is no such meeting in this village.',
  ],
  'meetings.kind-needs-enrolment': [
    'Jenis rembug hanya untuk rembug program. Pilih programnya atau buat rembug umum.',
    'A kind belongs to a programme. Choose the programme, or make it a general meeting.',
  ],
  'meetings.days-served-together': [
    'Program lain ditambahkan untuk semua hari pelatihan bersama-sama',
    'Another programme is added for all days of a training together',
  ],
  'meetings.enrolment-not-running': [
    'Program ini tidak sedang berjalan di desa ini.',
    'This programme is not running in this village.',
  ],
  'meetings.unknown-kind': [
    'Program ini tidak mengenal jenis rembug "{kind}".',
    'This programme has no meeting of the kind "{kind}".',
  ],
  'meetings.unknown-element': ['Unsur "{element}" tidak dikenal.', 'The element "{element}" is not known.'],
  'meetings.end-before-start': [
    'Jam selesai ({end}) harus sesudah jam mulai ({start}).',
    'The end ({end}) must be after the start ({start}).',
  ],
  'meetings.before-enrolment': [
    'Tanggal {date} sebelum program dimulai di desa ini ({started}).',
    '{date} is before the programme started in this village ({started}).',
  ],
  'meetings.training-needs-day': [
    'Pelatihan memerlukan angkatan dan hari ke berapa.',
    'A training needs a batch and a day number.',
  ],
  'meetings.day-without-training': [
    'Hanya pelatihan yang punya angkatan dan hari.',
    'Only a training has batches and days.',
  ],
  'meetings.batch-day-taken': [
    'Angkatan {batch} hari ke-{day} sudah ada.',
    'Batch {batch}, day {day} is there already.',
  ],
  'meetings.wrong-batches': [
    'Peserta sebanyak itu memerlukan {expected} angkatan, bukan {given}.',
    'That many participants need {expected} batches, not {given}.',
  ],
  'meetings.batches-differ': [
    'Setiap angkatan harus punya hari yang sama.',
    'Every batch must have the same days.',
  ],
  'meetings.day-twice': [
    'Ada hari yang tercatat dua kali dalam satu angkatan.',
    'A day stands twice in one batch.',
  ],
  'meetings.days-out-of-order': [
    'Setiap hari pelatihan punya tanggal sendiri, sesudah hari sebelumnya.',
    'Every day of a training has a date of its own, after the day before it.',
  ],
  'meetings.already-closed': [
    'Rembug ini sudah ditutup. Perubahan dicatat sebagai ralat dengan alasan.',
    'This meeting is closed. Change it by an amendment with a reason.',
  ],
  'meetings.is-cancelled': ['Rembug ini sudah dibatalkan.', 'This meeting was cancelled.'],
  'meetings.no-day-yet': [
    'Rembug ini ditunda dan belum punya tanggal baru.',
    'This meeting is postponed and has no new day yet.',
  ],
  'meetings.already-open': ['Rembug ini sudah dibuka.', 'This meeting is open already.'],
  'meetings.not-open': ['Buka rembug ini dahulu.', 'Open this meeting first.'],
  'meetings.not-closed': ['Rembug ini belum ditutup.', 'This meeting is not closed yet.'],
  'meetings.same-day': [
    'Tanggal dan jam barunya sama dengan yang lama.',
    'The new day and time are the same as before.',
  ],
  'meetings.people-came': [
    'Sudah {present} orang tercatat hadir. Tutup rembug ini dengan apa yang terjadi, lalu rencanakan rembug lain.',
    '{present} people are on the attendance already. Close this meeting with what happened, and plan another.',
  ],
  'meetings.changed-meanwhile': [
    'Sudah diubah orang lain. Sekarang: {theirs}. Isian Anda: {yours}.',
    'Somebody else changed this. Now: {theirs}. Yours: {yours}.',
  ],
  'meetings.changed-since': [
    'Rembug ini sekarang versi {version}. Untuk tetap memakai isian Anda, dasarkan pada versi itu.',
    'This meeting is at version {version} now. To keep yours, base it on that version.',
  ],
  'meetings.same-attendee-twice': [
    'Orang yang sama tercatat dua kali dalam kiriman ini.',
    'The same person stands twice in this.',
  ],
  'meetings.walk-in-on-record': [
    'Warga yang terdaftar bukan tamu tanpa undangan.',
    'A person on record is not a walk-in.',
  ],
  'meetings.unknown-person': [
    'Ada warga yang tidak terdaftar di desa ini.',
    'Somebody here is not on record in this village.',
  ],
  'meetings.no-such-attendance': [
    'Kehadiran ini tidak ada di rembug ini.',
    'That attendance is not of this meeting.',
  ],
  'meetings.already-withdrawn': ['Nama ini sudah dicoret.', 'This name was taken off already.'],
  'meetings.nobody-present': ['Belum ada yang tercatat hadir.', 'Nobody is on the attendance yet.'],
  'meetings.sexes-do-not-add-up': [
    'Perempuan dan laki-laki tidak sama dengan jumlah.',
    'Women and men do not add up to the total.',
  ],
  'meetings.more-poor-than-people': [
    'Warga miskin ({poor}) lebih banyak dari yang hadir ({total}).',
    'More poor residents ({poor}) than people present ({total}).',
  ],
  'meetings.more-of-element-than-people': [
    'Unsur "{element}" ({heads}) lebih banyak dari yang hadir ({total}).',
    'More of "{element}" ({heads}) than people present ({total}).',
  ],
  'meetings.not-held-yet': [
    'Rembug tanggal {date} belum terjadi; hari ini {today}.',
    'A meeting on {date} has not happened yet; today is {today}.',
  ],
  'meetings.no-end': ['Isi jam selesai.', 'Say when it ended.'],
  'meetings.no-chair': ['Isi nama pemimpin rembug.', 'Name who led the meeting.'],
  'meetings.no-notulis': ['Isi nama notulis.', 'Name who kept the minutes.'],
  'meetings.no-minutes': ['Isi notulen: apa yang dibicarakan.', 'Write the minutes: what was discussed.'],
  'meetings.no-decision': [
    'Rembug jenis ini harus menghasilkan keputusan. Pilih keputusannya.',
    'This kind of meeting must decide. Choose the decision.',
  ],
  'meetings.no-decision-asked': [
    'Rembug jenis ini tidak meminta keputusan pilihan.',
    'This kind of meeting does not ask for such a decision.',
  ],
  'meetings.unknown-option': [
    '"{option}" bukan pilihan keputusan rembug ini.',
    '"{option}" is not an option of this meeting.',
  ],
  'meetings.no-votes': [
    'Jika tidak mufakat, isi jumlah suara.',
    'Without consensus, say how the votes fell.',
  ],
  'meetings.outvoted': [
    'Yang memilih keputusan ini ({agree}) tidak lebih banyak daripada yang menolaknya ({against}). Pilih keputusan yang menang, atau "Belum diputuskan".',
    'Those for this decision ({agree}) are not more than those against it ({against}). Choose the one that won, or "Not decided yet".',
  ],
  'meetings.consensus-against': [
    'Ada {against} suara yang menolak, jadi bukan mufakat. Pilih pemungutan suara.',
    '{against} voted against, so it is no consensus. Choose the vote.',
  ],
  'meetings.more-votes-than-people': [
    'Suara ({votes}) lebih banyak dari yang hadir ({total}).',
    'More votes ({votes}) than people present ({total}).',
  ],
  'meetings.due-before-meeting': [
    'Tenggat keputusan {number} sebelum tanggal rembug.',
    'Decision {number} is due before the meeting.',
  ],
  'meetings.follow-up-twice': ['Ada keputusan yang tercatat dua kali.', 'A decision stands there twice.'],
  'meetings.nothing-amended': ['Tidak ada yang berubah.', 'Nothing changes.'],
  'meetings.acknowledged-too-soon': [
    '"{title}" belum ditutup, jadi belum dapat diketahui.',
    '"{title}" is not closed, so it cannot be acknowledged yet.',
  ],
  'meetings.already-acknowledged': ['"{title}" sudah diketahui.', '"{title}" was acknowledged already.'],
  'meetings.file-twice': ['Berkas ini sudah tercatat.', 'This file is on record already.'],
  'meetings.no-such-file': ['Berkas ini tidak ada di rembug ini.', 'That file is not of this meeting.'],
  'meetings.no-such-follow-up': [
    'Tindak lanjut ini tidak ada di rembug ini.',
    'That follow-up is not of this meeting.',
  ],
  'meetings.follow-up-done': ['Tindak lanjut ini sudah selesai.', 'That follow-up is done already.'],
})
