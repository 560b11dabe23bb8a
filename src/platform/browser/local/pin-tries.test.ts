// What somebody who found a phone, and types PINs into it, can do about the waits between them.
import { expect, test } from 'vitest'
import { type Count, PinTries, waitAfter } from './pin-tries.ts'

/** A phone: the count that lies on it, its pages, and seconds that pass. */
function phone() {
  let kept = 0
  let seconds = 0
  let judged = 0
  const count: Count = {
    read: async () => kept,
    write: async (tries) => {
      kept = tries
    },
  }
  const page = () => {
    const tries = new PinTries(() => seconds * 1000)
    const type = async (pin: string) =>
      tries.judge('copy', count, async () => {
        judged += 1
        return pin === '271945' ? 'open' : null
      })
    return { type, left: () => tries.left('copy', kept) }
  }
  const pass = (more: number) => {
    seconds += more
  }
  return { page, pass, tries: () => kept, judged: () => judged, kill: count }
}

async function wrong(page: { type: (pin: string) => Promise<unknown> }, times: number) {
  for (let n = 0; n < times; n++) await page.type('000000')
}

test('two slips cost nothing, and from the third on each costs twice as long, up to an hour', async () => {
  expect([0, 1, 2, 3, 4, 5, 10, 11, 40].map(waitAfter)).toEqual([0, 0, 0, 15, 30, 60, 1920, 3600, 3600])
  const { page, pass } = phone()
  const own = page()
  await wrong(own, 2)
  expect(await own.type('271945')).toEqual({ opened: 'open' })
  await wrong(own, 3)
  expect(await own.type('271945')).toEqual({ waitSeconds: 15 })
  pass(14.5)
  expect(await own.type('271945')).toEqual({ waitSeconds: 1 })
  pass(0.5)
  expect(await own.type('271945')).toEqual({ opened: 'open' })
})

test('the right PIN forgets the wrong ones', async () => {
  const { page, tries } = phone()
  const own = page()
  await wrong(own, 2)
  await own.type('271945')
  expect(tries()).toBe(0)
})

test('the app opened anew waits anew, and not less', async () => {
  const { page, pass } = phone()
  await wrong(page(), 3)
  pass(10)
  const anew = page()
  expect(anew.left()).toBe(15)
  expect(await anew.type('271945')).toEqual({ waitSeconds: 15 })
})

test('a try that was killed while it was judged counts', async () => {
  const { page, tries } = phone()
  const own = page()
  await wrong(own, 1)
  // Judged in a page that is gone before it hears the answer.
  const { kill } = phone()
  await expect(
    new PinTries(() => 0).judge('copy', kill, () => Promise.reject(new Error('killed'))),
  ).rejects.toThrow('killed')
  expect(await kill.read()).toBe(1)
  expect(tries()).toBe(1)
})

test('five tabs, one after the other, try no more than one does', async () => {
  const { page, pass, judged } = phone()
  const tabs = Array.from({ length: 5 }, page)
  // All of them have waited for what came before.
  for (const tab of tabs) await wrong(tab, 1)
  expect(judged()).toBe(3)
  pass(15)
  for (const tab of tabs) await wrong(tab, 1)
  expect(judged()).toBe(4)
  // Who heard of the fourth try only now waits from now on.
  for (const tab of tabs.slice(1)) expect(tab.left()).toBeGreaterThanOrEqual(15)
})
