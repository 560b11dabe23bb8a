import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type House, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { command } from '../../kernel/command.ts'
import * as fields from '../../kernel/fields.ts'
import { newId } from '../../kernel/id.ts'
import { nation } from '../../kernel/place-code.ts'
import { handle, type ServerCapability } from './capability.ts'
import { digestRecords } from './digesting-records.ts'
import { record } from './record-rows.ts'
import { lookInPlace } from './transaction.testing.ts'
import { inSnapshot, scopeOf } from './transaction.ts'
import { verifyLog } from './verify.ts'
import { recordsAt } from './verify-records.ts'

const write = command({
  name: 'books.write',
  version: 1,
  roles: ['facilitator'],
  scope: 'village',
  input: z.strictObject({ id: fields.id(), title: fields.line(50), pages: z.array(fields.line(50)) }),
  records: (input) => [input.id],
  summary: 'Writes a book; with the title "-" takes it away.',
})

const books: ServerCapability = {
  name: 'books',
  migrations: [
    {
      name: '2026-01-01-books',
      sql: `create schema books; grant usage on schema books to rembug_app;
        create table books.book (district_code text not null, village_code text not null, id uuid not null, title text not null,
          written_at timestamptz not null, looked_at timestamptz, primary key (district_code, id));
        create table books.page (district_code text not null, village_code text not null, book_id uuid not null, text text not null,
          primary key (district_code, book_id, text));
        select platform.protect('books.book'), platform.protect('books.page');`,
      tables: ['books.book', 'books.page'].map((table) => ({
        table,
        kind: 'place',
        column: 'district_code',
      })),
    },
  ],
  records: [record('books.book', { but: ['looked_at'] }, { table: 'books.page', of: 'book_id' })],
  commands: [
    handle(write, async ({ input: { id, title, pages }, place, district, tx, now, changes }) => {
      const here = sql`district_code = ${district} and village_code = ${place}`
      await sql`delete from books.page where ${here} and book_id = ${id}`.execute(tx)
      if (title === '-') {
        await sql`delete from books.book where ${here} and id = ${id}`.execute(tx)
        return changes.gone('books.book', id) as undefined
      }
      await sql`insert into books.book (district_code, village_code, id, title, written_at)
        values (${district}, ${place}, ${id}, ${title}, ${now})
        on conflict (district_code, id) do update set title = excluded.title`.execute(tx)
      for (const text of pages)
        await sql`insert into books.page (district_code, village_code, book_id, text)
          values (${district}, ${place}, ${id}, ${text})`.execute(tx)
      changes.touch('books.book', id)
      return undefined
    }),
  ],
}
const records = books.records ?? []

let house: House
beforeAll(async () => {
  house = await testHouse([books])
  house.changedBehindLog = true
})
afterAll(() => house.close())

const byHand = (text: string) => house.database.pool.query(text)
const breaks = async ({ place }: Village) =>
  (await lookInPlace(house.db, place, (tx) => verifyLog(tx, records))).breaks.map(
    ({ place: _, ...found }) => found,
  )

async function written(pages = ['satu', 'dua']) {
  const village = house.village()
  const id = newId()
  const give = (title: string, some = pages) =>
    village.as('facilitator').give(write, { id, title, pages: some })
  expect((await give('Buku Kas')).status).toBe(200)
  return { village, id, give, name: `books.book ${id}` }
}

test('what commands have written, changed and taken away is as the log says, wherever the server stands', async () => {
  const { village, give } = await written()
  expect(await breaks(village)).toEqual([])
  await give('Buku Kas II', ['dua'])
  expect(await breaks(village)).toEqual([])
  await byHand(
    `alter database "${(await byHand('select current_database() as name')).rows[0].name}" set timezone = 'Asia/Jayapura'`,
  )
  await byHand("set timezone = 'Asia/Jayapura'; set bytea_output = 'escape'")
  expect(await breaks(village)).toEqual([])
  await byHand('reset all')
  await give('-')
  expect(await breaks(village)).toEqual([])
})

test.each([
  ['a title', (id: string) => `update books.book set title = 'x' where id = '${id}'`, 'record-differs'],
  [
    'a village',
    (id: string) => `update books.book set village_code = '34.71.99.9999' where id = '${id}'`,
    'record-differs',
  ],
  [
    'a page',
    (id: string) => `update books.page set text = 'x' where book_id = '${id}' and text = 'dua'`,
    'record-differs',
  ],
  [
    'a page too many',
    (id: string) =>
      `insert into books.page select district_code, village_code, book_id, 'tiga' from books.page where book_id = '${id}' limit 1`,
    'record-differs',
  ],
  [
    'a page torn out',
    (id: string) => `delete from books.page where book_id = '${id}' and text = 'dua'`,
    'record-differs',
  ],
  [
    'a book burnt',
    (id: string) =>
      `with p as (delete from books.page where book_id = '${id}') delete from books.book where id = '${id}'`,
    'record-gone',
  ],
])('changed behind the log, %s is found', async (_, statement, kind) => {
  const { village, id, name } = await written()
  const other = await written()
  await byHand(statement(id))
  expect(await breaks(village)).toContainEqual({ record: name, seq: 1, kind })
  expect(await breaks(other.village)).toEqual([])
})

