// Tegal Panggung (Yogyakarta): P2KP in its first stage. The readiness meeting has been held and said yes; the lurah
// has not acknowledged it yet, the request letter is not written, volunteers are coming forward. Beside it runs the
// neighbourhood team against poverty (TKPK). The village surveys its own households meanwhile.
import { attachFiles, planMeeting, planTraining } from '../../capabilities/meetings/commands.ts'
import type { PersonInput } from '../../capabilities/people/person.ts'
import { enrol, noteStep } from '../../capabilities/programmes/enrolment.ts'
import { adoptDates } from '../../capabilities/programmes/schedule.ts'
import { registerVolunteers } from '../../capabilities/volunteers/volunteer.ts'
import { actorFor } from './accounts.ts'
import { landscape } from './pictures.ts'
import type { Story } from './story.ts'
import { tellInstitutions } from './tegal-panggung-institutions.ts'
import { invitation, letterhead } from './tegal-panggung-letters.ts'
import { drawMap } from './tegal-panggung-map.ts'
import { type Forms, tellSurveys } from './tegal-panggung-survey.ts'
import { neighbourhoodTeam } from './tegal-panggung-tkpk.ts'
import {
  acknowledgeByPaper,
  adultsOf,
  attendee,
  hold,
  localPlace,
  neighbourhoods,
  note,
  plan,
  settle,
  type Told,
} from './telling.ts'

const facilitator = actorFor('fasilitator')
const lurah = actorFor('lurah')
const hall = 'Balai RW 03 Tegalpanggung'

const strategic = (enrolment: string): Told => ({
  key: 'preparation',
  enrolment,
  kind: 'preparation',
  title: 'Sosialisasi awal: ketua RW, RT dan tokoh',
  placeText: 'Kantor Kelurahan Tegalpanggung',
  organiser: 'Lurah Tegalpanggung',
  agenda: ['Gambaran umum program', 'Tanya jawab'],
  invitees: ['rw_heads', 'rt_heads', 'community_leaders'],
  on: -20,
  start: '19:30',
  end: '21:00',
})

const readiness = (enrolment: string): Told => ({
  key: 'rkm',
  enrolment,
  kind: 'rkm',
  title: 'Rembug Kesiapan Masyarakat',
  placeText: hall,
  organiser: 'Lurah Tegalpanggung',
  agenda: [
    'Pembukaan',
    'Penjelasan program dan ketentuannya',
    'Musyawarah: siap atau menolak',
    'Rencana tindak lanjut',
  ],
  invitees: [
    'rw_heads',
    'rt_heads',
    'community_leaders',
    'organisations',
    'poor_residents',
    'village_apparatus',
  ],
  on: -9,
  start: '19:30',
  end: '22:00',
})

/** Who signs as what: the first ones are heads of RW and RT and leaders, the poor are counted as such. */
function elementsAt(person: PersonInput, index: number): string[] {
  const office = [
    'rw_heads',
    'rw_heads',
    'rt_heads',
    'rt_heads',
    'rt_heads',
    'rt_heads',
    'community_leaders',
    'community_leaders',
  ]
  return [
    ...(office[index] ? [office[index]] : []),
    ...(person.poor ? ['poor_residents'] : []),
    ...person.elements,
  ]
}

async function readinessMeeting(
  story: Story,
  enrolment: string,
  adults: readonly PersonInput[],
  letter: string,
): Promise<void> {
  const told = readiness(enrolment)
  const meeting = story.id('meeting', told.key)
  const present = adults.filter((_, i) => i % 3 !== 2).slice(0, 42)
  const attendees = present.map((person, i) => attendee(story, meeting, person, elementsAt(person, i)))
  await hold(
    story,
    facilitator,
    told,
    attendees,
    {
      chair: lurah.name,
      notulis: 'Lestari Widowati',
      minutes:
        'Fasilitator menjelaskan tujuh tahap program. Warga bertanya tentang dana dan pinjaman; dijelaskan bahwa warga sendiri yang memetakan dan merencanakan. Warga miskin dari RW 02 dan RW 04 menyampaikan harapan.',
      option: 'siap',
      decision: 'Warga Tegalpanggung menyatakan siap melaksanakan program sesuai proses dan ketentuannya.',
      followUps: [
        { text: 'Menyusun surat permintaan bantuan teknik', responsible: lurah.name, due: 3 },
        { text: 'Mengumumkan pendaftaran relawan di setiap RT', responsible: 'Ketua RW', due: -2 },
      ],
    },
    letter,
  )
  const picture = landscape('rkm')
  const photo = story.file('rkm-photo', 'image/png', picture)
  const files = [{ ...photo, document: null, caption: 'Suasana rembug (gambar contoh)' }]
  await story.give(facilitator, attachFiles, { meeting, files }, -9, '22:30')
  await story.keepFile(facilitator, photo, picture, -9)
}

