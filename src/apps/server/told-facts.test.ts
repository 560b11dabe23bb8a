// Facts on a phone: as the server told them, and anew for what waits in the outbox. Whatever a village does, and wherever the
// line breaks off, the phone says what the server will say once it has all of it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsServer } from '../../capabilities/accounts/server.ts'
import { lettersApplies } from '../../capabilities/letters/apply.ts'
import { lettersEvidence } from '../../capabilities/letters/evidence.ts'
import { registerIncoming } from '../../capabilities/letters/incoming.ts'
import {
  cancel,
  issue,
  type Letter,
  markSent,
  reserve,
  usualReserve,
} from '../../capabilities/letters/letter.ts'
import { setLetterhead } from '../../capabilities/letters/letterhead.ts'
import { headInput, letterInput } from '../../capabilities/letters/letters.testing.ts'
import { lettersServer } from '../../capabilities/letters/server.ts'
import { meetingsApplies } from '../../capabilities/meetings/apply.ts'
import * as meetings from '../../capabilities/meetings/commands.ts'
import { meetingFacts } from '../../capabilities/meetings/evidence.ts'
import { hasSignedMinutes, type Meeting } from '../../capabilities/meetings/meeting.ts'
import {
  attendee,
  minutes,
  plan,
  ready,
  signedMinutes,
} from '../../capabilities/meetings/meetings.testing.ts'
import { meetingsServer } from '../../capabilities/meetings/server.ts'
import { peopleApplies } from '../../capabilities/people/apply.ts'
import { peopleFacts } from '../../capabilities/people/evidence.ts'
import { blankHousehold, registerHousehold } from '../../capabilities/people/household.ts'
import { sari } from '../../capabilities/people/people.testing.ts'
import { registerPerson } from '../../capabilities/people/person.ts'
import { peopleServer } from '../../capabilities/people/server.ts'
import { placesWithoutNation } from '../../capabilities/places/regions.testing.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { enrolmentStore } from '../../capabilities/programmes/store.ts'
import { factsHere, factsIn, type Told, toldCollection, toldOf } from '../../capabilities/programmes/told.ts'
import { surveysApplies } from '../../capabilities/surveys/apply.ts'
import { surveyFacts } from '../../capabilities/surveys/evidence.ts'
import { surveysServer } from '../../capabilities/surveys/server.ts'
import {
  agreeSurvey,
  closeSurvey,
  openSurvey,
  reopenSurvey,
  type SurveyRow,
} from '../../capabilities/surveys/survey.ts'
import { enrolled, formHere, surveyInput } from '../../capabilities/surveys/surveys.testing.ts'
import { volunteersApplies } from '../../capabilities/volunteers/apply.ts'
import { volunteerFacts } from '../../capabilities/volunteers/evidence.ts'
import { acknowledgeRoll } from '../../capabilities/volunteers/roll.ts'
import { volunteersServer } from '../../capabilities/volunteers/server.ts'
import { dissolveTeam, formTeam, type Team } from '../../capabilities/volunteers/team.ts'
import {
  registerVolunteers,
  type Volunteer,
  withdrawVolunteer,
} from '../../capabilities/volunteers/volunteer.ts'
import { newcomer } from '../../capabilities/volunteers/volunteers.testing.ts'
import { type Command, capabilityOf, type Envelope } from '../../kernel/command.ts'
import { addDays, today } from '../../kernel/day.ts'
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { newId } from '../../kernel/id.ts'
import { awaitsCheck, isTaken } from '../../kernel/paper.ts'
import type { Role } from '../../kernel/role.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { type House, type Person, testHouse, type Village } from './village.testing.ts'

// Its tables are enough: names of those who sent and judged.
const accounts = { name: accountsServer.name, migrations: accountsServer.migrations }
let house: House
let form: string
beforeAll(async () => {
  house = await testHouse([
    ...[placesWithoutNation, accounts, programmesServer, lettersServer, peopleServer],
    ...[meetingsServer, volunteersServer, surveysServer],
  ])
  form = await formHere(house, { about: { kinds: ['poor_families'] } })
})
afterAll(() => house.close())

type Apply = (view: ReturnType<typeof viewOf>, envelope: Envelope<never>) => readonly Change[]
const parts: Record<string, { applies: Record<string, Apply>; facts: FactGiver }> = {
  letters: { applies: lettersApplies as Record<string, Apply>, facts: lettersEvidence },
  meetings: { applies: meetingsApplies as Record<string, Apply>, facts: meetingFacts },
  people: { applies: peopleApplies as unknown as Record<string, Apply>, facts: peopleFacts },
  surveys: { applies: surveysApplies as Record<string, Apply>, facts: surveyFacts },
  volunteers: { applies: volunteersApplies as Record<string, Apply>, facts: volunteerFacts },
}

