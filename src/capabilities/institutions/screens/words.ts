// How institutions are said on their screens.
import type { Command } from '../../../kernel/command.ts'
import { type Day, longDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Role } from '../../../kernel/role.ts'
import { fill, type Text } from '../../../kernel/text.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import type { Words } from '../../programmes/definition.ts'
import type { Institution } from '../institution.ts'
import type { Officer } from '../officer.ts'
import { institutionsTexts } from '../texts.ts'

export const t = translate(institutionsTexts)
export const say = (text: Text): string => fill(text, language())
export const dayText = (day: Day): string => longDay(day, language())
export const todayAt = (place: string): Day => today(zoneOf(place))
export const numberText = (n: number) =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(n)
export const may = (roles: readonly Role[], command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

export const fives = [1, 2, 3, 4, 5] as const
export const fiveText = (n: number | null): string =>
  n === null ? t('lembaga.unknown') : t(`lembaga.five-${n as (typeof fives)[number]}`)
export const fiveOptions = () => fives.map((n) => ({ value: String(n), label: fiveText(n) }))
export const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed))

export const membersText = ({ women, men, poor }: Pick<Institution, 'women' | 'men' | 'poor'>): string =>
  women === null && men === null
    ? ''
    : [
        t('lembaga.members-line', { women: women ?? 0, men: men ?? 0 }),
        poor === null ? '' : t('lembaga.poor-line', { poor }),
      ]
        .filter(Boolean)
        .join(', ')

export function termText({ from, until }: Pick<Officer, 'from' | 'until'>): string {
  if (from && until) return t('lembaga.term-both', { from: dayText(from), until: dayText(until) })
  if (from) return t('lembaga.term-open', { from: dayText(from) })
  return until ? t('lembaga.term-until', { until: dayText(until) }) : t('lembaga.term-none')
}

export const words = (text: Words): string => text[language()]
