// Days are calendar dates as text, YYYY-MM-DD; they have no time and no zone. Instants are UTC, shown in
// the zone of the village.
import type { Language } from './text.ts'

export type Day = string

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a real calendar date; 2012-02-30 is not. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text)
  if (!match) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text
}

const shapes = new Map<string, Intl.DateTimeFormat>()

/** Made once for each zone: making one costs a hundred times what using it does. */
function shapeOf(zone: string): Intl.DateTimeFormat {
  const known = shapes.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  shapes.set(zone, made)
  return made
}

/** The day it is at a place, now. */
export function today(zone = 'Asia/Jakarta', now: Date = new Date()): Day {
  return shapeOf(zone).format(now)
}

/** The zone of this phone or machine, for what belongs to no village; a village has its own (`zoneOf`). */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The oldest day that anybody notes: of a birth, or of a paper on land. */
export const oldestDay = '1850-01-01'
/** Before the first of these programmes (1999), with room for what they were decided on. */
export const oldestWorkDay = '1990-01-01'
/** After the last day that anything is planned for. */
export const lastDay = '2199-12-31'

// What four digits of a year can say; beyond them days would not compare as texts any more.
const [firstOfAll, lastOfAll] = ['0000-01-01', '9999-12-31'].map((day) => Date.parse(`${day}T00:00:00Z`))

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** Never leaves the years of four digits: it stands still at their first and last day. Written out by hand: plans reckon it by the thousand. */
export function addDays(day: Day, days: number): Day {
  const wanted = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000
  const at = new Date(Math.min(Math.max(wanted, firstOfAll as number), lastOfAll as number))
  const year = at.getUTCFullYear()
  if (Number.isNaN(year)) throw new RangeError(`no day: ${day}`)
  return `${String(year).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
}

/** 1 January of the year that lies so many years after that of a day; '12-31': its end. */
export function inYear(day: Day, years: number, monthAndDay: '01-01' | '12-31'): Day {
  const year = Math.min(9999, Number(day.slice(0, 4)) + years)
  return `${String(year).padStart(4, '0')}-${monthAndDay}`
}

/** The day, or the nearest that lies from one to another; of the two the last is kept to. */
export function dayWithin(day: Day, from: Day, to: Day): Day {
  const after = day < from ? from : day
  return after > to ? to : after
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

const months = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
const weekdays = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

export function monthName(month: number, language: Language = 'id'): string {
  return months[language][month - 1] ?? ''
}

export function weekdayName(day: Day, language: Language = 'id'): string {
  return weekdays[language][new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
}

/** "17 Oktober 2012". */
export function longDay(day: Day, language: Language = 'id'): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${monthName(month ?? 1, language)} ${year}`
}

/** "Rabu, 17 Oktober 2012". */
export function fullDay(day: Day, language: Language = 'id'): string {
  return `${weekdayName(day, language)}, ${longDay(day, language)}`
}
