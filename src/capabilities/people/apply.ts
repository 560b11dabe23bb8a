// What commands do to the copy on a phone before the server has answered.
import type { Envelope } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import { movedRow } from './change-rules.ts'
import {
  type ChangeHousehold,
  type HouseholdInput,
  type HouseholdRow,
  householdCollection,
  type RegisterMany,
} from './household.ts'
import {
  type ChangePerson,
  type MergeDuplicates,
  type MovePerson,
  type PersonInput,
  type PersonRow,
  personCollection,
} from './person.ts'
import { changedHousehold, changedRow, joinedRow, rowOfHousehold, rowOfPerson, signpost } from './rows.ts'

type Apply<Input> = (view: View, envelope: Envelope<Input>) => Change[]

const person = (row: PersonRow): Change => ({ collection: personCollection, id: row.id, value: row })
const household = (row: HouseholdRow): Change => ({ collection: householdCollection, id: row.id, value: row })

/** The heads of the households that these persons were or are head of, as they follow from the persons. */
function heads(
  view: View,
  before: readonly PersonRow[],
  after: readonly PersonRow[],
  fresh: readonly HouseholdRow[] = [],
): Change[] {
  const next = new Map<string, string | null>()
  for (const row of before) if (isHead(row) && row.household) next.set(row.household, null)
  for (const row of after) if (isHead(row) && row.household) next.set(row.household, row.id)
  return [...next].flatMap(([id, head]) => {
    const home = fresh.find((row) => row.id === id) ?? view.get<HouseholdRow>(householdCollection, id)
    return home ? [household({ ...home, head })] : []
  })
}

const isHead = (row: PersonRow) => row.relation === 'head' && row.state === 'here'

const registerPerson: Apply<PersonInput> = (view, { input }) => {
  if (view.get(personCollection, input.id)) return []
  const row = rowOfPerson(input, view.place)
  return [person(row), ...heads(view, [], [row])]
}

const registerHousehold: Apply<HouseholdInput> = (view, { input }) =>
  view.get(householdCollection, input.id) ? [] : [household(rowOfHousehold(input))]

const registerMany: Apply<RegisterMany> = (view, { input }) => {
  const homes = input.households.filter((each) => !view.get(householdCollection, each.id)).map(rowOfHousehold)
  const rows = input.persons
    .filter((each) => !view.get(personCollection, each.id))
    .map((each) => rowOfPerson(each, view.place))
  return [...homes.map(household), ...rows.map(person), ...heads(view, [], rows, homes)]
}

const changePerson: Apply<ChangePerson> = (view, { input }) => {
  const row = view.get<PersonRow>(personCollection, input.id)
  if (!row) return []
  const next = changedRow(row, input.changes, view.place)
  return [person(next), ...heads(view, [row], [next])]
}

const changeHousehold: Apply<ChangeHousehold> = (view, { input }) => {
  const row = view.get<HouseholdRow>(householdCollection, input.id)
  return row ? [household(changedHousehold(row, input.changes))] : []
}

const movePerson: Apply<MovePerson> = (view, { input }) => {
  const row = view.get<PersonRow>(personCollection, input.id)
  if (!row) return []
  const next = movedRow(row, input)
  return [person(next), ...heads(view, [row], [next])]
}

const mergeDuplicates: Apply<MergeDuplicates> = (view, { input, at }) => {
  const keep = view.get<PersonRow>(personCollection, input.keep)
  const drop = view.get<PersonRow>(personCollection, input.drop)
  if (!keep || !drop) return []
  const kept = joinedRow(keep, drop, view.place)
  const day = today(zoneOf(view.place), new Date(at))
  const older = view.all<PersonRow>(personCollection).filter((row) => row.mergedInto === drop.id)
  return [
    ...older.map((row) => person({ ...row, mergedInto: keep.id, version: row.version + 1 })),
    person(signpost(drop, keep.id, day)),
    person(kept),
    ...heads(view, [keep, drop], [kept]),
  ]
}

export const peopleApplies = {
  'people.register-person': registerPerson,
  'people.register-household': registerHousehold,
  'people.register-many': registerMany,
  'people.change-person': changePerson,
  'people.change-household': changeHousehold,
  'people.move-person': movePerson,
  'people.merge-duplicates': mergeDuplicates,
} as const
