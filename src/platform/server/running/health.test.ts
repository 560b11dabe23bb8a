import { expect, test } from 'vitest'
import { Health, type Probe, well } from './health.ts'
import { judgeRoom } from './probes.ts'

const fine = async () => well(['Baik.', 'Well.'])
const probe = (part: string, look: Probe['look'], more: Partial<Probe> = {}): Probe => ({
  ...{ part, look, vital: true },
  ...more,
})
const conditions = async (health: Health) =>
  Object.fromEntries((await health.report()).parts.map(({ part, condition }) => [part, condition]))

test('a part that never answers is named as soon as patience ends, and is not asked again on top', async () => {
  let asked = 0
  const hang = () => {
    asked += 1
    return new Promise<never>(() => undefined)
  }
  const health = new Health([probe('database', fine), probe('nodes', hang)], 20)
  expect(await conditions(health)).toEqual({ database: 'well', nodes: 'fault' })
  await new Promise((later) => setTimeout(later, 600))
  expect((await health.report()).ready).toBe(false)
  expect(asked).toBe(1)
})

test('while the database is down, what needs it is not known, and what does not is still told', async () => {
  const health = new Health([
    probe('migrations', fine, { needsDatabase: true, vital: false }),
    probe('database', () => Promise.reject(new Error('gone'))),
    probe('disk', fine),
  ])
  expect(await conditions(health)).toEqual({ database: 'fault', disk: 'well', migrations: 'warning' })
})

test('a part that is not vital does not make the server unready', async () => {
  const failing = probe('checking', () => Promise.reject(new Error('x')), { vital: false })
  expect((await new Health([failing]).report()).ready).toBe(true)
})

test('a hundred questions at once are one look', async () => {
  let looks = 0
  const health = new Health([probe('disk', async () => well([`${++looks}`, '']))])
  await Promise.all(Array.from({ length: 100 }, () => health.report()))
  expect(looks).toBe(1)
})

test('a disk is full by bytes or by number of files; one that counts no files is judged by bytes', () => {
  const room = { free: 50e9, total: 100e9, inodes: 1000, freeInodes: 900 }
  const judged = (change: Partial<typeof room>) => judgeRoom({ ...room, ...change }, '/data').condition
  expect(judged({})).toBe('well')
  expect(judged({ free: 1e9 })).toBe('warning')
  expect(judged({ free: 10e6 })).toBe('fault')
  expect(judged({ freeInodes: 40 })).toBe('warning')
  expect(judged({ freeInodes: 5 })).toBe('fault')
  expect(judged({ inodes: 0, freeInodes: 0 })).toBe('well')
})
