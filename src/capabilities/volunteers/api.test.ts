import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, type Person, testHouse, type Village } from '../../apps/server/village.testing.ts'
import type { Command, Envelope } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { recordMeeting } from '../meetings/commands.ts'
import { attendee, minutes, plan } from '../meetings/meetings.testing.ts'
import { meetingsServer } from '../meetings/server.ts'
import { sari } from '../people/people.testing.ts'
import { registerPerson } from '../people/person.ts'
import { peopleServer } from '../people/server.ts'
import { addLocalPlaces } from '../places/local-place.ts'
import { placesWithoutNation, seedRegions } from '../places/regions.testing.ts'
import * as programmes from '../programmes/enrolment.ts'
import { programmesServer } from '../programmes/server.ts'
import { enrolmentStore } from '../programmes/store.ts'
import { volunteersApplies } from './apply.ts'
import { type Certificate, issueCertificates } from './certificate.ts'
import { volunteerFacts } from './evidence.ts'
import { volunteersRefusals } from './refusal-texts.ts'
import { type Acknowledgement, acknowledgeRoll } from './roll.ts'
import { volunteersServer } from './server.ts'
import { changeTeam, dissolveTeam, formTeam, type Team } from './team.ts'
import { changeVolunteer, registerVolunteers, type Volunteer, withdrawVolunteer } from './volunteer.ts'
import { newcomer } from './volunteers.testing.ts'

let house: House
beforeAll(async () => {
  house = await testHouse(
    [placesWithoutNation, programmesServer, peopleServer, meetingsServer, volunteersServer],
    volunteersRefusals,
  )
})
afterAll(() => house.close())

const on = '2026-06-10'
type Answer = { status: number; body: { errors?: { code: string; field?: string }[] } }
const refusals = (answer: Answer) =>
  (answer.body.errors ?? []).map((each) => `${each.code} ${each.field ?? ''}`.trim())

async function ok(answer: Promise<{ status: number; body: unknown }>) {
  const { status, body } = await answer
  expect(body).toMatchObject({ status: 'done' })
  expect(status).toBe(200)
  return body
}

async function enrolled(village: Village): Promise<string> {
  const facilitator = village.as('facilitator')
  const answer = await facilitator.ask('programmes.available')
  const { definitions } = answer.body as unknown as {
    definitions: { id: string; key: string; newest: boolean }[]
  }
  const programme = definitions.find((each) => each.id === 'p2kp-2006' && each.newest)?.key ?? ''
  const id = newId()
  const input = { id, programme, settlement: null, startOn: '2026-06-01', category: null, eligibility: {} }
  await ok(facilitator.give(programmes.enrol, input))
  return id
}

const factsOf = async (village: Village, enrolment: string) => {
  const facts = await inPlace(house.db, village.place, newId(), (tx) =>
    enrolmentStore(tx, village.place.slice(0, 8), village.place).facts(enrolment),
  )
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))
}

const rows = <T extends { id: string }>(who: Person, collection: string) =>
  who.rows<T>(`volunteers.${collection}`)

async function withRts(village: Village, count: number): Promise<string[]> {
  await seedRegions(house.db, [village.place])
  const blank = { name: null, households: null, settlement: null }
  const rw = { id: newId(), kind: 'rw' as const, number: 1, parent: null, ...blank }
  const places = Array.from({ length: count }, (_, i) => ({
    ...{ id: newId(), kind: 'rt' as const, number: i + 1, parent: rw.id },
    ...blank,
  }))
  await ok(village.as('facilitator').give(addLocalPlaces, { places: [rw, ...places] }))
  return places.map((each) => each.id)
}

