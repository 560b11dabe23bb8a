// What a phone loads until the home of a place is usable. It has a limit, and it does not grow with what a capability can do.
import { gzipSync } from 'node:zlib'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import config from '../../vite.config.ts'
import { house } from './source.ts'

/** Of what is loaded when used, only these stand between a person and the home of a place. */
const onTheWay =
  /\/(accounts\/screens\/Gate\.tsx|programmes\/screens\/PlaceHomeScreen\.tsx|programmes\/part\.ts)$/

/** Leaves out what is loaded later, so that a build takes seconds. */
const firstOnly: Plugin = {
  name: 'first-load-only',
  enforce: 'pre',
  async resolveDynamicImport(specifier, importer) {
    const found = typeof specifier === 'string' ? await this.resolve(specifier, importer) : null
    return found && !onTheWay.test(found.id) ? { ...found, external: true } : found
  },
}

/** A capability with ten screens, three tabs, every entry there is, and a part with twenty commands and a great deal to say. */
function withFake(): Plugin {
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => n)
  const screens = numbers(10).map(
    (n) => `{ path: 'palsu/${n}', about: 'place', load: () => import('virtual:fake/screen${n}') }`,
  )
  const tabs = numbers(3).map(
    (n) =>
      `{ path: 'palsu/${n}', label: ['Palsu ${n}', 'Fake ${n}'], icon: 'flag', order: ${n}, roles: ['facilitator', 'village-head'] }`,
  )
  const files: Record<string, string> = {
    'virtual:fake/manifest': `export const fake = { name: 'fake', part: () => import('virtual:fake/part'),
      waits: () => import('virtual:fake/entries'), calendar: () => import('virtual:fake/entries'),
      report: () => import('virtual:fake/entries'), areas: [{ path: '/palsu', label: ['Palsu', 'Fake'], icon: 'flag' }],
      links: { fake: { path: 'palsu', does: ['fake.a', 'fake.b'], roles: ['facilitator', 'volunteer'] }, 'fake/new': { path: 'palsu/baru', does: ['fake.new'], roles: ['facilitator'] } }, screens: [${screens.join()}], tabs: [${tabs.join()}] }`,
    'virtual:fake/part': `export const part = { titles: {${numbers(20).map((n) => `'fake.deed-${n}': ['Perbuatan ${n}', 'Deed ${n}']`)}},
      words: '${numbers(4000)
        .map((n) => (n * 7919).toString(36))
        .join(' ')}' }`,
  }
  return {
    name: 'fake-capability',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith('virtual:fake/') ? id : null),
    load: (id) => (id.startsWith('virtual:fake/') ? (files[id] ?? 'export default () => null') : null),
    transform: (code, id) =>
      id.endsWith('/apps/field/capabilities.ts')
        ? `import { fake } from 'virtual:fake/manifest'\n${code.replace(/accountsManifest,\s*\]/, 'accountsManifest, fake]')}`
        : null,
  }
}

/** KB of JavaScript, gzipped, of everything in such a build. */
async function firstLoad(...plugins: Plugin[]): Promise<{ kb: number; text: string }> {
  const made = (await build({
    ...(config as InlineConfig),
    ...{ root: `${house}src/apps/field`, configFile: false, logLevel: 'error', mode: 'production' },
    // Under a test the environment says 'test', and React would bring what it tells developers.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { ...(config as InlineConfig).build, write: false, reportCompressedSize: false },
    plugins: [firstOnly, ...plugins],
    oxc: { jsx: { runtime: 'automatic', development: false } },
  })) as Rolldown.RolldownOutput
  const chunks = made.output.filter((item) => item.type === 'chunk')
  const bytes = chunks.reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).length, 0)
  return { kb: bytes / 1024, text: chunks.map((chunk) => chunk.code).join('\n') }
}

test('the first load is small, holds no schema, and a capability more adds at most 2 KB to it', async () => {
  const before = await firstLoad()
  // A build that holds nothing is always small.
  expect(before.kb).toBeGreaterThan(90)
  expect(before.kb).toBeLessThanOrEqual(170)
  // Of the library of schemas, and of refusals: what a home shows rests on neither, and they weigh a dozen KB.
  expect(before.text).not.toMatch(/_zod\b/)
  expect(before.text).not.toContain('programmes.gate-unmet')
  const after = await firstLoad(withFake())
  expect(after.text).toContain('palsu/9')
  expect(after.text).not.toContain('Perbuatan 19')
  expect(after.kb - before.kb).toBeGreaterThan(0)
  expect(after.kb - before.kb).toBeLessThanOrEqual(2)
}, 120_000)
