// The meetings a screen shows, as the rows of a spreadsheet.
import type { ExportTable } from '../../../platform/browser/export-xlsx.ts'
import type { PlaceView } from '../../../platform/browser/local/view.ts'
import { enrolledIn } from '../../programmes/serving.ts'
import type { Meeting } from '../meeting.ts'
import { batchText, kindTitle, lookOf, t, todayAt, whenText } from './words.tsx'

const count = (people: number | undefined) => people?.toString()

export const tableOf = (view: PlaceView, meetings: readonly Meeting[]): ExportTable => ({
  head: [
    t('meetings.code'),
    t('meetings.field-date'),
    t('meetings.when'),
    t('meetings.field-title'),
    t('meetings.kind'),
    t('meetings.where'),
    t('meetings.state-word'),
    t('meetings.heads'),
    t('meetings.women'),
  ],
  rows: meetings.map((each) => [
    each.code,
    each.date,
    whenText(each, view.place),
    [each.title, batchText(each)].filter(Boolean).join(', '),
    kindTitle(each, enrolledIn(view, each.enrolment)),
    each.placeText,
    lookOf(each, todayAt(view.place)).label,
    count(each.closing?.tally.total),
    count(each.closing?.tally.women),
  ]),
})