type Rows = Readonly<Record<string, readonly never[]>>
type Deed = { as: Role; command: Command<never>; input: unknown }
const deed = <Input>(as: Role, command: Command<Input>, input: NoInfer<Input>): Deed => ({
  ...{ as, command: command as unknown as Command<never>, input },
})
const yesterday = () => addDays(today(), -1)

/** What somebody may do next, on what the village has; null where there is nothing to do it to. */
const deeds: Record<string, (rows: Rows, enrolment: string) => Deed | null> = {
  'a resident is registered': () =>
    deed('facilitator', registerPerson, sari({ id: newId(), noNik: 'not-recorded' })),
  // One that comes after a survey was opened is counted by the server when the survey next moves.
  'a household is registered': (rows) =>
    rows['surveys.survey'] ? null : deed('facilitator', registerHousehold, blankHousehold({ id: newId() })),
  'volunteers come': (_rows, enrolment) =>
    deed('facilitator', registerVolunteers, {
      ...{ enrolment, on: yesterday() },
      volunteers: [
        newcomer({ name: `Siti ${newId()}` }),
        newcomer({ name: `Budi ${newId()}`, sex: 'male', poor: true }),
      ],
    }),
  'a volunteer steps back': (rows) => {
    const active = (rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]
    const one = active.find((each) => each.state === 'active')
    return one
      ? deed('facilitator', withdrawVolunteer, { volunteer: one.id, on: today(), reason: 'Pindah' })
      : null
  },
  'a team is formed': (rows, enrolment) => {
    const one = ((rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]).find(
      (each) => each.state === 'active',
    )
    const about = { enrolment, kind: 'reflection', name: 'Tim Refleksi', formedOn: today(), meeting: null }
    if (!one) return null
    return deed('facilitator', formTeam, {
      ...about,
      team: newId(),
      members: [{ volunteer: one.id, duty: 'member' }],
    })
  },
  'a team is dissolved': (rows) => {
    const [team] = (rows['volunteers.team'] ?? []) as unknown as Team[]
    return team ? deed('facilitator', dissolveTeam, { team: team.id, on: today(), reason: 'Selesai' }) : null
  },
  'the village head knows the roll': (rows, enrolment) => {
    const volunteers = ((rows['volunteers.volunteer'] ?? []) as unknown as Volunteer[]).map((each) => each.id)
    if (volunteers.length === 0) return null
    return deed('village-head', acknowledgeRoll, { enrolment, volunteers, name: 'Lurah', note: '' })
  },
  'a meeting is planned': (_rows, enrolment) =>
    deed(
      'facilitator',
      meetings.planMeeting,
      plan({ enrolment, kind: 'rkm', date: today(), start: '19:30', end: '22:00' }),
    ),
  'a held meeting is recorded': (_rows, enrolment) => {
    const held = { date: yesterday(), start: '19:30', end: '22:00' }
    const about = plan({ enrolment, kind: 'rkm', ...held, invitees: ['rt_heads'] })
    const { meeting: _, ...closing } = minutes(about.meeting, { ...held, decision: ready })
    const attendees = [attendee({ elements: ['rt_heads'] }), attendee({ sex: 'male', poor: true })]
    return deed('facilitator', meetings.recordMeeting, { plan: about, headCount: null, attendees, closing })
  },
  'a meeting is called off': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => each.state === 'planned',
    )
    return mine ? deed('facilitator', meetings.cancelMeeting, { meeting: mine.id, reason: 'Hujan' }) : null
  },
  'a lurah signs on paper': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).filter(
      (each) => each.state === 'closed' && !isTaken(each.acknowledgement),
    )
    if (mine.length === 0) return null
    const scan = { id: newId(), mediaType: 'image/jpeg' as const, bytes: 9, sha256: 'a'.repeat(64) }
    const paper = { name: 'Sri', position: 'Lurah', standing: 'own' as const, on: today(), scan }
    const sheet = { meetings: mine.map(({ id }) => id), note: '', paper }
    return deed('facilitator', meetings.acknowledgeOnPaper, sheet)
  },
  'the paper is found wrong': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).filter(({ acknowledgement }) =>
      awaitsCheck(acknowledgement),
    )
    const check = { meetings: mine.map(({ id }) => id), agrees: false, reason: 'Tanpa cap' }
    return mine.length > 0 ? deed('village-head', meetings.checkPaper, check) : null
  },
  'signed minutes are scanned': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => each.state === 'closed' && !hasSignedMinutes(each),
    )
    return mine ? deed('facilitator', meetings.attachFiles, signedMinutes(mine.id)) : null
  },
  'the village head acknowledges a meeting': (rows) => {
    const mine = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).filter(
      (each) => each.state === 'closed',
    )
    if (mine.length === 0) return null
    const about = { meetings: mine.map((each) => each.id), name: 'Lurah', note: '' }
    return deed('village-head', meetings.acknowledgeMeetings, about)
  },
  'a letter goes out': (rows, enrolment) => {
    const [head] = (rows['letters.letterhead'] ?? []) as unknown as { id: string }[]
    if (!head) return null
    const [block] = (rows['letters.block'] ?? []) as unknown as { id: string; device: string }[]
    const number = (rows['letters.letter'] ?? []).length + 1
    // Without signal a letter takes its number from the stock; one without a number is a draft, and no evidence.
    const numbered = block ? { block: block.id, device: block.device, number } : null
    const about = { enrolment, kind: 'notice', date: today(), numbered }
    return deed('facilitator', issue, letterInput(head.id, about))
  },
  'a letter is sent': (rows) => {
    const one = ((rows['letters.letter'] ?? []) as unknown as Letter[]).find(
      (each) => each.state === 'issued',
    )
    if (!one) return null
    return deed('facilitator', markSent, {
      letter: one.id,
      basedOn: one.version,
      on: today(),
      how: 'hand',
      to: '',
      note: '',
    })
  },
  'an answer comes in': (rows) => {
    const ours = (rows['letters.letter'] ?? []) as unknown as Letter[]
    const one = ours.find(({ state }) => state === 'sent')
    if (!one) return null
    const said = { sender: 'Bappeda', number: '', date: today(), subject: 'Jawaban', scan: null }
    const input = { ...said, id: newId(), enrolment: one.enrolment, receivedOn: today(), answers: one.id }
    return deed('facilitator', registerIncoming, input)
  },
  'a letter is cancelled': (rows) => {
    const one = ((rows['letters.letter'] ?? []) as unknown as Letter[]).find(
      (each) => each.state !== 'cancelled',
    )
    if (!one) return null
    return deed('facilitator', cancel, {
      letter: one.id,
      basedOn: one.version,
      on: today(),
      reason: 'Salah nomor',
    })
  },
  'a survey is opened': (_rows, enrolment) =>
    deed('facilitator', openSurvey, surveyInput(form, { enrolment, kind: 'poor_families' })),
  'residents agree on criteria': (rows) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => each.criteria === null,
    )
    const held = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) => each.state === 'closed' && hasSignedMinutes(each),
    )
    if (!one || !held) return null
    const about = { what: 'criteria' as const, on: today(), meeting: held.id, note: 'Disepakati' }
    return deed('facilitator', agreeSurvey, { id: one.id, basedOn: one.version, ...about })
  },
  'a survey is closed': (rows) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => each.closed === null,
    )
    if (!one) return null
    const about = { on: today(), complete: false, reason: 'Banjir' }
    return deed('facilitator', closeSurvey, { id: one.id, basedOn: one.version, ...about })
  },
  'a survey is opened again': (rows) => {
    const one = ((rows['surveys.survey'] ?? []) as unknown as SurveyRow[]).find(
      (each) => each.closed !== null,
    )
    return one
      ? deed('facilitator', reopenSurvey, { id: one.id, basedOn: one.version, reason: 'RT 02' })
      : null
  },
}

