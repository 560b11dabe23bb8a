// What surveys brings to the lists of a village: forms to mend, forms to look through, and how many were filled.
import { today } from '../../kernel/day.ts'
import { type Figure, mayGive, type Teller, type Waiting } from '../../kernel/entries.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { filled } from '../../kernel/text.ts'
import { isReturnedTo, review, type SubmissionRow, submissionCollection, submit } from './submission.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'

export const waits: Teller<Waiting> = (view, asker) => {
  const surveys = view.all<SurveyRow>(surveyCollection)
  const sentOn = ({ submittedAt }: SubmissionRow) => today(zoneOf(view.place), new Date(submittedAt))
  const submissions = view.all<SubmissionRow>(submissionCollection)
  const toMend = submissions.filter((row) => isReturnedTo(row, asker.account))
  const mend = toMend.map(
    (row): Waiting => ({
      id: row.id,
      title: filled(['Perbaiki isian: {title}', 'Mend a filled form: {title}'], {
        title: view.get<SurveyRow>(surveyCollection, row.survey)?.title ?? row.name,
      }),
      path: `survei/${row.survey}/isi/${row.id}`,
      since: sentOn(row),
      late: false,
    }),
  )
  const look = surveys.flatMap(({ id, title, openedOn, counts }): Waiting[] => {
    const count = counts.received + counts.edited
    if (count === 0) return []
    const says = filled(
      [
        'Periksa {count} isian: {title}',
        'Review {count} submission: {title}|Review {count} submissions: {title}',
      ],
      { count, title },
    )
    return [{ id, title: says, path: `survei/${id}/periksa`, since: openedOn, late: false }]
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
