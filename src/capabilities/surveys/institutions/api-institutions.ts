// Approved answers of the institutions questionnaire, for whoever takes them onto the register.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { answer } from '../../../platform/server/capability.ts'
import { surveyStore } from '../store-survey.ts'
import { pageStore } from '../tables/page-store.ts'
import { conditionsOf } from '../tables/selection-store.ts'
import { answersAtOnce, institutionAnswers, institutionsForm } from './answers.ts'

const approved = { states: ['approved'], rt: null, by: null, from: null, to: null, wishes: [] } as const

export const institutionQueries = [
  answer(institutionAnswers, async ({ input, tx, district, place }) => {
    const at = { tx, district, place }
    const survey = await surveyStore(at).find(input.survey)
    if (!survey) throw new Refused([refuse('surveys.not-here')])
    if (survey.formId !== institutionsForm) throw new Refused([refuse('surveys.not-of-institutions')])
    const walked = await pageStore(at).walk({
      ...{ survey: survey.id, conditions: conditionsOf(approved, [], place), direction: 'up' },
      ...{ from: input.after ?? null, limit: answersAtOnce, sealed: false, patience: 500 },
    })
    return {
      answers: walked.rows.map(({ id, seq, answers }) => ({ id, seq, answers })),
      next: walked.ended ? null : walked.last,
    }
  }),
]
