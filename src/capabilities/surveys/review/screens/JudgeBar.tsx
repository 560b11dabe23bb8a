// The foot of the queue while something is selected: judge them all at once.
import { useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import type { SubmissionRow } from '../../submission.ts'
import { JudgeDialog } from './JudgeDialog.tsx'
import type { Verdict } from './judging.ts'
import { r } from './review-words.ts'
import { VerdictButtons } from './VerdictButtons.tsx'

type Props = { place: string; rows: readonly SubmissionRow[]; onDone: () => void; onClear: () => void }

export function JudgeBar({ place, rows, onDone, onClear }: Props) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  return (
    <section className="sv-judge-bar" aria-label={r('queue.selected', { count: rows.length })}>
      <strong role="status">{r('queue.selected', { count: rows.length })}</strong>
      <div className="sv-judge-buttons">
        <VerdictButtons rows={rows} onPick={setVerdict} />
        <Button variant="link" onClick={onClear}>
          {r('queue.unselect')}
        </Button>
      </div>
      <JudgeDialog
        place={place}
        rows={rows}
        verdict={verdict}
        onCancel={() => setVerdict(null)}
        onDone={() => {
          setVerdict(null)
          onDone()
        }}
      />
    </section>
  )
}
