// Criteria as sentences: taken from the measure or written, one a line, and what was agreed on before.
import { useRow, useRows } from '../../../../platform/browser/hooks.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Fold } from '../../../../platform/browser/ui/page/Fold.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { type FormRow, formCollection } from '../../library/form.ts'
import { type MeasureRow, measureCollection } from '../../measure/measure.ts'
import { methodOf } from '../../measure/method.ts'
import { readyMeasure } from '../../measure/ready-measure-rules.ts'
import { dayText, surveyPath } from '../../screens/words.ts'
import type { Agreement, SurveyRow } from '../../survey.ts'
import { a, criteriaIn } from './agree-words.ts'

export const useMeasureOf = (survey: SurveyRow): MeasureRow | undefined =>
  useRows<MeasureRow>(measureCollection).find((each) => each.survey === survey.id)

function useSentences(survey: SurveyRow): string[] {
  const form = useRow<FormRow>(formCollection, survey.form)
  const body = useMeasureOf(survey)?.body ?? readyMeasure(survey.formId)
  return form ? criteriaIn(methodOf(survey.formId), body, form.model) : []
}

/** Fills the sentences in, where there is a measure to take them from. */
export function FromMeasure({ survey, onTake }: { survey: SurveyRow; onTake: (lines: string[]) => void }) {
  const said = useSentences(survey)
  if (said.length === 0) return null
  return (
    <div>
      <Button icon="ballot" onClick={() => onTake(said)}>
        {a('criteria.from-measure')}
      </Button>
    </div>
  )
}

export function Points({ points }: { points: readonly string[] }) {
  return (
    <ol className="sv-points">
      {points.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ol>
  )
}

const pointsOf = ({ points = [], note }: Agreement) => (points.length > 0 ? points : [note].filter(Boolean))

/** What stands, whether the measure moved on since, and what stood before. */
export function CriteriaAgreed({ place, survey }: { place: string; survey: SurveyRow }) {
  const { criteria, criteriaBefore = [] } = survey
  const now = useMeasureOf(survey)?.version ?? null
  if (!criteria) return null
  const was = criteria.measure ?? null
  return (
    <Stack gap={3}>
      <Points points={pointsOf(criteria)} />
      {was !== null && now !== null && was !== now && (
        <Notice tone="advice">{a('criteria.changed', { was, now })}</Notice>
      )}
      <div>
        <LinkButton href={surveyPath(place, survey.id, 'daftar/cetak?lembar=kriteria')} icon="printer">
          {a('criteria.print')}
        </LinkButton>
      </div>
      {criteriaBefore.length > 0 && (
        <Fold title={a('criteria.before')}>
          {[...criteriaBefore].reverse().map((each) => (
            <section key={`${each.on} ${each.meeting}`}>
              <h3>{a('criteria.before-on', { on: dayText(each.on) })}</h3>
              <Points points={pointsOf(each)} />
            </section>
          ))}
        </Fold>
      )}
    </Stack>
  )
}
