// Fetching: after sending, each pinned place is read on from its cursor. A page and its cursor are kept
// in one transaction, so a killed phone resumes where it was.
import { districtOf } from '../../../kernel/place-code.ts'
import { call, Problem, Unavailable } from '../api.ts'
import type { Block, Pin } from '../local/device-store.ts'
import { type Copy, pinRow, placeTag } from '../local/rows.ts'
import { openJson, sealJson } from '../local/seal.ts'
import type { PlaceView } from '../local/view.ts'
import { type HeadsSaid, KeptHeads } from './kept-heads.ts'
import type { Unlocked } from './session.ts'

type FeedRow = { collection: string; id: string; seq: number; value: unknown }
type FeedPage = {
  rows: FeedRow[]
  cursor: string
  more: boolean
  head: number
  totals: Record<string, number> | null
  grant: string
  now: string
} & HeadsSaid

/** A place read to its end. */
export type Pulled = {
  pin: Pin
  /** The copy holds as many rows as the server counts. */
  whole: boolean
  /** When that was, by the server's clock. */
  at: string
}

const blocksMost = 40
const blockRows = 500

async function keepPage(open: Unlocked, pin: Pin, page: FeedPage): Promise<Pin> {
  const next: Pin = {
    ...pin,
    cursor: page.cursor,
    grant: page.grant,
    // On the last page everything up to the head has been read, also what left no row in the feed.
    seq: Math.max(pin.seq, page.more ? Number(page.cursor.split('|')[0] || 0) : page.head),
    syncedAt: page.more ? pin.syncedAt : new Date().toISOString(),
  }
  const row = await pinRow(open.key, next)
  const block =
    page.rows.length > 0 ? { place: row.place, sealed: await sealJson(open.key, page.rows) } : null
  await open.store.transaction('rw', open.store.blocks, open.store.pins, async () => {
    if (block) await open.store.blocks.add(block)
    await open.store.pins.put(row)
  })
  return next
}

/** False where it is kept already; another tab may have pinned it just now, and read on: then its cursor stands. */
export async function keepPin({ store, key }: Unlocked, place: string, name: string): Promise<boolean> {
  const row = await pinRow(key, { place, name, cursor: '', seq: 0, grant: '', syncedAt: null })
  return store.transaction('rw', store.pins, async () => {
    if (await store.pins.get(row.place)) return false
    await store.pins.add(row)
    return true
  })
}

export async function dropPin({ store, key }: Unlocked, place: string): Promise<void> {
  const tag = await placeTag(key, place)
  await store.transaction('rw', store.pins, store.blocks, async () => {
    await store.pins.delete(tag)
    await store.blocks.where('place').equals(tag).delete()
  })
}

/** Takes the rows of a place off the phone, not what was written here; they are read again from the start. */
export async function startAnew(open: Unlocked, pin: Pin, view: PlaceView): Promise<Pin> {
  const fresh: Pin = { ...pin, cursor: '', seq: 0, grant: '' }
  const row = await pinRow(open.key, fresh)
  await open.store.transaction('rw', open.store.blocks, open.store.pins, async () => {
    await open.store.blocks.where('place').equals(row.place).delete()
    await open.store.pins.put(row)
  })
  view.forgetServerRows()
  return fresh
}

/** Whether the copy holds as many rows as the server counts; if not, it is read anew. */
function countsAgree(view: PlaceView, totals: Record<string, number> | null): boolean {
  return (
    totals === null ||
    Object.entries(totals).every(([collection, rows]) => view.countBase(collection) === rows)
  )
}

/** Reads a place on to its end; `onPage` hears of the pin whenever it changed. */
export async function pullPlace(
  open: Unlocked,
  start: Pin,
  view: PlaceView,
  onPage: (pin: Pin) => void,
): Promise<Pulled> {
  let pin = start
  let anew = false
  const heads = await KeptHeads.of(open, start.place)
  // Until the last page of a re-reading the copy is not whole, and says so also where the line breaks or the phone is killed.
  const readAnew = async () => {
    anew = true
    pin = { ...(await startAnew(open, pin, view)), syncedAt: null }
    onPage(pin)
  }
  for (;;) {
    const page = await call<FeedPage>(
      'GET',
      `/api/feed?place=${pin.place}&after=${encodeURIComponent(pin.cursor)}${heads.asked()}`,
    )
    if (pin.grant !== '' && page.grant !== pin.grant && !anew) {
      await readAnew()
      continue
    }
    view.takeFromServer(page.rows)
    pin = await keepPage(open, pin, page)
    onPage(pin)
    await heads.take(page)
    if (page.more) continue
    const whole = countsAgree(view, page.totals)
    if (whole || anew) return { pin, whole, at: page.now }
    await readAnew()
  }
}

/**
 * Reads each place. One that the server may not show, or cannot reach now, keeps no other waiting. Gives the places that
 * could not be reached: where one was not, the others of its district were not asked for, because they lie with it.
 */
export async function readEach(
  pins: readonly Pin[],
  read: (pin: Pin) => Promise<void>,
  forbidden: (pin: Pin) => Promise<void>,
): Promise<string[]> {
  const away = new Set<string>()
  for (const pin of pins) {
    if (away.has(districtOf(pin.place))) continue
    try {
      await read(pin)
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 401) throw error
      if (error instanceof Unavailable) away.add(districtOf(pin.place))
      if (error.code === 'platform.forbidden') await forbidden(pin)
    }
  }
  return pins.map(({ place }) => place).filter((place) => away.has(districtOf(place)))
}

/** Reads a place's blocks from the phone into a view, and leaves them as they lie. */
export async function readPlace({ store, key }: Copy, view: PlaceView): Promise<Block[]> {
  const place = await placeTag(key, view.place)
  const blocks = await store.blocks.where('place').equals(place).sortBy('n')
  for (const block of blocks) view.takeFromServer(await openJson<FeedRow[]>(key, block.sealed))
  return blocks
}

export async function loadPlace(open: Unlocked, view: PlaceView): Promise<void> {
  const blocks = await readPlace(open, view)
  if (blocks.length > blocksMost)
    await compact(
      open,
      view,
      blocks.map((block) => block.n),
    )
}

/** Many small blocks become few large ones; old and new change places in one transaction. */
async function compact(open: Unlocked, view: PlaceView, old: readonly number[]): Promise<void> {
  const rows = view.baseRows()
  const place = await placeTag(open.key, view.place)
  const blocks: Omit<Block, 'n'>[] = []
  for (let at = 0; at < rows.length; at += blockRows)
    blocks.push({ place, sealed: await sealJson(open.key, rows.slice(at, at + blockRows)) })
  await open.store.transaction('rw', open.store.blocks, async () => {
    await open.store.blocks.bulkDelete([...old])
    await open.store.blocks.bulkAdd(blocks)
  })
}
