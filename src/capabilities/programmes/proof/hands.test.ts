// Whose hands are in the closing of a stage: one account gives its word once, in whatever order it comes.
import { expect, test } from 'vitest'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { checked, type Hand, rightCheck, typed } from '../../../kernel/paper.ts'
import type { Role } from '../../../kernel/role.ts'
import { type GivenSignOff, openSignOffs } from '../chain.ts'
import type { SignOffName } from '../definition.ts'
import { numberFacts } from '../gates.ts'
import { whyNotSign } from '../rules.ts'
import { closedStage, readyVillage, running, shippedProgramme, stageIn, told } from '../shipped.testing.ts'
import { whyNotCheckSignature, whyNotSignOnPaper } from '../signing/rules.ts'

const p2kp = shippedProgramme('p2kp-2006')
const first = stageIn(p2kp, 'readiness')
const facts = { ...numberFacts(p2kp), ...told(readyVillage) }
const codes = (refusals: { code: string }[]) => refusals.map((each) => each.code)
const hand = (account: string, ...roles: Role[]): Hand => ({ account, name: account, roles })
const [agus, dewi, tri] = [
  hand('agus', 'facilitator', 'city-officer'),
  hand('dewi', 'board-secretary'),
  hand('tri', 'volunteer'),
]
const scan = { id: newId(), mediaType: 'application/pdf' as const, bytes: 9, sha256: 'a'.repeat(64) }
const sheet = { name: 'Sri', position: 'Lurah', standing: 'own' as const, on: today(), scan }

const submitted: GivenSignOff = { as: 'submitted', on: today(), account: 'budi' }
const byAgus = (as: SignOffName): GivenSignOff => ({ as, on: today(), account: 'agus' })
const onPaper = (by: Hand): GivenSignOff => ({
  ...{ as: 'acknowledged', on: today(), office: 'village-head', paper: typed(sheet, by) },
})
const right = (given: GivenSignOff, by: Hand): GivenSignOff =>
  given.paper ? { ...given, paper: checked(given.paper, rightCheck(sheet), by, today()) } : given
const state = (...signOffs: GivenSignOff[]) => running({ readiness: { ...closedStage(today()), signOffs } })
const verifies = (...given: GivenSignOff[]) =>
  codes(whyNotSign(p2kp, first, facts, state(...given), { ...agus, as: 'verified' }))
const check = (agrees: boolean, ...given: GivenSignOff[]) =>
  codes(
    whyNotCheckSignature(p2kp, first, facts, state(...given), {
      ...{ ...rightCheck(sheet), agrees, reason: agrees ? '' : 'Diketik penanda tangan' },
      ...{ as: 'acknowledged', office: 'village-head', hand: tri },
    }),
  )
const types = (by: Hand, ...given: GivenSignOff[]) =>
  codes(
    whyNotSignOnPaper(p2kp, first, facts, state(...given), {
      ...{ as: 'acknowledged', paper: sheet, today: today(), account: by.account },
    }),
  )

test('who typed a paper signs for no other office, before it was checked as after', () => {
  expect(openSignOffs(first, [submitted]).map(({ as }) => as)).toEqual(['acknowledged', 'verified'])
  expect(verifies(submitted, onPaper(dewi))).toEqual([])
  expect(verifies(submitted, onPaper(agus))).toEqual(['programmes.signed-already'])
  expect(verifies(submitted, right(onPaper(agus), tri))).toEqual(['programmes.signed-already'])
})

test('nor does who signed type the paper of another office, and one that he typed before counts no more', () => {
  const verified = byAgus('verified')
  expect(types(agus, submitted, verified)).toEqual(['programmes.signed-already'])
  expect(types(dewi, submitted, verified)).toEqual([])
  expect(check(true, submitted, verified, onPaper(agus))).toEqual(['programmes.paper-typed-by-signer'])
  expect(check(false, submitted, verified, onPaper(agus))).toEqual([])
  expect(check(true, submitted, verified, onPaper(dewi))).toEqual([])
})

test('who submits a closing types the papers that come with it, and others check them', () => {
  expect(types(agus, byAgus('submitted'))).toEqual([])
  expect(check(true, byAgus('submitted'), onPaper(agus))).toEqual([])
})

test('a role that nobody above stands for closes no stage, whatever the signature is called', () => {
  const kotaku = shippedProgramme('kotaku')
  const sign = (programme: typeof p2kp, id: string, roles?: readonly Role[]) =>
    codes(
      whyNotSign(programme, stageIn(programme, id), facts, running(), {
        ...{ ...agus, as: 'submitted', words: roles && { roles, vouchers: [] } },
      }),
    )
  expect(sign(p2kp, 'readiness', [])).toEqual(['platform.not-confirmed'])
  expect(sign(p2kp, 'readiness', ['city-officer'])).toEqual(['platform.not-confirmed'])
  expect([sign(p2kp, 'readiness', ['facilitator']), sign(p2kp, 'readiness')]).toEqual([[], []])
  // Here the submission closes nothing: the lurah does.
  expect(sign(kotaku, 'preparation', [])).not.toContain('platform.not-confirmed')
})
