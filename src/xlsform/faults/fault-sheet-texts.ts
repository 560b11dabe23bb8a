// Sentences about files, sheets, headings and settings.
export const sheetTexts: Readonly<Record<string, readonly [string, string]>> = {
  'file-empty': [
    'Berkas kosong. Simpan ulang formulir di Excel, lalu pilih lagi.',
    'The file is empty. Save the form in Excel again and choose it once more.',
  ],
  'file-not-xlsx': [
    'Ini bukan berkas .xlsx. Di Excel pilih Simpan Sebagai, jenis “Excel Workbook (.xlsx)”.',
    'This is no .xlsx file. In Excel choose Save As, type “Excel Workbook (.xlsx)”.',
  ],
  'file-old-excel': [
    'Ini berkas Excel lama (.xls) atau berkas dengan kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
    'This is an old Excel file (.xls) or has a password. Save it as .xlsx without a password.',
  ],
  'file-too-large': [
    'Berkas terlalu besar: {bytes} bita, paling banyak {most}. Hapus gambar dan lembar yang tidak dipakai.',
    'The file is too large: {bytes} bytes, at most {most}. Remove pictures and sheets that are not used.',
  ],
  'too-many-cells': [
    'Lembar terlalu luas: {cells} sel, paling banyak {most}. Hapus isi sel yang jauh di bawah atau di kanan.',
    'The sheets reach too far: {cells} cells, at most {most}. Remove what stands far below or to the right.',
  ],
  'file-broken': [
    'Berkas rusak atau terpotong. Buka di Excel, simpan ulang, lalu pilih lagi.',
    'The file is broken or cut short. Open it in Excel, save it again and choose it once more.',
  ],
  'cell-rounded': [
    '“{found}” disimpan Excel sebagai angka; lebih dari 15 angka menjadi 0. Ubah selnya menjadi Teks, lalu ketik ulang dari sumbernya.',
    'Excel keeps “{found}” as a number; digits behind the 15th have become 0. Make the cell Text and type it again from its source.',
  ],
  'sheet-missing': [
    'Lembar “survey” tidak ada. Beri nama survey pada lembar yang berisi pertanyaan. || Lembar yang ada: {found}.',
    'There is no sheet “survey”. Name the sheet with the questions survey. || Sheets found: {found}.',
  ],
  'sheet-empty': [
    'Lembar {sheet} kosong. Isi baris judul type, name, label dan paling sedikit satu pertanyaan.',
    'Sheet {sheet} is empty. Write the headings type, name, label and at least one question.',
  ],
  'sheet-twice': [
    'Lembar “{found}” ada dua kali (juga sebagai “{other}”). Gabungkan menjadi satu.',
    'Sheet “{found}” is there twice (also as “{other}”). Make one of them.',
  ],
  'sheet-unknown': [
    'Lembar “{found}” tidak dibaca. || Mungkin maksudnya “{suggestion}”.',
    'Sheet “{found}” is not read. || You may mean “{suggestion}”.',
  ],
  'sheet-forgiven': ['Lembar “{found}” dibaca sebagai “{name}”.', 'Sheet “{found}” was read as “{name}”.'],
  'too-many-sheets': [
    'Lembar terlalu banyak, paling banyak {most}. Hapus yang tidak dipakai.',
    'Too many sheets, at most {most}. Remove those that are not used.',
  ],
  'too-many-rows': [
    'Lembar ini punya {rows} baris, paling banyak {most}. Bagi formulirnya, atau simpan daftar sebagai CSV.',
    'This sheet has {rows} rows, at most {most}. Split the form, or keep the list as CSV.',
  ],
  'too-many-columns': [
    'Lembar ini punya {columns} kolom, paling banyak {most}. Hapus kolom yang tidak dipakai.',
    'This sheet has {columns} columns, at most {most}. Remove those that are not used.',
  ],
  'text-too-long': [
    'Teks terlalu panjang: {length} huruf, paling banyak {most}. Pendekkan.',
    'The text is too long: {length} letters, at most {most}. Shorten it.',
  ],
  'cell-error': [
    'Sel berisi galat Excel {found}. Perbaiki rumusnya atau tulis nilainya.',
    'The cell holds the Excel error {found}. Mend the formula or write the value.',
  ],
  'cell-date': [
    'Excel mengubah isi sel menjadi tanggal ({found}). Ubah format sel menjadi Teks, lalu tulis ulang.',
    'Excel turned the cell into a date ({found}). Format the cell as Text and write it again.',
  ],
  'heading-not-first': [
    'Judul kolom ditemukan di baris {row}; baris di atasnya tidak dibaca. Lebih baik letakkan judul di baris 1.',
    'The headings were found in row {row}; the rows above are not read. Better put them in row 1.',
  ],
  'column-missing': [
    'Kolom “{column}” tidak ada di lembar {sheet}. Tambahkan di baris judul.',
    'Column “{column}” is missing from sheet {sheet}. Add it to the headings.',
  ],
  'column-unknown': [
    'Kolom “{found}” tidak dikenal dan tidak dibaca. || Mungkin maksudnya “{suggestion}”.',
    'Column “{found}” is not known and not read. || You may mean “{suggestion}”.',
  ],
  'column-forgiven': [
    'Judul “{found}” dibaca sebagai “{heading}”.',
    'Heading “{found}” was read as “{heading}”.',
  ],
  'heading-languages': [
    'Judul “{found}” menyebut lebih dari satu bahasa. Tulis satu bahasa tiap kolom, misalnya {mend}.',
    'Heading “{found}” names more than one language. Write one for each column, such as {mend}.',
  ],
  'column-twice': [
    'Kolom “{found}” sama artinya dengan kolom “{other}”, tetapi isinya berbeda. Hapus salah satu.',
    'Column “{found}” means the same as column “{other}”, and they differ. Remove one.',
  ],
  'column-merged': [
    'Kolom “{found}” sama artinya dengan kolom “{other}”; keduanya dibaca sebagai satu.',
    'Column “{found}” means the same as column “{other}”; both are read as one.',
  ],
  'column-nameless': [
    'Kolom {column} berisi sesuatu tetapi tanpa judul, jadi tidak dibaca. Beri judul atau kosongkan.',
    'Column {column} has content but no heading, so it is not read. Give it a heading or empty it.',
  ],
  'column-unusable': [
    'Kolom “{found}” tidak dapat dipakai untuk menyaring pilihan: namanya memuat spasi atau tanda. Pakai huruf, angka, dan _.',
    'Column “{found}” cannot be used to filter choices: its name has spaces or signs. Use letters, digits and _.',
  ],
  'settings-rows': [
    'Lembar settings hanya dibaca satu baris; baris {row} dan seterusnya tidak dibaca.',
    'Only one row of settings is read; row {row} and on are not.',
  ],
  'setting-ignored': ['Setelan “{setting}” tidak dipakai.', 'Setting “{setting}” has no effect.'],
  'setting-elsewhere': [
    'Setelan “{setting}” tidak dipakai: jawaban dikirim ke tempat formulir diambil.',
    'Setting “{setting}” has no effect: answers go where the form was fetched.',
  ],
  'form-id-missing': [
    'form_id belum ada di settings; dipakai “{used}”. Tulis form_id supaya versi berikutnya dikenali.',
    'settings has no form_id; “{used}” is used. Write one so that later versions are recognised.',
  ],
  'form-id-spaces': [
    'form_id “{found}” memuat spasi; sebagian alat menolaknya. Ganti dengan _.',
    'form_id “{found}” has spaces; some tools refuse that. Use _ instead.',
  ],
  'version-missing': [
    'version belum ada di settings; dipakai “{used}”. Tulis versi baru setiap kali formulir diubah, misalnya 2026112101.',
    'settings has no version; “{used}” is used. Write a new one at each change, such as 2026112101.',
  ],
  'encryption-unsupported': [
    'public_key: formulir terenkripsi belum didukung, jawaban tidak akan terbaca. Hapus public_key.',
    'public_key: encrypted forms are not supported, answers could not be read. Remove public_key.',
  ],
  'namespace-written': [
    'Namespace “{found}” tidak terbaca. Tulis seperti esri="http://esri.com/xforms".',
    'Namespace “{found}” cannot be read. Write it like esri="http://esri.com/xforms".',
  ],
  'default-language-unknown': [
    'default_language “{found}” tidak ada di antara bahasa label. || Mungkin maksudnya “{suggestion}”.',
    'default_language “{found}” is not among the languages of the labels. || You may mean “{suggestion}”.',
  ],
  'language-empty': [
    'Kolom bahasa “{found}” kosong seluruhnya; bahasa itu tidak dipakai.',
    'Nothing is written in language “{found}”; it is not used.',
  ],
  'language-without-code': [
    'Bahasa “{found}” tanpa kode. Tulis misalnya “Bahasa Indonesia (id)” supaya aplikasi mengenalinya.',
    'Language “{found}” has no code. Write for example “English (en)” so that apps recognise it.',
  ],
  'translation-column-missing': [
    'Kolom {column} tidak ada; dipakai teks bahasa lain. Tambahkan kolom itu.',
    'There is no column {column}; another language is shown. Add that column.',
  ],
  'translation-missing': [
    'Terjemahan {language} kosong; dipakai teks bahasa lain. Isi sel ini.',
    'The {language} translation is empty; another language is shown. Fill in this cell.',
  ],
}
