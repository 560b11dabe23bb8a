// Tegal Panggung asks itself: a survey of its households, half way, and what groups say they need. Three RT are visited and
// two begun; most of what came is approved, some waits, two were sent back, one was turned down, two raise doubts.
import { setListing, showList, takeObjection } from '../../capabilities/surveys/listing.ts'
import { comment, type Review, review, submit } from '../../capabilities/surveys/submission.ts'
import { openSurvey } from '../../capabilities/surveys/survey.ts'
import { actorFor } from './accounts.ts'
import { written } from './filled.ts'
import { householdAnswers, type Visit } from './household-answers.ts'
import { chances } from './ids.ts'
import { needsAnswers, voices } from './needs-answers.ts'
import type { Register } from './people.ts'
import { landscape } from './pictures.ts'
import type { DemoFile, Story } from './story.ts'

export type Form = { id: string; version: string }
export type Forms = { household: Form; needs: Form }

const facilitator = actorFor('fasilitator')
const volunteer = actorFor('relawan')
const secretary = actorFor('sekretaris')

/** RT of the village, and where they lie: four RW from north to south, three RT from the river up to the road. */
const rtCount = 12
const centre = (rt: number): [number, number] => [
  -7.7926 - Math.floor(rt / 3) * 0.00155 - (rt % 3) * 0.0002,
  110.3701 + (rt % 3) * 0.00125,
]
const rtName = (rt: number): string =>
  `RT ${String(rt + 1).padStart(3, '0')} RW ${String(Math.floor(rt / 3) + 1).padStart(3, '0')}`

/** Households, in the order in which they are visited: three RT whole, one but for one house, half of another. */
const toVisit = [
  ...[0, 1, 2].flatMap((rt) => [0, 1, 2, 3, 4, 5].map((row) => row * rtCount + rt)),
  ...[0, 1, 2, 3, 4].map((row) => row * rtCount + 3),
  ...[0, 1, 2].map((row) => row * rtCount + 4),
]
const absent = 7
const refused = 16
/** Typed 3600 m² where 36 was meant: the server's engine finds it. */
const mistyped = 20
/** Visited by both, who noted different things. */
const visitedTwice = 22
const withPhoto = 3
const sentBack: Readonly<Record<number, string>> = {
  11: 'Umur anak kedua belum cocok dengan kartu keluarga. Mohon ditanyakan lagi.',
  18: 'Titik rumah jatuh di seberang sungai. Mohon diambil ulang di depan rumah.',
}
const turnedDown = 13
const approvedUntil = 19

type At = { offset: number; clock: string; end: string }
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Three visits an afternoon, from the eleventh day back on. */
function timeOf(order: number): At {
  const begins = 15 * 60 + 40 + (order % 3) * 35
  return { offset: -11 + Math.floor(order / 3), clock: clock(begins), end: clock(begins + 21 + (order % 5)) }
}

function visit(story: Story, register: Register, order: number): Visit | null {
  const index = toVisit[order] ?? 0
  const household = register.households[index]
  if (!household) return null
  const rt = index % rtCount
  const chance = chances(`point:${household.id}`)
  const spread = () => (chance(100) - 50) / 100_000
  const [lat, lon] = centre(rt)
  const { offset, clock: from, end } = timeOf(order)
  const day = story.day(offset)
  return {
    ...{ household, rt: rtName(rt), day, point: [lat + spread(), lon + spread()] },
    members: register.persons.filter((person) => person.household === household.id),
    outcome: order === absent ? 'absent' : order === refused ? 'refused' : 'willing',
    year: Number(day.slice(0, 4)),
    ...{ began: `${day}T${from}:12.000+07:00`, ended: `${day}T${end}:40.000+07:00` },
    photo: order === withPhoto ? 'rumah.png' : null,
    address: `Gang ${['Melati', 'Kenanga', 'Sawo', 'Mawar', 'Jambu'][rt % 5]} ${1 + Math.floor(index / rtCount) * 2}`,
    ...(order === mistyped ? { other: { floorArea: 3600 } } : {}),
  }
}

type Surveyed = { survey: string; form: Form }

async function handIn(
  story: Story,
  { survey, form }: Surveyed,
  who: typeof facilitator,
  made: Visit,
  key: string | number,
  at: At,
) {
  const id = story.id('submission', key)
  const { head, name, body } = householdAnswers(made)
  const household = { id: made.household.id, label: head }
  const willing = made.outcome === 'willing' ? { household } : {}
  const xml = written({ formId: 'rembug_household', version: form.version, id, name, body, ...willing })
  const picture = landscape('house')
  const photo: DemoFile | null = made.photo === null ? null : story.file('house-photo', 'image/png', picture)
  const files = photo ? [{ ...photo, mediaType: 'image/png' as const, name: made.photo ?? '' }] : []
  await story.give(
    who,
    submit,
    { id, survey, form: form.id, xml, files, household: made.household.id },
    at.offset,
    at.end,
  )
  if (photo) await story.keepFile(who, photo, picture, at.offset)
  return id
}

