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
  'last-saved-unsupported': [
    '{found}: jawaban isian sebelumnya (last-saved) belum didukung. Pakai default biasa.',
    '{found}: answers of the last submission (last-saved) are not supported. Use a plain default.',
  ],
  'quotes-curly': [
    'Tanda kutip miring dibaca sebagai kutip lurus. Matikan kutip otomatis di Excel atau Word.',
    'Curly quotes were read as straight ones. Switch off smart quotes in Excel or Word.',
  ],
  'equals-leading': [
    'Tanda = di awal tidak perlu dan tidak dibaca; XLSForm bukan rumus Excel.',
    'The = at the start is not needed and not read; XLSForm is no Excel formula.',
  ],
  'word-without-quotes': [
    "“{found}” tanpa tanda kutip dibaca sebagai nama, bukan teks. Tulis '{found}'.",
    "“{found}” without quotes is read as a name, not as text. Write '{found}'.",
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
    'Ada nilai yang kurang di huruf ke-{at}. Tulis pertanyaan, angka, atau teks di sana. || Yang ada: “{written}”.',
    'A value is missing at letter {at}. Write a question, number or text there. || Found: “{written}”.',
  ],
  'xpath-character': [
    'Tanda “{written}” di huruf ke-{at} tidak boleh. Hapus atau beri tanda kutip.',
    'The sign “{written}” at letter {at} is not allowed. Remove it or put it in quotes.',
  ],
  'xpath-function-unknown': [
    'Fungsi {written}() tidak ada. || Mungkin maksudnya {suggestion}().',
    'There is no function {written}(). || You may mean {suggestion}().',
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
