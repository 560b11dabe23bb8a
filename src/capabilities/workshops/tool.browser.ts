// What a tool of a workshop is; the list of them is tools.browser.ts.
import type { Text } from '../../kernel/text.ts'
import type { View } from '../../kernel/view.ts'
import type { IconName } from '../../platform/browser/ui/Icon.tsx'

export type Tool = {
  id: string
  title: Text
  /** What it is for, in a sentence. */
  hint: Text
  icon: IconName
  /** Its screen, below `fgd/:id/`; a manifest names it too. */
  path: string
  /** How many of it a workshop has; 0: not used. */
  count: (view: View, meeting: string) => number
}
