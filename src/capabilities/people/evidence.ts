// The facts people gives to gates, about the village as a whole.
import { type Day, today } from '../../kernel/day.ts'
import type { FactGiver, Facts } from '../../kernel/facts.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { View } from '../../kernel/view.ts'
import { isAdult } from './counting.ts'
import { type HouseholdRow, householdCollection } from './household.ts'
import { type PersonRow, personCollection } from './person.ts'

export type Tally = { residents: number; adults: number; households: number; poorHouseholds: number }

/** Counted from the rows; the server counts the same in the database (a test holds them equal). */
export function tallyOf(view: View, day: Day): Tally {
  const residents = view.all<PersonRow>(personCollection).filter((person) => person.state === 'here')
  const households = view.all<HouseholdRow>(householdCollection)
  return {
    residents: residents.length,
    adults: residents.filter((person) => isAdult(person.birthYear, day)).length,
    households: households.length,
    poorHouseholds: households.filter((household) => household.poor).length,
  }
}

/** Thousands of records stand behind each number: the way down is the list of people, not a list of ids. */
export function factsOf(tally: Tally): Facts {
  return {
    'people.residents': { value: tally.residents, records: [] },
    'people.adults': { value: tally.adults, records: [] },
    'people.households': { value: tally.households, records: [] },
    'people.poor_households': { value: tally.poorHouseholds, records: [] },
  }
}

export const peopleFacts: FactGiver = (view) => factsOf(tallyOf(view, today(zoneOf(view.place))))
