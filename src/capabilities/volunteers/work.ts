// What every handler of volunteers does: read the rows of the village that rules and facts need, keep what the
// step made of them, tell the feed, and tell programmes the facts that follow.
import { today } from '../../kernel/day.ts'
import { handOf } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import type { CommandWork, Follower } from '../../platform/server/capability.ts'
import { attendanceCollection } from '../meetings/attendance.ts'
import { meetingById, trainingsOf } from '../meetings/door.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { personsById } from '../people/door.ts'
import { personCollection } from '../people/person.ts'
import { localPlacesOf } from '../places/door.ts'
import { localCollection } from '../places/local-place.ts'
import { programmeOf, tellFacts } from '../programmes/door.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import type { Doer } from './apply.ts'
import { rollAndTeamFacts, trainedFacts } from './evidence.ts'
import { type Acknowledgement, acknowledgementCollection } from './roll.ts'
import { type At, acknowledgementStore, teamStore, volunteerStore } from './store.ts'
import { type Team, teamCollection } from './team.ts'
import { enrolmentCollection, programmeCollection } from './view.ts'
import { type Volunteer, volunteerCollection } from './volunteer.ts'

export type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

const rowsOf = (collection: string, rows: Iterable<{ id: string }>): Change[] =>
  [...rows].map((value) => ({ collection, id: value.id, value }))

/** The day it was done, by the device's clock, at the village. */
export const doerOf = (work: Work): Doer => ({
  by: work.actor.account,
  hand: handOf(work),
  on: today(zoneOf(work.place), work.doneAt),
})

/** The village as rules see it: the enrolment with its roll, teams and signings, and these persons. */
export async function rowsAt(
  work: At,
  enrolment: string,
  persons: readonly (string | null)[] = [],
): Promise<Change[]> {
  const enrolled = await programmeOf(work, enrolment)
  const roll = await volunteerStore(work).ofEnrolment(enrolment)
  const asked = [...persons, ...roll.map((each) => each.person)].filter((each) => each !== null)
  const people = await personsById(work, [...new Set(asked)])
  return [
    ...(enrolled
      ? [
          { collection: enrolmentCollection, id: enrolment, value: enrolled.row },
          { collection: programmeCollection, id: enrolled.row.programme, value: enrolled.programme },
        ]
      : []),
    ...rowsOf(volunteerCollection, roll),
    ...rowsOf(teamCollection, await teamStore(work).ofEnrolment(enrolment)),
    ...rowsOf(acknowledgementCollection, await acknowledgementStore(work).many([enrolment])),
    ...rowsOf(localCollection, (await localPlacesOf(work)).values()),
    // Under the id that was asked for: of two merged persons it is the kept one's row.
    ...[...people].map(([id, value]) => ({ collection: personCollection, id, value })),
  ]
}

export type Village = { rows: readonly Change[]; view: View }

/** `enrolments`: that it is about, with every other that the same volunteers help. */
export async function villageAt(
  work: Work,
  enrolments: readonly string[],
  persons: readonly (string | null)[] = [],
): Promise<Village> {
  const rows: Change[] = []
  for (const enrolment of new Set(enrolments)) rows.push(...(await rowsAt(work, enrolment, persons)))
  return { rows, view: viewOf(work.place, rows) }
}

export async function volunteerAt(work: Work, id: string): Promise<Volunteer> {
  const [found] = await volunteerStore(work).many([id])
  if (!found) throw new Refused([refuse('volunteers.no-such-volunteer', {}, 'volunteer')])
  return found
}

export async function teamAt(work: Work, id: string): Promise<Team> {
  const [found] = await teamStore(work).many([id])
  if (!found) throw new Refused([refuse('volunteers.no-such-team', {}, 'team')])
  return found
}

/** Stores rows that are there already; those that are new are added by their handler. */
async function save(work: Work, { collection, value }: Change, phone?: string | null): Promise<void> {
  if (collection === volunteerCollection) await volunteerStore(work).save(value as Volunteer, phone)
  if (collection === teamCollection) await teamStore(work).save(value as Team)
  if (collection === acknowledgementCollection) await acknowledgementStore(work).put(value as Acknowledgement)
}

export async function saveAll(work: Work, changes: readonly Change[], phone?: string | null): Promise<void> {
  for (const change of changes) await save(work, change, phone)
}

/** After storing: the feed hears what changed, programmes the facts over the village as it is now. */
export async function settle(
  work: Work,
  village: Village,
  enrolments: readonly string[],
  changes: readonly Change[],
): Promise<void> {
  for (const { collection, id } of changes) work.changes.touch(collection, id)
  const rows = [...village.rows, ...changes]
  const view = viewOf(work.place, rows)
  for (const enrolment of new Set(enrolments)) {
    await tellFacts(work, 'volunteers', enrolment, rollAndTeamFacts(view, enrolment))
    await tellTrained(work, enrolment, rows)
  }
}

/** The days of training of an enrolment with who came, as rows. */
export async function trainingRows(at: At, enrolment: string): Promise<Change[]> {
  const { meetings, attendance } = await trainingsOf(at, enrolment)
  return [...rowsOf(meetingCollection, meetings), ...rowsOf(attendanceCollection, attendance)]
}

type TellingAt = At & Pick<Work, 'changes'>

/** `known`: the village as it is now, where it was read already. */
async function tellTrained(at: TellingAt, enrolment: string, known?: readonly Change[]): Promise<void> {
  const days = await trainingRows(at, enrolment)
  const rows = days.length > 0 ? (known ?? (await rowsAt(at, enrolment))) : []
  const view = viewOf(at.place, [...rows, ...days])
  await tellFacts(at, 'volunteers.trained', enrolment, trainedFacts(view, enrolment))
}

/** A day of training that is closed or changed tells anew who on the roll was there on every day. */
export const volunteerFollowers: readonly Follower[] = [
  {
    collections: [meetingCollection],
    work: async ({ records, ...at }) => {
      const met = await Promise.all(records.map((id) => meetingById(at, id)))
      const trainings = met.flatMap((each) => (each?.group === 'training' ? enrolmentsOf(each) : []))
      for (const enrolment of new Set(trainings)) await tellTrained(at, enrolment)
    },
  },
]
