// How long `npm start` takes to be ready: the first time (empty data folder) and every other time. Goal for the latter:
// 5 s. Building the web app and installing are not part of it.      Run: node scripts/node.mjs bench/start.ts
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, ratio } from './house.ts'

const goalSeconds = 5
const warmRounds = 3
const main = fileURLToPath(new URL('../src/apps/server/main.ts', import.meta.url))

/** Seconds from starting the process until it says that it is ready. */
function start(folder: string, words: readonly string[]): Promise<number> {
  const began = performance.now()
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [main, ...words], { env: { ...env, REMBUG_DATA: folder, PORT: '0' } })
  let text = ''
  let seconds = Number.NaN
  const hear = (chunk: Buffer) => {
    text += chunk.toString()
    if (!text.includes('ready:') || !Number.isNaN(seconds)) return
    seconds = (performance.now() - began) / 1000
    child.kill('SIGTERM')
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((done, failed) =>
    child.once('close', () => (Number.isNaN(seconds) ? failed(new Error(text)) : done(seconds))),
  )
}

const table: Record<string, Record<string, string>> = {}
for (const words of [[], ['--demo']]) {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-start-'))
  const name = words.length > 0 ? 'demonstration' : 'empty house'
  const cold = await start(folder, words)
  const warm: number[] = []
  for (let round = 0; round < warmRounds; round++) warm.push(await start(folder, words))
  table[`${name}, first time`] = { seconds: cold.toFixed(1), 'to the goal': '-' }
  table[`${name}, again`] = {
    seconds: median(warm).toFixed(1),
    'to the goal': ratio(median(warm), goalSeconds),
  }
  rmSync(folder, { recursive: true, force: true })
  rmSync(`${folder}-demo`, { recursive: true, force: true })
}
console.log(`npm start until ready (goal for every start but the first: ${goalSeconds} s)`)
console.table(table)
