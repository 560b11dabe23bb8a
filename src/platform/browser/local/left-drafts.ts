// Drafts of forms that can come to nothing any more: nobody went on with them, or what they were about is gone or over.
import { idPattern } from '../../../kernel/id.ts'
import type { FormAbout } from '../capability.ts'
import type { DraftLineOf } from './rows.ts'
import type { PlaceView } from './view.ts'

/**
 * Days a form is kept that nobody goes on with. The longest stage of a programme here is planned for 381: what was begun at
 * its first meeting is still there at its last. After that it is only somebody's data on a phone.
 */
export const draftDays = 400

type Kept = Pick<DraftLineOf<unknown>, 'id' | 'place' | 'kind' | 'seenAt'>
const form = 'form:'

/** How a form's draft is called: its screen, its place, and the record it is about, whose id comes first where there are two. */
export const formDraftId = (screen: string, place: string, record = ''): string =>
  `${form}${screen}:${place}:${record}`
export const formDraftKind = (screen: string): string => `${form}${screen}`

/** The screens that these drafts belong to; a draft of another kind, as of a filled questionnaire, is never swept. */
export const formsOf = (drafts: readonly Kept[]): string[] =>
  drafts.filter(({ kind }) => kind.startsWith(form)).map(({ kind }) => kind.slice(form.length))

/** A place as the server has it, which is more than the view: what is not in there need not be gone. */
export type Known = {
  view: PlaceView
  /** The collections that the person may read. */
  readable: ReadonlySet<string>
  /** Records that something in the outbox is about: how they stand is not settled. */
  held: ReadonlySet<string>
  /** By the server's clock. */
  now: string
}

/** Ids of drafts of forms that stood unchanged for too long; `now` by the server's clock. */
export const agedDrafts = (drafts: readonly Kept[], now: string): string[] =>
  drafts
    .filter(({ kind }) => kind.startsWith(form))
    .filter(({ seenAt }) => seenAt && Date.parse(seenAt) < Date.parse(now) - draftDays * 86_400_000)
    .map(({ id }) => id)

/**
 * Ids of the drafts to be thrown away. A draft is left when it stood unchanged for too long; when its record is over; or when
 * that is gone: absent from its collection, or, where the form names none, said by the server to be gone.
 */
export function leftDrafts(
  drafts: readonly Kept[],
  { view, readable, held, now }: Known,
  aboutOf: (screen: string) => FormAbout | undefined,
): string[] {
  const aged = new Set(agedDrafts(drafts, now))
  const isOver = ({ id, kind, place }: Kept): boolean => {
    const screen = kind.slice(form.length)
    const words = id.slice(formDraftId(screen, place).length).split(' ')
    const record = words.find((word) => idPattern.test(word))
    if (record === undefined || held.has(record)) return false
    const about = aboutOf(screen)
    if (about === undefined) return view.isGone(record)
    const row = view.get<never>(about.of, record)
    return row === undefined ? readable.has(about.of) : !about.fits(row)
  }
  return drafts
    .filter(({ kind }) => kind.startsWith(form))
    .filter((each) => aged.has(each.id) || isOver(each))
    .map(({ id }) => id)
}
