// The running count of an attendance, always in sight while names are taken.
import './attendance.css'
import type { Tally } from '../attendance.ts'
import { t } from './words.tsx'

export function TallyBar({ tally }: { tally: Tally }) {
  const figures = [
    { label: t('meetings.total'), value: tally.total },
    { label: t('meetings.women'), value: tally.women },
    { label: t('meetings.men'), value: tally.men },
    { label: t('meetings.is-poor'), value: tally.poor },
  ]
  return (
    <dl className="mt-tally" aria-label={t('meetings.tally-now')} data-testid="tally">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
