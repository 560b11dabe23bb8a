// When a list cannot be proposed, shown, changed, objected to, answered for or adopted: every reason at once. Pure.
//
// Only seed 004 (stage 3) is a source: criteria and a list are settled. That a list is shown, and for how long objections are
// heard, no source says (grade R): so an open objection or a running clock is told and asks for a reason that prints; it blocks
// only where a programme gives the number of days out of a source of its own (grade V).
import { addDays, type Day } from '../../../kernel/day.ts'
import { full, type Refusal, reasons, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { View } from '../../../kernel/view.ts'
import { enrolledIn } from '../../programmes/serving.ts'
import {
  type AnswerObjection,
  answersMost,
  clockDays,
  type DecideLine,
  decisionsMost,
  editionsMost,
  type ListingRow,
  listedMost,
  type ObjectionRow,
  objectionsMost,
  type ReviseList,
  type SetListing,
  type ShowList,
  type Shown,
  type TakeObjection,
} from '../listing.ts'
import type { AgreeSurvey, SurveyRow } from '../survey.ts'

export const editionOf = ({ edition = 1 }: Pick<ListingRow, 'edition'>): number => edition
/** Adopted in the newest edition that was; an older app adopted without noting it here. */
export const adoptedOf = ({ adopted = [] }: Pick<ListingRow, 'adopted'>) => adopted.at(-1)

/** The list as it was adopted last, which a new edition that is worked on does not change; as it stands where it never was. */
export function asAdopted(listing: ListingRow): ListingRow {
  const last = adoptedOf(listing)
  return last
    ? { ...listing, households: last.households, edition: last.edition, shown: last.shown }
    : listing
}

/** proposed: may be set anew. shown: residents have seen it, it changes line by line. adopted: stands, until a new edition is begun. */
export type ListStage = 'proposed' | 'shown' | 'adopted'
type About = Pick<ListingRow, 'edition' | 'shown' | 'adopted'>
export function listStageOf({ result }: Pick<SurveyRow, 'result'>, listing: About | undefined): ListStage {
  const last = listing && adoptedOf(listing)
  const begunAnew = last !== undefined && listing !== undefined && editionOf(listing) > last.edition
  if (result !== null && !begunAnew) return 'adopted'
  return listing?.shown ? 'shown' : 'proposed'
}

/** The list that gates count: the adopted edition while its agreement stands, else the list as it is. */
export const countedList = (
  { result }: Pick<SurveyRow, 'result'>,
  listing: ListingRow | undefined,
): readonly string[] =>
  (result !== null && listing && adoptedOf(listing)?.households) || (listing?.households ?? [])

export type Days = { usual: number; min: number; max: number; binding: boolean }
/** How long objections are heard here: as the programme says and the place has set, else the usual. */
export function objectionDaysAt(view: View, { enrolment }: Pick<SurveyRow, 'enrolment'>): Days {
  const found = enrolment === null ? undefined : enrolledIn(view, enrolment)
  const number = found?.programme.numbers[clockDays.number]
  const { usual, min, max } = clockDays
  if (!number) return { usual, min, max, binding: false }
  const set = number.mayBeSetBy ? found?.row.numbers[clockDays.number] : undefined
  return {
    usual: set ?? number.value ?? usual,
    min: number.bounds?.min ?? min,
    max: number.bounds?.max ?? max,
    binding: number.evidence === 'V' || number.evidence === 'V-code',
  }
}

/** The last day on which an objection is in time: the day of showing is the first. */
export const untilOf = (on: Day, days: number): Day => addDays(on, days - 1)
/** Days are those of the village's calendar, as they stand on paper; the whole last day counts. */
export const isLate = (shown: Pick<Shown, 'until'> | null | undefined, on: Day): boolean =>
  !shown || on > shown.until

export const isOpenObjection = ({ answers }: Pick<ObjectionRow, 'answers'>): boolean => answers.length === 0
export const openOf = (objections: readonly Pick<ObjectionRow, 'answers'>[]): number =>
  objections.filter(isOpenObjection).length

const whyNotNewest = (row: { version: number }, input: { basedOn: number }) =>
  reasons(row.version !== input.basedOn && refuseField('basedOn', 'surveys.changed-meanwhile'))
const whyNotDay = (on: Day, today: Day) =>
  reasons(on > today && refuseField('on', 'surveys.day-ahead', { on }))

/** `known` are the households of the input that are on record. */
export function whyNotSetListing(
  survey: Pick<SurveyRow, 'result'>,
  listing: ListingRow | undefined,
  input: SetListing,
  known: ReadonlySet<string>,
): Refusal[] {
  const unknown = input.households.filter((each) => !known.has(each)).length
  const twice = new Set(input.households).size !== input.households.length
  const spoken = (input.spoken ?? []).map((each) => each.household)
  const stage = listStageOf(survey, listing)
  return reasons(
    stage === 'adopted' && refuse('surveys.result-agreed'),
    stage === 'shown' && refuse('surveys.list-shown'),
    listing && listing.id !== input.id && refuse('surveys.listing-there'),
    listing?.id === input.id && listing.version !== input.basedOn
      ? refuseField('basedOn', 'surveys.changed-meanwhile')
      : null,
    twice && refuseField('households', 'surveys.household-twice'),
    unknown > 0 && refuseField('households', 'surveys.no-such-household', { count: unknown }),
    new Set(spoken).size !== spoken.length && refuseField('spoken', 'surveys.household-twice'),
  )
}

export function whyNotShow(
  survey: SurveyRow,
  listing: ListingRow,
  input: ShowList,
  { min, max }: Pick<Days, 'min' | 'max'>,
  today: Day,
): Refusal[] {
  const { openedOn } = survey
  return [
    ...reasons(
      listStageOf(survey, listing) === 'adopted' && refuse('surveys.list-adopted'),
      listing.households.length === 0 && refuse('surveys.list-empty'),
    ),
    ...whyNotNewest(listing, input),
    ...whyNotDay(input.on, today),
    ...reasons(
      input.on < openedOn && refuseField('on', 'surveys.before-opening', { openedOn }),
      (input.objectionDays < min || input.objectionDays > max) &&
        refuseField('objectionDays', 'surveys.objection-days', { min, max, days: input.objectionDays }),
    ),
  ]
}

export function whyNotDecide(
  survey: SurveyRow,
  listing: ListingRow,
  input: DecideLine,
  { known, decided, today }: { known: boolean; decided: number; today: Day },
): Refusal[] {
  const isIn = listing.households.includes(input.household)
  return [
    ...reasons(
      listStageOf(survey, listing) === 'adopted' && refuse('surveys.list-adopted'),
      !known && refuseField('household', 'surveys.no-such-household', { count: 1 }),
      isIn === input.takenIn && refuseField('household', isIn ? 'surveys.line-in' : 'surveys.line-out'),
      full({ length: decided }, decisionsMost),
      input.takenIn && full(listing.households, listedMost, 'household'),
    ),
    ...whyNotDay(input.on, today),
  ]
}

/** Upheld, it would change nothing: who should go is not on the list, or who is missing is. */
const contrary = (
  { households }: Pick<ListingRow, 'households'>,
  about: ObjectionRow['about'],
  household: string | null,
): Refusal | false => {
  if (household === null || about === 'other') return false
  const isIn = households.includes(household)
  return (
    isIn === (about === 'missing') && refuseField('household', isIn ? 'surveys.line-in' : 'surveys.line-out')
  )
}

export function whyNotObject(
  listing: ListingRow,
  input: TakeObjection,
  { known, taken, today }: { known: boolean; taken: number; today: Day },
): Refusal[] {
  const shown = listing.shown ?? adoptedOf(listing)?.shown
  return [
    ...reasons(
      !shown && !adoptedOf(listing) && refuse('surveys.list-not-shown'),
      input.household !== null &&
        !known &&
        refuseField('household', 'surveys.no-such-household', { count: 1 }),
      known && contrary(listing, input.about, input.household),
      input.about !== 'other' &&
        input.household === null &&
        input.family === '' &&
        refuseField('family', 'surveys.objection-family'),
      shown && input.on < shown.on && refuseField('on', 'surveys.before-showing', { on: shown.on }),
      full({ length: taken }, objectionsMost),
    ),
    ...whyNotDay(input.on, today),
  ]
}

/** Which family an upheld objection takes in or out. */
export const familyOf = (
  objection: Pick<ObjectionRow, 'about' | 'household'>,
  input: Pick<AnswerObjection, 'household' | 'upheld'>,
): string | null =>
  !input.upheld || objection.about === 'other' ? null : (objection.household ?? input.household)

export function whyNotAnswer(
  survey: SurveyRow,
  listing: ListingRow,
  objection: ObjectionRow,
  input: AnswerObjection,
  { known, today }: { known: boolean; today: Day },
): Refusal[] {
  const family = familyOf(objection, input)
  return [
    ...reasons(
      objection.answers.at(-1)?.upheld === true && refuse('surveys.objection-upheld'),
      full(objection.answers, answersMost),
      input.upheld &&
        objection.about !== 'other' &&
        listStageOf(survey, listing) === 'adopted' &&
        refuseField('upheld', 'surveys.list-adopted'),
      input.upheld &&
        objection.about !== 'other' &&
        family === null &&
        refuseField('household', 'surveys.objection-needs-household'),
      input.household !== null &&
        !known &&
        refuseField('household', 'surveys.no-such-household', { count: 1 }),
      input.on < objection.on && refuseField('on', 'surveys.before-objection', { on: objection.on }),
    ),
    ...whyNotNewest(objection, input),
    ...whyNotDay(input.on, today),
  ]
}

export function whyNotRevise(
  survey: SurveyRow,
  listing: ListingRow,
  input: ReviseList,
  today: Day,
): Refusal[] {
  const last = adoptedOf(listing)?.on ?? survey.result?.on
  return [
    ...reasons(
      listStageOf(survey, listing) !== 'adopted' && refuse('surveys.list-not-adopted'),
      full(listing.adopted, editionsMost),
      last !== undefined && input.on < last && refuseField('on', 'surveys.before-adoption', { on: last }),
    ),
    ...whyNotNewest(listing, input),
    ...whyNotDay(input.on, today),
  ]
}

/** What has not come to its end when a list is adopted on this day: open objections, and the last day of the clock. */
export function unsettled(
  listing: Pick<ListingRow, 'shown'> | undefined,
  objections: readonly Pick<ObjectionRow, 'answers'>[],
  on: Day,
): { open: number; until: Day | null } {
  const until = listing?.shown && !isLate(listing.shown, on) ? listing.shown.until : null
  return { open: openOf(objections), until }
}

/** A meeting adopts on its own day, however much later that is noted: nobody could object to it before they had seen the list. */
export const settledOn = (on: Day, held: Day | undefined): Day =>
  held !== undefined && held < on ? held : on

/** Why a list is not adopted yet: see above what blocks and what asks for a reason. */
export function whyNotAdopt(
  listing: ListingRow | undefined,
  objections: readonly ObjectionRow[],
  { on, held, despite = '' }: Pick<AgreeSurvey, 'on' | 'despite'> & { held?: Day | undefined },
  { binding }: Pick<Days, 'binding'>,
): Refusal[] {
  const { open, until } = unsettled(listing, objections, settledOn(on, held))
  if (open === 0 && until === null) return []
  if (!binding)
    return reasons(despite === '' && refuseField('despite', 'surveys.adopt-needs-reason', { open }))
  return reasons(
    open > 0 && refuseField('what', 'surveys.objections-open', { open }),
    until !== null && refuseField('on', 'surveys.clock-running', { until }),
  )
}
