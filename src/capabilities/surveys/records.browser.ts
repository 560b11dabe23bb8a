// Surveys and their submissions as screens know them.
import { villageWorkers } from '../../kernel/role.ts'
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { reviewScreenTexts } from './review/screens/review-texts.ts'
import { surveyTexts } from './screens/survey-texts.ts'
import { type SubmissionRow, submissionCollection } from './submission.ts'
import { type SurveyRow, surveyCollection, surveyReaders } from './survey.ts'

export const surveyRecord: RecordKind<SurveyRow> = {
  ...{ collection: surveyCollection, called: ['survei', 'survey'], icon: 'ballot', readers: surveyReaders },
  ...{ list: () => 'survei', listCalled: surveyTexts['survey.back'] },
}

export const submissionRecord: RecordKind<SubmissionRow> = {
  ...{
    collection: submissionCollection,
    called: ['isian', 'submission'],
    icon: 'file',
    readers: villageWorkers,
  },
  ...{
    param: 'submission',
    list: ({ id }) => `survei/${id}/periksa`,
    listCalled: reviewScreenTexts['one.back'],
  },
}
