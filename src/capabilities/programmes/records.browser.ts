// Enrolments as their screens know them.
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import { type EnrolmentRow, readers } from './enrolment.ts'
import { homeTexts } from './home-texts.ts'

export const enrolmentRecord: RecordKind<EnrolmentRow> = {
  ...{ collection: 'programmes.enrolment', called: ['program', 'programme'], icon: 'tasks', readers },
  ...{ param: 'enrolment', list: () => '', listCalled: homeTexts['home.cycle'] },
}
