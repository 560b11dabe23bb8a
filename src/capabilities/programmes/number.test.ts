import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, testHouse } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { numberSet } from './changes.ts'
import { definitionKey } from './door.ts'
import { type EnrolmentRow, enrol, move, start, stop } from './enrolment.ts'
import { ownMost, whyNotMove } from './enrolment-rules.ts'
import { numberFacts } from './gates.ts'
import { setNumber, whyNotSetNumber } from './number.ts'
import { programmesServer } from './server.ts'
import { shippedProgramme, takenUp } from './shipped.testing.ts'

const programme = shippedProgramme('p2kp-2006')
const row = { status: 'started', numbers: {}, history: [], version: 1 } as never
const given = (more: object) => ({
  enrolment: newId(),
  number: 'board_seats',
  value: 13,
  was: null,
  reason: 'Tata tertib pemilihan, BA 004/2012',
  ...more,
})
const codes = (more: object, local: Record<string, number> = {}, role = 'facilitator', status = 'started') =>
  whyNotSetNumber(programme, { status, numbers: local } as never, given(more), [role as never]).map(
    (each) => each.code,
  )

describe('an enrolment that moves to another version', () => {
  const newer = { ...programme, version: 2 }
  const moving = (numbers: object, others: object[] = [], to = newer) =>
    whyNotMove(
      { status: 'started', stages: {}, eligibility: {}, category: null, numbers } as never,
      { from: programme, to, toKey: 'p2', others: others as never },
      (key) => key === 'p2' || key === 'p1',
    ).map(({ code }) => code)

  it('takes the numbers set here along only where it leaves room for them', () => {
    expect([moving({}), moving({ board_seats: 13 })]).toEqual([[], []])
    expect(moving({ board_seats: 500 })).toEqual(['programmes.number-out-of-bounds'])
  })

  it('runs once at a time there too, also where it replaces the programme', () => {
    const beside = { programme: 'p1', status: 'started', subject: null }
    expect(moving({}, [beside])).toEqual(['programmes.runs-already'])
    expect(moving({}, [], { ...newer, id: 'next', replaces: ['p2kp-2006'] })).toEqual([])
    expect(moving({}, [], { ...newer, id: 'next' })).toEqual(['programmes.moves-elsewhere'])
  })
})

describe('a number of the programme', () => {
  it('is set by the village where its by-law says otherwise, and holds from then on', () => {
    expect(codes({})).toEqual([])
    const after = numberSet(row, given({}), { account: 'a', name: 'Sekar', on: '2012-06-02' })
    expect(numberFacts(programme, after.numbers)['number.board_seats']?.value).toBe(13)
    expect(after.history.at(-1)).toMatchObject({ what: 'number-set', byName: 'Sekar' })
    const back = numberSet(after, given({ value: null, was: 13 }), {
      account: 'a',
      name: '',
      on: '2012-06-03',
    })
    expect(numberFacts(programme, back.numbers)['number.board_seats']).toBeUndefined()
  })

  it('stays as it is where the programme leaves no choice, or leaves it to the city', () => {
    expect(codes({ number: 'volunteer_training_days' })).toEqual(['programmes.number-fixed'])
    expect(codes({ number: 'grant_ceiling', value: 350_000_000 })).toEqual(['programmes.number-of-the-city'])
    expect(codes({ number: 'grant_ceiling', value: 350_000_000 }, {}, 'city-officer')).toEqual([])
    expect(codes({ number: 'bukan_angka' })).toEqual(['programmes.no-such-number'])
    expect(codes({}, {}, 'facilitator', 'completed')).toEqual(['programmes.enrolment-not-running'])
  })

  it.each([1, 10, 18, 500])('is refused outside what the programme allows: %d seats', (value) => {
    const [refusal] = whyNotSetNumber(programme, row, given({ value }), ['facilitator'])
    expect(refusal).toMatchObject({
      code: 'programmes.number-out-of-bounds',
      field: 'value',
      facts: { titleId: 'Jumlah anggota BKM', value, min: 11, max: 17 },
    })
  })

  it('is odd where the programme asks for an odd one, at both ends of its bounds and between', () => {
    const seats = (value: number) =>
      whyNotSetNumber(shippedProgramme('kotaku'), row, given({ value }), ['facilitator']).map(
        ({ code }) => code,
      )
    expect([9, 11, 13].flatMap(seats)).toEqual([])
    for (const value of [7, 8, 10, 12, 15]) expect(seats(value)).toEqual(['programmes.number-not-odd-within'])
  })

  it('is refused beyond a hundred percent, and when somebody else set it meanwhile', () => {
    expect(codes({ number: 'turnout_floor', value: 101 })).toEqual(['programmes.number-out-of-bounds'])
    expect(codes({ was: null }, { board_seats: 13 })).toEqual(['programmes.number-changed-meanwhile'])
    expect(codes({ was: 13 }, { board_seats: 13 })).toEqual([])
  })
})

