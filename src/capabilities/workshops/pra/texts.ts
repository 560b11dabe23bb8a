// The words of charts: refusals and screens.
import { chartRefusals } from './refusal-texts.ts'
import { chartTexts } from './screen-texts.ts'

export const allChartTexts = { ...chartRefusals, ...chartTexts }
