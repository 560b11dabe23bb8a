// What every form says: the draft that was found, what is missing, and why nothing was saved.
import { texts } from '../../../kernel/text.ts'

export const formTexts = texts({
  'form.not-theirs': ['Peran Anda di sini tidak mengisi ini', 'Your role here does not fill this in'],
  'form.not-theirs-why': [
    'Ini dikerjakan peran lain di tempat ini. Anda dapat membaca hasilnya.',
    'Another role does this at this place. You can read what comes of it.',
  ],
  'form.mend': ['Perbaiki dahulu', 'Mend this first'],
  'form.empty': ['{field} belum diisi.', '{field} is not filled in.'],
  'form.too-long': ['{field} paling banyak {most} huruf.', '{field} has at most {most} characters.'],
  'form.too-many': ['{field} paling banyak {most}.', '{field} has at most {most}.'],
  'form.too-big': ['{field} paling besar {most}.', '{field} is at most {most}.'],
  'form.too-small': ['{field} paling kecil {least}.', '{field} is at least {least}.'],
  'form.not-a-day': ['{field} belum berupa tanggal.', '{field} is not a date.'],
  'form.day-out-of-reach': [
    '{field}: tahunnya terlalu jauh; periksa tahunnya.',
    '{field}: its year is too far away; check the year.',
  ],
  'form.not-a-time': ['{field} belum berupa jam.', '{field} is not a time.'],
  'form.not-chosen': ['{field} belum dipilih.', '{field} is not chosen.'],
  'form.not-so': ['{field} belum benar.', '{field} is not right.'],
  'form.this-field': ['Bagian ini', 'This part'],
  'form.draft-of': ['Draf dari {at}', 'Draft of {at}'],
  'form.draft-why': [
    'Yang Anda tulis waktu itu masih ada. Lanjutkan, atau mulai lagi dari awal.',
    'What you wrote then is still here. Go on with it, or begin anew.',
  ],
  'form.draft-drop': ['Buang draf', 'Throw the draft away'],
  'form.full': ['Penyimpanan perangkat ini penuh', 'The storage of this device is full'],
  'form.full-save': [
    'Ini belum tersimpan. Isian Anda tetap di layar: hapus foto atau aplikasi yang tidak dipakai, lalu simpan lagi.',
    'This is not saved yet. What you filled in stays on the screen: delete photos or apps you do not use, then save again.',
  ],
  'form.full-draft': [
    'Draf ini belum tersimpan. Jangan tutup layar ini: hapus foto atau aplikasi yang tidak dipakai, lalu lanjutkan menulis.',
    'This draft is not kept yet. Do not close this screen: delete photos or apps you do not use, then go on writing.',
  ],
  'form.failed': ['Belum tersimpan', 'Not saved yet'],
  'form.failed-why': [
    'Perangkat ini belum dapat menyimpannya. Isian Anda tetap di layar; coba simpan lagi.',
    'This device could not save it. What you filled in stays on the screen; try to save again.',
  ],
  'form.full-button': [
    'Penyimpanan perangkat ini penuh, jadi ini belum tersimpan. Hapus foto atau aplikasi yang tidak dipakai, lalu coba lagi.',
    'The storage of this device is full, so this is not saved yet. Delete photos or apps you do not use, then try again.',
  ],
  'form.failed-button': [
    'Perangkat ini belum dapat menyimpannya. Coba lagi.',
    'This device could not save it. Try again.',
  ],
  'form.unconfirmed': ['Peran ini belum dikonfirmasi', 'This role is not confirmed yet'],
  'form.unconfirmed-why': [
    'Ini baru diterima setelah petugas di atas Anda mengonfirmasi peran ini pada daftar Tim.',
    'This is taken once an officer above you has confirmed this role in the list of the team.',
  ],
  'form.loading': ['Membuka isian…', 'Opening the form…'],
  'form.hindered': ['Belum dapat dilakukan', 'This cannot be done yet'],
  'form.optional': ['boleh kosong', 'may stay empty'],
  // Not "Batal": beside "Batalkan rembug" nobody would know which is which.
  'form.back': ['Kembali', 'Back'],
  'form.cancel': ['Batal', 'Cancel'],
})
