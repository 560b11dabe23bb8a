// Days and times of day as forms hold them, and the guard against a year that was typed wrong.
import { isDay } from '../../../kernel/day.ts'

export const firstYear = 1880
export const lastYear = 2100

/** A year no survey asks for: '0194', '2203'. Such a day is kept, and the person is told. */
export function strangeYear(day: string): number | null {
  const year = Number(/^(\d{4,6})-/.exec(day)?.[1] ?? Number.NaN)
  return Number.isNaN(year) || (year >= firstYear && year <= lastYear) ? null : year
}

/** '2026-03' of a month field or '2026' of a year field as the day the form keeps: the first of it; '' for none. */
export function dayOf(typed: string): string {
  const day = `${typed}-01-01`.slice(0, 10)
  return isDay(day) ? day : ''
}

const two = (value: number) => String(value).padStart(2, '0')

/** '+07:00' of this device at that moment. */
export function offsetOf(at: Date): string {
  const minutes = -at.getTimezoneOffset()
  const sign = minutes < 0 ? '-' : '+'
  const whole = Math.abs(minutes)
  return `${sign}${two(Math.floor(whole / 60))}:${two(whole % 60)}`
}

/** '14:30' of a time field as ODK writes it. */
export const timeText = (typed: string, at = new Date()): string =>
  typed === '' ? '' : `${typed.slice(0, 5)}:00.000${offsetOf(at)}`

/** '2026-03-17T14:30' of a field for day and time as ODK writes it, with the offset of that day. */
export function momentText(typed: string): string {
  const at = new Date(typed)
  return typed === '' || Number.isNaN(at.getTime()) ? '' : `${typed.slice(0, 16)}:00.000${offsetOf(at)}`
}

/** What a time field shows of it: '14:30', as it was written, whatever its offset. */
export const shownTime = (value: string): string => /^(\d{2}:\d{2})/.exec(value)?.[1] ?? ''

/** What a field for day and time shows of it. */
export const shownMoment = (value: string): string =>
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})/.exec(value)?.[1] ?? ''
