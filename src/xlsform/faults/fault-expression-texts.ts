// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Sentences about expressions: relevant, constraint, calculation, choice_filter and the rest. {at} counts letters.
export const expressionTexts: Readonly<Record<string, readonly [string, string]>> = {
  'reference-unknown': [
    '{found} tidak ada di formulir. || Mungkin maksudnya ${{suggestion}}.',
    '{found} is not in the form. || You may mean ${{suggestion}}.',
  ],
  'reference-ambiguous': [
    '{found} ada lebih dari satu (baris {rows}). Beri nama yang berbeda.',
    '{found} is there more than once (rows {rows}). Give them different names.',
  ],
  'reference-forgiven': ['{found} dibaca sebagai ${{name}}.', '{found} was read as ${{name}}.'],
  'reference-quoted': [
    "{found} di dalam tanda kutip menjadi alamat, bukan jawabannya. Keluarkan dari kutip: concat('Bu ', ${nama}).",
    "{found} inside quotes becomes an address, not the answer. Take it out: concat('Ms ', ${name}).",
  ],
  'reference-empty': [
    '${} tanpa nama (huruf ke-{at}). Tulis nama pertanyaan di dalamnya.',
    '${} has no name in it (letter {at}). Write the name of a question.',
  ],
  'reference-open': [
    '“{written}” belum ditutup (huruf ke-{at}). Tambahkan {mend}.',
    '“{written}” is not closed (letter {at}). Add {mend}.',
  ],
  'reference-written': [
    '“{written}” (huruf ke-{at}) harus ditulis {mend}, misalnya ${umur}.',
    '“{written}” (letter {at}) must be written {mend}, such as ${age}.',
  ],
  'quotes-curly': [
    'Tanda kutip miring dibaca sebagai kutip lurus. Matikan kutip otomatis di Excel atau Word.',
    'Curly quotes were read as straight ones. Switch off smart quotes in Excel or Word.',
  ],
  'equals-leading': [
    'Tanda = di awal tidak perlu dan tidak dibaca; XLSForm bukan rumus Excel.',
    'The = at the start is not needed and not read; XLSForm is no Excel formula.',
  ],
  'text-forgiven': [
    "“{found}” dibaca sebagai teks. Tulis dengan tanda kutip: '{found}'.",
    "“{found}” was read as text. Write it in quotes: '{found}'.",
  ],
  'word-bare': [
    '“{found}” (huruf ke-{at}) tidak berarti apa-apa di sini. Tulis {mend}.',
    '“{found}” (letter {at}) means nothing here. Write {mend}.',
  ],
  'section-as-text': [
    '{found} adalah seluruh bagian, termasuk pertanyaan ini sendiri; isinya tidak dapat dibaca sekaligus. Tulis nama pertanyaannya.',
    '{found} is the whole section, with this very question in it; it cannot be read at once. Write the name of a question.',
  ],
  'list-column-unknown': [
    'Daftar {list} tidak punya kolom “{found}”. || Mungkin maksudnya “{suggestion}”. || Kolom yang ada: {columns}.',
    'List {list} has no column “{found}”. || You may mean “{suggestion}”. || Columns there: {columns}.',
  ],
  'value-not-in-list': [
    '“{found}” bukan pilihan dari {name}; syarat ini tidak pernah terpenuhi. || Mungkin maksudnya “{suggestion}”.',
    '“{found}” is no choice of {name}; this is never true. || You may mean “{suggestion}”.',
  ],
  'instance-unknown': [
    "instance('{found}') tidak ada. || Mungkin maksudnya “{suggestion}”.",
    "There is no instance('{found}'). || You may mean “{suggestion}”.",
  ],
  cycle: [
    'Berputar: {found} (baris {rows}). Yang dihitung atau disyaratkan tidak boleh bergantung pada dirinya sendiri. Putuskan salah satunya.',
    'A circle: {found} (rows {rows}). Nothing may depend on itself. Break it at one of them.',
  ],
  'cycle-conditions': [
    'Syarat ini saling bergantung: {found} (baris {rows}). Yang dijawab lebih dahulu yang berlaku; periksa apakah itu maksudnya.',
    'These conditions depend on each other: {found} (rows {rows}). Whichever is answered first holds; check that this is meant.',
  ],
  'xpath-quote-open': [
    'Tanda kutip di huruf ke-{at} tidak ditutup. Tambahkan kutip penutup.',
    'The quote at letter {at} is not closed. Add the closing one.',
  ],
  'xpath-bracket-open': [
    'Kurung di huruf ke-{at} tidak ditutup. Tambahkan {mend}.',
    'The bracket at letter {at} is not closed. Add {mend}.',
  ],
  'xpath-bracket-extra': [
    'Kurung {written} di huruf ke-{at} tidak ada pembukanya. Hapus, atau tambahkan pembukanya.',
    'The bracket {written} at letter {at} was never opened. Remove it, or open it before.',
  ],
  'xpath-symbol': [
    '“{written}” di huruf ke-{at} tidak dikenal. Tulis {mend}.',
    '“{written}” at letter {at} is not known here. Write {mend}.',
  ],
  'xpath-operator-missing': [
    'Ada yang kurang sebelum “{written}” (huruf ke-{at}): misalnya =, and, or, +, atau koma.',
    'Something is missing before “{written}” (letter {at}): for example =, and, or, + or a comma.',
  ],
  'xpath-value-missing': [
    'Ada nilai yang kurang di huruf ke-{at}. Tulis pertanyaan, angka, atau teks di sana; jawaban ini sendiri adalah titik. || Yang ada: “{written}”.',
    'A value is missing at letter {at}. Write a question, number or text there; this very answer is a dot. || Found: “{written}”.',
  ],
  'xpath-character': [
    'Tanda “{written}” di huruf ke-{at} tidak boleh. Hapus atau beri tanda kutip.',
    'The sign “{written}” at letter {at} is not allowed. Remove it or put it in quotes.',
  ],
  'xpath-function-unknown': [
    'Fungsi {written}() tidak ada. || Mungkin maksudnya {suggestion}(). || Tulis {mend}.',
    'There is no function {written}(). || You may mean {suggestion}(). || Write {mend}.',
  ],
  'xpath-function-elsewhere': [
    'Fungsi {written}() tidak dikenal aplikasi ini; formulir akan berhenti di sana. || Pakai {mend}.',
    'This app does not know the function {written}(); the form would stop there. || Use {mend}.',
  ],
  'xpath-division': [
    'Garis miring (huruf ke-{at}) tidak berarti bagi. Tulis div dengan spasi, misalnya ${a} div 3.',
    'A slash (letter {at}) does not divide. Write div with spaces, such as ${a} div 3.',
  ],
  'xpath-percent': [
    'Tanda % di huruf ke-{at} tidak dikenal. Untuk persen tulis angkanya saja (100) atau 0.01 kalinya; sisa bagi ditulis mod.',
    'The sign % at letter {at} is not known. For percent write the number alone (100), or times 0.01; a remainder is written mod.',
  ],
  'xpath-decimal-comma': [
    'Pecahan ditulis dengan titik: {mend}, bukan {written}.',
    'Decimals are written with a point: {mend}, not {written}.',
  ],
  'xpath-thousands': [
    'Ribuan ditulis tanpa titik atau koma: {mend}, bukan {written}.',
    'Thousands are written without points or commas: {mend}, not {written}.',
  ],
  'number-thousands': [
    '{found} dibaca sebagai pecahan ({read}). Kalau maksudnya ribuan, tulis {mend}.',
    '{found} is read as a decimal ({read}). If thousands are meant, write {mend}.',
  ],
  'xpath-day-bare': [
    '“{written}” (huruf ke-{at}) dibaca sebagai hitungan, bukan tanggal. Tulis {mend}.',
    '“{written}” (letter {at}) is read as a sum, not as a date. Write {mend}.',
  ],
  'xpath-day-none': [
    'Tanggal {written} tidak ada, atau tidak ditulis tahun-bulan-hari. Tulis misalnya 2017-08-17.',
    'There is no day {written}, or it is not written year-month-day. Write for example 2017-08-17.',
  ],
  'xpath-day-format': [
    '“{written}” dalam format tanggal tidak dikenal. Yang ada: {mend}.',
    '“{written}” is not known in the format of a date. There are: {mend}.',
  ],
  'constraint-span': [
    'Batas “{found}” dibaca sebagai hitungan. Tulis {mend}; titik adalah jawaban ini.',
    'The bounds “{found}” are read as a sum. Write {mend}; the dot is this answer.',
  ],
  'regex-unquoted': [
    "Pola regex harus di dalam tanda kutip, misalnya regex(., '^[0-9]{16}$').",
    "The pattern of regex must stand in quotes, such as regex(., '^[0-9]{16}$').",
  ],
  'xpath-pattern': [
    'Pola regex ini tidak terbaca (huruf ke-{at}). Periksa kurung dan garis miring terbaliknya.',
    'This pattern of regex cannot be read (letter {at}). Check its brackets and backslashes.',
  ],
  'xpath-needs-path': [
    'Nilai ke-{place} dari {function}() harus pertanyaan atau pengulangan, misalnya ${anggota}.',
    'Value {place} of {function}() must be a question or a repeat, such as ${member}.',
  ],
  'xpath-indexed': [
    'indexed-repeat() perlu pasangan pengulangan dan nomornya: indexed-repeat(${nama}, ${anggota}, 2).',
    'indexed-repeat() needs pairs of a repeat and its number: indexed-repeat(${name}, ${member}, 2).',
  ],
  'xpath-day': [
    '{function}() memerlukan tanggal atau waktu, bukan ya atau tidak.',
    '{function}() needs a date or time, not yes or no.',
  ],
  'xpath-position': [
    'position() hanya untuk baris tempat pertanyaan ini berada. Tulis position(..).',
    'position() is of the line that this question stands in. Write position(..).',
  ],
  'xpath-position-entity': [
    'Di lembar entities, position(..) selalu 1. Tulis nama pengulangannya: position(${anggota}).',
    'In sheet entities position(..) is always 1. Write the name of the repeat: position(${member}).',
  ],
  'xpath-pulldata': [
    "Tulis nama berkas dan kolomnya dengan tanda kutip: pulldata('desa', 'nama', 'kode', ${desa}).",
    "Write the names of the file and its columns in quotes: pulldata('village', 'name', 'code', ${village}).",
  ],
  'xpath-digest': [
    "digest() perlu nama caranya dengan tanda kutip, misalnya 'SHA-256' atau 'MD5'.",
    "digest() needs the name of its method in quotes, such as 'SHA-256' or 'MD5'.",
  ],
  'xpath-uuid': [
    'uuid() hanya menerima angka yang ditulis langsung, misalnya uuid(8).',
    'uuid() takes only a number that is written out, such as uuid(8).',
  ],
  'xpath-weights': [
    'weighted-checklist() perlu pasangan jawaban dan bobot; satu di antaranya kurang.',
    'weighted-checklist() needs pairs of an answer and a weight; one of them is missing.',
  ],
  'xpath-choice-name': [
    "Nilai kedua jr:choice-name() harus pertanyaan pilihannya: jr:choice-name(${desa}, '${desa}').",
    "The second value of jr:choice-name() must be the question with the choices: jr:choice-name(${village}, '${village}').",
  ],
  'xpath-arguments': [
    '{function}() perlu {wanted} nilai, tertulis {given}. Periksa koma dan kurungnya.',
    '{function}() takes {wanted} values, {given} given. Check its commas and brackets.',
  ],
  'xpath-too-deep': [
    'Kurung bertingkat terlalu dalam. Pecah menjadi beberapa calculate.',
    'Brackets are nested too deep. Split it into several calculates.',
  ],
}
