// Requests made from the OpenAPI document with broken values, by people of many roles: no answer may be a fault of ours (5xx),
// and after all of them every chain verifies and the server is well. Run: node scripts/node.mjs bench/fuzz.ts
// FUZZ_REQUESTS (100,000), FUZZ_SEED (a number; printed, so that a run can be played again); DATABASE_URL adds PostgreSQL.
import { today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { type Role, roles } from '../src/kernel/role.ts'
import { inPlace, nobody } from '../src/platform/server/transaction.ts'
import { verifyLog } from '../src/platform/server/verify.ts'
import { type BenchHouse, benchHouse, clientAddress, type Engine, engines, ratio } from './house.ts'

const requests = Number(process.env.FUZZ_REQUESTS ?? 100_000)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000)
const atOnce = 12
const place = '34.71.04.1001'

type Schema = {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  pattern?: string
  format?: string
}
type Parameter = { name: string; in: string; schema?: Schema }
type Operation = {
  'x-kind': 'command' | 'query' | 'route'
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
type Door = { method: string; path: string; operation: Operation }

/** The same numbers for the same seed (mulberry32). */
function drawing(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

class Maker {
  readonly #draw: () => number
  /** Ids that commands were given, so that some are met again. */
  readonly #ids: string[] = []
  constructor(draw: () => number) {
    this.#draw = draw
  }

  chance = (share: number): boolean => this.#draw() < share
  pick = <T>(from: readonly T[]): T => from[Math.floor(this.#draw() * from.length)] as T

  id(): string {
    if (this.#ids.length > 20 && this.chance(0.4)) return this.pick(this.#ids)
    const id = newId()
    if (this.#ids.length < 500) this.#ids.push(id)
    return id
  }

  junk(): unknown {
    const deep = JSON.parse(`${'['.repeat(30)}${']'.repeat(30)}`)
    return this.pick<unknown>([
      ...[null, '', ' ', '\u0000', '\ud800', '\u200b', 'x'.repeat(5000), "'; drop table platform.log; --"],
      ...[-1, 1e308, 0.1, 2 ** 53, Number.MAX_SAFE_INTEGER, true, false, [], {}, deep],
      ...['0000-00-00', '9999-99-99', '24:61', 'ID', '34', '34.71', '99.99.99.9999', '%', '../..', '${x}'],
      ...[{ __proto__: null, constructor: 1 }, [null, [null]], Array.from({ length: 300 }, () => 'a')],
    ])
  }

  text({ format, pattern = '' }: Schema): string {
    if (format === 'uuid' || /0-9a-f\]\{8\}/.test(pattern)) return this.id()
    if (/\\d\{4\}-/.test(pattern) || format === 'date') return today()
    if (/\[01\]\\d/.test(pattern)) return '19:30'
    if (/\{64\}/.test(pattern)) return 'a'.repeat(64)
    if (/\\d\{2\}\(\\\./.test(pattern)) return place
    return this.pick(['Rembug warga', 'Siti', 'a', 'ponsel-1', 'Balai RW 03', '08123456789'])
  }

  /** Something of a schema's shape, broken here and there. */
  of(schema: Schema = {}, broken = 0.05): unknown {
    if (this.chance(broken)) return this.junk()
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return this.pick(schema.enum)
    const some = schema.anyOf ?? schema.oneOf
    if (some) return this.of(this.pick(some), broken)
    const type = Array.isArray(schema.type) ? this.pick(schema.type) : schema.type
    if (type === 'object' || schema.properties) return this.#object(schema, broken)
    if (type === 'array') {
      const many = Math.max(schema.minItems ?? 0, this.pick([0, 1, 1, 2, 5]))
      return Array.from({ length: many }, () => this.of(schema.items, broken))
    }
    if (type === 'string') return this.text(schema)
    if (type === 'integer' || type === 'number') return this.pick([0, 1, 2, 7, 40, 1999, 2026])
    if (type === 'boolean') return this.chance(0.5)
    return type === 'null' ? null : this.junk()
  }

  #object({ properties = {} }: Schema, broken: number): Record<string, unknown> {
    const entries = Object.entries(properties).filter(() => !this.chance(broken / 2))
    const made = Object.fromEntries(entries.map(([name, schema]) => [name, this.of(schema, broken)]))
    return this.chance(broken / 2) ? { ...made, bukanBagian: this.junk() } : made
  }
}

type Made = { url: string; method: string; body?: string }

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

function addressOf(make: Maker, { path, operation }: Door): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const usual = name === 'place' ? place : make.id()
    return encodeURIComponent((make.chance(0.2) ? asText(make.junk()) : usual).toWellFormed().slice(0, 300))
  })
  const query = new URLSearchParams()
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in !== 'query' || make.chance(0.2)) continue
    const usual = parameter.name === 'place' ? place : asText(make.of(parameter.schema))
    query.append(parameter.name, (make.chance(0.2) ? asText(make.junk()) : usual).slice(0, 2000))
    if (make.chance(0.03)) query.append(parameter.name, 'dua-kali')
  }
  return `${filled}${query.size > 0 ? `?${query}` : ''}`
}

