// `rembug verify`: recomputes every chain of the log. Exit code 1 when one is broken, or when nothing was checked.
import { readFile, stat } from 'node:fs/promises'
import { nation } from '../../kernel/place-code.ts'
import type { Db } from '../../platform/server/db.ts'
import { inScope, nobody, scopeOf } from '../../platform/server/transaction.ts'
import {
  type Break,
  type Head,
  isWhole,
  type Verified,
  verifyAgainst,
  verifyLog,
} from '../../platform/server/verify.ts'
import type { House } from '../server/open.ts'
import { type Ask, both, type Link, number, Said, type Verb } from './verb.ts'

const breakText: Record<Break['kind'], string> = {
  'content-differs': both('isi baris berubah', 'the row was changed'),
  'link-broken': both('rantai terputus', 'the chain is cut'),
  'row-missing': both('baris hilang', 'a row is missing'),
  'head-differs': both('kepala rantai tidak cocok', 'the head does not agree'),
  'not-as-known': both('bukan lagi seperti yang disimpan', 'is no longer as it was kept'),
}

export function verifyAll(db: Db): Promise<Verified> {
  return inScope(db, scopeOf(nation), nobody, verifyLog)
}

export function sayVerified(verified: Verified, link: Pick<Link, 'say'>): void {
  for (const { place, seq, hash } of verified.heads)
    link.say(`${place.padEnd(13)} ${number(seq).padStart(9)}  ${hash}`)
  for (const { place, seq, kind } of verified.breaks)
    link.say(`RUSAK / BROKEN  ${place} #${seq}: ${breakText[kind]}`)
  const counted = `${number(verified.rows)} perintah di ${number(verified.places)} tempat`
  if (verified.rows === 0)
    link.say(both('Tidak ada yang diperiksa: log kosong', 'nothing was checked: the log is empty'))
  else if (isWhole(verified)) link.say(both(`Utuh: ${counted}`, `whole: ${number(verified.rows)} commands`))
  else
    link.say(
      both(`TIDAK UTUH: ${verified.breaks.length} kerusakan`, `NOT whole: ${verified.breaks.length} breaks`),
    )
}

const headLine = /^(ID|[\d.]{2,13})\s+([\d.]+)\s+([0-9a-f]{64})$/
/** More than all villages there are have lines of it. */
const largestHeads = 12_000_000

/** The heads in what an earlier `verify` printed; all else there is left out. Refuses a file that has none. */
function headsIn(text: string): Head[] {
  const heads = text.split(/\r?\n/).flatMap((line) => {
    const [, place, seq, hash] = headLine.exec(line.trim()) ?? []
    return place && seq && hash ? [{ place, seq: Number(seq.replaceAll('.', '')), hash }] : []
  })
  if (heads.length === 0)
    throw new Said(both('Tidak ada kepala rantai di berkas itu', 'there is no head of a chain in that file'))
  return heads
}

async function run(house: House, { against }: Ask, link: Link): Promise<number> {
  const { db } = house.services
  const verified = await verifyAll(db)
  const known = typeof against === 'string' ? (JSON.parse(against) as Head[]) : []
  const breaks = await inScope(db, scopeOf(nation), nobody, (tx) => verifyAgainst(tx, known))
  const judged = { ...verified, breaks: [...verified.breaks, ...breaks] }
  sayVerified(judged, link)
  if (known.length > 0 && breaks.length === 0) {
    const count = number(known.length)
    link.say(both(`Cocok dengan ${count} kepala yang disimpan`, `agrees with ${count} heads that were kept`))
  }
  return isWhole(judged) ? 0 : 1
}

export const verifyVerb: Verb = {
  usage: '[--against FILE]',
  options: { against: { type: 'string' } },
  summary: both(
    'Menghitung ulang rantai log setiap tempat; gagal bila ada yang rusak atau tidak ada yang diperiksa',
    'recomputes the log of every place; fails when one is broken or nothing was checked',
  ),
  prepare: async ({ options }) => {
    const { against } = options
    if (typeof against !== 'string') return { ask: {} }
    if ((await stat(against)).size > largestHeads)
      throw new Said(both('Berkas itu terlalu besar', 'that file is too large'))
    return { ask: { against: JSON.stringify(headsIn(await readFile(against, 'utf8'))) } }
  },
  run,
}
