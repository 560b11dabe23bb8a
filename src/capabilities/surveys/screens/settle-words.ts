// The words of settling a survey, and the shape of its screens.
import { translate } from '../../../platform/browser/language.ts'
import { settleTexts } from './settle-texts.ts'

export const s = translate(settleTexts)
