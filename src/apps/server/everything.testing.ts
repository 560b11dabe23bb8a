// Whatever a village does, done once, with words at every personal path that are known again anywhere.
import { expect } from 'vitest'
import { accountsServer } from '../../capabilities/accounts/server.ts'
import { institutionsServer } from '../../capabilities/institutions/server.ts'
import { reserve, usualReserve } from '../../capabilities/letters/letter.ts'
import { setLetterhead } from '../../capabilities/letters/letterhead.ts'
import { headInput } from '../../capabilities/letters/letters.testing.ts'
import { lettersServer } from '../../capabilities/letters/server.ts'
import { mapsServer } from '../../capabilities/maps/server.ts'
import { meetingsServer } from '../../capabilities/meetings/server.ts'
import { observationsServer } from '../../capabilities/observations/server.ts'
import { peopleServer } from '../../capabilities/people/server.ts'
import { placesWithoutNation } from '../../capabilities/places/regions.testing.ts'
import { stop } from '../../capabilities/programmes/enrolment.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { surveysServer } from '../../capabilities/surveys/server.ts'
import { enrolled } from '../../capabilities/surveys/surveys.testing.ts'
import { volunteersServer } from '../../capabilities/volunteers/server.ts'
import { workshopsServer } from '../../capabilities/workshops/server.ts'
import type { Command } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Role } from '../../kernel/role.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import type { About, Deed, Rows } from './deed.testing.ts'
import { deeds } from './deeds.testing.ts'
import type { House, Person, Village } from './village.testing.ts'

// Its tables are enough: names of those who sent and judged.
const accounts = { name: accountsServer.name, migrations: accountsServer.migrations }
export const villageParts: readonly ServerCapability[] = [
  ...[placesWithoutNation, accounts, programmesServer, lettersServer, peopleServer],
  ...[
    institutionsServer,
    meetingsServer,
    volunteersServer,
    workshopsServer,
    surveysServer,
    mapsServer,
    observationsServer,
  ],
]

/** The input with every text at a personal path made one that is known again anywhere, where the command takes it. */
function marked(command: Command<never>, input: unknown, marks: Map<string, string>): unknown {
  let said = input
  for (const path of command.personal ?? []) {
    const mark = `kenari ${marks.size} kuning`
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

export type Done = {
  village: Village
  of: (role: Role) => Person
  about: About
  /** Each word, and the command and path at which it was said. */
  marks: ReadonlyMap<string, string>
}

/** In a village of its own; `form` is one that surveys of poor families are filled on. */
export async function everythingDone(house: House, form: string): Promise<Done> {
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
  return { village, of, marks, about }
}
