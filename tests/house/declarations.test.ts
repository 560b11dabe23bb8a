// What is declared is complete: who may, where, with which limits, and a sentence for every no.
import { expect, test } from 'vitest'
import { catalogue, serverCapabilities } from '../../src/apps/server/capabilities.ts'
import { roles } from '../../src/kernel/role.ts'
import type { Route, Services } from '../../src/platform/server/capability.ts'
import { openApi } from '../../src/platform/server/http/openapi.ts'
import { typedFields } from '../../src/platform/server/http/typed.ts'
import { codesIn } from './codes.ts'
import { openEnds } from './limits.ts'
import { capabilityFolders, floors, house, shipped, text } from './source.ts'

const commands = serverCapabilities.flatMap((part) => part.commands ?? [])
const queries = serverCapabilities.flatMap((part) => part.queries ?? [])
const declared = [
  ...commands.map(({ command }) => ({ kind: 'command', ...command })),
  ...queries.map(({ query }) => ({ kind: 'query', ...query })),
]

/** Routes are made from services at start; their declarations need none of them. */
const nothing = new Proxy({}, { get: () => () => undefined }) as unknown as Services
const routes: Route[] = serverCapabilities.flatMap((part) => [...(part.routes?.(nothing) ?? [])])

test('the list of capabilities is the list of folders, lower floors first', () => {
  const listed = serverCapabilities.map((part) => part.name)
  expect(listed.toSorted()).toEqual(capabilityFolders().toSorted())
  const heights = listed.map((name) => floors.findIndex((floor) => floor.includes(name)))
  expect(heights).toEqual(heights.toSorted((one, other) => one - other))
  expect(commands.length).toBeGreaterThan(40)
  expect(queries.length).toBeGreaterThan(10)
})

test('every command and query names who may do it: known roles, or everybody, or any account', () => {
  const known = new Set<string>([...roles, 'public', 'account'])
  const wrong = declared.filter(
    ({ roles: may }) =>
      may.length === 0 || new Set(may).size !== may.length || may.some((one) => !known.has(one)),
  )
  expect(wrong.map(({ name }) => name)).toEqual([])
  // "Everybody" beside a role would make the role a decoration.
  const mixed = declared.filter(({ roles: may }) => may.includes('public') && may.length > 1)
  expect(mixed.map(({ name }) => name)).toEqual([])
})

test('no command may be given by somebody who is not signed in', () => {
  expect(
    commands.filter(({ command }) => command.roles.includes('public')).map(({ command }) => command.name),
  ).toEqual([])
})

test('every command and query says at which places it is, and in one sentence what it does', () => {
  const scopes = ['village', 'any-place', 'nation', 'self']
  expect(declared.filter(({ scope }) => !scopes.includes(scope)).map(({ name }) => name)).toEqual([])
  expect(declared.filter(({ summary }) => summary.trim().length < 15).map(({ name }) => name)).toEqual([])
  expect(
    commands.filter(({ command }) => !(command.version >= 1)).map(({ command }) => command.name),
  ).toEqual([])
})

test('every name is capability.verb, under its own capability, and used once', () => {
  const names = declared.map(({ name }) => name)
  expect(names.filter((name) => !/^[a-z]+\.[a-z][a-z0-9-]*$/.test(name))).toEqual([])
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  const strays = serverCapabilities.flatMap((part) =>
    [...(part.commands ?? []).map((one) => one.command), ...(part.queries ?? []).map((one) => one.query)]
      .filter(({ name }) => !name.startsWith(`${part.name}.`))
      .map(({ name }) => `${name} in ${part.name}`),
  )
  expect(strays).toEqual([])
})

test('every input has an end: texts, lists, numbers and fields', () => {
  const open = declared.flatMap(({ name, input }) => openEnds(input as never, name))
  const ofRoutes = routes.flatMap((route) => (route.input ? openEnds(route.input, route.url) : []))
  expect([...open, ...ofRoutes]).toEqual([])
})

