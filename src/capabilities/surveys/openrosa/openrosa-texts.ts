// What the door of OpenRosa says: shown to the enumerator by ODK Collect and KoboCollect, and as refusals of surveys.submit.
import { texts } from '../../../kernel/text.ts'

export const openRosaTexts = texts({
  'surveys.xml-malformed': [
    'Isian tidak dapat dibaca: berkas XML rusak atau terpotong. Kirim sekali lagi.',
    'The submission cannot be read: its XML is broken or cut off. Send it again.',
  ],
  'surveys.xml-doctype': [
    'Isian ditolak: XML dengan DOCTYPE atau entitas tidak diterima.',
    'Refused: XML with a document type or entities is not accepted.',
  ],
  'surveys.xml-too-deep': [
    'Isian ditolak: susunannya lebih dalam dari {maximum} tingkat.',
    'Refused: it is nested deeper than {maximum} levels.',
  ],
  'surveys.xml-too-large': [
    'Isian ditolak: XML lebih besar dari {maximum} byte.',
    'Refused: the XML is larger than {maximum} bytes.',
  ],
  'surveys.xml-other-form': [
    'Isian ini milik formulir lain: {form}.',
    'This submission belongs to another form: {form}.',
  ],
  'surveys.no-instance-id': [
    'Isian ditolak: tidak ada instanceID, sehingga tidak dapat dikenali bila terkirim dua kali.',
    'Refused: it has no instanceID, so it could not be told apart from a copy.',
  ],
  'surveys.unknown-form': [
    'Formulir "{form}" tidak dipakai dalam survei di wilayah ini. Muat ulang daftar formulir.',
    'Form "{form}" is not used by a survey here. Refresh the list of forms.',
  ],
  'surveys.unknown-version': [
    'Versi "{version}" dari formulir ini tidak dipakai di wilayah ini. Muat ulang formulir.',
    'Version "{version}" of this form is not used here. Refresh the form.',
  ],
  'surveys.survey-closed': [
    'Survei sudah ditutup. Isian tetap tersimpan di perangkat; hubungi fasilitator.',
    'The survey is closed. The submission stays on the device; speak to the facilitator.',
  ],
  'surveys.instance-differs': [
    'Isian dengan nomor yang sama tetapi isi yang lain sudah diterima. Tidak ada yang diganti.',
    'A submission with the same id and other content was received before. Nothing was changed.',
  ],
  'surveys.edition-unknown': [
    'Isian yang diperbaiki tidak ditemukan di sini.',
    'The submission that this one mends is not here.',
  ],
  'surveys.edition-stale': [
    'Isian ini sudah diperbaiki orang lain. Ambil yang terbaru lebih dahulu.',
    'Somebody else has mended this submission meanwhile. Take the newest first.',
  ],
  'surveys.other-submission': [
    'Nomor isian tidak cocok dengan instanceID di dalamnya.',
    'The id of the submission does not fit its instanceID.',
  ],
  'surveys.device-ended': [
    'Perangkat ini tidak boleh mengirim lagi. Hubungi fasilitator.',
    'This device may not send any more. Speak to the facilitator.',
  ],
  'surveys.odk-received': ['Terima kasih, isian sudah diterima.', 'Thank you, the submission was received.'],
  'surveys.odk-waiting': [
    'Isian diterima; berkas yang belum datang: {count}.',
    'Received; files still to come: {count}.',
  ],
  'surveys.odk-sign-in': ['Perangkat ini belum dikenal.', 'This device is not known.'],
  'surveys.odk-forbidden': [
    'Alamat ini tidak berlaku. Pindai ulang kode QR dari fasilitator.',
    "This address is not valid. Scan the facilitator's QR code again.",
  ],
  'surveys.odk-not-multipart': [
    'Kiriman harus berupa multipart/form-data dengan bagian xml_submission_file.',
    'A submission is multipart/form-data with a part xml_submission_file.',
  ],
  'surveys.odk-cut-off': [
    'Kiriman terputus di tengah jalan; tidak ada yang disimpan. Kirim sekali lagi.',
    'The upload was cut off; nothing was stored. Send it again.',
  ],
  'surveys.odk-too-large': [
    'Kiriman terlalu besar: paling banyak {whole} MB sekali kirim. Isian aman di perangkat; perkecil foto atau videonya lalu kirim lagi.',
    'Too large: at most {whole} MB at a time. The submission is safe on the device; make its photo or video smaller and send it again.',
  ],
  'surveys.odk-busy': [
    'Server sedang penuh. Isian aman di perangkat; coba lagi sebentar lagi.',
    'The server is busy. The submission is safe on the device; try again in a while.',
  ],
  'surveys.odk-uploads-of-day': [
    'Ponsel ini sudah mengirim foto dan berkas sampai batas satu hari ({most} MB). Isian aman di ponsel; kirim lagi besok.',
    'This phone has sent as many photos and files as a day takes ({most} MB). The submission is safe on the phone; send it again tomorrow.',
  ],
  'surveys.odk-too-often': [
    'Terlalu banyak percobaan dari alamat ini. Tunggu satu menit.',
    'Too many attempts from this address. Wait a minute.',
  ],
  'surveys.odk-malformed': ['Permintaan ini tidak dapat dibaca.', 'This request cannot be read.'],
  'surveys.odk-not-found': ['Tidak ditemukan.', 'Not found.'],
  'surveys.odk-failed': [
    'Ada kesalahan di server. Isian aman di perangkat; coba lagi nanti.',
    'The server made a mistake. The submission is safe on the device; try again later.',
  ],
  'surveys.doubt-unknown-question': [
    'Ada jawaban untuk pertanyaan yang tidak ada dalam formulir',
    'An answer to a question that the form does not have',
  ],
  'surveys.doubt-not-a-number': ['Bukan angka', 'Not a number'],
  'surveys.doubt-not-a-day': ['Bukan tanggal', 'Not a date'],
  'surveys.doubt-not-a-time': ['Bukan waktu', 'Not a time'],
  'surveys.doubt-not-a-point': ['Bukan titik koordinat', 'Not a point on the map'],
  'surveys.doubt-not-acknowledged': ['Bukan tanda setuju', 'Not an acknowledgement'],
  'surveys.doubt-too-many': [
    'Lebih banyak daripada yang dapat dipilih atau diisi',
    'More than can be chosen or filled in',
  ],
  'surveys.doubt-file-name': ['Nama berkas tidak dapat dipakai', 'A name that no file can have'],
  'surveys.doubt-century': ['Tahun di luar 1900-2100', 'A year outside 1900-2100'],
  'surveys.doubt-choice': ['Pilihan tidak ada dalam daftar', 'A choice that the list does not have'],
})
