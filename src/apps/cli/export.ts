// `rembug export --place CODE`: what a village has on record, as lines of JSON, without personal data; and the head
// of its log, so that whoever keeps the export can show later what stood there.
import { sql } from 'kysely'
import { districtOf, isVillage, nation } from '../../kernel/place-code.ts'
import type { FeedSource } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { inScope, nobody, scopeOf } from '../../platform/server/transaction.ts'
import type { House } from '../server/open.ts'
import { personalKeys, withoutKeys } from './personal.ts'
import { newFile, standardOutput } from './sink.ts'
import { type Ask, both, type Link, number, Said, type Typed, type Verb } from './verb.ts'

const pageRows = 1000

async function idsOf(tx: Tx, place: string, collection: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from platform.feed
    where district_code = ${districtOf(place)} and village_code = ${place} and collection = ${collection} and not gone
    order by id`.execute(tx)
  return found.rows.map(({ id }) => id)
}

const line = (value: object) => `${JSON.stringify(value)}\n`

async function putCollection(
  house: House,
  tx: Tx,
  place: string,
  source: FeedSource,
  keys: ReadonlySet<string>,
  link: Link,
) {
  const ids = await idsOf(tx, place, source.collection)
  for (let from = 0; from < ids.length; from += pageRows) {
    const reading = {
      tx,
      place,
      district: districtOf(place),
      ids: ids.slice(from, from + pageRows),
      account: nobody,
      roles: source.roles,
      vault: house.services.vault,
    }
    const rows = [...(await source.read(reading))].map(([id, value]) =>
      line({ collection: source.collection, id, value: withoutKeys(value, keys) }),
    )
    await link.write('out', Buffer.from(rows.join('')))
  }
  link.say(`  ${source.collection}: ${number(ids.length)}`)
}

async function headsOf(tx: Tx, place: string) {
  const found = await sql<{ place: string; seq: number; hash: Buffer }>`
    select village_code as place, seq, hash from platform.head
    where district_code = ${districtOf(place)} and village_code = ${place}`.execute(tx)
  return found.rows.map(({ seq, hash, ...head }) => ({ ...head, seq, hash: hash.toString('hex') }))
}

async function run(house: House, ask: Ask, link: Link): Promise<number> {
  const { serverCapabilities } = await import('../server/capabilities.ts')
  const place = String(ask.place)
  const commands = serverCapabilities.flatMap((capability) => capability.commands ?? [])
  const sources = serverCapabilities
    .flatMap((capability) => capability.feed ?? [])
    .filter((source) => !source.ofPersons)
  return inScope(house.services.db, scopeOf(nation), nobody, async (tx) => {
    const heads = await headsOf(tx, place)
    if (heads.length === 0) throw new Said(both(`Belum ada catatan di ${place}`, 'nothing on record there'))
    await link.write(
      'out',
      Buffer.from(
        line({ format: 'rembug-export', version: 1, place, made: new Date().toISOString(), heads }),
      ),
    )
    for (const source of sources) {
      const [capability = ''] = source.collection.split('.')
      await putCollection(
        house,
        tx,
        place,
        source,
        personalKeys(
          commands.map(({ command }) => command),
          capability,
        ),
        link,
      )
    }
    return 0
  })
}

async function prepare(typed: Typed) {
  const { place } = typed.options
  const [file, ...more] = typed.positionals
  if (typeof place !== 'string' || more.length > 0) throw new Said(`rembug export ${exportVerb.usage}`)
  if (!isVillage(place)) throw new Said(`Bukan kode desa/kelurahan / not the code of a village: ${place}`)
  return { ask: { place }, sinks: { out: file ? newFile(file) : standardOutput() } }
}

export const exportVerb: Verb = {
  usage: '--place CODE [FILE]',
  summary: both(
    'Mengekspor catatan satu desa/kelurahan sebagai NDJSON tanpa data pribadi, dengan kepala lognya',
    'exports one village as NDJSON without personal data, with the head of its log',
  ),
  options: { place: { type: 'string' } },
  prepare,
  run,
}
