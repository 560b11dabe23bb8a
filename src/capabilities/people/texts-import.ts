// The words of the import and of the files it reads and writes.
import { texts } from '../../kernel/text.ts'

export const importTexts = texts({
  'people.import-number-spoilt': [
    'Excel menyimpan nomor ini sebagai angka dan membuang angka ke-16. Ubah kolomnya menjadi Teks, lalu ketik ulang nomornya dari kartu.',
    'Excel kept this number as a figure and dropped its 16th digit. Make the column Text and type the number again from the card.',
  ],
  'people.import-column-rounded': [
    'Excel membulatkan kolom ini: semua nomornya berakhir 0, angka ke-16 sudah hilang dan beberapa orang atau keluarga menjadi satu. Tidak ada yang diimpor. Ambil lagi daftar dari sumbernya, jadikan kolomnya Teks sebelum nomor ditempel, lalu impor lagi.',
    'Excel rounded this column: all its numbers end in 0, the 16th digit is lost, and several people or families look like one. Nothing is imported. Fetch the list from its source again, make the column Text before pasting the numbers, then import again.',
  ],
  'people.import-no-result': [
    'Sel ini berisi rumus tanpa hasil, jadi nilainya tidak terbaca. Buka dan simpan berkasnya di Excel, atau tempel sebagai nilai (Tempel Khusus, Nilai).',
    'This cell holds a formula without a result, so its value cannot be read. Open and save the file in Excel, or paste it as values (Paste Special, Values).',
  ],
  'people.import-name-no-letters': ['Nama ditulis dengan huruf.', 'Write the name in letters.'],
  'people.import-phone-unclear': [
    'Nomor ponsel tidak terbaca; tulis satu nomor, misalnya 0812 3456 7890. Dicatat tanpa isian ini; lengkapi kemudian.',
    'The phone number cannot be read; write one, such as 0812 3456 7890. Taken in without it; fill it in later.',
  ],
  'people.import-date-unclear': [
    'Tanggal lahir tidak terbaca; tulis 17-08-1979 atau 17 Agustus 1979: hari dahulu, tahun empat angka. Dicatat tanpa isian ini; lengkapi kemudian.',
    'The birth date cannot be read; write 17-08-1979: day first, year in four digits. Taken in without it; fill it in later.',
  ],
  'people.import-sex-unclear': ['Jenis kelamin ditulis L atau P.', 'Write the sex as L (man) or P (woman).'],
  'people.import-relation-unclear': [
    'Hubungan keluarga tidak dikenal; tulis misalnya Kepala Keluarga, Istri, Anak. Dicatat tanpa isian ini; lengkapi kemudian.',
    'This relation is not known; write for example Kepala Keluarga, Istri, Anak. Taken in without it; fill it in later.',
  ],
  'people.import-poor-unclear': [
    'Miskin ditulis Ya atau Tidak. Dicatat sebagai bukan miskin; perbaiki kemudian.',
    'Write poor as Ya (yes) or Tidak (no). Taken in as not poor; mend it later.',
  ],
  'people.import-no-nik-unclear': [
    'Alasan tanpa NIK: Belum rekam, Tidak diketahui, Bayi, atau Tidak ditunjukkan. Dicatat sebagai Tidak diketahui; perbaiki kemudian.',
    'Reason without NIK: Belum rekam, Tidak diketahui, Bayi or Tidak ditunjukkan. Taken in as unknown; mend it later.',
  ],
  'people.import-rt-unclear': [
    'RT dan RW ditulis dengan angka saja, misalnya 003 dan 005. Dicatat tanpa nomor ini; yang tertulis, misalnya 01A, disimpan pada alamat.',
    'Write RT and RW in digits alone, such as 003 and 005. Taken in without this number; what is written, such as 01A, is kept in the address.',
  ],
  'people.import-rt-unknown': [
    'RT/RW ini belum ada di desa; warga dicatat tanpa RT.',
    'The village has no such RT/RW; the person is taken in without one.',
  ],
  'people.import-rt-ambiguous': [
    'Ada lebih dari satu RT dengan nomor ini; isi juga RW atau dusunnya.',
    'Several RT have this number; fill in the RW or hamlet too.',
  ],
  'people.import-no-family': [
    'Tidak ada Nomor KK maupun kepala keluarga di atasnya; dicatat tanpa keluarga.',
    'There is no card number and no head above; taken in without a household.',
  ],
  'people.import-family-too-big': [
    'Lebih dari {most} orang memakai Nomor KK ini; periksa kolomnya.',
    'More than {most} people have this card number; check the column.',
  ],
  'people.import-likely-on-record': ['Mungkin sudah tercatat: {name}.', 'May be on record already: {name}.'],
  'people.import-likely-in-list': [
    'Mungkin tertulis dua kali dalam daftar ini: {name}.',
    'May stand in this list twice: {name}.',
  ],
  'people.doubt-birth': [
    'Tanggal pada NIK berbeda dengan tanggal lahir.',
    'The date in the NIK differs from the birth date.',
  ],
  'people.doubt-sex': ['NIK menunjuk jenis kelamin lain.', 'The NIK tells the other sex.'],
  'people.import-no-header': [
    'Tidak ditemukan baris judul dengan kolom Nama. Pakai contoh yang dapat diunduh di sini.',
    'No heading with a Name column was found. Use the template that can be downloaded here.',
  ],
  'people.import-nothing': [
    'Tidak ada satu baris pun yang dapat diimpor.',
    'Not a single row can be imported.',
  ],
  'people.import-too-many-rows': [
    'Terlalu banyak baris; paling banyak {most}. Bagi menjadi beberapa berkas.',
    'Too many rows; at most {most}. Split it into several files.',
  ],
  'people.import-too-big': ['Berkas lebih besar dari 10 MB.', 'The file is larger than 10 MB.'],
  'people.import-unreadable': [
    'Berkas ini bukan XLSX atau CSV yang dapat dibaca.',
    'This is not an XLSX or CSV file that can be read.',
  ],
  'import.title': ['Impor warga', 'Import people'],
  'import.subtitle': [
    'Dari daftar Excel atau CSV. Diperiksa dahulu; belum ada yang dicatat sampai Anda setuju.',
    'From an Excel or CSV list. It is checked first; nothing is taken in until you agree.',
  ],
  'import.template': ['Unduh contoh (XLSX)', 'Download the template (XLSX)'],
  'import.template-name': ['contoh-daftar-warga', 'people-template'],
  'import.choose': ['Pilih berkas', 'Choose a file'],
  'import.file': ['Berkas daftar warga', 'List of people'],
  'import.file-hint': [
    'XLSX atau CSV, paling banyak 20.000 baris dan 10 MB. NIK dan Nomor KK harus berupa teks.',
    'XLSX or CSV, at most 20,000 rows and 10 MB. NIK and card numbers must be text.',
  ],
  'import.add-places': [
    'Tambahkan RT dan RW yang belum ada di desa ini',
    'Add RT and RW that the village does not have yet',
  ],
  'import.sheet': ['Lembar yang dibaca', 'Sheet that is read'],
  'import.sheet-hidden': ['{name} (tersembunyi)', '{name} (hidden)'],
  'import.hidden-sheets': [
    'Lembar tersembunyi tidak dibaca, kecuali dipilih: {names}.',
    'Hidden sheets are not read unless chosen: {names}.',
  ],
  'import.reading': ['Membaca berkas…', 'Reading the file…'],
  'import.checked-server': [
    'NIK dan Nomor KK sudah dicocokkan dengan server.',
    'NIK and card numbers were checked against the server.',
  ],
  'import.not-checked-server': [
    'Tanpa sinyal: NIK yang sudah tercatat baru diketahui saat dikirim.',
    'No signal: a NIK already on record will only show when this is sent.',
  ],
  'import.good': ['{count} warga siap diimpor', '{count} person ready|{count} people ready'],
  'import.households': ['{count} keluarga baru', '{count} new household|{count} new households'],
  'import.bad': [
    '{count} baris tidak dapat diimpor',
    '{count} row cannot be imported|{count} rows cannot be imported',
  ],
  'import.warned': ['{count} baris perlu dicek', '{count} row to be checked|{count} rows to be checked'],
  'import.new-places': ['{count} RT/RW baru', '{count} new RT/RW|{count} new RT/RW'],
  'import.ignored': ['Kolom yang tidak dibaca: {names}', 'Columns not read: {names}'],
  'import.row': ['Baris', 'Row'],
  'import.name': ['Nama', 'Name'],
  'import.what': ['Yang perlu diperhatikan', 'What to look at'],
  'import.error': ['Ditolak', 'Refused'],
  'import.warning': ['Dicek', 'Check'],
  'import.first': [
    '{count} baris pertama; selengkapnya ada di berkas.',
    'The first {count} rows; the rest is in the file.',
  ],
  'import.report': ['Unduh daftar kesalahan (XLSX)', 'Download the list of errors (XLSX)'],
  'import.report-column': ['Kesalahan', 'Errors'],
  'import.warning-column': ['Peringatan', 'Warnings'],
  'import.do': ['Impor {count} warga', 'Import {count} person|Import {count} people'],
  'import.sure': ['Impor sekarang?', 'Import now?'],
  'import.sure-why': [
    'Baris yang ditolak tidak ikut. Anda dapat memperbaikinya dalam berkas lalu mengimpor lagi; NIK yang sama tidak akan tercatat dua kali.',
    'Refused rows are left out. Mend them in the file and import again; the same NIK is never taken in twice.',
  ],
  'import.cancel': ['Batal', 'Cancel'],
  'import.progress': ['Menyimpan', 'Saving'],
  'import.progress-of': ['{done} dari {all} warga', '{done} of {all} people'],
  'import.done': [
    '{count} warga dicatat di perangkat ini dan dikirim ke server bila ada sinyal.',
    '{count} person noted on this device, sent when there is signal.|{count} people noted on this device, sent when there is signal.',
  ],
  'import.to-list': ['Lihat daftar warga', 'See the list of people'],
  'import.again': ['Impor berkas lain', 'Import another file'],
  'import.refused': ['Sebagian impor ditolak server', 'Part of an import was refused by the server'],
  'import.refused-why': [
    'Tidak satu pun dari kelompok ini tercatat. Lanjutkan tanpa baris yang ditolak, atau perbaiki di Kotak keluar.',
    'Nothing of this group was taken in. Go on without the refused rows, or mend them in the outbox.',
  ],
  'import.go-on': [
    'Lanjutkan tanpa {count} baris ini',
    'Go on without this row|Go on without these {count} rows',
  ],
  'import.chunk': ['Kelompok berisi {count} warga', 'Group of {count} person|Group of {count} people'],
  'import.nobody': ['Peran Anda tidak untuk mengimpor warga.', 'Your role may not import people.'],
  'column.kk': ['No KK', 'Family card no.'],
  'column.nik': ['NIK', 'NIK'],
  'column.noNik': ['Alasan tanpa NIK', 'Reason without NIK'],
  'column.name': ['Nama', 'Name'],
  'column.sex': ['L/P', 'Sex'],
  'column.birth': ['Tgl Lahir', 'Birth date'],
  'column.relation': ['Hubungan', 'Relation'],
  'column.hamlet': ['Dusun', 'Hamlet'],
  'column.rw': ['RW', 'RW'],
  'column.rt': ['RT', 'RT'],
  'column.rtRw': ['RT/RW', 'RT/RW'],
  'column.address': ['Alamat', 'Address'],
  'column.phone': ['Nomor ponsel', 'Phone'],
  'column.poor': ['Miskin', 'Poor'],
  'column.poorSource': ['Sumber Miskin', 'Poverty source'],
  'column.members': ['Jumlah Anggota', 'Members'],
})
