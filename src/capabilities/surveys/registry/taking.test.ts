import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { declareDemo } from '../../../platform/server/installation.ts'
import {
  blankHousehold,
  changeHousehold,
  type HouseholdRow,
  registerHousehold,
} from '../../people/household.ts'
import { sari, syntheticNik } from '../../people/people.testing.ts'
import { changePerson, type PersonRow, registerPerson } from '../../people/person.ts'
import { submissionHere } from '../review/submissions.testing.ts'
import { resolveConflict, type SubmissionRow } from '../submission.ts'
import { ok, refusals, surveyHere, surveysHouse } from '../surveys.testing.ts'
import { differs, telling, tells } from './registry.testing.ts'

const house = await surveysHouse()
beforeAll(() => declareDemo())
afterAll(async () => {
  declareDemo(false)
  await house.close()
})

const here = () => {
  const village = house.village()
  return { village, fas: village.as('facilitator'), volunteer: village.as('volunteer') }
}
type Who = ReturnType<typeof here>['fas']
const homeOf = async (who: Who, id: string) =>
  (await who.rows<HouseholdRow>('people.household')).find((row) => row.id === id)
const personOf = async (who: Who, id: string) =>
  (await who.rows<PersonRow>('people.person')).find((row) => row.id === id)

async function household(fas: Who): Promise<string> {
  const id = newId()
  await ok(fas.give(registerHousehold, blankHousehold({ id, membersTold: 3 })))
  return id
}

test('a form registers a household with its people, once, however often it comes', async () => {
  const { volunteer } = here()
  const [home, head] = [newId(), newId()]
  const nik = syntheticNik(7)
  const entities = [
    telling({
      dataset: 'warga',
      id: head,
      action: 'create',
      label: 'Sari',
      baseVersion: null,
      values: {
        nama: 'Sari Wulandari',
        jenis_kelamin: 'P',
        tanggal_lahir: '1979-08-17',
        hubungan: 'kepala_keluarga',
        keluarga: home,
        nik,
      },
    }),
    telling({
      dataset: 'keluarga',
      id: home,
      action: 'create',
      label: 'Sari',
      baseVersion: null,
      values: { jumlah_anggota: '4', alamat: 'Jl. Contoh 1' },
    }),
  ]
  const submission = newId()
  const touched = await tells(house, volunteer, entities, submission)
  expect(touched).toEqual(expect.arrayContaining([home, head, submission]))
  expect(await tells(house, volunteer, entities, submission)).toEqual([])
})
