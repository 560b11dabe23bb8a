// The charts of PRA as a tool of a workshop.
import type { View } from '../../../kernel/view.ts'
import { type Chart, chartCollection } from './chart.ts'

export const chartTool = {
  id: 'charts',
  title: ['Bagan PRA', 'PRA charts'] as const,
  hint: [
    'Kecenderungan, kalender musim, transek, matriks, ranking berpasangan, diagram Venn: digambar bersama warga.',
    'Trends, seasonal calendar, transect, matrix, pairwise ranking, Venn diagram: drawn together with residents.',
  ] as const,
  icon: 'chart' as const,
  path: 'bagan',
  count: (view: View, meeting: string) =>
    view.all<Chart>(chartCollection).filter((each) => each.meeting === meeting && !each.withdrawn).length,
}
