// Who was trained: those who were there on every day of a batch (angkatan).
import type { Attendance } from './attendance.ts'
import type { Meeting } from './meeting.ts'
import { nameOf, presentOf } from './tally.ts'

type Session = Pick<Meeting, 'id' | 'batch' | 'day' | 'state' | 'date'>

/** The days of each batch, with the sessions of each day; a batch or day that was not numbered is the first. */
export function batchesOf<S extends Session>(sessions: readonly S[]): Map<number, Map<number, S[]>> {
  const batches = Map.groupBy(sessions, (each) => each.batch ?? 1)
  return new Map([...batches].map(([batch, own]) => [batch, Map.groupBy(own, (each) => each.day ?? 1)]))
}

const allClosed = (sessions: readonly Session[]) => sessions.every((each) => each.state === 'closed')

const datesOf = (sessions: readonly Pick<Meeting, 'date'>[]) => new Set(sessions.map(({ date }) => date))

/**
 * Days that were held in the batch that is furthest: another batch that has only been planned takes none of them
 * away. Three sessions of one morning are one day, however they are numbered.
 */
export function daysHeld(sessions: readonly Session[]): number {
  const held = [...batchesOf(sessions).values()].map(
    (days) => datesOf([...days.values()].filter(allClosed).flat()).size,
  )
  return Math.max(0, ...held)
}

/**
 * One participant over several days: by person on record; a walk-in by name, joined to the person on record
 * of that name when there is exactly one.
 */
function participantKeys(attendance: readonly Attendance[]): Map<string, string> {
  const onRecord = Map.groupBy(
    attendance.filter((each) => each.person !== null),
    nameOf,
  )
  return new Map(
    attendance.map((each) => {
      const name = nameOf(each)
      const people = new Set(onRecord.get(name)?.map((found) => found.person))
      const known = each.person ?? (name !== '' && people.size === 1 ? [...people][0] : null)
      return [each.id, known ?? (name === '' ? each.id : `${name}/${each.sex}`)]
    }),
  )
}

export type Trained = { participants: number; trained: number; women: number }

/**
 * Participants of the days that were held, and those among them who attended every day of a batch that is
 * complete, each on a date of its own. Somebody who misses a day may make it up in another batch.
 */
export function trainedIn(sessions: readonly Session[], attendance: readonly Attendance[]): Trained {
  const byMeeting = Map.groupBy(attendance, (each) => each.meeting)
  const present = sessions
    .filter((each) => each.state === 'closed')
    .flatMap((session) => presentOf(byMeeting.get(session.id) ?? []).map((row) => ({ row, session })))
  const keys = participantKeys(present.map((each) => each.row))
  const people = Map.groupBy(present, ({ row }) => keys.get(row.id) ?? row.id)
  const complete = [...batchesOf(sessions)].filter(([, days]) => [...days.values()].every(allClosed))
  const finished = [...people.values()].filter((seen) => {
    const days = new Set(seen.map(({ session }) => session.day ?? 1))
    const batches = new Set(seen.map(({ session }) => session.batch ?? 1))
    const dates = datesOf(seen.map(({ session }) => session)).size
    return complete.some(
      ([batch, all]) =>
        batches.has(batch) && dates >= all.size && [...all.keys()].every((day) => days.has(day)),
    )
  })
  return {
    participants: people.size,
    trained: finished.length,
    women: finished.filter((seen) => seen[0]?.row.sex === 'female').length,
  }
}
