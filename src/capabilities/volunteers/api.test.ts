import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House } from '../../apps/server/village.testing.ts'
import type { Command, Envelope } from '../../kernel/command.ts'
import { lastYear } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { recordMeeting } from '../meetings/commands.ts'
import { attendee, minutes, plan } from '../meetings/meetings.testing.ts'
import { sari } from '../people/people.testing.ts'
import { registerPerson } from '../people/person.ts'
import { volunteersApplies } from './apply.ts'
import { type Certificate, issueCertificates } from './certificate.ts'
import { volunteerFacts } from './evidence.ts'
import { enrolled, factsOf, ok, on, refusals, rows, volunteersHouse, withRts } from './house.testing.ts'
import { acknowledgeRoll } from './roll.ts'
import { changeTeam, dissolveTeam, formTeam, type Team } from './team.ts'
import { changeVolunteer, registerVolunteers, withdrawVolunteer } from './volunteer.ts'
import { newcomer } from './volunteers.testing.ts'

let house: House
beforeAll(async () => {
  house = await volunteersHouse()
})
afterAll(() => house.close())

test('a village recruits its volunteers, forms the reflection team, and the village head acknowledges the roll', async () => {
  const village = house.village()
  const enrolment = await enrolled(village)
  const facilitator = village.as('facilitator')
  const [rt1 = '', rt2 = ''] = await withRts(house, village, 4)
  const siti = newcomer({ name: 'Siti', localPlace: rt1, poor: true, phone: '0812 3456 7890' })
  const budi = newcomer({ name: 'Budi', sex: 'male', localPlace: rt2 })
  const wati = newcomer({ name: 'Wati', localPlace: rt2 })
  await ok(facilitator.give(registerVolunteers, { enrolment, on, volunteers: [siti, budi, wati] }))
  expect(await factsOf(house, village, enrolment)).toMatchObject({
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
  expect(await factsOf(house, village, enrolment)).toMatchObject({
    'team.reflection.formed': true,
    'team.reflection.members': 2,
    'team.reflection.women': 1,
    'team.reflection.poor': 1,
    'team.mapping.formed': false,
    'volunteers.acknowledged': true,
  })
  await ok(facilitator.give(withdrawVolunteer, { volunteer: siti.id, on, reason: 'Pindah kerja' }))
  expect(await factsOf(house, village, enrolment)).toMatchObject({
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
      {
        volunteer: b.id,
        basedOn: 1,
        changes: { skills: 'Memasak', interests: '', phone: '+62 811 222 333' },
      },
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
  expect(await factsOf(house, village, enrolment)).toMatchObject(
    Object.fromEntries(Object.entries(counted).map(([name, fact]) => [name, fact.value])),
  )
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
  await ok(facilitator.give(registerVolunteers, { enrolment, on: lastYear('06-11'), volunteers: [back] }))
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
    facilitator.give(registerVolunteers, {
      enrolment,
      on: lastYear('06-02'),
      volunteers: [siti, budi, wati],
    }),
  )
  for (const day of [1, 2, 3]) {
    const who = day === 2 ? [siti, budi] : [siti, budi, wati]
    const date = lastYear(`06-0${day + 2}`)
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
      on: lastYear('07-01'),
      certificates: wanted(budi),
    }),
  )
  const year = on.slice(0, 4)
  const certificates = await rows<Certificate>(facilitator, 'certificate')
  expect(certificates.map((each) => each.number).sort()).toEqual([
    `001/SERT/VI/${year}`,
    `002/SERT/VII/${year}`,
  ])
  expect(certificates[0]?.days).toEqual(['06-03', '06-04', '06-05'].map(lastYear))
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
