import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { rightCheck, typed } from '../../kernel/paper.ts'
import { closingSignOff, nextSignOff } from './chain.ts'
import type { Programme } from './definition.ts'
import { defaultSignOffs } from './definition-schema.ts'
import { enrol } from './enrolment.ts'
import { numberFacts } from './gates.ts'
import {
  isCompleted,
  isRefused,
  type StageState,
  signed,
  whyNotClose,
  whyNotCloseFromArchive,
  whyNotRefuse,
  whyNotReopen,
  whyNotSign,
} from './rules.ts'
import { closedStage, readyVillage, running, shippedProgramme, stageIn, told } from './shipped.testing.ts'
import { whyNotCheckSignature, whyNotSignOnPaper } from './signing/rules.ts'

const p2kp = shippedProgramme('p2kp-2006')
const first = stageIn(p2kp, 'readiness')
const second = stageIn(p2kp, 'reflection')
const codes = (refusals: { code: string }[]) => refusals.map((each) => each.code)
const facts = (values: Record<string, boolean | number | string>, programme: Programme = p2kp) => ({
  ...numberFacts(programme),
  ...told(values),
})

describe('stage 1 of P2KP', () => {
  test('closes when the readiness meeting, the letter, the volunteers and the training have left their evidence', () => {
    expect(whyNotClose(p2kp, first, facts(readyVillage), running())).toEqual([])
  })

  test('tells every missing piece at once when nothing has been done', () => {
    const refusals = whyNotClose(p2kp, first, facts({}), running())
    const gates = refusals.map((each) => each.facts?.gate)
    expect(gates).toEqual([
      'rkm_held',
      'rkm_ready',
      'rkm_poor',
      'assistance_letter',
      'volunteers_registered',
      'reflection_team',
      'training_days',
      'volunteers_trained',
    ])
    expect(new Set(codes(refusals))).toEqual(new Set(['programmes.gate-unmet']))
  })

  test('does not close on two days of training where the programme asks for three', () => {
    const refusals = whyNotClose(
      p2kp,
      first,
      facts({ ...readyVillage, 'training.basic.days_held': 2 }),
      running(),
    )
    expect(refusals).toEqual([
      {
        code: 'programmes.gate-unmet',
        facts: {
          gate: 'training_days',
          labelId: 'Pelatihan dasar terlaksana penuh',
          labelEn: 'The basic training was held in full',
        },
      },
    ])
  })

  test('does not close without poor residents in the readiness meeting', () => {
    const refusals = whyNotClose(
      p2kp,
      first,
      facts({ ...readyVillage, 'meeting.rkm.attendees.poor': 0 }),
      running(),
    )
    expect(refusals.map((each) => each.facts?.gate)).toEqual(['rkm_poor'])
  })

  test('never waits for advice: few women, no volunteer in some RT and what only the successor of 2017 asks for warn', () => {
    const village = {
      ...readyVillage,
      'meeting.rkm.minutes_signed': false,
      'meeting.rkm.acknowledged': false,
      'training.basic.acknowledged': false,
      'meeting.rkm.attendees.women_percent': 4,
      'volunteers.by_rt_coverage_percent': 10,
    }
    expect(whyNotClose(p2kp, first, facts(village), running())).toEqual([])
  })

  test.each(Object.keys(readyVillage))('opens only on evidence: without %s it does not close', (name) => {
    const village = Object.fromEntries(Object.entries(readyVillage).filter(([key]) => key !== name))
    expect(whyNotClose(p2kp, first, facts(village), running())).not.toEqual([])
  })

  test('cannot be closed twice, nor in a programme that has ended', () => {
    const closed = running({ readiness: closedStage('2012-03-01') })
    expect(codes(whyNotClose(p2kp, first, facts(readyVillage), closed))).toEqual(['programmes.stage-closed'])
    const ended = { ...running(), status: 'refused' as const }
    expect(codes(whyNotClose(p2kp, first, facts(readyVillage), ended))).toEqual([
      'programmes.enrolment-not-running',
    ])
  })
})

