// What is wrong with a definition, in both languages. `load.ts` adds the file, the line and the column.
import { fill, type Text, texts } from '../../../kernel/text.ts'
import type { Path } from './loose.ts'

export const findingTexts = texts({
  'programmes.file-too-large': ['Berkas lebih besar dari {most} KB', 'The file is larger than {most} KB'],
  'programmes.file-unreadable': [
    'Berkas bukan YAML yang benar: {detail}',
    'The file is not valid YAML: {detail}',
  ],
  'programmes.file-alias': [
    'Jangkar dan alias YAML tidak dipakai di sini: {name}',
    'YAML anchors and aliases are not used here: {name}',
  ],
  'programmes.file-too-deep': ['Isi berkas bersarang terlalu dalam', 'The file is nested too deeply'],
  'programmes.file-name-differs': ['Nama berkas harus {id}.yaml', 'The file must be named {id}.yaml'],
  'programmes.file-same-programme': [
    'Program {id} versi {version} sudah ada di {other}',
    'Programme {id} version {version} is already in {other}',
  ],
  'programmes.field-missing': ['{field} belum diisi', '{field} is missing'],
  'programmes.field-unknown': ['{field} tidak dikenal', '{field} is not known'],
  'programmes.field-wrong-type': ['{field} harus berupa {expected}', '{field} must be of type {expected}'],
  'programmes.field-wrong-value': [
    '"{value}" tidak dikenal; pilihannya: {options}',
    '"{value}" is not known; it is one of: {options}',
  ],
  'programmes.field-wrong-form': [
    '"{value}" tidak sesuai bentuk yang diminta untuk {field}',
    '"{value}" does not have the form asked of {field}',
  ],
  'programmes.field-out-of-range': ['{field} di luar batas', '{field} is out of range'],
  'programmes.missing-indonesian': ['Teks bahasa Indonesia belum ada', 'The Indonesian text is missing'],
  'programmes.missing-english': ['Teks bahasa Inggris belum ada', 'The English text is missing'],
  'programmes.unknown-role': ['Peran "{value}" tidak dikenal', 'Role "{value}" is not known'],
  'programmes.duplicate-id': ['"{name}" dipakai dua kali', '"{name}" is used twice'],
  'programmes.unknown-source': [
    'Sumber "{name}" tidak ada dalam daftar sumber',
    'Source "{name}" is not in the list of sources',
  ],
  'programmes.unknown-element': [
    'Unsur "{name}" tidak ada dalam daftar unsur',
    'Element "{name}" is not in the list of elements',
  ],
  'programmes.unknown-number': [
    'Angka "{name}" tidak ada dalam daftar angka',
    'Number "{name}" is not in the list of numbers',
  ],
  'programmes.unknown-checklist': [
    'Daftar periksa "{name}" tidak ada di kinds.checks',
    'Checklist "{name}" is not in kinds.checks',
  ],
  'programmes.unknown-stage': ['Tahap "{name}" tidak ada', 'There is no stage "{name}"'],
  'programmes.unknown-step': [
    'Langkah "{name}" tidak ada dalam tahap ini',
    'There is no step "{name}" in this stage',
  ],
  'programmes.unknown-dependent': [
    'Tahap atau langkah "{name}" tidak ada',
    'There is no stage or step "{name}"',
  ],
  'programmes.circular': ['Urutan berputar: {circle}', 'The order goes in a circle: {circle}'],
  'programmes.shares-not-whole': [
    'Bagian berjumlah {sum}, harus 100',
    'The parts sum to {sum}; they must sum to 100',
  ],
  'programmes.length-of-step': [
    'Lama langkah disebut dengan tepat satu cara: days, years, yearsByCategory, atau throughout',
    'The length of a step is given in exactly one way: days, years, yearsByCategory or throughout',
  ],
  'programmes.length-without-category': [
    'Lama menurut kategori (yearsByCategory) memerlukan daftar categories',
    'A length by category (yearsByCategory) needs a list of categories',
  ],
  'programmes.throughout-stage': [
    'Tahap yang berjalan sepanjang program hanya memuat langkah seperti itu, tidak menunggu tahap lain (after: []), dan tidak ditunggu',
    'A stage that runs throughout holds only such steps, waits for no other (after: []), and no other waits for it',
  ],
  'programmes.closing-sign-off': [
    'Tepat satu tanda tangan yang menutup tahap',
    'Exactly one signature closes the stage',
  ],
  'programmes.rule-unsourced': [
    'Ketentuan tanpa sumber hanya boleh menjadi anjuran (advice)',
    'A rule that nobody could source may only be advice',
  ],
  'programmes.rule-inferred': [
    'Ketentuan yang disimpulkan (I) tidak boleh menghalangi: jadikan anjuran (advice)',
    'A rule that was inferred (I) may not block: make it advice',
  ],
  'programmes.rule-on-unverified-number': [
    'Ketentuan memakai angka {name} yang belum terverifikasi',
    'The rule uses number {name}, which is not verified',
  ],
  'programmes.number-without-bounds': [
    'Angka {name} tidak menyebut batasnya (bounds)',
    'Number {name} does not give its bounds',
  ],
  'programmes.bounds-empty': [
    'Tidak ada angka di antara {min} dan {max} yang boleh dipakai',
    'No number from {min} to {max} may be used',
  ],
  'programmes.value-out-of-bounds': [
    'Nilai {value} di luar batas {min} sampai {max} (atau tidak ganjil)',
    'Value {value} is outside the bounds {min} to {max} (or not odd)',
  ],
  'programmes.era-unsourced': [
    'Akhir masa program hanya disebut bila ada sumbernya: isi source dan evidence (V, V-code atau I), atau to: null',
    'The end of an era is given only with its source: give source and evidence (V, V-code or I), or to: null',
  ],
  'programmes.letter-without-text': [
    'Jenis surat harus memuat hal (subject) dan isi (paragraphs)',
    'A kind of letter must give its subject and its paragraphs',
  ],
  'programmes.letter-placeholder': [
    'Isian "{name}" tidak dikenal; pilihannya: {options}',
    'Field "{name}" is not known; it is one of: {options}',
  ],
  'programmes.letter-rests-on-nothing': [
    'Jenis surat harus menyebut dasarnya (basis): rembug dan keputusannya',
    'A kind of letter must give its basis: a meeting and its decision',
  ],
  'programmes.gate-without-fact': [
    'Syarat harus membandingkan fakta; ini tidak menanyakan apa pun',
    'A gate must compare a fact; this one asks nothing',
  ],
  'programmes.gate-open-at-zero': [
    'Angka {name} boleh nol atau kurang, sehingga syarat terpenuhi tanpa apa pun',
    'Number {name} may be zero or less, so that the gate holds on nothing',
  ],
  'programmes.negated-fact': [
    '{name} tidak pernah dinyatakan tidak ada, jadi sangkalannya tidak pernah terpenuhi',
    '{name} is never told to be absent, so its negation never holds',
  ],
  'programmes.unknown-fact': [
    'Fakta "{name}" tidak ada dalam katalog fakta',
    'Fact "{name}" is not in the catalogue of facts',
  ],
  'programmes.unknown-kind': [
    '"{kind}" dalam {name} tidak dinyatakan di bawah {group}',
    '"{kind}" in {name} is not declared under {group}',
  ],
  'programmes.fact-wrong-type': [
    '{name} berjenis {found}, di sini diminta {expected}',
    '{name} is of type {found}; {expected} is asked for here',
  ],
  'programmes.unknown-option': [
    '{name} tidak pernah "{option}"; pilihannya: {options}',
    '{name} is never "{option}"; it is one of: {options}',
  ],
  'programmes.unknown-link': ['Tujuan "{link}" tidak dikenal', 'Target "{link}" is not known'],
  'cel.empty': ['Ungkapan kosong', 'The expression is empty'],
  'cel.too-long': [
    'Ungkapan lebih panjang dari {detail} huruf',
    'The expression is longer than {detail} characters',
  ],
  'cel.too-deep': ['Ungkapan terlalu rumit: {detail}', 'The expression is too complex: {detail}'],
  'cel.syntax': [
    'Ungkapan keliru pada huruf ke-{at}: {detail}',
    'The expression is wrong at character {at}: {detail}',
  ],
  'cel.not-supported': [
    '"{detail}" pada huruf ke-{at} tidak dapat dipakai dalam syarat',
    '"{detail}" at character {at} cannot be used in a gate',
  ],
})

export type FindingCode = keyof typeof findingTexts
export type FindingFacts = Record<string, string | number>

/** `within`: the character of the text at `path` that is wrong. `onKey`: it is the key itself that is. */
export type Finding = { path: Path; code: FindingCode; facts: FindingFacts; within?: number; onKey?: boolean }

export function finding(path: Path, code: FindingCode, facts: FindingFacts = {}): Finding {
  return { path, code, facts }
}

/** The finding as a sentence in each language. */
export function sentences({ code, facts }: Pick<Finding, 'code' | 'facts'>): { id: string; en: string } {
  const text: Text = findingTexts[code]
  return { id: fill(text, 'id', facts), en: fill(text, 'en', facts) }
}