test('a village recruits its volunteers, forms the reflection team, and the village head acknowledges the roll', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const [rt1 = '', rt2 = ''] = await withRts(village, 4)
  const siti = newcomer({ name: 'Siti', localPlace: rt1, poor: true, phone: '0812 3456 7890' })
  const budi = newcomer({ name: 'Budi', sex: 'male', localPlace: rt2 })
  const wati = newcomer({ name: 'Wati', localPlace: rt2 })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti, budi, wati] }))
  expect(await factsOf(village, enrolment)).toMatchObject({
    'volunteers.registered': 3,
    'volunteers.women': 2,
    'volunteers.men': 1,
    'volunteers.poor': 1,
    'volunteers.women_percent': 66,
    'volunteers.by_rt_coverage_percent': 50,
    'volunteers.acknowledged': false,
    'team.reflection.formed': false,
    'team.reflection.members': 0,
  })
  const team = newId()
  const members = [
    { volunteer: siti.id, duty: 'coordinator' as const },
    { volunteer: budi.id, duty: 'member' as const },
  ]
  await ok(
    facilitator.give(formTeam, {
      team,
      enrolment,
      kind: 'reflection',
      name: 'Tim Refleksi',
      members,
      formedOn: on,
      meeting: null,
    }),
  )
  const seen = [siti.id, budi.id, wati.id]
  await ok(
    village
      .as('village-head')
      .give(acknowledgeRoll, { enrolment, volunteers: seen, name: 'Lurah', note: '' }),
  )
  expect(await factsOf(village, enrolment)).toMatchObject({
    'team.reflection.formed': true,
    'team.reflection.members': 2,
    'team.reflection.women': 1,
    'team.reflection.poor': 1,
    'team.mapping.formed': false,
    'volunteers.acknowledged': true,
  })
  await ok(facilitator.give(withdrawVolunteer, { volunteer: siti.id, on, reason: 'Pindah kerja' }))
  expect(await factsOf(village, enrolment)).toMatchObject({
    'volunteers.registered': 2,
    'volunteers.by_rt_coverage_percent': 25,
    'team.reflection.members': 1,
    'volunteers.acknowledged': true,
  })
  const [standing] = await rows<Team>(facilitator, 'team')
  expect(standing).toMatchObject({ members: [members[1]], version: 2 })
})

test('what the phone shows is what the server stores, and both count the same facts', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const who = village.as(['facilitator', 'village-head'])
  const [a, b] = [
    newcomer({ name: 'A', phone: '08123456789' }),
    newcomer({ name: 'B', sex: 'male', poor: true }),
  ]
  const team = newId()
  const steps: [Command<never>, unknown][] = [
    [registerVolunteers as never, { enrolment, on, volunteers: [a, b] }],
    [
      changeVolunteer as never,
      { volunteer: b.id, basedOn: 1, changes: { skills: 'Memasak', phone: '+62 811 222 333' } },
    ],
    [
      formTeam as never,
      {
        team,
        enrolment,
        kind: 'mapping',
        name: 'PS',
        members: [
          { volunteer: a.id, duty: 'member' },
          { volunteer: b.id, duty: 'secretary' },
        ],
        formedOn: on,
        meeting: null,
      },
    ],
    [changeTeam as never, { team, basedOn: 1, changes: { name: 'Tim PS' } }],
    [acknowledgeRoll as never, { enrolment, volunteers: [a.id], name: 'Lurah', note: 'Setuju' }],
    [withdrawVolunteer as never, { volunteer: a.id, on, reason: 'Sakit' }],
    [acknowledgeRoll as never, { enrolment, volunteers: [b.id, a.id], name: 'Lurah', note: '' }],
    [dissolveTeam as never, { team, on, reason: 'Selesai' }],
  ]
  const base = (await who.feed()).rows as Change[]
  let local = base
  for (const [command, input] of steps) {
    const at = new Date()
    const envelope = {
      id: newId(),
      name: command.name,
      version: 1,
      place: village.place,
      at: at.toISOString(),
      device: '',
      input,
    }
    const apply = volunteersApplies[command.name as keyof typeof volunteersApplies]
    local = [...local, ...apply(viewOf(village.place, local), envelope as Envelope<never>)]
    await ok(who.give(command, input as never, { at }))
  }
  const server = viewOf(village.place, (await who.feed()).rows as Change[])
  const phone = viewOf(village.place, local)
  const unsigned = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(who.actor.account, ''))
  for (const collection of ['volunteer', 'team', 'acknowledgement']) {
    const of = (view: typeof server) =>
      [...view.all<{ id: string }>(`volunteers.${collection}`)].sort((x, y) => (x.id < y.id ? -1 : 1))
    expect(of(phone), collection).toEqual(unsigned(of(server)))
  }
  const counted = volunteerFacts(phone, enrolment)
  expect(await factsOf(village, enrolment)).toMatchObject(
    Object.fromEntries(Object.entries(counted).map(([name, fact]) => [name, fact.value])),
  )
})

