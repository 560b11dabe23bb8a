// Plays the unit tests on other days and in other time zones, under Debian's `faketime`, and prints what fails there:
//   node scripts/node.mjs bench/any-day.ts                         every clock, every test
//   node scripts/node.mjs bench/any-day.ts new-year src/kernel     one clock, one folder
// A slow machine is not another day: tests may take ten times as long as `npm test` lets them.
// The clock that only counts on (CLOCK_MONOTONIC) stays true: a timer that waits for another day never fires.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { onThisMachine } from '../scripts/browser.mjs'

type Clock = { what: string; at: Date; zone: string }
type Report = {
  numPassedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

const patience = ['--testTimeout=300000', '--hookTimeout=900000']
const aDay = 86_400_000
const now = new Date()
const inJakarta = (day: string, clock: string) => new Date(`${day}T${clock}:00+07:00`)
/** The first of these moments, one for each year from this one on, that is still to come. */
function next(moment: (year: number) => Date): Date {
  for (let year = now.getUTCFullYear(); ; year++) if (moment(year) > now) return moment(year)
}
const leapYear = (year: number) => Math.ceil(year / 4) * 4
const tomorrow = new Date(now.getTime() + aDay).toISOString().slice(0, 10)

const clocks: Record<string, Clock> = {
  leap: {
    what: 'on 29 February',
    at: next((year) => inJakarta(`${leapYear(year)}-02-29`, '12:00')),
    zone: 'Asia/Jakarta',
  },
  'new-year': {
    what: 'ten minutes before New Year in Jakarta, on a machine in Papua',
    at: next((year) => inJakarta(`${year}-12-31`, '23:50')),
    zone: 'Asia/Jayapura',
  },
  papua: {
    what: 'when it is the next day in Papua already',
    at: inJakarta(tomorrow, '22:30'),
    zone: 'Asia/Jayapura',
  },
  utc: {
    what: 'when it is still the day before in UTC, where the machine is',
    at: inJakarta(tomorrow, '02:00'),
    zone: 'UTC',
  },
  later: { what: '400 days on', at: new Date(now.getTime() + 400 * aDay), zone: 'Asia/Jakarta' },
}

/**
 * Chromium on the true clock, where it is installed: under a false one its threads never sleep and starve all others.
 * What is printed is put together before it, by the tests' own clock.
 */
function trueBrowser(folder: string): NodeJS.ProcessEnv {
  const found = process.env.CHROMIUM || onThisMachine()[0]
  if (!found) return {}
  const script = join(folder, 'chromium')
  writeFileSync(script, `#!/bin/sh\nunset LD_PRELOAD FAKETIME\nexec '${found}' "$@"\n`, { mode: 0o700 })
  return { CHROMIUM: script }
}

/** What fails on this clock, a line each; empty where all pass. */
function failing({ at, zone }: Clock, paths: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-any-day-'))
  const report = join(folder, 'report.json')
  // An offset and not a start: every process that vitest opens shares it. Not faketime's library for threads, whose lock
  // makes each look at the clock thirty times as dear: where the offset never changes there is nothing to lock.
  const offset = `${at > now ? '+' : ''}${Math.round((at.getTime() - Date.now()) / 1000)}`
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--reporter=json', ...patience]
  spawnSync(
    'faketime',
    ['--exclude-monotonic', '-f', offset, process.execPath, ...vitest]
      .concat(`--outputFile.json=${report}`)
      .concat(paths),
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...{ ...process.env, ...trueBrowser(folder) },
        ...{ TZ: zone, NO_FAKE_STAT: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
      },
    },
  )
  const found = existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as Report) : null
  rmSync(folder, { recursive: true })
  if (!found) return ['vitest ended without a report']
  const fails = found.testResults.flatMap((file) => {
    const name = relative(process.cwd(), file.name)
    const failed = file.assertionResults.filter((each) => each.status === 'failed')
    if (failed.length === 0 && file.status === 'failed') return [`${name}: ${firstLine(file.message)}`]
    return failed.map((each) => `${name}: ${each.fullName}\n      ${firstLine(each.failureMessages[0])}`)
  })
  console.log(`  ${found.numPassedTests} passed, ${fails.length} failed`)
  return fails.length === 0 && found.numPassedTests === 0 ? ['not one test passed'] : fails
}

const firstLine = (text = '') => text.split('\n')[0] ?? ''

if (spawnSync('faketime', ['--help'], { stdio: 'ignore' }).error) {
  console.error(
    'There is no faketime on this machine (on Debian: apt-get install faketime): nothing was played.',
  )
  process.exit(2)
}
const asked = process.argv.slice(2)
const chosen = asked.filter((each) => each in clocks)
const paths = asked.filter((each) => !(each in clocks))
let failed = 0
for (const [name, clock] of Object.entries(clocks)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  console.log(`${name}: ${clock.at.toISOString()}, ${clock.zone}: ${clock.what}`)
  const began = performance.now()
  const fails = failing(clock, paths)
  for (const each of fails) console.log(`    ${each}`)
  console.log(`  ${Math.round((performance.now() - began) / 1000)} s`)
  failed += fails.length
}
process.exitCode = failed > 0 ? 1 : 0
