import { expect, test } from 'vitest'
import { fetched } from './use-fetched.tsx'

test('what does not come is said to be missing, and nothing is thrown at the screen', async () => {
  expect(await fetched(() => Promise.reject(new TypeError('no line')))).toEqual({ got: null, missing: true })
  expect(
    await fetched(
      async () => 'half',
      () => false,
    ),
  ).toEqual({ got: 'half', missing: true })
  expect(await fetched(async () => 'all')).toEqual({ got: 'all', missing: false })
})
