// The words of letters.
import { texts } from '../../kernel/text.ts'
import { receivedTexts } from './texts-received.ts'

const refusals = texts({
  'letters.no-letterhead': [
    'Kop surat belum diatur. Isi dahulu di Surat, Kop surat.',
    'There is no letterhead yet. Set it first under Letters, Letterhead.',
  ],
  'letters.letterhead-changed': [
    'Kop surat sudah diubah orang lain. Yang berbeda: {fields}.',
    'Somebody else changed the letterhead meanwhile. It differs in: {fields}.',
  ],
  'letters.format-unknown-part': [
    'Format nomor memuat bagian yang tidak dikenal. Pakai huruf besar, angka, titik, atau salah satu isian.',
    'The number format has a part that is not known. Use capitals, digits, dots or one of the fields.',
  ],
  'letters.format-needs-sequence': [
    'Format nomor harus memuat {urut} tepat satu kali.',
    'The number format must hold {urut} exactly once.',
  ],
  'letters.format-needs-year': ['Format nomor harus memuat {tahun}.', 'The number format must hold {tahun}.'],
  'letters.format-needs-unit': ['Format nomor harus memuat {unit}.', 'The number format must hold {unit}.'],
  'letters.format-needs-classification': [
    'Nomor dihitung per klasifikasi, jadi formatnya harus memuat {klasifikasi}.',
    'Numbers are counted by classification, so the format must hold {klasifikasi}.',
  ],
  'letters.format-needs-kind': [
    'Nomor dihitung per jenis surat, jadi formatnya harus memuat {jenis}.',
    'Numbers are counted by kind, so the format must hold {jenis}.',
  ],
  'letters.unit-taken': [
    'Singkatan {unit} sudah dipakai kop surat yang lain. Dua kop surat tidak boleh menghasilkan nomor yang sama.',
    'The other letterhead uses {unit} already. Two letterheads must not give the same number.',
  ],
  'letters.series-in-use': [
    'Tahun {year} sudah memakai nomor. Letak nomor urut dan cara menghitungnya baru dapat diubah mulai 1 Januari.',
    'Numbers of {year} are in use. Where the number stands, and how it is counted, can change from 1 January.',
  ],
  'letters.series-malformed': ['Deret nomor tidak dikenal.', 'That is no series of numbers.'],
  'letters.classification-malformed': [
    'Kode klasifikasi ditulis seperti 400.10.2.',
    'A classification code is written like 400.10.2.',
  ],
  'letters.code-malformed': [
    'Singkatan hanya memuat huruf besar, angka, titik, dan tanda hubung.',
    'A short code holds only capitals, digits, dots and hyphens.',
  ],
  'letters.logo-malformed': [
    'Logo harus gambar PNG atau JPEG yang kecil.',
    'The logo must be a small PNG or JPEG picture.',
  ],
  'letters.year-far': [
    'Nomor tahun {year} belum atau tidak lagi dapat dipesan.',
    'Numbers of {year} cannot be reserved yet, or any more.',
  ],
  'letters.enough-reserved': [
    'Perangkat ini masih memegang {unused} nomor yang belum dipakai.',
    'This device still holds {unused} numbers that were not used.',
  ],
  'letters.account-reserved': [
    'Akun ini masih memegang {unused} nomor yang belum dipakai di semua perangkatnya; paling banyak {most}. Pakai dahulu, atau jelaskan nomor yang lewat.',
    'This account still holds {unused} unused numbers on all its devices; {most} at most. Use them first, or explain the numbers that were skipped.',
  ],
  'letters.date-ahead': ['Tanggal tidak boleh melewati hari ini.', 'The date cannot lie after today.'],
  'letters.date-too-old': ['Tanggal surat terlalu lama.', 'The date of the letter is too long ago.'],
  'letters.block-unknown': [
    'Nomor ini tidak berasal dari cadangan nomor desa ini.',
    'This number is not from a reserve of this village.',
  ],
  'letters.block-of-another': [
    'Cadangan nomor ini milik perangkat atau akun lain.',
    'This reserve of numbers belongs to another device or account.',
  ],
  'letters.block-ended': [
    'Cadangan nomor ini sudah berakhir. Biarkan server memberi nomor.',
    'This reserve of numbers has ended. Let the server give the number.',
  ],
  'letters.block-other-series': [
    'Cadangan nomor ini untuk deret {series} tahun {year}.',
    'This reserve of numbers is for series {series} of {year}.',
  ],
  'letters.number-outside-block': [
    'Nomornya di luar cadangan {first} sampai {last}.',
    'The number lies outside the reserve of {first} to {last}.',
  ],
  'letters.number-taken': ['Nomor {number} sudah dipakai surat lain.', 'Another letter has number {number}.'],
  'letters.not-sent': ['Surat ini belum tercatat dikirim.', 'This letter is not on record as sent.'],
  'letters.received-already': ['Tanda terimanya sudah tercatat.', 'Its receipt is on record already.'],
  'letters.before-sent': [
    'Tanggalnya tidak boleh mendahului pengiriman ({date}).',
    'It cannot lie before the day it was sent ({date}).',
  ],
  'letters.dated-after-receipt': [
    'Tanggal surat tidak boleh setelah tanggal diterima.',
    'The letter cannot be dated after the day it came.',
  ],
  'letters.before-received': [
    'Tanggalnya tidak boleh mendahului surat diterima ({date}).',
    'It cannot lie before the day the letter came ({date}).',
  ],
  'letters.due-before': [
    'Tenggat tidak boleh mendahului tanggal disposisi.',
    'The due day cannot lie before the disposition.',
  ],
  'letters.incoming-of-another': [
    'Surat masuk ini milik program lain di desa ini.',
    'This incoming letter belongs to another programme of the village.',
  ],
  'letters.entry-unknown': ['Catatan ini tidak ditemukan.', 'There is no such entry.'],
  'letters.entry-changed': [
    'Catatan ini sudah diubah orang lain (versi {version}).',
    'Somebody else changed this entry meanwhile (version {version}).',
  ],
  'letters.struck-already': ['Catatan ini sudah dicoret.', 'This entry was struck out already.'],
  'letters.disposition-done': ['Disposisi ini sudah selesai.', 'This disposition is done already.'],
  'letters.document-kind-unknown': [
    'Program ini tidak mengenal jenis dokumen itu.',
    'The programme does not know this kind of document.',
  ],
  'letters.document-needs-scan': [
    'Dokumen keputusan dicatat dengan pindaiannya.',
    'A deciding document is put on record with its scan.',
  ],
  'letters.ends-before': ['Masa berlaku berakhir sebelum dimulai.', 'It ends before it comes into force.'],
  'letters.enrolment-not-running': [
    'Program ini tidak sedang berjalan di desa ini.',
    'This programme is not running at this village.',
  ],
  'letters.not-decided': [
    'Surat ini bertumpu pada {meetingId} yang memutuskan "{optionId}". Keputusan itu belum tercatat.',
    'This letter rests on the {meetingEn} deciding "{optionEn}". That decision is not on record yet.',
  ],
  'letters.decided-otherwise': [
    '{meetingId} memutuskan "{otherId}", jadi surat ini tidak dapat dibuat: dasarnya keputusan "{optionId}".',
    'The {meetingEn} decided "{otherEn}", so this letter cannot be written: it rests on the decision "{optionEn}".',
  ],
  'letters.other-basis': [
    'Dasar surat ini sudah berubah sejak ditulis: {title}. Buka surat baru agar dasarnya benar.',
    'What this letter rests on has changed since it was written: {title}. Start it anew to have its basis right.',
  ],
  'letters.needs': ['Surat ini memerlukan: {needId}.', 'This letter needs: {needEn}.'],
  'letters.need-unavailable': ['{need}: belum tersedia', '{need}: not available yet'],
  'letters.need-unavailable-why': [
    'Aplikasi belum mencatatnya. Terbitkan surat ini hanya jika hal itu sudah ada dan dilampirkan.',
    'The app does not keep it yet. Issue this letter only when it is there and enclosed.',
  ],
  'letters.before-its-basis': [
    'Tanggal surat tidak boleh mendahului rembug yang menjadi dasarnya ({date}).',
    'The letter cannot be dated before the meeting it rests on ({date}).',
  ],
  'letters.addressee-missing': [
    'Surat jenis ini ditujukan juga kepada: {to}.',
    'A letter of this kind is also addressed to: {to}.',
  ],
  'letters.signatory-missing': [
    'Surat jenis ini ditandatangani juga oleh: {whoId}.',
    'A letter of this kind is also signed by: {whoEn}.',
  ],
  'letters.not-an-addressee': [
    'Surat ini tidak ditujukan kepada "{to}". Pilih salah satu tujuannya.',
    'This letter is not addressed to "{to}". Choose one of its addressees.',
  ],
  'letters.sent-to-already': ['Kepada "{to}" surat ini sudah dikirim.', 'It was sent to "{to}" already.'],
  'letters.document-without-meeting': [
    'Dokumen ini memutuskan hasil {meetingId}. Rembug itu belum tercatat.',
    'This document decides about the {meetingEn}. That meeting is not on record yet.',
  ],
  'letters.document-before-meeting': [
    'Tanggalnya tidak boleh mendahului {meetingId} ({date}).',
    'It cannot be dated before the {meetingEn} ({date}).',
  ],
  'letters.document-before-start': [
    'Tanggalnya tidak boleh mendahului mulainya program di sini ({date}).',
    'It cannot be dated before the programme started here ({date}).',
  ],
  'letters.document-of-village': [
    'Dokumen ini ditetapkan oleh {byId}, bukan oleh desa/kelurahan sendiri.',
    'This document is issued by {byEn}, not by the village itself.',
  ],
  'letters.letter-unknown': ['Surat tidak ditemukan.', 'There is no such letter.'],
  'letters.changed-meanwhile': [
    'Surat ini sudah diubah orang lain. Statusnya sekarang: {state} (versi {version}).',
    'Somebody else changed this letter meanwhile. Its state is now: {state} (version {version}).',
  ],
  'letters.cancelled-already': ['Surat ini sudah dibatalkan.', 'This letter was cancelled.'],
  'letters.not-a-signatory': [
    '{capacity} tidak ada di lembar surat ini.',
    '{capacity} is not on the sheet of this letter.',
  ],
  'letters.sent-already': ['Surat ini sudah dikirim.', 'This letter was sent already.'],
  'letters.acknowledged-already': ['Surat ini sudah diketahui.', 'This letter was acknowledged already.'],
  'letters.before-its-date': [
    'Tanggalnya tidak boleh mendahului tanggal surat ({date}).',
    'It cannot lie before the date of the letter ({date}).',
  ],
  'letters.gap-backwards': [
    'Nomor akhir lebih kecil daripada nomor awal.',
    'The last number is below the first.',
  ],
  'letters.gap-beyond': [
    'Nomor setelah {last} belum pernah dipesan.',
    'Numbers after {last} were never handed out.',
  ],
  'letters.gap-has-letters': [
    'Nomor ini sudah dipakai surat: {numbers}.',
    'Letters carry these numbers: {numbers}.',
  ],
  'letters.gap-explained-already': [
    'Nomor ini sudah dijelaskan.',
    'These numbers have been explained already.',
  ],
})

