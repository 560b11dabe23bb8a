// What institutions bring to the lists of a village: how many are on the register.
import type { Figure, Teller } from '../../kernel/entries.ts'
import { filled } from '../../kernel/text.ts'
import { activeIn, tiesIn } from './view.ts'

export const report: Teller<Figure> = (view) => {
  const ties = tiesIn(view).length
  return [
    {
      id: 'active',
      label: ['Lembaga', 'Institutions'],
      path: 'lembaga',
      value: activeIn(view).length,
      note: ties > 0 ? filled(['{ties} hubungan', '{ties} ties'], { ties }) : null,
    },
  ]
}