async function volunteers(story: Story, enrolment: string, adults: readonly PersonInput[]): Promise<void> {
  const some = adults.filter((_, i) => i % 7 === 0).slice(0, 11)
  const input = {
    enrolment,
    on: story.day(-3),
    volunteers: some.map((person, i) => ({
      id: story.id('volunteer', i),
      person: person.id,
      name: person.name,
      sex: person.sex,
      poor: person.poor,
      localPlace: person.localPlace,
      localPlaceText: '',
      phone: null,
      skills: ['Kader posyandu', 'Pertukangan', 'Administrasi', 'Karang taruna'][i % 4] ?? '',
      motivation: '',
      interests: '',
    })),
  }
  await story.give(facilitator, registerVolunteers, input, -3, '16:00')
  const call = plan(story, {
    ...strategic(enrolment),
    key: 'volunteer-call',
    kind: 'volunteer_call',
    title: 'Rembug kerelawanan RW 02',
    placeText: 'Balai RW 02',
    agenda: ['Peran relawan', 'Pendaftaran relawan'],
    invitees: ['rt_heads', 'poor_residents'],
    on: 2,
  })
  await story.give(facilitator, planMeeting, call, -2)
}

async function training(story: Story, enrolment: string): Promise<void> {
  const topics = [
    'Akar masalah kemiskinan',
    'Siklus program dan peran relawan',
    'Menggali fakta bersama warga',
  ]
  const sessions = topics.map((topic, i) => ({
    meeting: story.id('meeting', 'training', i),
    batch: 1,
    day: i + 1,
    date: story.day(9 + i),
    start: '09:00',
    end: '15:00',
    agenda: [topic],
  }))
  const input = {
    enrolment,
    kind: 'basic',
    participants: 11,
    perBatch: 30,
    title: 'Pelatihan dasar relawan',
    organiser: 'Tim Fasilitator',
    placeText: hall,
    invitees: ['volunteers'],
    sessions,
  }
  await story.give(facilitator, planTraining, input, -1)
}

/** The first meeting. What comes back has the lurah's signature on paper typed, which nobody has checked. */
async function socialisation(story: Story, enrolment: string): Promise<() => Promise<void>> {
  const told = strategic(enrolment)
  const heads = {
    women: 7,
    men: 14,
    poor: 3,
    elements: { rw_heads: 4, rt_heads: 9, community_leaders: 5, poor_residents: 3 },
  }
  const meeting = await note(story, facilitator, told, heads, {
    chair: lurah.name,
    notulis: 'Sekar Nugrahani',
    minutes: 'Program dijelaskan sebagai proses belajar warga, bukan proyek.',
    option: null,
  })
  const sheet = { meeting, title: told.title, name: lurah.name, position: 'Lurah Tegalpanggung', on: -2 }
  return () => acknowledgeByPaper(story, sheet, facilitator)
}

export async function tellTegalPanggung(
  story: Story,
  definitions: { p2kp: string; tkpk: string },
  forms: Forms,
): Promise<void> {
  const rw = [1, 2, 3, 4].map((number) => localPlace({ id: story.id('rw', number), kind: 'rw', number }))
  const rt = neighbourhoods(story, rw, 3)
  const homes = rt.map(({ id }) => id)
  const village = { style: 'jawa' as const, households: 72, homes, poorPercent: 30, noNikPercent: 6 }
  const register = await settle(story, facilitator, [...rw, ...rt], village, -40)
  const head = await letterhead(story)
  await neighbourhoodTeam(story, definitions.tkpk)
  await tellInstitutions(story)
  const enrolment = story.id('enrolment', 'p2kp')
  const input = {
    id: enrolment,
    programme: definitions.p2kp,
    subject: null,
    archive: false,
    afterEra: true,
    startOn: story.day(-25),
    category: null,
    eligibility: {},
  }
  await story.give(facilitator, enrol, input, -25)
  const unchecked = await socialisation(story, enrolment)
  const letter = await invitation(story, head, enrolment)
  await readinessMeeting(story, enrolment, adultsOf(register), letter)
  await story.give(
    facilitator,
    noteStep,
    { enrolment, step: 'rkm', began: story.day(-20), ended: null },
    -9,
    '23:00',
  )
  // Residents settled by when the roll and the training are to be done: these dates count, all others are estimates.
  const dates = [
    { step: 'volunteer_recruitment', ends: story.day(9), was: null },
    { step: 'basic_training', ends: story.day(30), was: null },
  ]
  const decision = { what: 'Berita acara RKM', on: story.day(-9), by: 'Rembug warga' }
  await story.give(facilitator, adoptDates, { enrolment, decision, dates }, -8)
  await volunteers(story, enrolment, adultsOf(register))
  await unchecked()
  await training(story, enrolment)
  await drawMap(story, enrolment)
  await tellSurveys(story, forms, register, story.id('enrolment', 'tkpk'))
}
