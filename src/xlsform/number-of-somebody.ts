// Numbers that find somebody: NIK, family card, telephone. None is a quantity, whatever the form calls it.
import type { AnswerType, Question } from './model.ts'

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
])

/** A number that stands for a person, a family or a phone: as a quantity it loses its first nought, or its last digits. */
export function isNumberOfSomebody(name: string, label: Question['label']): boolean {
  const tokens = tokensOf(name)
  if (isCount(tokens)) return false
  const spoken = Object.values(label).join(' ')
  return (
    tokens.some((token) => numbers.has(token) || /^(nik|nokk|hp|telp)\d?$/.test(token)) ||
    /\bNIK\b|\b(no\.?|nomor|number)\s*(induk|kk|kartu keluarga|hp|telepon|telp|wa|phone)\b/i.test(spoken)
  )
}

/** What an answer is read and told as: a NIK that a form asks for as `integer` keeps its sixteen digits, a telephone its nought. */
export const meantType = ({ type, name, label }: Pick<Question, 'type' | 'name' | 'label'>): AnswerType =>
  (type === 'integer' || type === 'decimal') && isNumberOfSomebody(name, label) ? 'text' : type