describe('a community that says no', () => {
  const refusal = {
    'meeting.rkm.held': true,
    'meeting.rkm.decision': 'menolak',
  }

  test('ends the programme, validly', () => {
    expect(isRefused(first, facts(refusal))).toBe(true)
    expect(whyNotRefuse(p2kp, first, facts(refusal), running())).toEqual([])
  })

  test('does not let the stage close as if it had said yes', () => {
    expect(codes(whyNotClose(p2kp, first, facts({ ...readyVillage, ...refusal }), running()))).toEqual([
      'programmes.community-refused',
      'programmes.gate-unmet',
    ])
  })

  test('must have said so in a meeting that was held', () => {
    const rumour = facts({ ...refusal, 'meeting.rkm.held': false })
    expect(codes(whyNotRefuse(p2kp, first, rumour, running()))).toEqual(['programmes.no-refusal-recorded'])
  })

  test('is not asked at stages that have no such decision', () => {
    const state = running({ readiness: closedStage('2012-03-01') })
    expect(codes(whyNotRefuse(p2kp, second, facts({}), state))).toEqual(['programmes.stage-not-refusable'])
  })
})

describe('the order of stages', () => {
  test('keeps stage 2 shut until stage 1 is closed', () => {
    const [refusal] = whyNotClose(p2kp, second, facts({}), running())
    expect(refusal).toMatchObject({ code: 'programmes.stage-before-open', facts: { stage: '1' } })
  })

  test('lets stages run side by side where the definition says so', () => {
    const kat = shippedProgramme('kat-strengthening')
    const closed = closedStage('2014-01-01')
    const state = running({ preparation: closed, acceleration: closed })
    const refusals = (id: string) => codes(whyNotClose(kat, stageIn(kat, id), facts({}, kat), state))
    expect(refusals('social_harmony')).not.toContain('programmes.stage-before-open')
    expect(refusals('year_1')).not.toContain('programmes.stage-before-open')
    expect(refusals('year_2')).toContain('programmes.stage-before-open')
  })
})

describe('a stage whose capabilities are not built yet', () => {
  const second = stageIn(p2kp, 'groups')
  const before = closedStage('2012-03-01')
  const [readiness, reflection] = [before, before]
  const state = running({ readiness, reflection, mapping: before, board: before, planning: before })
  const archive = { on: '2012-04-10', scan: 'scan', note: '', enrolledOn: null }

  test('says that its gates are not available', () => {
    const refusals = whyNotClose(p2kp, second, facts({}), state)
    expect(new Set(codes(refusals))).toEqual(new Set(['programmes.gate-unavailable']))
  })

  test('can be closed from the archive, with its date and a scan', () => {
    expect(whyNotCloseFromArchive(p2kp, second, facts({}), archive, state, today())).toEqual([])
  })

  test('cannot be closed from the archive on a day that has not come, before the stage before it, or without a scan', () => {
    const why = (closing: typeof archive | { on: string; scan: null; note: string; enrolledOn: null }) =>
      codes(whyNotCloseFromArchive(p2kp, second, facts({}), closing, state, today()))
    expect(why({ ...archive, on: daysFromToday(1) })).toEqual(['programmes.archive-date-ahead'])
    expect(why({ ...archive, on: '2012-02-01' })).toEqual(['programmes.archive-before-last-stage'])
    expect(why({ on: '2012-02-31', scan: null, note: '', enrolledOn: null })).toEqual([
      'programmes.archive-needs-date',
      'programmes.archive-needs-scan',
    ])
  })

  test('what was done in Rembug is not closed from the archive where its gates can be known, nor what was refused', () => {
    const began = running({})
    const menolak = { 'meeting.rkm.held': true, 'meeting.rkm.decision': 'menolak' }
    const since = (on: string, given = facts(readyVillage)) =>
      codes(
        whyNotCloseFromArchive(
          p2kp,
          first,
          given,
          { ...archive, on, enrolledOn: daysFromToday(-9) },
          began,
          today(),
        ),
      )
    expect(since(daysFromToday(-9))).toEqual([])
    expect(since(daysFromToday(-8))).toEqual(['programmes.archive-not-past'])
    expect(since(daysFromToday(-9), facts({ ...readyVillage, ...menolak }))).toEqual([
      'programmes.community-refused',
    ])
    // A gate that is not available yet can be proved by nothing but a document; one that is known to be unmet by none.
    const known = { ...archive, enrolledOn: '2012-03-05' }
    const mapping = stageIn(p2kp, 'mapping')
    const later = (given: ReturnType<typeof facts>) =>
      codes(whyNotCloseFromArchive(p2kp, mapping, given, known, running({ readiness, reflection }), today()))
    expect(later(facts({ 'team.mapping.formed': false }))).toContain('programmes.archive-not-past')
    expect(
      codes(
        whyNotCloseFromArchive(
          p2kp,
          second,
          facts({}),
          { ...archive, enrolledOn: '2012-03-05' },
          state,
          today(),
        ),
      ),
    ).toEqual([])
  })
})

