// The sentences of the doors themselves: shape of the input, roles, place, clock, storage.
import { paperRefusals } from '../../kernel/paper-texts.ts'
import { texts } from '../../kernel/text.ts'

export const platformTexts = texts({
  ...paperRefusals,
  'platform.required': ['Bagian ini wajib diisi.', 'This must be filled in.'],
  'platform.wrong-type': ['Isian ini bukan jenis yang diminta.', 'This is not of the kind asked for.'],
  'platform.too-small': [
    'Terlalu kecil atau terlalu sedikit; paling sedikit {minimum}.',
    'Too small or too few; at least {minimum}.',
  ],
  'platform.too-big': [
    'Terlalu besar atau terlalu banyak; paling banyak {maximum}.',
    'Too big or too many; at most {maximum}.',
  ],
  'platform.too-long': [
    'Terlalu panjang; paling banyak {maximum} huruf.',
    'Too long; at most {maximum} characters.',
  ],
  'platform.unknown-field': [
    'Ada bagian yang tidak dikenal server ini. Perbarui aplikasi lalu kirim ulang.',
    'A part of this is not known to this server. Update the app, then send again.',
  ],
  'platform.not-one-of': ['Pilihan yang ada: {options}.', 'Choose one of: {options}.'],
  'platform.malformed': ['Isian ini tidak dapat dibaca.', 'This could not be read.'],
  'platform.not-an-id': ['Ini bukan nomor pengenal yang sah.', 'This is not a valid identifier.'],
  'platform.not-a-day': ['Ini bukan tanggal yang ada di kalender.', 'This is not a date of the calendar.'],
  'platform.day-out-of-reach': [
    'Tahun pada tanggal ini terlalu jauh; periksa tahunnya.',
    'The year of this date is too far away; check the year.',
  ],
  'platform.not-a-time': ['Jam ditulis seperti 19:30.', 'Write the time like 19:30.'],
  'platform.not-a-place': ['Ini bukan kode wilayah.', 'This is not a place code.'],
  'platform.not-an-instant': ['Waktu ini tidak dapat dibaca.', 'This time could not be read.'],
  'platform.clock-ahead': [
    'Jam perangkat ini lebih cepat lebih dari sehari. Betulkan tanggal di perangkat, lalu kirim ulang.',
    'The clock of this device is more than a day ahead. Mend its date, then send again.',
  ],
  'platform.clock-behind': [
    'Jam perangkat ini tertinggal lebih dari setahun. Betulkan tanggal di perangkat, lalu kirim ulang.',
    'The clock of this device is more than a year behind. Mend its date, then send again.',
  ],
  'platform.newer-version': [
    'Aplikasi di perangkat ini lebih baru daripada server. Coba lagi setelah server diperbarui.',
    'The app on this device is newer than the server. Try again once the server is updated.',
  ],
  'platform.version-too-old': [
    'Isian ini dari aplikasi yang terlalu lama.',
    'This comes from an app that is too old.',
  ],
  'platform.wrong-place': [
    'Tindakan ini bukan untuk tingkat wilayah itu.',
    'This is not for a place of that level.',
  ],
  'platform.no-such-place': [
    'Kode wilayah ini tidak ada dalam daftar wilayah Indonesia di server.',
    'There is no such place in the list of regions on the server.',
  ],
  'platform.unknown-command': ['Tindakan ini tidak dikenal.', 'This command is not known.'],
  'platform.asked-by-address': [
    'Aplikasi di perangkat ini sudah lama. Muat ulang untuk memakai versi baru, lalu cari lagi.',
    'The app on this device is old. Reload it to get the new version, then search again.',
  ],
  'platform.unknown-query': ['Permintaan data ini tidak dikenal.', 'This query is not known.'],
  'platform.not-found': ['Yang dicari tidak ada.', 'There is no such thing.'],
  'platform.not-your-task': [
    '{agency} tidak bertugas dalam program "{programmeId}". Hanya instansi yang bertugas di dalamnya dapat membuka atau mengubahnya.',
    '{agency} has no task in the programme "{programmeEn}". Only agencies that act in it may open or change this.',
  ],
  'platform.forbidden': [
    'Anda tidak memegang peran untuk ini di wilayah tersebut.',
    'You hold no role for this at that place.',
  ],
  'platform.locked': [
    'Hanya aplikasi Rembug yang terbuka boleh membaca dan mengirim ini. Buka dengan PIN; kalau masih diminta, masuk sekali lagi.',
    'Only the Rembug app, when open, may read and send this. Open it with the PIN; if it still asks, sign in once more.',
  ],
  'platform.sign-in': ['Silakan masuk dahulu.', 'Please sign in first.'],
  'platform.id-used': [
    'Nomor pengenal kiriman ini sudah dipakai untuk isi yang lain.',
    'This identifier was already used for something else.',
  ],
  'platform.already-exists': ['Catatan ini sudah ada.', 'This record already exists.'],
  'platform.held': [
    'Menunggu catatan yang sama diperbaiki lebih dahulu.',
    'Waiting until the same record is mended.',
  ],
  'platform.wrong-origin': [
    'Permintaan ini datang dari halaman lain dan ditolak.',
    'This request came from another site and was refused.',
  ],
  'platform.too-many': [
    'Terlalu banyak permintaan. Tunggu sebentar lalu coba lagi.',
    'Too many requests. Wait a moment and try again.',
  ],
  'platform.not-taken': [
    'Jenis kiriman ini tidak diterima di sini.',
    'Such a kind of body is not taken here.',
  ],
  'platform.too-deep': [
    'Kiriman ini bersusun terlalu dalam.',
    'What was sent holds lists within lists deeper than is taken.',
  ],
  'platform.too-large': ['Kiriman ini terlalu besar.', 'This is too large.'],
  'platform.disk-full': [
    'Ruang simpan server hampir habis. Tidak ada yang disimpan dan tidak ada yang hilang; kosongkan ruang lalu coba lagi.',
    'The server is out of space. Nothing was stored and nothing was lost; free some space and try again.',
  ],
  'platform.unavailable': [
    'Server tersambung, tetapi data tempat ini sedang tidak dapat dijangkau. Yang Anda catat tetap di perangkat ini; coba lagi nanti.',
    'The server is there, but the data of this place cannot be reached now. What you noted stays on this device; try again later.',
  ],
  'platform.took-too-long': [
    'Ini terlalu banyak untuk dijawab sekaligus. Persempit tempat, waktu, atau pilihannya.',
    'This is too much to answer at once. Ask for a smaller place, a shorter time, or fewer things.',
  ],
  'platform.try-again': [
    'Ada yang mencatat di tempat ini pada saat yang sama. Catatan ini dikirim lagi sebentar lagi.',
    'Somebody noted something at this place at the same moment. This is sent again in a moment.',
  ],
  'platform.failed': [
    'Ada kesalahan di server. Tidak ada yang disimpan; kesalahan ini sudah dicatat.',
    'Something went wrong on the server. Nothing was stored; the fault was noted.',
  ],
  'platform.list-full': [
    'Sudah ada {most} di catatan ini. Lebih dari itu tidak muat di ponsel; buat catatan baru.',
    'There are {most} in this record already. More would not fit on a phone; begin another record.',
  ],
  'platform.uploads-of-day': [
    'Berkas yang Anda kirim hari ini sudah 400 MB. Sisanya menunggu di perangkat ini dan terkirim besok; tidak ada yang hilang.',
    'You have sent 400 MB of files today. The rest waits on this device and goes tomorrow; nothing is lost.',
  ],
  'platform.file-unknown': [
    'Berkas ini tidak ditunggu oleh catatan mana pun.',
    'No record expects this file.',
  ],
  'platform.file-differs': [
    'Isi berkas ini rusak di jalan. Kirim ulang.',
    'This file was damaged on its way. Send it again.',
  ],
  'platform.file-taken': [
    'Berkas ini milik catatan lain, atau isinya lain dari yang sudah diumumkan. Pilih berkasnya sekali lagi.',
    'This file belongs to another record, or differs from what was announced. Choose the file once more.',
  ],
  'platform.file-kind': ['Jenis berkas ini tidak diterima.', 'This kind of file is not accepted.'],
})
