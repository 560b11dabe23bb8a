// How rankings are said on their screens.
import { type Day, longDay } from '../../../../kernel/day.ts'
import { texts } from '../../../../kernel/text.ts'
import { language, translate } from '../../../../platform/browser/language.ts'
import type { RecordKind } from '../../../../platform/browser/RecordPage.tsx'
import type { Status } from '../../../../platform/browser/ui/feedback/status.ts'
import { type Ranking, rankingCollection, rankingReaders } from '../ranking.ts'
import type { RankingState } from '../score-rules.ts'
import { allRankingTexts } from '../texts.ts'

export const says = texts(allRankingTexts)
export const t = translate(says)
export const dayText = (day: Day): string => longDay(day, language())
export const number = (value: number, digits = 0): string =>
  value.toLocaleString(language() === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })

export const rankingRecord: RecordKind<Ranking> = {
  ...{ collection: rankingCollection, called: says['ranking.called'], icon: 'sort', readers: rankingReaders },
  ...{ list: () => 'fgd', listCalled: says['ranking.back'] },
}

export const statusOf: Readonly<Record<RankingState, Status>> = {
  sorting: 'running',
  sorted: 'next',
  settled: 'done',
  withdrawn: 'archive',
}
