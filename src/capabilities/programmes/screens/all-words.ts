// All words of programmes, for the screens that come after the home: they have no place in the first load.
import { translate } from '../../../platform/browser/language.ts'
import { programmesTexts } from '../texts.ts'
import { listTexts } from './list-texts.ts'

export const t = translate({ ...programmesTexts, ...listTexts })
