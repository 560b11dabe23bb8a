// What stands in place of an answer: that it is on its way, or why it does not come.
import { translate } from '../language.ts'
import { f } from '../texts.ts'
import { Button } from '../ui/action/Button.tsx'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Loading } from '../ui/feedback/Loading.tsx'
import type { IconName } from '../ui/Icon.tsx'
import { askingTexts } from './asking-texts.ts'
import type { Fault } from './fault.ts'
import type { Answer } from './use-answer.ts'

const t = translate(askingTexts)
const icons: Readonly<Record<Fault['kind'], IconName>> = {
  offline: 'cloud-off',
  unreached: 'cloud-off',
  forbidden: 'lock',
  none: 'file',
  refused: 'alert',
}
/** What may go otherwise the next time. */
const passing: readonly Fault['kind'][] = ['offline', 'unreached', 'refused']

type FaultProps = { fault: Fault; again: () => void; busy?: boolean; level?: 2 | 3 | undefined }

/** Each fault has its own title and what to do; the server's sentence says what it was about. */
export function AnswerFault({ fault: { kind, message }, again, busy, level = 2 }: FaultProps) {
  const button = passing.includes(kind) && (
    <Button icon="refresh" loading={busy} onClick={again}>
      {f('frame.try-again')}
    </Button>
  )
  return (
    <div role="status">
      <EmptyState icon={icons[kind]} title={t(kind)} level={level} actions={button}>
        {[message, t(`${kind}-why`)].filter(Boolean).join(' ')}
      </EmptyState>
    </div>
  )
}

type Props = {
  answer: Pick<Answer<unknown>, 'fault' | 'again' | 'busy'>
  /** What is on its way, in words. */
  label: string
  shape?: 'rows' | 'cards' | 'lines'
  level?: 2 | 3
}

/** To be shown while an answer has no value. */
export function AnswerRest({ answer: { fault, again, busy }, label, shape = 'rows', level }: Props) {
  if (fault) return <AnswerFault {...{ fault, again, busy, level }} />
  return <Loading label={label} shape={shape} />
}
