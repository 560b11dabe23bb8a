// After a sync: drafts of forms that can come to nothing any more go.
import { dropDraft } from '../local/drafts.ts'
import { formsOf, leftDrafts } from '../local/left-drafts.ts'
import type { PlaceView } from '../local/view.ts'
import type { Parts } from '../parts.ts'
import type { Pulled } from './pull.ts'
import type { Unlocked } from './session.ts'

/** Sweeps a place that was just read and replayed; nothing while the copy is not as the server has it, or a part is missing. */
export async function sweepDrafts(
  open: Unlocked,
  view: PlaceView,
  { pin, whole, at }: Pulled,
  parts: Pick<Parts, 'need' | 'formAbout'>,
): Promise<void> {
  const { store } = open
  const drafts = await store.drafts.where('place').equals(view.place).toArray()
  const screens = formsOf(drafts)
  if (screens.length === 0 || !whole || !(await parts.need(screens))) return
  for (const { id, seenAt } of drafts) if (!seenAt) await store.drafts.update(id, { seenAt: at })
  const waiting = await store.outbox.where('place').equals(view.place).toArray()
  const held = new Set(waiting.flatMap(({ records }) => records))
  const known = { view, readable: new Set(pin.grant.split(',')), held, now: at }
  for (const id of leftDrafts(drafts, known, parts.formAbout)) await dropDraft(open, id)
}