function bodyOf(make: Maker, { operation }: Door, schema: Schema): string {
  const body = make.of(schema)
  if (operation['x-kind'] === 'command' && body !== null && typeof body === 'object' && !make.chance(0.05))
    Object.assign(body, { place, at: new Date().toISOString(), device: 'bench', id: newId() })
  const text = JSON.stringify(body)
  return make.chance(0.01) ? text.slice(0, -3) : text
}

function request(make: Maker, door: Door): Made {
  const { method } = door
  const url = addressOf(make, door)
  const schema = door.operation.requestBody?.content['application/json']?.schema
  return method === 'GET' || !schema ? { url, method } : { url, method, body: bodyOf(make, door, schema) }
}

type Fault = {
  n: number
  status: number
  method: string
  url: string
  body: string | undefined
  said: string
}

async function round(engine: Engine): Promise<boolean> {
  const bench: BenchHouse = await benchHouse(engine)
  const document = (await (await fetch(`${bench.address}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  const doors = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const held = (role: Role) => [{ role, place }]
  const people: object[] = [{}, await bench.signIn(roles.flatMap((role) => held(role)))]
  for (const role of [
    'facilitator',
    'volunteer',
    'village-head',
    'board-secretary',
    'auditor',
    'partner',
  ] as const)
    people.push(await bench.signIn(held(role)))
  const make = new Maker(drawing(seed))
  const counts = new Map<number, number>()
  const faults: Fault[] = []
  let sent = 0
  const worker = async () => {
    while (sent < requests) {
      sent += 1
      const n = sent
      const { url, method, body } = request(make, make.pick(doors))
      // What signs people out would end the walk.
      const signed = /session|sign-out|revoke|disable/.test(url) ? {} : make.pick(people)
      const headers = {
        ...{ ...signed, 'x-forwarded-for': clientAddress(n) },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      }
      const answer = await fetch(`${bench.address}${url}`, { method, headers, ...(body ? { body } : {}) })
      const said = await answer.text()
      counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1)
      if (answer.status >= 500) faults.push({ n, status: answer.status, method, url, body, said })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const verified = await inPlace(bench.house.services.db, 'ID', nobody, (tx) => verifyLog(tx))
  const health = (await fetch(`${bench.address}/api/health`)).status
  await bench.close()
  console.log(`${engine}: ${sent} requests at ${doors.length} doors, seed ${seed}`)
  for (const [status, count] of [...counts].sort(([a], [b]) => a - b))
    console.log(`  ${status}  ${String(count).padStart(7)}  ${ratio(count, sent)} of all`)
  for (const fault of faults.slice(0, 20))
    console.log(
      `  FAULT ${JSON.stringify({ ...fault, body: fault.body?.slice(0, 400), said: fault.said.slice(0, 200) })}`,
    )
  console.log(
    `  ${verified.rows} entries in ${verified.places} chains, ${verified.breaks.length} breaks; health ${health}`,
  )
  return faults.length === 0 && verified.breaks.length === 0 && health === 200
}

let well = true
for (const engine of engines) well = (await round(engine)) && well
if (!well) process.exitCode = 1
