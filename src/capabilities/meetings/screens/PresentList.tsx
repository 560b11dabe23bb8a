// Who is here, the latest first, each to be taken off again.
import './attendance.css'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { useLocalPlaceTitle } from '../../places/door.browser.tsx'
import type { Attendance } from '../attendance.ts'
import type { Element } from '../elements.ts'
import { presentOf, sameNames } from '../tally.ts'
import { t, words } from './words.tsx'

type Props = {
  attendance: readonly Attendance[]
  /** Elements to name in a line; those that follow from sex and poverty are left out. */
  elements: readonly Element[]
  onWithdraw: ((attendance: Attendance) => void) | undefined
}

function Row({
  row,
  elements,
  twice,
  mixed,
  onWithdraw,
}: {
  row: Attendance
  elements: readonly Element[]
  twice: boolean
  /** Some are on record and some are not, so that it is worth saying. */
  mixed: boolean
  onWithdraw: Props['onWithdraw']
}) {
  const where = useLocalPlaceTitle(row.localPlace)
  const named = elements.filter((each) => row.elements.includes(each.id)).map((each) => words(each.title))
  const detail = [
    t(row.sex === 'female' ? 'meetings.female' : 'meetings.male'),
    row.poor ? t('meetings.is-poor') : '',
    ...named,
    where ?? row.localPlaceText,
    mixed && row.walkIn ? t('meetings.walk-in') : '',
  ]
  const name = row.name || t('meetings.erased-name')
  return (
    <PersonLine
      name={name}
      detail={detail.filter(Boolean).join(' · ')}
      badges={twice && <StatusBadge status="advice" label={t('meetings.twice')} />}
      actions={
        onWithdraw && (
          <IconButton icon="x" label={t('meetings.take-off', { name })} onClick={() => onWithdraw(row)} />
        )
      }
    />
  )
}

export function PresentList({ attendance, elements, onWithdraw }: Props) {
  const present = presentOf(attendance).reverse()
  const twice = sameNames(attendance)
  const off = attendance.filter((each) => each.withdrawn).length
  const [latest] = present
  const mixed = present.some((each) => each.person !== null)
  return (
    <Section
      title={t('meetings.present-list')}
      subtitle={off > 0 ? t('meetings.withdrawn-count', { count: off }) : undefined}
      actions={
        latest &&
        onWithdraw && (
          <Button icon="backspace" onClick={() => onWithdraw(latest)}>
            {t('meetings.undo')}
          </Button>
        )
      }
    >
      {present.length === 0 && (
        <EmptyState icon="people" title={t('meetings.nobody')}>
          {onWithdraw && t('meetings.nobody-why')}
        </EmptyState>
      )}
      <ul className="mt-list" aria-label={t('meetings.present-list')}>
        {present.map((row) => (
          <li key={row.id}>
            <Row
              row={row}
              elements={elements}
              twice={twice.has(row.id)}
              mixed={mixed}
              onWithdraw={onWithdraw}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
