// A house with people in it, for the tests of this capability.
import { testHouse } from '../../apps/server/village.testing.ts'
import { placesServer } from '../places/server.ts'
import { programmesServer } from '../programmes/server.ts'
import { type HouseholdRow, householdCollection } from './household.ts'
import { type PersonRow, personCollection } from './person.ts'
import { peopleServer } from './server.ts'
import { peopleRefusals } from './texts.ts'

// The facts go to programmes, of which its tables are enough here.
const programmes = { name: programmesServer.name, migrations: programmesServer.migrations }

// Its regions need not be loaded: only hamlets, RW and RT are asked for.
const places = {
  name: placesServer.name,
  ...(placesServer.commands ? { commands: placesServer.commands } : {}),
}

export const peopleHouse = () =>
  testHouse([programmes, { ...places, migrations: placesServer.migrations }, peopleServer], peopleRefusals)

export type Who = ReturnType<ReturnType<Awaited<ReturnType<typeof peopleHouse>>['village']>['as']>
export const persons = (who: Who) => who.rows<PersonRow>(personCollection)
export const homes = (who: Who) => who.rows<HouseholdRow>(householdCollection)

/** What was refused, as "code field". */
export const codes = (answer: { body: { errors?: { code: string; field?: string }[] } }) =>
  (answer.body.errors ?? []).map((error) => `${error.code} ${error.field ?? ''}`.trim())
