// The rows that volunteers reads of a village, in the same way on the phone and on the server.
import type { Day } from '../../kernel/day.ts'
import { awaitsCheck, handsIn, isSigned, standing } from '../../kernel/paper.ts'
import type { View } from '../../kernel/view.ts'
import { type PersonRow, personCollection } from '../people/person.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { allSeenBy } from '../programmes/serving.ts'
import { type Acknowledgement, acknowledgementCollection, type Signing } from './roll.ts'
import { isFormed, type Team, teamCollection } from './team.ts'
import { editionOf, isActive, type Volunteer, volunteerCollection } from './volunteer.ts'

export const enrolmentCollection = 'programmes.enrolment'
export const programmeCollection = 'programmes.programme'

/** Everybody who ever was on the roll of a programme, its own and who helps it as well, in the order they came forward. */
export function rollIn(view: View, enrolment: string): Volunteer[] {
  return allSeenBy(view.all<Volunteer>(volunteerCollection), enrolment).sort((a, b) =>
    a.registeredOn === b.registeredOn ? (a.id < b.id ? -1 : 1) : a.registeredOn < b.registeredOn ? -1 : 1,
  )
}

export const activeIn = (view: View, enrolment: string): Volunteer[] =>
  rollIn(view, enrolment).filter(isActive)

/** The teams that stand, of one kind or of all. */
export function teamsIn(view: View, enrolment: string, kind?: string): Team[] {
  return view
    .all<Team>(teamCollection)
    .filter((each) => each.enrolment === enrolment && isFormed(each) && (!kind || each.kind === kind))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A person on record; of two that were merged, the kept one. */
export function personIn(view: View, id: string): PersonRow | undefined {
  const row = view.get<PersonRow>(personCollection, id)
  return row?.mergedInto ? (view.get<PersonRow>(personCollection, row.mergedInto) ?? row) : row
}

/** The id by which a person is known after merging. */
export const personKey = (view: View, id: string): string => {
  const row = view.get<PersonRow>(personCollection, id)
  return row?.mergedInto ?? row?.id ?? id
}

export const localPlaceIn = (view: View, id: string) => view.get<LocalPlace>(localCollection, id)

export const signingsIn = (view: View, enrolment: string): readonly Signing[] =>
  view.get<Acknowledgement>(acknowledgementCollection, enrolment)?.signings ?? []

/** Those whom a signature still is about: their line of the roll says what it said then. */
export const signedFor = (view: View, { volunteers, editions }: Signing): string[] =>
  volunteers.filter((id, i) => {
    const now = view.get<Volunteer>(volunteerCollection, id)
    return standing({ edition: editions?.[i] }, now ? editionOf(now) : (editions?.[i] ?? 1)) !== null
  })

/** The volunteers that the village head has acknowledged as they are now. */
export const acknowledgedIn = (view: View, enrolment: string): Set<string> =>
  new Set(
    signingsIn(view, enrolment)
      .filter(isSigned)
      .flatMap((each) => signedFor(view, each)),
  )

/** What the village head signed on paper, as long as nobody has checked it. */
export const uncheckedIn = (view: View, enrolment: string): Signing | undefined =>
  signingsIn(view, enrolment).find(awaitsCheck)

/** Who put somebody on it, or had a hand in another signature for the same lines, is no second person for its paper. */
export function handsOnRoll(view: View, enrolment: string): string[] {
  const waiting = uncheckedIn(view, enrolment)
  const named = new Set(waiting?.volunteers)
  const others = signingsIn(view, enrolment).filter((each) =>
    signedFor(view, each).some((id) => named.has(id)),
  )
  const brought = rollIn(view, enrolment).flatMap(({ id, registeredBy }) =>
    named.has(id) && registeredBy !== '' ? [registeredBy] : [],
  )
  return [...brought, ...handsIn(others.map(({ by, paper }) => ({ account: by, paper })))]
}

export type Coverage = {
  /** RT in use of the village. */
  rts: readonly LocalPlace[]
  /** Those of them without a single active volunteer. */
  without: readonly LocalPlace[]
  /** Rounded down; null where the village has no RT on record, or this phone may not see who lives where. */
  percent: number | null
  /** Active volunteers who are tied to no RT on record. */
  unplaced: number
}

export function coverageIn(view: View, enrolment: string): Coverage {
  const rts = view.all<LocalPlace>(localCollection).filter((each) => each.kind === 'rt' && each.active)
  const active = activeIn(view, enrolment)
  const known = new Set(rts.map((each) => each.id))
  const lived = new Set(
    active.flatMap((each) => (each.localPlace && known.has(each.localPlace) ? [each.localPlace] : [])),
  )
  const hidden = active.length > 0 && active.every((each) => each.name === '')
  return {
    rts,
    without: rts.filter((each) => !lived.has(each.id)),
    percent: rts.length === 0 || hidden ? null : Math.floor((lived.size * 100) / rts.length),
    unplaced: active.filter((each) => !each.localPlace || !known.has(each.localPlace)).length,
  }
}

/** A roll is not signed before the last of those it names was registered; null where it names nobody on it. */
export const rollSince = (
  view: View,
  { enrolment, volunteers }: { enrolment: string; volunteers: readonly string[] },
): Day | null =>
  rollIn(view, enrolment)
    .filter(({ id }) => volunteers.includes(id))
    .reduce<Day | null>(
      (last, { registeredOn }) => (last !== null && last > registeredOn ? last : registeredOn),
      null,
    )
