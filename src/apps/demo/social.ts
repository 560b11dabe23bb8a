// Social resilience in two villages: Tanjung Pasir (Ogan Ilir) has chosen the place and now looks (LOOK); Kampung Laut
// (Tanjung Jabung Timur) did the first stages before it had Rembug, from its archive, and waits for the stimulant.
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import type { PersonInput } from '../../capabilities/people/person.ts'
import { enrol, noteStep, sign } from '../../capabilities/programmes/enrolment.ts'
import { type Duty, formTeam } from '../../capabilities/volunteers/team.ts'
import { registerVolunteers } from '../../capabilities/volunteers/volunteer.ts'
import type { Actor } from '../../platform/server/capability.ts'
import { actorFor } from './accounts.ts'
import type { Story } from './story.ts'
import {
  acknowledge,
  adultsOf,
  archive,
  attendee,
  hold,
  localPlace,
  neighbourhoods,
  note,
  observe,
  plan,
  settle,
  type Told,
} from './telling.ts'

const facilitator = actorFor('fasilitator.sosial')

async function ground(
  story: Story,
  hamlets: readonly string[],
  each: number,
  households: number,
  offset: number,
) {
  const above = hamlets.map((name) => localPlace({ id: story.id('hamlet', name), kind: 'hamlet', name }))
  const rt = neighbourhoods(story, above, each)
  const homes = rt.map(({ id }) => id)
  const village = { style: 'melayu' as const, households, homes, poorPercent: 36, noNikPercent: 9 }
  return adultsOf(await settle(story, facilitator, [...above, ...rt], village, offset))
}

async function takeUp(story: Story, programme: string, startOn: number, offset: number): Promise<string> {
  const enrolment = story.id('enrolment', 'resilience')
  const input = {
    id: enrolment,
    programme,
    subject: null,
    archive: false,
    afterEra: false,
    startOn: story.day(startOn),
    category: null,
    eligibility: {},
  }
  await story.give(facilitator, enrol, input, offset)
  return enrolment
}

async function workingGroup(
  story: Story,
  enrolment: string,
  adults: readonly PersonInput[],
  on: number,
): Promise<void> {
  const chosen = adults.filter((_, i) => i % 5 === 1).slice(0, 12)
  const volunteers = chosen.map((person, i) => ({
    id: story.id('volunteer', i),
    person: person.id,
    name: person.name,
    sex: person.sex,
    poor: person.poor,
    localPlace: person.localPlace,
    localPlaceText: '',
    phone: null,
    skills: '',
    motivation: '',
    interests: '',
  }))
  await story.give(facilitator, registerVolunteers, { enrolment, on: story.day(on), volunteers }, on, '15:00')
  const duty = (i: number): Duty => (['coordinator', 'secretary', 'treasurer'] as const)[i] ?? 'member'
  const team = {
    team: story.id('team'),
    enrolment,
    kind: 'working_group',
    name: 'Pokja Tansosmas',
    members: volunteers.map(({ id }, i) => ({ volunteer: id, duty: duty(i) })),
    formedOn: story.day(on),
    meeting: null,
  }
  await story.give(facilitator, formTeam, team, on, '16:00')
}

const choice = (enrolment: string, place: string, on: number): Told => ({
  key: 'location',
  enrolment,
  kind: 'location',
  title: 'Pertemuan penjajagan lokasi',
  placeText: place,
  organiser: 'Puslitbang Kesos',
  agenda: ['Tahapan dan jadwal', 'Fasilitator dan pendamping', 'Wakil pranata sosial'],
  invitees: ['formal_leaders', 'informal_leaders', 'social_norms', 'social_organisations', 'networks'],
  on,
  start: '13:30',
  end: '16:00',
})

const elementsAt = (person: PersonInput, index: number): string[] => [
  ['formal_leaders', 'informal_leaders', 'social_norms', 'social_organisations', 'networks'][index % 5] ??
    'networks',
  ...(person.poor ? ['vulnerable_residents'] : []),
]

