import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import {
  codeLength,
  codeLetters,
  codeOf,
  freeCode,
  mistakenLetter,
  qrText,
  readCode,
  spacedCode,
} from './code.ts'
import { elementsFor, elementsHere, elementsToChoose, impliedElements, withImpliedHeads } from './elements.ts'
import { present, stamp } from './meetings.testing.ts'
import { withdrawn } from './steps.ts'
import { countsDiffer, sameNames, tallyOf, tallyOfNames } from './tally.ts'

const meeting = newId()
const anyone = fc.record({
  sex: fc.constantFrom('female' as const, 'male' as const),
  poor: fc.boolean(),
  elements: fc.array(fc.constantFrom('rt_heads', 'youth', 'elders'), { maxLength: 3 }),
  person: fc.option(fc.constantFrom(newId(), newId(), newId()), { nil: null }),
})

test('women and men are all who were there, and no part is larger than the whole', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 60 }), (people) => {
      const tally = tallyOfNames(people.map((each) => present(meeting, each)))
      expect(tally.women + tally.men).toBe(tally.total)
      expect(tally.poor).toBeLessThanOrEqual(tally.total)
      for (const heads of Object.values(tally.elements)) expect(heads).toBeLessThanOrEqual(tally.total)
    }),
  )
})

test('the order in which names arrive changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyone, { maxLength: 20 }), (people) => {
      const rows = people.map((each) => present(meeting, each))
      expect(tallyOfNames([...rows].reverse())).toEqual(tallyOfNames(rows))
    }),
  )
})

test('a person on record who was checked in on two phones counts once', () => {
  const person = newId()
  const twice = [present(meeting, { person, walkIn: false }), present(meeting, { person, walkIn: false })]
  expect(tallyOfNames(twice).total).toBe(1)
})

test('a name that was withdrawn does not count', () => {
  const row = present(meeting)
  expect(tallyOf(null, [withdrawn(row, 'salah ketik', stamp)]).mode).toBe('none')
})

test('names and a head-count that differ are both shown', () => {
  const rows = [present(meeting)]
  expect(countsDiffer({ women: 1, men: 0, poor: 0, elements: {} }, rows)).toBe(false)
  expect(countsDiffer({ women: 2, men: 0, poor: 0, elements: {} }, rows)).toBe(true)
  expect(countsDiffer({ women: 2, men: 0, poor: 0, elements: {} }, [])).toBe(false)
})

test('Bu Siti Aminah and Hj. SITI AMINAH may be one person', () => {
  const [first, second, other] = ['Bu Siti Aminah', 'Hj. SITI AMINAH', 'Slamet'].map((name) =>
    present(meeting, { name }),
  )
  if (!first || !second || !other) throw new Error('three people')
  expect(sameNames([first, second, other])).toEqual(new Set([first.id, second.id]))
})

test('a code has six letters that cannot be mistaken, the same on every device', () => {
  const id = '01936d2e-7b4a-7c11-8f00-0123456789ab'
  expect(codeOf(id)).toBe(codeOf(id))
  fc.assert(
    fc.property(fc.uuid(), (each) => {
      const code = codeOf(each)
      expect(code).toHaveLength(codeLength)
      expect([...code].every((letter) => codeLetters.includes(letter))).toBe(true)
      expect(readCode(spacedCode(code).toLowerCase())).toBe(code)
      expect(readCode(qrText('person', code))).toBe(code)
    }),
  )
  for (const letter of '0O1IL2Z5S6G8BDQUV') expect(codeLetters).not.toContain(letter)
})

test('a thousand meetings have a thousand codes', () => {
  const taken = new Set<string>()
  for (let i = 0; i < 1000; i++) taken.add(freeCode(newId(), taken))
  expect(taken.size).toBe(1000)
})

test('a meeting whose code is taken gets its next candidate', () => {
  const id = newId()
  expect(freeCode(id, new Set([codeOf(id)]))).toBe(codeOf(id, 1))
})

test('what is not a code is not read as one', () => {
  expect(readCode('ABC')).toBeNull()
  expect(readCode('OOOOOO')).toBeNull()
  expect(mistakenLetter('AC0')).toBe('0')
  expect(mistakenLetter('ac 3')).toBeNull()
})

test('the elements of a programme come first, and none stands there under two ids', () => {
  const programme = { elements: [{ id: 'rt_heads', title: { id: 'Ketua RT', en: 'RT heads' } }] }
  const ids = elementsFor(programme).map((each) => each.id)
  expect(ids[0]).toBe('rt_heads')
  expect(ids).not.toContain('rt')
  expect(ids).toContain('disabled')
  expect(elementsHere(['rt', 'youth', 'unknown'], new Set(ids))).toEqual(['rt_heads', 'youth'])
})

test('a poor woman is counted among the poor and the women where the programme asks for them', () => {
  const programme = { elements: ['women', 'poor_residents'].map((id) => ({ id, title: { id, en: id } })) }
  expect(impliedElements('female', true, ['rt'], programme)).toEqual(['rt', 'women', 'poor_residents'])
  expect(impliedElements('male', false, [], programme)).toEqual([])
  expect(impliedElements('female', true, [], null)).toEqual([])
  const heads = { women: 3, men: 2, poor: 1, elements: {} }
  expect(withImpliedHeads(heads, programme).elements).toEqual({ women: 3, poor_residents: 1 })
  expect(elementsToChoose(programme.elements, programme)).toEqual([])
})
