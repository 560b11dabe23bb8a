import { expect, test } from 'vitest'
import { behindWord, forgetTyped, isLostWord, wordFor } from './use-filters.ts'

test('what may stand in no address goes by a word that says nothing, until the phone is locked', () => {
  const wish = JSON.stringify([{ question: 'head', has: 'Ngatinem' }])
  const word = wordFor(wish)
  expect(word).toMatch(/^[0-9a-f]{8}$/)
  expect([wordFor(wish), behindWord(word), behindWord(wish)]).toEqual([word, wish, ''])
  expect([word, wish, ''].map(isLostWord)).toEqual([false, true, false])
  forgetTyped()
  expect(behindWord(word)).toBe('')
  // A page that was loaded anew says so rather than show everything as if it were filtered.
  expect(isLostWord(word)).toBe(true)
})
