// What counts as somebody's own word, over all capabilities.
import { expect, test } from 'vitest'
import { serverCapabilities } from './capabilities.ts'

test('every acknowledgement, signature and check is the word of a confirmed account', () => {
  const words = serverCapabilities.flatMap(({ commands = [] }) => commands.map((each) => each.command))
  const names = (some: typeof words) => some.map(({ name }) => name as string).sort()
  const isWord = (name: string) =>
    /^programmes\.sign$|\.(acknowledge(-roll)?|check-(?!in$)[a-z]+)$/.test(name)
  expect(names(words.filter(({ confirmed }) => confirmed))).toEqual(names(words).filter(isWord))
  const closing = words.find(({ name }) => name === 'programmes.sign')
  const asks = (as: string) => closing?.confirmed?.({ as } as never)
  expect([asks('submitted'), asks('acknowledged')]).toEqual([false, true])
})
