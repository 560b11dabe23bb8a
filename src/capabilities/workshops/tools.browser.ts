// The tools that a workshop may use, in the order in which they are offered. A room adds its own to the list.
import { cardsTools } from './cards/tool.browser.ts'
import { rankingTool } from './ranking/tool.browser.ts'
import type { Tool } from './tool.browser.ts'

export const tools: readonly Tool[] = [...cardsTools, rankingTool]