describe('the signatures of a closing', () => {
  const open: StageState = {
    status: 'open',
    fromArchive: false,
    startedOn: null,
    closedOn: null,
    signOffs: [],
  }
  const ready = facts(readyVillage)
  /** As if the chain had been read in a source of its own. */
  const read = { ...first, signOffs: first.signOffs.map((each) => ({ ...each, evidence: 'V' as const })) }

  test('come in order: submitted, acknowledged, verified', () => {
    expect(
      whyNotSign(p2kp, first, ready, running(), { as: 'submitted', roles: ['facilitator'], account: '' }),
    ).toEqual([])
    expect(
      codes(
        whyNotSign(p2kp, first, ready, running(), { as: 'verified', roles: ['city-officer'], account: '' }),
      ),
    ).toEqual(['programmes.signature-out-of-order'])
  })

  test('belong to their role', () => {
    expect(
      codes(
        whyNotSign(p2kp, first, ready, running(), { as: 'submitted', roles: ['volunteer'], account: '' }),
      ),
    ).toEqual(['programmes.not-your-signature'])
  })

  test('close the stage when the village head acknowledges where that was read in a source, and the city confirms', () => {
    const submitted = signed(read, open, { as: 'submitted', on: '2012-03-01' })
    expect(submitted).toMatchObject({ status: 'closing', closedOn: null })
    const acknowledged = signed(read, submitted, { as: 'acknowledged', on: '2012-03-03' })
    expect(acknowledged).toMatchObject({ status: 'closed', closedOn: '2012-03-03' })
    const state = running({ readiness: acknowledged })
    const city = { as: 'verified' as const, roles: ['city-officer' as const], account: '' }
    expect(whyNotSign(p2kp, read, facts({}), state, city)).toEqual([])
    const verified = signed(read, acknowledged, { as: 'verified', on: '2012-03-20' })
    expect(verified).toMatchObject({ status: 'closed', closedOn: '2012-03-03' })
    expect(nextSignOff(read, verified.signOffs)).toBeUndefined()
  })

  test('are not asked of a stage that its paper closed from the archive', () => {
    const at = running({
      [first.id]: { ...open, status: 'closed', fromArchive: true, closedOn: today('Asia/Jakarta') },
    })
    const sign = { as: 'submitted', roles: ['facilitator'], account: 'ani' } as const
    expect(codes(whyNotSign(p2kp, first, ready, at, sign))).toEqual(['programmes.stage-closed'])
  })

  test('hold nothing up where they were only inferred: the submission closes, the others confirm in any order', () => {
    const submitted = signed(first, open, { as: 'submitted', on: '2012-03-01' })
    expect(submitted).toMatchObject({ status: 'closed', closedOn: '2012-03-01' })
    const state = running({ readiness: submitted })
    const city = { as: 'verified' as const, roles: ['city-officer' as const], account: '' }
    expect(whyNotSign(p2kp, first, facts({}), state, city)).toEqual([])
    const verified = signed(first, submitted, { as: 'verified', on: '2012-03-20' })
    expect(nextSignOff(first, verified.signOffs)?.as).toBe('acknowledged')
    expect(closingSignOff(stageIn(shippedProgramme('kotaku'), 'preparation'))?.as).toBe('acknowledged')
  })

  test('come from different people: an account signs or checks once, whatever roles it holds', () => {
    const all = ['facilitator', 'village-head'] as const
    const by = (account: string) => ({ as: 'acknowledged' as const, roles: all, account })
    const submitted = signed(read, open, { as: 'submitted', on: '2012-03-01', account: 'sari' })
    const state = running({ readiness: submitted })
    expect(codes(whyNotSign(p2kp, read, ready, state, by('sari')))).toEqual(['programmes.signed-already'])
    expect(whyNotSign(p2kp, read, ready, state, by('rejeki'))).toEqual([])
    const scan = { id: newId(), mediaType: 'image/jpeg' as const, bytes: 9, sha256: 'a'.repeat(64) }
    const sheet = { name: 'Sri', position: 'Ketua RT 03', standing: 'own' as const, on: '2012-03-02', scan }
    const paper = typed(sheet, { account: 'agus', name: 'Agus', roles: ['volunteer'] })
    const onPaper = signed(read, submitted, {
      as: 'acknowledged',
      on: sheet.on,
      office: 'village-head',
      paper,
    })
    const check = (account: string, office?: 'village-head' | 'facilitator') =>
      codes(
        whyNotCheckSignature(p2kp, read, ready, running({ readiness: onPaper }), {
          ...{ ...rightCheck(sheet), as: 'acknowledged', office },
          hand: { account, name: account, roles: ['facilitator'] },
        }),
      )
    const typing = { as: 'acknowledged' as const, paper: sheet, today: today(), account: 'agus' }
    expect(codes(whyNotSignOnPaper(p2kp, read, ready, state, { ...typing, office: 'facilitator' }))).toEqual([
      'programmes.paper-other-office',
    ])
    expect(check('sari', 'village-head')).toEqual(['platform.paper-involved'])
    expect(check('dewi', 'village-head')).toEqual([])
    // "Ketua RT 03" is not the village head: who checks must say that the office is the one asked for.
    expect(check('dewi')).toEqual(['programmes.paper-office-unconfirmed'])
    expect(check('dewi', 'facilitator')).toEqual(['programmes.paper-office-unconfirmed'])
  })

  test('may be given by any of several roles: the city or the province verifies a stage of a KAT site', () => {
    const kat = shippedProgramme('kat-strengthening')
    const stage = stageIn(kat, 'preparation')
    const submitted = signed(stage, open, { as: 'submitted', on: '2012-03-01' })
    const why = (role: 'city-officer' | 'province-officer' | 'village-head') =>
      codes(
        whyNotSign(kat, stage, {}, running({ preparation: submitted }), {
          ...{ as: 'verified', roles: [role], account: '' },
        }),
      )
    expect([why('city-officer'), why('province-officer')]).toEqual([[], []])
    expect(why('village-head')).toEqual(['programmes.not-your-signature'])
  })

  test('are refused while a gate is open', () => {
    const refusals = whyNotSign(p2kp, first, facts({}), running(), {
      as: 'submitted',
      roles: ['facilitator'],
      account: '',
    })
    expect(codes(refusals)).toContain('programmes.gate-unmet')
  })

  test('are, where a definition says nothing, those of the paper forms', () => {
    expect(defaultSignOffs.map((each) => each.title.id)).toEqual(['diserahkan', 'diketahui', 'diverifikasi'])
    const inferred = defaultSignOffs.map(({ as, evidence }) => [as, evidence])
    expect(first.signOffs.map(({ as, evidence }) => [as, evidence])).toEqual(inferred)
  })
})

