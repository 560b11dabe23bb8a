import { expect, test } from 'vitest'
import { parseCel } from '../../../kernel/cel-parse.ts'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { newId } from '../../../kernel/id.ts'
import type { Hand } from '../../../kernel/paper.ts'
import type { Role } from '../../../kernel/role.ts'
import { moved, reopened } from '../changes.ts'
import type { Programme, ProgrammeNumber, Step } from '../definition.ts'
import type { EnrolmentRow, StageRow } from '../enrolment.ts'
import { actualsOf, gatesNow } from '../progress.ts'
import { whyNotClose } from '../rules.ts'
import { closedStage, readyVillage, running, shippedProgramme, stageIn, told } from '../shipped.testing.ts'
import { signedSince, whyNotSignOnPaper } from '../signing/rules.ts'
import { gatesProved, proofChecked } from './changes.ts'
import { proveGates, whyNotCheckProof, whyNotProve } from './proof.ts'

const p2kp = shippedProgramme('p2kp-2006')
const [first, second] = [stageIn(p2kp, 'readiness'), stageIn(p2kp, 'groups')]
const today = daysFromToday(0)
const hand = (...roles: Role[]): Hand => ({ account: newId(), name: 'Dewi', roles })
const facilitator = hand('facilitator')
const who = { account: facilitator.account, name: 'Dewi', on: today }
const before = closedStage('2012-03-01')
const stages = { readiness: before, reflection: before, mapping: before, board: before, planning: before }
const place = { ...running(stages), id: newId(), history: [], version: 1 }
const row = { ...place, actuals: {}, eligibility: {}, numbers: {} } as unknown as EnrolmentRow
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
    codes(
      whyNotProve(p2kp, stage, told(stage === first ? readyVillage : {}), of, { ...about, ...given }, today),
    )
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

test('of a document nobody types a day from before the programme, where a source says when that began', () => {
  const on = (day: string) => proveGates.input.safeParse({ ...about, sheet: { ...sheet, on: day } }).success
  expect(['1850-01-01', '1989-12-31', '1999-12-31'].map(on)).toEqual([false, false, true])
  const tkpk = shippedProgramme('tkpk-neighbourhood')
  const stage = stageIn(tkpk, 'empowered')
  const why = (day: string, era = tkpk.era) =>
    codes(
      whyNotProve(
        { era },
        stage,
        {},
        running() as EnrolmentRow,
        {
          ...{ gates: ['tkpk_formed'], sheet: { ...sheet, on: day } },
        },
        today,
      ),
    )
  expect([why('1998-12-31'), why('1999-01-01')]).toEqual([['platform.paper-before'], []])
  // Where the era was only inferred, a board of an earlier programme may still be in its term.
  expect(why('1998-12-31', { ...tkpk.era, evidence: 'I' })).toEqual([])
})

test('a stage that documents prove is signed no earlier than the last of them, and than what its facts tell', () => {
  const all = { ...about, gates: unavailable(row), sheet: { ...sheet, on: '2012-04-20' } }
  const proven = proofChecked(gatesProved(row, all, facilitator, who), check, hand('village-head'), who)
  expect(unavailable(proven)).toEqual([])
  expect([row, typed, proven].map((of) => signedSince(second, {}, of))).toEqual([
    ...['2012-03-01', '2012-03-01', '2012-04-20'],
  ])
  const sign = { as: second.signOffs[0]?.as ?? 'submitted', account: '', today }
  const paper = { name: 'Sri', position: 'Lurah', standing: 'own' as const, scan }
  const on = (day: string) =>
    codes(whyNotSignOnPaper(p2kp, second, {}, proven, { ...sign, paper: { ...paper, on: day } }))
  expect([on('2012-04-19'), on('2012-04-20')]).toEqual([['platform.paper-before'], []])
})

test('what was found wrong proves nothing once its stage is opened again', () => {
  const state = { ...(right.stages[second.id] as StageRow), status: 'closed' as const, closedOn: today }
  const closed = { ...right, stages: { ...right.stages, [second.id]: state } }
  const again = reopened(p2kp, closed, { ...check, reason: 'Surat palsu' }, who)
  expect(unavailable(again)).toEqual([proved, ...others])
  expect(codes(whyNotProve(p2kp, second, {}, again, about, today))).toEqual([])
})

test('a step is done by a document as by facts, and is late no more', () => {
  const step = second.steps.find(({ gates }) => gates.some(({ id }) => id === proved)) as Step
  const gates = step.gates.filter(({ kind }) => kind === 'rule').map(({ id }) => id)
  const whole = gatesProved(row, { ...about, gates }, facilitator, who)
  const held = (of: EnrolmentRow) => actualsOf(p2kp, of, {})[step.id]?.held
  expect([row, whole].map(held)).toEqual([undefined, undefined])
  expect(held(proofChecked(whole, check, hand('village-head'), who))).toBe(true)
})

test('in another version it proves only what the gate of that name asks there too', () => {
  const asking = (cel: string): Programme => ({
    ...p2kp,
    stages: p2kp.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({
        ...step,
        gates: step.gates.map((gate) => (gate.id === proved ? { ...gate, cel: parseCel(cel) } : gate)),
      })),
    })),
  })
  const after = (to: Programme) =>
    moved(right, { from: p2kp, to, toKey: newId() }, 'Versi baru', who).stages[second.id]?.proofs?.length ?? 0
  expect(after({ ...p2kp, version: 2 })).toBe(1)
  expect(after(asking('workshop.poverty_reflection.attendees.total > 3'))).toBe(0)
  const number = 'workshop.poverty_reflection.attendees.total >= number.training_days'
  const { training_days: days } = p2kp.numbers
  const more = { ...p2kp.numbers, training_days: { ...(days as ProgrammeNumber), value: 99 } }
  const from = asking(number)
  const counted = (to: Programme) => moved(right, { from, to, toKey: newId() }, 'Versi baru', who)
  expect(counted(asking(number)).stages[second.id]?.proofs).toHaveLength(1)
  expect(counted({ ...asking(number), numbers: more }).stages[second.id]?.proofs).toBeUndefined()
})