/** The people of a village, each one and the same from deed to deed: a stock of numbers is somebody's own. */
const people = new Map<string, Person>()
function personOf(village: Village, role: Role): Person {
  const key = `${village.place} ${role}`
  const known = people.get(key) ?? village.as(role)
  people.set(key, known)
  return known
}

async function rowsAt(village: Village): Promise<Change[]> {
  const { rows } = await personOf(village, 'facilitator').feed()
  return rows.map(({ collection, id, value }) => ({ collection, id, value }))
}

const byCollection = (rows: readonly Change[]): Rows =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        rows.filter((row) => row.value !== null),
        (row) => row.collection,
      ),
    ].map(([name, of]) => [name, of.map((row) => row.value as never)]),
  )

/** Does it on the server; gives the envelope when it was taken, null when there was nothing to do or it was refused. */
async function doOne(village: Village, enrolment: string, name: string): Promise<Envelope<never> | null> {
  const next = deeds[name]?.(byCollection(await rowsAt(village)), enrolment)
  if (!next) return null
  const [id, at] = [newId(), new Date()]
  const answer = await personOf(village, next.as).give(next.command, next.input as never, { id, at })
  if (answer.status !== 200) return null
  done.set(name, (done.get(name) ?? 0) + 1)
  const { name: command, version } = next.command
  return {
    id,
    name: command,
    version,
    place: village.place,
    at: at.toISOString(),
    device: 'd',
    input: next.input as never,
  }
}
const done = new Map<string, number>()

