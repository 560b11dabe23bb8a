// What a form could be made to tell the registry that is not its business.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { declareDemo } from '../../../platform/server/installation.ts'
import { blankHousehold, registerHousehold } from '../../people/household.ts'
import { sari } from '../../people/people.testing.ts'
import { registerPerson } from '../../people/person.ts'
import { submissionHere } from '../review/submissions.testing.ts'
import { ok, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { onRecord, telling, tells } from './taking.testing.ts'

const house = await surveysHouse()
beforeAll(() => declareDemo())
afterAll(async () => {
  declareDemo(false)
  await house.close()
})

test('a form of one village neither changes nor takes over, nor stumbles on, records of the village beside it', async () => {
  const theirs = house.village()
  const fas = theirs.as('facilitator')
  const household = newId()
  await ok(
    fas.give(registerHousehold, blankHousehold({ id: household, membersTold: 3, address: 'Jl. Lama 1' })),
  )
  const person = sari({ household })
  await ok(fas.give(registerPerson, person))
  const before = [
    await onRecord(house, fas, 'keluarga', household),
    await onRecord(house, fas, 'warga', person.id),
  ]
  const ours = house.village(theirs.place.slice(0, 8))
  const volunteer = ours.as('volunteer')
  const { survey, form } = await surveyHere(house, ours)
  for (const action of ['update', 'create'] as const) {
    const values = { jumlah_anggota: '9', alamat: 'Diambil', nama: 'Diambil', jenis_kelamin: 'perempuan' }
    for (const [dataset, id] of [
      ['keluarga', household],
      ['warga', person.id],
    ] as const) {
      const submission = await submissionHere(house, ours, { survey, form })
      await tells(house, volunteer, [telling({ dataset, id, action, label: 'Diambil', values })], submission)
    }
  }
  expect([
    await onRecord(house, fas, 'keluarga', household),
    await onRecord(house, fas, 'warga', person.id),
  ]).toEqual(before)
})

test('a volunteer’s form raises nobody to poor as verified, and changes no number that is on record', async () => {
  const village = house.village()
  const fas = village.as('facilitator')
  const household = newId()
  await ok(
    fas.give(registerHousehold, blankHousehold({ id: household, membersTold: 3, kk: '3404010203040000' })),
  )
  const { survey, form } = await surveyHere(house, village)
  const submission = await submissionHere(house, village, { survey, form })
  const values = { no_kk: '3404010203049999', miskin: 'ya', sumber_miskin: 'dtks' }
  await tells(
    house,
    village.as('volunteer'),
    [telling({ dataset: 'keluarga', id: household, values })],
    submission,
  )
  const now = await onRecord(house, fas, 'keluarga', household)
  expect(now?.values).toMatchObject({ kk: '3404010203040000', poor: false, poorSource: null })
})
