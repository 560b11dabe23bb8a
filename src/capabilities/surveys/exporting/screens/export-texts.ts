// What the screen of files says.
import { texts } from '../../../../kernel/text.ts'

export const exportTexts = texts({
  'export.title': ['Unduh data survei', 'Download survey data'],
  'export.kind': ['Bentuk berkas', 'Kind of file'],
  'export.xlsx': ['Excel (XLSX)', 'Excel (XLSX)'],
  'export.xlsx-why': [
    'Satu lembar untuk isian, satu lembar untuk setiap daftar di dalamnya. NIK dan nomor panjang tetap utuh.',
    'One sheet for the submissions, one for each list within. NIK and long numbers stay whole.',
  ],
  'export.csv': ['CSV (zip)', 'CSV (zip)'],
  'export.csv-why': [
    'Untuk SPSS, Stata, R, atau program lain. Susunan kolom seperti ODK Central.',
    'For SPSS, Stata, R and others. Columns as in ODK Central.',
  ],
  'export.geojson': ['Peta (GeoJSON)', 'Map (GeoJSON)'],
  'export.geojson-why': [
    'Titik, garis, dan bidang untuk QGIS. Tanpa nama orang.',
    'Points, lines and areas for QGIS. Without names of people.',
  ],
  'export.media': ['Foto dan berkas (zip)', 'Photos and files (zip)'],
  'export.media-why': ['Satu folder untuk setiap isian.', 'One folder for each submission.'],
  'export.xml': ['Isian asli (XML, zip)', 'Originals (XML, zip)'],
  'export.xml-why': [
    'Persis seperti dikirim ponsel, termasuk versi sebelum diperbaiki.',
    'Exactly as the phone sent them, with versions before editing.',
  ],
  'export.personal': ['Dengan data pribadi', 'With personal data'],
  'export.personal-why': [
    'Nama, nomor, alamat, titik rumah. Pengunduhan dicatat atas nama Anda; simpan berkasnya dengan aman dan hapus bila selesai.',
    'Names, numbers, addresses, points of homes. The download is logged in your name; keep the file safe and delete it when done.',
  ],
  'export.personal-never': [
    'Peran Anda menerima jawaban terbuka saja, tanpa data pribadi.',
    'Your role receives open answers only, without personal data.',
  ],
  'export.personal-always': [
    'Berkas ini seluruhnya data pribadi. Pengunduhan dicatat atas nama Anda.',
    'This file is personal data through and through. The download is logged in your name.',
  ],
  'export.points-need': [
    'Titik rumah termasuk data pribadi: tanpa data pribadi peta ini mungkin kosong.',
    'Points of homes are personal: without personal data this map may be empty.',
  ],
  'export.which': ['Isian yang diunduh', 'Submissions to download'],
  'export.filtered': ['Saringan dari tabel ikut dipakai.', 'The filters of the table are used too.'],
  'export.unfilter': ['Unduh semua saja', 'Take all instead'],
  'export.words': ['Judul kolom dan pilihan', 'Column heads and choices'],
  'export.names': ['Nama teknis (seperti di formulir)', 'Technical names (as in the form)'],
  'export.labels-id': ['Label bahasa Indonesia', 'Labels in Indonesian'],
  'export.labels-en': ['Label bahasa Inggris', 'Labels in English'],
  'export.separator': ['Pemisah kolom', 'Between columns'],
  'export.semicolon': ['Titik koma; Excel Indonesia (1,5)', 'Semicolon; Excel in Indonesian (1,5)'],
  'export.comma': ['Koma; R, SPSS dan lain-lain (1.5)', 'Comma; R, SPSS and others (1.5)'],
  'export.digits-lost': [
    'Dibuka dengan klik dua kali, Excel membuang 0 di depan dan angka ke-16. Untuk NIK dan kode pilih Excel (XLSX); di LibreOffice centang “Ruas berpetik sebagai teks”.',
    'Opened by a double click, Excel drops a leading 0 and the 16th digit. For NIK and codes choose Excel (XLSX); in LibreOffice tick “Format quoted field as text”.',
  ],
  'export.split': [
    'Satu kolom 1/0 untuk setiap pilihan ganda',
    'A 1/0 column for each choice of a multiple question',
  ],
  'export.groups': ['Nama kelompok di depan judul kolom', 'Group names before column heads'],
  'export.needs-signal': [
    'Mengunduh perlu sinyal: berkas disusun oleh server.',
    'Downloading needs a signal: the server makes the file.',
  ],
  'export.start': ['Unduh', 'Download'],
  'export.cancel': ['Batalkan', 'Cancel'],
  'export.running': ['Berkas sedang disusun', 'The file is being made'],
  'export.progress': ['{rows} isian · {size}', '{rows} submissions · {size}'],
  'export.progress-of': ['{rows} dari {total} isian · {size}', '{rows} of {total} submissions · {size}'],
  'export.done': ['Berkas tersimpan', 'File saved'],
  'export.done-what': ['{name}, {size}.', '{name}, {size}.'],
  'export.cancelled': ['Unduhan dibatalkan', 'Download cancelled'],
  'export.cancelled-what': ['Tidak ada berkas yang disimpan.', 'No file was saved.'],
  'export.failed': ['Unduhan terputus', 'The download broke off'],
  'export.failed-what': [
    'Berkas yang setengah jadi tidak disimpan. Coba lagi saat sinyal lebih baik.',
    'The half file was not saved. Try again when the line is better.',
  ],
})
