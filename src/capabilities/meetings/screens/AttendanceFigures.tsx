// How many were there, and of which elements; the list of names is one step down.
import { language } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { KeyFigures } from '../../../platform/browser/ui/figures/KeyFigures.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { checkIn } from '../attendance.ts'
import type { Meeting } from '../meeting.ts'
import { percentOf, tallyOf } from '../tally.ts'
import { CountsDiffer } from './CountsDiffer.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { may, t, words } from './words.tsx'

export function AttendanceFigures({ place, meeting }: { place: string; meeting: Meeting }) {
  const roles = useRoles(place)
  const attendance = useAttendance(meeting.id)
  const { elements } = useSetting(meeting)
  const tally = meeting.closing?.tally ?? tallyOf(meeting.headCount, attendance)
  if (tally.total === 0) return null
  // Names are for those who work in the village; others see the counts.
  const href = may(roles, checkIn) ? `/d/${place}/rembug/${meeting.id}/hadir` : undefined
  const number = (value: number) =>
    new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB').format(value)
  const share = (part: number) => t('meetings.percent', { percent: percentOf(part, tally.total) })
  const rows = elements.flatMap((each) => {
    const heads = tally.elements[each.id] ?? 0
    return heads > 0 || meeting.invitees.includes(each.id) ? [{ ...each, heads }] : []
  })
  return (
    <Section
      title={t('meetings.attendance')}
      subtitle={tally.mode === 'head-count' && t('meetings.counted-by-head')}
    >
      <KeyFigures
        label={t('meetings.attendance')}
        figures={[
          { label: t('meetings.total'), value: number(tally.total), href },
          { label: t('meetings.women'), value: number(tally.women), note: share(tally.women), href },
          { label: t('meetings.men'), value: number(tally.men), note: share(tally.men), href },
          { label: t('meetings.poor'), value: number(tally.poor), note: share(tally.poor), href },
        ]}
      />
      <CountsDiffer meeting={meeting} attendance={attendance} />
      {rows.length > 0 && (
        <>
          <h3>{t('meetings.elements')}</h3>
          <FactGrid facts={rows.map((row) => ({ label: words(row.title), value: number(row.heads) }))} />
        </>
      )}
    </Section>
  )
}
