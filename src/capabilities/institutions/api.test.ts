// Institutions through the real door: registered, tied, scored, agreed on; kept from the wrong role and the wrong village.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, testHouse, type Village } from '../../apps/server/village.testing.ts'
import { lastYear } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { sari } from '../people/people.testing.ts'
import { registerPerson } from '../people/person.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { enrol } from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { takenUp } from '../programmes/shipped.testing.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { agreementCollection, agreeProfile, type ProfileAgreement } from './agreement.ts'
import {
  type Assessment,
  assessmentCollection,
  beginAssessment,
  scoreInstitution,
  settleAssessment,
} from './assessment.ts'
import { profileAgreements, proofOfMeeting } from './door.ts'
import {
  changeInstitution,
  endInstitution,
  type Institution,
  institutionCollection,
  mergeInstitutions,
  registerInstitutions,
} from './institution.ts'
import { institution, tie, today } from './institutions.testing.ts'
import { appointOfficer, type Officer, officerCollection } from './officer.ts'
import { institutionsServer } from './server.ts'
import { institutionsTexts } from './texts.ts'
import { type Tie, tieCollection, tieInstitutions } from './tie.ts'

let house: House
beforeAll(async () => {
  house = await testHouse(
    [placesWithoutNation, programmesServer, peopleServer, institutionsServer],
    institutionsTexts,
  )
})
afterAll(() => house.close())

type Answer = { status: number; body: { errors?: { code: string; field?: string }[] } }
const refused = (answer: Answer) =>
  (answer.body.errors ?? []).map(({ code, field }) => `${code} ${field ?? ''}`.trim())
async function ok(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer
  expect([status, body.errors]).toEqual([200, undefined])
}

async function enrolled(village: Village, named = 'p2kp-2006'): Promise<string> {
  const facilitator = village.as('facilitator')
  const { body } = await facilitator.ask('programmes.available')
  const { definitions } = body as unknown as { definitions: { id: string; key: string; newest: boolean }[] }
  const programme = definitions.find((each) => each.id === named && each.newest)?.key ?? ''
  const id = newId()
  await ok(facilitator.give(enrol, { id, programme, startOn: lastYear('06-01'), ...takenUp }))
  return id
}

async function factsOf(village: Village, enrolment: string) {
  const facts = await inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))
}

const two = () => [
  institution({ name: 'PKK', kind: 'women' }),
  institution({ name: 'Posyandu', kind: 'health' }),
]

test('a register is kept, counted for gates, and read by those who work in the village alone', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const volunteer = village.as('volunteer')
  const [pkk, posyandu] = two() as [ReturnType<typeof institution>, ReturnType<typeof institution>]
  const once = { id: newId(), at: new Date() }
  await ok(volunteer.give(registerInstitutions, { institutions: [pkk, posyandu] }, once))
  await ok(volunteer.give(registerInstitutions, { institutions: [pkk, posyandu] }, once))
  expect(await factsOf(village, enrolment)).toMatchObject({ 'institutions.listed': 2 })
  const again = institution({ name: 'P.K.K.' })
  expect(refused(await volunteer.give(registerInstitutions, { institutions: [again] }))).toEqual([
    'institutions.alike institutions.0.name',
  ])
  const change = { institution: pkk.id, basedOn: 1, changes: { assets: 'Tenda' }, different: false }
  await ok(village.as('board-member').give(changeInstitution, change))
  await ok(volunteer.give(endInstitution, { institution: posyandu.id, on: today, reason: 'Tidak aktif' }))
  expect(await factsOf(village, enrolment)).toMatchObject({ 'institutions.listed': 1 })
  const rows = await village.as('board-member').rows<Institution>(institutionCollection)
  expect(rows.map(({ name, state, assets, version }) => [name, state, assets, version]).sort()).toEqual([
    ['PKK', 'active', 'Tenda', 2],
    ['Posyandu', 'ended', '', 2],
  ])
  for (const role of ['district-officer', 'auditor', 'partner'] as const)
    expect(await village.as(role).rows(institutionCollection)).toEqual([])
  expect((await village.as('city-officer').give(registerInstitutions, { institutions: two() })).status).toBe(
    403,
  )
  const wide = institution({ name: 'x'.repeat(121) })
  expect((await volunteer.give(registerInstitutions, { institutions: [wide] })).status).toBe(400)
})

