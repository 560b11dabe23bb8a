// The words of workshops: its refusals, and what its screens and paper say.
import { texts } from '../../kernel/text.ts'
import { cardsTexts } from './cards/texts.ts'
import { allChartTexts } from './pra/texts.ts'
import { allRankingTexts } from './ranking/texts.ts'
import { workshopsRefusals } from './refusal-texts.ts'
import { workshopsScreenTexts } from './screen-texts.ts'

export const workshopsTexts = texts({
  ...workshopsRefusals,
  ...workshopsScreenTexts,
  ...cardsTexts,
  ...allRankingTexts,
  ...allChartTexts,
})
