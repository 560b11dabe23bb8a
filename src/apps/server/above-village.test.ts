// Above the village there is no single household and no single person: tried with values that are known again anywhere, by
// every role that looks from above, at every query, route and feed of the OpenAPI document. A door that is new is tried too.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordMeeting } from '../../capabilities/meetings/commands.ts'
import { attendee, minutes, plan } from '../../capabilities/meetings/meetings.testing.ts'
import { blankHousehold, registerHousehold } from '../../capabilities/people/household.ts'
import { sari, syntheticNik } from '../../capabilities/people/people.testing.ts'
import { registerPerson } from '../../capabilities/people/person.ts'
import { addLocalPlace } from '../../capabilities/places/local-place.ts'
import { placesWithoutNation } from '../../capabilities/places/regions.testing.ts'
import { answersHere } from '../../capabilities/surveys/answers.testing.ts'
import { setListing } from '../../capabilities/surveys/listing.ts'
import { setMeasure } from '../../capabilities/surveys/measure/measure.ts'
import { closeSurvey, openSurvey } from '../../capabilities/surveys/survey.ts'
import { enrolled, formHere, modelOf, ok, surveyInput } from '../../capabilities/surveys/surveys.testing.ts'
import { registerVolunteers } from '../../capabilities/volunteers/volunteer.ts'
import { newcomer } from '../../capabilities/volunteers/volunteers.testing.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { nation } from '../../kernel/place-code.ts'
import { declareDemo } from '../../platform/server/installation.ts'
import type { FormModel } from '../../xlsform/model.ts'
import { catalogue, serverCapabilities } from './capabilities.ts'
import { type House, type Person, testHouse, type Village } from './village.testing.ts'

type Operation = {
  'x-kind': 'command' | 'query' | 'route'
  'x-roles': string[] | 'public'
  'x-place'?: string
  parameters?: { name: string; in: string; required: boolean }[]
  requestBody?: { content: { 'application/json': { schema: { required?: string[] } } } }
}
type Door = { path: string; kind: Operation['x-kind']; roles: string[]; wide: boolean; asks: string[] }

let house: House
let village: Village
let doors: Door[]
/** What a household is known by, and where it may not come out. */
const marks: Record<string, string> = {
  ...{ name: 'Ngatinah Kenari', nik: syntheticNik(77), card: '3471040101004477', phone: '081234567077' },
  ...{
    address: 'Gang Kenari 7',
    words: 'atap kenari bocor',
    comment: 'Tanya Bu Kenari',
    note: 'Kenari sakit',
  },
  ...{ point: '-7.7912345', household: newId(), person: newId(), submission: newId(), rt: newId() },
}
const form = 'kenari'
const [survey, listing] = [newId(), newId()]
let enrolment = ''
/** Ids that are made on the way. */
const known: Record<string, string[]> = {}

/** A head's name, a roof, words that a form calls open, and the id that a form draws for a household of the registry. */
function formModel(): FormModel {
  const model = modelOf(form, '1')
  const [head] = model.items
  const open = { ...head, privacy: 'open' as const }
  const more = ['words', 'new_household'].map((name) => ({ ...open, name, path: `/data/${name}` }))
  return { ...model, items: [...model.items, ...more] as FormModel['items'] }
}

