import { getPriority } from 'node:os'
import { expect, test } from 'vitest'
import { Refused } from '../../../kernel/refusal.ts'
import { away, awayMost } from './away.ts'

const script = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'\n${code}`)}`,
  )
const echo = script('parentPort.postMessage(workerData)')
const forEver = script('for (;;);')

test('heavy work comes back with what it made, or with nothing when it goes on for too long or fails', async () => {
  expect(await away('siti', echo, { a: 1 })).toEqual({ a: 1 })
  expect(await away('siti', forEver, null, { patienceMs: 200, memoryMb: 64 })).toBeNull()
  expect(await away('siti', script('throw new Error("no")'), null)).toBeNull()
  expect(await away('siti', echo, 'again')).toBe('again')
})

test.runIf(process.platform === 'linux')('heavy work takes what processor time others leave', async () => {
  const own = script("import('node:os').then((os) => parentPort.postMessage(os.getPriority(0)))")
  expect(await away('siti', own, null)).toBe(Math.min(getPriority(0) + 10, 19))
})

test('nobody brings more at once than some, and that keeps nobody else away', async () => {
  const many = await Promise.allSettled(
    Array.from({ length: awayMost.atOnce + 2 }, () => away('budi', echo, 1)),
  )
  expect(many.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(2)
  const refused = many.find((each) => each.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(Refused)
  expect(await away('wati', echo, 2)).toBe(2)
})

test('reading what is asked for counts into its time, and what fails is said to whoever wants to know', async () => {
  const never = () => new Promise<never>(() => undefined)
  const [slow, next] = [away('rini', echo, never, { patienceMs: 200 }), away('wati', echo, 3)]
  expect(await Promise.all([slow, next])).toEqual([null, 3])
  await expect(away('rini', script('throw new Error("no")'), null, { failing: 'thrown' })).rejects.toThrow(
    'no',
  )
  await expect(away('rini', echo, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await away('rini', forEver, null, { patienceMs: 200, failing: 'thrown' })).toBeNull()
})
