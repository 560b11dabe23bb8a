import { expect, test } from 'vitest'
import { headIn, headLineOf, headsIn, shortHash } from './head.ts'

const hash = '1a2b3c4d5e6f7a8b'.repeat(4)
const [place, seq] = ['34.71.04.1001', 1234] as const

test('a head is read as verify prints it, and as it stands in the footer of a paper', () => {
  const whole = { place, seq, hash }
  expect(headIn(headLineOf(whole))).toEqual(whole)
  expect(headIn(`34.71.04.1001     1.234  ${hash}`)).toEqual(whole)
  const short = { ...whole, hash: hash.slice(0, 16) }
  for (const line of [
    `Log 34.71.04.1001 · no. 1.234 · ${shortHash(hash)} · 12 Juni 2012`,
    `34.71.04.1001 1234 ${shortHash(hash)}`,
    `34.71.04.1001, 1234, ${shortHash(hash).replaceAll(' ', '-')} (12 Juni 2012)`,
  ])
    expect(headIn(line)).toEqual(short)
  expect(headIn(`ID 7 ${hash}`)).toEqual({ place: 'ID', seq: 7, hash })
})

test('who types fewer digits than tell one log from another has typed no head', () => {
  expect(
    headsIn(`34.71.04.1001 12 1a2b 3c4d\nBerita acara 12 Juni 2012\n34.71.04.1001 12 1a2b 3c4d 5e6f`),
  ).toEqual([{ place, seq: 12, hash: '1a2b3c4d5e6f' }])
})