const register = texts({
  'letters.title': ['Surat', 'Letters'],
  'letters.book': ['Buku agenda surat keluar', 'Book of outgoing letters'],
  'letters.book-hint': [
    'Semua surat dan berita acara yang bernomor, menurut tanggalnya.',
    'All numbered letters and minutes, by their date.',
  ],
  'letters.new': ['Buat surat', 'Write a letter'],
  'letters.head-settings': ['Kop surat dan nomor', 'Letterhead and numbers'],
  'letters.year': ['Tahun', 'Year'],
  'letters.kind': ['Jenis surat', 'Kind of letter'],
  'letters.all-kinds': ['Semua jenis', 'All kinds'],
  'letters.number': ['Nomor', 'Number'],
  'letters.date': ['Tanggal surat', 'Date of the letter'],
  'letters.subject': ['Hal', 'Subject'],
  'letters.to': ['Kepada', 'To'],
  'letters.state': ['Status', 'State'],
  'letters.waits-for-number': ['Menunggu nomor', 'Waiting for its number'],
  'letters.none': ['Belum ada surat tahun {year}', 'No letters in {year} yet'],
  'letters.none-hint': [
    'Nomor surat diberikan urut oleh sistem, juga tanpa sinyal. Atur kop surat dahulu, lalu buat surat pertama.',
    'Numbers are given in order, also without a signal. Set the letterhead first, then write the first letter.',
  ],
  'letters.none-of-kind': ['Tidak ada surat jenis ini pada {year}', 'No letters of this kind in {year}'],
  'letters.state-draft': ['Menunggu nomor', 'Waiting for number'],
  'letters.state-issued': ['Terbit', 'Issued'],
  'letters.state-partly': ['Terkirim sebagian', 'Sent to some'],
  'letters.state-sent': ['Terkirim', 'Sent'],
  'letters.state-cancelled': ['Batal', 'Cancelled'],
  'letters.state-acknowledged': ['Diketahui', 'Acknowledged'],
  'letters.pending-queued': ['Belum terkirim ke server', 'Not yet at the server'],
  'letters.pending-refused': ['Perlu perbaikan', 'Needs mending'],
  'letters.gaps': ['Nomor yang tidak dipakai', 'Numbers not used'],
  'letters.gaps-hint': [
    'Nomor cadangan di perangkat yang tidak dipakai harus punya alasan, agar buku agenda tetap utuh.',
    'Numbers a device held and did not use need a reason, so that the book stays whole.',
  ],
  'letters.gap-range': ['Nomor {first} sampai {last}', 'Numbers {first} to {last}'],
  'letters.gap-one': ['Nomor {number}', 'Number {number}'],
  'letters.gap-explain': ['Beri alasan', 'Give the reason'],
  'letters.gap-reason': ['Alasan', 'Reason'],
  'letters.gap-reason-hint': [
    'Misalnya: ponsel hilang, surat salah cetak.',
    'For instance: phone lost, letter misprinted.',
  ],
  'letters.stock': ['Cadangan nomor di perangkat ini', 'Numbers in reserve on this device'],
  'letters.stock-left': ['{count} nomor siap dipakai tanpa sinyal', '{count} numbers ready without a signal'],
  'letters.stock-none': [
    'Belum ada cadangan. Surat yang dibuat tanpa sinyal mendapat nomor setelah tersambung.',
    'None in reserve. A letter written without a signal gets its number once there is a line.',
  ],
})

