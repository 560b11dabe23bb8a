// Which days of training each volunteer attended, read from the attendance of meetings; and who was there on
// every day, which is what a certificate asks for.
import type { Day } from '../../kernel/day.ts'
import type { View } from '../../kernel/view.ts'
import { type Attendance, attendanceCollection } from '../meetings/attendance.ts'
import { countedFor } from '../meetings/counted.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { nameKey } from '../people/names.ts'
import { numberFacts } from '../programmes/gates.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { personKey, rollIn } from './view.ts'
import { isActive, type Volunteer } from './volunteer.ts'

export type TrainingRecord = {
  /** Training kind of the programme. */
  kind: string
  /** The dates attended, in order, each once. */
  days: readonly Day[]
  /** Days that a complete training has: by the programme, or where it names none, as planned for the batch. */
  needed: number
  /** There on every day of a batch that is over; a day missed may be made up in another batch. */
  complete: boolean
}

const nameText = (name: string): string => {
  const { given, father } = nameKey(name)
  return given === '' ? '' : `${given} ${father}`
}

/** Of several entries of one person (withdrawn, then back again) the active one counts. */
const current = (found: readonly Volunteer[]): readonly Volunteer[] => {
  const active = found.filter(isActive)
  return active.length > 0 ? active : found.slice(-1)
}

/**
 * Whose attendance it is: by person on record; else by name and sex, when exactly one volunteer bears that
 * name and is not on record as somebody else.
 */
function ownerFinder(view: View, roll: readonly Volunteer[]) {
  const byPerson = Map.groupBy(
    roll.filter((each) => each.person !== null),
    (each) => personKey(view, each.person as string),
  )
  const byName = Map.groupBy(roll, (each) => `${nameText(each.name)}/${each.sex}`)
  return (attendance: Attendance): Volunteer | undefined => {
    const person = attendance.person === null ? null : personKey(view, attendance.person)
    const onRecord = person === null ? [] : current(byPerson.get(person) ?? [])
    if (onRecord.length > 0) return onRecord[0]
    const name = nameText(attendance.name)
    if (name === '') return undefined
    const namesakes = current(byName.get(`${name}/${attendance.sex}`) ?? [])
    const [only] = namesakes.filter((each) => person === null || each.person === null)
    return namesakes.length === 1 ? only : undefined
  }
}

/** The days of training of an enrolment that were not cancelled. */
export function sessionsIn(view: View, enrolment: string): Meeting[] {
  return view
    .all<Meeting>(meetingCollection)
    .filter((each) => each.group === 'training' && each.state !== 'cancelled')
    .flatMap((each) => countedFor(view, each, enrolment) ?? [])
}

const dayOf = (session: Meeting) => session.day ?? 1

/** The batches of these sessions that are over: of each, its days. */
function completeBatches(sessions: readonly Meeting[]): Map<number, Set<number>> {
  const batches = Map.groupBy(sessions, (each) => each.batch ?? 1)
  const over = [...batches].filter(([, own]) => own.every((each) => each.state === 'closed'))
  return new Map(over.map(([batch, own]) => [batch, new Set(own.map(dayOf))]))
}

function recordOf(
  kind: string,
  wanted: number | null,
  sessions: readonly Meeting[],
  seen: readonly Meeting[],
): TrainingRecord {
  const days = new Set(seen.map(dayOf))
  const batches = new Set(seen.map((each) => each.batch ?? 1))
  const finished = [...completeBatches(sessions)].some(
    ([batch, all]) => batches.has(batch) && [...all].every((day) => days.has(day)),
  )
  const needed = wanted ?? new Set(sessions.map(dayOf)).size
  const dates = [...new Set(seen.map((each) => each.date))].sort()
  // Three sessions of one morning are one day, however they are numbered.
  return { kind, days: dates, needed, complete: finished && dates.length >= needed }
}

/** The number of days that the programme asks for, or null where it names none. */
function daysWanted(view: View, enrolment: string, kind: string): number | null {
  const enrolled = enrolledIn(view, enrolment)
  const training = enrolled?.programme.kinds.trainings.find((each) => each.id === kind)
  if (!enrolled || !training) return null
  const value = numberFacts(enrolled.programme, enrolled.row.numbers)[`number.${training.days}`]?.value
  return typeof value === 'number' ? value : null
}

/** The training of every volunteer of an enrolment, by volunteer; only kinds of which a day was held. */
export function trainingRecords(view: View, enrolment: string): Map<string, TrainingRecord[]> {
  const roll = rollIn(view, enrolment)
  const kinds = Map.groupBy(
    sessionsIn(view, enrolment).filter((each) => each.kind !== null),
    (each) => each.kind as string,
  )
  const held = new Map(
    [...kinds.values()]
      .flat()
      .filter((each) => each.state === 'closed')
      .map((each) => [each.id, each]),
  )
  const ownerOf = ownerFinder(view, roll)
  const seen = new Map<string, Meeting[]>()
  for (const attendance of view.all<Attendance>(attendanceCollection)) {
    const session = held.get(attendance.meeting)
    const owner = session && !attendance.withdrawn ? ownerOf(attendance) : undefined
    if (session && owner) seen.set(owner.id, [...(seen.get(owner.id) ?? []), session])
  }
  return new Map(
    roll.map((volunteer) => {
      const own = Map.groupBy(seen.get(volunteer.id) ?? [], (each) => each.kind as string)
      const records = [...kinds]
        .filter(([, sessions]) => sessions.some((each) => each.state === 'closed'))
        .map(([kind, sessions]) =>
          recordOf(kind, daysWanted(view, enrolment, kind), sessions, own.get(kind) ?? []),
        )
      return [volunteer.id, records]
    }),
  )
}
