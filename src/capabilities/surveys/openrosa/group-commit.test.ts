import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Crowded, GroupCommit } from './group-commit.ts'

test('whatever comes in whatever order, each is answered once with its own, and one that is poisoned fails alone', async () => {
  const arrivals = fc.array(
    fc.record({ wait: fc.nat(3), place: fc.constantFrom('a', 'b', 'c'), poisoned: fc.boolean() }),
    {
      maxLength: 30,
    },
  )
  await fc.assert(
    fc.asyncProperty(arrivals, fc.infiniteStream(fc.nat(4)), async (jobs, elsewhere) => {
      const committed: number[] = []
      const atWork = new Set<string>()
      const commits = new GroupCommit<number, number>(
        async (batches, waits) => {
          // Somebody else may be at work in a place.
          const held = batches.filter(() => waits || elsewhere.next().value !== 0)
          for (const { place } of batches) expect(atWork.has(place), 'one transaction a place').toBe(false)
          for (const { place } of batches) atWork.add(place)
          await new Promise((done) => setImmediate(done))
          for (const { place } of batches) atWork.delete(place)
          const mine = held.flatMap((batch) => batch.jobs)
          if (mine.some((n) => jobs[n]?.poisoned)) throw new Error('poisoned')
          committed.push(...mine)
          return batches.map((batch) => (held.includes(batch) ? batch.jobs : null))
        },
        () => true,
        { batch: 5, waiting: 100 },
      )
      const answers = await Promise.allSettled(
        jobs.map(async ({ wait, place }, n) => {
          for (let tick = 0; tick < wait; tick++) await new Promise((done) => setImmediate(done))
          return commits.add(place, n)
        }),
      )
      for (const [n, answer] of answers.entries()) {
        expect(answer.status).toBe(jobs[n]?.poisoned ? 'rejected' : 'fulfilled')
        if (answer.status === 'fulfilled') expect(answer.value).toBe(n)
      }
      expect(committed.toSorted((a, b) => a - b)).toEqual(jobs.flatMap((job, n) => (job.poisoned ? [] : [n])))
    }),
    { numRuns: 50 },
  )
})

test('a village in which somebody is at work keeps no other village waiting', async () => {
  let leave = () => {}
  const left = new Promise<void>((done) => {
    leave = done
  })
  const commits = new GroupCommit<string, string>(
    async (batches, waits) => {
      if (waits) await left
      return batches.map(({ place, jobs }) => (place === 'busy' && !waits ? null : jobs))
    },
    () => true,
  )
  const [first, second] = [commits.add('busy', 'Ngatinah'), commits.add('busy', 'Slamet')]
  expect(await commits.add('calm', 'Lestari')).toBe('Lestari')
  expect(await commits.add('calm', 'Wibowo')).toBe('Wibowo')
  leave()
  expect(await Promise.all([first, second])).toEqual(['Ngatinah', 'Slamet'])
})

test('what passes by itself fails the whole batch, without trying each; and a crowd is turned away', async () => {
  let tried = 0
  const full = new GroupCommit<number, number>(
    async () => {
      tried += 1
      throw new Error('the disk is full')
    },
    () => false,
    { batch: 10, waiting: 3 },
  )
  const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => full.add('a', n)))
  expect(tried).toBe(1)
  expect(answers.map((answer) => answer.status)).toEqual(Array(4).fill('rejected'))
  expect((answers[3] as PromiseRejectedResult).reason).toBeInstanceOf(Crowded)
})

test('who is alone is not kept waiting; those who were answered together come together again', async () => {
  const sizes: number[] = []
  const commits = new GroupCommit<number, number>(
    async ([batch]) => {
      sizes.push(batch?.jobs.length ?? 0)
      await new Promise((done) => setTimeout(done, 20))
      return [batch?.jobs ?? []]
    },
    () => true,
  )
  for (let n = 0; n < 3; n++) await commits.add('a', n)
  expect(sizes).toEqual([1, 1, 1])
  const phone = async (n: number) => {
    for (let times = 0; times < 10; times++) {
      await commits.add('a', n)
      // As long as it takes to hear the answer and to send the next.
      for (let turn = 0; turn < n % 3; turn++) await new Promise((done) => setImmediate(done))
    }
  }
  await Promise.all(Array.from({ length: 16 }, (_, n) => phone(n)))
  // 160 by sixteen phones: without gathering, groups would be half of them.
  expect(sizes.length - 3).toBeLessThan(17)
})