describe('on the server', () => {
  let house: House
  beforeAll(async () => {
    house = await testHouse([placesWithoutNation, programmesServer])
  })
  afterAll(() => house.close())

  it('is kept with its ground, comes to every phone of the village, and no neighbour can set it', async () => {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const enrolment = newId()
    const key = definitionKey('p2kp-2006', 1, 'ID')
    const taken = { startOn: daysFromToday(-180), ...takenUp }
    await facilitator.give(enrol, { id: enrolment, programme: key, ...taken })
    expect((await village.as('village-head').give(setNumber, given({ enrolment }))).status).toBe(200)
    const [row] = await village.as('volunteer').rows<EnrolmentRow>('programmes.enrolment')
    expect(row).toMatchObject({ numbers: { board_seats: 13 }, version: 2 })
    expect(row?.history.at(-1)?.note).toContain('BA 004/2012')

    const again = await facilitator.give(setNumber, given({ enrolment, value: 15 }))
    expect(again.body.errors).toMatchObject([{ code: 'programmes.number-changed-meanwhile', field: 'value' }])
    expect((await village.as('volunteer').give(setNumber, given({ enrolment }))).status).toBe(403)
    const neighbour = house.village(village.place.slice(0, 8)).as('facilitator')
    const away = await neighbour.give(setNumber, given({ enrolment }))
    expect(away.body.errors).toMatchObject([{ code: 'programmes.no-such-enrolment' }])
  })

  const keyOf = (id: string) => definitionKey(id, 1, 'ID')
  async function enrolled() {
    const village = house.village()
    const facilitator = village.as('facilitator')
    const [id, programme] = [newId(), keyOf('p2kp-2006')]
    const taken = { id, programme, startOn: daysFromToday(-180), ...takenUp }
    expect((await facilitator.give(enrol, taken)).status).toBe(200)
    return { village, facilitator, enrolment: id, taken }
  }
  const codesOf = (answer: { body: { errors?: { code: string }[] } }) =>
    answer.body.errors?.map(({ code }) => code) ?? []

  it('a start in the year 26 is refused; where an older row has one, its lists are answered all the same', async () => {
    const { village, facilitator, enrolment, taken } = await enrolled()
    const again = { ...taken, id: newId(), startOn: '0026-11-30' }
    const mistyped = await house.village().as('facilitator').give(enrol, again)
    expect([mistyped.status, codesOf(mistyped)]).toEqual([400, ['platform.day-out-of-reach']])
    await sql`update programmes.enrolment set started_on = '0026-11-30' where id = ${enrolment}`.execute(
      house.owner,
    )
    expect((await facilitator.ask('programmes.mine')).body).toMatchObject({ villages: [{ enrolment }] })
    const officer = village.as('city-officer', { at: '34.71' })
    expect((await officer.ask('programmes.progress', { place: '34.71' })).status).toBe(200)
    expect((await officer.give(stop, { enrolment, reason: 'Salah tahun' })).status).toBe(200)
  })

  it('one who notes things without end keeps nobody else from it, and no signature, check, reopening or stopping out', async () => {
    const { village, facilitator, enrolment } = await enrolled()
    const { id: by, name: byName } = { id: facilitator.actor.account, name: 'Sari' }
    const more = Array.from({ length: ownMost }, () => ({
      what: 'number-set',
      on: daysFromToday(0),
      by,
      byName,
    }))
    const others = more.slice(1).map((each) => ({ ...each, what: 'dates-adopted', by: newId() }))
    const history = JSON.stringify([...others, ...Array(5).fill(others).flat(), ...more])
    await sql`update programmes.enrolment set history = ${history} where id = ${enrolment}`.execute(
      house.owner,
    )
    const set = given({ enrolment })
    expect(codesOf(await facilitator.give(setNumber, set))).toEqual(['programmes.noted-enough'])
    const officer = village.as('city-officer')
    expect((await officer.give(setNumber, set)).status).toBe(200)
    expect((await officer.give(stop, { enrolment, reason: 'Salah tahun' })).status).toBe(200)
  })

  it('an enrolment does not move to a programme that does not replace its own', async () => {
    const { village, facilitator, enrolment } = await enrolled()
    const officer = village.as('city-officer')
    const moved = async (id: string) =>
      codesOf(await officer.give(move, { enrolment, programme: keyOf(id), reason: 'x' }))
    expect(await moved('tkpk-neighbourhood')).toEqual(['programmes.moves-elsewhere'])
    expect(await moved('kat-strengthening')).toContain('programmes.needs-site')
    const twice = await facilitator.give(start, { enrolment, on: daysFromToday(-9) })
    expect(codesOf(twice)).toEqual(['programmes.started-already'])
  })
})
