// Why accounts say no, and what roles are called.
import { texts } from '../../kernel/text.ts'

export const accountsTexts = texts({
  'accounts.no-such-agency': [
    'Instansi ini tidak ada di wilayah ini atau di atasnya, atau sudah berakhir',
    'There is no such agency at this place or above it, or it has ended',
  ],
  'accounts.agency-not-for-role': [
    'Hanya peran petugas wilayah atau fasilitator dapat menjadi tugas sebuah instansi',
    'Only the role of an officer or a facilitator can be a function of an agency',
  ],
  'accounts.agency-is-yours': [
    'Anda bertugas untuk sebuah instansi: Anda hanya dapat memberikan peran untuk instansi sejenis. Peran lain diberikan oleh yang tidak terikat satu instansi, misalnya camat atau lurah',
    'You work for an agency: you may give roles only for an agency of the same kind. Others are given by who is bound to no agency, such as the camat or the village head',
  ],
  'accounts.wrong-sign-in': [
    'Nama pengguna (atau nomor ponsel) dan kata sandi itu tidak cocok.',
    'That user name (or phone number) and password do not fit together.',
  ],
  'accounts.wrong-second-factor': [
    'Kode itu salah atau sudah dipakai. Tunggu kode berikutnya di aplikasi, lalu coba lagi.',
    'That code is wrong or was used. Wait for the next one in the app and try again.',
  ],
  'accounts.wait': [
    'Terlalu banyak percobaan yang salah. Coba lagi dalam {seconds} detik.',
    'Too many wrong tries. Try again in {seconds} seconds.',
  ],
  'accounts.wrong-password': ['Kata sandi ini salah.', 'This password is wrong.'],
  'accounts.code-needed': [
    'Isi juga kode dari aplikasi autentikator.',
    'Fill in the code of your authenticator app too.',
  ],
  'accounts.sign-in-again': [
    'Masuk sekali lagi dengan kata sandi untuk melanjutkan.',
    'Sign in once more with your password to go on.',
  ],
  'accounts.no-recovery-key': [
    'Server tidak menyimpan kunci pemulihan untuk perangkat ini, atau perangkat ini sudah dilaporkan hilang.',
    'The server keeps no recovery key for this device, or the device was reported lost.',
  ],
  'accounts.code-not-valid': [
    'Kode ini tidak berlaku: salah ketik, sudah dipakai, atau sudah lewat waktunya. Minta kode baru.',
    'This code is not valid: mistyped, used, or out of date. Ask for a new one.',
  ],
  'accounts.set-up-already': [
    'Tautan ini sudah tidak berlaku. Lihat tautan terakhir yang dicetak server saat dinyalakan.',
    'This link is no longer valid. Look at the last one the server printed when it started.',
  ],
  'accounts.user-pattern': [
    'Nama pengguna: 3 sampai 32 huruf kecil a-z, angka, titik, garis, dengan paling sedikit satu huruf.',
    'A user name has 3 to 32 of a-z, digits, dots, dashes and underscores, with at least one letter.',
  ],
  'accounts.phone-pattern': [
    'Nomor ponsel Indonesia ditulis seperti 0812 3456 7890.',
    'Write an Indonesian phone number like 0812 3456 7890.',
  ],
  'accounts.user-taken': [
    'Nama pengguna ini sudah dipakai orang lain. Pilih yang lain.',
    'This user name belongs to somebody else. Choose another.',
  ],
  'accounts.phone-taken': [
    'Nomor ponsel ini sudah dipakai akun lain.',
    'This phone number belongs to another account.',
  ],
  'accounts.password-short': [
    'Kata sandi paling sedikit {minimum} huruf. Beberapa kata biasa berurutan sudah cukup.',
    'A password has at least {minimum} characters. A few ordinary words in a row will do.',
  ],
  'accounts.password-common': [
    'Kata sandi ini terlalu mudah ditebak. Gabungkan beberapa kata yang tidak berhubungan.',
    'This password is too easy to guess. Join a few words that have nothing to do with each other.',
  ],
  'accounts.password-has-name': [
    'Kata sandi tidak boleh memuat nama pengguna atau nomor ponsel.',
    'A password must not contain your user name or phone number.',
  ],
  'accounts.role-not-at-this-level': [
    'Peran ini tidak ada di tingkat wilayah itu.',
    'This role is not held at a place of that level.',
  ],
  'accounts.may-not-give': [
    'Peran Anda tidak dapat memberikan peran ini.',
    'Your role cannot give this role.',
  ],
  'accounts.not-to-yourself': [
    'Peran untuk diri sendiri harus diberikan oleh orang lain.',
    'A role for yourself must come from somebody else.',
  ],
  'accounts.not-yourself': [
    'Akun sendiri tidak dapat ditutup di sini.',
    'You cannot close your own account here.',
  ],
  'accounts.unknown-person': [
    'Tidak ada orang ini dengan peran di wilayah tersebut.',
    'Nobody like this holds a role at that place.',
  ],
  'accounts.unknown-device': ['Perangkat ini tidak dikenal.', 'This device is not known.'],
  'accounts.holds-more-elsewhere': [
    'Orang ini juga memegang peran yang tidak di bawah Anda. Mintalah petugas yang lebih tinggi.',
    'This person also holds a role that is not below yours. Ask an officer above.',
  ],
  'accounts.may-not-confirm': [
    'Akun dikonfirmasi petugas di atas perannya.',
    'An account is confirmed by an officer above its role.',
  ],
  'accounts.not-above': [
    'Anda tidak mengelola satu pun peran orang ini di wilayah tersebut.',
    'You manage none of this person’s roles at that place.',
  ],
  'accounts.confirm-by-second': [
    'Peran ini diberikan, atau kata sandinya diatur ulang, oleh Anda. Mintalah petugas kedua mengonfirmasinya.',
    'You gave this role, or reset its password. Ask a second officer to confirm it.',
  ],
  'accounts.confirm-not-appointed': [
    'Anda diangkat oleh yang memberi peran ini, jadi Anda bukan petugas kedua. Mintalah petugas lain.',
    'Whoever gave this role has appointed you, so you are no second officer. Ask another one.',
  ],
  'accounts.confirm-other-device': [
    'Akun itu, atau akun yang memberi peran ini, pernah masuk di perangkat ini. Konfirmasilah dari perangkat lain.',
    'That account, or the one that gave this role, has signed in on this device. Confirm it from another device.',
  ],
  'accounts.offer-gone': [
    'Tawaran ini sudah berakhir, ditarik, atau bukan untuk Anda.',
    'This offer is over, was withdrawn, or is not for you.',
  ],
  'accounts.offer-void': [
    'Yang menawarkan peran ini sudah tidak dapat memberikannya. Mintalah tawaran baru kepada petugas.',
    'Whoever offered this role can no longer give it. Ask an officer for a new offer.',
  ],
  'accounts.offered-already': [
    'Peran itu sudah ditawarkan kepada orang ini dan menunggu jawabannya.',
    'That role is offered to this person already, and waits for an answer.',
  ],
  'accounts.suspended-already': ['Peran ini sudah ditangguhkan.', 'This role is suspended already.'],
  'accounts.not-suspended': ['Peran ini tidak sedang ditangguhkan.', 'This role is not suspended.'],
  'accounts.confirmed-already': ['Akun ini sudah dikonfirmasi.', 'This account is confirmed already.'],
  'accounts.may-not-end': ['Peran Anda tidak dapat mengakhiri peran ini.', 'Your role cannot end this role.'],
  'accounts.ended-already': ['Peran ini sudah berakhir.', 'This role has ended already.'],
  'accounts.holds-already': [
    'Orang ini sudah memegang peran itu di sini.',
    'This person holds that role here already.',
  ],
  'accounts.last-admin': [
    'Ini administrator nasional terakhir: tanpa dia tidak ada yang dapat mengangkat orang lagi. Angkat yang lain dahulu.',
    'This is the last administrator of the nation: without them nobody could appoint anybody any more. Appoint another one first.',
  ],
  'accounts.same-person': [
    'Pilih rekan lain: desa tidak dapat diserahkan kepada orang yang sama.',
    'Choose somebody else: a village cannot be handed to the same person.',
  ],
  'accounts.may-not-hand-over': [
    'Desa hanya dapat diserahkan oleh fasilitatornya sendiri atau petugas di atasnya.',
    'Only its own facilitator, or an officer above, can hand a village over.',
  ],
  'accounts.not-their-village': [
    'Orang ini bukan atau tidak lagi fasilitator desa ini.',
    'This person is not, or no longer, a facilitator of this village.',
  ],
  'accounts.holds-wider': [
    'Peran fasilitator ini berlaku untuk wilayah yang lebih luas, jadi tidak dapat diakhiri dari satu desa.',
    'This role of facilitator is for a wider area, so it cannot be ended from one village.',
  ],
  'accounts.invitation-gone': [
    'Undangan ini sudah dipakai atau sudah ditarik.',
    'This invitation was used or withdrawn already.',
  ],
  'accounts.changed-meanwhile': [
    'Akun ini berubah sementara Anda melihatnya. Muat ulang lalu putuskan lagi.',
    'This account changed while you looked at it. Load it again and decide anew.',
  ],
  'accounts.nothing-offered': [
    'Mulai dahulu pendaftaran verifikasi dua langkah.',
    'Start enrolling the second factor first.',
  ],
  'accounts.second-factor-required': [
    'Peran Anda wajib memakai verifikasi dua langkah. Anda dapat menggantinya, bukan mematikannya.',
    'Your role must have a second factor. You can replace it, not switch it off.',
  ],
})
