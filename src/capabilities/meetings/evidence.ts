// The facts that meetings and trainings give to gates, counted from their rows. Pure: the phone computes them
// over its copy, the server in the command that changed them.
import { type FactGiver, type FactRecord, type Facts, fileCollection } from '../../kernel/facts.ts'
import { awaitsCheck, isOnPaper, isSigned } from '../../kernel/paper.ts'
import type { View } from '../../kernel/view.ts'
import { enrolledIn } from '../programmes/serving.ts'
import { type Attendance, attendanceCollection, type Tally, withoutAttendees } from './attendance.ts'
import { countedFor } from './counted.ts'
import { hasDecided } from './deciding.ts'
import { kindOf } from './kinds.ts'
import {
  acknowledgementOf,
  documentsOf,
  hasSignedMinutes,
  type Meeting,
  meetingCollection,
  photosOf,
  signedMinutesOf,
} from './meeting.ts'
import { percentOf } from './tally.ts'
import { batchesOf, daysHeld, trainedIn } from './training.ts'

const recordOf = (meeting: Meeting): FactRecord => ({ collection: meetingCollection, id: meeting.id })
/** Of two at the same hour the one made later is the later one: on every device the same. */
const keyOf = ({ date, start, id }: Meeting) => `${date} ${start} ${id}`
const byDay = (a: Meeting, b: Meeting) => (keyOf(a) < keyOf(b) ? -1 : 1)

/** All facts of the meetings and trainings of one enrolment. A kind that was never planned gives none. */
export const meetingFacts: FactGiver = (view, enrolment) => {
  const mine = view
    .all<Meeting>(meetingCollection)
    .flatMap((each) => countedFor(view, each, enrolment) ?? [])
    .filter((each) => each.kind !== null && each.state !== 'cancelled')
    .sort(byDay)
  const kinds = Map.groupBy(mine, (each) => `${each.group}.${each.kind}`)
  const facts = [...kinds].map(([prefix, meetings]) =>
    prefix.startsWith('training.')
      ? trainingFacts(view, prefix, meetings)
      : factsOfKind(view, prefix, meetings),
  )
  return Object.assign({}, ...facts) as Facts
}

const isHeld = (meeting: Meeting) => meeting.state === 'closed'

/**
 * The meetings whose attendance counts: the last one that decided, or that left its question open; where this kind of
 * meeting decides nothing, all of them added up (a discussion held in every RT).
 */
function countedOnes(held: readonly Meeting[]): readonly Meeting[] {
  const deciding = held.findLast(hasDecided) ?? held.findLast((each) => each.decision !== null)
  return deciding ? [deciding] : held
}

function factsOfKind(view: View, prefix: string, meetings: readonly Meeting[]): Facts {
  const held = meetings.filter(isHeld)
  const from = countedOnes(held)
  const records = from.map(recordOf)
  const last = held.at(-1)
  const counted = (value: boolean | number | string) => ({ value, records })
  const all = { records: held.map(recordOf) }
  return {
    [`${prefix}.held`]: {
      value: held.length > 0,
      records: (held.length > 0 ? held : meetings).map(recordOf),
    },
    [`${prefix}.held_count`]: { value: held.length, ...all },
    ...(held[0] && last
      ? {
          [`${prefix}.first_held_on`]: { value: held[0].date, ...all },
          [`${prefix}.last_held_on`]: { value: last.date, ...all },
          ...headFacts(prefix, sumOf(from), counted),
          ...elementFacts(prefix, view, from, counted),
          ...documentFacts(prefix, view, from),
          ...acknowledgedFacts(prefix, from, counted),
          [`${prefix}.minutes_signed`]: counted(from.every(hasSignedMinutes)),
          ...(from.some((each) => awaitsCheck(signedMinutesOf(each)))
            ? { [`${prefix}.minutes_signed_unchecked`]: counted(true) }
            : {}),
        }
      : {}),
    ...(prefix.startsWith('workshop.') ? agreedFacts(prefix, held, meetings) : {}),
    ...(from[0]?.decision && hasDecided(from[0])
      ? {
          [`${prefix}.decision`]: counted(from[0].decision.option),
          [`${prefix}.decided_on`]: counted(from[0].date),
        }
      : {}),
  }
}

/** A follow-up plan (rencana tindak lanjut) says who does what by when. */
const isPlanned = ({ responsible, due }: Meeting['decisions'][number]) => responsible !== '' && due !== null

/**
 * What a workshop agrees on are the numbered decisions of its minutes, and its follow-up plan those that name who and by when;
 * of workshops that are closed only.
 */
function agreedFacts(prefix: string, held: readonly Meeting[], all: readonly Meeting[]): Facts {
  const records = (held.length > 0 ? held : all).map(recordOf)
  const points = held.flatMap(({ decisions }) => decisions)
  return {
    [`${prefix}.agreed_points`]: { value: points.length, records },
    [`${prefix}.follow_up_agreed`]: { value: points.some(isPlanned), records },
  }
}

/** By account, or on paper that a second person checked; the others tell the paper, and one that waits. */
function acknowledgedFacts(prefix: string, meetings: readonly Meeting[], counted: Counted): Facts {
  const all = meetings.every((each) => isSigned(acknowledgementOf(each)))
  const paper = all && meetings.some((each) => isOnPaper(acknowledgementOf(each)))
  return {
    [`${prefix}.acknowledged`]: counted(all),
    [`${prefix}.acknowledged_on_paper`]: counted(paper),
    ...(meetings.some((each) => awaitsCheck(acknowledgementOf(each)))
      ? { [`${prefix}.acknowledged_unchecked`]: counted(true) }
      : {}),
  }
}

