// When surveys says no, every reason at once. Pure: the screens ask the same while a person types.
import { type Cel, names } from '../../kernel/cel.ts'
import type { Day } from '../../kernel/day.ts'
import { covers } from '../../kernel/place-code.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { hasSignedMinutes, type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { gatesOf, type Programme } from '../programmes/definition.ts'
import type { EnrolmentRow } from '../programmes/enrolment.ts'
import { enrolledIn, type Servable, type Serving, servingsOf, whyNotServe } from '../programmes/serving.ts'
import { objectionDaysAt, whyNotAdopt } from './agreeing/list-rules.ts'
import { type Coverage, waitingOf } from './evidence.ts'
import type { FormSaid } from './library/form.ts'
import { type ListingRow, listingCollection, type ObjectionRow, objectionCollection } from './listing.ts'
import { whyNotAgreedIn } from './meeting-rules.ts'
import {
  type AgreeSurvey,
  type ChangeSurvey,
  type CloseSurvey,
  type OpenSurvey,
  type ReopenSurvey,
  type ServeAlso,
  type SurveyRow,
  surveyCollection,
  surveyMost,
} from './survey.ts'

export const enrolmentCollection = 'programmes.enrolment'
export const programmeCollection = 'programmes.programme'

const surveysIn = (view: View) => view.all<SurveyRow>(surveyCollection)

/** A survey of a kind that a programme knows is filled with a form that was declared for that kind. */
function whyNotForm(view: View, form: FormSaid | undefined, ...kinds: (string | null)[]): Refusal[] {
  if (!form) return [refuseField('form', 'surveys.no-such-form')]
  return reasons(
    !covers(form.place, view.place) && refuseField('form', 'surveys.form-elsewhere'),
    form.retired && refuseField('form', 'surveys.form-retired'),
    kinds.some((kind) => kind !== null && !form.kinds.includes(kind)) &&
      refuseField('form', 'surveys.form-of-other-kind'),
    form.missing.length > 0 &&
      refuseField('form', 'surveys.form-files-missing', { files: form.missing.join(', ') }),
  )
}

/** One open survey a form: a phone that sends by OpenRosa names the form and no survey. */
export const runningWith = (surveys: readonly SurveyRow[], formId: string, except = '') =>
  surveys.find((each) => each.state === 'open' && each.formId === formId && each.id !== except)

function whyNotBesideOthers(view: View, formId: string, except = ''): Refusal[] {
  const other = runningWith(surveysIn(view), formId, except)
  return reasons(other && refuseField('form', 'surveys.form-open-already', { title: other.title }))
}

function whyNotProgramme(view: View, { enrolment, kind }: Pick<SurveyRow, 'enrolment' | 'kind'>): Refusal[] {
  if (enrolment === null) return reasons(kind !== null && refuseField('kind', 'surveys.kind-needs-programme'))
  const row = view.get<EnrolmentRow>(enrolmentCollection, enrolment)
  if (!row) return [refuseField('enrolment', 'surveys.no-such-enrolment')]
  const programme = view.get<Programme>(programmeCollection, row.programme)
  const known = kind === null || programme?.kinds.surveys.some((each) => each.id === kind)
  return reasons(
    row.status !== 'started' && refuseField('enrolment', 'surveys.enrolment-not-running'),
    !known && refuseField('kind', 'surveys.no-such-kind'),
  )
}

const servable = (view: View): Servable => ({
  find: (enrolment) => enrolledIn(view, enrolment),
  knows: (programme, kind) => programme.kinds.surveys.some((each) => each.id === kind),
})

/** Another programme counts it as a kind of its own that the form was declared for. */
function whyNotAlso(
  view: View,
  survey: Pick<SurveyRow, 'enrolment' | 'kind' | 'alsoFor'>,
  others: readonly Serving[],
  form: Pick<FormSaid, 'kinds'> | undefined,
): Refusal[] {
  const refused = whyNotServe(survey, others, servable(view))
  const other = others.some(({ kind }) => kind !== null && form && !form.kinds.includes(kind))
  return refused.length > 0 ? refused : reasons(other && refuseField('alsoFor', 'surveys.form-of-other-kind'))
}

