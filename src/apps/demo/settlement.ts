// A settlement of Orang Rimba below Bukit Suban (Jambi), in its first year of the three-year KAT programme. The
// settlement is made up; nothing in the sources names one.
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import type { PersonInput } from '../../capabilities/people/person.ts'
import { demoSettlement } from '../../capabilities/places/demo-places.ts'
import { enrol, noteStep } from '../../capabilities/programmes/enrolment.ts'
import { actorFor } from './accounts.ts'
import type { Story } from './story.ts'
import {
  acknowledge,
  adultsOf,
  archive,
  attendee,
  hold,
  localPlace,
  plan,
  settle,
  type Told,
} from './telling.ts'

const companion = actorFor('pendamping')
const head = actorFor('kades.suban')

const consent = (enrolment: string): Told => ({
  key: 'consent',
  enrolment,
  kind: 'consent',
  title: 'Musyawarah persetujuan komunitas',
  placeText: 'Rombong Contoh',
  organiser: 'Tumenggung dan pendamping',
  agenda: ['Keterangan dalam bahasa warga', 'Musyawarah tanpa tekanan'],
  invitees: ['kat_residents', 'customary_leaders', 'women'],
  on: -120,
  start: '09:00',
  end: '12:00',
})

function elementsAt(person: PersonInput, index: number): string[] {
  const leads = index < 3 ? ['customary_leaders'] : []
  return ['kat_residents', ...leads, ...(person.sex === 'female' ? ['women'] : [])]
}

async function consentMeeting(
  story: Story,
  enrolment: string,
  adults: readonly PersonInput[],
): Promise<void> {
  const told = consent(enrolment)
  const meeting = story.id('meeting', told.key)
  const attendees = adults
    .slice(0, 26)
    .map((person, i) => attendee(story, meeting, person, elementsAt(person, i)))
  await hold(story, companion, told, attendees, {
    chair: 'Tumenggung Tungkal',
    notulis: companion.name,
    minutes:
      'Keterangan diberikan dua kali dalam bahasa Rimba. Para induk meminta hutan larangan tetap dijaga.',
    option: 'setuju',
    decision: 'Komunitas setuju, dengan syarat hutan larangan tidak dibuka.',
  })
  await acknowledge(story, head, [meeting], -118)
}

async function firstYear(story: Story, enrolment: string): Promise<void> {
  const identified = { step: 'wisdom_identified', began: story.day(-90), ended: story.day(-58) }
  const strengthened = { step: 'wisdom_strengthened', began: story.day(-50), ended: null }
  await story.give(companion, noteStep, { enrolment, ...identified }, -57)
  await story.give(companion, noteStep, { enrolment, ...strengthened }, -49)
  const harmony = plan(story, {
    ...consent(enrolment),
    key: 'harmony',
    kind: 'harmony',
    title: 'Pertemuan warga Rimba dan warga desa',
    placeText: 'Balai Desa Bukit Suban',
    agenda: ['Jalan kebun bersama', 'Sekolah rimba'],
    invitees: ['kat_residents', 'neighbours', 'customary_leaders'],
    on: 5,
  })
  await story.give(companion, planMeeting, harmony, -3)
}

const eligibility = {
  earlier_allocation: true,
  evaluated: true,
  own_agency: true,
  neighbours_included: true,
  other_sectors: true,
}

function site(story: Story) {
  const { name, ...about } = demoSettlement
  const accessNote = 'Dua jam jalan kaki dari ujung jalan kebun (contoh)'
  const settlement = { ...about, access: [...about.access], accessNote }
  return localPlace({ id: story.id('settlement'), kind: 'settlement', name, households: 22, settlement })
}

export async function tellSettlement(story: Story, programme: string): Promise<void> {
  const home = site(story)
  const village = {
    style: 'rimba' as const,
    households: 22,
    homes: [home.id],
    poorPercent: 100,
    noNikPercent: 70,
  }
  const register = await settle(story, companion, [home], village, -150)
  const enrolment = story.id('enrolment', 'kat')
  const taken = { id: enrolment, programme, settlement: home.id, startOn: story.day(-140) }
  await story.give(companion, enrol, { ...taken, category: 'i', eligibility }, -140)
  await consentMeeting(story, enrolment, adultsOf(register))
  const title = 'Persiapan: pemetaan, studi kelayakan, penetapan lokasi'
  await archive(story, companion, { enrolment, stage: 'preparation', title, on: -95 }, -94)
  await firstYear(story, enrolment)
}
