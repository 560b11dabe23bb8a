// What came of enrolling many villages, and what is said of the lines that were pasted for it.
import { ProgressBar } from '../../../platform/browser/ui/feedback/ProgressBar.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { t } from './all-words.ts'
import { mostAtOnce, type PastedLine } from './pasted.ts'

export type Judged = { code: string; name: string; done: boolean; why: string }

const lineTask = ({ line, name, verdict }: PastedLine, at: number): Task => ({
  id: `line ${at}`,
  title: name ? `${name} · ${line}` : line,
  status: verdict === 'ok' ? 'done' : verdict === 'twice' || verdict === 'unread' ? 'later' : 'refused',
  statusLabel: t(`list.verdict-${verdict}`, { most: mostAtOnce }),
})

/** A line that was pasted, with what is to be said of it now. */
export const verdictTask =
  (isDone: (code: string) => boolean) =>
  (pasted: PastedLine, at: number): Task => {
    const task = lineTask(pasted, at)
    return pasted.code && isDone(pasted.code) ? { ...task, statusLabel: t('list.verdict-done') } : task
  }

const resultTask = ({ code, name, done, why }: Judged): Task => ({
  id: code,
  title: name,
  status: done ? 'done' : 'refused',
  statusLabel: t(done ? 'list.verdict-done' : 'list.refused'),
  why: why || undefined,
  ...(done ? { href: `/d/${code}` } : {}),
})

type Props = {
  judged: readonly Judged[]
  total: number
  /** The pasted lines that were left out of it. */
  left: readonly PastedLine[]
}

/** What came of it, village by village; what did not go comes first, and what was left out stands with it. */
export function EnrolResult({ judged, total, left }: Props) {
  if (total === 0) return null
  const done = judged.filter((each) => each.done).length
  const order = judged.toSorted((one, other) => Number(one.done) - Number(other.done))
  return (
    <Section title={t('list.result')}>
      <ProgressBar
        label={t('list.result')}
        value={judged.length}
        max={total}
        text={[
          t('list.done', { count: done }),
          ...(judged.length > done ? [t('list.not-done', { count: judged.length - done })] : []),
          ...(left.length > 0 ? [t('list.left', { count: left.length })] : []),
        ].join(', ')}
      />
      <TaskList label={t('list.result')} tasks={[...left.map(lineTask), ...order.map(resultTask)]} />
    </Section>
  )
}
