// Whatever a village does, with words that are known again. What a command declares as personal is personal on a phone too:
// handing the row over is logged, and who only counts, gives money or watches gets the row without it. And a thief of the
// database who guesses: it is read as text, and every plain digest is looked for, also under each salt that lies there.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankHousehold, registerHousehold } from '../../capabilities/people/household.ts'
import { sari, syntheticNik } from '../../capabilities/people/people.testing.ts'
import { changePerson, registerPerson } from '../../capabilities/people/person.ts'
import { deviceIn, photo, send } from '../../capabilities/surveys/openrosa/collect.testing.ts'
import { filled, model } from '../../capabilities/surveys/openrosa/collect-village.testing.ts'
import { olderDigests } from '../../capabilities/surveys/openrosa/older-digests.ts'
import { submit } from '../../capabilities/surveys/submission.ts'
import { formHere, ok, surveyHere } from '../../capabilities/surveys/surveys.testing.ts'
import { canonical } from '../../kernel/canonical.ts'
import { newId } from '../../kernel/id.ts'
import type { Role } from '../../kernel/role.ts'
import { dumpTables } from '../../platform/server/database/backup.ts'
import { keyedDigest } from '../../platform/server/digests.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import { saltPurpose } from '../../platform/server/log.ts'
import { sealOlder } from '../../platform/server/sealing-older.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { type Done, everythingDone, villageParts } from './everything.testing.ts'
import { type House, type Person, testHouse, type Village } from './village.testing.ts'

const specific = {
  nik: syntheticNik(4711),
  birthDate: '1979-08-17',
  phone: '081298765432',
  kk: '3471040101471147',
  notes: 'Kenari sakit sejak Maret',
}
const changes = { birthDate: '1980-09-18', phone: '0274 765432' }
const scanned = 'a'.repeat(64) // What every deed says of its scan.
let house: House
let done: Done
let marks: Done['marks']
const originals: (string | Buffer)[] = []

/** A filled form from a phone with Rembug, and one from Collect with a photo. */
async function forms(village: Village): Promise<void> {
  const form = await formHere(house, { model: { ...model, files: [] } })
  const { survey } = await surveyHere(house, village, { form })
  const one = filled({ umur: '46' })
  const [id = ''] = one.instance.split(':').slice(1)
  await ok(
    village.as('facilitator').give(submit, { id, survey, form, xml: one.xml, files: [], household: null }),
  )
  const two = filled({ umur: '47', foto: 'rumah.jpg' })
  const bytes = photo(900)
  const reply = await send((await deviceIn(house, village)).keyed, two.xml, [{ name: 'rumah.jpg', bytes }])
  expect(reply.status).toBe(201)
  originals.push(one.xml, two.xml, bytes)
}

beforeAll(async () => {
  declareDemo()
  house = await testHouse(villageParts)
  done = await everythingDone(
    house,
    await formHere(house, { about: { kinds: ['poor_families', 'resilience'] } }),
  )
  marks = done.marks
  const { kk, ...ofPerson } = specific
  const facilitator = done.of('facilitator')
  const home = blankHousehold({ id: newId(), kk })
  await ok(facilitator.give(registerHousehold, home))
  const person = sari({ ...ofPerson, noNik: null, household: home.id, relation: 'head' })
  await ok(facilitator.give(registerPerson, person))
  await ok(facilitator.give(changePerson, { id: person.id, basedOn: 1, changes }))
  await forms(done.village)
})
afterAll(() => {
  declareDemo(false)
  return house.close()
})

const outsiders = ['teller', 'group-officer', 'partner', 'admin'] as const satisfies readonly Role[]

test('words that name somebody reach nobody whose task needs none, and others with an entry of who saw them', async () => {
  const { village, of } = done
  expect(marks.size).toBeGreaterThan(15)

  const holding = async (person: Person) =>
    (await person.feed()).rows.flatMap(({ collection, id, value }) => {
      const text = JSON.stringify(value)
      return [...marks].flatMap(([mark, from]) =>
        text.includes(`"${mark}"`) ? [{ collection, id, from }] : [],
      )
    })
  for (const role of outsiders) {
    const person = of(role)
    const seen = villageParts.some(({ feed = [] }) => feed.some((each) => each.roles.includes(role)))
    expect(seen ? await holding(person) : [], role).toEqual([])
  }
  const held = await holding(of('facilitator'))
  expect(new Set(held.map(({ collection }) => collection)).size).toBeGreaterThan(5)
  const { account } = of('facilitator').actor
  const logged = await lookInPlace(house.db, village.place, (tx) =>
    sql<{
      seen: string
    }>`select replace(what, 'feed:', '') || ' ' || jsonb_array_elements_text(subjects) as seen
      from platform.view_log where actor = ${account}`.execute(tx),
  )
  const noted = new Set(logged.rows.map(({ seen }) => seen))
  expect(held.filter(({ collection, id }) => !noted.has(`${collection} ${id}`))).toEqual([])
})