function replayed(place: string, rows: readonly Change[], waiting: readonly Envelope<never>[]) {
  let all = [...rows]
  for (const envelope of waiting) {
    const capability = capabilityOf(envelope.name)
    const changes = parts[capability]?.applies[envelope.name]?.(viewOf(place, all), envelope) ?? []
    // Only its own rows: so the name of a command says whose facts it can change.
    expect(changes.filter((change) => capabilityOf(change.collection) !== capability)).toEqual([])
    all = [...all, ...changes]
  }
  const names = new Set(waiting.map((envelope) => capabilityOf(envelope.name)))
  return { ...viewOf(place, all), waiting: () => names }
}

const values = (facts: Facts) =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))

const factsOnServer = async (place: string, enrolment: string) =>
  inPlace(house.db, place, newId(), (tx) => enrolmentStore(tx, place.slice(0, 8), place).facts(enrolment))

test('wherever the line breaks off, a phone says what the server will say', async () => {
  const story = fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(story, fc.nat(), async (names, cut) => {
      const village = house.village()
      const enrolment = await enrolled(village)
      const facilitator = personOf(village, 'facilitator')
      await facilitator.give(setLetterhead, headInput())
      const stock = {
        id: newId(),
        device: facilitator.actor.device,
        office: 'village',
        series: 'village',
      } as const
      await facilitator.give(reserve, { ...stock, year: Number(today().slice(0, 4)), count: usualReserve })
      const breaksOff = cut % names.length
      let rows = await rowsAt(village)
      const waiting: Envelope<never>[] = []
      for (const [at, name] of names.entries()) {
        if (at === breaksOff) rows = await rowsAt(village)
        const envelope = await doOne(village, enrolment, name)
        if (envelope && at >= breaksOff) waiting.push(envelope)
      }
      const onServer = await factsOnServer(village.place, enrolment)
      const giverOf = (name: string) => parts[name]?.facts
      const unsent = factsHere(replayed(village.place, rows, waiting), enrolment, giverOf)
      expect(values(unsent)).toEqual(values(onServer))
      // All sent and read: as told, with the records.
      const told = factsHere(replayed(village.place, await rowsAt(village), []), enrolment, giverOf)
      expect(told).toEqual(onServer)
    }),
    // In the order they stand here, each has something to be done to.
    { numRuns: 14, examples: [0, 9, 17].map((at): [string[], number] => [Object.keys(deeds), at]) },
  )
  // A deed that is refused every time tries nothing.
  expect(Object.keys(deeds).filter((name) => !done.has(name))).toEqual([])
}, 240_000)

const place = '34.71.04.1001'
const told = (giver: string, facts: Told['facts'], enrolment: string | null = 'e'): Change => ({
  ...{ collection: toldCollection, id: giver },
  value: { id: giver, enrolment, giver, records: [[]], facts } satisfies Told,
})

test('a fact of a capability that this app does not know is shown as it was told', () => {
  const view = {
    ...viewOf(place, [told('ledger', { 'ledger.balanced': [true, 0] })]),
    waiting: () => new Set(['ledger']),
  }
  expect(values(factsHere(view, 'e', () => undefined))).toEqual({ 'ledger.balanced': true })
})

test('while work of a capability waits, what it told before is gone, also what is withdrawn', () => {
  const rows = [
    told('surveys.poor_families', { 'survey.poor_families.completed': [true, 0] }),
    told('people', { 'people.residents': [3, 0] }, null),
    told('meetings', { 'meeting.rkm.held': [true, 0] }, 'another enrolment'),
  ]
  const view = { ...viewOf(place, rows), waiting: () => new Set(['surveys']) }
  expect(values(factsHere(view, 'e', (name) => (name === 'surveys' ? () => ({}) : undefined)))).toEqual({
    'people.residents': 3,
  })
})

test('records that many facts come from travel once', () => {
  const records = [{ collection: 'meetings.meeting', id: 'm' }]
  const facts: Facts = {
    a: { value: 1, records },
    b: { value: true, records: [...records] },
    c: { value: 'x', records: [] },
  }
  expect(toldOf('id', null, 'meetings', facts).records).toHaveLength(2)
  expect(factsIn(toldOf('id', null, 'meetings', facts))).toEqual(facts)
})
