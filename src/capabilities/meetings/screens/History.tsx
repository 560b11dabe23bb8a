// What happened to a meeting besides its being held: put off, called off, amended.
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { AmendedField, Meeting } from '../meeting.ts'
import { dayAt, dayText, t } from './words.tsx'

const fieldTitles: Readonly<Record<string, Parameters<typeof t>[0]>> = {
  title: 'meetings.field-title',
  placeText: 'meetings.field-place',
  date: 'meetings.field-date',
  start: 'meetings.field-start',
  end: 'meetings.field-end',
  chair: 'meetings.chair',
  notulis: 'meetings.notulis',
  minutes: 'meetings.minutes',
  decision: 'meetings.decision',
  decisions: 'meetings.follow-ups',
  attendance: 'meetings.attendance',
  headCount: 'meetings.way-heads',
}

const most = 120
const short = (text: string) => (text.length > most ? `${text.slice(0, most)}…` : text)

function Changed({ change }: { change: AmendedField }) {
  const key = fieldTitles[change.field] as 'meetings.chair' | undefined
  return (
    <li>
      {t('meetings.before-after', {
        field: key ? t(key) : change.field,
        before: short(change.before),
        after: short(change.after),
      })}
    </li>
  )
}

export function History({ place, meeting }: { place: string; meeting: Meeting }) {
  const { postponements, amendments } = meeting
  if (postponements.length + amendments.length === 0) return null
  return (
    <Section title={t('meetings.history')}>
      <ul>
        {postponements.map((each) => (
          <li key={each.at}>
            {t('meetings.was-postponed', { from: dayText(each.from), reason: each.reason })}
          </li>
        ))}
        {amendments.map((each) => (
          <li key={each.id}>
            {dayText(dayAt(each.at, place))}. {t('meetings.was-amended', { reason: each.reason })}
            <ul>
              {each.fields.map((change) => (
                <Changed key={change.field} change={change} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
