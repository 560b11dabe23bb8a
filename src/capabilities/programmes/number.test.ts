import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, testHouse } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { numberSet } from './changes.ts'
import { definitionKey } from './door.ts'
import { type EnrolmentRow, enrol } from './enrolment.ts'
import { numberFacts } from './gates.ts'
import { setNumber, whyNotSetNumber } from './number.ts'
import { programmesServer } from './server.ts'
import { shippedProgramme } from './shipped.testing.ts'

const programme = shippedProgramme('p2kp-2006')
const row = { status: 'started', numbers: {}, history: [], version: 1 } as never
const given = (more: object) => ({
  enrolment: newId(),
  number: 'board_seats_min',
  value: 9,
  was: null,
  reason: 'Tata tertib pemilihan, BA 004/2012',
  ...more,
})
const codes = (more: object, local: Record<string, number> = {}, role = 'facilitator', status = 'started') =>
  whyNotSetNumber(programme, { status, numbers: local } as never, given(more), [role as never]).map(
    (each) => each.code,
  )

describe('a number of the programme', () => {
  it('is set by the village where its by-law says otherwise, and holds from then on', () => {
    expect(codes({})).toEqual([])
    const after = numberSet(row, given({}), { account: 'a', name: 'Sekar', on: '2012-06-02' })
    expect(numberFacts(programme, after.numbers)['number.board_seats_min']?.value).toBe(9)
    expect(after.history.at(-1)).toMatchObject({ what: 'number-set', byName: 'Sekar' })
    const back = numberSet(after, given({ value: null, was: 9 }), {
      account: 'a',
      name: '',
      on: '2012-06-03',
    })
    expect(numberFacts(programme, back.numbers)['number.board_seats_min']?.value).toBe(11)
  })

  it('stays as it is where the programme leaves no choice, or leaves it to the city', () => {
    expect(codes({ number: 'volunteer_training_days' })).toEqual(['programmes.number-fixed'])
    expect(codes({ number: 'grant_ceiling' })).toEqual(['programmes.number-of-the-city'])
    expect(codes({ number: 'grant_ceiling', value: 350_000_000 }, {}, 'city-officer')).toEqual([])
    expect(codes({ number: 'bukan_angka' })).toEqual(['programmes.no-such-number'])
    expect(codes({}, {}, 'facilitator', 'completed')).toEqual(['programmes.enrolment-not-running'])
  })

  it('is refused beyond a hundred percent, and when somebody else set it meanwhile', () => {
    expect(codes({ number: 'turnout_floor', value: 101 })).toEqual(['programmes.more-than-all'])
    expect(codes({ was: null }, { board_seats_min: 13 })).toEqual(['programmes.number-changed-meanwhile'])
    expect(codes({ was: 13 }, { board_seats_min: 13 })).toEqual([])
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
    const start = { startOn: daysFromToday(-180), subject: null, category: null, eligibility: {} }
    await facilitator.give(enrol, { id: enrolment, programme: key, ...start })
    expect((await village.as('village-head').give(setNumber, given({ enrolment }))).status).toBe(200)
    const [row] = await village.as('volunteer').rows<EnrolmentRow>('programmes.enrolment')
    expect(row).toMatchObject({ numbers: { board_seats_min: 9 }, version: 2 })
    expect(row?.history.at(-1)?.note).toContain('BA 004/2012')

    const again = await facilitator.give(setNumber, given({ enrolment, value: 13 }))
    expect(again.body.errors).toMatchObject([{ code: 'programmes.number-changed-meanwhile', field: 'value' }])
    expect((await village.as('volunteer').give(setNumber, given({ enrolment }))).status).toBe(403)
    const neighbour = house.village(village.place.slice(0, 8)).as('facilitator')
    const away = await neighbour.give(setNumber, given({ enrolment }))
    expect(away.body.errors).toMatchObject([{ code: 'programmes.no-such-enrolment' }])
  })
})