const writing = texts({
  'letters.new-title': ['Surat baru', 'New letter'],
  'letters.from-programme': [
    'Isinya dari naskah program. Periksa, ubah seperlunya, lalu terbitkan.',
    'Its text is the programme’s. Check it, change what must be, then issue.',
  ],
  'letters.another': ['Tulis surat lain', 'Write another letter'],
  'letters.office': ['Surat dari', 'Letter from'],
  'letters.office-village': ['Pemerintah kelurahan/desa', 'Village government'],
  'letters.office-board': ['BKM/LKM', 'Board (BKM/LKM)'],
  'letters.classification': ['Kode klasifikasi', 'Classification code'],
  'letters.classification-hint': [
    'Usul dari jenis suratnya. Kode bertanda "perlu verifikasi" belum dicocokkan dengan lampiran peraturannya.',
    'Suggested by its kind. Codes marked "to be verified" were not compared with the regulation.',
  ],
  'letters.to-verify': ['perlu verifikasi', 'to be verified'],
  'letters.addressee': ['Kepada Yth.', 'To'],
  'letters.addressee-hint': ['Satu baris untuk setiap penerima atau baris alamat.', 'One line each.'],
  'letters.salutation': ['Salam pembuka', 'Salutation'],
  'letters.paragraphs': ['Isi surat', 'Text of the letter'],
  'letters.paragraphs-hint': [
    'Kosongkan satu baris di antara alinea.',
    'Leave an empty line between paragraphs.',
  ],
  'letters.attachments': ['Lampiran', 'Attachments'],
  'letters.copies': ['Tembusan', 'Copies'],
  'letters.copies-hint': ['Satu baris untuk setiap tembusan.', 'One line each.'],
  'letters.signatories': ['Penanda tangan bersama', 'Who signs together'],
  'letters.signatories-hint': [
    'Kosongkan nama yang belum pasti: di kertas tersedia garis untuk menulisnya.',
    'Leave a name empty when it is not certain: the paper has a line for it.',
  ],
  'letters.capacity': ['Sebagai', 'As'],
  'letters.name': ['Nama', 'Name'],
  'letters.add-signatory': ['Tambah penanda tangan', 'Add a signatory'],
  'letters.remove-signatory': ['Hapus penanda tangan {number}', 'Remove signatory {number}'],
  'letters.basis': ['Dasar: rembug warga', 'Basis: the meeting'],
  'letters.basis-title': ['Nama rembug', 'Name of the meeting'],
  'letters.basis-on': ['Tanggal rembug', 'Held on'],
  'letters.basis-place': ['Tempat', 'Place'],
  'letters.basis-women': ['Perempuan', 'Women'],
  'letters.basis-men': ['Laki-laki', 'Men'],
  'letters.basis-poor': ['Di antaranya warga miskin', 'Poor residents among them'],
  'letters.basis-decision': ['Keputusan', 'Decision'],
  'letters.basis-minutes': ['Nomor berita acara', 'Number of the minutes'],
  'letters.basis-from-meeting': [
    'Diambil dari penutupan rembug. Periksa, lalu terbitkan.',
    'Taken from the closing of the meeting. Check it, then issue.',
  ],
  'letters.issue': ['Terbitkan surat', 'Issue the letter'],
  'letters.issue-confirm': ['Terbitkan surat ini?', 'Issue this letter?'],
  'letters.issue-final': [
    'Nomornya tidak dapat dipakai lagi untuk surat lain. Surat yang keliru dibatalkan, lalu dibuat baru.',
    'Its number cannot be used again. A letter with a mistake is cancelled, and written anew.',
  ],
  'letters.next-number': ['Nomor berikutnya: {number}', 'Next number: {number}'],
  'letters.next-at-server': [
    'Nomornya diberikan server setelah tersambung.',
    'The server gives its number once there is a line.',
  ],
  'letters.optional': ['boleh kosong', 'may stay empty'],
  'letters.preview': ['Pratinjau', 'Preview'],
  'letters.required': ['Isi dahulu bagian ini.', 'Fill this in first.'],
  'letters.not-allowed': [
    'Peran Anda di sini tidak dapat menulis surat.',
    'Your role here may not write letters.',
  ],
  'letters.cancel-word': ['Kembali', 'Back'],
})

