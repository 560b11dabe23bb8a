// Who sees what of a survey on their phone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import { newId } from '../../kernel/id.ts'
import { officers, villageWorkers } from '../../kernel/role.ts'
import { answersHere } from './answers.testing.ts'
import { type ListingRow, listingCollection, setListing } from './listing.ts'
import { type DeviceRow, deviceCollection, registerDevice, revokeDevice } from './openrosa/device.ts'
import { type SubmissionRow, submissionCollection } from './submission.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'
import { ok, refusals, surveyHere, surveysHouse } from './surveys.testing.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const xml = '<data id="f" version="1"><head_name>Bu Ngatinah</head_name></data>'
const asked = {
  name: 'Bu Ngatinah',
  point: [-7.79, 110.37] as [number, number],
  comment: 'Atapnya belum diisi',
  xml,
}

test('who goes from door to door sees whose answers they are, and gets back whole what they sent themself', async () => {
  const village = house.village()
  const { survey } = await surveyHere(house, village)
  await answersHere(house, village, survey, [
    { ...asked, state: 'has-issues', returned: true, household: newId() },
    { ...asked, state: 'approved' },
  ])
  const volunteer = village.as('volunteer')
  const [first] = await volunteer.rows<SubmissionRow>(submissionCollection)
  expect([first?.name, first?.returned, first?.xml]).toEqual(['Bu Ngatinah', true, null])
  const { account } = volunteer.actor
  await house.database.pool.query('update surveys.submission set created_by = $1 where survey_id = $2', [
    account,
    survey,
  ])
  for (const who of [village.as('facilitator'), volunteer, village.as('board-secretary')]) {
    const rows = await who.rows<SubmissionRow>(submissionCollection)
    expect(rows.map((row) => [row.name, row.point?.[0], row.comment, row.xml])).toEqual([
      ['Bu Ngatinah', -7.79, 'Atapnya belum diisi', xml],
      ['Bu Ngatinah', -7.79, 'Atapnya belum diisi', null],
    ])
  }
})

test('the village head sees names and no forms; who else works there sees how it stands; above the village nobody sees it', async () => {
  const village = house.village()
  const { survey } = await surveyHere(house, village)
  await answersHere(house, village, survey, [
    { ...asked, state: 'has-issues', returned: true, household: newId() },
  ])
  const [head] = await village.as('village-head').rows<SubmissionRow>(submissionCollection)
  expect([head?.name, head?.xml]).toEqual(['Bu Ngatinah', null])
  for (const role of officers)
    expect(await village.as(role).rows<SubmissionRow>(submissionCollection)).toEqual([])
  for (const role of ['board-member', 'unit-manager'] as const) {
    const [row] = await village.as(role).rows<SubmissionRow>(submissionCollection)
    expect(row).toMatchObject({
      ...{
        state: 'has-issues',
        returned: true,
        name: '',
        point: null,
        comment: '',
        xml: null,
        household: null,
      },
      ...{ localPlace: null, by: '', files: {} },
    })
    expect(JSON.stringify(row)).not.toContain('Ngatinah')
  }
})

test('surveys themselves are read by everybody who works in the village or above it', async () => {
  const village = house.village()
  const { survey } = await surveyHere(house, village)
  for (const role of [...villageWorkers, ...officers]) {
    const rows = await village.as(role).rows<SurveyRow>(surveyCollection)
    expect(rows.map((row) => row.id)).toEqual([survey])
  }
  await expect(village.as('teller').feed()).resolves.toMatchObject({ rows: [] })
})

test('a list names households that are on record, and only by their ids', async () => {
  const village = house.village()
  const { survey } = await surveyHere(house, village)
  const list = {
    id: newId(),
    survey,
    basedOn: 0,
    households: [newId()],
    method: 'residents' as const,
    note: 'Pak RT',
  }
  const unknown = await village.as('facilitator').give(setListing, list)
  expect(refusals(unknown)).toEqual(['surveys.no-such-household households'])
  await ok(village.as('facilitator').give(setListing, { ...list, households: [] }))
  const [own] = await village.as('facilitator').rows<ListingRow>(listingCollection)
  const [theirs] = await village.as('board-member').rows<ListingRow>(listingCollection)
  expect([own?.note, theirs?.note]).toEqual(['Pak RT', ''])
  expect(await village.as('city-officer').rows<ListingRow>(listingCollection)).toEqual([])
})

test('a device is let in and ended; its secret is nowhere to be read', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const id = newId()
  const secret = 'k'.repeat(43)
  await ok(facilitator.give(registerDevice, { id, name: 'HP Bu Ani', secret }))
  const [device] = await facilitator.rows<DeviceRow>(deviceCollection)
  expect(device).toMatchObject({ name: 'HP Bu Ani', account: facilitator.actor.account, revokedAt: null })
  expect(JSON.stringify(device)).not.toContain(secret)
  expect(await village.as('volunteer').rows(deviceCollection)).toEqual([])
  await ok(facilitator.give(revokeDevice, { id }))
  expect(refusals(await facilitator.give(revokeDevice, { id }))).toEqual(['surveys.device-revoked'])
  const neighbour = house.village(village.place.slice(0, 8)).as('facilitator')
  expect(refusals(await neighbour.give(revokeDevice, { id }))).toEqual(['surveys.no-such-device id'])
  const { rows } = await house.database.pool.query('select * from surveys.device where id = $1', [id])
  expect(JSON.stringify(rows)).not.toContain(secret)
})
