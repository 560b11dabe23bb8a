// Which rows make up the records of surveys: the log proves them.
import { type RecordPart, record } from '../../platform/server/record-rows.ts'
import { formCollection } from './library/form.ts'
import { decisionCollection, listingCollection, objectionCollection } from './listing.ts'
import { measureCollection } from './measure/measure.ts'
import { deviceCollection } from './openrosa/device.ts'
import { submissionCollection } from './submission.ts'
import { surveyCollection } from './survey.ts'
import { tokenCollection } from './tokens/token.ts'

const ofSubmission = (table: string, more: Partial<RecordPart> = {}): RecordPart => ({
  ...{ table: `surveys.${table}`, of: 'submission_id' },
  ...more,
})

export const surveyRecords = [
  record(
    formCollection,
    // That a survey was opened with it is noted wherever that is.
    { place: 'place', but: ['used'] },
    { table: 'surveys.form_file', of: 'form_id', place: 'place' },
  ),
  record(surveyCollection),
  record(
    submissionCollection,
    // That nothing was found to doubt is noted without an entry.
    { but: ['checked_at'] },
    // The sealed original is proven by its own digest, which stands beside it.
    ofSubmission('edition', { but: ['xml'], alone: true }),
    ...['event', 'attachment'].map((table) => ofSubmission(table)),
    ...['taken', 'conflict'].map((table) => ofSubmission(table, { alone: true })),
  ),
  record(listingCollection),
  record(decisionCollection),
  record(objectionCollection),
  record(measureCollection),
  record(deviceCollection, { place: 'place' }),
  // When it last read is noted without an entry.
  record(tokenCollection, { but: ['used_at', 'used_from'] }),
]
