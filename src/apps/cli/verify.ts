// `rembug verify`: recomputes every chain of the log. Exit code 1 when one is broken, or when nothing was checked.

import { nation } from '../../kernel/place-code.ts'
import type { Db } from '../../platform/server/db.ts'
import { inScope, nobody, scopeOf } from '../../platform/server/transaction.ts'
import { type Break, isWhole, type Verified, verifyLog } from '../../platform/server/verify.ts'
import type { House } from '../server/open.ts'
import { type Ask, both, type Link, number, type Verb } from './verb.ts'

const breakText: Record<Break['kind'], string> = {
  'content-differs': both('isi baris berubah', 'the row was changed'),
  'link-broken': both('rantai terputus', 'the chain is cut'),
  'row-missing': both('baris hilang', 'a row is missing'),
  'head-differs': both('kepala rantai tidak cocok', 'the head does not agree'),
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

async function run(house: House, _ask: Ask, link: Link): Promise<number> {
  const verified = await verifyAll(house.services.db)
  sayVerified(verified, link)
  return isWhole(verified) ? 0 : 1
}

export const verifyVerb: Verb = {
  usage: '',
  summary: both(
    'Menghitung ulang rantai log setiap tempat; gagal bila ada yang rusak atau tidak ada yang diperiksa',
    'recomputes the log of every place; fails when one is broken or nothing was checked',
  ),
  prepare: async () => ({ ask: {} }),
  run,
}