test('what another village has is not known here, and its ids are taken', async () => {
  const [here, there] = [house.village(), house.village()]
  const [pkk] = two() as [ReturnType<typeof institution>]
  await ok(there.as('facilitator').give(registerInstitutions, { institutions: [pkk] }))
  const facilitator = here.as('facilitator')
  const mine = institution({ name: 'Arisan' })
  await ok(facilitator.give(registerInstitutions, { institutions: [mine] }))
  const ending = { institution: pkk.id, on: today, reason: 'x' }
  expect(refused(await facilitator.give(endInstitution, ending))).toEqual([
    'institutions.no-such-institution institution',
  ])
  expect(refused(await facilitator.give(tieInstitutions, tie(mine.id, pkk.id)))).toEqual([
    'institutions.no-such-institution to',
  ])
  const stolen = await facilitator.give(registerInstitutions, { institutions: [{ ...pkk, name: 'Lain' }] })
  expect([stolen.status, refused(stolen)]).toEqual([409, ['platform.already-exists']])
})

test('an officer on record keeps the name on their own record; any other name is sealed; seeing is logged', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const person = sari({ id: newId() })
  await ok(facilitator.give(registerPerson, person))
  const [pkk] = two() as [ReturnType<typeof institution>]
  await ok(facilitator.give(registerInstitutions, { institutions: [pkk] }))
  const post = { institution: pkk.id, from: null, until: null }
  const chair = { ...post, id: newId(), post: 'Ketua', person: person.id, name: 'apa saja' }
  await ok(facilitator.give(appointOfficer, chair))
  await ok(
    facilitator.give(appointOfficer, { ...post, id: newId(), post: 'Bendahara', person: null, name: 'Wati' }),
  )
  const reader = village.as('board-member')
  const officers = await reader.rows<Officer>(officerCollection)
  expect(officers.map(({ post, name }) => `${post} ${name}`).sort()).toEqual([
    'Bendahara Wati',
    `Ketua ${person.name}`,
  ])
  const { rows: kept } = await house.database.pool.query(
    'select person_id, sealed from institutions.officer where village_code = $1',
    [village.place],
  )
  expect(JSON.stringify(kept.map(({ sealed }) => String(sealed)))).not.toContain('Wati')
  const { rows: looks } = await house.database.pool.query(
    'select subjects from platform.view_log where village_code = $1 and actor = $2 and what = $3',
    [village.place, reader.actor.account, `feed:${officerCollection}`],
  )
  expect(looks.flatMap(({ subjects }) => subjects)).toContain(chair.id)
  expect(await village.as('district-officer').rows(officerCollection)).toEqual([])
})

test('two records become one, with officers and ties', async () => {
  const village = house.village()
  const facilitator = village.as('facilitator')
  const [pkk, posyandu] = two() as [ReturnType<typeof institution>, ReturnType<typeof institution>]
  const twice = institution({ name: 'PKK Kelurahan', different: true })
  await ok(facilitator.give(registerInstitutions, { institutions: [pkk, posyandu, twice] }))
  await ok(facilitator.give(tieInstitutions, tie(twice.id, posyandu.id)))
  await ok(facilitator.give(tieInstitutions, tie(twice.id, pkk.id)))
  const post = { institution: twice.id, post: 'Ketua', person: null, name: 'Wati', from: null, until: null }
  await ok(facilitator.give(appointOfficer, { ...post, id: newId() }))
  const merge = { keep: pkk.id, drop: twice.id, keepBasedOn: 1, dropBasedOn: 1 }
  await ok(facilitator.give(mergeInstitutions, merge))
  const standing = (await facilitator.rows<Tie>(tieCollection)).filter(({ until }) => until === null)
  expect(standing.map(({ from, to }) => [from, to])).toEqual([[pkk.id, posyandu.id]])
  expect((await facilitator.rows<Officer>(officerCollection)).map(({ institution }) => institution)).toEqual([
    pkk.id,
  ])
  expect(refused(await facilitator.give(mergeInstitutions, merge))).toEqual(['institutions.merged-away drop'])
})

