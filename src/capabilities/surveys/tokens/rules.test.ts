import { describe, expect, test } from 'vitest'
import { mayEnd, mayRead, networkOf, staysWith, travelsSafely, whyNotEnd, whyNotIssue } from './rules.ts'
import { tokenPattern, tokensMost } from './token.ts'

const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)
const standing = { surveyHere: true, running: 0, secretKnown: false, roles: ['facilitator'] as const }
const village = '34.71.04.1001'

describe('a token', () => {
  test('is issued for a survey of the place, to who may take what it takes, five at a time', () => {
    expect(whyNotIssue({ personal: true }, standing)).toEqual([])
    expect(codes(whyNotIssue({ personal: false }, { ...standing, surveyHere: false }))).toEqual([
      'surveys.not-here',
    ])
    const head = { ...standing, roles: ['village-head'] as const }
    expect(whyNotIssue({ personal: false }, head)).toEqual([])
    const wrong = { ...head, running: tokensMost, secretKnown: true }
    expect(codes(whyNotIssue({ personal: true }, wrong))).toEqual([
      'surveys.may-not-take-personal',
      'surveys.token-most',
      'surveys.token-secret-known',
    ])
  })

  test('never opens more than its person may see now, and nothing above the village', () => {
    expect(mayRead(['village-head'], { personal: false })).toBe(true)
    expect(mayRead(['village-head'], { personal: true })).toBe(false)
    for (const role of ['district-officer', 'city-officer', 'national-officer', 'auditor', 'admin'] as const)
      expect(mayRead([role], { personal: false }), role).toBe(false)
    const token = { place: village, personal: true }
    expect(staysWith([{ role: 'facilitator', place: village }], token)).toBe(true)
    expect(staysWith([{ role: 'facilitator', place: '34.71.04.1002' }], token)).toBe(false)
    expect(staysWith([{ role: 'board-member', place: village }], token)).toBe(false)
  })

  test('is ended once, by its person or by who answers for the surveys', () => {
    const token = { account: 'a', endedAt: null }
    const actor = { account: 'a', roles: ['volunteer'] as const }
    expect(whyNotEnd(token, actor)).toEqual([])
    expect(codes(whyNotEnd(token, { ...actor, account: 'b' }))).toEqual(['surveys.token-not-yours'])
    expect(whyNotEnd(token, { account: 'b', roles: ['board-secretary'] })).toEqual([])
    expect(codes(whyNotEnd({ ...token, endedAt: 'x' }, actor))).toEqual(['surveys.token-ended'])
    expect(codes(whyNotEnd(undefined, actor))).toEqual(['surveys.no-such-token'])
    expect(mayEnd(['village-head'], false)).toBe(false)
  })

  test('has a secret that cannot be guessed and is known for what it is', () => {
    expect(tokenPattern.test(`rbt_${'a'.repeat(43)}`)).toBe(true)
    for (const weak of ['rbt_1234', 'a'.repeat(43), `rbt_${'a'.repeat(44)}`, `rbt_${'ä'.repeat(43)}`])
      expect(tokenPattern.test(weak), weak).toBe(false)
  })
})

test('of a read the network is kept, not the machine', () => {
  expect(networkOf('203.0.113.77')).toBe('203.0.113.x')
  expect(networkOf('::ffff:203.0.113.77')).toBe('203.0.113.x')
  expect(networkOf('2001:db8:12:34:56::9')).toBe('2001:db8:12::x')
  expect(networkOf('::1')).toBe('::x')
})

test('a secret travels encrypted, or within one machine whose server serves nobody else', () => {
  const [open, local] = ['https://rembug.example.id', 'http://localhost:8080']
  expect(travelsSafely({ protocol: 'https', ip: '203.0.113.7' }, open)).toBe(true)
  expect(travelsSafely({ protocol: 'http', ip: '127.0.0.1' }, local)).toBe(true)
  expect(travelsSafely({ protocol: 'http', ip: '::1' }, 'http://127.0.0.1:8080')).toBe(true)
  expect(travelsSafely({ protocol: 'http', ip: '203.0.113.7' }, local)).toBe(false)
  // A proxy on the same machine, whose word for https is not believed.
  expect(travelsSafely({ protocol: 'http', ip: '127.0.0.1' }, open)).toBe(false)
  expect(travelsSafely({ protocol: 'http', ip: '127.0.0.1' }, 'http://localhost.example.id')).toBe(false)
})