async function dumped(): Promise<string> {
  const chunks: Uint8Array[] = []
  await dumpTables(house.database, (chunk) => void chunks.push(chunk.slice()))
  return Buffer.concat(chunks).toString()
}

/** What could be a digest in a dump, in hex, whatever form it is written in. */
function digestLike(text: string): Set<string> {
  const words = text.match(/[A-Za-z0-9+/_-]{22,}/g) ?? []
  const read = (word: string) =>
    /^[0-9a-f]+$/.test(word) ? word : Buffer.from(word, 'base64').toString('hex')
  return new Set(words.filter(({ length }) => length <= 128).map(read))
}

type Guess = { value: string | Buffer; path: string }

/** Each way in which somebody might have digested it without a key of the vault. */
function* digestsOf({ value, path }: Guess, salts: readonly Buffer[]): Generator<Buffer> {
  const texts = typeof value === 'string' ? [value, canonical(value), `${path}:${canonical(value)}`] : [value]
  for (const text of texts) {
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512'])
      yield createHash(algorithm).update(text).digest()
    for (const salt of salts) {
      yield createHmac('sha256', salt).update(text).digest()
      yield createHash('sha256').update(salt).update(text).digest()
    }
  }
}

function guessed(text: string, salts: readonly Buffer[]): string[] {
  const here = digestLike(text)
  const guesses: Guess[] = [
    ...Object.entries(specific).map(([path, value]) => ({ path, value })),
    ...Object.entries(changes).map(([path, value]) => ({ path: `changes.${path}`, value })),
    ...[...marks].map(([value, from]) => ({ value, path: from.split(' ')[1] ?? '' })),
    ...originals.map((value) => ({ value, path: 'xml' })),
  ]
  const right = guesses.filter((guess) =>
    [...digestsOf(guess, salts)].some((each) => here.has(each.toString('hex'))),
  )
  return right.map(({ path }) => path)
}

const salts = async () =>
  (await house.database.pool.query<{ salt: Buffer }>('select salt from platform.log_salt')).rows.map(
    ({ salt }) => salt,
  )

test('no digest in the database tells whoever guesses a value that it was typed', async () => {
  const text = await dumped()
  const lying = await salts()
  expect(lying.length).toBeGreaterThan(20)
  expect(text.includes(scanned)).toBe(false)
  expect(guessed(text, lying)).toEqual([])
})

test('what is of the specific kind stands nowhere open, and what somebody wrote not in what is kept for ever', async () => {
  const text = await dumped()
  expect(Object.values(specific).filter((value) => text.includes(value))).toEqual([])
  const kept = text
    .split('\n{"table":')
    .filter((table) => /^"platform\.(log|log_salt|view_log|feed)"/.test(table))
    .join()
  expect(kept.length).toBeGreaterThan(10_000)
  expect([...marks].filter(([mark]) => kept.includes(mark)).map(([, from]) => from)).toEqual([])
})

const textOf = async (statement: string) =>
  (await house.database.pool.query<{ text: string }>(statement)).rows.map(({ text }) => text)

test('what an older version wrote open is sealed where it lies, once, and no entry of the log is another for it', async () => {
  const { pool } = house.database
  const { vault } = house.services
  house.changedBehindLog = true
  const sha = createHash('sha256').update('kenari').digest('hex')
  const salt = randomBytes(32)
  const [entry = ''] = await textOf('select id::text as text from platform.log_salt limit 1')
  await pool.query('update platform.log_salt set salt = $1 where id = $2', [salt, entry])
  await pool.query(`update platform.file set sha256 = '${sha}'`)
  await pool.query(`update surveys.attachment set sha256 = '${sha}' where sha256 is not null`)
  await pool.query('update surveys.edition set xml_sha256 = $1', [Buffer.from(sha, 'hex')])
  await pool.query(
    `update meetings.meeting set body = jsonb_set(body, '{mark}', '{"scan": {"sha256": "${sha}"}}')`,
  )
  const before = await textOf("select encode(hash, 'hex') as text from platform.log order by 1")
  expect(await sealOlder(house.database, vault, olderDigests)).toBeGreaterThan(10)
  const text = await dumped()
  for (const open of [sha, salt.toString('hex')]) expect(text.includes(open)).toBe(false)
  const [hidden = ''] = await textOf(
    `select encode(salt, 'hex') as text from platform.log_salt where id = '${entry}'`,
  )
  expect(vault.mask(saltPurpose, entry, Buffer.from(hidden, 'hex'))).toEqual(salt)
  expect(await textOf('select distinct sha256 as text from platform.file')).toEqual([keyedDigest(vault, sha)])
  expect(await textOf("select encode(hash, 'hex') as text from platform.log order by 1")).toEqual(before)
  expect(await sealOlder(house.database, vault, olderDigests)).toBe(null)
})