async function planted(): Promise<void> {
  const facilitator = village.as('facilitator')
  const { household = '', person = '', rt = '', submission = '' } = marks
  const rw = { id: newId(), kind: 'rw', number: 1, name: null, parent: null, households: null } as const
  await ok(facilitator.give(addLocalPlace, { ...rw, settlement: null }))
  await ok(facilitator.give(addLocalPlace, { ...rw, id: rt, kind: 'rt', parent: rw.id, settlement: null }))
  const { address = '', phone = '', nik = '', card = '', name = '' } = marks
  await ok(
    facilitator.give(registerHousehold, blankHousehold({ id: household, kk: card, address, localPlace: rt })),
  )
  const resident = sari({ id: person, name, nik, noNik: null, phone, address, household, relation: 'head' })
  await ok(facilitator.give(registerPerson, { ...resident, localPlace: rt, notes: 'Kenari sakit' }))
  enrolment = await enrolled(village)
  const one = newcomer({ name, person, localPlace: rt, poor: true, motivation: 'Kenari sakit' })
  await ok(facilitator.give(registerVolunteers, { enrolment, on: today(), volunteers: [one] }))
  const planning = plan({ date: today() })
  const { meeting: _, ...closing } = minutes(planning.meeting, { date: today() })
  const came = [attendee({ name, person, walkIn: false })]
  await ok(facilitator.give(recordMeeting, { plan: planning, headCount: null, attendees: came, closing }))
  const key = await formHere(house, { model: formModel() })
  await ok(facilitator.give(openSurvey, surveyInput(key, { id: survey })))
  const answers = { roof: 'zinc', members: 3, words: marks.words, new_household: household }
  known.form = [key]
  const { body } = await facilitator.ask('programmes.available')
  known.key = (body as unknown as { definitions: { key: string }[] }).definitions
    .slice(0, 1)
    .map((each) => each.key)
  const zinc = {
    id: 'roof',
    label: ['Atap', 'Roof'] as [string, string],
    dimension: 'd',
    weight: 1,
    source: '',
  }
  const indicators = [{ ...zinc, question: 'roof', deprivedWhen: { in: ['zinc'] } }]
  const dimensions = [{ id: 'd', label: ['Rumah', 'House'] as [string, string] }]
  const measure = { title: 'Atap', k: 1, dimensions, indicators, missing: 'leave-out' as const }
  await ok(facilitator.give(setMeasure, { id: newId(), survey, basedOn: 0, body: measure }))
  await answersHere(house, village, survey, [
    {
      ...{ id: submission, household, localPlace: rt, name, comment: marks.comment ?? '', state: 'approved' },
      ...{ point: [-7.7912345, 110.37], open: answers, personal: { head_name: name } },
    },
    ...['tile', 'zinc'].map((roof) => ({ open: { roof, members: 4 }, state: 'approved' as const })),
  ])
  const named = { households: [household], method: 'residents' as const, note: 'Kenari sakit' }
  await ok(facilitator.give(setListing, { id: listing, survey, basedOn: 0, ...named }))
  const ending = { id: survey, basedOn: 1, on: today(), complete: true, reason: 'Kenari sakit' }
  await ok(facilitator.give(closeSurvey, ending))
}

beforeAll(async () => {
  // Where its people are nobody, their numbers are taken.
  declareDemo()
  // Programmes are there to be taken up; the rest begins with nothing.
  const parts = serverCapabilities.map(({ start, ...each }) =>
    each.name === 'places'
      ? placesWithoutNation
      : each.name === 'programmes' && start
        ? { ...each, start }
        : each,
  )
  house = await testHouse(parts, catalogue)
  village = house.village()
  await planted()
  const document = (await village.as('facilitator').http('GET', '/api/openapi.json')).body as unknown as {
    paths: Record<string, Record<string, Operation>>
  }
  // What is for everybody asks nobody who they are.
  doors = Object.entries(document.paths).flatMap(([path, { get, post }]) => {
    const of = post?.['x-kind'] === 'query' ? post : get
    if (!of || of['x-roles'] === 'public') return []
    const named = (of.parameters ?? []).filter(({ required }) => required).map(({ name }) => name)
    const asks = of.requestBody?.content['application/json'].schema.required ?? named
    return [{ path, kind: of['x-kind'], roles: of['x-roles'], wide: of['x-place'] === 'any-place', asks }]
  })
}, 120_000)
afterAll(() => {
  declareDemo(false)
  return house.close()
})

/** What a question may be asked with; of a name that is not here every id of the village is tried. */
const asked: Record<string, readonly string[]> = {
  ...{ survey: [survey], enrolment: [], subject: [marks.person ?? ''], year: [today().slice(0, 4)] },
  ...{ question: ['roof', 'members', 'words', 'new_household', '@rt', '@state', '@day'] },
  ...{ rows: ['roof', '@rt'], columns: ['members', 'words'], method: ['multidimensional'] },
  ...{
    states: ['approved', 'not-rejected'],
    field: ['nik', 'address', 'phone'],
    purpose: ['verify'],
    q: ['kenari'],
  },
  ...{ kind: ['csv', 'xlsx', 'geojson', 'media', 'xml'], set: ['Submissions'], code: ['34.71.04'] },
  ...{ dataset: ['keluarga'], name: ['keluarga.csv'], token: ['x'.repeat(43)] },
}

