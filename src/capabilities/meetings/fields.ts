// The input fields that the commands of meetings share, each with its limit.
import * as z from 'zod/mini'
import { clock, count, day, fileContent, id, line, optionalLine, prose, sex } from '../../kernel/fields.ts'
import { scanInput } from '../../kernel/paper.ts'
import { alsoForInput, servingMost } from '../programmes/serving.ts'

/** What is held as a meeting is. */
export const meetingGroups = ['meeting', 'training', 'workshop'] as const
/** Kind, element, option and document ids are written as programme definitions write them. */
export const defined = () => z.string().check(z.regex(/^[a-z][a-z0-9_]*$/), z.maxLength(60))
const heads = () => count(20_000)
const elements = () => z.array(defined()).check(z.maxLength(40))

export const attendeeInput = () =>
  z.strictObject({
    id: id(),
    person: z.nullable(id()),
    name: line(120),
    sex: sex(),
    poor: z.boolean(),
    elements: elements(),
    localPlace: z.nullable(id()),
    localPlaceText: optionalLine(80),
    walkIn: z.boolean(),
    checkedInBy: z.enum(['name', 'code', 'qr']),
  })

export const headCountInput = () =>
  z.strictObject({ women: heads(), men: heads(), poor: heads(), elements: z.record(defined(), heads()) })

/** What can be said of a meeting before it is held. */
export const planFields = () => ({
  title: line(160),
  agenda: z.array(line(300)).check(z.maxLength(30)),
  placeText: line(160),
  localPlace: z.nullable(id()),
  date: day(),
  start: clock(),
  end: z.nullable(clock()),
  organiser: line(160),
  invitees: elements(),
  alsoFor: alsoForInput(),
  expected: z.nullable(heads()),
})

export const planInput = () =>
  z.strictObject({
    meeting: id(),
    enrolment: z.nullable(id()),
    group: z.enum(meetingGroups),
    kind: z.nullable(defined()),
    batch: z.nullable(z.int().check(z.minimum(1), z.maximum(200))),
    day: z.nullable(z.int().check(z.minimum(1), z.maximum(60))),
    ...planFields(),
  })

export const decisionInput = () =>
  z.strictObject({
    /** Option id of the kind's decision. */
    option: defined(),
    text: prose(2000),
    /** By consensus (mufakat); otherwise the votes say how it was decided. */
    consensus: z.boolean(),
    votes: z.nullable(z.strictObject({ agree: heads(), against: heads(), abstain: heads() })),
  })

export const alsoDecidedInput = () => z.strictObject({ enrolment: id(), decision: decisionInput() })

export const followUpInput = () =>
  z.strictObject({ id: id(), text: line(600), responsible: optionalLine(160), due: z.nullable(day()) })

/** What the minutes say. The actual day and times, which may differ from what was planned. */
export const minutesFields = () => ({
  date: day(),
  start: clock(),
  end: clock(),
  chair: optionalLine(120),
  notulis: optionalLine(120),
  minutes: prose(20_000),
  decision: z.nullable(decisionInput()),
  /** Of the other programmes it serves, those that ask a question of their own; an older app knew of none. */
  alsoDecided: z.optional(z.array(alsoDecidedInput()).check(z.maxLength(servingMost - 1))),
  decisions: z.array(followUpInput()).check(z.maxLength(60)),
})

export const closingInput = () => z.strictObject({ meeting: id(), ...minutesFields() })

/** A berita acara with its signatures: who signed for each of `minutesSigners`, null for a signature that is not there. */
export const signedSheetInput = () => {
  const who = () => z.nullable(line(300))
  return z.strictObject({
    on: day(),
    scan: z.nullable(scanInput()),
    signed: z.strictObject({ chair: who(), notulis: who(), residents: who() }),
  })
}

export const expectedFile = () =>
  z.strictObject({
    id: id(),
    /** A document id of the kind; null for a photo. */
    document: z.nullable(defined()),
    caption: optionalLine(200),
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
    ...fileContent(),
  })
