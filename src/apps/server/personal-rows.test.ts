// What a command declares as personal is personal on a phone too: handing the row over is logged, and who only counts,
// gives money or watches gets the row without it. Tried with whatever a village does.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountsServer } from '../../capabilities/accounts/server.ts'
import { reserve, usualReserve } from '../../capabilities/letters/letter.ts'
import { setLetterhead } from '../../capabilities/letters/letterhead.ts'
import { headInput } from '../../capabilities/letters/letters.testing.ts'
import { lettersServer } from '../../capabilities/letters/server.ts'
import { meetingsServer } from '../../capabilities/meetings/server.ts'
import { observationsServer } from '../../capabilities/observations/server.ts'
import { peopleServer } from '../../capabilities/people/server.ts'
import { placesWithoutNation } from '../../capabilities/places/regions.testing.ts'
import { stop } from '../../capabilities/programmes/enrolment.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { surveysServer } from '../../capabilities/surveys/server.ts'
import { enrolled, formHere } from '../../capabilities/surveys/surveys.testing.ts'
import { volunteersServer } from '../../capabilities/volunteers/server.ts'
import type { Command } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Role } from '../../kernel/role.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import { lookInPlace } from '../../platform/server/transaction.testing.ts'
import { type About, type Deed, deeds, type Rows } from './deeds.testing.ts'
import { type House, type Person, testHouse } from './village.testing.ts'

// Its tables are enough: names of those who sent and judged.
const accounts = { name: accountsServer.name, migrations: accountsServer.migrations }
const parts: readonly ServerCapability[] = [
  ...[placesWithoutNation, accounts, programmesServer, lettersServer, peopleServer],
  ...[meetingsServer, volunteersServer, surveysServer, observationsServer],
]
let house: House
let form: string
beforeAll(async () => {
  house = await testHouse(parts)
  form = await formHere(house, { about: { kinds: ['poor_families', 'resilience'] } })
})
afterAll(() => house.close())

/** The input with every text at a personal path made one that is known again anywhere, where the command takes it. */
function marked(command: Command<never>, input: unknown, marks: Map<string, string>): unknown {
  let said = input
  for (const path of command.personal ?? []) {
    const mark = `kenari ${marks.size}`
    const tried = put(said, path.split('.'), mark)
    if (JSON.stringify(tried) === JSON.stringify(said) || !command.input.safeParse(tried).success) continue
    marks.set(mark, `${command.name} ${path}`)
    said = tried
  }
  return said
}

function put(value: unknown, [key, ...rest]: readonly string[], mark: string): unknown {
  if (key === undefined) return typeof value === 'string' ? mark : value
  if (key === '*') return Array.isArray(value) ? value.map((each) => put(each, rest, mark)) : value
  if (!value || typeof value !== 'object' || !(key in value)) return value
  return { ...value, [key]: put((value as Record<string, unknown>)[key], rest, mark) }
}

const outsiders = ['teller', 'group-officer', 'partner', 'admin'] as const satisfies readonly Role[]

test('words that name somebody reach nobody whose task needs none, and others with an entry of who saw them', async () => {
  const village = house.village()
  const people = new Map<Role, Person>()
  const of = (role: Role): Person => {
    const person = people.get(role) ?? village.as(role)
    people.set(role, person)
    return person
  }
  const about: About = {
    ...{ enrolment: await enrolled(village), beside: await enrolled(village, 'social-resilience') },
    form,
  }
  const marks = new Map<string, string>()
  const give = async ({ as, command, input }: Deed) =>
    (await of(as).give(command, marked(command, input, marks) as never)).status
  await of('facilitator').give(setLetterhead, headInput())
  const { device } = of('facilitator').actor
  const stock = { id: newId(), device, office: 'village', series: 'village' } as const
  const year = Number(today().slice(0, 4))
  await of('facilitator').give(reserve, { ...stock, year, count: usualReserve })
  for (const next of Object.values(deeds)) {
    const { rows } = await of('facilitator').feed()
    const standing = rows.filter(({ value }) => value !== null)
    const by = Map.groupBy(standing, ({ collection }) => collection)
    const here = Object.fromEntries(
      [...by].map(([name, all]) => [name, all.map(({ value }) => value as never)]),
    )
    const deed = next(here as Rows, about)
    if (deed) await give(deed)
  }
  const ending = { enrolment: about.beside, reason: 'Salah pilih' }
  expect(await give({ as: 'city-officer', command: stop as never, input: ending })).toBe(200)
  expect(marks.size).toBeGreaterThan(15)

  const holding = async (person: Person) =>
    (await person.feed()).rows.flatMap(({ collection, id, value }) => {
      const text = JSON.stringify(value)
      return [...marks].flatMap(([mark, from]) =>
        text.includes(`"${mark}"`) ? [{ collection, id, from }] : [],
      )
    })
  for (const role of outsiders) {
    const person = of(role)
    const seen = parts.some(({ feed = [] }) => feed.some((each) => each.roles.includes(role)))
    expect(seen ? await holding(person) : [], role).toEqual([])
  }
  const held = await holding(of('facilitator'))
  expect(new Set(held.map(({ collection }) => collection)).size).toBeGreaterThan(5)
  const { account } = of('facilitator').actor
  const logged = await lookInPlace(house.db, village.place, (tx) =>
    sql<{
      seen: string
    }>`select replace(what, 'feed:', '') || ' ' || jsonb_array_elements_text(subjects) as seen
      from platform.view_log where actor = ${account}`.execute(tx),
  )
  const noted = new Set(logged.rows.map(({ seen }) => seen))
  expect(held.filter(({ collection, id }) => !noted.has(`${collection} ${id}`))).toEqual([])
})
