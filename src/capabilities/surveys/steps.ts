// What each command makes of the rows, as pure functions: the server stores what they give, the phone shows it before
// the server answers. The rules have been asked before.
import type { Day } from '../../kernel/day.ts'
import type { View } from '../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import type { Review, SubmissionRow, SubmissionState, Submit } from './submission.ts'
import {
  type AgreeSurvey,
  type ChangeSurvey,
  type CloseSurvey,
  type Counts,
  criteriaBeforeMost,
  noCounts,
  type OpenSurvey,
  type ReopenSurvey,
  type ServeAlso,
  type SurveyRow,
} from './survey.ts'

/** `by` is an account id; '' on a phone until the server answers. */
export type Doer = { by: string; on: Day }

export function opened(input: OpenSurvey, formId: string): SurveyRow {
  const { on, alsoFor = [], ...told } = input
  return {
    ...told,
    alsoFor,
    formId,
    versions: [input.form],
    state: 'open',
    openedOn: on,
    ...{ closed: null, criteria: null, criteriaBefore: [], result: null, reopened: [] },
    counts: noCounts,
    version: 1,
  }
}

export function changed(survey: SurveyRow, input: ChangeSurvey): SurveyRow {
  const { title, form, localPlaces, target } = input
  const versions = survey.versions.includes(form) ? survey.versions : [...survey.versions, form]
  return { ...survey, title, form, localPlaces, target, versions, version: survey.version + 1 }
}

export function closed(survey: SurveyRow, input: CloseSurvey, { by }: Doer): SurveyRow {
  const { on, complete, reason } = input
  return { ...survey, state: 'closed', closed: { on, complete, reason, by }, version: survey.version + 1 }
}

/** What was agreed on the result is taken back: it was agreed on something else than will come out now. */
export function reopened(survey: SurveyRow, { reason }: ReopenSurvey, { by, on }: Doer): SurveyRow {
  const wasComplete = survey.closed?.complete ?? false
  return {
    ...survey,
    ...{ state: 'open' as const, closed: null, result: null },
    reopened: [...survey.reopened, { on, reason, by, wasComplete }],
    version: survey.version + 1,
  }
}

export function served(survey: SurveyRow, { alsoFor }: ServeAlso): SurveyRow {
  return { ...survey, alsoFor: [...(survey.alsoFor ?? []), ...alsoFor], version: survey.version + 1 }
}

/** A closed meeting counts for no further programme, so what it counts for is noted with what it agreed. */
export function agreed(survey: SurveyRow, input: AgreeSurvey, { by }: Doer, view: View): SurveyRow {
  const { what, on, meeting, note, points = [], measure = null, despite = '' } = input
  const held = meeting ? view.get<Meeting>(meetingCollection, meeting) : undefined
  const heldFor = held && held.enrolment !== null ? enrolmentsOf(held) : null
  const more = what === 'criteria' ? { points, measure } : { despite }
  const before = what === 'criteria' && survey.criteria ? [survey.criteria] : []
  const criteriaBefore = [...(survey.criteriaBefore ?? []), ...before].slice(-criteriaBeforeMost)
  const now = { on, meeting, note, by, heldFor, ...more }
  return { ...survey, [what]: now, criteriaBefore, version: survey.version + 1 }
}

const countOf = {
  received: 'received',
  'has-issues': 'hasIssues',
  edited: 'edited',
  approved: 'approved',
  rejected: 'rejected',
} as const satisfies Record<SubmissionState, keyof Counts>

/** The counts after a submission went from one state (null: it is new) to another. */
export function moved(counts: Counts, from: SubmissionState | null, to: SubmissionState): Counts {
  const left = from === null ? counts : { ...counts, [countOf[from]]: counts[countOf[from]] - 1 }
  return { ...left, [countOf[to]]: left[countOf[to]] + 1 }
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The text of one meta node, found without reading the XML: only to show it until the server has. */
const metaOf = (xml: string, node: 'instanceID' | 'instanceName'): string =>
  unescaped(new RegExp(`<(?:[\\w.-]+:)?${node}\\b[^>]*>([^<]{0,500})</`).exec(xml)?.[1] ?? '').trim()

/** A submission as its own phone shows it until the server has read it. */
export function submitted(
  before: SubmissionRow | undefined,
  input: Submit,
  given: { localPlace: string | null; at: string },
): SubmissionRow {
  return {
    ...{ id: input.id, survey: input.survey, form: input.form },
    instance: metaOf(input.xml, 'instanceID'),
    state: before ? 'edited' : 'received',
    returned: false,
    household: input.household ?? before?.household ?? null,
    localPlace: given.localPlace ?? before?.localPlace ?? null,
    name: metaOf(input.xml, 'instanceName') || (before?.name ?? ''),
    point: before?.point ?? null,
    by: before?.by ?? '',
    source: 'rembug',
    startedAt: before?.startedAt ?? null,
    endedAt: before?.endedAt ?? null,
    submittedAt: given.at,
    missing: input.files.length,
    doubts: [],
    comment: before?.comment ?? '',
    xml: null,
    files: {},
    version: (before?.version ?? 0) + 1,
  }
}

export function judged(row: SubmissionRow, input: Omit<Review, 'items'>): SubmissionRow {
  return {
    ...row,
    state: input.to,
    returned: input.back && input.to === 'has-issues',
    comment: input.comment || row.comment,
    version: row.version + 1,
  }
}
