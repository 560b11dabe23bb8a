// What a village meeting (rembug warga) is; a day of training (pelatihan) and a workshop (FGD, lokakarya) are held like one.
// Read by the server and by the field app.

import type * as z from 'zod/mini'
import type { Day } from '../../kernel/day.ts'
import {
  type Behind,
  type ForEdition,
  handsIn,
  isSigned,
  isTaken,
  type Paper,
  standing,
  type Typed,
} from '../../kernel/paper.ts'
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'
import type { Serving } from '../programmes/serving.ts'
import { type Tally, withoutAttendees } from './attendance.ts'
import type {
  alsoDecidedInput,
  closingInput,
  decisionInput,
  followUpInput,
  meetingGroups,
  signedSheetInput,
} from './fields.ts'

export const meetingCollection = 'meetings.meeting'
/** Officers above the village get them with their counts, and no attendees. */
export const meetingReaders: readonly Role[] = [...villageWorkers, ...officers]

/** A general meeting belongs to no programme; its kind and enrolment are null. */
export type MeetingGroup = (typeof meetingGroups)[number]

/**
 * planned: dated. invited: invitations went out. open: attendance is running. closed: minuted and final,
 * changed only by a reasoned amendment. postponed: waits for a new date. cancelled: will not be held.
 */
export const meetingStates = ['planned', 'invited', 'open', 'closed', 'postponed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** When (ISO instant, by the device's clock) and by whom (account id; '' until the server has confirmed it). */
export type Stamp = { at: string; by: string }

/** Attendance counted, not named. `elements` is keyed by the element ids of the programme. */
export type HeadCount = { women: number; men: number; poor: number; elements: Record<string, number> }

/** What was decided on the question of the meeting's kind; `option` is an option id of its definition. */
export type MeetingDecision = z.infer<ReturnType<typeof decisionInput>>

/** The answer to the question of another programme that the meeting serves. */
export type AlsoDecided = z.infer<ReturnType<typeof alsoDecidedInput>>

/** A numbered decision of the minutes with its follow-up (tindak lanjut). */
export type FollowUp = z.infer<ReturnType<typeof followUpInput>> & {
  number: number
  done: (Stamp & { note: string }) | null
}

/** A file that belongs to the meeting. `document` is a document id of the kind, or null for a photo. */
export type MeetingFile = Stamp & {
  file: string
  document: string | null
  caption: string
  mediaType: string
  bytes: number
  /** Taken away with a reason. */
  detached: (Stamp & { reason: string }) | null
}

/** Who signs a berita acara: the grid of civic practice, as it is printed (print/MinutesPaper.tsx). */
export const minutesSigners = ['chair', 'notulis', 'residents'] as const

/** Who signed the berita acara, by the scan of it; it counts once somebody else has held the scan against this. */
export type SignedMinutes = Stamp &
  ForEdition & { paper: Typed<z.infer<ReturnType<typeof signedSheetInput>>> }

/** The village head's acknowledgement (diketahui), by account or on paper. `at` is as the phone told it, `on` what a meeting allows. */
export type Acknowledgement = Stamp &
  ForEdition &
  Behind & { name: string; note: string; on?: Day; paper?: Paper }

/** Kept of the signatures that others took the place of: the last. */
export const replacedMost = 60

/** One field before and after an amendment, as plain JSON text. */
export type AmendedField = { field: string; before: string; after: string }
export type Amendment = Stamp & { id: string; reason: string; fields: readonly AmendedField[] }
export type Postponement = Stamp & { reason: string; from: Day; to: Day | null }

