// The sentences with which surveys says no, from the core: forms, surveys, lists, devices. Rooms bring their own.
import { texts } from '../../kernel/text.ts'

export const surveysRefusals = texts({
  'surveys.no-such-survey': ['Survei tidak ditemukan di wilayah ini', 'There is no such survey here'],
  'surveys.no-such-form': ['Formulir tidak ditemukan', 'There is no such form'],
  'surveys.no-such-device': ['Perangkat tidak ditemukan', 'There is no such device'],
  'surveys.form-elsewhere': [
    'Formulir ini tidak berlaku di wilayah ini',
    'This form does not hold at this place',
  ],
  'surveys.form-retired': [
    'Formulir ini sudah ditarik; pilih versi yang lebih baru',
    'This form was retired; choose a newer version',
  ],
  'surveys.form-of-other-kind': [
    'Formulir ini tidak dinyatakan untuk jenis survei ini; pilih formulir lain, atau impor dengan jenisnya',
    'This form was not declared for this kind of survey; choose another, or import it with its kind',
  ],
  'surveys.form-files-missing': [
    'Formulir ini masih menunggu berkas: {files}',
    'This form still waits for files: {files}',
  ],
  'surveys.form-open-already': [
    'Formulir ini sedang dipakai survei "{title}"; tutup dahulu yang itu',
    'This form is in use by the open survey "{title}"; close that one first',
  ],
  'surveys.other-form': [
    'Survei ini memakai formulir {formId}; hanya versinya yang dapat diganti',
    'This survey uses form {formId}; only its version can be changed',
  ],
  'surveys.too-many': ['Sudah ada {most} survei di wilayah ini', 'There are {most} surveys here already'],
  'surveys.no-such-enrolment': [
    'Program ini tidak diikuti wilayah ini',
    'This place has not taken up that programme',
  ],
  'surveys.enrolment-not-running': [
    'Program belum dimulai atau sudah berakhir',
    'The programme has not started or has ended',
  ],
  'surveys.kind-needs-programme': [
    'Jenis survei milik program; pilih programnya',
    'The kind of a survey belongs to a programme; choose the programme',
  ],
  'surveys.no-such-kind': [
    'Program ini tidak mengenal jenis survei tersebut',
    'The programme does not know that kind of survey',
  ],
  'surveys.day-ahead': ['Tanggal {on} belum tiba', 'The day {on} has not come yet'],
  'surveys.before-programme': [
    'Program baru dimulai {startedOn}',
    'The programme only started on {startedOn}',
  ],
  'surveys.before-opening': ['Survei baru dibuka {openedOn}', 'The survey was only opened on {openedOn}'],
  'surveys.no-such-local-place': [
    'Wilayah RT/RW yang dipilih tidak ada atau sudah ditutup',
    'A chosen RT or RW is not on record or was closed',
  ],
  'surveys.target-of-households': [
    'Sasaran survei keluarga adalah semua keluarga; jumlah hanya untuk survei terbuka',
    'A survey of households is to reach all of them; a target is for an open survey only',
  ],
  'surveys.changed-meanwhile': [
    'Sudah diubah orang lain; lihat yang terbaru, lalu ulangi',
    'Somebody else changed it meanwhile; look at the newest, then do it again',
  ],
  'surveys.not-open': ['Survei sudah ditutup', 'The survey is closed'],
  'surveys.not-closed': ['Survei masih dibuka', 'The survey is still open'],
  'surveys.waiting-for-review': [
    '{count} isian belum diputuskan; setujui, tolak, atau tunggu perbaikannya',
    '{count} submission is not judged yet|{count} submissions are not judged yet',
  ],
  'surveys.nobody-answered': [
    'Belum ada isian yang disetujui; survei tidak dapat dinyatakan selesai',
    'No submission was approved; the survey cannot be called complete',
  ],
  'surveys.reason-for-left': [
    'Masih ada {left} keluarga yang belum didata; tulis alasannya',
    '{left} households were not surveyed; give the reason',
  ],
  'surveys.reason-for-aim': [
    'Sasaran masih kurang {left} isian; tulis alasannya',
    'The target lacks {left} submissions; give the reason',
  ],
  'surveys.reason-for-unknown': [
    'Jumlah keluarga belum tercatat, jadi cakupan tidak diketahui; tulis alasannya',
    'No household is on record, so coverage is not known; give the reason',
  ],
  'surveys.reason-for-breaking-off': [
    'Tulis mengapa survei dihentikan',
    'Give the reason why the survey is broken off',
  ],
  'surveys.not-complete': [
    'Hasil disepakati setelah survei ditutup sebagai selesai',
    'The result is agreed once the survey is closed as complete',
  ],
  'surveys.listing-first': [
    'Program meminta daftar keluarga dari survei ini; susun daftarnya dahulu',
    'The programme asks for a list of households from this survey; make the list first',
  ],
  'surveys.no-such-meeting': ['Rembug tidak ditemukan', 'There is no such meeting'],
  'surveys.meeting-cancelled': ['Rembug itu dibatalkan', 'That meeting was cancelled'],
  'surveys.meeting-needed': [
    'Pilih rembug yang menyepakatinya; syarat program bertumpu pada rembug itu',
    'Choose the meeting that agreed; a gate of the programme rests on it',
  ],
  'surveys.meeting-not-closed': [
    'Rembug itu belum ditutup; tutup dahulu dengan kehadiran dan keputusannya',
    'That meeting is not closed; close it first with its attendance and decision',
  ],
  'surveys.minutes-unchecked': [
    'Berita acara {title} bertanda tangan di kertas, belum diperiksa',
    'The signed minutes of {title} are on paper and not checked yet',
  ],
  'surveys.minutes-unsigned': [
    'Berita acara {title} yang bertanda tangan belum dipindai',
    'The signed minutes of {title} have not been scanned yet',
  ],
  'surveys.meeting-of-another': [
    '{title} adalah rembug program lain. Bila berlaku juga untuk program ini, catat itu pada rembugnya.',
    '{title} is a meeting of another programme. If it serves this one too, note that on the meeting.',
  ],
  'surveys.meeting-too-early': [
    'Hasil disepakati setelah survei ditutup ({on}); {title} diadakan sebelumnya',
    'A result is agreed once the survey is closed ({on}); {title} was held before',
  ],
  'surveys.before-meeting': [
    'Tanggal kesepakatan sebelum rembugnya ({on})',
    'The agreement is dated before its meeting ({on})',
  ],
  'surveys.result-agreed': [
    'Hasil sudah disepakati warga; buka kembali survei untuk mengubahnya',
    'The residents agreed on the result; open the survey again to change it',
  ],
  'surveys.listing-there': [
    'Survei ini sudah punya daftar; ubah daftar yang ada',
    'This survey has a list already; change that one',
  ],
  'surveys.household-twice': [
    'Ada keluarga yang tercantum lebih dari sekali',
    'A household is on the list more than once',
  ],
  'surveys.no-such-household': [
    '{count} keluarga tidak ada dalam data warga',
    '{count} household is not on record|{count} households are not on record',
  ],
  'surveys.device-revoked': ['Perangkat ini sudah dicabut', 'This device was revoked already'],
  'surveys.form-too-heavy': [
    'Server tidak dapat membaca berkas ini: terlalu berat, atau isinya tidak lazim. Simpan ulang dari Excel, dan hapus lembar dan kolom yang tidak dipakai',
    'The server could not read this file: it is too heavy, or something in it is unusual. Save it anew from Excel, and remove sheets and columns that are not used',
  ],
  'surveys.form-taken': [
    'Formulir {formId} versi {version} sudah ada di wilayah ini; naikkan versinya di lembar settings',
    'Form {formId} version {version} is here already; raise the version in the settings sheet',
  ],
  'surveys.form-shipped': [
    'Formulir bawaan Rembug tidak dapat diubah',
    'A form that comes with Rembug cannot be changed',
  ],
  'surveys.form-of-other-place': [
    'Formulir ini dibawa wilayah lain; hanya di sana dapat diubah',
    'Another place brought this form; it can only be changed there',
  ],
  'surveys.file-not-asked': [
    'Formulir ini tidak meminta berkas bernama {name}; yang diminta: {asked}',
    'The form asks for no file named {name}; it asks for: {asked}',
  ],
  'surveys.file-of-registry': [
    'Daftar {name} diisi Rembug dari data warga',
    'Rembug fills the list {name} from the register itself',
  ],
  'surveys.file-in-use': [
    'Berkas {name} sudah dipakai survei; impor versi baru formulirnya',
    'The file {name} is in use by a survey; import a new version of the form',
  ],
  'surveys.file-kind': [
    'Berkas {name} tidak dapat dipakai: jenisnya tidak dikenal',
    'The file {name} cannot be used: its kind is not known',
  ],
})
