// Test files share a process, so each leaves it as it found it: this looks before the first test and after the last.
import { afterAll } from 'vitest'
import { isDemo } from '../src/platform/server/installation.ts'

type Process = {
  env: Record<string, string | undefined>
  cwd: string
  demo: boolean
  fetch: unknown
  now: unknown
}

export function whatNow(): Process {
  const { fetch } = globalThis
  return { env: { ...process.env }, cwd: process.cwd(), demo: isDemo(), fetch, now: Date.now }
}

/** What a file did not put back, in words; the next file would be played in it. */
export function leftBehind(before: Process, after = whatNow()): string[] {
  const names = new Set([...Object.keys(before.env), ...Object.keys(after.env)])
  const env = [...names].filter((name) => before.env[name] !== after.env[name] && !name.startsWith('VITEST'))
  return [
    ...env.map((name) => `the environment's ${name}`),
    ...(before.cwd === after.cwd ? [] : ['another working folder']),
    ...(before.demo === after.demo ? [] : ['a demonstration']),
    ...(before.fetch === after.fetch ? [] : ['another fetch']),
    ...(before.now === after.now ? [] : ['another clock']),
  ]
}

const before = whatNow()
afterAll(() => {
  const left = leftBehind(before)
  if (left.length > 0) throw new Error(`this file leaves behind: ${left.join(', ')}`)
})
