// What a person writes in their own words may name somebody, and the log is kept for ever: it holds digests of it. The
// journal of the server is kept for weeks and is read by who runs the machine: it holds nothing that anybody sent at all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { newId } from '../../kernel/id.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import { openJournal } from '../../platform/server/running/journal.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, type Person, testHouse, Village } from './village.testing.ts'

const ownWords = ['note', 'reason']

test('no command leaves a note or a reason readable in the log', () => {
  const readable: string[] = []
  for (const { command } of serverCapabilities.flatMap((capability) => capability.commands ?? [])) {
    const schema = z.toJSONSchema(command.input as z.ZodMiniType, { unrepresentable: 'any', io: 'input' })
    for (const field of ownWords) {
      const said = schema.properties?.[field]
      const kept = [...(command.personal ?? []), ...(command.secret ?? [])]
      if (said && !kept.includes(field)) readable.push(`${command.name}: ${field}`)
    }
  }
  expect(readable).toEqual([])
})

type Said = { properties?: Record<string, Said>; items?: Said; anyOf?: Said[] }
/** Every path at which a text of this name may stand, as `personal` names it. */
const pathsTo = (name: string, { properties = {}, items, anyOf = [] }: Said, at = ''): string[] => [
  ...Object.entries(properties).flatMap(([key, value]) => [
    ...(key === name ? [`${at}${key}`] : []),
    ...pathsTo(name, value, `${at}${key}.`),
  ]),
  ...(items ? pathsTo(name, items, `${at}*.`) : []),
  ...anyOf.flatMap((each) => pathsTo(name, each, at)),
]

test('no command leaves readable in the log what people said, however deep it stands', () => {
  // What is asked of them, and the text of a programme, is no word of theirs.
  const asked = ['workshops.set-route: questions.*.text', 'programmes.import-definition: text']
  const readable = serverCapabilities
    .flatMap(({ commands = [] }) => commands)
    .flatMap(({ command }) => {
      const schema = z.toJSONSchema(command.input as z.ZodMiniType, { unrepresentable: 'any', io: 'input' })
      return pathsTo('text', schema as Said)
        .filter((path) => !command.personal?.some((each) => path === each || path.startsWith(`${each}.`)))
        .map((path) => `${command.name}: ${path}`)
    })
  expect(readable.filter((each) => !asked.includes(each))).toEqual([])
})

/** Values as people send them, in every place of a request; each would be known again anywhere. */
const canary = {
  name: 'Partinah-Kenari-Kuning',
  nik: '3471054501650000',
  token: 'rahasiaKenariAlamatOdk0123456789abcdefghijk',
  cookie: 'kenari-sesi-0123456789abcdefghijklmnopqrstuvw',
  header: 'KenariPerambanBuatanSendiri',
  address: '203.0.113.77',
}
const canaries = Object.values(canary)

/** A capability that fails in every way in which one can, with what it was sent in its mouth. */
const failing: ServerCapability = {
  name: 'failing',
  migrations: [],
  routes: ({ db }) => [
    {
      method: 'POST',
      url: '/api/failing/:how',
      roles: ['public'],
      summary: 'fails',
      handler: async (request) => {
        const { how } = request.params as { how: string }
        const said = JSON.stringify(request.body)
        if (how === 'thrown') throw new Error(`no household of "${said}"`)
        if (how === 'parsed') return JSON.parse(`{"x": ${canary.name}`)
        if (how === 'caused') throw new TypeError('outer', { cause: new Error(`Key (nik)=(${canary.nik})`) })
        const { sql } = await import('kysely')
        return sql`select ${canary.name}::text::integer + ${canary.nik}::bigint`.execute(db)
      },
    },
  ],
}

type Walked = { method: string; path: string }

