// The words of the screens behind the gate, and of the rules; the gate does without them.
import { translate } from '../../platform/browser/language.ts'
import { deskTexts } from './desk-texts.ts'
import { accountsTexts } from './texts.ts'

export const d = translate(deskTexts)
export const e = translate(accountsTexts)
