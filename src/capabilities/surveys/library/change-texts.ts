// What a new version changes for tables, in words: beside the warnings of the compiler.
import { fill, type Language, texts } from '../../../kernel/text.ts'
import { faultSentence } from '../../../xlsform/faults/fault-texts.ts'
import type { Fault } from '../../../xlsform/model.ts'

const changes = texts({
  'form-type-changed': [
    '“{found}” bertipe {from} pada versi {versions}, sekarang {to}. Jawaban lama tidak hilang: yang tidak cocok berdiri pada kolom sendiri, “{column}”, di tabel, CSV, XLSX dan OData. Agar tetap satu kolom, pakai tipe lama; agar terpisah jelas, beri nama baru.',
    '“{found}” was of type {from} in version {versions} and is {to} now. No older answer is lost: those that do not fit stand in a column of their own, “{column}”, in tables, CSV, XLSX and OData. To keep one column use the older type; to part them plainly give it a new name.',
  ],
  'form-structure-changed': [
    '“{found}” adalah {from} pada versi {versions}, sekarang {to}. Jawaban lama tidak hilang, tetapi tidak digabung dengan yang baru: keduanya berdiri pada kolom atau lembar masing-masing. Lebih baik beri nama baru.',
    '“{found}” was {from} in version {versions} and is {to} now. No older answer is lost, but they are not joined with the new ones: both stand in columns or sheets of their own. Better give it a new name.',
  ],
  'form-question-moved': [
    '“{found}” pindah dari {from} (versi {versions}) ke {to}. Jawaban lama tetap pada kolom {from}, yang baru pada kolom {to}; tidak digabung. Kembalikan ke kelompok lama bila keduanya satu pertanyaan.',
    '“{found}” moved from {from} (version {versions}) to {to}. Older answers stay in the column {from}, new ones stand in {to}; they are not joined. Put it back into its older group where both are one question.',
  ],
})

/** The sentence of a warning or fault of a form, of its compiler or of its change. */
export const sentenceOf = (fault: Fault, language: Language): string => {
  const text = Object.hasOwn(changes, fault.code) ? changes[fault.code as keyof typeof changes] : undefined
  return text ? fill(text, language, { ...fault.facts, found: fault.found }) : faultSentence(fault, language)
}
