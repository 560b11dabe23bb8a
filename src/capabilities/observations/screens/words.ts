// How observations are said on their screens.
import { type Day, longDay } from '../../../kernel/day.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import type { Words } from '../../programmes/definition.ts'
import { observationsTexts } from '../texts.ts'

export const t = translate(observationsTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day): string => longDay(day, language())
