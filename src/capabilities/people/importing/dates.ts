// Dates as villages write them: 17-08-1979, 17/8/1979, 17 Agustus 1979, 1979-08-17, and Excel's own numbers.
// Day comes before month. A year of two digits is not guessed at.
import { isDay } from '../../../kernel/day.ts'

const months: Readonly<Record<string, number>> = {
  jan: 1,
  peb: 2,
  feb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  agt: 8,
  ags: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  nop: 11,
  des: 12,
  dec: 12,
}

export type ReadDate = { day: string } | { year: number } | { unclear: true }

const two = (value: number | string) => String(value).padStart(2, '0')
const unclear: ReadDate = { unclear: true }

function dayOf(year: string, month: number, date: string): ReadDate {
  const day = `${year}-${two(month)}-${two(date)}`
  return isDay(day) ? { day } : unclear
}

// Excel counts days from 1899-12-30 (with its leap day of 1900, which no living person was born before).
const excelStart = Date.UTC(1899, 11, 30)
const excelMost = 80_000

function fromNumber(value: number): ReadDate {
  if (Number.isInteger(value) && value >= 1880 && value <= 2200) return { year: value }
  if (value < 61 || value > excelMost) return unclear
  return { day: new Date(excelStart + Math.floor(value) * 86_400_000).toISOString().slice(0, 10) }
}

function fromText(text: string): ReadDate {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text)
  if (iso) return dayOf(iso[1] ?? '', Number(iso[2]), iso[3] ?? '')
  const figures = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(text)
  if (figures) return dayOf(figures[3] ?? '', Number(figures[2]), figures[1] ?? '')
  const words = /^(\d{1,2})[-/. ]+([a-z]{3,12})\.?[-/. ,]+(\d{4})$/i.exec(text)
  const month = months[words?.[2]?.slice(0, 3).toLowerCase() ?? '']
  if (words && month) return dayOf(words[3] ?? '', month, words[1] ?? '')
  if (/^\d{4}$/.test(text)) return { year: Number(text) }
  if (/^\d{5}$/.test(text)) return fromNumber(Number(text))
  return unclear
}

/** A birth date, or only its year; null for an empty cell. */
export function readDate(cell: unknown): ReadDate | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? unclear : { day: cell.toISOString().slice(0, 10) }
  if (typeof cell === 'number') return fromNumber(cell)
  // "Selasa, 17 Agustus 1979", "Yogyakarta, 17-08-1979", "BANTUL/17-08-1979" are written too, and an hour behind it.
  const text = String(cell)
    .trim()
    .replace(/^[^\d]*[\s,;/:.-]\s*(?=\d)/, '')
    .replace(/[\sT]\d{1,2}:\d{2}(:\d{2})?$/, '')
  return text === '' || text === '-' ? null : fromText(text)
}
