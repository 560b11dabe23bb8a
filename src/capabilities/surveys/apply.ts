// What a command does to the local copy before the server answers: the same steps as on the server.
import type { Envelope } from '../../kernel/command.ts'
import type { Change, View } from '../../kernel/view.ts'
import { type HouseholdRow, householdCollection } from '../people/household.ts'
import { type Apply, adopt, doerOf, listingApplies, takeBack } from './agreeing/apply.ts'
import { visitedIn } from './evidence.ts'
import { type FormRow, formCollection } from './library/form.ts'
import { type MeasureRow, measureCollection, type SetMeasure } from './measure/measure.ts'
import {
  type DeviceRow,
  deviceCollection,
  type RegisterDevice,
  type RevokeDevice,
} from './openrosa/device.ts'
import * as steps from './steps.ts'
import {
  type Comment,
  type Review,
  type SubmissionRow,
  type SubmissionState,
  type Submit,
  submissionCollection,
} from './submission.ts'
import {
  type AgreeSurvey,
  type ChangeSurvey,
  type CloseSurvey,
  type OpenSurvey,
  type ReopenSurvey,
  type ServeAlso,
  type SurveyRow,
  surveyCollection,
} from './survey.ts'
import { type EndToken, type IssueToken, type TokenRow, tokenCollection } from './tokens/token.ts'

const row =
  <T extends { id: string }>(collection: string) =>
  (value: T): Change => ({ collection, id: value.id, value })
const surveyRow = row<SurveyRow>(surveyCollection)
const submissionRow = row<SubmissionRow>(submissionCollection)
const deviceRow = row<DeviceRow>(deviceCollection)
const tokenRow = row<TokenRow>(tokenCollection)

function open(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as OpenSurvey
  const form = view.get<FormRow>(formCollection, input.form)
  return [surveyRow(steps.opened(input, form?.formId ?? ''))]
}

const onSurvey =
  <I extends { id: string }>(
    step: (survey: SurveyRow, input: I, doer: steps.Doer, view: View) => SurveyRow,
  ): Apply =>
  (view, envelope) => {
    const input = envelope.input as I
    const survey = view.get<SurveyRow>(surveyCollection, input.id)
    return survey ? [surveyRow(step(survey, input, doerOf(envelope), view))] : []
  }

/** Both see the copy as it was before. */
const both =
  (...applies: readonly Apply[]): Apply =>
  (view, envelope) =>
    applies.flatMap((apply) => apply(view, envelope))

function setMeasure(_: View, envelope: Envelope<never>): Change[] {
  const { basedOn, ...told } = envelope.input as SetMeasure
  return [row<MeasureRow>(measureCollection)({ ...told, version: basedOn + 1 })]
}

/** The survey after some of its submissions changed: the counts go with them. */
function counted(
  view: View,
  survey: SurveyRow,
  before: readonly SubmissionRow[],
  after: readonly SubmissionRow[],
) {
  const from = new Map<string, SubmissionState>(before.map((each) => [each.id, each.state]))
  const states = after.reduce(
    (counts, each) => steps.moved(counts, from.get(each.id) ?? null, each.state),
    survey.counts,
  )
  const had = visitedIn(view, survey.id)
  const next = new Map(after.map((each) => [each.id, each]))
  const has = new Set(
    [...view.all<SubmissionRow>(submissionCollection).filter((each) => !next.has(each.id)), ...after].flatMap(
      (each) =>
        each.survey === survey.id && each.household !== null && each.state !== 'rejected'
          ? [each.household]
          : [],
    ),
  )
  const households = Math.max(0, survey.counts.households + has.size - had.size)
  return surveyRow({ ...survey, counts: { ...states, households } })
}

function submit(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as Submit
  const before = view.get<SubmissionRow>(submissionCollection, input.id)
  const home = input.household ? view.get<HouseholdRow>(householdCollection, input.household) : undefined
  const at = new Date(envelope.at).toISOString()
  const after = steps.submitted(before, input, { localPlace: home?.localPlace ?? null, at })
  const survey = view.get<SurveyRow>(surveyCollection, input.survey)
  return [submissionRow(after), ...(survey ? [counted(view, survey, before ? [before] : [], [after])] : [])]
}

function review(view: View, envelope: Envelope<never>): Change[] {
  const { items, ...said } = envelope.input as Review
  const before = items.flatMap(({ id }) => view.get<SubmissionRow>(submissionCollection, id) ?? [])
  const after = before.map((each) => steps.judged(each, said))
  const ofSurveys = [...Map.groupBy(after, (each) => each.survey)].flatMap(([id, rows]) => {
    const survey = view.get<SurveyRow>(surveyCollection, id)
    return survey ? [counted(view, survey, before, rows)] : []
  })
  return [...after.map(submissionRow), ...ofSurveys]
}

/** A comment is read from the server; the row only shows that one waits to be sent. */
function comment(view: View, envelope: Envelope<never>): Change[] {
  const { submission } = envelope.input as Comment
  const found = view.get<SubmissionRow>(submissionCollection, submission)
  return found ? [submissionRow(found)] : []
}

function registerDevice(_: View, envelope: Envelope<never>): Change[] {
  const { id, name } = envelope.input as RegisterDevice
  const registeredAt = new Date(envelope.at).toISOString()
  const made: DeviceRow = { id, name, account: '', registeredAt, revokedAt: null, version: 1 }
  return [deviceRow(made)]
}

function revokeDevice(view: View, envelope: Envelope<never>): Change[] {
  const { id } = envelope.input as RevokeDevice
  const device = view.get<DeviceRow>(deviceCollection, id)
  const revokedAt = new Date(envelope.at).toISOString()
  return device ? [deviceRow({ ...device, revokedAt, version: device.version + 1 })] : []
}

function issueToken(_: View, envelope: Envelope<never>): Change[] {
  const { id, survey, name, days, personal } = envelope.input as IssueToken
  const madeAt = new Date(envelope.at).toISOString()
  const expiresAt = new Date(Date.parse(madeAt) + days * 86_400_000).toISOString()
  return [tokenRow({ id, survey, name, account: '', personal, madeAt, expiresAt, endedAt: null, version: 1 })]
}

function endToken(view: View, envelope: Envelope<never>): Change[] {
  const { id } = envelope.input as EndToken
  const token = view.get<TokenRow>(tokenCollection, id)
  const endedAt = new Date(envelope.at).toISOString()
  return token ? [tokenRow({ ...token, endedAt, version: token.version + 1 })] : []
}

export const surveysApplies: Readonly<Record<string, Apply>> = {
  'surveys.open': open,
  'surveys.serve': onSurvey<ServeAlso>(steps.served),
  'surveys.change': onSurvey<ChangeSurvey>(steps.changed),
  'surveys.close': onSurvey<CloseSurvey>(steps.closed),
  'surveys.reopen': both(takeBack, onSurvey<ReopenSurvey>(steps.reopened)),
  'surveys.agree': both(adopt, onSurvey<AgreeSurvey>(steps.agreed)),
  ...listingApplies,
  'surveys.set-measure': setMeasure,
  'surveys.submit': submit,
  'surveys.review': review,
  'surveys.comment': comment,
  'surveys.register-device': registerDevice,
  'surveys.revoke-device': revokeDevice,
  'surveys.issue-token': issueToken,
  'surveys.end-token': endToken,
}