test('a book that no command wrote is found, and one that was put back after it was taken away', async () => {
  const { village, id, name, give } = await written()
  const copy = newId()
  await byHand(
    `insert into books.book select district_code, village_code, '${copy}', title, written_at from books.book where id = '${id}'`,
  )
  expect(await breaks(village)).toEqual([{ record: `books.book ${copy}`, seq: 0, kind: 'record-unknown' }])
  await byHand(`update books.book set id = '${newId()}', village_code = '34.71.98.9998' where id = '${copy}'`)
  await byHand(`create table public.kept as select * from books.book where id = '${id}'`)
  await give('-')
  await byHand('insert into books.book select * from public.kept; drop table public.kept')
  expect(await breaks(village)).toEqual([{ record: name, seq: 2, kind: 'record-differs' }])
})

test('a village whose whole log was taken away is found by what it wrote', async () => {
  const { village, name } = await written()
  await byHand(`with l as (delete from platform.log where village_code = '${village.place}')
    delete from platform.head where village_code = '${village.place}'`)
  const { breaks: found } = await inSnapshot(house.db, scopeOf(nation), (tx) => verifyLog(tx, records))
  expect(found).toContainEqual({ place: village.place, record: name, seq: 0, kind: 'record-unknown' })
})

test('who changes the digest in the log as well breaks the chain, and a moment that nobody proves may change', async () => {
  const { village, id } = await written()
  await byHand(`update books.book set looked_at = now() where id = '${id}'`)
  expect(await breaks(village)).toEqual([])
  await byHand(`update books.book set title = 'x' where id = '${id}'`)
  const [now] = await lookInPlace(house.db, village.place, (tx) => recordsAt(tx, village.place, records))
  await byHand(`update platform.log set rows = jsonb_build_object('books.book ${id}', '${now?.digest}')
    where village_code = '${village.place}'`)
  expect(await breaks(village)).toEqual([{ seq: 1, kind: 'content-differs' }])
})

// The embedded engine has one session: there nobody commits meanwhile.
test.skipIf(!process.env.DATABASE_URL)('what is committed while it is looked at is no fault', async () => {
  const { village, give } = await written()
  const looked = await inSnapshot(house.db, scopeOf(village.place), async (tx) => {
    const before = await verifyLog(tx, records)
    await give('Buku Kas III')
    return [before, await verifyLog(tx, records)]
  })
  expect(looked.map(({ breaks: found }) => found)).toEqual([[], []])
  expect(looked[1]?.rows).toBe(looked[0]?.rows)
  expect(await breaks(village)).toEqual([])
})

const hold = () => digestRecords(house.database, house.db, house.services.vault, records)
const everywhere = async () =>
  (await inSnapshot(house.db, scopeOf(nation), (tx) => verifyLog(tx, records))).breaks

test('what was changed behind the log is found, by each start too, until a command writes the record anew', async () => {
  const { village, id, name, give } = await written()
  await byHand(`update books.book set written_at = now() - interval '1 day' where id = '${id}'`)
  expect(await breaks(village)).toEqual([{ record: name, seq: 1, kind: 'record-differs' }])
  await hold()
  expect(await breaks(village)).toEqual([{ record: name, seq: 1, kind: 'record-differs' }])
  await give('Buku Kas IV')
  expect(await breaks(village)).toEqual([])
})

test('a record in a place without a log is found, and one that stands in another district than its village', async () => {
  const { village, id } = await written()
  const [far, astray] = [newId(), newId()]
  const copied = (district: string, place: string, copy: string) =>
    byHand(
      `insert into books.book select '${district}', '${place}', '${copy}', title, written_at from books.book where id = '${id}'`,
    )
  await copied('34.71.97', '34.71.97.1997', far)
  await copied('34.71.96', village.place, astray)
  expect(await everywhere()).toEqual(
    expect.arrayContaining([
      { place: '34.71.97.1997', record: `books.book ${far}`, seq: 0, kind: 'record-unknown' },
      { place: village.place, record: `books.book ${astray}`, seq: 0, kind: 'record-unknown' },
    ]),
  )
})

test('who forgets how records were digested, or adds a column, makes no changed record whole by a start', async () => {
  const { village, id, name } = await written()
  await byHand(`update books.book set title = 'x' where id = '${id}'`)
  const found = [{ record: name, seq: 1, kind: 'record-differs' }]
  await byHand('delete from platform.record_shape')
  await hold()
  expect(await breaks(village)).toEqual(found)
  const copy = newId()
  await byHand(
    `insert into books.book select district_code, village_code, '${copy}', title, written_at from books.book where id = '${id}'`,
  )
  await byHand('alter table books.book add column shelf text')
  await hold()
  expect(await breaks(village)).toEqual(
    expect.arrayContaining([...found, { record: `books.book ${copy}`, seq: 0, kind: 'record-unknown' }]),
  )
})

test('records that an older Rembug wrote, or whose table a migration changed, are digested when the house is opened', async () => {
  const { village, id, name } = await written()
  await hold()
  expect(await hold()).toBe(0)
  const feed = () =>
    lookInPlace(house.db, village.place, (tx) => sql`select * from platform.feed order by id`.execute(tx))
  const before = (await feed()).rows
  await byHand("alter table books.book add column author text not null default 'anonim'")
  expect(await breaks(village)).toEqual([{ record: name, seq: 1, kind: 'record-differs' }])
  expect(await hold()).toBeGreaterThan(0)
  expect(await breaks(village)).toEqual([])
  expect(await hold()).toBe(0)
  expect((await feed()).rows).toEqual(before)
  await byHand(`update books.book set author = 'x' where id = '${id}'`)
  expect(await breaks(village)).toEqual([{ record: name, seq: 2, kind: 'record-differs' }])
})