async function closeStage(
  story: Story,
  enrolment: string,
  stage: string,
  head: Actor,
  offset: number,
): Promise<void> {
  await story.give(facilitator, sign, { enrolment, stage, as: 'submitted', note: '' }, offset)
  await story.give(head, sign, { enrolment, stage, as: 'acknowledged', note: '' }, offset + 1)
}

export async function tellTanjungPasir(story: Story, programme: string): Promise<void> {
  const head = actorFor('kades.pasir')
  const adults = await ground(story, ['Dusun Satu', 'Dusun Dua'], 3, 48, -60)
  const enrolment = await takeUp(story, programme, -52, -52)
  const told = choice(enrolment, 'Balai Desa Tanjung Pasir', -44)
  const meeting = story.id('meeting', told.key)
  const present = adults.filter((_, i) => i % 2 === 0).slice(0, 34)
  const attendees = present.map((person, i) => attendee(story, meeting, person, elementsAt(person, i)))
  await hold(story, facilitator, told, attendees, {
    chair: head.name,
    notulis: facilitator.name,
    minutes: 'Empat dimensi ketahanan sosial dijelaskan. Warga memilih tiga puluh wakil pranata sosial.',
    option: null,
    followUps: [
      { text: 'Mengundang wakil pranata sosial untuk membentuk Pokja', responsible: head.name, due: -30 },
    ],
  })
  await acknowledge(story, head, [meeting], -43)
  await observe(story, facilitator, {
    enrolment,
    outcome: 'committed_people',
    seen: 'Fasilitator dan pendamping mendatangi setiap dusun tanpa diminta; wakil pranata datang semua sampai selesai.',
    checks: ['facilitator_committed', 'companion_committed', 'participants_committed'],
    on: -43,
  })
  await story.give(
    facilitator,
    noteStep,
    { enrolment, step: 'location_visit', began: story.day(-50), ended: story.day(-44) },
    -43,
    '12:00',
  )
  await closeStage(story, enrolment, 'location', head, -42)
  await workingGroup(story, enrolment, adults, -28)
  await story.give(
    facilitator,
    noteStep,
    { enrolment, step: 'working_group', began: story.day(-30), ended: null },
    -28,
    '17:00',
  )
}

const stages = [
  { stage: 'location', title: 'Penjajagan lokasi', on: -330 },
  { stage: 'look', title: 'Look: gambaran empat dimensi', on: -280 },
  { stage: 'think', title: 'Think: rencana aksi', on: -240 },
]

export async function tellKampungLaut(story: Story, programme: string): Promise<void> {
  const head = actorFor('lurah.laut')
  const adults = await ground(story, ['Lingkungan Pesisir', 'Lingkungan Muara'], 2, 40, -45)
  const enrolment = await takeUp(story, programme, -350, -44)
  for (const stage of stages) await archive(story, facilitator, head, { enrolment, ...stage }, -43)
  await workingGroup(story, enrolment, adults, -40)
  const told: Told = {
    ...choice(enrolment, 'Kantor Kelurahan Kampung Laut', -35),
    key: 'action-plan',
    kind: 'action_plan',
    title: 'Rembug meninjau rencana aksi',
    organiser: 'Pokja Tansosmas',
    agenda: ['Meninjau rencana aksi', 'Pedoman stimulan'],
    invitees: ['social_norms', 'social_organisations', 'vulnerable_residents'],
  }
  const heads = {
    women: 13,
    men: 16,
    poor: 9,
    elements: { social_norms: 9, social_organisations: 11, vulnerable_residents: 9 },
  }
  const held = await note(story, facilitator, told, heads, {
    chair: head.name,
    notulis: facilitator.name,
    minutes: 'Rencana aksi per dimensi dibaca ulang; prioritas: rumah belajar dan arisan nelayan.',
    option: 'disepakati',
    decision: 'Rencana aksi disepakati untuk dilaksanakan.',
  })
  await acknowledge(story, head, [held], -34)
  const next = plan(story, {
    ...told,
    key: 'evaluation',
    kind: 'evaluation',
    title: 'Rembug evaluasi tengah jalan',
    agenda: ['Hasil sementara'],
    on: 12,
  })
  await story.give(facilitator, planMeeting, next, -2)
}
