// What `npm test` runs: types, lint, every test of source, database and house, then the journeys in a browser.
// `npm test -- tests journeys` runs only those steps. The last line is the sum, alone, for machines that read it.
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookForChromium } from './browser.mjs'
import { nodeBinary } from './node.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const reports = 'dist/test-reports'
const total = { passed: 0, failed: 0, skipped: 0 }
/** What did not run, or went wrong, in words for the end. */
const notes = []
/** Something that must fail the run although no test failed. */
let broken = false

/** @param {string[]} args @param {Record<string, string>} env */
function node(args, env = {}) {
  return spawnSync(nodeBinary(), args, { stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
}

/** A tool that says only yes or no counts as one test. */
function check(name, args) {
  const ok = node(args) === 0
  total[ok ? 'passed' : 'failed'] += 1
  if (!ok) notes.push(`${name} failed`)
}

/** Runs vitest and adds what it counted; a run that ends without a report, or counted nothing, is a failure. */
function vitest(name, args, env) {
  const report = `${reports}/${name}.json`
  rmSync(report, { force: true })
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = node(['node_modules/vitest/vitest.mjs', 'run', ...args, ...output], env)
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numTotalTests: all = 0 } = result
  // A file that cannot even be loaded holds no tests to fail.
  const unloaded = (result.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.length,
  )
  total.passed += passed
  total.failed += failed + unloaded.length
  total.skipped += all - passed - failed
  for (const file of unloaded) notes.push(`${name}: could not load ${file.name.replace(process.cwd(), '.')}`)
  if (failed > 0) notes.push(`${name}: ${failed} failed`)
  if (passed === 0) notes.push(`${name}: not one test passed`)
  else if (status !== 0 && failed + unloaded.length === 0) notes.push(`${name}: vitest ended with ${status}`)
  if (status !== 0 || passed === 0) broken = true
}

/** On a PostgreSQL server, what never opens it is not played twice: the compiler, the house, the embedded engine's own, the pages of a form. */
const elsewhere = process.env.DATABASE_URL
  ? ['src/xlsform/**', 'tests/house/**', 'tests/database/**', '**/filling.journey.ts'].flatMap((files) => [
      '--exclude',
      files,
    ])
  : []

async function journeys() {
  const files = readdirSync('tests/journeys').filter((name) => name.endsWith('.journey.ts'))
  if (files.length === 0) {
    broken = true
    return notes.push('journeys: there are none in tests/journeys')
  }
  const { found, why } = await lookForChromium()
  if (!found) return noBrowser(files.length, why)
  console.log(`Journeys in ${found.executablePath} (${found.from})`)
  const config = ['--config', 'tests/journeys/vitest.config.ts']
  vitest('journeys', [...config, ...elsewhere], { REMBUG_CHROMIUM: JSON.stringify(found) })
}

function noBrowser(count, why) {
  const allowed = process.env.REMBUG_ALLOW_NO_BROWSER === '1'
  if (!allowed) broken = true
  total.skipped += count
  notes.push(`JOURNEYS DID NOT RUN: no Chromium starts here (${count} files of journeys left out).`)
  notes.push(...why.map((line) => `  ${line}`))
  notes.push(
    '  Install chromium, or set CHROMIUM to one; REMBUG_ALLOW_NO_BROWSER=1 lets the rest count without it.',
  )
}

const typescript = (side) => ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${side}.json`]
const steps = {
  types: () => {
    check('types of the server', typescript('server'))
    check('types of the browser', typescript('browser'))
    check('types of the journeys', typescript('journeys'))
  },
  lint: () => check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  tests: () => vitest('tests', elsewhere),
  // `npm test` has built it before (scripts/ensure.mjs); without it the journeys would open an old page, or none.
  build: () => {
    if (existsSync('dist/web/.built')) return
    broken = true
    notes.push('build: the web app is not built; run npm run build')
  },
  journeys,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}
mkdirSync(reports, { recursive: true })
const started = Date.now()
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name} (${Math.round((Date.now() - started) / 1000)} s)`)
  await step()
}

console.log(`\nDone in ${Math.round((Date.now() - started) / 1000)} s.`)
for (const note of notes) console.log(note)
if (broken && total.failed === 0) total.failed = 1
const { REMBUG_TEST_TOTALS: totals } = process.env
// .ci/run adds several runs and says the sum itself.
if (totals) appendFileSync(totals, `${total.passed} ${total.failed} ${total.skipped}\n`)
const sum = `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`
console.log(totals ? `This run: ${sum}` : sum)
process.exitCode = total.failed > 0 ? 1 : 0