/** At any time, also of before that programme (decision 0026): what was asked once need not be asked again for another. */
export const whyNotServeAlso = (
  view: View,
  survey: SurveyRow,
  input: ServeAlso,
  form: Pick<FormSaid, 'kinds'> | undefined,
): Refusal[] => [...whyNotNewest(survey, input), ...whyNotAlso(view, survey, input.alsoFor, form)]

function whyNotReach(
  view: View,
  said: Pick<SurveyRow, 'population' | 'localPlaces' | 'target'>,
  before: readonly string[] = [],
): Refusal[] {
  const usable = (id: string) =>
    before.includes(id) || view.get<LocalPlace>(localCollection, id)?.active === true
  return reasons(
    !said.localPlaces.every(usable) && refuseField('localPlaces', 'surveys.no-such-local-place'),
    said.population === 'households' &&
      said.target !== null &&
      refuseField('target', 'surveys.target-of-households'),
  )
}

const whyNotDay = (on: Day, today: Day) =>
  reasons(on > today && refuseField('on', 'surveys.day-ahead', { on }))

/** `form` is what is known of the form, wherever it was brought; undefined when there is none. */
export function whyNotOpen(view: View, input: OpenSurvey, form: FormSaid | undefined, today: Day): Refusal[] {
  const enrolment =
    input.enrolment === null ? undefined : view.get<EnrolmentRow>(enrolmentCollection, input.enrolment)
  const startedOn = enrolment?.startedOn
  return [
    ...whyNotProgramme(view, input),
    ...whyNotForm(view, form, input.kind),
    ...whyNotAlso(view, { enrolment: input.enrolment, kind: input.kind }, input.alsoFor ?? [], form),
    ...(form ? whyNotBesideOthers(view, form.formId) : []),
    ...whyNotReach(view, input),
    ...whyNotDay(input.on, today),
    ...reasons(
      startedOn != null &&
        input.on < startedOn &&
        refuseField('on', 'surveys.before-programme', { startedOn }),
      surveysIn(view).length >= surveyMost && refuse('surveys.too-many', { most: surveyMost }),
    ),
  ]
}

const whyNotNewest = (row: { version: number }, input: { basedOn: number }) =>
  reasons(row.version !== input.basedOn && refuseField('basedOn', 'surveys.changed-meanwhile'))
const whyNotStillOpen = (survey: SurveyRow) => reasons(survey.state !== 'open' && refuse('surveys.not-open'))

export function whyNotChange(
  view: View,
  survey: SurveyRow,
  input: ChangeSurvey,
  form: FormSaid | undefined,
): Refusal[] {
  const other = form && form.formId !== survey.formId
  return [
    ...whyNotStillOpen(survey),
    ...whyNotNewest(survey, input),
    // What it is filled on already may be retired or gone from the list; a new one must hold.
    ...(input.form === survey.form
      ? []
      : whyNotForm(view, form, survey.kind, ...servingsOf(survey).map((each) => each.kind))),
    ...reasons(other && refuseField('form', 'surveys.other-form', { formId: survey.formId })),
    ...whyNotReach(view, { ...input, population: survey.population }, survey.localPlaces),
  ]
}

function whyNotWithoutReason(survey: SurveyRow, input: CloseSurvey, coverage: Coverage): Refusal[] {
  if (input.reason !== '') return []
  if (!input.complete) return [refuseField('reason', 'surveys.reason-for-breaking-off')]
  const open = survey.population === 'open'
  if (!open && coverage.percent === null) return [refuseField('reason', 'surveys.reason-for-unknown')]
  const left = open ? (survey.target ?? 0) - survey.counts.approved : coverage.known - coverage.surveyed
  return reasons(left > 0 && refuseField('reason', `surveys.reason-for-${open ? 'aim' : 'left'}`, { left }))
}

export function whyNotClose(
  survey: SurveyRow,
  coverage: Coverage,
  input: CloseSurvey,
  today: Day,
): Refusal[] {
  const { openedOn, counts } = survey
  const waiting = waitingOf(counts)
  return [
    ...whyNotStillOpen(survey),
    ...whyNotNewest(survey, input),
    ...whyNotDay(input.on, today),
    ...reasons(
      input.on < openedOn && refuseField('on', 'surveys.before-opening', { openedOn }),
      input.complete &&
        waiting > 0 &&
        refuseField('complete', 'surveys.waiting-for-review', { count: waiting }),
      input.complete &&
        waiting === 0 &&
        counts.approved === 0 &&
        refuseField('complete', 'surveys.nobody-answered'),
    ),
    ...whyNotWithoutReason(survey, input, coverage),
  ]
}