const one = texts({
  'letters.back-to-book': ['Buku agenda', 'Letter book'],
  'letters.print': ['Cetak', 'Print'],
  'letters.see-large': ['Perbesar', 'Enlarge'],
  'letters.see-whole': ['Lihat utuh', 'See it whole'],
  'letters.paper': ['Kertas', 'Paper'],
  'letters.paper-f4': ['F4', 'F4'],
  'letters.paper-a4': ['A4', 'A4'],
  'letters.number-pending': ['Nomor menyusul', 'Number to follow'],
  'letters.mark-sent': ['Catat pengiriman', 'Record that it went out'],
  'letters.sent-on': ['Dikirim tanggal', 'Sent on'],
  'letters.sent-how': ['Dengan cara', 'By'],
  'letters.how-hand': ['Diantar', 'By hand'],
  'letters.how-courier': ['Kurir', 'Courier'],
  'letters.how-post': ['Pos', 'Post'],
  'letters.not-sent-to': ['Belum dikirim kepada', 'Not sent yet to'],
  'letters.receipt-of': ['Tanda terima dari', 'Receipt from'],
  'letters.sent-to': ['Dikirim kepada', 'Sent to'],
  'letters.signed-by': ['Yang sudah bertanda tangan', 'Who has signed'],
  'letters.not-signed': ['Belum bertanda tangan: {who}', 'Not signed by: {who}'],
  'letters.sent-unsigned': [
    'Semua baru menandatangani pada {on}. Sebelum itu surat sudah dikirim kepada: {to}. Kirim lagi yang bertanda tangan.',
    'All had signed on {on} only. Before that it went to: {to}. Send the signed one again.',
  ],

  'letters.record-receipt': ['Catat tanda terima', 'Record the receipt'],
  'letters.received-by': ['Diterima oleh', 'Received by'],
  'letters.received-on': ['Diterima tanggal', 'Received on'],
  'letters.receipt-scan': ['Pindaian tanda terima', 'Scan of the receipt'],
  'letters.answered-by': ['Dijawab dengan', 'Answered by'],
  'letters.how-email': ['Surel', 'E-mail'],
  'letters.how-message': ['Pesan (WhatsApp)', 'Message (WhatsApp)'],
  'letters.note': ['Catatan', 'Note'],
  'letters.save': ['Simpan', 'Save'],
  'letters.acknowledge-paper': ['Ketik “mengetahui” yang di kertas', 'Type an acknowledgement on paper'],
  'letters.acknowledge': ['Nyatakan mengetahui', 'Acknowledge'],
  'letters.not-yet': ['Belum', 'Not yet'],
  'letters.acknowledged-on': ['Diketahui tanggal', 'Acknowledged on'],
  'letters.acknowledged-by': ['Diketahui oleh', 'Acknowledged by'],
  'letters.acknowledge-hint': [
    'Lurah/kepala desa menyatakan mengetahui surat ini.',
    'The village head states that this letter is known.',
  ],
  'letters.cancel': ['Batalkan surat', 'Cancel the letter'],
  'letters.cancel-title': ['Batalkan surat ini?', 'Cancel this letter?'],
  'letters.cancel-hint': [
    'Nomornya tetap tercatat sebagai batal, dan syarat program yang dipenuhi surat ini terbuka lagi.',
    'Its number stays on record as cancelled, and what it satisfied in the programme is open again.',
  ],
  'letters.cancel-reason': ['Alasan pembatalan', 'Reason'],
  'letters.date-of-cancelling': ['Dibatalkan tanggal', 'Cancelled on'],
  'letters.cancelled-because': ['Dibatalkan {date}: {reason}', 'Cancelled {date}: {reason}'],
  'letters.history': ['Perjalanan surat', 'What happened to it'],
  'letters.about-meeting': ['Lihat rembugnya', 'See the meeting'],
})

