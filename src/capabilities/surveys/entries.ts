// What surveys brings to the lists of a village: forms to mend, forms to look through, and how many were filled.
import { today } from '../../kernel/day.ts'
import { type Dated, type Figure, mayGive, type Teller, type Waiting } from '../../kernel/entries.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { filled } from '../../kernel/text.ts'
import { isLate, isOpenObjection } from './agreeing/list-rules.ts'
import {
  answerObjection,
  type ListingRow,
  listingCollection,
  type ObjectionRow,
  objectionCollection,
} from './listing.ts'
import { whyNotReviewOf } from './review/rules.ts'
import { isReturnedTo, review, type SubmissionRow, submissionCollection, submit } from './submission.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'

/** Objections that nobody answered yet; late once the residents were told that they are heard no more. */
const objections: Teller<Waiting> = (view, asker) => {
  const open = view.all<ObjectionRow>(objectionCollection).filter(isOpenObjection)
  return view.all<ListingRow>(listingCollection).flatMap(({ id, survey, shown }): Waiting[] => {
    const mine = open.filter((each) => each.listing === id).map((each) => each.on)
    const since = mine.sort()[0]
    const title = view.get<SurveyRow>(surveyCollection, survey)?.title
    if (since === undefined || title === undefined) return []
    const says = filled(
      [
        'Jawab {count} keberatan: {title}',
        'Answer {count} objection: {title}|Answer {count} objections: {title}',
      ],
      { count: mine.length, title },
    )
    const late = shown != null && isLate(shown, asker.today)
    return [{ id, title: says, path: `survei/${survey}/daftar/keberatan`, since, late }]
  })
}

/** The last day on which objections are in time. */
export const calendar: Teller<Dated> = (view, { today: now }) =>
  view.all<ListingRow>(listingCollection).flatMap(({ id, survey, shown }): Dated[] => {
    const row = view.get<SurveyRow>(surveyCollection, survey)
    if (!row || !shown || isLate(shown, now)) return []
    const title = filled(['Hari terakhir keberatan: {title}', 'Last day for objections: {title}'], {
      title: row.title,
    })
    return [{ id, title, path: `survei/${survey}/daftar`, on: shown.until, at: null }]
  })

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
  return [
    ...(mayGive(asker, submit) ? mend : []),
    ...(mayGive(asker, review) ? look : []),
    ...(mayGive(asker, answerObjection) ? objections(view, asker) : []),
  ]
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