test('an older input is lifted by every version between, never dropped', () => {
  const gaps = commands.flatMap(({ command }) =>
    Array.from({ length: command.version - 1 }, (_, index) => index + 1)
      .filter((version) => !command.lift?.[version])
      .map((version) => `${command.name} from version ${version}`),
  )
  expect(gaps).toEqual([])
})

const namespaces = new Set(['platform', ...capabilityFolders()])
const uses = shipped().flatMap((file) => codesIn(file, house + file, namespaces))
const keys = Object.keys(catalogue)

test('every refusal has its sentence', () => {
  const silent = uses.filter(({ pattern }) => !keys.some((key) => pattern.test(key)))
  expect(silent.map(({ code, file, line }) => `${code} (${file}:${line})`)).toEqual([])
  expect(new Set(uses.map(({ code }) => code)).size).toBeGreaterThan(100)
})

const holes = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

test('every fact that a sentence names is given by the rule that refuses', () => {
  const unfilled = uses.flatMap(({ code, pattern, facts, file, line }) =>
    facts === null
      ? []
      : keys
          .filter((key) => pattern.test(key))
          .flatMap((key) => holes(catalogue[key]?.[0] ?? '').filter((name) => !facts.includes(name ?? '')))
          .map((name) => `${code} leaves {${name}} open (${file}:${line})`),
  )
  expect(unfilled).toEqual([])
})

/** `labelId` and `labelEn` are one fact: words of a programme, which come in both languages. */
const facts = (sentence: string) => [...new Set(holes(sentence).map((name) => name?.replace(/(Id|En)$/, '')))]

test('every sentence is there in both languages, with the same facts', () => {
  const blank = keys.filter((key) => !catalogue[key]?.[0].trim() || !catalogue[key]?.[1].trim())
  const differing = keys.filter((key) => {
    const [id, en] = catalogue[key] ?? ['', '']
    return facts(id).sort().join() !== facts(en).sort().join()
  })
  expect({ blank, differing }).toEqual({ blank: [], differing: [] })
})

test('every operation of the API document says who may use it', () => {
  const document = openApi({ commands, queries, routes, version: 'test' }) as {
    paths: Record<string, Record<string, { 'x-roles'?: unknown; summary?: string }>>
  }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  )
  expect(operations.length).toBe(new Set(operations.map(({ name }) => name)).size)
  const byAddress = queries.filter(({ query }) => typedFields(query).length === 0)
  expect(operations.length).toBe(commands.length + queries.length + byAddress.length + routes.length)
  const silent = operations.filter(({ operation }) => {
    const may = operation['x-roles']
    return !(may === 'public' || (Array.isArray(may) && may.length > 0)) || !operation.summary
  })
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('a screen sends a command by the phone, which knows when its own clock is years off', () => {
  const screens = shipped().filter((file) => /\/(screens|browser)\/|\.browser\.tsx?$/.test(file))
  expect(screens.length).toBeGreaterThan(300)
  const itself = screens.filter((file) => /\/api\/(commands|sync)\b|\bat: new Date\(\)/.test(text(file)))
  expect(itself).toEqual(['outbox', 'straight'].map((file) => `src/platform/browser/sync/${file}.ts`))
})

test('what somebody types goes in a body: a query that takes it has no address that says it', () => {
  const document = openApi({ commands, queries, routes, version: 'test' }) as {
    paths: Record<string, { get?: { parameters: { name: string; schema: object }[] }; post?: object }>
  }
  const typed = queries.filter(({ query }) => typedFields(query).length > 0).map(({ query }) => query.name)
  expect(typed).toContain('places.search')
  expect(typed).toContain('accounts.at-place')
  // One that takes any word in small letters takes a user name.
  expect(typed).toContain('surveys.overview')
  for (const { query } of queries) {
    const operations = document.paths[`/api/queries/${query.name}`]
    expect(operations?.post, query.name).toBeDefined()
    expect(operations?.get === undefined, query.name).toBe(typed.includes(query.name))
  }
  // The app asks nothing of its own by an address with a typed word in it.
  const spelled = shipped().filter((file) => /\/api\/queries\/[^'`]*\?/.test(text(file)))
  expect(spelled.filter((file) => !file.startsWith('src/platform/server/http/'))).toEqual([])
})
