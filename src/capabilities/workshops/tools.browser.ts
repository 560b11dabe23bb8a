// The tools that a workshop may use, in the order in which they are offered. A room adds its own to the list.
import { aspirationsOf, standing } from './aspiration-rules.ts'
import { cardsTools } from './cards/tool.browser.ts'
import { chartTool } from './pra/tool.browser.ts'
import { rankingTool } from './ranking/tool.browser.ts'
import { notesOf } from './rules.ts'
import { workshopsScreenTexts } from './screen-texts.ts'
import type { Tool } from './tool.browser.ts'

/** Of the face itself: what is asked, and what poor and marginal people hope for. */
const own: readonly Tool[] = [
  {
    ...{ id: 'route', icon: 'question-circle', path: 'alur' },
    ...{ title: workshopsScreenTexts['route.title'], hint: workshopsScreenTexts['route.why'] },
    count: (view, meeting) => notesOf(view, meeting).filter(({ withdrawn }) => !withdrawn).length,
  },
  {
    ...{ id: 'aspirations', icon: 'megaphone', path: 'aspirasi' },
    ...{ title: workshopsScreenTexts['aspirations.title'], hint: workshopsScreenTexts['aspirations.why'] },
    count: (view, meeting) => standing(aspirationsOf(view, meeting)).length,
  },
]

export const tools: readonly Tool[] = [...own, ...cardsTools, rankingTool, chartTool]
