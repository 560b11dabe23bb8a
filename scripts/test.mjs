// What `npm test` runs: types, lint, every test of source, database and house, then the journeys in a browser.
// `npm test -- tests journeys` runs only those steps. The last line is the sum, alone, for machines that read it.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookForChromium } from './browser.mjs'
import { journeysOnAServer, testsOnAServer } from './engines.mjs'
import { nodeBinary } from './node.mjs'
import { failures, neverBegun, slowest } from './report.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const reports = 'dist/test-reports'
const total = { passed: 0, failed: 0, skipped: 0 }
/** What did not run, or went wrong, in words for the end. */
const notes = []
/** What is worth knowing and failed nothing. */
const remarks = []
/** What took the time. */
const times = []
/** Something that must fail the run although no test failed. */
let broken = false

/** @returns {Promise<number | null>} how it ended */
const ended = (child) => new Promise((tell) => child.once('close', tell))

/** A tool that says only yes or no counts as one test. What it says comes in one piece: others run beside it. */
async function check(name, args) {
  const tool = spawn(nodeBinary(), args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [tool.stdout, tool.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text))
  const ok = (await ended(tool)) === 0
  process.stdout.write(said)
  total[ok ? 'passed' : 'failed'] += 1
  if (!ok) notes.push(`${name} failed`)
}

/** Runs vitest once: how it ended, its report, and each error outside every test, in lines. */
async function played(name, args, env) {
  const report = `${reports}/${name}.json`
  const outside = `${reports}/${name}.outside.json`
  for (const file of [report, outside]) rmSync(file, { force: true })
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const all = [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...args,
    ...output,
    '--reporter=./scripts/outside.mjs',
  ]
  const around = { ...process.env, ...env, REMBUG_TEST_OUTSIDE: outside }
  const status = await ended(spawn(nodeBinary(), all, { stdio: 'inherit', env: around }))
  const read = (file, otherwise) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise)
  return { status, result: read(report, {}), outside: read(outside, []) }
}

/**
 * Runs vitest and adds what it counted; a run that ends without a report, or counted nothing, is a failure. Files that were
 * never begun because their process ended (a busy machine, too little memory) are played once more, and it is said.
 */
async function vitest(name, args, env = {}) {
  const first = await played(name, args, env)
  const files = neverBegun(first.result.testResults ?? [])
  count(name, first, files)
  if (files.length === 0) return
  const config = args.includes('--config') ? args.slice(0, 2) : []
  const names = files.map((file) => file.name)
  remarks.push(
    `${name}: played once more, their process had ended: ${names.join(', ')}`,
    ...first.outside.flat(),
  )
  const again = await played(`${name}-again`, [...config, ...names], env)
  count(`${name}-again`, again)
}

/** `later`: files that the next run counts; a process that ended is one error, and any other is not excused by it. */
function count(name, { status, result, outside }, later = []) {
  const more = later.length > 0 && outside.length <= later.length
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, numTotalTests = 0 } = result
  const all = result.testResults ?? []
  const told = all.filter((file) => !later.includes(file))
  // A file that cannot even be loaded holds no tests to fail.
  const unloaded = told.filter((file) => file.status === 'failed' && !file.assertionResults.length)
  total.passed += passed
  total.failed += failed + unloaded.length
  total.skipped += numTotalTests - passed - failed
  const names = `${process.cwd()}/`.replaceAll('\\', '/')
  notes.push(...failures(told, names), ...(more ? [] : outside.flat()))
  if (passed === 0) notes.push(`${name}: not one test passed`)
  else if (!more && status !== 0 && failed + unloaded.length === 0)
    notes.push(`${name}: vitest ended with ${status}`)
  if ((!more && status !== 0) || failed > 0 || passed === 0) broken = true
  times.push(`\nOf ${name}:`, ...slowest(all, names))
}

const onAServer = Boolean(process.env.DATABASE_URL)

async function journeys() {
  const all = readdirSync('tests/journeys').filter((name) => name.endsWith('.journey.ts'))
  const files = onAServer ? all.filter((name) => journeysOnAServer.includes(name)) : all
  if (files.length === 0) {
    broken = true
    return notes.push('journeys: there are none in tests/journeys')
  }
  const { found, why } = await lookForChromium()
  if (!found) return noBrowser(files.length, why)
  console.log(`Journeys in ${found.executablePath} (${found.from})`)
  const config = ['--config', 'tests/journeys/vitest.config.ts']
  await vitest('journeys', [...config, ...files], { REMBUG_CHROMIUM: JSON.stringify(found) })
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

// The native compiler; the one before it (`typescript`) stays for the house tests, which read the source through it.
const typescript = (side) => ['node_modules/typescript-native/bin/tsc', '-p', `tsconfig.${side}.json`]
const steps = {
  types: () =>
    Promise.all(
      ['server', 'browser', 'worker', 'journeys'].map((side) =>
        check(`types of the ${side}`, typescript(side)),
      ),
    ),
  lint: () => check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']),
  tests: () => vitest('tests', onAServer ? testsOnAServer() : []),
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
/** On a server the one journey mostly waits for its browsers, so the tests run beside it. */
const beside = onAServer ? ['tests'] : []
const running = []
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n== ${name} (${Math.round((Date.now() - started) / 1000)} s)`)
  const done = step()
  if (beside.includes(name)) running.push(done)
  else await done
}
await Promise.all(running)

console.log(`\nDone in ${Math.round((Date.now() - started) / 1000)} s.`)
for (const line of [...times, '', ...remarks, ...notes]) console.log(line)
if (broken && total.failed === 0) total.failed = 1
const { REMBUG_TEST_TOTALS: totals } = process.env
// .ci/run adds several runs and says the sum itself.
if (totals) {
  appendFileSync(totals, `${total.passed} ${total.failed} ${total.skipped}\n`)
  appendFileSync(`${totals}.notes`, notes.map((line) => `${line}\n`).join(''))
}
const sum = `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`
console.log(totals ? `This run: ${sum}` : sum)
process.exitCode = total.failed > 0 ? 1 : 0
