import { expect, test } from 'vitest'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import type { Hand } from '../../../kernel/paper.ts'
import type { Role } from '../../../kernel/role.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { gatesNow } from '../progress.ts'
import { whyNotClose } from '../rules.ts'
import { closedStage, readyVillage, running, shippedProgramme, stageIn, told } from '../shipped.testing.ts'
import { gatesProved, proofChecked } from './changes.ts'
import { whyNotCheckProof, whyNotProve } from './proof.ts'

const p2kp = shippedProgramme('p2kp-2006')
const [first, second] = [stageIn(p2kp, 'readiness'), stageIn(p2kp, 'reflection')]
const today = daysFromToday(0)
const hand = (...roles: Role[]): Hand => ({ account: newId(), name: 'Dewi', roles })
const facilitator = hand('facilitator')
const who = { account: facilitator.account, name: 'Dewi', on: today }
const place = { ...running({ readiness: closedStage('2012-03-01') }), id: newId(), history: [], version: 1 }
const row = place as unknown as EnrolmentRow
const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 9, sha256: 'a'.repeat(64) }
const unavailable = (of: EnrolmentRow) =>
  whyNotClose(p2kp, second, {}, of)
    .filter(({ code }) => code === 'programmes.gate-unavailable')
    .map(({ facts }) => String(facts?.gate))
const [proved = '', ...others] = unavailable(row)
const sheet = { checkedBy: 'Bu Sri, Korkot', number: '12/KK/2012', on: '2012-04-01', scan }
const about = { enrolment: row.id, stage: second.id, gates: [proved], sheet }
const typed = gatesProved(row, about, facilitator, who)
const check = { enrolment: row.id, stage: second.id, scan: scan.id, agrees: true, reason: '' }
const right = proofChecked(typed, check, hand('village-head'), who)
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

test('a document opens the gates that it names once it is checked, and no others', () => {
  expect(others.length).toBeGreaterThan(0)
  expect(unavailable(typed)).toEqual([proved, ...others])
  expect(unavailable(right)).toEqual(others)
  expect(gatesNow(second, {}, right).met).toBe(gatesNow(second, {}, row).met + 1)
  const wrong = proofChecked(
    typed,
    { ...check, agrees: false, reason: 'Tanpa nomor' },
    hand('village-head'),
    who,
  )
  expect(unavailable(wrong)).toEqual([proved, ...others])
})

test('it proves only what no fact can, with a scan, once', () => {
  const why = (given: Partial<typeof about>, of = row, stage = second) =>
    codes(whyNotProve(stage, told(stage === first ? readyVillage : {}), of, { ...about, ...given }, today))
  expect(why({})).toEqual([])
  expect(why({ gates: ['rkm_held'] }, { ...row, stages: {} }, first)).toEqual([
    'programmes.gate-not-provable',
  ])
  expect(why({}, typed)).toEqual(['programmes.gate-not-provable'])
  expect(why({}, right)).toEqual(['programmes.gate-not-provable'])
  expect(why({ sheet: { ...sheet, scan: null as never } })).toEqual(['platform.paper-without-scan'])
  expect(why({ sheet: { ...sheet, on: daysFromToday(1) } })).toEqual(['platform.paper-ahead'])
})

test('nobody checks the document that he typed himself', () => {
  const by = (checking: Hand) =>
    codes(whyNotCheckProof(typed.stages[second.id], { ...check, hand: checking }))
  expect(by(facilitator)).toEqual(['platform.paper-own'])
  expect(by(hand('facilitator'))).toEqual(['platform.paper-same-role'])
  expect(by(hand('village-head'))).toEqual([])
})
