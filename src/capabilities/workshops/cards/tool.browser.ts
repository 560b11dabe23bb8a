// The tools of this room.
import type { View } from '../../../kernel/view.ts'
import type { Tool } from '../tool.browser.ts'
import type { BoardKind } from './board.ts'
import { boardsOf } from './rules.ts'
import { cardsTexts } from './texts.ts'

const standing = (kind: BoardKind) => (view: View, meeting: string) =>
  boardsOf(view, meeting).filter((each) => each.kind === kind && !each.fields.gone?.value).length

export const cardsTools: readonly Tool[] = [
  {
    ...{ id: 'problem-tree', icon: 'share', path: 'pohon', count: standing('problem-tree') },
    ...{ title: cardsTexts['cards.trees'], hint: cardsTexts['cards.trees-why'] },
  },
  {
    ...{ id: 'consensus', icon: 'people', path: 'mufakat', count: standing('consensus') },
    ...{ title: cardsTexts['cards.consensus-all'], hint: cardsTexts['cards.consensus-why'] },
  },
]
