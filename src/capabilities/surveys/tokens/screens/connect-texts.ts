// What the screen of connections says: letting Excel or Power BI read a survey.
import { texts } from '../../../../kernel/text.ts'

export const connectTexts = texts({
  'connect.title': ['Sambungkan ke Excel / Power BI', 'Connect Excel / Power BI'],
  'connect.back': ['Unduh data survei', 'Download survey data'],
  'connect.door': ['Excel dan Power BI', 'Excel and Power BI'],
  'connect.door-why': [
    'Sekali disambungkan, tekan Segarkan di Excel dan isian terbaru masuk sendiri: tidak perlu mengunduh lagi.',
    'Once connected, press Refresh in Excel and the newest submissions come by themselves: nothing to download again.',
  ],
  'connect.new': ['Sambungan baru', 'New connection'],
  'connect.new-why': [
    'Excel membaca survei ini atas nama Anda, dan hanya survei ini. Tidak ada yang dapat diubahnya.',
    'Excel reads this survey in your name, and this survey alone. It can change nothing.',
  ],
  'connect.name': ['Nama sambungan', 'Name of the connection'],
  'connect.name-hint': [
    'Komputer atau berkas yang memakainya, misalnya “Excel kantor”.',
    'The computer or file that uses it, for example “Office Excel”.',
  ],
  'connect.days': ['Berlaku selama', 'Works for'],
  'connect.days-of': ['{days} hari · {until}', '{days} days · {until}'],
  'connect.days-hint': [
    'Sesudah itu buat yang baru. Berakhir juga bila peran Anda di desa ini berakhir.',
    'After that make a new one. It also ends when your role in this village does.',
  ],
  'connect.personal': ['Dengan data pribadi', 'With personal data'],
  'connect.personal-why': [
    'Nama, nomor, alamat, titik rumah. Tiap pembacaan dicatat atas nama Anda, dan datanya tinggal di berkas Excel.',
    'Names, numbers, addresses, points of homes. Each read is logged in your name, and the data stays in the workbook.',
  ],
  'connect.open-only': [
    'Yang terbaca: jawaban terbuka, seperti di unduhan Anda. Data pribadi tidak ikut.',
    'What is read: open answers, as in your downloads. No personal data.',
  ],
  'connect.make': ['Buat sambungan', 'Make the connection'],
  'connect.most': [
    'Anda sudah punya {most} sambungan yang berlaku. Akhiri yang tidak dipakai lagi untuk membuat yang baru.',
    'You already have {most} connections that work. End one that is not used any more to make another.',
  ],
  'connect.offline': [
    'Membuat sambungan perlu sinyal. Kata sandinya baru berlaku setelah server menerimanya.',
    'Making a connection needs signal. Its password only works once the server has it.',
  ],
  'connect.http': ['Halaman ini tidak lewat HTTPS', 'This page is not on HTTPS'],
  'connect.http-why': [
    'Excel akan ditolak di alamat ini, supaya kata sandi tidak terbaca di jaringan. Buka Rembug lewat alamat https://.',
    'Excel will be refused at this address, so that no password is read on the network. Open Rembug by its https:// address.',
  ],
  'connect.not-you': [
    'Sambungan dibuat oleh orang yang bekerja di desa ini. Di atas desa tidak ada isian satu per satu, jadi tidak ada yang disambungkan.',
    'Connections are made by those who work in this village. Above it there are no single submissions, so there is nothing to connect.',
  ],
  'connect.waiting': [
    'Menunggu server menerima sambungan ini …',
    'Waiting until the server has this connection …',
  ],
  'connect.refused': ['Server menolak sambungan ini', 'The server refused this connection'],
  'connect.once': ['Salin sekarang', 'Copy now'],
  'connect.once-why': [
    'Untuk “{name}”. Kata sandi hanya tampil sekali dan tidak disimpan: bila hilang, buat sambungan lain.',
    'For “{name}”. The password is shown once and not kept: if it is lost, make another connection.',
  ],
  'connect.address': ['Alamat', 'Address'],
  'connect.user': ['Nama pengguna', 'User name'],
  'connect.password': ['Kata sandi', 'Password'],
  'connect.copy': ['Salin', 'Copy'],
  'connect.copy-of': ['Salin: {what}', 'Copy: {what}'],
  'connect.copied': ['Disalin: {what}', 'Copied: {what}'],
  'connect.excel': ['Di Excel', 'In Excel'],
  'connect.excel-1': [
    'Data › Dapatkan Data › Dari Sumber Lain › Dari Umpan OData.',
    'Data › Get Data › From Other Sources › From OData Feed.',
  ],
  'connect.excel-2': [
    'Tempel alamat, lalu pilih Dasar (Basic), bukan Anonim atau Windows.',
    'Paste the address, then choose Basic, not Anonymous or Windows.',
  ],
  'connect.excel-3': [
    'Isi nama pengguna dan kata sandi, pilih tabel, lalu Muat. Sesudah itu cukup Segarkan.',
    'Fill in user name and password, choose the tables, then Load. From then on just Refresh.',
  ],
  'connect.bi': ['Di Power BI Desktop', 'In Power BI Desktop'],
  'connect.bi-1': ['Dapatkan data › Umpan OData.', 'Get data › OData feed.'],
  'connect.bi-2': ['Tempel alamat, lalu pilih Dasar (Basic).', 'Paste the address, then choose Basic.'],
  'connect.bi-3': [
    'Isi nama pengguna dan kata sandi, pilih tabel, lalu Muat.',
    'Fill in user name and password, choose the tables, then Load.',
  ],
  'connect.finish': ['Sudah disalin', 'It is copied'],
  'connect.finish-sure': [
    'Tutup kata sandi ini? Setelah ditutup tidak dapat ditampilkan lagi.',
    'Close this password? It cannot be shown again.',
  ],
  'connect.cancel': ['Batal', 'Cancel'],
  'connect.list': ['Sambungan survei ini', 'Connections of this survey'],
  'connect.empty': ['Belum ada sambungan', 'No connections yet'],
  'connect.empty-why': [
    'Yang dibuat tampil di sini, dengan siapa yang membuatnya dan kapan terakhir membaca.',
    'Those that are made show here, with who made them and when they last read.',
  ],
  'connect.works': ['Berlaku', 'Works'],
  'connect.ended': ['Diakhiri', 'Ended'],
  'connect.over': ['Habis masa', 'Run out'],
  'connect.unsent': ['Belum terkirim', 'Not sent yet'],
  'connect.until': ['sampai {day}', 'until {day}'],
  'connect.ended-at': ['diakhiri {day}', 'ended {day}'],
  'connect.with-personal': ['dengan data pribadi', 'with personal data'],
  'connect.mine': ['milik Anda', 'yours'],
  'connect.of': ['milik {name}', '{name}’s'],
  'connect.of-other': ['milik orang lain', 'somebody else’s'],
  'connect.never': ['belum pernah membaca', 'has not read yet'],
  'connect.read': ['terakhir membaca {at}, dari jaringan {from}', 'last read {at}, from network {from}'],
  'connect.older': ['Yang sudah berakhir ({count})', 'Those that are over ({count})'],
  'connect.end': ['Akhiri', 'End'],
  'connect.end-of': ['Akhiri {name}', 'End {name}'],
  'connect.end-title': ['Akhiri sambungan ini?', 'End this connection?'],
  'connect.end-why': [
    '“{name}” tidak dapat membaca lagi. Yang sudah ada di berkas Excel tetap di sana.',
    '“{name}” can read no more. What is in the workbook already stays there.',
  ],
  'connect.end-done': ['Sambungan diakhiri', 'Connection ended'],
})
