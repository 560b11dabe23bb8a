import { expect, test } from 'vitest'
import { during, endable } from './doing.ts'
import { Once } from './once.ts'

test('what several wait for is done once, and goes on when the first of them leaves', async () => {
  const once = new Once<string>()
  const done = Promise.withResolvers<string>()
  let [begun, ended] = [0, 0]
  const work = () => {
    begun += 1
    return endable(
      () => void ended++,
      () => done.promise,
    )
  }
  const [first, leave] = during('first', (leaving) => [once.do('same', work), leaving] as const)
  const second = during('second', () => once.do('same', work))
  leave()
  done.resolve('done')
  expect(await Promise.all([first, second])).toEqual(['done', 'done'])
  expect([begun, ended]).toEqual([1, 0])
  expect(await once.do('same', () => Promise.resolve('anew'))).toBe('anew')
})
