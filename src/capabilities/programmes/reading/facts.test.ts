import { describe, expect, test } from 'vitest'
import { factCatalogue, factOf, optionsOf, slotsOf } from '../facts.ts'
import { shippedProgramme } from '../shipped.testing.ts'

const example = (pattern: string) => pattern.replace(/<\w+>/g, 'example')

describe('the catalogue of facts', () => {
  test('has each name once, and finds it again by any example of it', () => {
    const patterns = factCatalogue.map((each) => each.pattern)
    expect(new Set(patterns).size).toBe(patterns.length)
    for (const each of factCatalogue) expect(factOf(example(each.pattern))).toBe(each)
  })

  test('has no fact that is also the beginning of another', () => {
    const all = factCatalogue.map((each) => `${example(each.pattern)}.`)
    for (const one of all) expect(all.filter((other) => other !== one && other.startsWith(one))).toEqual([])
  })

  test('names every fact in both languages', () => {
    for (const { title } of factCatalogue) expect(title.id.length * title.en.length).toBeGreaterThan(0)
  })

  test('can give, in this release, what programmes, meetings, volunteers, people, letters, surveys, observations, workshops, institutions and maps know', () => {
    const available = new Set(factCatalogue.filter((each) => each.available).map((each) => each.from))
    expect([...available].sort()).toEqual([
      'institutions',
      'letters',
      'maps',
      'meetings',
      'observations',
      'people',
      'programmes',
      'surveys',
      'volunteers',
      'workshops',
    ])
    expect(factOf('grants.used_percent')?.available).toBe(false)
  })
})

test('a name says what it puts in the slots of its pattern', () => {
  const name = 'meeting.rkm.documents.minutes'
  const declaration = factOf(name)
  expect(declaration && slotsOf(name, declaration)).toEqual([
    { slot: 'meetings', value: 'rkm' },
    { slot: 'document', value: 'minutes' },
  ])
  expect(factOf('meeting.rkm.weather')).toBeUndefined()
  expect(factOf('meeting')).toBeUndefined()
})

test('a decision is one of those its meeting leaves', () => {
  const p2kp = shippedProgramme('p2kp-2006')
  expect(optionsOf('meeting.rkm.decision', p2kp)).toEqual(['siap', 'menolak'])
  expect(optionsOf('kat.category', p2kp)).toEqual(['i', 'ii', 'iii'])
  expect(optionsOf('meeting.rkm.held', p2kp)).toBeNull()
})
