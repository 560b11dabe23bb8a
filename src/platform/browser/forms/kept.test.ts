import Dexie from 'dexie'
import { expect, test, vi } from 'vitest'
import { whyNotKept } from './kept.ts'

vi.spyOn(console, 'error').mockImplementation(() => undefined)

test('what lies on the phone needs no word', async () => {
  expect(await whyNotKept(async () => 'an id')).toBeNull()
})

test('a full phone is called full, also where the database wraps what the browser said', async () => {
  const plain = new DOMException('', 'QuotaExceededError')
  const wrapped = new Dexie.AbortError('the transaction was ended', plain)
  for (const reason of [plain, wrapped])
    expect(await whyNotKept(() => Promise.reject(reason))).toMatch(/penuh.*belum tersimpan/)
})

test('another reason is not called full, and a tap that threw at once is told as well', async () => {
  const broken = () => {
    throw new Error('broken')
  }
  expect(await whyNotKept(broken)).toMatch(/belum dapat menyimpannya/)
})
