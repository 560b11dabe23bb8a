// Drafts of forms that can come to nothing any more: nobody went on with them, or what they were about is gone or over.
import { idPattern } from '../../../kernel/id.ts'
import type { FormFits } from '../capability.ts'
import type { DraftEntry } from './device-store.ts'
import type { PlaceView } from './view.ts'

/**
 * Days a form is kept that nobody goes on with. The longest stage of a programme here is planned for 381: what was begun at
 * its first meeting is still there at its last. After that it is only somebody's data on a phone.
 */
export const draftDays = 400

type Kept = Pick<DraftEntry, 'id' | 'place' | 'kind' | 'savedAt'>
const form = 'form:'

/** How a form's draft is called: its screen, its place, and the record it is about, whose id comes first where there are two. */
export const formDraftId = (screen: string, place: string, record = ''): string =>
  `${form}${screen}:${place}:${record}`
export const formDraftKind = (screen: string): string => `${form}${screen}`

/** The screens that these drafts belong to; a draft of another kind, as of a filled questionnaire, is never swept. */
export const formsOf = (drafts: readonly Kept[]): string[] =>
  drafts.filter(({ kind }) => kind.startsWith(form)).map(({ kind }) => kind.slice(form.length))

/** Ids of the drafts to be thrown away. The view must be as the server has it: what it does not hold does not exist. */
export function leftDrafts(
  drafts: readonly Kept[],
  view: PlaceView,
  fitsOf: (screen: string) => FormFits | undefined,
  now: Date,
): string[] {
  const oldest = new Date(now.getTime() - draftDays * 86_400_000).toISOString()
  return drafts
    .filter(({ kind }) => kind.startsWith(form))
    .filter(({ id, kind, place, savedAt }) => {
      if (savedAt < oldest) return true
      const screen = kind.slice(form.length)
      const record = id.slice(formDraftId(screen, place).length)
      const about = record.split(' ').find((word) => idPattern.test(word))
      if (about === undefined) return false
      const row = view.find(about)
      return row === undefined || !(fitsOf(screen)?.(row as never) ?? true)
    })
    .map(({ id }) => id)
}
