// How a letter number is put together and which numbers exclude each other. Pure; both sides use it.
import type { Day } from '../../kernel/day.ts'
import { romanMonth } from '../../kernel/spelled.ts'
import { commonKinds, programmeKind } from './kind.ts'
import { classification, type Letterhead, type Numbering } from './letterhead.ts'

/** The parts a format is made of; anything else between two strokes stands for itself. */
export const numberParts = ['{klasifikasi}', '{urut}', '{unit}', '{jenis}', '{bulan}', '{tahun}'] as const

export const defaultFormat = '{klasifikasi}/{urut}/{unit}/{bulan}/{tahun}'

const literal = /^[A-Z0-9.-]{1,20}$/

/** What is wrong with a format, as text codes; empty when it can be used. */
export function formatFaults(numbering: Pick<Numbering, 'format' | 'seriesBy'>): string[] {
  const parts = numbering.format.split('/')
  const count = (part: string) => parts.filter((each) => each === part).length
  const unknown = parts.some((part) => !numberParts.includes(part as never) && !literal.test(part))
  const misses = (part: string) => count(part) === 0
  return [
    ...(unknown ? ['letters.format-unknown-part'] : []),
    ...(count('{urut}') === 1 ? [] : ['letters.format-needs-sequence']),
    ...(misses('{tahun}') ? ['letters.format-needs-year'] : []),
    ...(misses('{unit}') ? ['letters.format-needs-unit'] : []),
    ...(numbering.seriesBy === 'classification' && misses('{klasifikasi}')
      ? ['letters.format-needs-classification']
      : []),
    ...(numbering.seriesBy === 'kind' && misses('{jenis}') ? ['letters.format-needs-kind'] : []),
  ]
}

/**
 * Whether numbers given under two ways of numbering can never look the same: the same way of counting, and
 * either another count of parts, or the number and what tells its series apart stand where they stood.
 */
export function keepsApart(before: Numbering, after: Numbering): boolean {
  if (before.seriesBy !== after.seriesBy) return false
  const [one, two] = [before.format.split('/'), after.format.split('/')]
  if (one.length !== two.length) return true
  const told = { all: [], kind: ['{jenis}'], classification: ['{klasifikasi}'] }[before.seriesBy]
  return ['{urut}', ...told].every((part) => one.indexOf(part) === two.indexOf(part))
}

/** The short code of a kind under a letterhead. */
export function kindCode(head: Pick<Letterhead, 'kinds'>, kind: string): string {
  return head.kinds.find((each) => each.kind === kind)?.code ?? commonKinds[kind]?.code ?? programmeKind.code
}

/** The classification a letter of this kind gets unless somebody writes another. */
export function usualClassification(head: Pick<Letterhead, 'kinds'> | undefined, kind: string): string {
  const own = head?.kinds.find((each) => each.kind === kind)?.classification
  return own ?? commonKinds[kind]?.classification ?? programmeKind.classification
}

export type Numbered = { kind: string; classification: string }

/**
 * The series a number is counted in: numbers are unique within (year, series). Kinds that share a short code
 * share a series, because their numbers would look the same on paper.
 */
export function seriesOf(head: Pick<Letterhead, 'office' | 'kinds' | 'numbering'>, about: Numbered): string {
  const { seriesBy } = head.numbering
  if (seriesBy === 'kind') return `${head.office}/${kindCode(head, about.kind)}`
  if (seriesBy === 'classification') return `${head.office}/${about.classification}`
  return head.office
}

/** Whether letters under this letterhead are counted in such a series, of whatever kind or classification they are. */
export function isSeriesOf(
  head: Pick<Letterhead, 'office' | 'kinds' | 'numbering'>,
  series: string,
): boolean {
  const [office, part, ...rest] = series.split('/')
  if (office !== head.office || rest.length > 0) return false
  const { seriesBy } = head.numbering
  if (part === undefined || seriesBy === 'all') return part === undefined && seriesBy === 'all'
  if (seriesBy === 'classification') return classification().safeParse(part).success
  return [...head.kinds, ...Object.values(commonKinds), programmeKind].some(({ code }) => code === part)
}

/** The year a number is counted in: that of the letter's own date, so it starts at 1 each 1 January. */
export function yearOf(date: Day): number {
  return Number(date.slice(0, 4))
}

/** "400.10.2/007/TGP/III/2026". No part holds a stroke, so two numbers are the same only if all parts are. */
export function numberText(
  head: Pick<Letterhead, 'kinds' | 'numbering'>,
  about: Numbered & { number: number; date: Day },
): string {
  const { numbering } = head
  const values: Record<(typeof numberParts)[number], string> = {
    '{klasifikasi}': about.classification,
    '{urut}': String(about.number).padStart(numbering.pad, '0'),
    '{unit}': numbering.unit,
    '{jenis}': kindCode(head, about.kind),
    '{bulan}': romanMonth(Number(about.date.slice(5, 7))),
    '{tahun}': about.date.slice(0, 4),
  }
  return numbering.format
    .split('/')
    .map((part) => values[part as keyof typeof values] ?? part)
    .join('/')
}
