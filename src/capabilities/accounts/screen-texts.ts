// The words of the screens: signing in, PIN, joining.
import { texts } from '../../kernel/text.ts'

export const gateTexts = texts({
  'accounts.loading': ['Memuat…', 'Loading…'],
  'accounts.product': ['Rembug', 'Rembug'],
  'accounts.skip': ['Langsung ke isi', 'Skip to content'],
  'accounts.settings': ['Bahasa dan tampilan', 'Language and appearance'],
  'accounts.close': ['Tutup', 'Close'],
  'accounts.cancel': ['Batal', 'Cancel'],
  'accounts.back': ['Kembali', 'Back'],
  'accounts.go-on': ['Lanjut', 'Continue'],
  'accounts.try-again': ['Coba lagi', 'Try again'],
  'accounts.copy': ['Salin', 'Copy'],
  'accounts.copied': ['Sudah disalin.', 'Copied.'],
  'accounts.optional': ['boleh kosong', 'may stay empty'],
  'accounts.mend-first': ['Ada yang perlu diperbaiki', 'Something needs mending'],
  'accounts.offline': [
    'Tidak ada sambungan ke server. Ini perlu jaringan; coba lagi saat ada sinyal.',
    'There is no line to the server. This needs a network; try again when there is signal.',
  ],

  'accounts.sign-in': ['Masuk', 'Sign in'],
  'accounts.sign-in-intro': [
    'Masuk sekali di perangkat ini. Setelah itu cukup PIN, juga tanpa sinyal.',
    'Sign in once on this device. After that a PIN is enough, without signal too.',
  ],
  'accounts.sign-in-offline': [
    'Masuk pertama kali di perangkat ini perlu jaringan.',
    'The first sign-in on this device needs a network.',
  ],
  'accounts.not-set-up': [
    'Server ini belum disiapkan. Buka tautan penyiapan yang dicetak server saat dinyalakan.',
    'This server is not set up yet. Open the set-up link that it printed when it started.',
  ],
  'accounts.user': ['Nama pengguna atau nomor ponsel', 'User name or phone number'],
  'accounts.password': ['Kata sandi', 'Password'],
  'accounts.code': ['Kode verifikasi', 'Security code'],
  'accounts.code-hint': [
    'Enam angka dari aplikasi autentikator, atau satu kode pemulihan dari kertas Anda.',
    'Six digits from your authenticator app, or one recovery code from your paper.',
  ],
  'accounts.second-step': ['Satu langkah lagi', 'One more step'],
  'accounts.wait-now': [
    'Tunggu {seconds} detik sebelum mencoba lagi.',
    'Wait {seconds} seconds before trying again.',
  ],
  'accounts.no-account': [
    'Belum punya akun? Fasilitator atau petugas di desa Anda memberi undangan: tautan, QR, atau kode.',
    'No account yet? The facilitator or an officer of your village gives an invitation: a link, a QR or a code.',
  ],
  'accounts.have-invitation': ['Saya punya undangan', 'I have an invitation'],
  'accounts.forgot-password': ['Lupa kata sandi', 'Forgot my password'],

  'accounts.choose-account': ['Siapa yang memakai perangkat ini?', 'Who is using this device?'],
  'accounts.choose-account-intro': [
    'Nama orang baru terlihat setelah PIN dimasukkan.',
    'Names of people are seen once the PIN is entered.',
  ],
  'accounts.one-account': ['Akun', 'Account'],
  'accounts.other-account': ['Akun lain', 'Another account'],
  'accounts.open-as': ['Buka sebagai {name}', 'Open as {name}'],
  'accounts.unlock': ['Masukkan PIN Anda', 'Enter your PIN'],
  'accounts.unlock-intro': [
    'PIN membuka data di perangkat ini, juga tanpa sinyal.',
    'The PIN opens the data on this device, without signal too.',
  ],
  'accounts.pin-wrong': ['PIN salah. Coba lagi.', 'Wrong PIN. Try again.'],
  'accounts.pin-wait': ['PIN salah. Coba lagi dalam {wait}.', 'Wrong PIN. Try again in {wait}.'],
  'accounts.minutes': ['{minutes} menit {seconds} detik', '{minutes} min {seconds} s'],
  'accounts.seconds': ['{seconds} detik', '{seconds} s'],
  'accounts.erase': ['Hapus satu angka', 'Erase one digit'],
  'accounts.forgot-pin': ['Lupa PIN', 'Forgot my PIN'],

  'accounts.choose-pin': ['Buat PIN enam angka', 'Choose a six-digit PIN'],
  'accounts.choose-pin-intro': [
    'PIN mengunci data warga di perangkat ini. Jangan diberikan kepada siapa pun.',
    'The PIN locks the residents’ data on this device. Give it to nobody.',
  ],
  'accounts.pin-again': ['Ulangi PIN yang sama', 'Enter the same PIN again'],
  'accounts.pin-differs': ['PIN tidak sama. Mulai lagi.', 'The PINs differ. Start again.'],
  'accounts.pin-weak': [
    'PIN ini terlalu mudah ditebak. Hindari angka berulang atau berurutan.',
    'This PIN is too easy to guess. Avoid repeated digits and digits in a row.',
  ],
  'accounts.recovery-not-kept': [
    'Kunci pemulihan belum tersimpan di server',
    'The server does not have the recovery key yet',
  ],
  'accounts.recovery-not-kept-why': [
    'Tanpa kunci itu, PIN yang terlupa berarti data yang belum terkirim hilang. Coba lagi saat ada sinyal.',
    'Without it, a forgotten PIN means that unsent work is lost. Try again when there is signal.',
  ],
  'accounts.go-on-without': ['Lanjut tanpa itu', 'Go on without it'],

  'accounts.new-pin': ['PIN baru', 'New PIN'],
  'accounts.new-pin-intro': [
    'Masuk dengan kata sandi, lalu buat PIN baru. Pekerjaan yang belum terkirim tetap ada.',
    'Sign in with your password, then choose a new PIN. Unsent work is kept.',
  ],
  'accounts.new-pin-offline': ['PIN baru perlu sinyal', 'A new PIN needs a signal'],
  'accounts.new-pin-offline-why': [
    'Kunci pemulihan perangkat ini ada di server. Tunggu sinyal; PIN lama tetap membuka tanpa sinyal.',
    'The recovery key of this device is on the server. Wait for a signal; the old PIN opens without one.',
  ],
  'accounts.no-key': ['Data di perangkat ini tidak dapat dibuka', 'The data on this device cannot be opened'],
  'accounts.no-key-why': [
    'Server tidak punya kunci pemulihan untuk perangkat ini, atau perangkat ini dilaporkan hilang. Bila PIN teringat kembali, pakailah. Bila perangkat ini sudah ditemukan, mintalah petugas memulihkannya.',
    'The server has no recovery key for this device, or the device was reported lost. If you remember the PIN, use it. If the device was found again, ask an officer to restore it.',
  ],
  'accounts.other-person': [
    'Itu akun orang lain. Masuk dengan akun {name}.',
    'That is another person’s account. Sign in as {name}.',
  ],

  'accounts.again-title': ['Masuk sekali lagi', 'Sign in once more'],
  'accounts.again-why': [
    'Sesi di server sudah berakhir. Pekerjaan Anda tetap tersimpan di perangkat dan dikirim setelah Anda masuk.',
    'Your session at the server has ended. Your work is safe on this device and is sent once you sign in.',
  ],
  'accounts.factor-soon': [
    'Aktifkan verifikasi dua langkah sebelum {day}',
    'Switch on your second factor before {day}',
  ],
  'accounts.factor-soon-why': [
    'Peran Anda menjangkau banyak desa, maka akun perlu verifikasi dua langkah.',
    'Your role reaches many villages, so your account needs a second factor.',
  ],
  'accounts.factor-overdue': [
    'Verifikasi dua langkah wajib diaktifkan dahulu',
    'The second factor must be switched on first',
  ],
  'accounts.factor-overdue-why': [
    'Sampai itu selesai, server menolak permintaan Anda.',
    'Until then the server refuses what you ask.',
  ],
  'accounts.offers-wait': [
    'Ada {count} peran yang ditawarkan kepada Anda',
    '{count} role is offered to you|{count} roles are offered to you',
  ],
  'accounts.offers-go': ['Terima atau tolak', 'Accept or decline'],
  'accounts.role-waits': [
    'Peran {role} menunggu dikonfirmasi petugas kedua; sampai itu belum berlaku.',
    'The role {role} waits for a second officer; until then it does not count.',
  ],
  'accounts.role-waits-go': ['Lihat', 'Look'],
  'accounts.factor-go': ['Aktifkan sekarang', 'Switch it on now'],

  'accounts.setup-title': ['Penyiapan pertama', 'First set-up'],
  'accounts.setup-intro': [
    'Anda menjadi administrator pertama. Dari sini Anda mengundang petugas dan fasilitator.',
    'You become the first administrator. From here you invite officers and facilitators.',
  ],
  'accounts.setup-no-link': ['Tautan penyiapan tidak lengkap', 'The set-up link is not complete'],
  'accounts.setup-done': ['Server ini sudah disiapkan', 'This server is set up already'],
  'accounts.setup-done-why': ['Silakan masuk dengan akun Anda.', 'Please sign in with your account.'],
  'accounts.make-account': ['Buat akun', 'Make the account'],
  'accounts.name': ['Nama lengkap', 'Full name'],
  'accounts.name-hint': ['Nama lengkap Anda.', 'Your full name.'],
  'accounts.name-missing': ['Nama lengkap wajib diisi.', 'Fill in the full name.'],
  'accounts.new-user': ['Nama pengguna', 'User name'],
  'accounts.new-user-hint': [
    'Huruf kecil a-z dan angka, misalnya siti.aminah',
    'Small letters and digits, for example siti.aminah',
  ],
  'accounts.phone': ['Nomor ponsel', 'Phone number'],
  'accounts.phone-hint': [
    'Dapat dipakai untuk masuk, sebagai ganti nama pengguna.',
    'May be used to sign in instead of the user name.',
  ],
  'accounts.new-password': ['Kata sandi baru', 'New password'],
  'accounts.password-hint': [
    'Paling sedikit 10 huruf. Beberapa kata biasa berurutan mudah diingat.',
    'At least 10 characters. A few ordinary words in a row are easy to remember.',
  ],
  'accounts.show-password': ['Tampilkan kata sandi', 'Show the password'],

  'accounts.invitation-title': ['Undangan', 'Invitation'],
  'accounts.invitation-code': ['Kode undangan', 'Invitation code'],
  'accounts.invitation-code-hint': [
    '16 huruf dan angka, tanda hubung tidak perlu.',
    '16 letters and digits; dashes are not needed.',
  ],
  'accounts.invited-as': ['Anda diundang sebagai {role}', 'You are invited as {role}'],
  'accounts.invited-at': ['Di {place}', 'At {place}'],
  'accounts.invited-by': ['Diundang oleh {name}', 'Invited by {name}'],
  'accounts.accept-as': ['Terima sebagai {name}', 'Accept as {name}'],
  'accounts.accept-as-new': ['Buat akun baru', 'Make a new account'],
  'accounts.accept-locked': [
    'Seseorang sudah masuk di perangkat ini. Kalau itu Anda, buka dengan PIN untuk menerima undangan dengan akun Anda.',
    'Somebody is signed in on this device. If it is you, open it with your PIN to accept the invitation with your account.',
  ],
  'accounts.accept-open': ['Buka dengan PIN', 'Open with the PIN'],
  'accounts.accept-signed-in': [
    'Perangkat ini sedang masuk sebagai {name}. Bila itu Anda, peran ini ditambahkan ke akun Anda.',
    'This device is signed in as {name}. If that is you, the role is added to your account.',
  ],
  'accounts.accepted': ['Undangan diterima.', 'Invitation accepted.'],

  'accounts.reset-title': ['Kata sandi baru', 'A new password'],
  'accounts.reset-intro': [
    'Minta kode kepada fasilitator, lurah, atau petugas di wilayah Anda. Kode berlaku 24 jam, sekali pakai.',
    'Ask the facilitator, the village head or an officer of your place for a code. It works once, for 24 hours.',
  ],
  'accounts.reset-code': ['Kode dari petugas', 'Code from the officer'],
  'accounts.reset-save': ['Simpan kata sandi baru', 'Save the new password'],
  'accounts.reset-done': ['Kata sandi baru sudah berlaku', 'The new password is in force'],
  'accounts.reset-done-why': [
    'Semua sesi lama sudah ditutup. Masuklah dengan kata sandi baru. PIN di perangkat tidak berubah.',
    'All older sessions are closed. Sign in with the new password. The PIN of your device has not changed.',
  ],
})
