// Junk in an outbox stops nobody else's notes, nor one's own: tried with every command that is declared.
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Command, command } from '../../kernel/command.ts'
import { id } from '../../kernel/fields.ts'
import { newId } from '../../kernel/id.ts'
import { roles } from '../../kernel/role.ts'
import { handle, type ServerCapability } from '../../platform/server/capability.ts'
import { openJournal } from '../../platform/server/running/journal.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, testHouse, type Village } from './village.testing.ts'

const note = (name: `${string}.${string}`) =>
  command({
    ...{ name, version: 2, roles: ['volunteer'], scope: 'village' },
    input: z.strictObject({ id: id() }),
    records: (input) => [input.id],
    lift: { 1: (older: { inner: { id: string } }) => ({ id: older.inner.id }) },
    summary: 'A note.',
  })
const keep = note('notes.keep')
const lose = note('notes.lose')
const wait = note('notes.wait')
const notes: ServerCapability = {
  name: 'notes',
  migrations: [],
  commands: [
    handle(keep, async () => undefined),
    handle(lose, () => Promise.reject(new Error('a mistake of ours'))),
    handle(wait, () => Promise.reject(Object.assign(new Error('no table'), { code: '42P01' }))),
  ],
}

let house: House
let village: Village
beforeAll(async () => {
  // Without what they do at the start, which no junk reaches.
  house = await testHouse([...serverCapabilities.map(({ start: _, ...each }) => each), notes], catalogue)
  village = house.village()
})
afterAll(() => house.close())

type Given = { name: string; version: number; place: string; input: unknown }
type Result = { id: string; status: string; code?: string }

/** Sends a batch as a phone does, between two notes that are as they should be. */
async function among(given: readonly unknown[]): Promise<Result[]> {
  const person = village.as(roles, { at: 'ID' })
  const good = () => entry({ name: keep.name, version: 2, place: village.place, input: { id: newId() } })
  const answer = await person.http('POST', '/api/sync', { commands: [good(), ...given, good()] })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const results = answer.body.results as unknown as Result[]
  expect([results.at(0)?.status, results.at(-1)?.status]).toEqual(['done', 'done'])
  expect(results).toHaveLength(given.length + 2)
  return results.slice(1, -1)
}
const entry = (given: Given) => ({ id: newId(), at: new Date().toISOString(), device: 'd', ...given })

const placeOf = ({ scope }: Command<never>) => (scope === 'nation' || scope === 'self' ? 'ID' : village.place)
const fieldsOf = ({ input }: Command<never>): string[] => {
  const shape = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' })
  return Object.keys(shape.properties ?? {})
}
const junk: readonly unknown[] = [{}, 5, null, [[]], 'x', { constructor: 5 }]
const values: readonly unknown[] = [5, null, 'x', {}, [[]], [5], [null], { length: 3 }, true]

test('junk of any kind for any command is answered for itself, and its neighbours are taken', async () => {
  const commands = serverCapabilities.flatMap((each) => (each.commands ?? []).map((one) => one.command))
  const given = commands.flatMap((each) => {
    const inputs = [
      ...junk,
      ...values.map((value) => Object.fromEntries(fieldsOf(each).map((field) => [field, value]))),
    ]
    const older = Array.from({ length: each.version }, (_, n) => n + 1)
    return older.flatMap((version) =>
      inputs.map((input) => entry({ name: each.name, version, place: placeOf(each), input })),
    )
  })
  const answers = new Map<string, Result>()
  for (let at = 0; at < given.length; at += 90)
    for (const each of await among(given.slice(at, at + 90))) answers.set(each.id, each)
  const broken = given.filter(({ id }) => answers.get(id)?.code === 'platform.failed')
  expect(commands.length).toBeGreaterThan(100)
  expect(
    broken.map(({ name, version, input }) => `${name} ${version} ${JSON.stringify(input)}`),
    'we trip over it',
  ).toEqual([])
})

test('what is no entry at all is answered too', async () => {
  const odd = [null, 5, [], 'x', {}, { id: { toString: 5 } }, { ...entry({} as never), name: 5 }]
  expect((await among(odd)).map(({ status }) => status)).toEqual(odd.map(() => 'malformed'))
})

test('a mistake of ours is noted and waits alone; what the database could not do comes again by itself', async () => {
  const told: string[] = []
  openJournal({ level: 'error', form: 'json', addresses: false }, { write: (line) => void told.push(line) })
  const record = newId()
  const of = (name: string, id = newId()) => entry({ name, version: 2, place: village.place, input: { id } })
  const results = await among([of(lose.name, record), of(keep.name, record), of(wait.name), of(keep.name)])
  expect(results.map(({ status, code }) => [status, code])).toEqual([
    ['refused', 'platform.failed'],
    ['held', 'platform.held'],
    ['held', 'platform.failed'],
    ['done', undefined],
  ])
  expect(told.map((line) => JSON.parse(line).command)).toEqual([lose.name, wait.name])
})
