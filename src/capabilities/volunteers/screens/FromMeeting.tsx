// Volunteers from who was at a meeting: most come forward there.
import { useState } from 'react'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { type Attendance, attendanceCollection } from '../../meetings/attendance.ts'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { serves } from '../../programmes/serving.ts'
import { likelySame } from '../likeness.ts'
import { activeIn, personKey } from '../view.ts'
import { type Draft, draftOfAttendance } from './draft.ts'
import { useLives } from './use-volunteers.ts'
import { dayText, sexText, t } from './words.tsx'

type Props = {
  enrolment: string
  /** What each of the chosen attendances was made into, by attendance. */
  chosen: ReadonlyMap<string, Draft>
  onChosen: (attendance: string, draft: Draft | null) => void
}

function useNamed(enrolment: string): { meetings: Meeting[]; of: (meeting: string) => Attendance[] } {
  const attendance = useRows<Attendance>(attendanceCollection).filter(
    (each) => !each.withdrawn && each.name !== '',
  )
  const named = new Set(attendance.map((each) => each.meeting))
  const meetings = useRows<Meeting>(meetingCollection)
    .filter((each) => (serves(each, enrolment) || each.enrolment === null) && named.has(each.id))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  return { meetings, of: (meeting) => attendance.filter((each) => each.meeting === meeting) }
}

export function FromMeeting({ enrolment, chosen, onChosen }: Props) {
  const view = usePlaceView()
  const livesAt = useLives()
  const { meetings, of } = useNamed(enrolment)
  const [meeting, setMeeting] = useState('')
  if (meetings.length === 0) return null
  const active = activeIn(view, enrolment)
  const persons = new Set(active.flatMap((each) => (each.person ? [personKey(view, each.person)] : [])))
  // Who is on the roll under this name already is left out; a namesake can still be typed in.
  const free = of(meeting).filter((each) =>
    each.person ? !persons.has(personKey(view, each.person)) : likelySame(each, active).length === 0,
  )
  const pick = (values: readonly string[]) => {
    for (const row of free) {
      const wanted = values.includes(row.id)
      if (wanted !== chosen.has(row.id)) onChosen(row.id, wanted ? draftOfAttendance(row) : null)
    }
  }
  return (
    <Section title={t('new.from-meeting')}>
      <Stack gap={3}>
        <SelectField
          name="meeting"
          label={t('new.meeting')}
          value={meeting}
          onChange={setMeeting}
          emptyLabel={t('new.choose-meeting')}
          options={meetings.map((each) => ({
            value: each.id,
            label: `${each.title}, ${dayText(each.date)}`,
          }))}
        />
        {meeting !== '' && free.length === 0 && <p className="rb-hint">{t('new.no-attendees')}</p>}
        {free.length > 0 && (
          <CheckCards
            name="attendees"
            label={t('new.attendees')}
            columns={2}
            values={[...chosen.keys()]}
            onChange={pick}
            choices={free.map((each) => ({
              value: each.id,
              label: each.name,
              hint: [livesAt(each), sexText(each.sex)].filter(Boolean).join(' · '),
            }))}
          />
        )}
      </Stack>
    </Section>
  )
}
