// How a village counts its own poverty: the result, and the indicators, weights and cut-off it follows from.
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { surveyRecord } from '../../records.browser.ts'
import './measure.css'
import { useState } from 'react'
import { type Role, worksInVillage } from '../../../../kernel/role.ts'
import { useRow } from '../../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../../platform/browser/ui/page/Switch.tsx'
import { type FormRow, formCollection } from '../../library/form.ts'
import { may, surveyPath } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { measureNamers, setMeasure } from '../measure.ts'
import { methodOf } from '../method.ts'
import { MeasureEditor } from './MeasureEditor.tsx'
import { ByIndicator, ByPlace, Differing, Headline, Spread } from './MeasureFigures.tsx'
import { MeasureListing } from './MeasureListing.tsx'
import { m } from './measure-words.ts'
import { type Counting, type Draft, type States, useCounting, useDraft } from './use-measure.ts'

const isNamer = (roles: readonly Role[]) => measureNamers.some((role) => roles.includes(role))

function Measure({ place, row: survey }: RecordProps<SurveyRow>) {
  const roles = useRoles(place)
  const form = useRow<FormRow>(formCollection, survey.form)
  const draft = useDraft(place, survey)
  const [states, setStates] = useState<States>('not-rejected')
  const counting = useCounting(place, survey, draft, states, isNamer(roles))
  const method = methodOf(survey.formId)
  const here = worksInVillage(roles)
  const editable = method === 'multidimensional' && may(roles, setMeasure) && form !== undefined
  return (
    <Page
      title={method === 'multidimensional' ? m('measure.title') : m(`measure.${method}`)}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id), label: m('measure.back') }}
    >
      <Stack gap={5}>
        <Notice tone="info">{m('measure.own')}</Notice>
        {!here && <Notice tone="info">{m('measure.above')}</Notice>}
        {here && (
          <Switch
            name="states"
            label={m('measure.which')}
            value={states}
            options={[
              { value: 'not-rejected', label: m('measure.not-rejected') },
              { value: 'approved', label: m('measure.approved') },
            ]}
            onChange={(next) => setStates(next === 'approved' ? 'approved' : 'not-rejected')}
          />
        )}
        <Result {...{ place, survey, draft, states, counting }} />
        {editable && (
          <MeasureEditor
            draft={draft}
            model={form.model}
            answer={counting.state === 'here' ? counting.answer : null}
          />
        )}
      </Stack>
    </Page>
  )
}

type ResultProps = { place: string; survey: SurveyRow; draft: Draft; states: States; counting: Counting }

function Result({ place, survey, draft, states, counting }: ResultProps) {
  if (counting.state === 'waiting') return <AnswerRest answer={counting} label={m('measure.loading')} />
  const { answer, stale } = counting
  if (answer.households === 0 && !answer.leftOut)
    return (
      <EmptyState icon="ballot" title={m('measure.empty')}>
        {m('measure.empty-hint')}
      </EmptyState>
    )
  return (
    <div aria-busy={stale}>
      <Stack gap={5}>
        <Headline answer={answer} />
        <Differing place={place} survey={survey.id} count={answer.differing.length} />
        {answer.method === 'multidimensional' && <ByIndicator answer={answer} body={draft.body} />}
        <ByPlace answer={answer} />
        <Spread answer={answer} k={draft.body.k} />
        <MeasureListing {...{ place, survey, draft, states, answer }} />
      </Stack>
    </div>
  )
}

export default recordScreen(surveyRecord, Measure)
