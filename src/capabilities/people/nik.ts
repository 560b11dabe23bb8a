// NIK and family card numbers. NIK = PPKKCC DDMMYY SSSS as text; a woman's day is written plus 40; the
// region is where the person was first registered and never changes; serials start at 0001; there is no
// check digit. Source: Dukcapil as read in the domain notes, 3.6; 0000 is kept for synthetic people.
import { isDay } from '../../kernel/day.ts'
import { type Refusal, refuseField } from '../../kernel/refusal.ts'
import type { Doubt, Sex } from './words.ts'

const sixteen = /^\d{16}$/
const bullets = '•'.repeat(10)

/** The digits of a number as typed: spaces, dots and dashes that people put between groups are passed over. */
export function digitsOf(typed: string): string {
  return typed.replace(/[\s.\-']/g, '')
}

/** "347104••••••••••": digits 7 to 16 hidden. */
export function masked(number: string): string {
  return `${number.slice(0, 6)}${bullets}`
}

export function maskedRegion(region: string | null): string | null {
  return region === null ? null : `${region}${bullets}`
}

type NikParts = { region: string; day: number; month: number; year: number; sex: Sex; serial: string }

/** The parts of 16 digits; says nothing about whether they are possible. */
export function nikParts(nik: string): NikParts {
  const written = Number(nik.slice(6, 8))
  return {
    region: nik.slice(0, 6),
    day: written > 40 ? written - 40 : written,
    month: Number(nik.slice(8, 10)),
    year: Number(nik.slice(10, 12)),
    sex: written > 40 ? 'female' : 'male',
    serial: nik.slice(12),
  }
}

const two = (value: number) => String(value).padStart(2, '0')

/** Whether day, month and two-digit year exist in the 20th or the 21st century; the century is not written. */
function dateExists(parts: Pick<NikParts, 'day' | 'month' | 'year'>): boolean {
  return [1900, 2000].some((century) =>
    isDay(`${century + parts.year}-${two(parts.month)}-${two(parts.day)}`),
  )
}

/** Why this cannot be a NIK. `synthetic`: the installation is a demonstration, where serial 0000 is for its people. */
export function whyNotNik(nik: string, synthetic: boolean, field = 'nik'): Refusal[] {
  if (!sixteen.test(nik)) return [refuseField(field, 'people.nik-not-16-digits', { digits: nik.length })]
  const parts = nikParts(nik)
  if (!dateExists(parts))
    return [refuseField(field, 'people.nik-impossible-date', { digits: nik.slice(6, 12) })]
  if (parts.serial === '0000' && !synthetic) return [refuseField(field, 'people.nik-synthetic')]
  return []
}

/** Why this cannot be a family card number: 16 digits, and the six after the region are not judged. */
export function whyNotKk(kk: string, field = 'kk'): Refusal[] {
  return sixteen.test(kk) ? [] : [refuseField(field, 'people.kk-not-16-digits', { digits: kk.length })]
}

export type Recorded = { sex: Sex; birthDate: string | null; birthYear: number | null; place: string }

/** Where a possible NIK and what is on record disagree. It warns and never blocks. */
export function nikDoubts(nik: string, recorded: Recorded): Doubt[] {
  const parts = nikParts(nik)
  const doubts: Doubt[] = []
  if (birthDiffers(parts, recorded)) doubts.push('birth')
  if (parts.sex !== recorded.sex) doubts.push('sex')
  if (parts.region !== recorded.place.split('.').slice(0, 3).join('')) doubts.push('region')
  return doubts
}

function birthDiffers(parts: NikParts, { birthDate, birthYear }: Recorded): boolean {
  if (birthDate !== null)
    return birthDate.slice(2) !== `${two(parts.year)}-${two(parts.month)}-${two(parts.day)}`
  return birthYear !== null && birthYear % 100 !== parts.year
}
