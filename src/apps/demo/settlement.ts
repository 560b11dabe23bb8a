// Two sites of Orang Rimba below Bukit Suban (Jambi): one that had an allocation before, in the first budget year of
// the programme of harmony and strengthening, and a new one that said yes after its first exploration. Both are made
// up; nothing in the sources names one.
import { planMeeting } from '../../capabilities/meetings/commands.ts'
import type { PersonInput } from '../../capabilities/people/person.ts'
import { demoSettlement } from '../../capabilities/places/demo-places.ts'
import { enrol, noteStep } from '../../capabilities/programmes/enrolment.ts'
import { setCategory, setCustomaryDay } from '../../capabilities/programmes/site.ts'
import { daysBetween } from '../../kernel/day.ts'
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
  placeText: 'Rombong Hulu (contoh)',
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
  // In the third budget year: the first is this one.
  const on = `${Number(story.day(0).slice(0, 4)) + 2}-08-12`
  const customary = { step: 'customary_event', on, toldBy: 'Tumenggung' }
  await story.give(companion, setCustomaryDay, { enrolment, ...customary }, -60)
  const identified = { step: 'wisdom_identified', began: story.day(-90), ended: story.day(-58) }
  const strengthened = { step: 'wisdom_strengthened', began: story.day(-50), ended: null }
  await story.give(companion, noteStep, { enrolment, ...identified }, -57)
  await story.give(companion, noteStep, { enrolment, ...strengthened }, -49)
  const harmony = plan(story, {
    ...consent(enrolment),
    key: 'harmony',
    kind: 'harmony',
    title: 'Pertemuan hidup harmoni warga Rimba dan warga desa',
    placeText: 'Balai Desa Bukit Suban',
    agenda: ['Jalan kebun bersama', 'Sekolah rimba'],
    invitees: ['kat_residents', 'neighbours', 'institutions_inside', 'institutions_outside'],
    on: 5,
  })
  await story.give(companion, planMeeting, harmony, -3)
}

/** What the co-ordination team did before the village had Rembug, in the year before this one. */
async function beforeRembug(story: Story, enrolment: string): Promise<void> {
  const year = Number(story.day(0).slice(0, 4)) - 1
  const ago = (day: string) => -daysBetween(`${year}-${day}`, story.day(0))
  const preparation = { stage: 'preparation', title: 'Persiapan: bahan, studi evaluasi, rencana' }
  const acceleration = { stage: 'acceleration', title: 'Akselerasi: lokakarya daerah dan pusat, penetapan' }
  await archive(story, companion, head, { enrolment, ...preparation, on: ago('02-05') }, -94)
  await archive(story, companion, head, { enrolment, ...acceleration, on: ago('05-30') }, -94)
}

/** The new site, not on record under Places: mapped, explored, and agreed. Its category came with the exploration. */
async function newSite(story: Story, programme: string, adults: readonly PersonInput[]): Promise<void> {
  const enrolment = story.id('enrolment', 'kat-new')
  const subject = { id: story.id('site', 'new'), name: 'Rombong Hulu (contoh)' }
  const taken = {
    id: enrolment,
    programme,
    subject,
    archive: false,
    afterEra: false,
    startOn: story.day(-200),
    category: null,
  }
  await story.give(companion, enrol, { ...taken, eligibility: { new_site: true } }, -140)
  const mapped = { step: 'social_mapping', began: story.day(-200), ended: story.day(-165) }
  const explored = { step: 'first_exploration', began: story.day(-160), ended: story.day(-125) }
  await story.give(companion, noteStep, { enrolment, ...mapped }, -139)
  await story.give(companion, noteStep, { enrolment, ...explored }, -124)
  const fixed = { category: 'i', was: null, reason: 'Laporan penjajagan awal (contoh)' }
  await story.give(companion, setCategory, { enrolment, ...fixed }, -123)
  await consentMeeting(story, enrolment, adults)
}

const eligibility = {
  earlier_allocation: 'year_2',
  evaluated: true,
  own_agency: true,
  neighbours_included: true,
  support: true,
  coordinated: true,
}

function site(story: Story) {
  const { name, ...about } = demoSettlement
  const accessNote = 'Dua jam jalan kaki dari ujung jalan kebun (contoh)'
  const settlement = { ...about, access: [...about.access], accessNote }
  return localPlace({ id: story.id('settlement'), kind: 'settlement', name, households: 22, settlement })
}

export async function tellSettlement(
  story: Story,
  programmes: { empowerment: string; strengthening: string },
): Promise<void> {
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
  const subject = { id: home.id, name: demoSettlement.name }
  const startOn = `${Number(story.day(0).slice(0, 4)) - 1}-01-10`
  const taken = {
    id: enrolment,
    programme: programmes.strengthening,
    subject,
    archive: false,
    afterEra: false,
    startOn,
    category: null,
  }
  await story.give(companion, enrol, { ...taken, eligibility }, -140)
  await newSite(story, programmes.empowerment, adultsOf(register))
  await beforeRembug(story, enrolment)
  await firstYear(story, enrolment)
}