type Counted = (value: boolean | number | string) => Facts[string]

function sumOf(meetings: readonly Meeting[]): Tally {
  const tallies = meetings.map((each) => each.closing?.tally ?? withoutAttendees)
  const sum = (of: (tally: Tally) => number) => tallies.reduce((heads, tally) => heads + of(tally), 0)
  const ids = new Set(tallies.flatMap((tally) => Object.keys(tally.elements)))
  return {
    mode: tallies[0]?.mode ?? 'none',
    total: sum((tally) => tally.total),
    women: sum((tally) => tally.women),
    men: sum((tally) => tally.men),
    poor: sum((tally) => tally.poor),
    elements: Object.fromEntries([...ids].map((id) => [id, sum((tally) => tally.elements[id] ?? 0)])),
    walkIns: sum((tally) => tally.walkIns),
  }
}

function headFacts(prefix: string, tally: Tally, counted: Counted): Facts {
  const { total, women, men, poor } = tally
  return {
    [`${prefix}.attendees.total`]: counted(total),
    [`${prefix}.attendees.women`]: counted(women),
    [`${prefix}.attendees.men`]: counted(men),
    [`${prefix}.attendees.poor`]: counted(poor),
    [`${prefix}.attendees.women_percent`]: counted(percentOf(women, total)),
    [`${prefix}.attendees.poor_percent`]: counted(percentOf(poor, total)),
  }
}

/** Every element that the programme or the invitation names, so that nobody of it present is a 0. */
function elementFacts(prefix: string, view: View, from: readonly Meeting[], counted: Counted): Facts {
  const { elements } = sumOf(from)
  const programme = enrolledIn(view, from[0]?.enrolment ?? null)?.programme
  const asked = [
    ...(programme?.elements.map((each) => each.id) ?? []),
    ...from.flatMap((each) => each.invitees),
  ]
  const ids = new Set([...asked, ...Object.keys(elements)])
  const present = Object.values(elements).filter((heads) => heads > 0).length
  return {
    ...Object.fromEntries([...ids].map((id) => [`${prefix}.elements.${id}`, counted(elements[id] ?? 0)])),
    [`${prefix}.elements_present`]: counted(present),
  }
}

/** What stands in the app is there without a scan: minutes that were closed, an attendance taken by name. */
function standsInApp(meeting: Meeting, document: string): boolean {
  if (document === 'minutes') return meeting.minutes !== ''
  return document === 'attendance_list' && meeting.closing?.tally.mode === 'by-name'
}

/** Any of these files is the document. */
function filesAs(meeting: Meeting, document: string): string[] {
  const files = documentsOf(meeting).filter((each) => each.document === document)
  return [...files, ...(document === 'photo' ? photosOf(meeting) : [])].map(({ file }) => file)
}

/** Files that stand for one another are named so many times at most. */
const alikeMost = 20

function documentFact(document: string, from: readonly Meeting[]): Facts[string] {
  const scanned = from.filter((each) => !standsInApp(each, document))
  const files = scanned.map((each) => filesAs(each, document).slice(-alikeMost))
  const value = files.every((each) => each.length > 0)
  const rests = files.flatMap(([id, ...or]): FactRecord[] =>
    id ? [{ collection: fileCollection, id, ...(or.length > 0 ? { or } : {}) }] : [],
  )
  return { value, records: [...from.map(recordOf), ...(value ? rests : [])] }
}

function documentFacts(prefix: string, view: View, from: readonly Meeting[]): Facts {
  const [first] = from
  const programme = enrolledIn(view, first?.enrolment ?? null)?.programme
  const kind = programme && first && kindOf(programme, first.group, first.kind)
  const asked = [...(kind?.documents.map((each) => each.id) ?? []), 'minutes', 'attendance_list', 'photo']
  const attached = from.flatMap((each) => documentsOf(each).map((file) => file.document ?? ''))
  const ids = new Set([...asked, ...attached])
  return Object.fromEntries([...ids].map((id) => [`${prefix}.documents.${id}`, documentFact(id, from)]))
}

function trainingFacts(view: View, prefix: string, sessions: readonly Meeting[]): Facts {
  const held = sessions.filter(isHeld)
  const ids = new Set(held.map((each) => each.id))
  const attendance = view.all<Attendance>(attendanceCollection).filter((each) => ids.has(each.meeting))
  const trained = trainedIn(sessions, attendance)
  const last = held.at(-1)
  const counted = (value: boolean | number | string) => ({
    value,
    records: (held.length > 0 ? held : sessions).map(recordOf),
  })
  return {
    [`${prefix}.days_held`]: counted(daysHeld(sessions)),
    [`${prefix}.batches`]: counted(batchesOf(held).size),
    [`${prefix}.trained`]: counted(trained.trained),
    [`${prefix}.trained_women`]: counted(trained.women),
    [`${prefix}.trained_percent`]: counted(percentOf(trained.trained, trained.participants)),
    ...(last
      ? {
          [`${prefix}.last_held_on`]: counted(last.date),
          ...documentFacts(prefix, view, held),
          ...acknowledgedFacts(prefix, held, counted),
        }
      : {}),
  }
}
