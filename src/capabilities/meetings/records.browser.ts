// Meetings as their screens know them.
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { type Meeting, meetingCollection, meetingReaders } from './meeting.ts'
import { meetingsTexts } from './texts.ts'

export const meetingRecord: RecordKind<Meeting> = {
  ...{ collection: meetingCollection, called: ['rembug', 'meeting'], icon: 'calendar' },
  ...{ readers: meetingReaders, list: () => 'rembug', listCalled: meetingsTexts['meetings.title'] },
}
