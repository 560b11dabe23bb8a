// The fence of .dependency-cruiser.mjs over the whole house, and over a house where every boundary is broken.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

type Step = { name: string }
type Violation = { rule: { name: string }; from: string; to: string; via?: Step[]; cycle?: Step[] }
type Cruise = { modules: { source: string }[]; summary: { totalCruised: number; violations: Violation[] } }

const house = fileURLToPath(new URL('../../', import.meta.url))
const fence = `${house}.dependency-cruiser.mjs`

function cruise(folder: string): Cruise {
  const tool = `${house}node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`
  const run = spawnSync(process.execPath, [tool, 'src', '--config', fence, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (!run.stdout.startsWith('{')) throw new Error(`the fence did not run: ${run.stderr}`)
  return JSON.parse(run.stdout) as Cruise
}

/** The house where every boundary is broken, read once. */
let broken: Cruise | undefined
function brokenHouse(): Violation[] {
  broken ??= cruise(`${house}tests/house/broken-house`)
  return broken.summary.violations
}

function told({ rule, from, to, via, cycle }: Violation): string {
  const way = cycle ?? via ?? [{ name: to }]
  return `${rule.name}: ${[from, ...way.map((step) => step.name)].join(' -> ')}`
}

test('the house keeps its boundaries, and every file was read', () => {
  const tracked = execFileSync('git', ['ls-files', 'src/*.ts', 'src/*.tsx'], { cwd: house, encoding: 'utf8' })
  const files = tracked.split('\n').filter((file) => file && existsSync(house + file))
  const { modules, summary } = cruise(house)
  expect(summary.violations.map(told)).toEqual([])
  // A fence that reads nothing is always green; under a TypeScript it does not know, it does just that.
  expect(files.length).toBeGreaterThan(300)
  expect(summary.totalCruised).toBeGreaterThanOrEqual(files.length)
  const read = new Set(modules.map((module) => module.source))
  expect(files.filter((file) => !read.has(file))).toEqual([])
}, 300_000)

test('the fence bites: each rule finds its breach in the broken house', async () => {
  const { default: config } = (await import(fence)) as { default: { forbidden: { name: string }[] } }
  const rules = config.forbidden.map((rule) => rule.name)
  const general = rules.filter((name) => !name.endsWith('-looks-down-only'))
  const found = new Set(brokenHouse().map((violation) => violation.rule.name))
  // meetings looks up at ledger, groups looks sideways at ledger.
  const expected = [...general, 'meetings-looks-down-only', 'groups-looks-down-only']
  expect([...found].sort()).toEqual(expected.sort())
  expect(general.length).toBeGreaterThan(10)
}, 300_000)

test('the fence sees through a chain of imports, and counts types', () => {
  const lines = brokenHouse().map(told)
  const slice = 'src/capabilities/meetings'
  expect(lines).toContain(
    `browser-reaches-no-server: ${slice}/screens/Bad.tsx -> ${slice}/words.ts -> ${slice}/store.ts`,
  )
  expect(lines).toContain(`through-the-door: src/capabilities/ledger/api.ts -> ${slice}/store.ts`)
}, 300_000)

test('the fence knows the rooms of a slice: their screens, their paper, their rules and their stores', () => {
  const lines = brokenHouse().map(told)
  const slice = 'src/capabilities/meetings'
  const chain = `${slice}/words.ts -> ${slice}/store.ts`
  expect(lines).toEqual(
    expect.arrayContaining([
      `browser-reaches-no-server: ${slice}/library/screens/Shelf.tsx -> ${chain}`,
      `browser-reaches-no-server: ${slice}/measure/print/Sheet.tsx -> ${chain}`,
      `server-reaches-no-browser: ${slice}/library/store-form.ts -> ${slice}/visits/print/List.tsx`,
      `rules-are-pure: ${slice}/measure/measure-rules.ts -> ${slice}/reading.ts -> fs`,
      `through-the-door: src/capabilities/ledger/peek.ts -> ${slice}/library/form.ts`,
      `through-the-door: src/capabilities/ledger/paper.ts -> ${slice}/visits/print/List.tsx`,
    ]),
  )
}, 300_000)
