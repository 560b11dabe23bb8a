// How measures are said on their screen.
import { language, translate } from '../../../../platform/browser/language.ts'
import { measureTexts } from './measure-texts.ts'

export const m = translate(measureTexts)

/** A number with always as many digits, so that a column of them stands aligned. */
export const fixedText = (n: number, digits: number): string =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(n)

/** A figure, or that it is hidden. */
export const toldText = (n: number | null, say: (n: number) => string): string =>
  n === null ? m('measure.hidden') : say(n)

/** A share as a percentage, without the sign. */
export const percentText = (share: number, digits = 1): string => fixedText(share * 100, digits)
