// Sentences about choices, lists and files.
export const listTexts: Readonly<Record<string, readonly [string, string]>> = {
  'choice-list-missing': [
    'Baris ini tanpa list_name dan tidak dibaca. Tulis nama daftarnya.',
    'This row has no list_name and is not read. Write the name of its list.',
  ],
  'choice-name-missing': [
    'Pilihan ini tanpa name. Tulis kode pendek, misalnya 1 atau ya.',
    'This choice has no name. Write a short code, such as 1 or yes.',
  ],
  'choice-label-missing': [
    'Pilihan “{found}” tanpa label; yang tampil adalah kodenya.',
    'Choice “{found}” has no label; its code is shown.',
  ],
  'choice-twice': [
    'Pilihan “{found}” sudah ada di baris {other} dalam daftar {list}. Beri kode lain, atau tulis allow_choice_duplicates = yes di settings.',
    'Choice “{found}” is there already in row {other} of list {list}. Give another code, or write allow_choice_duplicates = yes in settings.',
  ],
  'choice-spaces': [
    'Kode pilihan “{found}” memuat spasi; selected() tidak mengenalinya. Lebih baik pakai _; spasi boleh di label.',
    'The code of choice “{found}” has spaces, and selected() does not know it. Better use _; spaces may stand in the label.',
  ],
  'choice-spaces-many': [
    'Kode pilihan “{found}” memuat spasi, padahal daftar {list} dipakai untuk memilih beberapa. Ganti dengan _.',
    'The code of choice “{found}” has spaces, and several may be chosen of list {list}. Use _ instead.',
  ],
  'list-name': [
    'Nama daftar “{found}” tidak boleh. Pakai huruf, angka, dan _.',
    'List name “{found}” is not allowed. Use letters, digits and _.',
  ],
  'list-unknown': [
    'Daftar “{found}” tidak ada di lembar choices. || Mungkin maksudnya “{suggestion}”.',
    'List “{found}” is not in sheet choices. || You may mean “{suggestion}”.',
  ],
  'list-forgiven': ['Daftar “{found}” dibaca sebagai “{name}”.', 'List “{found}” was read as “{name}”.'],
  'list-unused': [
    'Daftar “{found}” tidak dipakai pertanyaan mana pun.',
    'List “{found}” is not used by any question.',
  ],
  'list-inside': [
    'Daftar “{found}” ({count} pilihan) tetap di dalam formulir, sehingga formulir besar dan lambat dibuka, terutama di ODK Collect: labelnya berlainan antarbahasa, memuat gambar atau nilai, atau namanya bukan huruf, angka, _ atau -. Samakan labelnya, agar daftar ini menjadi berkas.',
    'List “{found}” ({count} choices) stays inside the form, which is large then and opens slowly, most of all in ODK Collect: its labels differ between languages, hold pictures or values, or its name is not letters, digits, _ or -. Make the labels alike, so that it becomes a file.',
  ],
  'filter-whole': [
    'Untuk choice_filter ini ponsel harus membaca seluruh daftar “{list}”; di atas {most} baris itu lambat. Tulis hanya kolom = ${pertanyaan}, disambung dengan and.',
    'For this choice_filter a phone must read the whole list “{list}”; above {most} rows that is slow. Write only column = ${question}, joined by and.',
  ],
  'list-whole': [
    'Ponsel harus membaca seluruh daftar “{list}” ({count} baris) untuk “{found}”, dan itu lambat, karena isinya juga dibaca jr:choice-name(), instance(), pulldata() atau pilihan yang diacak.',
    'A phone must read the whole list “{list}” ({count} rows) for “{found}”, which is slow, because jr:choice-name(), instance(), pulldata() or a mixed order read it too.',
  ],
  'filter-column-unknown': [
    'choice_filter membaca kolom “{found}” yang tidak ada di lembar choices. || Mungkin maksudnya “{suggestion}”. || Kolom yang ada: {columns}.',
    'choice_filter reads column “{found}”, which sheet choices does not have. || You may mean “{suggestion}”. || Columns there: {columns}.',
  ],
  'filter-without-list': [
    'choice_filter hanya berlaku untuk pertanyaan pilihan; di “{found}” tidak dibaca.',
    'choice_filter only means something for questions with choices; at “{found}” it is not read.',
  ],
  'choices-not-repeated': [
    '{found} tidak berada di dalam pengulangan, jadi tidak dapat menjadi daftar pilihan.',
    '{found} does not stand in a repeat, so it cannot be a list of choices.',
  ],
  'file-extension': [
    'Berkas “{found}” harus .csv, .geojson, atau .xml.',
    'File “{found}” must be .csv, .geojson or .xml.',
  ],
  'instance-twice': [
    '“{found}” dipakai untuk dua hal: daftar atau berkas “{other}”. Beri nama lain.',
    '“{found}” is used for two things: list or file “{other}”. Give another name.',
  ],
}
