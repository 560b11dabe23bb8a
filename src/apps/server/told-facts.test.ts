// Facts on a phone: as the server told them, and anew for what waits in the outbox. Whatever a village does, and wherever the
// line breaks off, the phone says what the server will say once it has all of it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsServer } from '../../capabilities/accounts/server.ts'
import { institutionsApplies } from '../../capabilities/institutions/apply.ts'
import { institutionFacts } from '../../capabilities/institutions/evidence.ts'
import { institutionsServer } from '../../capabilities/institutions/server.ts'
import { lettersApplies } from '../../capabilities/letters/apply.ts'
import { lettersEvidence } from '../../capabilities/letters/evidence.ts'
import { reserve, usualReserve } from '../../capabilities/letters/letter.ts'
import { setLetterhead } from '../../capabilities/letters/letterhead.ts'
import { headInput } from '../../capabilities/letters/letters.testing.ts'
import { lettersServer } from '../../capabilities/letters/server.ts'
import { mapsApplies } from '../../capabilities/maps/apply.ts'
import { mapFacts } from '../../capabilities/maps/evidence.ts'
import { mapsServer } from '../../capabilities/maps/server.ts'
import { meetingsApplies } from '../../capabilities/meetings/apply.ts'
import { meetingFacts } from '../../capabilities/meetings/evidence.ts'
import { meetingsServer } from '../../capabilities/meetings/server.ts'
import { observationsApplies } from '../../capabilities/observations/apply.ts'
import { observationFacts } from '../../capabilities/observations/evidence.ts'
import { observationsServer } from '../../capabilities/observations/server.ts'
import { peopleApplies } from '../../capabilities/people/apply.ts'
import { peopleFacts } from '../../capabilities/people/evidence.ts'
import { peopleServer } from '../../capabilities/people/server.ts'
import { placesWithoutNation } from '../../capabilities/places/regions.testing.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { enrolmentStore } from '../../capabilities/programmes/store.ts'
import { factsHere, factsIn, type Told, toldCollection, toldOf } from '../../capabilities/programmes/told.ts'
import { surveysApplies } from '../../capabilities/surveys/apply.ts'
import { surveyFacts } from '../../capabilities/surveys/evidence.ts'
import { surveysServer } from '../../capabilities/surveys/server.ts'
import { enrolled, formHere } from '../../capabilities/surveys/surveys.testing.ts'
import { volunteersApplies } from '../../capabilities/volunteers/apply.ts'
import { volunteerFacts } from '../../capabilities/volunteers/evidence.ts'
import { volunteersServer } from '../../capabilities/volunteers/server.ts'
import { workshopsApplies } from '../../capabilities/workshops/apply.ts'
import { workshopFacts } from '../../capabilities/workshops/evidence.ts'
import { workshopsServer } from '../../capabilities/workshops/server.ts'
import { capabilityOf, type Envelope } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { newId } from '../../kernel/id.ts'
import type { Role } from '../../kernel/role.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import type { About, Rows } from './deed.testing.ts'
import { deeds } from './deeds.testing.ts'
import { type House, type Person, testHouse, type Village } from './village.testing.ts'

// Its tables are enough: names of those who sent and judged.
const accounts = { name: accountsServer.name, migrations: accountsServer.migrations }
let house: House
let form: string
beforeAll(async () => {
  house = await testHouse([
    ...[placesWithoutNation, accounts, programmesServer, lettersServer, peopleServer],
    ...[
      meetingsServer,
      volunteersServer,
      workshopsServer,
      surveysServer,
      observationsServer,
      institutionsServer,
      mapsServer,
    ],
  ])
  form = await formHere(house, { about: { kinds: ['poor_families', 'resilience'] } })
})
afterAll(() => house.close())

type Apply = (view: ReturnType<typeof viewOf>, envelope: Envelope<never>) => readonly Change[]
const parts: Record<string, { applies: Record<string, Apply>; facts: FactGiver }> = {
  institutions: { applies: institutionsApplies as Record<string, Apply>, facts: institutionFacts },
  letters: { applies: lettersApplies as Record<string, Apply>, facts: lettersEvidence },
  maps: { applies: mapsApplies as Record<string, Apply>, facts: mapFacts },
  meetings: { applies: meetingsApplies as Record<string, Apply>, facts: meetingFacts },
  observations: { applies: observationsApplies, facts: observationFacts },
  people: { applies: peopleApplies as unknown as Record<string, Apply>, facts: peopleFacts },
  surveys: { applies: surveysApplies as Record<string, Apply>, facts: surveyFacts },
  volunteers: { applies: volunteersApplies as Record<string, Apply>, facts: volunteerFacts },
  workshops: { applies: workshopsApplies as Record<string, Apply>, facts: workshopFacts },
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
async function doOne(
  village: Village,
  about: Omit<About, 'form'>,
  name: string,
): Promise<Envelope<never> | null> {
  const next = deeds[name]?.(byCollection(await rowsAt(village)), { ...about, form })
  if (!next) return null
  const [id, at] = [newId(), new Date()]
  const answer = await personOf(village, next.as).give(next.command, next.input as never, { id, at })
  if (answer.status !== 200) return null
  await house.filesArrive(village)
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

const shared = /^(meeting|volunteers|survey)\./
const valuesOfShared = (facts: Facts) =>
  Object.fromEntries(Object.entries(values(facts)).filter(([name]) => shared.test(name)))

const factsOnServer = async (place: string, enrolment: string) =>
  inPlace(house.db, place, newId(), (tx) => enrolmentStore(tx, place.slice(0, 8), place).facts(enrolment))

test('wherever the line breaks off, a phone says what the server will say', async () => {
  const story = fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(story, fc.nat(), async (names, cut) => {
      const village = house.village()
      const about = {
        enrolment: await enrolled(village),
        beside: await enrolled(village, 'social-resilience'),
      }
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
        const envelope = await doOne(village, about, name)
        if (envelope && at >= breaksOff) waiting.push(envelope)
      }
      const giverOf = (name: string) => parts[name]?.facts
      const [unsent, read] = [rows, await rowsAt(village)]
      for (const enrolment of Object.values(about)) {
        const onServer = await factsOnServer(village.place, enrolment)
        const here = factsHere(replayed(village.place, unsent, waiting), enrolment, giverOf)
        // Of the programme beside it only what is told of what may serve it: of a giver that nothing was done for there yet, a phone says 0.
        const compared = enrolment === about.enrolment ? values : valuesOfShared
        expect(compared(here)).toEqual(compared(onServer))
        // All sent and read: as told, with the records.
        expect(factsHere(replayed(village.place, read, []), enrolment, giverOf)).toEqual(onServer)
      }
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
