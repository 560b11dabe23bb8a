// A survey while somebody thinks about opening it.
import type { Day } from '../../../kernel/day.ts'
import type { Programme } from '../../programmes/definition.ts'
import type { Serving } from '../../programmes/serving.ts'
import type { FormLine } from '../library/form.ts'
import { asksHouseholds } from '../library/screens/form-lines.ts'
import type { OpenSurvey, SurveyRow } from '../survey.ts'
import type { Enrolled } from './use-surveys.ts'

/** What a survey is for: a survey that a programme knows, or the village's own purpose. */
export type Purpose = { key: string; enrolled: Enrolled | null; kind: string | null }
export const ownPurpose: Purpose = { key: 'own', enrolled: null, kind: null }

export function purposesOf(enrolled: readonly Enrolled[]): Purpose[] {
  const running = enrolled.filter(({ row }) => row.status === 'started')
  const asked = running.flatMap((each) =>
    each.programme.kinds.surveys.map(({ id }) => ({ key: `${each.row.id}/${id}`, enrolled: each, kind: id })),
  )
  return [...asked, ownPurpose]
}

export type SurveyDraft = {
  form: string
  alsoFor: Serving[]
  title: string
  population: SurveyRow['population']
  /** Only some RT; `localPlaces` then says which. */
  some: boolean
  localPlaces: string[]
  /** Digits, or '' for none. */
  target: string
  on: Day
}

/** The kinds of a programme that a form was declared for; every kind while the form is not known. */
export const fittingKinds = (programme: Programme, kinds: readonly string[] | undefined) =>
  programme.kinds.surveys.filter(({ id }) => !kinds || kinds.includes(id))

/** Each household once when the form asks for the household, else whoever answers. */
export const populationOf = (line: FormLine | undefined): SurveyRow['population'] =>
  line && asksHouseholds(line) ? 'households' : 'open'

export const inputOf = (id: string, purpose: Purpose, draft: SurveyDraft): OpenSurvey => ({
  id,
  enrolment: purpose.enrolled?.row.id ?? null,
  kind: purpose.kind,
  alsoFor: draft.alsoFor,
  title: draft.title.trim(),
  form: draft.form,
  population: draft.population,
  localPlaces: draft.some ? draft.localPlaces : [],
  target: draft.population === 'open' && draft.target !== '' ? Number(draft.target) : null,
  on: draft.on,
})
