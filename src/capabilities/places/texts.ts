import { texts } from '../../kernel/text.ts'

export const placesTexts = texts({
  'places.unknown-region': ['Kode wilayah {code} tidak dikenal.', 'There is no place with code {code}.'],
  'places.number-needed': ['Nomornya wajib diisi.', 'It needs a number.'],
  'places.name-needed': ['Namanya wajib diisi.', 'It needs a name.'],
  'places.settlement-has-no-number': [
    'Permukiman KAT tidak bernomor; isi namanya.',
    'A KAT settlement has no number; give its name.',
  ],
  'places.settlement-needed': [
    'Isi suku dan habitat permukiman ini.',
    'Say which people live in this settlement and its habitat.',
  ],
  'places.settlement-only': [
    'Keterangan ini hanya untuk permukiman KAT.',
    'These details are for a KAT settlement only.',
  ],
  'places.half-position': [
    'Lintang dan bujur diisi keduanya, atau dikosongkan keduanya.',
    'Give both latitude and longitude, or neither.',
  ],
  'places.parent-needed': [
    'Pilih RW atau dusun/lingkungan tempat RT ini berada.',
    'Choose the RW or hamlet that this RT belongs to.',
  ],
  'places.parent-unknown': [
    'Tempat di atasnya tidak dikenal di desa ini.',
    'The place above it is not known in this village.',
  ],
  'places.parent-closed': ['{parent} sudah ditutup.', '{parent} has been closed.'],
  'places.hamlet-belongs-elsewhere': [
    'Dusun atau lingkungan langsung di bawah desa, bukan di bawah {parent}.',
    'A hamlet is straight below the village, not below {parent}.',
  ],
  'places.rw-belongs-elsewhere': [
    'RW di bawah desa atau dusun, bukan di bawah {parent}.',
    'An RW is below the village or a hamlet, not below {parent}.',
  ],
  'places.rt-belongs-elsewhere': [
    'RT di bawah RW atau dusun, bukan di bawah {parent}.',
    'An RT is below an RW or a hamlet, not below {parent}.',
  ],
  'places.settlement-belongs-elsewhere': [
    'Permukiman di bawah desa atau dusun, bukan di bawah {parent}.',
    'A settlement is below the village or a hamlet, not below {parent}.',
  ],
  'places.number-taken': ['{title} sudah ada di situ.', '{title} is already there.'],
  'places.name-taken': ['{name} sudah ada di desa ini.', '{name} already exists in this village.'],
  'places.already-added': ['Tempat ini sudah dicatat.', 'This place was already added.'],
  'places.too-many': [
    'Terlalu banyak: satu desa paling banyak {most} tempat.',
    'Too many: a village has at most {most} places.',
  ],
  'places.unknown-local': ['Tempat ini tidak ada di desa ini.', 'There is no such place in this village.'],
  'places.already-closed': ['Tempat ini sudah ditutup.', 'This place has been closed.'],
  'places.changed-meanwhile': [
    'Orang lain sudah mengubahnya sejak Anda membukanya. Bandingkan, lalu simpan lagi.',
    'Somebody else changed it since you opened it. Compare, then save again.',
  ],
  'places.open-below': [
    'Masih ada {count} tempat terbuka di bawahnya. Tutup atau pindahkan dahulu.',
    'There is still {count} open place below it. Close or move it first.|There are still {count} open places below it. Close or move them first.',
  ],
  'places.kelurahan-stays': [
    'Menurut kodenya ini kelurahan; sebutannya tidak dapat diganti.',
    'By its code this is a kelurahan; it cannot be called otherwise.',
  ],
  'places.desa-stays': [
    'Menurut kodenya ini desa, bukan kelurahan.',
    'By its code this is a desa, not a kelurahan.',
  ],
})
