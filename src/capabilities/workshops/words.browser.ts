// How workshops are said on their screens, and the record they are about.
import type { Command } from '../../kernel/command.ts'
import { type Day, longDay } from '../../kernel/day.ts'
import type { Role } from '../../kernel/role.ts'
import { language, translate } from '../../platform/browser/language.ts'
import type { RecordKind } from '../../platform/browser/RecordPage.tsx'
import type { Meeting } from '../meetings/meeting.ts'
import { meetingRecord } from '../meetings/records.browser.ts'
import type { Words } from '../programmes/definition.ts'
import { workshopsScreenTexts } from './screen-texts.ts'

export const t = translate(workshopsScreenTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day): string => longDay(day, language())
export const may = (roles: readonly Role[], command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

export const workshopRecord: RecordKind<Meeting> = {
  ...meetingRecord,
  ...{ called: ['FGD', 'workshop'], list: () => 'fgd', listCalled: workshopsScreenTexts['workshops.title'] },
  fits: (meeting) => meeting.group === 'workshop',
}
