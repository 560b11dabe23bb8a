// The words of rankings: refusals and screens.
import { rankingRefusals } from './refusal-texts.ts'
import { rankingPrintTexts, rankingTexts, resultTexts, settleTexts, sortTexts } from './screen-texts.ts'

export const allRankingTexts = {
  ...rankingRefusals,
  ...rankingTexts,
  ...sortTexts,
  ...resultTexts,
  ...settleTexts,
  ...rankingPrintTexts,
}
