// What a command does to the local copy before the server answers: the same steps as on the server.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import { type AgreeProfile, agreementCollection, type ProfileAgreement } from './agreement.ts'
import {
  type Assessment,
  assessmentCollection,
  type BeginAssessment,
  type ChangeAssessment,
  type ScoreInstitution,
  type SettleAssessment,
} from './assessment.ts'
import {
  type ChangeInstitution,
  type EndInstitution,
  type Institution,
  institutionCollection,
  type MergeInstitutions,
  type RegisterInstitutions,
} from './institution.ts'
import { type AppointOfficer, type ChangeOfficer, type Officer, officerCollection } from './officer.ts'
import * as steps from './steps.ts'
import { type ChangeTie, type Tie, type TieInstitutions, tieCollection } from './tie.ts'

/** Who did it, by account id, and the day it was done; on a phone the account is '' until the server answers. */
export type Doer = { by: string; on: Day }
type Work<Input> = (view: View, input: Input, doer: Doer) => Change[]

const rows =
  (collection: string) =>
  (values: readonly { id: string }[]): Change[] =>
    values.map((value) => ({ collection, id: value.id, value }))
const institutions = rows(institutionCollection)
const officers = rows(officerCollection)
const ties = rows(tieCollection)
const assessments = rows(assessmentCollection)

const on = <Row extends { id: string }, Input>(
  collection: string,
  idOf: (input: Input) => string,
  step: (row: Row, input: Input) => Row,
): Work<Input> => {
  return (view, input) => {
    const row = view.get<Row>(collection, idOf(input))
    return row ? rows(collection)([step(row, input)]) : []
  }
}

function ended(view: View, input: EndInstitution): Change[] {
  const row = view.get<Institution>(institutionCollection, input.institution)
  if (!row) return []
  const all = view.all<Tie>(tieCollection)
  return [...institutions([steps.ended(row, input)]), ...ties(steps.tiesEnded(all, row.id, input.on))]
}

function merged(view: View, { keep, drop }: MergeInstitutions, doer: Doer): Change[] {
  const [kept, gone] = [keep, drop].map((id) => view.get<Institution>(institutionCollection, id))
  if (!kept || !gone) return []
  return [
    ...institutions([steps.joined(kept, gone), steps.signpost(gone, keep)]),
    ...officers(steps.officersMoved(view.all<Officer>(officerCollection), drop, keep)),
    ...ties(steps.tiesMerged(view.all<Tie>(tieCollection), drop, keep, doer.on)),
  ]
}

/** The rows that a command leaves, on either side. */
export const works = {
  register: (_: View, input: RegisterInstitutions) => institutions(input.institutions.map(steps.registered)),
  change: on<Institution, ChangeInstitution>(
    institutionCollection,
    (input) => input.institution,
    steps.changed,
  ),
  end: ended,
  merge: merged,
  appoint: (_: View, input: AppointOfficer) => officers([steps.appointed(input)]),
  changeOfficer: on<Officer, ChangeOfficer>(officerCollection, (input) => input.id, steps.officerChanged),
  tie: (_: View, input: TieInstitutions) => ties([steps.tied(input)]),
  changeTie: on<Tie, ChangeTie>(tieCollection, (input) => input.id, steps.tieChanged),
  agree: (view: View, input: AgreeProfile, { by }: Doer) => {
    const before = view.get<ProfileAgreement>(agreementCollection, input.enrolment)
    return rows(agreementCollection)([steps.agreed(before, input, by)])
  },
  begin: (_: View, input: BeginAssessment) => assessments([steps.begun(input)]),
  changeAssessment: on<Assessment, ChangeAssessment>(
    assessmentCollection,
    (input) => input.id,
    steps.assessmentChanged,
  ),
  score: on<Assessment, ScoreInstitution>(assessmentCollection, (input) => input.assessment, steps.scored),
  settle: on<Assessment, SettleAssessment>(assessmentCollection, (input) => input.assessment, steps.settled),
} as const

const onPhone =
  (work: Work<never>) =>
  (view: View, envelope: Envelope<never>): Change[] =>
    work(view, envelope.input, { by: '', on: today(zoneOf(envelope.place), new Date(envelope.at)) })

export const institutionsApplies = {
  'institutions.register': onPhone(works.register),
  'institutions.change': onPhone(works.change),
  'institutions.end': onPhone(works.end),
  'institutions.merge': onPhone(works.merge),
  'institutions.appoint': onPhone(works.appoint),
  'institutions.change-officer': onPhone(works.changeOfficer),
  'institutions.tie': onPhone(works.tie),
  'institutions.change-tie': onPhone(works.changeTie),
  'institutions.agree-profile': onPhone(works.agree),
  'institutions.begin-assessment': onPhone(works.begin),
  'institutions.change-assessment': onPhone(works.changeAssessment),
  'institutions.score': onPhone(works.score),
  'institutions.settle-assessment': onPhone(works.settle),
}