describe('the journal', () => {
  const written: string[] = []
  const restore: (() => void)[] = []
  let house: House
  let here: Village
  let mine: Person
  let operations: Walked[]

  beforeAll(async () => {
    // Every statement and every transaction is told, however quick.
    house = await testHouse([...serverCapabilities, failing], catalogue, { statement: 0, transaction: 0 })
    // A real one: this house knows the places of the nation, and what is about any other goes no further.
    here = new Village(house, '34.71.04.1001')
    mine = here.as('facilitator')
    openJournal(
      { level: 'debug', form: 'json', addresses: false },
      { write: (line) => void written.push(line) },
    )
    // What goes past the journal would stand in journald beside it.
    for (const stream of [process.stdout, process.stderr]) {
      const { write } = stream
      stream.write = ((chunk: string | Uint8Array) => written.push(String(chunk)) > 0) as typeof write
      restore.push(() => {
        stream.write = write
      })
    }
    const document = (await mine.http('GET', '/api/openapi.json')).body as unknown as {
      paths: Record<string, object>
    }
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
    )
  }, 120_000)
  afterAll(async () => {
    for (const back of restore) back()
    await house.close()
  })

  const headers = {
    cookie: `rembug_session=${canary.cookie}`,
    authorization: `Bearer ${canary.token}`,
    'user-agent': canary.header,
    referer: `http://localhost/${canary.name}`,
    'x-request-id': canary.header,
    'x-rembug-account': canary.header,
    'x-rembug-half': canary.token,
  }
  const bodies = (place: string) => {
    const { name, nik } = canary
    const input = { id: newId(), name, nik, note: name, title: name, secret: canary.token, password: nik }
    const command = { id: newId(), version: 1, place, at: new Date().toISOString(), device: name, input }
    return [
      ['application/json', JSON.stringify(command)],
      ['application/json', JSON.stringify({ commands: [{ ...command, name: 'people.register' }], ...input })],
      ['application/json', `{"name": ${name}, "nik": "${nik}"`],
      ['text/xml', `<data><name>${name}</name><nik>${nik}</nik>`],
      [
        'multipart/form-data; boundary=x',
        `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${nik}`,
      ],
    ] as const
  }
  /** An address with canaries in its place-holders and its question. */
  const address = (path: string, place: string, filler: string) => {
    const question = new URLSearchParams({ place, search: canary.name, nik: canary.nik, formID: canary.name })
    return `${path.replace('{place}', place).replaceAll(/\{\w+\}/g, encodeURIComponent(filler))}?${question}`
  }

  const send = (method: string, url: string, type?: string, payload?: string, person = {}) =>
    house.app.inject({
      method: method as 'GET',
      url,
      remoteAddress: canary.address,
      headers: { ...headers, ...person, ...(type ? { 'content-type': type } : {}) },
      ...(payload ? { payload } : {}),
    })

  /** One door, with every kind of body, with secrets and with ids in its address. */
  async function sendAll({ method, path }: Walked, person: object): Promise<void> {
    const reads = method === 'GET' || method === 'HEAD'
    for (const filler of [canary.token, newId()])
      for (const [type, payload] of reads ? [[undefined, undefined] as const] : bodies(here.place))
        await send(method, address(path, here.place, filler), type, payload, person)
  }

  test('walks every door with names, numbers and secrets in path, question, header and body, and holds none', async () => {
    expect(operations.length).toBeGreaterThan(60)
    expect(operations.filter(({ path }) => path.startsWith('/odk/k/')).length).toBeGreaterThan(4)
    const people = [{}, { 'x-test-person': mine.actor.session }]
    for (const walked of operations) for (const person of people) await sendAll(walked, person)
    await send('GET', `/${canary.name}/${canary.nik}?${canary.token}`)
    await send('GET', `/odk/k/${canary.token}/%0a${canary.name}%0d%0a{"level":"error"}`)
    const text = written.join('')
    expect(written.filter((line) => line.includes('"event":"request"')).length).toBeGreaterThan(500)
    expect(text).toContain('"event":"statement-slow"')
    for (const word of canaries) expect(text.includes(word), word).toBe(false)
    for (const line of written) expect(line.trimEnd().split('\n'), line).toHaveLength(1)
  }, 240_000)

  test('tells of a mistake of ours where it happened, and nothing of what was sent', async () => {
    for (const how of ['thrown', 'parsed', 'caused', 'database']) {
      written.length = 0
      const answer = await send(
        'POST',
        `/api/failing/${how}`,
        'application/json',
        JSON.stringify({ name: canary.name }),
      )
      const failed = written.filter((line) => line.includes('"event":"request-failed"'))
      if (answer.statusCode >= 500) {
        expect(failed, how).toHaveLength(1)
        const told = JSON.parse(failed[0] as string) as { request: string; route: string }
        expect(told.route).toBe('/api/failing/:how')
        expect(answer.headers['x-request-id']).toBe(told.request)
      }
      for (const word of canaries) expect(written.join('').includes(word), `${how}: ${word}`).toBe(false)
    }
  })

  test('names who asked by an opaque id, and the address only where the setting says so', async () => {
    written.length = 0
    await mine.feed()
    const line = written.find((each) => each.includes('"event":"request"')) ?? '{}'
    expect(JSON.parse(line)).toMatchObject({ actor: mine.actor.account, route: '/api/feed' })
    expect(line).not.toContain(mine.actor.name)
    const to = { write: (each: string) => void written.push(each) }
    openJournal({ level: 'info', form: 'json', addresses: true }, to)
    await send('GET', '/api/health')
    expect(written.join('')).toContain(canary.address)
  })
})
