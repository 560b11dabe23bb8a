// The database server goes away for ten seconds in the middle of a batch, as seen from here: connections break off and
// new ones are refused. Only with DATABASE_URL; the embedded engine has no connection to lose.
import net from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { closeSurvey } from '../survey.ts'
import { send } from './collect.testing.ts'
import { CollectVillage, filled } from './collect-village.testing.ts'

const server = process.env.DATABASE_URL
const awayMs = 10_000
const phones = 24
const each = 12

/** Stands before the server. What speaks to a test's own database can be cut off. */
class Way {
  readonly #pairs = new Set<{ from: net.Socket; to: net.Socket; cuttable: boolean }>()
  readonly #server: net.Server
  readonly #url: URL
  gone = false

  constructor(url: URL) {
    this.#url = url
    this.#server = net.createServer((from) => this.#lead(from))
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    const { port } = this.#server.address() as net.AddressInfo
    return Object.assign(new URL(this.#url), { hostname: '127.0.0.1', port: String(port) }).href
  }

  #lead(from: net.Socket): void {
    if (this.gone) return void from.resetAndDestroy()
    const to = net.connect(Number(this.#url.port || 5432), this.#url.hostname)
    const pair = { from, to, cuttable: false }
    this.#pairs.add(pair)
    // The first packet names the database.
    from.once('data', (packet: Buffer) => {
      pair.cuttable = packet.includes('rembug_test_')
    })
    from.pipe(to).pipe(from)
    for (const socket of [from, to])
      socket
        .on('error', () => undefined)
        .on('close', () => {
          from.destroy()
          to.destroy()
          this.#pairs.delete(pair)
        })
  }

  cut(): void {
    this.gone = true
    for (const { from, to, cuttable } of this.#pairs)
      if (cuttable) {
        from.resetAndDestroy()
        to.resetAndDestroy()
      }
  }

  close(): void {
    for (const { from } of this.#pairs) from.destroy()
    this.#server.close()
  }
}

const later = (ms: number) => new Promise((done) => setTimeout(done, ms))

let way: Way
let here: CollectVillage

beforeAll(async () => {
  if (!server) return
  way = new Way(new URL(server))
  process.env.DATABASE_URL = await way.open()
  here = await CollectVillage.open()
}, 60_000)
afterAll(async () => {
  if (!server) return
  await here.house.close()
  way.close()
  process.env.DATABASE_URL = server
})

/** Sends until it is taken, as Collect does; gives the answers on the way. */
async function until201(): Promise<number[]> {
  const { xml } = filled({ umur: '40' })
  const answers: number[] = []
  for (;;) {
    const reply = await send(here.device.keyed, xml)
    answers.push(reply.status)
    if (reply.status === 201) return answers
    expect(reply.status).toBe(503)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    await later(400)
  }
}

/** Commands, an outbox, a query and the feed. */
async function everyDoorSaysSo(): Promise<void> {
  const fas = here.village.as('facilitator')
  const input = { id: here.survey, basedOn: 1, on: today(), complete: true, reason: '' }
  const { name, version } = closeSurvey
  const { place, actor } = fas
  const at = new Date().toISOString()
  const commands = [{ id: newId(), name, version, place, at, device: actor.device, input }]
  const answers = await Promise.all([
    fas.give(closeSurvey, input),
    fas.http('POST', '/api/sync', { commands }),
    here.village.as('district-officer').ask('surveys.overview'),
    fas.http('GET', `/api/feed?place=${place}`),
  ])
  for (const answer of answers)
    expect(answer).toMatchObject({ status: 503, body: { code: 'platform.unavailable' } })
}

test.skipIf(!server)(
  'the database goes away for ten seconds: phones are told to come again, nothing is there twice, nothing is lost',
  async () => {
    const sending = Array.from({ length: phones }, async () => {
      const answers: number[] = []
      for (let n = 0; n < each; n++) answers.push(...(await until201()))
      return answers
    })
    await later(150)
    way.cut()
    await Promise.all([later(awayMs), everyDoorSaysSo()])
    way.gone = false
    const answers = (await Promise.all(sending)).flat()
    expect(answers.filter((status) => status === 503).length).toBeGreaterThan(phones / 2)
    const all = phones * each
    expect(await here.counts()).toMatchObject({ rows: all, editions: all, received: all })
    expect(await here.chain()).toEqual({ whole: true, submissions: all })
  },
  90_000,
)
