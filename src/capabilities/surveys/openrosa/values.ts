// What the text of an answer means, by the question's type (ODK XForms 1.0.0). A text that cannot be what the type says
// is a doubt and never a refusal: the person is gone from that door.
import type { AnswerType } from '../../../xlsform/model.ts'

/** A point in degrees (WGS 84), height and accuracy in metres; null where the phone did not say. */
export type GeoPoint = { lat: number; lon: number; alt: number | null; acc: number | null }

export type Value = string | number | true | readonly string[] | GeoPoint | readonly GeoPoint[]
/** `value` is undefined when the text is not of its type; `doubt` is then why. A doubt may also stand beside a value. */
export type Meaning = { value?: Value; doubt?: string }

const wrong = (doubt: string): Meaning => ({ doubt: `surveys.doubt-${doubt}` })

/** Sixteen digits, or a nought before others, are no quantity: they stay as they were written. */
const wholeNumber = /^[+-]?(0|[1-9]\d{0,14})$/
const number = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/

function integer(text: string): Meaning {
  return wholeNumber.test(text) ? { value: Number(text) } : wrong('not-a-number')
}

/** As large as whole numbers are taken; beyond it sums of a survey would end nowhere. */
const largest = 1e15

function decimal(text: string): Meaning {
  const value = number.test(text) ? Number(text) : Number.NaN
  return Math.abs(value) <= largest ? { value } : wrong('not-a-number')
}

/** Nobody who is asked was born before it, and no plan reaches past the other. */
const centuries = { from: 1900, to: 2100 }
const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const afterDay = /^([T ].*|Z|[+-]\d{2}:?\d{2})?$/

function isDay(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(2000, month - 1, day))
  at.setUTCFullYear(year, month - 1, day)
  return at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

function date(text: string): Meaning {
  const value = text.slice(0, 10)
  const [, year, month, day] = dayPattern.exec(value) ?? []
  if (year === undefined || !afterDay.test(text.slice(10))) return wrong('not-a-day')
  if (!isDay(Number(year), Number(month), Number(day))) return wrong('not-a-day')
  const near = Number(year) >= centuries.from && Number(year) <= centuries.to
  return near ? { value } : { value, doubt: 'surveys.doubt-century' }
}

function dateTime(text: string): Meaning {
  const day = date(text.slice(0, 10))
  if (day.value === undefined || Number.isNaN(Date.parse(text))) return wrong('not-a-time')
  return { ...day, value: text }
}

const time = (text: string): Meaning =>
  /^([01]\d|2[0-4]):[0-5]\d(:[0-6]\d(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.test(text)
    ? { value: text }
    : wrong('not-a-time')

export function point(text: string): GeoPoint | null {
  const parts = text.trim().split(/\s+/)
  if (parts.length < 2 || parts.length > 4 || !parts.every((part) => number.test(part))) return null
  const [lat = 0, lon = 0, alt = null, acc = null] = parts.map(Number)
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon, alt, acc } : null
}

function geopoint(text: string): Meaning {
  const value = point(text)
  return value ? { value } : wrong('not-a-point')
}

function points(text: string): Meaning {
  const found = text
    .split(';')
    .filter((each) => each.trim() !== '')
    .map(point)
  return found.length > 0 && found.every((each) => each !== null) ? { value: found } : wrong('not-a-point')
}

const words = (text: string): Meaning => ({ value: text.split(/\s+/) })
const asText = (text: string): Meaning => ({ value: text })

const readers: Record<Exclude<AnswerType, 'note'>, (text: string) => Meaning> = {
  text: asText,
  integer,
  decimal,
  range: decimal,
  select_one: asText,
  select_multiple: words,
  rank: words,
  date,
  time,
  dateTime,
  geopoint,
  geotrace: points,
  geoshape: points,
  image: asText,
  audio: asText,
  video: asText,
  file: asText,
  calculate: asText,
  hidden: asText,
  acknowledge: (text) => (text === 'OK' || text === 'true' ? { value: true } : wrong('not-acknowledged')),
  barcode: asText,
  metadata: asText,
}

/** Types whose text counts as it was written, with its spaces. */
const verbatim: ReadonlySet<AnswerType> = new Set(['text', 'calculate', 'hidden', 'barcode', 'metadata'])

/** The meaning of an answer's text; no text is no answer. */
export function meaning(type: AnswerType, written: string): Meaning {
  if (type === 'note') return {}
  const text = verbatim.has(type) ? written : written.trim()
  return text === '' ? {} : readers[type](text)
}
