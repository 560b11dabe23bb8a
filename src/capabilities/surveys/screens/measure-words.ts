// How measures are said on their screen.
import { translate } from '../../../platform/browser/language.ts'
import { measureTexts } from './measure-texts.ts'
import { numberText } from './words.ts'

export const m = translate(measureTexts)

/** A share as a percentage, without the sign. */
export const percentText = (share: number, digits = 1): string => numberText(share * 100, digits)
