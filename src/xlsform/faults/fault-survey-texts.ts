// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Sentences about the rows of the survey sheet and of entities.
export const surveyTexts: Readonly<Record<string, readonly [string, string]>> = {
  'survey-empty': [
    'Lembar survey belum berisi pertanyaan. Tambahkan paling sedikit satu.',
    'The survey sheet has no question. Add at least one.',
  ],
  'type-missing': [
    'Baris ini tanpa type. Tulis jenis pertanyaan, misalnya text atau integer.',
    'This row has no type. Write one, such as text or integer.',
  ],
  'row-ignored': [
    'Baris ini tanpa type, name dan label, jadi tidak dibaca.',
    'This row has no type, name or label, so it is not read.',
  ],
  'number-of-somebody': [
    "“{found}” bukan jumlah: nol di depan dan angka ke-16 dapat hilang. Pakai text dengan constraint, misalnya regex(., '^[0-9]{16}$'), dan appearance numbers.",
    "“{found}” is no quantity: a leading nought and the sixteenth digit may be lost. Use text with a constraint such as regex(., '^[0-9]{16}$'), and appearance numbers.",
  ],
  'number-as-text': [
    "“{found}” nomor, bukan jumlah: dicatat sebagai teks, jadi nol di depan dan angka ke-16 tetap. Lebih baik type text dengan constraint, misalnya regex(., '^[0-9]{16}$'), dan appearance numbers.",
    "“{found}” is a number of somebody, no quantity: it is kept as text, with its leading nought and its sixteenth digit. Better is type text with a constraint such as regex(., '^[0-9]{16}$'), and appearance numbers.",
  ],
  'type-unknown': [
    'Jenis “{found}” tidak dikenal. || Mungkin maksudnya “{suggestion}”. || Periksa ejaannya.',
    'Type “{found}” is not known. || You may mean “{suggestion}”. || Check the spelling.',
  ],
  'type-forgiven': [
    'Jenis “{found}” dibaca tanpa membedakan huruf besar dan spasi.',
    'Type “{found}” was read regardless of capitals and spaces.',
  ],
  'type-unsupported': [
    'Jenis “{found}” tidak didukung. Pakai {mend}.',
    'Type “{found}” is not supported. Use {mend}.',
  ],
  'type-list-missing': [
    '“{found}” tanpa nama daftar. Tulis misalnya select_one ya_tidak, dan daftarnya di lembar choices.',
    '“{found}” names no list. Write for example select_one yes_no, with the list in sheet choices.',
  ],
  'name-missing': [
    'Baris ini tanpa name. || Tulis misalnya {suggestion}.',
    'This row has no name. || Write for example {suggestion}.',
  ],
  'name-spaces': [
    'Nama “{found}” memuat spasi. || Tulis misalnya {suggestion}.',
    'Name “{found}” has spaces. || Write for example {suggestion}.',
  ],
  'name-start': [
    'Nama “{found}” harus diawali huruf atau _. || Tulis misalnya {suggestion}.',
    'Name “{found}” must begin with a letter or _. || Write for example {suggestion}.',
  ],
  'name-characters': [
    'Nama “{found}” memuat tanda yang tidak boleh. Pakai huruf, angka, dan _. || Tulis misalnya {suggestion}.',
    'Name “{found}” has signs that are not allowed. Use letters, digits and _. || Write for example {suggestion}.',
  ],
  'name-too-long': [
    'Nama “{found}” terlalu panjang. || Paling banyak {most} huruf.',
    'Name “{found}” is too long. || At most {most} letters.',
  ],
  'name-reserved': [
    'Nama “{found}” sudah dipakai oleh sistem. Pilih nama lain.',
    'Name “{found}” belongs to the system. Choose another.',
  ],
  'name-twice': [
    'Nama “{found}” sudah ada di baris {other}. Beri nama lain. || Keduanya berada di dalam “{in}”.',
    'Name “{found}” is there already in row {other}. Give another. || Both stand in “{in}”.',
  ],
  'label-missing': [
    '“{found}” tanpa label; petugas tidak melihat pertanyaannya. Isi kolom label.',
    '“{found}” has no label; people will not see the question. Fill in the label.',
  ],
  'section-empty': ['Bagian “{found}” tidak berisi pertanyaan.', 'Section “{found}” holds no question.'],
  'section-required': [
    'Kelompok atau pengulangan “{found}” tidak dapat diwajibkan; required tidak dibaca. Wajibkan pertanyaan di dalamnya.',
    'A group or repeat (“{found}”) cannot be required, and required is not read. Require a question inside it.',
  ],
  'end-without-begin': [
    'end_{what} tanpa begin_{what}. Hapus baris ini atau tambahkan pembukanya di atas.',
    'end_{what} without begin_{what}. Remove this row or add its beginning above.',
  ],
  'end-mismatch': [
    'Yang masih terbuka adalah begin_{open} “{name}” (baris {begun}). Tulis end_{open} di sini.',
    'What is still open is begin_{open} “{name}” (row {begun}). Write end_{open} here.',
  ],
  'end-name': [
    'Nama “{found}” di penutup berbeda dari pembukanya “{name}” (baris {begun}). Periksa apakah penutupnya benar.',
    'Name “{found}” at the end differs from “{name}” at its beginning (row {begun}). Check that it closes the right one.',
  ],
  'begin-without-end': [
    '“{found}” dibuka tetapi tidak ditutup. Tambahkan end_{what} setelah pertanyaan terakhirnya.',
    '“{found}” is begun and never ended. Add end_{what} after its last question.',
  ],
  'too-deep': [
    'Bagian “{found}” terlalu dalam, paling banyak {most} tingkat.',
    'Section “{found}” is nested too deep, at most {most} levels.',
  ],
  'table-list-simplified': [
    'table-list ditampilkan sebagai field-list: satu layar, tiap pertanyaan dengan pilihannya.',
    'table-list is shown as field-list: one screen, each question with its choices.',
  ],
  'search-collect-only': [
    'search() di “{found}” hanya dibaca ODK Collect; di sini yang tampil adalah daftar di choices. Pakai select_one_from_file.',
    'search() at “{found}” is only read by ODK Collect; here the list in choices is shown. Use select_one_from_file.',
  ],
  'name-case': [
    'Nama “{found}” hanya berbeda huruf besar dari “{other}”. Sebagian alat menganggapnya sama; beri nama lain.',
    'Name “{found}” differs from “{other}” in capitals only. Some tools take them for one; give another name.',
  ],
  'count-without-repeat': [
    'repeat_count hanya berlaku untuk begin_repeat; di “{found}” tidak dibaca.',
    'repeat_count only means something for begin_repeat; at “{found}” it is not read.',
  ],
  'calculation-missing': [
    'calculate “{found}” tanpa rumus. Isi kolom calculation.',
    'calculate “{found}” has no formula. Fill in calculation.',
  ],
  'default-unfit': [
    'default “{found}” bukan jawaban dari jenis ini, jadi tidak diisikan. Tulis seperti {mend}.',
    'The default “{found}” is no answer of this type, so it is not filled in. Write it like {mend}.',
  ],
  'default-no-choice': [
    'default “{found}” bukan pilihan dari {name}, jadi tidak diisikan. || Mungkin maksudnya “{suggestion}”.',
    'The default “{found}” is no choice of {name}, so it is not filled in. || You may mean “{suggestion}”.',
  ],
  'trigger-written': [
    'trigger “{found}” tidak terbaca. Tulis nama pertanyaan seperti ${umur}.',
    'trigger “{found}” cannot be read. Write the name of a question like ${age}.',
  ],
  'trigger-hidden': [
    '{found} tidak tampil di layar, jadi tidak dapat menjadi trigger. Pilih pertanyaan yang dijawab orang.',
    '{found} is not on the screen, so it cannot be a trigger. Choose a question that people answer.',
  ],
  'trigger-section': [
    'trigger tidak berlaku untuk kelompok atau pengulangan “{found}”, dan tidak dibaca. Pindahkan ke pertanyaan di dalamnya.',
    'A trigger means nothing for a group or repeat (“{found}”) and is not read. Move it to a question inside.',
  ],
  'trigger-missing': [
    '“{found}” perlu trigger. Tulis nama pertanyaan yang memicunya, seperti ${umur}.',
    '“{found}” needs a trigger. Write the question that sets it off, like ${age}.',
  ],
  'parameters-written': [
    'parameters “{found}” tidak terbaca. Tulis nama=nilai, dipisah spasi, misalnya start=0 end=10 step=1.',
    'parameters “{found}” cannot be read. Write name=value with spaces between, such as start=0 end=10 step=1.',
  ],
  'parameter-unknown': [
    'Parameter “{found}” tidak dikenal untuk jenis ini dan tidak dibaca. || Mungkin maksudnya “{suggestion}”.',
    'Parameter “{found}” is not known for this type and not read. || You may mean “{suggestion}”.',
  ],
  'parameter-value': [
    '{name}={found} tidak dapat dipakai. || Tulis misalnya {mend}.',
    '{name}={found} cannot be used. || Write for example {mend}.',
  ],
  'parameter-list': [
    '{name}={found}: daftar itu tidak ada. || Mungkin maksudnya “{suggestion}”.',
    '{name}={found}: there is no such list. || You may mean “{suggestion}”.',
  ],
  'range-tick': [
    '{name}={found} tidak cocok pada skala {start} sampai {end} dengan langkah {step}.',
    '{name}={found} does not fit a scale from {start} to {end} in steps of {step}.',
  ],
  'range-labels': [
    'Pilihan “{found}” dalam daftar {list} bukan angka pada skala {start} sampai {end}.',
    'Choice “{found}” of list {list} is no number on the scale from {start} to {end}.',
  ],
  'attribute-name': [
    'Judul “{found}” tidak dapat menjadi atribut XML: hanya huruf, angka, -, _ dan titik, tanpa spasi.',
    'Heading “{found}” cannot be an attribute in XML: only letters, digits, -, _ and dots, no spaces.',
  ],
  'namespace-missing': [
    'Awalan “{prefix}” di “{found}” belum dikenal. Tulis di settings, kolom namespaces: {prefix}="http://…".',
    'The prefix “{prefix}” in “{found}” is not known. Write in settings, column namespaces: {prefix}="http://…".',
  ],
  'attribute-ignored': [
    '“{found}” tidak dipakai: atribut ini milik sistem, atau nilainya tidak cocok dengan jenis pertanyaan.',
    '“{found}” is not used: the attribute belongs to the system, or its value does not go with the type.',
  ],
  'yes-no-written': [
    '“{found}” bukan ya atau tidak. Tulis yes, atau kosongkan; syarat ditulis seperti ${umur} > 17.',
    '“{found}” is neither yes nor no. Write yes, or leave it empty; a condition is written like ${age} > 17.',
  ],
  'range-number': [
    '{name}={found} bukan angka. Tulis angka dengan titik untuk pecahan.',
    '{name}={found} is no number. Write a number, with a point for decimals.',
  ],
  'range-step': [
    'Langkah {found} tidak cocok antara {start} dan {end}. Pakai langkah lebih kecil, bukan 0.',
    'Step {found} does not fit between {start} and {end}. Use a smaller one, not 0.',
  ],
  'other-taken': [
    'or_other perlu nama “{found}”, tetapi sudah ada di baris {other}. Ganti nama itu, atau hapus or_other.',
    'or_other needs the name “{found}”, which row {other} has. Rename that one, or remove or_other.',
  ],
  'other-with-filter': [
    'or_other tidak dapat bersama choice_filter. Tambahkan pilihan “lainnya” sendiri dan pertanyaan text dengan relevant.',
    'or_other does not go with choice_filter. Add a choice “other” yourself and a text question with relevant.',
  ],
  'other-without-list': [
    'or_other hanya untuk daftar di lembar choices. Tambahkan pilihan “lainnya” di berkasnya.',
    'or_other is only for lists of the choices sheet. Add a choice “other” to the file.',
  ],
  'personal-unknown': [
    'personal “{found}” tidak dikenal; dipakai aturan umum. Tulis yes, no, atau specific.',
    'personal “{found}” is not known; the general rule is used. Write yes, no or specific.',
  ],
  'personal-read': [
    '“{found}” membaca “{source}” (baris {line}) di kolom {cell}, dan itu data pribadi. Kosongkan kolom personal, atau tulis {mend}.',
    '“{found}” reads “{source}” (row {line}) in column {cell}, which is personal data. Leave the column personal empty, or write {mend}.',
  ],
  'personal-file': [
    '“{found}” mengambil isi daftar orang {file}, dan itu data pribadi. Kosongkan kolom personal, atau tulis {mend}.',
    '“{found}” takes words out of {file}, a list of people, which is personal data. Leave the column personal empty, or write {mend}.',
  ],
  'personal-id': [
    '“{found}” menjadi nomor keluarga atau orang di buku warga, dan itu data pribadi. Kosongkan kolom personal, atau tulis {mend}.',
    '“{found}” becomes the id of a household or person in the registry, which is personal data. Leave the column personal empty, or write {mend}.',
  ],
  'dataset-missing': [
    'Baris entities tanpa list_name. Tulis nama daftar, misalnya keluarga.',
    'This row of entities has no list_name. Write one, such as households.',
  ],
  'dataset-reserved': [
    'Nama daftar “{found}” diawali __ yang dipakai sistem. Pilih nama lain.',
    'List name “{found}” begins with __, which belongs to the system. Choose another.',
  ],
  'dataset-name': [
    'Nama daftar “{found}” tidak boleh. Pakai huruf, angka, dan _, tanpa titik.',
    'List name “{found}” is not allowed. Use letters, digits and _, no dots.',
  ],
  'entity-id-missing': [
    'update_if perlu entity_id. Tulis pertanyaan yang memilih entitasnya, seperti ${kk}.',
    'update_if needs entity_id. Write the question that chooses the entity, like ${household}.',
  ],
  'entity-update-missing': [
    'entity_id bersama create_if perlu update_if juga. Tambahkan update_if.',
    'entity_id with create_if needs update_if too. Add update_if.',
  ],
  'entity-label-missing': [
    'Entitas baru perlu label. Isi kolom label, misalnya ${nama}.',
    'A new entity needs a label. Fill in label, such as ${name}.',
  ],
  'entity-repeat-written': [
    'repeat “{found}” harus satu nama seperti ${anggota}.',
    'repeat “{found}” must be one name like ${member}.',
  ],
  'entity-repeat-kind': [
    '{found} bukan pengulangan. Tulis nama dari begin_repeat.',
    '{found} is no repeat. Write the name of a begin_repeat.',
  ],
  'entity-twice': [
    'Formulir atau pengulangan ini sudah menulis satu entitas (baris {other}). Tulis entitas “{found}” dari pengulangan lain.',
    'This form or repeat writes an entity already (row {other}). Write “{found}” from another repeat.',
  ],
  'entity-scopes': [
    'Entitas “{found}” membaca “{name}” yang berada di pengulangan lain, bukan di “{repeat}”. Pakai pertanyaan dari satu pengulangan.',
    'Entity “{found}” reads “{name}”, which stands in another repeat than “{repeat}”. Use questions of one repeat.',
  ],
  'save-to-without-entity': [
    'save_to “{found}” tanpa lembar entities. Tambahkan lembar entities dengan list_name dan label.',
    'save_to “{found}” without a sheet entities. Add it, with list_name and label.',
  ],
  'save-to-group': [
    'Kelompok tidak dapat disimpan sebagai “{found}”. Pindahkan save_to ke pertanyaan.',
    'A group cannot be saved as “{found}”. Move save_to to a question.',
  ],
  'save-to-list': [
    'save_to “{found}” menunjuk daftar yang tidak ada. Daftar: {lists}. || Mungkin maksudnya “{suggestion}”.',
    'save_to “{found}” points to a list that is not there. Lists: {lists}. || You may mean “{suggestion}”.',
  ],
  'save-to-ambiguous': [
    'Tidak jelas “{found}” disimpan ke daftar mana. Tulis daftar#nama; daftar: {lists}.',
    'It is not clear which list “{found}” is saved to. Write list#name; lists: {lists}.',
  ],
  'save-to-reserved': [
    '“{found}” tidak boleh menjadi nama sifat. Pilih nama selain name, label, dan yang diawali __.',
    '“{found}” cannot be the name of a property. Choose another than name, label, or one beginning with __.',
  ],
  'save-to-name': [
    'Nama sifat “{found}” tidak boleh. Pakai huruf, angka, dan _.',
    'Property name “{found}” is not allowed. Use letters, digits and _.',
  ],
  'save-to-outside': [
    '“{found}” tidak berada di pengulangan yang sama dengan entitasnya. || Pindahkan ke dalam “{repeat}”.',
    '“{found}” does not stand in the same repeat as its entity. || Move it into “{repeat}”.',
  ],
  'save-to-twice': [
    'Sifat “{found}” sudah diisi dari baris {other}. Beri nama lain.',
    'Property “{found}” is already given by row {other}. Give another name.',
  ],
}
