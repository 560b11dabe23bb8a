// What the screen of devices says: letting ODK Collect or KoboCollect send to a village.
import { texts } from '../../../../kernel/text.ts'

export const deviceTexts = texts({
  'device.title': ['Perangkat ODK', 'ODK devices'],
  'device.subtitle': [
    'Ponsel dengan ODK Collect atau KoboCollect yang boleh mengirim ke desa ini. Tiap ponsel punya rahasianya sendiri.',
    'Phones with ODK Collect or KoboCollect that may send to this village. Each has a secret of its own.',
  ],
  'device.back': ['Daftar survei', 'List of surveys'],
  'device.new': ['Daftarkan perangkat', 'Register a device'],
  'device.name': ['Nama perangkat', 'Name of the device'],
  'device.name-hint': [
    'Siapa yang memakai dan ponsel mana, misalnya “Bu Wahyuni, Samsung hitam”.',
    'Who uses it and which phone, for example “Wahyuni, black Samsung”.',
  ],
  'device.register': ['Daftarkan', 'Register'],
  'device.empty': ['Belum ada perangkat', 'No devices yet'],
  'device.empty-why': [
    'Rembug sendiri dapat mengisi tanpa jaringan. ODK Collect berguna untuk ponsel lama, atau tim yang sudah terbiasa.',
    'Rembug itself fills in without a network. ODK Collect helps on old phones, or teams that are used to it.',
  ],
  'device.list': ['Perangkat terdaftar', 'Registered devices'],
  'device.active': ['Aktif', 'Active'],
  'device.revoked': ['Dicabut', 'Ended'],
  'device.unsent': ['Belum terkirim', 'Not sent yet'],
  'device.since': ['Terdaftar {at}', 'Registered {at}'],
  'device.until': ['Dicabut {at}', 'Ended {at}'],
  'device.revoke': ['Cabut', 'End'],
  'device.revoke-of': ['Cabut {name}', 'End {name}'],
  'device.revoke-title': ['Cabut perangkat ini?', 'End this device?'],
  'device.revoke-why': [
    '{name} tidak dapat lagi mengirim. Yang sudah dikirim tetap ada; yang belum terkirim tinggal di ponsel itu.',
    '{name} can send no more. What it sent stays; what it has not sent remains on that phone.',
  ],
  'device.cancel': ['Batal', 'Cancel'],
  'device.done-revoke': ['Perangkat dicabut', 'Device ended'],
  'device.once-title': ['Pindai sekarang dengan {name}', 'Scan now with {name}'],
  'device.once-why': [
    'Kode ini hanya tampil sekali. Rahasianya tidak disimpan, jadi bila hilang, daftarkan perangkat itu lagi.',
    'This code is shown once. The secret is not kept, so if it is lost, register the device again.',
  ],
  'device.step-1': [
    'Di ODK Collect: ketuk ikon proyek di kanan atas, lalu “Tambah proyek”.',
    'In ODK Collect: tap the project icon at the top right, then “Add project”.',
  ],
  'device.step-2': [
    'Pilih “Konfigurasi dengan kode QR”, arahkan kamera ke kode ini.',
    'Choose “Configure with QR code” and point the camera at this code.',
  ],
  'device.step-3': [
    'KoboCollect: menu ⋮, “Konfigurasi lewat kode QR”, lalu “Pindai”.',
    'KoboCollect: menu ⋮, “Configure via QR code”, then “Scan”.',
  ],
  'device.step-4': [
    'Ketuk “Unduh formulir”. Isian dikirim sendiri bila ada jaringan.',
    'Tap “Download form”. Submissions are sent by themselves when there is a line.',
  ],
  'device.qr': ['Kode QR pengaturan ODK Collect', 'QR code with the settings for ODK Collect'],
  'device.manual': ['Tanpa kamera: isi dengan tangan', 'Without a camera: type it in'],
  'device.address': ['Alamat server (URL)', 'Server address (URL)'],
  'device.address-why': [
    'Alamat ini memuat rahasia perangkat; nama pengguna dan kata sandi dikosongkan.',
    'The address carries the secret; leave user name and password empty.',
  ],
  'device.copy': ['Salin alamat', 'Copy the address'],
  'device.copied': ['Alamat disalin', 'Address copied'],
  'device.finish': ['Sudah dipindai', 'It is scanned'],
  'device.finish-sure': [
    'Tutup kode ini? Setelah ditutup tidak dapat ditampilkan lagi.',
    'Close this code? It cannot be shown again.',
  ],
  'device.waiting': [
    'Menunggu pendaftaran sampai di server; kodenya baru berlaku setelah itu.',
    'Waiting until the server has it; the code only works then.',
  ],
  'device.there': [
    'Perangkat terdaftar di server; kodenya sudah berlaku.',
    'The server has the device; the code works now.',
  ],
  'device.refused': ['Server menolak perangkat ini', 'The server refused this device'],
  'device.http': ['Alamat ini tidak terenkripsi', 'This address is not encrypted'],
  'device.http-why': [
    'Halaman ini dibuka lewat {origin}. Data warga dari ODK Collect akan lewat tanpa enkripsi; pasang HTTPS dahulu, kecuali hanya untuk mencoba.',
    'This page is open over {origin}. Residents’ data from ODK Collect would travel unencrypted; set up HTTPS first, unless you only try it out.',
  ],
  'device.not-you': [
    'Hanya fasilitator dan sekretaris BKM yang mendaftarkan perangkat.',
    'Only the facilitator and the secretary of the board register devices.',
  ],
})
