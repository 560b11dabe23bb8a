// How meetings are said on their screens: states, days, kinds.
import type { Command } from '../../../kernel/command.ts'
import { type Day, fullDay, longDay, today } from '../../../kernel/day.ts'
import { isSigned } from '../../../kernel/paper.ts'
import { zoneName, zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import { language, say, translate } from '../../../platform/browser/language.ts'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import type { Words } from '../../programmes/definition.ts'
import type { Enrolled } from '../../programmes/serving.ts'
import { endsNextDay } from '../checks.ts'
import { kindOf } from '../kinds.ts'
import { acknowledgementOf, type Meeting } from '../meeting.ts'
import { meetingsTexts } from '../texts.ts'

export const t = translate(meetingsTexts)
export const words = (text: Words): string => text[language()]
export const dayText = (day: Day): string => longDay(day, language())
export const dayInWords = (day: Day): string | undefined => (day ? fullDay(day, language()) : undefined)
/** The day it was at the place, at an instant. */
export const dayAt = (at: string, place: string): Day => today(zoneOf(place), new Date(at))
export const todayAt = (place: string): Day => today(zoneOf(place))
export const sentence = (refusal: Refusal): string => say(refusal, meetingsTexts)
/** Each sentence once, for a list of reasons. */
export const said = (refusals: readonly Refusal[]): { text: string }[] =>
  [...new Set(refusals.map(sentence))].map((text) => ({ text }))
export const may = (roles: readonly Role[], command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

type Look = { status: Status; label: string }

export function lookOf(meeting: Meeting, now: Day): Look {
  switch (meeting.state) {
    case 'open':
      return { status: 'running', label: t('meetings.state-open') }
    case 'postponed':
      return { status: 'blocked', label: t('meetings.state-postponed') }
    case 'cancelled':
      return { status: 'declined', label: t('meetings.state-cancelled') }
    case 'closed':
      return {
        status: 'done',
        label: t(
          isSigned(acknowledgementOf(meeting)) ? 'meetings.state-acknowledged' : 'meetings.state-closed',
        ),
      }
    default:
      if (meeting.date < now) return { status: 'late', label: t('meetings.state-overdue') }
      return meeting.state === 'invited'
        ? { status: 'next', label: t('meetings.state-invited') }
        : { status: 'later', label: t('meetings.state-planned') }
  }
}

export function MeetingBadge({ meeting, place }: { meeting: Meeting; place: string }) {
  return <StatusBadge {...lookOf(meeting, todayAt(place))} />
}

/** "Sabtu, 14 November 2026, 19.30–22.00 WIB". */
export function whenText(meeting: Pick<Meeting, 'date' | 'start' | 'end'>, place: string): string {
  const clock = (time: string) => (language() === 'id' ? time.replace(':', '.') : time)
  const times = meeting.end ? `${clock(meeting.start)}–${clock(meeting.end)}` : clock(meeting.start)
  const next = endsNextDay(meeting) ? ` (${t('meetings.next-day')})` : ''
  return `${fullDay(meeting.date, language())}, ${times} ${zoneName(place)}${next}`
}

const generalKinds = {
  meeting: 'meetings.kind-general',
  training: 'meetings.kind-general-training',
  workshop: 'meetings.kind-general-workshop',
} as const

/** The kind as its programme calls it. */
export function kindTitle(meeting: Pick<Meeting, 'group' | 'kind'>, enrolled: Enrolled | null): string {
  const kind = enrolled && kindOf(enrolled.programme, meeting.group, meeting.kind)
  if (kind) return words(kind.title)
  return t(generalKinds[meeting.group])
}

export function batchText(meeting: Meeting): string | undefined {
  if (meeting.group !== 'training') return undefined
  return t('meetings.batch-day', { batch: meeting.batch ?? 1, day: meeting.day ?? 1 })
}
