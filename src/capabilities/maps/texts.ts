// The words of maps: its refusals, and what its screens and paper say.
import { texts } from '../../kernel/text.ts'
import { mapsBaseTexts } from './base-texts.ts'
import { mapsRefusals } from './refusal-texts.ts'
import { mapsScreenTexts } from './screen-texts.ts'
import { mapsSheetTexts } from './sheet-texts.ts'

export const mapsTexts = texts({ ...mapsRefusals, ...mapsScreenTexts, ...mapsSheetTexts, ...mapsBaseTexts })
