// What surveys brings to the lists of a village: forms to mend, forms to look through, and how many were filled.
import { today } from '../../kernel/day.ts'
import { type Figure, mayGive, type Teller, type Waiting } from '../../kernel/entries.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { filled } from '../../kernel/text.ts'
import { whyNotReviewOf } from './review/rules.ts'
import { isReturnedTo, review, type SubmissionRow, submissionCollection, submit } from './submission.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'

export const waits: Teller<Waiting> = (view, asker) => {
  const surveys = view.all<SurveyRow>(surveyCollection)
  const sentOn = ({ submittedAt }: SubmissionRow) => today(zoneOf(view.place), new Date(submittedAt))
  const submissions = view.all<SubmissionRow>(submissionCollection)
  const mend = submissions.flatMap((row): Waiting[] => {
    const survey = view.get<SurveyRow>(surveyCollection, row.survey)
    // A survey that is closed takes no filling.
    if (!isReturnedTo(row, asker.account) || survey?.state !== 'open') return []
    const title = filled(['Perbaiki isian: {title}', 'Mend a filled form: {title}'], { title: survey.title })
    return [
      { id: row.id, title, path: `survei/${row.survey}/isi/${row.id}`, since: sentOn(row), late: false },
    ]
  })
  const oldestOf = (id: string) =>
    submissions
      .filter(({ survey, state }) => survey === id && (state === 'received' || state === 'edited'))
      .reduce<SubmissionRow | null>((a, b) => (a && a.submittedAt <= b.submittedAt ? a : b), null)
  const look = surveys.flatMap((survey): Waiting[] => {
    const { id, title, openedOn, counts } = survey
    const count = counts.received + counts.edited
    const oldest = oldestOf(id)
    if (count === 0 || whyNotReviewOf([survey]).length > 0) return []
    const says = filled(
      [
        'Periksa {count} isian: {title}',
        'Review {count} submission: {title}|Review {count} submissions: {title}',
      ],
      { count, title },
    )
    return [
      {
        id,
        title: says,
        path: `survei/${id}/periksa`,
        since: oldest ? sentOn(oldest) : openedOn,
        late: false,
      },
    ]
  })
  return [...(mayGive(asker, submit) ? mend : []), ...(mayGive(asker, review) ? look : [])]
}

export const report: Teller<Figure> = (view) => {
  const surveys = view.all<SurveyRow>(surveyCollection)
  const filledForms = surveys.reduce(
    (all, { counts }) => all + counts.received + counts.hasIssues + counts.edited + counts.approved,
    0,
  )
  return [
    {
      id: 'submissions',
      label: ['Isian survei', 'Submissions of surveys'],
      path: 'survei',
      value: filledForms,
      note: filled(['{open} survei berjalan', '{open} survey open|{open} surveys open'], {
        open: surveys.filter(({ state }) => state === 'open').length,
      }),
    },
  ]
}
