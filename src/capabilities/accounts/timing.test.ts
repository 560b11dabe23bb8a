import { afterAll, beforeAll, expect, it, vi } from 'vitest'

const verified: string[] = []
vi.mock('./hashing.ts', async (original) => {
  const real = await original<typeof import('./hashing.ts')>()
  return {
    ...real,
    passwordFits: (stored: string, password: string) => {
      verified.push(stored)
      return real.passwordFits(stored, password)
    },
  }
})

const { accountsHouse } = await import('./accounts.testing.ts')
const { dummyHash, fieldCost, passwordFits } = await import('./hashing.ts')
let house: Awaited<ReturnType<typeof accountsHouse>>
beforeAll(async () => {
  house = await accountsHouse()
})
afterAll(() => house.close())

it('an unknown name costs one argon2id of the same price as a known one', async () => {
  const { user } = await house.account([{ role: 'volunteer', place: '34.71.04.1001' }])
  const price = (stored: string) => stored.split('$').slice(0, 4).join('$')
  for (const name of [user, 'tidak.ada', '081234567890']) {
    verified.length = 0
    await house.browser().signIn(name, 'bukan-kata-sandinya')
    expect(verified.map(price), name).toEqual(['$argon2id$v=19$m=64,t=1,p=1'])
  }
  expect(price(await dummyHash(fieldCost))).toBe('$argon2id$v=19$m=19456,t=2,p=1')
  expect(await passwordFits(await dummyHash(fieldCost), 'apa pun')).toBe(false)
})