test('a discussion scores institutions on the criteria of the programme, and then stands', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const [pkk] = two() as [ReturnType<typeof institution>]
  await ok(facilitator.give(registerInstitutions, { institutions: [pkk] }))
  const id = newId()
  const fgd = {
    id,
    enrolment,
    title: 'FGD Kelembagaan',
    on: today,
    where: 'Balai RW',
    women: 8,
    men: 6,
    poor: 5,
  }
  expect(refused(await facilitator.give(beginAssessment, { ...fgd, poor: 15 }))).toEqual([
    'institutions.more-poor-than-present poor',
  ])
  await ok(facilitator.give(beginAssessment, fgd))
  const criteria = [
    'volunteering',
    'inclusive',
    'collective',
    'participatory',
    'accountable',
    'aspirational',
    'rooted',
  ]
  const scores = criteria.map((criterion) => ({ criterion, score: 4, reason: 'Terlihat dari kegiatannya' }))
  const score = { assessment: id, institution: pkk.id }
  await ok(facilitator.give(scoreInstitution, { ...score, scores: scores.slice(0, 3) }))
  const settling = { assessment: id, agreed: true, on: today, note: '' }
  expect(refused(await facilitator.give(settleAssessment, settling))).toEqual(['institutions.half-scored'])
  const odd = { criterion: 'rich', score: 1, reason: 'x' }
  expect(refused(await facilitator.give(scoreInstitution, { ...score, scores: [odd] }))).toEqual([
    'institutions.no-such-criterion scores',
  ])
  await ok(facilitator.give(scoreInstitution, { ...score, scores }))
  await ok(facilitator.give(settleAssessment, settling))
  expect(refused(await facilitator.give(scoreInstitution, { ...score, scores }))).toEqual([
    'institutions.assessment-settled',
  ])
  const [row] = await facilitator.rows<Assessment>(assessmentCollection)
  expect([row?.scores.length, row?.outcome?.agreed]).toEqual([7, true])
  // A programme that names no criteria has no such discussion.
  const kat = await enrolled(village, 'social-resilience')
  expect(refused(await facilitator.give(beginAssessment, { ...fgd, id: newId(), enrolment: kat }))).toEqual([
    'institutions.no-criteria enrolment',
  ])
})

test('what residents agreed counts for gates while its meeting proves it and one of the institutions is there', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const [pkk, posyandu] = two() as [ReturnType<typeof institution>, ReturnType<typeof institution>]
  await ok(facilitator.give(registerInstitutions, { institutions: [pkk, posyandu] }))
  const meeting = newId()
  const agreeing = { enrolment, meeting, on: today, note: '', institutions: [pkk.id] }
  expect((await village.as('volunteer').give(agreeProfile, agreeing)).status).toBe(403)
  expect(refused(await facilitator.give(agreeProfile, { ...agreeing, institutions: [newId()] }))).toEqual([
    'institutions.no-such-institution institutions',
  ])
  await ok(facilitator.give(agreeProfile, agreeing))
  const agreed = async () => (await factsOf(village, enrolment))['institutions.profile_agreed']
  expect(await agreed()).toBe(true)
  const tell = (proves: boolean) =>
    inPlace(house.db, village.place, newId(), async (tx) => {
      const at = {
        tx,
        vault: house.services.vault,
        place: village.place,
        district: village.place.slice(0, 8),
      }
      expect(await profileAgreements(at)).toHaveLength(1)
      await proofOfMeeting({ ...at, changes: { touch: () => {} } }, () => proves)
    })
  house.changedBehindLog = true
  await tell(false)
  expect(await agreed()).toBe(false)
  await tell(true)
  expect(await agreed()).toBe(true)
  await ok(facilitator.give(endInstitution, { institution: pkk.id, on: today, reason: 'Bubar' }))
  expect(await agreed()).toBe(false)
  const [row] = await facilitator.rows<ProfileAgreement>(agreementCollection)
  expect(row?.agreed).toHaveLength(1)
})