/** Each way to ask at a door: all of one question after another, beside the first of the others. */
function addresses({ path, asks, kind }: Door, place: string): string[] {
  const ids = [
    survey,
    enrolment,
    listing,
    ...['household', 'person', 'submission', 'rt'].map((name) => marks[name] ?? ''),
  ]
  const choices = asks
    .filter((name) => name !== 'place')
    .map((name) => [name, known[name] ?? (asked[name]?.length ? (asked[name] ?? []) : ids)] as const)
  const first = Object.fromEntries(choices.map(([name, values]) => [name, values[0] ?? '']))
  const all = [
    first,
    ...choices.flatMap(([name, values]) => values.map((value) => ({ ...first, [name]: value }))),
  ]
  const spelled = all.map((given) => {
    const left = new Map(Object.entries({ place, ...given }))
    const at = path.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = left.get(name) ?? newId()
      left.delete(name)
      return encodeURIComponent(value)
    })
    const takes =
      kind === 'query' || path === '/api/feed'
        ? [...left].filter(([name]) => name !== 'place' || asks.includes('place') || path === '/api/feed')
        : []
    return takes.length > 0 ? `${at}?${new URLSearchParams(takes)}` : at
  })
  return [...new Set(spelled)]
}

type Told = { door: string; status: number; text: string }

/** A query is asked by a body, as the app does. */
function knock(who: Person, { kind }: Door, url: string) {
  const [path = '', asking] = url.split('?')
  if (kind !== 'query') return who.http('GET', url)
  return who.http('POST', path, Object.fromEntries(new URLSearchParams(asking)))
}

/** All that somebody is told of the village, at every door. */
async function tellings(who: Person, places: readonly string[]): Promise<Told[]> {
  const told: Told[] = []
  for (const door of doors)
    for (const place of door.wide ? places : places.slice(0, 1))
      for (const url of addresses(door, place)) {
        const { status, body } = await knock(who, door, url)
        // Where an RT lies is no secret, and who asks is in what they ask.
        const rows = (body as { rows?: { collection?: string }[] }).rows
        const shown =
          door.path === '/api/feed' && rows ? rows.filter((row) => row.collection !== 'places.local') : body
        told.push({ door: door.path, status, text: JSON.stringify(shown) })
      }
  return told
}

const found = (told: readonly Told[]) =>
  told.flatMap(({ door, status, text }) =>
    status === 200
      ? Object.keys(marks)
          .filter((mark) => text.includes(marks[mark] ?? ''))
          .map((mark) => `${mark} at ${door}`)
      : [],
  )

test('each value can be found by who works in the village: the walk would see it', async () => {
  const told = await tellings(village.as(['facilitator', 'board-secretary']), [village.place])
  const seen = new Set(found(told).map((each) => each.split(' ')[0]))
  expect(Object.keys(marks).filter((mark) => !seen.has(mark))).toEqual(['card'])
})

test.each([
  [['district-officer'], 8],
  [['city-officer'], 5],
  [['province-officer'], 2],
  [['national-officer'], 0],
  [['auditor'], 5],
  [['partner', 'privacy-officer', 'admin'], 0],
] as const)(
  '%s finds no household, no person and nobody’s words',
  async (roles, length) => {
    const at = length === 0 ? nation : village.place.slice(0, length)
    const told = await tellings(village.as(roles, { at }), [village.place, at])
    expect(found(told)).toEqual([])
    // A door that lets them in was asked in a way that it answers: else nothing was tried there.
    // Devices are of somebody with an account, and here nobody has one.
    const open = doors.filter(
      (door) =>
        door.kind === 'query' &&
        !door.asks.includes('account') &&
        roles.some((role) => door.roles.includes(role)),
    )
    const answered = new Set(told.filter(({ status }) => status === 200).map(({ door }) => door))
    expect(open.map(({ path }) => path).filter((path) => !answered.has(path))).toEqual([])
    const rows = told.filter(({ door }) => /odata|export|surveys\.(page|cross)/.test(door))
    expect([...new Set(rows.map(({ status }) => status))]).toEqual([403])
  },
  60_000,
)
