// Somebody else changed the same thing meanwhile: both values stand in the summary, and a person decides.
import type { Refusal } from '../../../kernel/refusal.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { t } from './words.tsx'

export function KeepMine({ refusals, onKeep }: { refusals: readonly Refusal[]; onKeep: () => void }) {
  if (!refusals.some((each) => each.code === 'meetings.changed-since')) return null
  return (
    <Notice
      tone="warn"
      title={t('meetings.changed-both')}
      action={<Button onClick={onKeep}>{t('meetings.keep-mine')}</Button>}
    />
  )
}
