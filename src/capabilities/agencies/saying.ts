// How agencies and posts are said. Pure.
import { type Day, longDay } from '../../kernel/day.ts'
import { fill, type Language } from '../../kernel/text.ts'
import type { Post } from './agency.ts'
import { postWords } from './kinds.ts'
import { agenciesTexts } from './texts.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** 'Ketua RT 03 RW 08', or the agency's own words for it. */
export function postTitle({ kind, title, rt, rw }: Post, language: Language): string {
  const { name, numbered } = postWords(kind)
  const called = title || fill(name, language)
  if (numbered === 'rw' && rw !== null) return `${called} ${two(rw)}`
  if (numbered === 'rt' && rt !== null) return `${called} ${two(rt)}${rw === null ? '' : ` RW ${two(rw)}`}`
  return [called, rt !== null && `RT ${two(rt)}`, rw !== null && `RW ${two(rw)}`].filter(Boolean).join(' ')
}

export function termText(
  { from, until }: { from: Day | null; until: Day | null },
  language: Language,
): string {
  const day = (value: Day) => longDay(value, language)
  if (from && until)
    return fill(agenciesTexts['who.from-until'], language, { from: day(from), until: day(until) })
  if (from) return fill(agenciesTexts['who.since'], language, { from: day(from) })
  return until
    ? fill(agenciesTexts['who.until'], language, { until: day(until) })
    : fill(agenciesTexts['who.no-term'], language)
}
