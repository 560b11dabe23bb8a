// The numbers this copy of the app holds, and the only place that gives them. Its marks lie beside the outbox, so a
// second tab sees them, and a killed browser remembers them.
import { newId } from '../../kernel/id.ts'
import { keepThing, readThing } from '../../platform/browser/local/things.ts'
import type { FromDraft } from '../../platform/browser/sync/outbox.ts'
import type { Phone } from '../../platform/browser/sync/phone.ts'
import {
  type Block,
  blockCollection,
  type Issue,
  issue,
  type Letter,
  letterCollection,
  reserve,
  usualReserve,
} from './letter.ts'
import { currentHead, type Letterhead, letterheadCollection, type Office, offices } from './letterhead.ts'
import { seriesOf, usualClassification, yearOf } from './number.ts'
import { chooseNumber, type Holder, lowStock, type Marks, type SeriesYear, stockLeft } from './stock.ts'

/** Marks of the blocks, and which block was asked for last of each series and year. */
type Kept = { marks: Record<string, number>; asked: Record<string, { block: string; at: number }> }

/** A block asked for and not come after this long is asked for again; the first is then a gap to explain. */
const patience = 30 * 60_000

const keyOf = (place: string) => `letters-stock:${place}`
const holderOf = (phone: Phone): Holder => ({ device: phone.open.device, account: phone.open.account.id })

async function kept(phone: Phone, place: string): Promise<Kept> {
  return (await readThing<Kept>(phone.open, keyOf(place))) ?? { marks: {}, asked: {} }
}

async function change<T>(phone: Phone, place: string, work: (kept: Kept) => Promise<T>): Promise<T> {
  return navigator.locks.request(`letters-stock-${phone.open.account.id}`, async () => {
    // Letters another tab wrote meanwhile are in the outbox: read it before choosing.
    await phone.refresh()
    const now = await kept(phone, place)
    const result = await work(now)
    await keepThing(phone.open, keyOf(place), now)
    return result
  })
}

async function rowsOf(
  phone: Phone,
  place: string,
): Promise<{ blocks: readonly Block[]; letters: readonly Letter[] }> {
  const view = await phone.view(place)
  return { blocks: view.all<Block>(blockCollection), letters: view.all<Letter>(letterCollection) }
}

/**
 * Enters a letter into the book: with the next number of this copy's own block, or as a draft that the server
 * numbers. The mark is kept before the command is given, so a kill in between loses a number and never doubles one.
 */
export async function issueLetter(
  phone: Phone,
  place: string,
  head: Letterhead,
  letter: Omit<Issue, 'numbered' | 'letterhead' | 'office'>,
  options: { draft?: FromDraft } = {},
): Promise<string> {
  const of = { series: seriesOf(head, letter), year: yearOf(letter.date) }
  const chosen = await change(phone, place, async (now) => {
    const found = chooseNumber(await rowsOf(phone, place), of, holderOf(phone), now.marks)
    if (found) now.marks[found.block] = found.number
    return found
  })
  const numbered = chosen && { ...chosen, device: phone.open.device }
  await phone.give(issue, place, { ...letter, office: head.office, letterhead: head.id, numbered }, options)
  return letter.id
}

/** The number the next letter would get here, or null when the server will say; for showing only. */
export async function nextHere(phone: Phone, place: string, of: SeriesYear): Promise<number | null> {
  const rows = await rowsOf(phone, place)
  return chooseNumber(rows, of, holderOf(phone), (await kept(phone, place)).marks)?.number ?? null
}

export async function leftHere(phone: Phone, place: string, of: SeriesYear): Promise<number> {
  return stockLeft(await rowsOf(phone, place), of, holderOf(phone), (await kept(phone, place)).marks)
}

/** The series a phone keeps numbers of: the one of all letters, or those of meetings and of letters written lately. */
export function wantedSeries(
  heads: readonly Letterhead[],
  letters: readonly Letter[],
  today: string,
): (SeriesYear & { office: Office })[] {
  const year = yearOf(today)
  const years = today.slice(5, 7) === '12' ? [year, year + 1] : [year]
  return offices.flatMap((office) => {
    const head = currentHead(heads, office)
    if (!head) return []
    const about = ['invitation', 'minutes'].map((kind) => ({
      kind,
      classification: usualClassification(head, kind),
    }))
    const lately = letters.filter((letter) => letter.office === office && letter.year >= year - 1)
    const series = new Set([...about, ...lately].map((each) => seriesOf(head, each)))
    return [...series].flatMap((each) => years.map((of) => ({ office, series: each, year: of })))
  })
}

/** Asks for the next block of each wanted series that runs low. Only while there is a line. */
export async function keepStock(phone: Phone, place: string, today: string): Promise<void> {
  if (phone.state().line !== 'online' || !navigator.onLine) return
  const view = await phone.view(place)
  const rows = await rowsOf(phone, place)
  const wanted = wantedSeries(view.all<Letterhead>(letterheadCollection), rows.letters, today)
  for (const { office, series, year } of wanted) {
    const id = newId()
    // Looked at first without the lock and without reading the outbox anew: most of the time there is enough.
    const look = structuredClone(await kept(phone, place))
    if (!runsLow(look, rows, { series, year }, holderOf(phone), id)) continue
    const ask = await change(phone, place, async (now) =>
      runsLow(now, rows, { series, year }, holderOf(phone), id),
    )
    if (ask)
      await phone.give(reserve, place, {
        id,
        device: phone.open.device,
        office,
        series,
        year,
        count: usualReserve,
      })
  }
}

function runsLow(
  now: Kept,
  rows: { blocks: readonly Block[]; letters: readonly Letter[] },
  of: SeriesYear,
  holder: Holder,
  id: string,
): boolean {
  const marks: Marks = now.marks
  if (stockLeft(rows, of, holder, marks) >= lowStock) return false
  const key = `${of.series} ${of.year}`
  const last = now.asked[key]
  const came = last && rows.blocks.some((block) => block.id === last.block)
  if (last && !came && Date.now() - last.at < patience) return false
  now.asked[key] = { block: id, at: Date.now() }
  now.marks[id] = 0
  return true
}
