// What every handler of workshops does: read the rows that rules need, keep what the step made of them, tell feed and facts.
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import type { CommandWork, Follower } from '../../platform/server/capability.ts'
import { meetingById, workshopsOf } from '../meetings/door.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { programmeOf, tellFacts } from '../programmes/door.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import { aspirationCollection } from './aspiration.ts'
import { workshopFacts } from './evidence.ts'
import { type Chart, chartCollection } from './pra/chart.ts'
import { rankingCollection } from './ranking/ranking.ts'
import { settledAt } from './ranking/store.ts'
import { noteCollection, type Stamp, sessionCollection, themeCollection } from './session.ts'
import { aspirationStore, noteStore, sessionStore, themeStore } from './store.ts'
import { type At, type Kept, type Keys, rowStore } from './store-rows.ts'

export type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

export const rowsOf = (collection: string, rows: Iterable<{ id: string }>): Change[] =>
  [...rows].map((value) => ({ collection, id: value.id, value }))

export const stampOf = ({ doneAt, actor }: Work): Stamp => ({
  at: doneAt.toISOString(),
  by: actor.account,
  byName: actor.name,
})

/** A workshop with what the face keeps of it; nothing where there is no such meeting. */
export async function workshopRows(work: At, id: string): Promise<Change[]> {
  const meeting = await meetingById(work, id)
  if (!meeting) return []
  return [
    ...rowsOf(meetingCollection, [meeting]),
    ...rowsOf(sessionCollection, await sessionStore(work).many([id])),
    ...rowsOf(noteCollection, await noteStore(work).ofMeeting(id)),
  ]
}

/** An enrolment with its programme, its themes, and which workshops discussed them. */
export async function enrolmentRows(work: At, enrolment: string): Promise<Change[]> {
  const enrolled = await programmeOf(work, enrolment)
  return [
    ...(enrolled
      ? [
          { collection: 'programmes.enrolment', id: enrolment, value: enrolled.row },
          { collection: 'programmes.programme', id: enrolled.row.programme, value: enrolled.programme },
        ]
      : []),
    ...rowsOf(themeCollection, await themeStore(work).ofEnrolment(enrolment)),
    ...rowsOf(sessionCollection, await sessionStore(work).ofEnrolment(enrolment)),
  ]
}

export const viewAt = (work: At, rows: readonly Change[]): View => viewOf(work.place, rows)

/** A row tells what it belongs to: the workshop, the enrolment, both. */
const keysOf = ({ meeting = null, enrolment = null }: Kept): Keys => ({ meeting, enrolment })

/** Stores what a step made: rows that were not in the view are new. The feed hears of each. */
export async function keep(work: Work, view: View, changes: readonly Change[]): Promise<void> {
  for (const { collection, id, value } of changes) {
    const store = rowStore<Kept>(work, collection)
    if (view.get(collection, id)) await store.save(value as Kept)
    else await store.add(value as Kept, keysOf(value as Kept))
    work.changes.touch(collection, id)
  }
}

type TellingAt = At & Pick<Work, 'changes'>

/** Tells programmes what the workshops of these enrolments show now. */
export async function tellWorkshops(at: TellingAt, enrolments: Iterable<string>): Promise<void> {
  for (const enrolment of new Set(enrolments)) {
    const meetings = await workshopsOf(at, enrolment)
    const ids = meetings.map(({ id }) => id)
    const rows = [
      ...rowsOf(meetingCollection, meetings),
      ...rowsOf(sessionCollection, await sessionStore(at).many(ids)),
      ...rowsOf(aspirationCollection, await aspirationStore(at).ofMeetings(ids)),
      ...rowsOf(rankingCollection, await settledAt(at, ids)),
      ...rowsOf(chartCollection, await rowStore<Chart>(at, chartCollection).ofMeetings(ids)),
    ]
    await tellFacts(at, 'workshops', enrolment, workshopFacts(viewAt(at, rows), enrolment))
  }
}

/** Of the workshop with this id. */
export async function tellOf(at: TellingAt, view: View, meeting: string): Promise<void> {
  const found = view.get<Meeting>(meetingCollection, meeting)
  if (found) await tellWorkshops(at, enrolmentsOf(found))
}

/** A workshop that was planned, cancelled, or that serves another programme too, tells anew what it shows. */
export const workshopFollowers: readonly Follower[] = [
  {
    collections: [meetingCollection],
    work: async ({ records, ...at }) => {
      const met = await Promise.all(records.map((id) => meetingById(at, id)))
      const workshops = met.flatMap((each) => (each?.group === 'workshop' ? [each] : []))
      await tellWorkshops(at, workshops.flatMap(enrolmentsOf))
    },
  },
]
