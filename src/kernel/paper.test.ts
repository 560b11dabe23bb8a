import { describe, expect, test } from 'vitest'
import { addDays, today } from './day.ts'
import { newId } from './id.ts'
import {
  awaitsCheck,
  checked,
  handsIn,
  isOnPaper,
  isSigned,
  isTaken,
  officeOn,
  type PaperInput,
  rightCheck,
  standing,
  typed,
  whyNotCheck,
  whyNotEdition,
  whyNotOnPaper,
  wordsAt,
} from './paper.ts'
import type { Role } from './role.ts'

const now = today()
const scan = { id: newId(), mediaType: 'image/jpeg' as const, bytes: 1000, sha256: 'a'.repeat(64) }
const sheet: PaperInput = { name: 'Sri Rejeki', position: 'Lurah', standing: 'on-behalf', on: now, scan }
const hand = (account: string, ...roles: Role[]) => ({ account, name: account, roles })
const sari = hand('sari', 'facilitator')
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)
const fits = rightCheck(sheet)

describe('a paper is typed', () => {
  test('with its scan, and no later than today', () => {
    expect(whyNotOnPaper(sheet, now)).toEqual([])
    expect(codes(whyNotOnPaper({ ...sheet, scan: null, on: addDays(now, 1) }, now))).toEqual([
      'platform.paper-without-scan',
      'platform.paper-ahead',
    ])
    expect(codes(whyNotOnPaper({ ...sheet, on: addDays(now, -3) }, now, addDays(now, -2)))).toEqual([
      'platform.paper-before',
    ])
  })

  test('says on whose behalf it was signed', () => {
    expect(officeOn(sheet)).toBe('a.n. Lurah')
    expect(officeOn({ ...sheet, standing: 'acting' })).toBe('Plt. Lurah')
    expect(officeOn({ ...sheet, standing: 'own' })).toBe('Lurah')
  })
})

describe('a paper counts', () => {
  const paper = typed(sheet, sari)
  const dewi = hand('dewi', 'board-secretary')

  test('only once somebody else of another role has checked it', () => {
    expect([isSigned({ paper }), awaitsCheck({ paper }), isTaken({ paper })]).toEqual([false, true, true])
    expect(codes(whyNotCheck({ paper }, fits, sari))).toEqual(['platform.paper-own'])
    expect(codes(whyNotCheck({ paper }, fits, hand('rina', 'facilitator')))).toEqual([
      'platform.paper-same-role',
    ])
    expect(codes(whyNotCheck({ paper }, fits, hand('rina', 'auditor')))).toEqual(['platform.paper-same-role'])
    expect(whyNotCheck({ paper }, fits, dewi)).toEqual([])
    expect(codes(whyNotCheck({ paper }, fits, dewi, ['dewi']))).toEqual(['platform.paper-involved'])
    const done = { paper: checked(paper, fits, dewi, now) }
    expect([isSigned(done), isOnPaper(done), awaitsCheck(done)]).toEqual([true, true, false])
    expect(codes(whyNotCheck(done, fits, hand('agus', 'village-head')))).toEqual(['platform.paper-checked'])
  })

  test('not when the scan shows something else, which needs a reason and leaves room for another', () => {
    const not = { ...fits, agrees: false }
    expect(codes(whyNotCheck({ paper }, not, dewi))).toEqual(['platform.paper-needs-reason'])
    const wrong = { paper: checked(paper, { agrees: false, reason: 'Tanpa cap' }, dewi, now) }
    expect([isSigned(wrong), isTaken(wrong)]).toEqual([false, false])
  })

  test('and that it is wrong also they say who are no second person: who typed it, and who waits to sign', () => {
    const not = { ...fits, agrees: false, reason: 'Bukan suratnya' }
    const [rina, camat] = [hand('rina', 'facilitator'), hand('camat', 'district-officer')]
    for (const by of [sari, rina, { ...camat, vouchers: ['sari'] }])
      expect([codes(whyNotCheck({ paper }, fits, by)).length, whyNotCheck({ paper }, not, by)]).toEqual([
        1,
        [],
      ])
    expect(whyNotCheck({ paper }, not, dewi, ['dewi'])).toEqual([])
    expect(codes(whyNotCheck({ paper: checked(paper, fits, dewi, now) }, not, sari))).toEqual([
      'platform.paper-checked',
    ])
  })

  test('not by whoever looked at another paper, or by an app that does not say which', () => {
    expect(codes(whyNotCheck({ paper }, { ...fits, scan: newId() }, dewi))).toEqual([
      'platform.paper-replaced',
    ])
    expect(codes(whyNotCheck({ paper }, { agrees: true, reason: '' }, dewi))).toEqual([
      'platform.paper-unseen',
    ])
  })

  test('and two do not type and check for each other: each counts once for the same thing', () => {
    const done = { paper: checked(paper, fits, dewi, now) }
    const next = { ...sheet, scan: { ...scan, id: newId() } }
    const back = { paper: typed(next, dewi) }
    expect(handsIn([done, { account: 'agus' }, { paper }, null])).toEqual(['sari', 'dewi', 'agus'])
    expect(codes(whyNotCheck(back, rightCheck(next), sari, handsIn([done])))).toEqual([
      'platform.paper-involved',
    ])
  })

  test('not by an account that its typist vouched for, who may be behind both', () => {
    const by = (...vouchers: string[]) => codes(whyNotCheck({ paper }, fits, { ...dewi, vouchers }))
    expect([by('camat', 'sari'), by('camat'), by()]).toEqual([['platform.paper-vouched'], [], []])
  })

  test('in the roles that an officer above stands for', () => {
    const held = [
      { role: 'volunteer', place: '34.71.04', vouch: { by: 'camat' } },
      { role: 'village-head', place: '34.71.04.1001', vouch: null },
      { role: 'auditor', place: '34.71.04.1002', vouch: { by: 'kota' } },
    ] as const
    expect(wordsAt(held, '34.71.04.1001')).toEqual({ roles: ['volunteer'], vouchers: ['camat'] })
  })

  test('not on the phone that typed it, which does not know yet who it is', () => {
    const waiting = { paper: typed(sheet, hand('', 'facilitator')) }
    expect(codes(whyNotCheck(waiting, fits, dewi))).toEqual(['platform.paper-own'])
  })
})

test('a signature is for what was seen: what is changed after needs another', () => {
  const first = { edition: 1 }
  expect([standing(first, 1), standing(first, 2), standing({}, 1), standing(null, 1)]).toEqual([
    ...[first, null, {}, null],
  ])
  expect(whyNotEdition(2, 2)).toBe(false)
  expect(codes([whyNotEdition(1, 2), whyNotEdition(undefined, 2)] as never)).toEqual([
    ...['platform.paper-changed', 'platform.paper-changed'],
  ])
})

test('an account needs no paper, and nothing is nothing', () => {
  expect([isSigned({}), isOnPaper({}), isSigned(null), isTaken(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(codes(whyNotCheck({}, fits, sari))).toEqual(['platform.paper-none'])
})
