// What a name may be: an XML name without a colon, because it becomes an element of every submission.
// And what it says: numbers that find somebody (NIK, family card, telephone) are no quantity, whatever the form calls them.
import type { AnswerType, Question } from './model.ts'

/** Fault code for a name that XML or XLSForm refuses, or '' when it is good. */
export function nameFault(name: string, most: number): string {
  if (name.length > most) return 'name-too-long'
  if (/\s/.test(name)) return 'name-spaces'
  if (/^[\d.-]/.test(name)) return 'name-start'
  if (!/^[\p{L}_][\p{L}\p{N}_.\-\u00b7]*$/u.test(name)) return 'name-characters'
  // Every object of JavaScript has names of its own, and answers are kept by name.
  return /^xml/i.test(name) || name in Object.prototype ? 'name-reserved' : ''
}

/** A name near what was written that would be good: 'Nama Kepala KK' → nama_kepala_kk. */
export function mendedName(name: string): string {
  const clean = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 40)
  if (clean === '') return 'q1'
  return /^[\d]|^xml/.test(clean) ? `q_${clean}` : clean
}

/** A number of families or of phones is a figure, not a number that finds somebody. */
const counts = new Set([
  'jumlah',
  'jml',
  'total',
  'banyak',
  'banyaknya',
  'count',
  'number',
  'num',
  'rata',
  'persen',
  'ada',
  'punya',
  'has',
])

/** The words of a name: 'noHP_istri' has no, hp and istri. */
export const tokensOf = (name: string): string[] =>
  name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)

export const isCount = (tokens: readonly string[]): boolean => tokens.some((token) => counts.has(token))

const numbers = new Set([
  'nik',
  'kk',
  'nokk',
  'telepon',
  'telp',
  'telpon',
  'phone',
  'hp',
  'nohp',
  'wa',
  'whatsapp',
  'npwp',
  'bpjs',
  'nisn',
  'rekening',
  'norek',
])

/** A number that stands for a person, a family or a phone: as a quantity it loses its first nought, or its last digits. */
export function isNumberOfSomebody(name: string, label: Question['label']): boolean {
  const tokens = tokensOf(name)
  if (isCount(tokens)) return false
  const spoken = Object.values(label).join(' ')
  return (
    tokens.some((token) => numbers.has(token) || /^(nik|nokk|hp|telp)\d?$/.test(token)) ||
    /\bNIK\b|\b(no\.?|nomor|number)\s*(induk|kk|kartu keluarga|hp|telepon|telp|wa|phone|npwp|bpjs|rekening)\b/i.test(
      spoken,
    )
  )
}

const numbered = new Set(['no', 'nomor'])

/** Surely so: `kk_miskin` and `hp` may be figures, and stay what their form says; `no_kk` is none, nor what is labelled "No HP". */
const isSurely = (name: string, label: Question['label']): boolean => {
  const tokens = tokensOf(name)
  return (
    isNumberOfSomebody(name, label) &&
    (isNumberOfSomebody('', label) ||
      tokens.some((token) => /^(nik\d?|nokk\d?|nohp|notelp)$/.test(token) || numbered.has(token)))
  )
}

/** What an answer is read and told as: a NIK that a form asks for as `integer` keeps its sixteen digits, a telephone its nought. */
export const meantType = ({ type, name, label }: Pick<Question, 'type' | 'name' | 'label'>): AnswerType =>
  (type === 'integer' || type === 'decimal') && isSurely(name, label) ? 'text' : type
