// A paper is not older than what it signs for.
import { describe, expect, test } from 'vitest'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { rightCheck, typed } from '../../../kernel/paper.ts'
import { numberFacts } from '../gates.ts'
import { type StageState, signed } from '../rules.ts'
import { closedStage, readyVillage, running, shippedProgramme, stageIn, told } from '../shipped.testing.ts'
import { signedSince, whyNotCheckSignature, whyNotSignOnPaper } from '../signing/rules.ts'

const p2kp = shippedProgramme('p2kp-2006')
const first = stageIn(p2kp, 'readiness')
const second = stageIn(p2kp, 'reflection')
const codes = (refusals: { code: string }[]) => refusals.map((each) => each.code)
const facts = (values: Record<string, boolean | number | string>) => ({
  ...numberFacts(p2kp),
  ...told(values),
})

test('a signature on paper is not older than the start, the stages before, a reopening or the signature before it', () => {
  const { signOffs } = signed(first, closedStage('2012-03-01'), { as: 'submitted', on: '2012-03-05' })
  const since = (stage: typeof first, state: Partial<StageState>, startedOn: string | null = '2012-01-10') =>
    signedSince(
      stage,
      {},
      {
        ...{ status: 'started', startedOn },
        stages: {
          readiness: closedStage('2012-03-01'),
          [stage.id]: { ...closedStage('2012-03-01'), ...state },
        },
      },
    )
  expect(since(first, {})).toBe('2012-01-10')
  expect(since(first, { startedOn: '2012-02-20' })).toBe('2012-02-20')
  expect(since(first, { signOffs })).toBe('2012-03-05')
  expect(since(second, {})).toBe('2012-03-01')
  expect(since(first, {}, null)).toBeNull()
})

describe('a paper that closes a stage', () => {
  const days = {
    'meeting.rkm.first_held_on': '2012-02-27',
    'meeting.rkm.decided_on': '2012-02-27',
    'letter.assistance_request.sent_on': '2012-03-01',
    'training.basic.batches': 1,
    'training.basic.last_held_on': '2012-03-07',
  }
  const known = (values: object = {}) => facts({ ...readyVillage, ...days, ...values })
  const paper = {
    ...{ name: 'Sri Hartono', position: 'Lurah', standing: 'own' as const, on: '2012-02-22' },
    scan: { id: newId(), mediaType: 'application/pdf' as const, bytes: 9, sha256: 'a'.repeat(64) },
  }
  const state = { ...running(), startedOn: '2012-01-10' }
  const as = first.signOffs[0]?.as ?? 'submitted'
  const typing = (on: string, told = known()) =>
    codes(
      whyNotSignOnPaper(p2kp, first, told, state, {
        as,
        paper: { ...paper, on },
        today: today(),
        account: '',
      }),
    )

  test('is not older than the day on which the gates of the stage came to hold', () => {
    expect(signedSince(first, known(), state)).toBe('2012-03-07')
    expect([typing('2012-02-22'), typing('2012-03-07')]).toEqual([['platform.paper-before'], []])
    // Which of several batches made up the number of days, no fact tells.
    expect(signedSince(first, known({ 'training.basic.batches': 2 }), state)).toBe('2012-03-01')
    expect(signedSince(first, facts(readyVillage), state)).toBe('2012-01-10')
  })

  test('typed by an older app with such a day, it is refused when it is checked', () => {
    const hand = { account: 'budi', name: 'budi', roles: ['facilitator' as const] }
    const given = { as, on: paper.on, by: paper.name, paper: typed(paper, hand) }
    const open = { ...closedStage(''), status: 'open' as const, closedOn: null, signOffs: [given] }
    const check = (told: typeof days | object) =>
      codes(
        whyNotCheckSignature(
          p2kp,
          first,
          known(told),
          { ...running({ readiness: open }) },
          {
            ...{ as, ...rightCheck(paper) },
            hand: { account: 'dewi', name: 'dewi', roles: ['city-officer'] },
          },
        ),
      )
    expect(check({})).toEqual(['platform.paper-before'])
    const earlier = { 'letter.assistance_request.sent_on': '2012-02-02', 'training.basic.batches': 2 }
    expect(
      check({
        ...earlier,
        'meeting.rkm.first_held_on': '2012-02-02',
        'meeting.rkm.decided_on': '2012-02-02',
      }),
    ).toEqual([])
  })
})
