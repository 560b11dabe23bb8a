// The ranking as a tool of a workshop.
import type { View } from '../../../kernel/view.ts'
import { type Ranking, rankingCollection } from './ranking.ts'

export const rankingTool = {
  id: 'ranking',
  title: ['Ranking kesejahteraan', 'Wealth ranking'] as const,
  hint: [
    'Beberapa kelompok warga memilah kartu keluarga sendiri-sendiri, lalu pleno menetapkan golongannya.',
    'Several groups of residents sort the cards of households by themselves, then the plenary settles the groups.',
  ] as const,
  icon: 'sort' as const,
  path: 'peringkat',
  count: (view: View, meeting: string) =>
    view.all<Ranking>(rankingCollection).filter((each) => each.meeting === meeting && !each.withdrawn).length,
}
