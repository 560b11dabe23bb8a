// After a sync: drafts of forms that can come to nothing any more go.
import { dropDraft } from '../local/drafts.ts'
import { agedDrafts, formsOf, leftDrafts } from '../local/left-drafts.ts'
import { type DraftLineOf, draftsAt, draftTag } from '../local/rows.ts'
import { sealJson } from '../local/seal.ts'
import type { PlaceView } from '../local/view.ts'
import type { Parts } from '../parts.ts'
import { readOutbox } from './outbox.ts'
import type { Pulled } from './pull.ts'
import type { Unlocked } from './session.ts'

/** Sweeps a place that was just read and replayed; nothing while the copy is not as the server has it, or a part is missing. */
export async function sweepDrafts(
  open: Unlocked,
  view: PlaceView,
  { pin, whole, at }: Pulled,
  parts: Pick<Parts, 'need' | 'formAbout'>,
): Promise<void> {
  const drafts = await draftsAt(open, view.place)
  const screens = formsOf(drafts)
  if (screens.length === 0 || !whole || !(await parts.need(screens))) return
  await see(open, drafts, at)
  const waiting = (await readOutbox(open)).filter(({ place }) => place === view.place)
  const held = new Set(waiting.flatMap(({ records }) => records))
  const known = { view, readable: new Set(pin.grant.split(',')), held, now: at }
  for (const id of leftDrafts(drafts, known, parts.formAbout)) await dropDraft(open, id)
}

/** Sweeps a place that the server shows this person no more: nothing is known there but how long a draft has stood unchanged. */
export async function sweepAged(open: Unlocked, place: string, at: string): Promise<void> {
  const drafts = await draftsAt(open, place)
  await see(open, drafts, at)
  for (const id of agedDrafts(drafts, at)) await dropDraft(open, id)
}

/** Their days count from the first sync that saw them as they stand. */
async function see(open: Unlocked, drafts: readonly DraftLineOf<unknown>[], at: string): Promise<void> {
  const unseen = drafts.filter(({ seenAt }) => !seenAt)
  if (unseen.length === 0) return
  const seen = await sealJson(open.key, at)
  for (const { id } of unseen) await open.store.drafts.update(await draftTag(open.key, id), { seen })
}