const head = texts({
  'letters.head-title': ['Kop surat dan nomor', 'Letterhead and numbers'],
  'letters.head-hint': [
    'Dipakai di semua surat, undangan, dan berita acara. Surat lama tetap dicetak dengan kop lamanya.',
    'Used on all letters, invitations and minutes. Old letters keep the letterhead they had.',
  ],
  'letters.head-upper': ['Baris di atas nama', 'Lines above the name'],
  'letters.head-upper-hint': [
    'Satu baris untuk setiap instansi, misalnya PEMERINTAH KOTA YOGYAKARTA.',
    'One line for each authority.',
  ],
  'letters.head-name': ['Nama kelurahan, desa, atau BKM', 'Name of the village or board'],
  'letters.head-address': ['Alamat', 'Address'],
  'letters.head-contact': ['Telepon, surel, kode pos', 'Telephone, e-mail, postcode'],
  'letters.head-logo': ['Logo', 'Logo'],
  'letters.head-logo-hint': [
    'Lambang daerah hanya untuk surat pemerintah kelurahan/desa.',
    'The crest of the region is only for letters of the village government.',
  ],
  'letters.head-logo-add': ['Pilih gambar', 'Choose a picture'],
  'letters.head-logo-remove': ['Hapus {name}', 'Remove {name}'],
  'letters.head-logo-bad': ['Gambar ini tidak dapat dibaca.', 'This picture cannot be read.'],
  'letters.head-city': ['Kota tempat tanda tangan', 'City of signature'],
  'letters.head-of': ['Jabatan yang menandatangani', 'Office of who signs'],
  'letters.head-of-name': ['Nama yang menandatangani', 'Name of who signs'],
  'letters.head-of-number': ['NIP', 'Civil servant number'],
  'letters.head-numbering': ['Nomor surat', 'Letter numbers'],
  'letters.head-unit': ['Singkatan', 'Short name'],
  'letters.head-unit-hint': ['Muncul di setiap nomor, misalnya TGP.', 'Part of every number.'],
  'letters.head-format': ['Format nomor', 'Number format'],
  'letters.head-format-hint': [
    'Bagian dipisah garis miring. Isian: {parts}.',
    'Parts between strokes. Fields: {parts}.',
  ],
  'letters.head-pad': ['Angka nomor urut', 'Digits of the number'],
  'letters.head-series': ['Nomor dihitung', 'Numbers are counted'],
  'letters.series-all': ['Satu urutan untuk semua surat', 'In one series for all letters'],
  'letters.series-kind': ['Per jenis surat', 'By kind of letter'],
  'letters.series-classification': ['Per kode klasifikasi', 'By classification code'],
  'letters.head-example': ['Contoh: {number}', 'Example: {number}'],
  'letters.head-save': ['Simpan kop surat', 'Save the letterhead'],
  'letters.head-saved': ['Kop surat tersimpan.', 'The letterhead was saved.'],
  'letters.head-version': ['Versi {version}', 'Version {version}'],
  'letters.head-sample-title': ['Contoh surat', 'Sample letter'],
  'letters.head-sample-text': [
    'Begini tampilan surat dengan kop dan nomor ini.',
    'This is how a letter looks with this letterhead and number.',
  ],
  'letters.head-kinds': ['Kode per jenis surat', 'Codes by kind of letter'],
  'letters.head-kind-code': ['Singkatan jenis', 'Short code'],
})

export const lettersTexts = {
  ...refusals,
  ...register,
  ...writing,
  ...one,
  ...head,
  ...receivedTexts,
} as const