export type Meeting = {
  id: string
  enrolment: string | null
  group: MeetingGroup
  /** Kind id of the programme's definition (kinds.meetings, kinds.trainings or kinds.workshops). */
  kind: string | null
  /** Other programmes it counts for as well; left out in a copy kept by an older app. */
  alsoFor?: readonly Serving[] | undefined
  /** Batch (angkatan) and day of a training, both from 1; null for a meeting. */
  batch: number | null
  day: number | null
  /** People expected: for a training the size of the batch. */
  expected: number | null
  title: string
  agenda: readonly string[]
  placeText: string
  /** A local place (RW, RT, dusun) when it is about that part of the village only. */
  localPlace: string | null
  date: Day
  /** HH:MM in the zone of the village. */
  start: string
  end: string | null
  organiser: string
  /** Elements invited: element ids of the programme, or the general ones of elements.ts. */
  invitees: readonly string[]
  /** Six characters to find the meeting by; see code.ts. */
  code: string
  state: MeetingState
  invitation: (Stamp & { letter: string | null; note: string }) | null
  postponements: readonly Postponement[]
  cancellation: (Stamp & { reason: string }) | null
  opened: Stamp | null
  headCount: HeadCount | null
  /** Set at closing, and anew by each amendment: what the facts are counted from. */
  closing: (Stamp & { tally: Tally }) | null
  chair: string
  notulis: string
  minutes: string
  decision: MeetingDecision | null
  alsoDecided?: readonly AlsoDecided[] | undefined
  decisions: readonly FollowUp[]
  /** Brought to it to be agreed on; left out where nothing was. */
  proposed?: readonly { id: string; text: string }[] | undefined
  /** The last; whether it stands for the minutes as they are now, `acknowledgementOf` says. */
  acknowledgement: Acknowledgement | null
  /** Its scan stands among the documents; left out in a copy kept by an older app. */
  signedMinutes?: SignedMinutes | null
  /** Signatures that others took the place of: for minutes as they were before, or found wrong. */
  replaced?: readonly (Acknowledgement | SignedMinutes)[]
  documents: readonly MeetingFile[]
  photos: readonly MeetingFile[]
  amendments: readonly Amendment[]
  /** Counts changes of what was planned or minuted; attendance, files and signatures do not count. */
  version: number
}

/** Most of each in one meeting; the scans that berita acara were signed on come on top. */
export const photosMost = 100
export const documentsMost = 60
/** Kept of the files that were taken off, photos and documents each: the last. */
export const takenOffMost = 60
export const amendmentsMost = 60
export const postponementsMost = 30

export type ClosingInput = z.infer<ReturnType<typeof closingInput>>

/** Kept here so that a screen needs one import for an empty tally. */
export const nobodyYet: Tally = withoutAttendees

export const documentsOf = (meeting: Meeting): MeetingFile[] =>
  meeting.documents.filter((each) => !each.detached)
export const photosOf = (meeting: Meeting): MeetingFile[] => meeting.photos.filter((each) => !each.detached)
/** Which edition of its minutes this is: each amendment changes what people sign for. */
export const editionOf = ({ amendments }: Pick<Meeting, 'amendments'>): number => 1 + amendments.length

/** Where an older app did not say which edition was signed, it is the one of that moment. */
function forNow<S extends Stamp & ForEdition>(
  { amendments }: Pick<Meeting, 'amendments'>,
  signed: S | null | undefined,
): S | null {
  if (!signed) return null
  const { edition = 1 + amendments.filter(({ at }) => at <= signed.at).length } = signed
  return standing({ ...signed, edition }, editionOf({ amendments }))
}
type MayBeSigned = Pick<Meeting, 'amendments' | 'acknowledgement' | 'signedMinutes'>
/** The acknowledgement of the minutes as they are now. */
export const acknowledgementOf = (meeting: MayBeSigned): Acknowledgement | null =>
  forNow(meeting, meeting.acknowledgement)
/** The signatures under the minutes as they are now. */
export const signedMinutesOf = (meeting: MayBeSigned): SignedMinutes | null =>
  forNow(meeting, meeting.signedMinutes)

/** Whoever closed or amended a meeting, or had a hand in another signature for it, is no second person for its papers. */
export function handsOn(meeting: Meeting, besides: 'acknowledgement' | 'signedMinutes'): string[] {
  const [acknowledgement, minutes] = [acknowledgementOf(meeting), signedMinutesOf(meeting)]
  const others = [
    besides === 'acknowledgement' || !acknowledgement
      ? null
      : { account: acknowledgement.by, paper: acknowledgement.paper },
    besides === 'signedMinutes' ? null : minutes,
  ]
  const made = [meeting.closing, ...meeting.amendments].map((each) => each?.by ?? '')
  return [...made.filter((account) => account !== ''), ...handsIn(others)]
}

/** Typed minutes are nobody's signature, and a scan is none before a second person has checked who signed on it. */
export const hasSignedMinutes = (meeting: MayBeSigned): boolean => isSigned(signedMinutesOf(meeting))
/** Closed, and of a programme: its gates wait for the village head's signature. */
export const awaitsHead = (meeting: Meeting): boolean =>
  meeting.state === 'closed' && meeting.kind !== null && !isTaken(acknowledgementOf(meeting))
/** Not over yet: it can still be changed, postponed, cancelled. */
export const isPending = (meeting: Pick<Meeting, 'state'>): boolean =>
  meeting.state !== 'closed' && meeting.state !== 'cancelled'
