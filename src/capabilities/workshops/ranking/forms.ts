// Which forms about a ranking are over when it has ended.
import type { FormAbout } from '../../../platform/browser/capability.ts'
import { type Ranking, rankingCollection, type Sorting, sortingCollection } from './ranking.ts'

const open = {
  of: rankingCollection,
  fits: (row: Ranking) => row.withdrawn === null && row.plenary === null,
} satisfies FormAbout

export const rankingForms = {
  'workshops.change-ranking': open,
  'workshops.end-sorting': open,
  'workshops.settle-ranking': { of: rankingCollection, fits: (row: Ranking) => row.withdrawn === null },
  'workshops.withdraw-ranking': { of: rankingCollection, fits: (row: Ranking) => row.withdrawn === null },
  'workshops.withdraw-sorting': { of: sortingCollection, fits: (row: Sorting) => row.withdrawn === null },
}