describe('reopening', () => {
  const state = running({ readiness: closedStage('2012-03-01') })

  test('needs a reason', () => {
    expect(whyNotReopen(p2kp, first, 'Daftar hadir keliru', state)).toEqual([])
    expect(codes(whyNotReopen(p2kp, first, ' ', state))).toEqual(['programmes.reopening-needs-reason'])
  })

  test('is refused while a later stage is closed', () => {
    const later = running({ ...state.stages, reflection: closedStage('2012-05-01') })
    expect(codes(whyNotReopen(p2kp, first, 'Keliru', later))).toEqual(['programmes.later-stage-closed'])
  })
})

test('a programme has run its course when every stage is closed', () => {
  const all = Object.fromEntries(p2kp.stages.map((stage) => [stage.id, closedStage('2013-01-01')]))
  expect(isCompleted(p2kp, running(all))).toBe(true)
  expect(isCompleted(p2kp, running({ ...all, use: undefined }))).toBe(false)
})

test('knowing more never takes a met gate away, and less never opens one', () => {
  const names = Object.keys(readyVillage) as (keyof typeof readyVillage)[]
  fc.assert(
    fc.property(fc.subarray(names), fc.subarray(names), (some, more) => {
      const village = (keys: readonly string[]) =>
        facts(Object.fromEntries(keys.map((key) => [key, readyVillage[key as keyof typeof readyVillage]])))
      const fewer = whyNotClose(p2kp, first, village(some), running()).length
      const known = whyNotClose(p2kp, first, village([...new Set([...some, ...more])]), running()).length
      expect(known).toBeLessThanOrEqual(fewer)
    }),
  )
})

test('taking a programme up answers its conditions, and is no place to store a thousand other things', () => {
  const asked = (answers: number) =>
    enrol.input.safeParse({
      ...{ id: newId(), programme: newId(), subject: null, startOn: null, category: null },
      archive: false,
      afterEra: false,
      eligibility: Object.fromEntries(Array.from({ length: answers }, (_, n) => [`q${n}`, true])),
    }).success
  expect(asked(20)).toBe(true)
  expect(asked(1000)).toBe(false)
})
