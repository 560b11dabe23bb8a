// How volunteers are said on their screens.
import type { Command } from '../../../kernel/command.ts'
import { type Day, fullDay, longDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import { language, say, translate } from '../../../platform/browser/language.ts'
import type { Words } from '../../programmes/definition.ts'
import { volunteersTexts } from '../texts.ts'
import type { Volunteer } from '../volunteer.ts'

export const t = translate(volunteersTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day): string => longDay(day, language())
export const dayInWords = (day: Day): string | undefined => (day ? fullDay(day, language()) : undefined)
export const todayAt = (place: string): Day => today(zoneOf(place))
export const numberText = (n: number) =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(n)

export const sentence = (refusal: Refusal): string => say(refusal, volunteersTexts)
/** The sentence that stands under one field. */
export const errorAt = (refusals: readonly Refusal[], field: string): string | undefined => {
  const found = refusals.find((each) => each.field === field)
  return found && sentence(found)
}

export const may = (roles: readonly Role[], command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

export const nameOf = (volunteer: Pick<Volunteer, 'name'>): string =>
  volunteer.name || t('volunteers.nameless')
export const sexText = (sex: Volunteer['sex']): string => t(`volunteers.sex-${sex}`)
