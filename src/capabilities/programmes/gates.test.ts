import { describe, expect, test } from 'vitest'
import { parseCel } from '../../kernel/cel-parse.ts'
import { factTitle, gateLines } from './gate-lines.ts'
import { gateState, gateStates, numberFacts } from './gates.ts'
import { readyVillage, shippedProgramme, stageIn, told } from './shipped.testing.ts'

const p2kp = shippedProgramme('p2kp-2006')
const first = stageIn(p2kp, 'readiness')
const gate = (id: string) => {
  const found = p2kp.stages
    .flatMap((stage) => stage.steps.flatMap((step) => step.gates))
    .find((each) => each.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('a gate', () => {
  test('shows the facts it rests on, with their values, titles and records', () => {
    const state = gateState(gate('rkm_poor'), told(readyVillage))
    expect(state.state).toBe('met')
    expect(state.facts).toEqual([
      {
        name: 'meeting.rkm.attendees.poor',
        title: { id: 'warga miskin yang hadir', en: 'poor residents present' },
        value: 14,
        records: [{ collection: 'meetings', id: '0190a000-0000-7000-8000-000000000001' }],
        available: true,
      },
    ])
  })

  test('names the facts nobody has told yet', () => {
    const state = gateState(gate('rkm_ready'), {})
    expect(state).toMatchObject({ state: 'unmet', missing: ['meeting.rkm.decision'] })
  })

  test('is unmet, not unavailable, when the known facts already settle it', () => {
    expect(gateState(gate('rkm_ready'), told({ 'meeting.rkm.decision': 'menolak' })).state).toBe('unmet')
  })

  test('is unavailable when the capability behind a fact is not built yet', () => {
    expect(gateState(gate('groups_formed'), {}).state).toBe('unavailable')
    expect(gateState(gate('reflection_held'), told({ 'workshop.poverty_reflection.held': true })).state).toBe(
      'met',
    )
  })

  test('that is advice warns and is never unmet', () => {
    const women = gate('rkm_women')
    expect(gateState(women, numberFacts(p2kp)).state).toBe('advice-unmet')
    const few = { ...numberFacts(p2kp), ...told({ 'meeting.rkm.attendees.women_percent': 12 }) }
    expect(gateState(women, few).state).toBe('advice-unmet')
    const enough = { ...numberFacts(p2kp), ...told({ 'meeting.rkm.attendees.women_percent': 30 }) }
    expect(gateState(women, enough).state).toBe('met')
  })

  test('goes back to unmet when the record behind a fact is withdrawn', () => {
    const { 'letter.assistance_request.sent': _withdrawn, ...left } = readyVillage
    expect(gateState(gate('assistance_letter'), told(readyVillage)).state).toBe('met')
    expect(gateState(gate('assistance_letter'), told(left)).state).toBe('unmet')
  })
})

test('a stage has the gates of all its steps, in their order; a step has its own', () => {
  const ofSteps = first.steps.flatMap((step) => gateStates(step, {})).map((each) => each.gate.id)
  expect(gateStates(first, {}).map((each) => each.gate.id)).toEqual(ofSteps)
})

describe('a number of the programme', () => {
  test('is a fact for gates', () => {
    expect(numberFacts(p2kp)['number.volunteer_training_days']?.value).toBe(3)
  })

  test('gives way to the local value only where a place may set its own', () => {
    const local = numberFacts(p2kp, { board_seats: 13, volunteer_training_days: 1 })
    expect(local['number.board_seats']?.value).toBe(13)
    expect(local['number.volunteer_training_days']?.value).toBe(3)
  })

  test('that was only inferred makes its rule advice, until the village has decided it', () => {
    const written = gate('activities_done')
    const state = (local: Record<string, number>) => {
      const now = gateState(written, {
        ...numberFacts(p2kp, local),
        ...told({ 'plan.annual.activities_done_percent': 60 }),
      })
      return [now.state, now.gate.kind, now.gate.evidence]
    }
    expect(written.kind).toBe('rule')
    expect(state({})).toEqual(['advice-unmet', 'advice', 'I'])
    expect(state({ activities_done_share: 80 })).toEqual(['unmet', 'rule', 'V'])
    expect(state({ activities_done_share: 60 })).toEqual(['met', 'rule', 'V'])
  })

  test('is unknown where nobody could say what it is, until the village sets it; its bounds are known', () => {
    expect(numberFacts(p2kp)['number.board_seats']).toBeUndefined()
    expect(numberFacts(p2kp)['bounds.board_seats.min']?.value).toBe(11)
    expect(numberFacts(p2kp)['number.turnout_floor']).toBeUndefined()
    expect(numberFacts(p2kp, { turnout_floor: 30 })['number.turnout_floor']?.value).toBe(30)
  })
})

describe('what one of several ways is enough for', () => {
  const written = (when: string, kind: 'rule' | 'advice' = 'rule') => ({
    ...gate('rkm_ready'),
    ...{ kind, when, cel: parseCel(when) },
  })
  const stateOf = (when: string) => gateState(written(when), {}).state

  test('is unmet while a way is open that this release knows, and unavailable only when none is', () => {
    expect(stateOf('meeting.rkm.held || groups.formed > 0')).toBe('unmet')
    expect(stateOf('meeting.rkm.held && groups.formed > 0')).toBe('unavailable')
    expect(stateOf('meeting.rkm.held && (volunteers.registered > 0 || groups.formed > 0)')).toBe('unmet')
    expect(stateOf('!(meeting.rkm.held && groups.formed > 0)')).toBe('unmet')
    expect(stateOf('groups.formed > 0 || kat.consent_recorded')).toBe('unavailable')
  })

  test('is shown as ways, not as if all were asked', () => {
    expect(gateLines(parseCel('a.b || (c.d && e.f > 0) || g.h'))).toEqual([
      { facts: ['a.b'], targets: [], join: 'either' },
      { facts: ['c.d'], targets: [], join: 'or' },
      { facts: ['e.f'], targets: [{ op: '>', value: 0 }] },
      { facts: ['g.h'], targets: [], join: 'or' },
    ])
    const same = [{ facts: ['a.b'], targets: ['x', 'y'].map((value) => ({ op: '==', value })), any: true }]
    expect(gateLines(parseCel('a.b == "x" || a.b == "y"'))).toEqual(same)
    expect(gateLines(parseCel('a.b in ["x", "y"]'))).toEqual(same)
  })

  test('and what must not be is not shown as asked for', () => {
    const no = [{ facts: ['a.b'], targets: [{ op: '==', value: false }] }]
    expect(gateLines(parseCel('!a.b'))).toEqual(no)
    expect(gateLines(parseCel('!(a.b || c.d >= 2)'))).toEqual([
      ...no,
      { facts: ['c.d'], targets: [{ op: '<', value: 2 }] },
    ])
  })
})

describe('what a gate compares', () => {
  test('heads of several elements are one sum with its target, each by its own name', () => {
    expect(gateLines(gate('rkm_leaders').cel)).toEqual([
      {
        facts: ['rw_heads', 'rt_heads', 'hamlet_heads'].map((each) => `meeting.rkm.elements.${each}`),
        targets: [{ op: '>', value: 0 }],
      },
      { facts: ['meeting.rkm.elements.community_leaders'], targets: [{ op: '>', value: 0 }] },
    ])
    const [state] = gateState(gate('rkm_leaders'), {}).facts
    expect(state && factTitle(p2kp, state)).toEqual({ id: 'Ketua RW yang hadir', en: 'RW heads present' })
  })

  test('two activities of one kind are told apart by their names', () => {
    const kat = shippedProgramme('kat-strengthening')
    const named = kat.kinds.activities.slice(0, 2).map(({ id }) => {
      const [fact] = gateState({ ...gate('rkm_leaders'), cel: parseCel(`kat.activity.${id}.done`) }, {}).facts
      return fact && factTitle(kat, fact).id
    })
    expect(named).toEqual([
      'Penyiapan bahan program dan rujukan: kegiatan KAT terlaksana',
      'Studi evaluasi pemberdayaan KAT: kegiatan KAT terlaksana',
    ])
  })

  test('two bounds of one number are one line, and a number of the programme is named', () => {
    const bounds = [
      { op: '>=', number: 'bounds.board_seats.min' },
      { op: '<=', number: 'bounds.board_seats.max' },
    ]
    expect(gateLines(gate('board_seats').cel)).toEqual([{ facts: ['board.members'], targets: bounds }])
  })

  test('what is asked of a decision is the decision, and of a document that it is there', () => {
    expect(gateLines(gate('rkm_ready').cel)).toEqual([
      { facts: ['meeting.rkm.decision'], targets: [{ op: '==', value: 'siap' }] },
    ])
    expect(gateLines(gate('rkm_attendance').cel)).toEqual([
      { facts: ['meeting.rkm.documents.attendance_list'], targets: [] },
    ])
  })
})