/** A volunteer and the facilitator go from door to door. */
async function visits(story: Story, surveyed: Surveyed, register: Register): Promise<string[]> {
  const ids: string[] = []
  for (let order = 0; order < toVisit.length; order++) {
    const made = visit(story, register, order)
    if (!made) continue
    const who = order % 3 === 2 ? facilitator : volunteer
    ids.push(await handIn(story, surveyed, who, made, order, timeOf(order)))
  }
  const again = visit(story, register, visitedTwice)
  if (!again) return ids
  const other = { alsoThere: 1, address: `${again.address}A` }
  await handIn(story, surveyed, facilitator, { ...again, other }, 'again', {
    offset: -2,
    clock: '16:00',
    end: '16:30',
  })
  return ids
}

type Judged = Pick<Review, 'to' | 'back' | 'comment'>

async function judge(
  story: Story,
  who: typeof facilitator,
  ids: readonly string[],
  said: Judged,
  offset: number,
) {
  const items = ids.map((id) => ({ id, basedOn: 1 }))
  await story.give(who, review, { items, ...said }, offset, '20:15')
}

async function householdSurvey(story: Story, form: Form, register: Register): Promise<void> {
  const survey = story.id('survey', 'households')
  const opened = {
    ...{ id: survey, enrolment: null, kind: null, title: 'Survei keluarga Tegalpanggung', form: form.id },
    ...{ population: 'households' as const, localPlaces: [], target: null, on: story.day(-12) },
  }
  await story.give(facilitator, openSurvey, opened, -12, '10:30')
  const ids = await visits(story, { survey, form }, register)
  const told = Object.entries(sentBack).map(([order, text]) => ({ id: ids[Number(order)] ?? '', text }))
  const bad = ids[turnedDown] ?? ''
  const others = new Set([...told.map(({ id }) => id), bad])
  const good = ids.slice(0, approvedUntil).filter((id) => !others.has(id))
  await judge(story, secretary, good.slice(0, 9), { to: 'approved', back: false, comment: '' }, -6)
  await judge(story, facilitator, good.slice(9), { to: 'approved', back: false, comment: '' }, -2)
  for (const { id, text } of told)
    await judge(story, facilitator, [id], { to: 'has-issues', back: true, comment: text }, -2)
  const practice = 'Ini isian latihan, bukan kunjungan. Keluarga ini masih perlu didatangi.'
  await judge(story, secretary, [bad], { to: 'rejected', back: false, comment: practice }, -2)
  const remark = {
    id: story.id('comment', 0),
    submission: ids[withPhoto] ?? '',
    text: 'Foto sudah jelas, terima kasih.',
  }
  await story.give(secretary, comment, remark, -6, '20:30')
  await listShown(story, survey, register)
}

/** What those who were visited already call poor, shown to them while the survey goes on; one objects. */
async function listShown(story: Story, survey: string, register: Register): Promise<void> {
  const listing = story.id('listing', 'households')
  const homes = toVisit.slice(0, 18).flatMap((at) => register.households[at] ?? [])
  const poor = homes.filter((each) => each.poor).map((each) => each.id)
  const households = poor.length > 0 ? poor : homes.slice(0, 5).map((each) => each.id)
  const proposed = { id: listing, survey, basedOn: 0, households, method: 'residents' as const }
  await story.give(facilitator, setListing, { ...proposed, note: 'Dibahas bersama ketua RT' }, -4, '20:00')
  const shown = { id: listing, basedOn: 1, on: story.day(-3), objectionDays: 7 }
  await story.give(facilitator, showList, shown, -3, '08:10')
  const objection = {
    ...{ id: story.id('objection', 0), listing, about: 'missing' as const, household: null },
    ...{ family: 'Keluarga Bu Tumirah, gang Melati', objector: 'Bu Sumarni' },
    ...{ objection: 'Sudah janda lama dan tidak punya penghasilan tetap.', on: story.day(-2) },
  }
  await story.give(volunteer, takeObjection, objection, -2, '16:45')
}

async function needsSurvey(story: Story, form: Form, enrolment: string): Promise<void> {
  const survey = story.id('survey', 'needs')
  const opened = {
    ...{ id: survey, enrolment, kind: 'needs', title: 'Kebutuhan warga dan permukiman', form: form.id },
    ...{ population: 'open' as const, localPlaces: [], target: 12, on: story.day(-18) },
  }
  await story.give(facilitator, openSurvey, opened, -18, '09:15')
  const ids: string[] = []
  for (const [order, voice] of voices.entries()) {
    const id = story.id('submission', 'needs', order)
    const offset = -17 + order
    const at = (time: string) => `${story.day(offset)}T${time}.000+07:00`
    const { name, body } = needsAnswers(voice, at('19:32:05'), at('20:24:50'))
    const xml = written({ formId: 'rembug_needs', version: form.version, id, name, body })
    await story.give(
      order % 2 ? volunteer : facilitator,
      submit,
      { id, survey, form: form.id, xml, files: [], household: null },
      offset,
      '20:25',
    )
    ids.push(id)
  }
  await judge(story, secretary, ids.slice(0, 6), { to: 'approved', back: false, comment: '' }, -8)
}

/** `register` is the village's own; `team` the enrolment of the neighbourhood team. */
export async function tellSurveys(
  story: Story,
  forms: Forms,
  register: Register,
  team: string,
): Promise<void> {
  await needsSurvey(story, forms.needs, team)
  await householdSurvey(story, forms.household, register)
}
