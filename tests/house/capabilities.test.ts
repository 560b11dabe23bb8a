// A capability is whole: both apps know it, its phone side comes in two pieces, and every fact has somebody who tells it.
import { expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import { gatesOf } from '../../src/capabilities/programmes/definition.ts'
import { availableCapabilities, factCapabilities } from '../../src/capabilities/programmes/fact.ts'
import { factCatalogue } from '../../src/capabilities/programmes/facts.ts'
import { shipped } from '../../src/capabilities/programmes/shipped.testing.ts'
import { capabilityOf } from '../../src/kernel/command.ts'
import { capabilityFolders, floors, text, tracked } from './source.ts'

const folders = capabilityFolders()
const manifestOf = (name: string) => `src/capabilities/${name}/manifest.ts`
const manifests = folders.map(manifestOf)

test('every capability is in the lists of both apps', () => {
  const field = text('src/apps/field/capabilities.ts')
  expect(folders.filter((name) => !field.includes(`capabilities/${name}/manifest.ts`))).toEqual([])
  expect(serverCapabilities.map((part) => part.name).sort()).toEqual([...folders].sort())
})

/** What a manifest may name: everything else would be in everybody's first load. */
const light = /^(\.\.\/\.\.\/kernel\/role\.ts|\.\.\/\.\.\/platform\/browser\/capability\.ts|\.\/roles\.ts)$/

test('a manifest brings no rules, no words and no schema into the first load', () => {
  const heavy = manifests.flatMap((file) =>
    [...text(file).matchAll(/^import [^;]*?from '([^']+)'/gm)]
      .filter(([, path]) => !light.test(path ?? ''))
      .map(([, path]) => `${file}: ${path}`),
  )
  expect(manifests.length).toBeGreaterThan(7)
  expect(heavy).toEqual([])
  const roles = tracked('src/capabilities/*/roles.ts').filter((file) =>
    [...text(file).matchAll(/from '([^']+)'/g)].some(([, path]) => path !== '../../kernel/role.ts'),
  )
  expect(roles).toEqual([])
})

test('every command has its name for the outbox, in the part that is loaded for it', () => {
  const nameless = serverCapabilities.flatMap((capability) => {
    const part = `src/capabilities/${capability.name}/part.ts`
    const titles = tracked(part).length > 0 ? text(part) : ''
    return (capability.commands ?? [])
      .map(({ command }) => command.name)
      .filter((name) => capabilityOf(name) !== capability.name || !titles.includes(`'${name}': [`))
  })
  expect(nameless).toEqual([])
})

type Page = { asks: string; roles: readonly string[] }
/** Browser code: its types are not those of these tests. */
const field = (path: string) => import(new URL(`../../src/apps/field/${path}`, import.meta.url).href)
type Link = { does: readonly string[]; roles: readonly string[] }

test('to do what a gate asks is offered to those whose role may give what is given there, and to nobody else', async () => {
  const { manifests } = (await field('capabilities.ts')) as { manifests: { links?: Record<string, Link> }[] }
  const { linkOf } = (await field('links.ts')) as { linkOf: (...link: string[]) => Link | null }
  const commands = serverCapabilities.flatMap(({ commands = [] }) => commands.map(({ command }) => command))
  const rolesOf = (name: string): readonly string[] =>
    commands.find((each) => each.name === name)?.roles ?? [name]
  for (const { links = {} } of manifests)
    for (const [link, { does, roles }] of Object.entries(links)) {
      const may = does.flatMap(rolesOf)
      expect([link, ...[...roles].sort()]).toEqual([link, ...[...new Set(may)].sort()])
    }
  const gates = shipped.programmes.flatMap(({ stages }) => stages.flatMap(gatesOf))
  const doers = gates.flatMap(({ satisfiedBy }) => linkOf(satisfiedBy, '34.71.04.1001', 'e')?.roles ?? [])
  expect(doers).toContain('facilitator')
  for (const role of ['auditor', 'partner', 'admin', 'teller'] as const) expect(doers).not.toContain(role)
})

test('a page about an area is offered to those who may ask what it shows', async () => {
  const { manifests } = (await field('capabilities.ts')) as { manifests: { areas?: Page[] }[] }
  const pages = manifests.flatMap(({ areas = [] }) => areas)
  expect(pages.length).toBeGreaterThan(3)
  for (const { asks, roles } of pages) {
    const asked = serverCapabilities
      .flatMap(({ queries = [] }) => queries)
      .find(({ query }) => query.name === asks)
    expect([asks, ...[...roles].sort()]).toEqual([asks, ...[...(asked?.query.roles ?? [])].sort()])
  }
})

test('every fact is told by a capability that is here, or by one that has its floor already', () => {
  const onFloors = floors.flat()
  expect(factCapabilities.filter((name) => !onFloors.includes(name))).toEqual([])
  expect([...availableCapabilities].filter((name) => !folders.includes(name))).toEqual([])
  const giver = (name: string) => text(`src/capabilities/${name}/part.ts`).includes('facts: ')
  const untold = factCatalogue.filter((fact) => {
    if (!folders.includes(fact.from)) return fact.available
    // Its own facts need the definition too, so programmes adds them where progress is told.
    return !fact.available || (fact.from !== 'programmes' && !giver(fact.from))
  })
  expect(untold.map((fact) => fact.pattern)).toEqual([])
  expect(factCatalogue.length).toBeGreaterThan(50)
})

test("as the owner of the database only the doors of sign-in ask, and what fills the nation's list of places", () => {
  const asks = tracked('src/capabilities/*.ts', 'src/platform/server/http/*.ts')
    .filter((file) => !/\.(test|testing|browser)\.ts$/.test(file))
    .filter((file) => /\b(services|given)\.owner\b|\(\{ owner\b/.test(text(file)))
  expect(asks.filter((file) => !file.startsWith('src/capabilities/accounts/'))).toEqual([
    'src/capabilities/places/load.ts',
  ])
})
