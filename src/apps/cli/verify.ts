// `rembug verify`: recomputes every chain of the log. Exit code 1 when one is broken, or when nothing was checked.
import { open, readFile, stat } from 'node:fs/promises'
import { type Head, headsIn } from '../../kernel/head.ts'
import { nation } from '../../kernel/place-code.ts'
import type { Db } from '../../platform/server/db.ts'
import type { RecordRows } from '../../platform/server/record-rows.ts'
import { inSnapshot, scopeOf } from '../../platform/server/transaction.ts'
import { type Break, isWhole, type Verified, verifyAgainst, verifyLog } from '../../platform/server/verify.ts'
import { allRecords, type House } from '../server/open.ts'
import { archiveProof } from './keys.ts'
import { isProven } from './proving.ts'
import { unpack } from './unpack.ts'
import { type Ask, both, type Link, number, Said, type Verb } from './verb.ts'

const breakText: Record<Break['kind'], string> = {
  'content-differs': both('isi baris berubah', 'the row was changed'),
  'link-broken': both('rantai terputus', 'the chain is cut'),
  'row-missing': both('baris hilang', 'a row is missing'),
  'head-differs': both('kepala rantai tidak cocok', 'the head does not agree'),
  'record-differs': both('catatan diubah di luar log', 'the record was changed behind the log'),
  'record-unknown': both('catatan tidak dikenal log', 'no entry of the log knows the record'),
  'record-gone': both('catatan hilang di luar log', 'the record was taken away behind the log'),
  'not-as-known': both('bukan lagi seperti yang disimpan', 'is no longer as it was kept'),
}

/** Every chain, and each against the heads that were kept of it. */
export function verifyAll(
  db: Db,
  known: readonly Head[] = [],
  records: readonly RecordRows[] = allRecords,
): Promise<Verified> {
  return inSnapshot(db, scopeOf(nation), async (tx) => {
    const verified = await verifyLog(tx, records)
    return { ...verified, breaks: [...verified.breaks, ...(await verifyAgainst(tx, known))] }
  })
}

export function sayVerified(verified: Verified, link: Pick<Link, 'say'>): void {
  for (const { place, seq, hash } of verified.heads)
    link.say(`${place.padEnd(13)} ${number(seq).padStart(9)}  ${hash}`)
  for (const found of verified.breaks) {
    const what = 'record' in found ? ` ${found.record}` : ''
    link.say(`RUSAK / BROKEN  ${found.place} #${found.seq}${what}: ${breakText[found.kind]}`)
  }
  for (const { place, seq, at, records } of verified.anew)
    link.say(
      both(
        `${place} #${seq}: ${number(records)} catatan disidik ulang ${at.toISOString()}, sesudah pemutakhiran?`,
        'records were digested anew: was there an upgrade then?',
      ),
    )
  const counted = `${number(verified.rows)} perintah di ${number(verified.places)} tempat, ${number(verified.records)} catatan`
  if (verified.rows === 0)
    link.say(both('Tidak ada yang diperiksa: log kosong', 'nothing was checked: the log is empty'))
  else if (isWhole(verified))
    link.say(
      both(
        `Utuh: ${counted}`,
        `whole: ${number(verified.rows)} commands, ${number(verified.records)} records`,
      ),
    )
  else
    link.say(
      both(`TIDAK UTUH: ${verified.breaks.length} kerusakan`, `NOT whole: ${verified.breaks.length} breaks`),
    )
}

/** More than all villages there are have lines of it. */
const largestHeads = 12_000_000

/** Kept heads, as a verb is asked with them; `proof` where they come out of a backup. */
type Against = { heads: readonly Head[]; manifest?: string; proof?: string }

const isArchive = (start: Buffer) => start[0] === 0x1f && start[1] === 0x8b

async function startOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    return (await handle.read(Buffer.alloc(2), 0, 2, 0)).buffer
  } finally {
    await handle.close()
  }
}

/** The heads in what an earlier `verify` printed, in a list of those on papers, or in a backup. Refuses a file that has none. */
async function against(file: string): Promise<Against> {
  const none = new Said(
    both('Tidak ada kepala rantai di berkas itu', 'there is no head of a chain in that file'),
  )
  if (isArchive(await startOf(file))) {
    const { heads, manifest, proof } = await unpack(file, null)
    if (heads.length === 0) throw none
    return { heads, manifest, proof }
  }
  if ((await stat(file)).size > largestHeads)
    throw new Said(both('Berkas itu terlalu besar', 'that file is too large'))
  const heads = headsIn(await readFile(file, 'utf8'))
  if (heads.length === 0) throw none
  return { heads }
}

async function run({ services: { db, vault } }: House, ask: Ask, link: Link): Promise<number> {
  const known: Against = typeof ask.against === 'string' ? JSON.parse(ask.against) : { heads: [] }
  const { heads, manifest = '', proof = '' } = known
  if (manifest !== '' && !isProven({ manifest, proof }, archiveProof(vault, manifest)))
    throw new Said(
      both('Cadangan itu diubah, atau dari rumah lain', 'that backup was changed, or is of another house'),
    )
  const verified = await verifyAll(db, heads)
  sayVerified(verified, link)
  if (heads.length > 0 && !verified.breaks.some(({ kind }) => kind === 'not-as-known')) {
    const count = number(heads.length)
    link.say(both(`Cocok dengan ${count} kepala yang disimpan`, `agrees with ${count} heads that were kept`))
  }
  return isWhole(verified) ? 0 : 1
}

export const verifyVerb: Verb = {
  usage: '[--against FILE]',
  options: { against: { type: 'string' } },
  summary: both(
    'Menghitung ulang rantai log setiap tempat; gagal bila ada yang rusak atau tidak ada yang diperiksa',
    'recomputes the log of every place; fails when one is broken or nothing was checked',
  ),
  prepare: async ({ options }) => {
    const { against: file } = options
    return { ask: typeof file === 'string' ? { against: JSON.stringify(await against(file)) } : {} }
  },
  run,
}
