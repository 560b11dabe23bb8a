// The buttons of a judgement: the two that are used most, and the others behind one.
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Menu } from '../../../../platform/browser/ui/action/Menu.tsx'
import type { SubmissionRow } from '../../submission.ts'
import { type Verdict, verdictsFor } from './judging.ts'
import { r } from './review-words.ts'

type Props = { rows: readonly SubmissionRow[]; onPick: (verdict: Verdict) => void }

export function VerdictButtons({ rows, onPick }: Props) {
  const fitting = verdictsFor(rows)
  const few = fitting.length <= 2
  const rest: readonly Verdict[] = few ? [] : fitting.filter((each) => each !== 'approve' && each !== 'back')
  return (
    <>
      {fitting
        .filter((each) => !rest.includes(each))
        .map((each) => (
          <Button
            key={each}
            variant={each === 'approve' ? 'primary' : each === 'reject' ? 'danger' : 'quiet'}
            icon={each === 'approve' ? 'check' : undefined}
            onClick={() => onPick(each)}
          >
            {r(`judge.${each}`)}
          </Button>
        ))}
      {rest.length > 0 && (
        <Menu
          up
          trigger={r('judge.more')}
          items={rest.map((each) => ({
            label: r(`judge.${each}`),
            danger: each === 'reject',
            onSelect: () => onPick(each),
          }))}
        />
      )}
    </>
  )
}
