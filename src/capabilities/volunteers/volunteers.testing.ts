// Volunteers as tests speak of them: a kelurahan with three RT that has taken up P2KP.
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import type { Attendance } from '../meetings/attendance.ts'
import { closedMeeting, present } from '../meetings/meetings.testing.ts'
import type { PersonRow } from '../people/person.ts'
import type { LocalPlace } from '../places/local-place.ts'
import { works } from './apply.ts'
import type { NewVolunteer, RegisterVolunteers } from './volunteer.ts'

export const village = '34.71.04.1001'
export const today = daysFromToday(0)
export const startedOn = addDays(today, -20)
export const me = { by: '', on: today }

export const row = (collection: string, value: { id: string }): Change => ({
  collection,
  id: value.id,
  value,
})

export function newcomer(given: Partial<NewVolunteer> = {}): NewVolunteer {
  return {
    id: newId(),
    person: null,
    name: 'Warga',
    sex: 'female',
    poor: false,
    localPlace: null,
    localPlaceText: '',
    phone: null,
    skills: '',
    interests: null,
    motivation: '',
    ...given,
  }
}

export const register = (
  enrolment: string,
  volunteers: readonly NewVolunteer[],
  on = addDays(today, -11),
): RegisterVolunteers => ({
  enrolment,
  on,
  volunteers: [...volunteers],
})

export const rt = (number: number, given: Partial<LocalPlace> = {}): LocalPlace => ({
  id: newId(),
  kind: 'rt',
  number,
  name: null,
  parent: null,
  households: null,
  settlement: null,
  active: true,
  closedOn: null,
  closedReason: null,
  version: 1,
  ...given,
})

export const person = (given: Partial<PersonRow> = {}): PersonRow => ({
  id: newId(),
  name: 'Siti Aminah',
  sex: 'female',
  birthYear: 1980,
  localPlace: null,
  household: null,
  relation: null,
  poor: false,
  poorSource: null,
  elements: [],
  nik: null,
  noNik: 'unknown',
  doubts: [],
  known: [],
  state: 'here',
  stateOn: null,
  mergedInto: null,
  version: 1,
  ...given,
})

const programme = {
  numbers: { training_days: { value: 3 } },
  kinds: {
    teams: [{ id: 'reflection' }, { id: 'mapping' }],
    trainings: [{ id: 'basic', days: 'training_days' }],
    meetings: [],
  },
}

/** The enrolment as rows, running unless said otherwise. */
export function enrolled(id: string, status = 'started'): Change[] {
  const key = `programme-${id}`
  return [
    { collection: 'programmes.enrolment', id, value: { id, status, startedOn, programme: key, numbers: {} } },
    { collection: 'programmes.programme', id: key, value: programme },
  ]
}

/** A village with its enrolment and whatever else a test puts there. */
export const villageWith = (enrolment: string, more: readonly Change[] = []): View =>
  viewOf(village, [...enrolled(enrolment), ...more])

export const onRoll = (enrolment: string, volunteers: readonly NewVolunteer[]): Change[] =>
  works.register(viewOf(village, []), register(enrolment, volunteers), me)

const attended = (value: Attendance) => row('meetings.attendance', value)

/** The day on which the first, second or third day of a training was held. */
export const dayOfTraining = (day: number): Day => addDays(today, day - 11)

/** A day of training that is over, with who came. */
export function trainingDay(
  enrolment: string,
  day: number,
  who: readonly Partial<Attendance>[],
  given: { batch?: number; kind?: string; date?: string } = {},
): Change[] {
  const date = given.date ?? dayOfTraining(day)
  const meeting = closedMeeting({
    enrolment,
    group: 'training',
    kind: given.kind ?? 'basic',
    batch: given.batch ?? 1,
    day,
    date,
  })
  return [
    row('meetings.meeting', meeting),
    ...who.map(({ withdrawn = null, ...each }) =>
      attended({ ...present(meeting.id, each as never), withdrawn }),
    ),
  ]
}
