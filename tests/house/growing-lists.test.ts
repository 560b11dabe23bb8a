// A row travels whole to every phone of its place, so each list in one that commands let grow takes so many and no more.
import { expect, test } from 'vitest'
import { isTest, text, tracked } from './source.ts'

/** Bounded elsewhere: by what the list is about. */
const bounded: Record<string, string> = {
  alsoFor: 'servingMost programmes',
  history: 'ownMost entries of a kind by one account',
  signings: 'each names volunteers of a roll that nobody has signed for yet',
}

test('a list that a command adds to has a most, and a refusal that says so', () => {
  const files = tracked('src/capabilities/*.ts').filter((file) => !isTest(file))
  // What a command does to a row is written in these; elsewhere lists are only put together.
  const deeds = files.filter((file) => /\/(steps|apply[\w-]*|changes)\.ts$/.test(file))
  const all = (among: readonly string[], pattern: RegExp) =>
    among.flatMap((file) => [...text(file).matchAll(pattern)].map(([, name = '']) => name))
  const grows = [
    ...all(deeds, /\b(\w+): \[\.\.\.\(?\w+\??\.\1\b/g),
    ...all(deeds, /return \[\.\.\.row\.(\w+), \{/g),
  ]
  const capped = new Set(all(files, /\bfull\((?:\{ length: )?\w+\??\.(\w+)/g))
  expect(grows).toEqual(expect.arrayContaining(['photos', 'dispositions', 'history', 'postponements']))
  expect(grows.filter((name) => !capped.has(name) && !(name in bounded))).toEqual([])
})