test('the telephone number never goes to a phone; who may, asks for it, and it is written down', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const siti = newcomer({ name: 'Siti', phone: '081234567890' })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  const [row] = await rows<Volunteer>(facilitator, 'volunteer')
  expect(row).toMatchObject({ name: 'Siti', hasPhone: true })
  expect(JSON.stringify(row)).not.toContain('081234567890')
  const asked = await facilitator.ask('volunteers.phone', { volunteer: siti.id })
  expect(asked.body).toMatchObject({ phone: '081234567890' })
  expect((await village.as('volunteer').ask('volunteers.phone', { volunteer: siti.id })).status).toBe(403)
  await ok(
    facilitator.give(changeVolunteer, {
      volunteer: siti.id,
      basedOn: 1,
      changes: { motivation: 'Menolong' },
    }),
  )
  const again = await facilitator.ask('volunteers.phone', { volunteer: siti.id })
  expect(again.body).toMatchObject({ phone: '081234567890' })
  await ok(facilitator.give(changeVolunteer, { volunteer: siti.id, basedOn: 2, changes: { phone: null } }))
  expect((await facilitator.ask('volunteers.phone', { volunteer: siti.id })).body).toMatchObject({
    phone: null,
  })
})

test('officers above the village count the same people and learn no names', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const siti = newcomer({ name: 'Siti Rahasia', poor: true, skills: 'Menjahit', phone: '0812345678' })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  const camat = village.as('district-officer')
  const feed = JSON.stringify(await rows(camat, 'volunteer'))
  expect(feed).not.toMatch(/Rahasia|Menjahit/)
  const view = viewOf(village.place, (await camat.feed()).rows as Change[])
  expect(volunteerFacts(view, enrolment)).toMatchObject({
    'volunteers.registered': { value: 1 },
    'volunteers.poor': { value: 1 },
  })
  expect((await camat.give(registerVolunteers, { enrolment, on, volunteers: [newcomer()] })).status).toBe(403)
})

test('a person on record is a volunteer once, and only when on record here', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const resident = sari({ name: 'Siti Aminah', nik: null, noNik: 'unknown' })
  await ok(facilitator.give(registerPerson, resident))
  const one = newcomer({ name: 'Siti Aminah', person: resident.id })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [one] }))
  const again = await facilitator.give(registerVolunteers, {
    enrolment,
    on,
    volunteers: [newcomer({ person: resident.id }), newcomer({ person: newId() })],
  })
  expect(again.status).toBe(422)
  expect(refusals(again)).toEqual([
    'volunteers.already-volunteer volunteers.0.person',
    'volunteers.no-such-person volunteers.1.person',
  ])
  expect(await rows(facilitator, 'volunteer')).toHaveLength(1)
  await ok(facilitator.give(withdrawVolunteer, { volunteer: one.id, on, reason: 'Sibuk' }))
  const back = newcomer({ name: 'Siti Aminah', person: resident.id })
  await ok(facilitator.give(registerVolunteers, { enrolment, on: '2026-06-11', volunteers: [back] }))
  expect(await rows(facilitator, 'volunteer')).toHaveLength(2)
})

