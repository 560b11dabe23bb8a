// Test files share processes, and a second engine plays only what differs there. Neither may hide anything.
import { afterAll, expect, test } from 'vitest'
import { journeysOnAServer, testsOnAServer } from '../../scripts/engines.mjs'
import { failures, neverBegun, slowest } from '../../scripts/report.mjs'
import { testHouse } from '../../src/apps/server/village.testing.ts'
import { declareDemo } from '../../src/platform/server/installation.ts'
import { leftBehind, whatNow } from '../leaving.ts'
import { text, tracked } from './source.ts'

afterAll(() => declareDemo(false))

const tests = tracked(
  'src/*.test.ts',
  'tests/house/*.test.ts',
  'tests/database/*.test.ts',
  'tests/xlsform-cases/*.test.ts',
)
const again = testsOnAServer()

test('whatever opens a test database is played again on a server', () => {
  const opening = /\b(testHouse|testDatabase|accountsHouse|volunteersHouse|peopleHouse|tablesHouse)\(/
  const forgotten = tests.filter((file) => opening.test(text(file)) && !again.includes(file))
  expect(forgotten).toEqual(['tests/house/harness.test.ts'].filter((file) => !again.includes(file)))
  for (const file of ['src/platform/server/intake.test.ts', 'src/apps/demo/demo.test.ts'])
    expect(again).toContain(file)
  // One that opens its house by a helper which it imports late.
  expect(again).toContain('src/capabilities/accounts/timing.test.ts')
})

test('what never asks for a server is not played twice', () => {
  expect(again.filter((file) => /^src\/xlsform|^tests\/database|rules\.test\.ts$/.test(file))).toEqual([])
  expect(again).not.toContain('src/apps/cli/cli.test.ts')
  expect(again.length).toBeGreaterThan(40)
  expect(again.length).toBeLessThan(tests.length)
  expect(tracked('tests/journeys/*.journey.ts')).toEqual(
    expect.arrayContaining(journeysOnAServer.map((name) => `tests/journeys/${name}`)),
  )
})

test('a house opened after another knows nothing of it, and no village is given twice', async () => {
  const rows = 'select count(*)::int as n from platform.log'
  const one = await testHouse([])
  const own = one.village().place
  await one.database.pool.query("create table public.left_behind as select 'here' as word")
  await one.close()
  const other = await testHouse([])
  expect((await other.database.pool.query("select to_regclass('public.left_behind') as found")).rows).toEqual(
    [{ found: null }],
  )
  expect((await other.database.pool.query(rows)).rows).toEqual([{ n: 0 }])
  const villages = Array.from({ length: 200 }, () => other.village().place)
  expect(new Set([own, ...villages]).size).toBe(201)
  await other.close()
})

test('a file that does not put back what it changed is found', () => {
  const before = whatNow()
  expect(leftBehind(before)).toEqual([])
  declareDemo()
  expect(leftBehind(before)).toEqual(['a demonstration'])
  declareDemo(false)
  const after = { ...before, env: { ...before.env, TZ: 'Asia/Jayapura' }, cwd: '/', fetch: null, now: null }
  const told = ["the environment's TZ", 'another working folder', 'another fetch', 'another clock']
  expect(leftBehind(before, { ...after, env: { ...after.env, TZ: `not ${before.env.TZ}` } })).toEqual(told)
})

test('the ten slowest are told in seconds, files and what is in them', () => {
  const file = (name: string, seconds: number) => ({
    name: `/house/${name}`,
    startTime: 1000,
    endTime: 1000 + seconds * 1000,
    assertionResults: [{ fullName: `${name} works`, duration: seconds * 900 }],
  })
  const told = slowest(
    Array.from({ length: 12 }, (_, i) => file(`f${i}`, i + 1)),
    '/house/',
  )
  expect(told).toHaveLength(22)
  expect(told[1]).toBe('    12.0  f11')
  expect(told[12]).toBe('    10.8  f11 works  (f11)')
  expect(told.join()).not.toContain('f1 ')
})

test('what failed is told with its reason, and a file that could not be loaded too', () => {
  const failed = {
    fullName: 'a meeting closes',
    status: 'failed',
    failureMessages: ['Error: no quorum\n at x'],
  }
  const times = { startTime: 0, endTime: 1 }
  const files = [
    {
      ...times,
      name: '/house/a.ts',
      status: 'passed',
      assertionResults: [{ fullName: 'well', status: 'passed' }],
    },
    { ...times, name: '/house/b.ts', status: 'failed', assertionResults: [failed] },
    {
      ...times,
      name: '/house/c.ts',
      status: 'failed',
      message: '\u001b[31mno such module\u001b[39m',
      assertionResults: [],
    },
  ]
  expect(failures(files, '/house/')).toEqual([
    'FAILED b.ts: a meeting closes',
    '    Error: no quorum',
    '     at x',
    'FAILED c.ts: could not be loaded',
    '    no such module',
  ])
})

test('only what was never begun is played once more: not what failed, and not what could not be loaded', () => {
  const file = { startTime: 0, endTime: 0, assertionResults: [] }
  const died = { ...file, name: 'died.test.ts', status: 'failed', message: '' }
  const threw = { ...file, name: 'threw.test.ts', status: 'failed', message: 'Cannot find module' }
  const failed = { ...died, name: 'failed.test.ts', assertionResults: [{ fullName: 'a', status: 'failed' }] }
  expect(neverBegun([died, threw, failed, { ...died, status: 'passed' }])).toEqual([died])
})