export function whyNotReopen(view: View, survey: SurveyRow, input: ReopenSurvey): Refusal[] {
  return [
    ...reasons(survey.state !== 'closed' && refuse('surveys.not-closed')),
    ...whyNotNewest(survey, input),
    ...whyNotBesideOthers(view, survey.formId, survey.id),
    ...whyNotProgramme(view, survey),
  ]
}

/** Whether a gate of the programme asks how many are on the list of this kind of survey. */
export function asksList(programme: Pick<Programme, 'stages'>, kind: string): boolean {
  const asks = (cel: Cel) => names(cel).includes(`survey.${kind}.listed`)
  return programme.stages.some((stage) => gatesOf(stage).some((gate) => asks(gate.cel)))
}

function programmeIn(view: View, survey: SurveyRow): Programme | undefined {
  const row = survey.enrolment ? view.get<EnrolmentRow>(enrolmentCollection, survey.enrolment) : undefined
  return row && view.get<Programme>(programmeCollection, row.programme)
}

function whyNotResult(view: View, survey: SurveyRow, input: AgreeSurvey): Refusal[] {
  const programme = programmeIn(view, survey)
  const needsList = survey.kind !== null && programme !== undefined && asksList(programme, survey.kind)
  const listing = view.all<ListingRow>(listingCollection).find((each) => each.survey === survey.id)
  const objections = view
    .all<ObjectionRow>(objectionCollection)
    .filter((each) => each.listing === listing?.id)
  const held = input.meeting ? view.get<Meeting>(meetingCollection, input.meeting)?.date : undefined
  return [
    ...reasons(
      !survey.closed?.complete && refuseField('what', 'surveys.not-complete'),
      needsList && (listing?.households.length ?? 0) === 0 && refuseField('what', 'surveys.listing-first'),
    ),
    ...whyNotAdopt(listing, objections, { ...input, held }, objectionDaysAt(view, survey)),
  ]
}

/** A gate rests on what is agreed in a survey of a kind: there the berita acara is signed, and its scan was checked. */
export const lacksSignature = (survey: Pick<SurveyRow, 'kind'>, meeting: Meeting): boolean =>
  survey.kind !== null && !hasSignedMinutes(meeting)

/**
 * What a programme's gate rests on, residents agree on in a meeting that was held and closed. On a result they agree once
 * all have been asked.
 */
function whyNotMeeting(view: View, { kind, enrolment, closed }: SurveyRow, input: AgreeSurvey): Refusal[] {
  const { meeting, on } = input
  if (meeting === null) return reasons(enrolment !== null && refuseField('meeting', 'surveys.meeting-needed'))
  const since = input.what === 'result' ? closed?.on : undefined
  return whyNotAgreedIn(view, { meeting, on }, { enrolment, signed: kind !== null, since })
}

/** What a gate rests on is said in sentences, so that residents can hold a family against them (seed 004, stage 3). */
const whyNotCriteria = ({ kind }: SurveyRow, { points = [] }: AgreeSurvey): Refusal[] =>
  reasons(
    kind !== null && points.length === 0 && refuseField('points', 'surveys.criteria-none'),
    new Set(points).size !== points.length && refuseField('points', 'surveys.criteria-twice'),
  )

/** Criteria may be agreed before the first door is knocked on; a result is agreed on what came out. */
export function whyNotAgree(view: View, survey: SurveyRow, input: AgreeSurvey, today: Day): Refusal[] {
  const { openedOn } = survey
  return [
    ...whyNotNewest(survey, input),
    ...whyNotDay(input.on, today),
    ...whyNotMeeting(view, survey, input),
    ...reasons(
      input.what === 'result' &&
        input.on < openedOn &&
        refuseField('on', 'surveys.before-opening', { openedOn }),
    ),
    ...(input.what === 'result' ? whyNotResult(view, survey, input) : whyNotCriteria(survey, input)),
  ]
}
