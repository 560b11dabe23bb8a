// The rows that volunteers reads of a village, in the same way on the phone and on the server.
import { awaitsCheck, isSigned } from '../../kernel/paper.ts'
import type { View } from '../../kernel/view.ts'
import { type PersonRow, personCollection } from '../people/person.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { allSeenBy } from '../programmes/serving.ts'
import { type Acknowledgement, acknowledgementCollection, type Signing } from './roll.ts'
import { isFormed, type Team, teamCollection } from './team.ts'
import { isActive, type Volunteer, volunteerCollection } from './volunteer.ts'

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

/** The volunteers that the village head has acknowledged. */
export function acknowledgedIn(view: View, enrolment: string): Set<string> {
  const row = view.get<Acknowledgement>(acknowledgementCollection, enrolment)
  return new Set(row?.signings.filter(isSigned).flatMap((each) => each.volunteers) ?? [])
}

/** What the village head signed on paper, as long as nobody has checked it. */
export const uncheckedIn = (view: View, enrolment: string): Signing | undefined =>
  view.get<Acknowledgement>(acknowledgementCollection, enrolment)?.signings.find(awaitsCheck)

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
