// Enrolments as their screens know them.
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { type EnrolmentRow, readers } from './enrolment.ts'
import { programmesTexts } from './texts.ts'

export const enrolmentRecord: RecordKind<EnrolmentRow> = {
  ...{ collection: 'programmes.enrolment', called: ['program', 'programme'], icon: 'tasks', readers },
  ...{ param: 'enrolment', list: () => '', listCalled: programmesTexts['home.cycle'] },
}
