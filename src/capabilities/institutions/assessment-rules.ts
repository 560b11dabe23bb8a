// When an FGD of institutions may be begun, scored and settled, and why not. Pure; every reason at once.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import type { Programme } from '../programmes/definition.ts'
import { enrolledIn } from '../programmes/serving.ts'
import {
  type Assessment,
  assessmentCollection,
  type BeginAssessment,
  type ChangeAssessment,
  criteriaList,
  mostAssessments,
  mostScored,
  type ScoreInstitution,
  type SettleAssessment,
} from './assessment.ts'
import { holdsNumber, notActive, unknown } from './rules.ts'

/** What a programme scores institutions on, in its order. */
export const criteriaOf = (programme: Programme) =>
  programme.kinds.checks.filter(({ list }) => list === criteriaList)

type Head = Pick<BeginAssessment, 'title' | 'on' | 'women' | 'men' | 'poor' | 'where'>

function headChecks(head: Head, startedOn: Day | null, today: Day): (Refusal | false)[] {
  const present = head.women + head.men
  return [
    head.on > today && refuseField('on', 'institutions.day-ahead'),
    startedOn !== null &&
      head.on < startedOn &&
      refuseField('on', 'institutions.before-start', { on: startedOn }),
    present === 0 && refuseField('women', 'institutions.nobody-there'),
    head.poor > present && refuseField('poor', 'institutions.more-poor-than-present', { present }),
    ...(['title', 'where'] as const).map(
      (field) => holdsNumber(head[field]) && refuseField(field, 'institutions.number-in-it'),
    ),
  ]
}

export function whyNotBegin(view: View, input: BeginAssessment, today: Day): Refusal[] {
  const enrolled = enrolledIn(view, input.enrolment)
  if (!enrolled) return [refuseField('enrolment', 'institutions.no-such-enrolment')]
  const all = view.all<Assessment>(assessmentCollection)
  return reasons(
    enrolled.row.status !== 'started' && refuseField('enrolment', 'institutions.not-running'),
    criteriaOf(enrolled.programme).length === 0 && refuseField('enrolment', 'institutions.no-criteria'),
    all.some(({ id }) => id === input.id) && refuse('institutions.same-id-twice'),
    all.length >= mostAssessments && refuse('institutions.assessments-full', { most: mostAssessments }),
    ...headChecks(input, enrolled.row.startedOn, today),
  )
}

/** The discussion, still open. */
function openOne(view: View, id: string): { row: Assessment | undefined; no: Refusal | false } {
  const row = view.get<Assessment>(assessmentCollection, id)
  if (!row) return { row, no: refuse('institutions.no-such-assessment') }
  return { row, no: row.outcome !== null && refuse('institutions.assessment-settled') }
}

export function whyNotChangeAssessment(view: View, input: ChangeAssessment, today: Day): Refusal[] {
  const { row, no } = openOne(view, input.id)
  if (no || !row) return reasons(no)
  return reasons(
    row.version !== input.basedOn && refuse('institutions.record-moved'),
    ...headChecks(input, enrolledIn(view, row.enrolment)?.row.startedOn ?? null, today),
  )
}

export function whyNotScore(view: View, input: ScoreInstitution): Refusal[] {
  const { row, no } = openOne(view, input.assessment)
  if (no || !row) return reasons(no)
  const programme = enrolledIn(view, row.enrolment)?.programme
  const known = new Set(programme ? criteriaOf(programme).map(({ id }) => id) : [])
  const named = input.scores.map(({ criterion }) => criterion)
  const others = new Set(row.scores.map(({ institution }) => institution))
  const taking = input.scores.length > 0
  return reasons(
    taking &&
      (unknown(view, input.institution, 'institution') || notActive(view, input.institution, 'institution')),
    named.some((each) => !known.has(each)) && refuseField('scores', 'institutions.no-such-criterion'),
    new Set(named).size < named.length && refuseField('scores', 'institutions.criterion-twice'),
    taking &&
      !others.has(input.institution) &&
      others.size >= mostScored &&
      refuse('institutions.scored-full', { most: mostScored }),
    ...input.scores.map(
      ({ reason }, i) =>
        holdsNumber(reason) && refuseField(`scores.${i}.reason`, 'institutions.number-in-it'),
    ),
  )
}

/** Institutions that are not scored on every criterion. */
export function halfScored({ scores }: Pick<Assessment, 'scores'>, criteria: number): string[] {
  const counts = Map.groupBy(scores, ({ institution }) => institution)
  return [...counts].filter(([, of]) => of.length < criteria).map(([institution]) => institution)
}

export function whyNotSettle(view: View, input: SettleAssessment, today: Day): Refusal[] {
  const { row, no } = openOne(view, input.assessment)
  if (no || !row) return reasons(no)
  const programme = enrolledIn(view, row.enrolment)?.programme
  const half = halfScored(row, programme ? criteriaOf(programme).length : 0)
  return reasons(
    row.scores.length === 0 && refuse('institutions.nothing-scored'),
    half.length > 0 && refuse('institutions.half-scored', { count: half.length }),
    input.on > today && refuseField('on', 'institutions.day-ahead'),
    input.on < row.on && refuseField('on', 'institutions.before-discussion', { on: row.on }),
    holdsNumber(input.note) && refuseField('note', 'institutions.number-in-it'),
  )
}
