// Which households get a card. Pure, over the rows of people and places.
import type { View } from '../../../kernel/view.ts'
import { type HouseholdRow, householdCollection } from '../../people/household.ts'
import { type PersonRow, personCollection } from '../../people/person.ts'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { type Ranking, rankingCollection } from './ranking.ts'

/** These local places, with all that lie below them. */
export function placesBelow(all: readonly LocalPlace[], chosen: readonly string[]): Set<string> {
  const found = new Set(chosen)
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { id, parent } of all) if (parent && found.has(parent)) found.add(id)
  }
  return found
}

export type Card = {
  household: string
  /** Of its head; null where none is on record. */
  name: string | null
  address: string | null
  localPlace: string | null
  /** Local places besides its own in which members are on record: the household stands in two. */
  elsewhere: readonly string[]
}

function membersOf(view: View): Map<string, PersonRow[]> {
  const members = new Map<string, PersonRow[]>()
  for (const person of view.all<PersonRow>(personCollection)) {
    if (person.household === null || person.state !== 'here') continue
    const known = members.get(person.household)
    if (known) known.push(person)
    else members.set(person.household, [person])
  }
  return members
}

const cardOf = (view: View, home: HouseholdRow, members: readonly PersonRow[]): Card => ({
  household: home.id,
  name: (home.head ? view.get<PersonRow>(personCollection, home.head)?.name : undefined) ?? null,
  address: home.address,
  localPlace: home.localPlace,
  elsewhere: [
    ...new Set(
      members.flatMap(({ localPlace }) => (localPlace && localPlace !== home.localPlace ? [localPlace] : [])),
    ),
  ],
})

const byName = (a: Card, b: Card) =>
  (a.name ?? '￿').localeCompare(b.name ?? '￿', 'id') || (a.household < b.household ? -1 : 1)

/** Households of these places by name: those who live there, and those of whom a member does. */
export function cardsAt(view: View, localPlaces: readonly string[]): Card[] {
  const within = placesBelow(view.all<LocalPlace>(localCollection), localPlaces)
  const members = membersOf(view)
  return view
    .all<HouseholdRow>(householdCollection)
    .map((home) => cardOf(view, home, members.get(home.id) ?? []))
    .filter((card) => [card.localPlace, ...card.elsewhere].some((each) => each !== null && within.has(each)))
    .sort(byName)
}

/** The cards of a ranking; a household that is not on record any more keeps its place without a name. */
export function cardsOf(view: View, cards: readonly string[]): Card[] {
  const members = membersOf(view)
  return cards.map((household) => {
    const home = view.get<HouseholdRow>(householdCollection, household)
    return home
      ? cardOf(view, home, members.get(household) ?? [])
      : { household, name: null, address: null, localPlace: null, elsewhere: [] }
  })
}

/** Households of these cards that another standing ranking of the village holds too. */
export function alsoRanked(view: View, ranking: Pick<Ranking, 'id' | 'cards'>): Set<string> {
  const others = view
    .all<Ranking>(rankingCollection)
    .filter((each) => each.id !== ranking.id && each.withdrawn === null)
  const elsewhere = new Set(others.flatMap(({ cards }) => cards))
  return new Set(ranking.cards.filter((each) => elsewhere.has(each)))
}