test('who was there on all three days gets a certificate, numbered by the server one after the other', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const [siti, budi, wati] = [
    newcomer({ name: 'Siti' }),
    newcomer({ name: 'Budi', sex: 'male' }),
    newcomer({ name: 'Wati' }),
  ]
  await ok(
    facilitator.give(registerVolunteers, { enrolment, on: '2026-06-02', volunteers: [siti, budi, wati] }),
  )
  for (const day of [1, 2, 3]) {
    const who = day === 2 ? [siti, budi] : [siti, budi, wati]
    const date = `2026-06-0${day + 2}`
    const session = plan({ enrolment, group: 'training', kind: 'basic', batch: 1, day, date })
    const { meeting: _, ...closing } = minutes(session.meeting, { date })
    const attendees = who.map((each) => attendee({ name: each.name, sex: each.sex }))
    await ok(facilitator.give(recordMeeting, { plan: session, headCount: null, attendees, closing }))
  }
  const wanted = (...who: { id: string }[]) => who.map((each) => ({ id: newId(), volunteer: each.id }))
  const all = await facilitator.give(issueCertificates, {
    enrolment,
    kind: 'basic',
    on,
    certificates: wanted(siti, wati),
  })
  expect(refusals(all)).toEqual(['volunteers.days-missed certificates.1.volunteer'])
  await ok(facilitator.give(issueCertificates, { enrolment, kind: 'basic', on, certificates: wanted(siti) }))
  await ok(
    facilitator.give(issueCertificates, {
      enrolment,
      kind: 'basic',
      on: '2026-07-01',
      certificates: wanted(budi),
    }),
  )
  const certificates = await rows<Certificate>(facilitator, 'certificate')
  expect(certificates.map((each) => each.number).sort()).toEqual(['001/SERT/VI/2026', '002/SERT/VII/2026'])
  expect(certificates[0]?.days).toEqual(['2026-06-03', '2026-06-04', '2026-06-05'])
  const twice = await facilitator.give(issueCertificates, {
    enrolment,
    kind: 'basic',
    on,
    certificates: wanted(siti),
  })
  expect(refusals(twice)).toEqual(['volunteers.certified-already certificates.0.volunteer'])
})

test('two edits of one volunteer: the second is shown field by field', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const siti = newcomer({ name: 'Siti' })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  await ok(
    facilitator.give(changeVolunteer, { volunteer: siti.id, basedOn: 1, changes: { name: 'Siti Aminah' } }),
  )
  const late = await facilitator.give(changeVolunteer, {
    volunteer: siti.id,
    basedOn: 1,
    changes: { name: 'Siti Aisyah' },
  })
  expect(late.body.errors).toMatchObject([
    {
      code: 'volunteers.changed-meanwhile',
      field: 'changes.name',
      facts: { theirs: 'Siti Aminah', yours: 'Siti Aisyah' },
    },
  ])
})

test('only the village head acknowledges, and nobody of another village is touched', async () => {
  const village = house.village()
  const neighbour = house.village(village.place.slice(0, 8))
  const enrolment = await enrolled(village)
  const siti = newcomer({ name: 'Siti' })
  await ok(village.as('facilitator').give(registerVolunteers, { enrolment, on, volunteers: [siti] }))
  const signing = { enrolment, volunteers: [siti.id], name: 'Lurah', note: '' }
  expect((await village.as('facilitator').give(acknowledgeRoll, signing)).status).toBe(403)
  const other = neighbour.as(['facilitator', 'village-head'])
  expect(refusals(await other.give(acknowledgeRoll, signing))).toEqual([
    'volunteers.no-such-enrolment enrolment',
  ])
  const taken = await other.give(changeVolunteer, { volunteer: siti.id, basedOn: 1, changes: { name: 'X' } })
  expect(refusals(taken)).toEqual(['volunteers.no-such-volunteer volunteer'])
  expect((await other.ask('volunteers.phone', { volunteer: siti.id })).status).toBe(422)
  expect(await rows(other, 'volunteer')).toEqual([])
  await ok(village.as('village-head').give(acknowledgeRoll, signing))
  const [row] = await rows<Acknowledgement>(village.as('village-head'), 'acknowledgement')
  expect(row).toMatchObject({ id: enrolment, signings: [{ name: 'Lurah', volunteers: [siti.id] }] })
})

test('malformed input is refused with the field it concerns', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const bad = await facilitator.give(registerVolunteers, {
    enrolment,
    on: '2026-02-30',
    volunteers: [newcomer({ phone: 'tidak ada' })],
  })
  expect(bad.status).toBe(400)
  expect(refusals(bad)).toEqual(['platform.not-a-day on', 'volunteers.not-a-phone volunteers.0.phone'])
  const many = await facilitator.give(registerVolunteers, {
    enrolment,
    on,
    volunteers: Array.from({ length: 61 }, () => newcomer()),
  })
  expect(many.status).toBe(400)
})
