// What goes on in this village only when the person who looks does something, whichever capability it is of.
import { fill } from '../../../kernel/text.ts'
import { language } from '../../../platform/browser/language.ts'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { t } from './all-words.ts'
import { ShowAll, useFirst } from './ShowAll.tsx'
import { useEntries } from './use-entries.ts'
import { WaitsToCome } from './WaitsToCome.tsx'
import { dayText } from './words.tsx'

/** What did not come of it is said once, below, where the other lists are. */
export function HomeWaits({ place }: { place: string }) {
  const { told, missing } = useEntries((composed, view, asker) => composed.waits(view, asker))
  const waiting = told ?? []
  const { shown, more } = useFirst(waiting, useNarrow() ? 2 : undefined)
  if (!told) return missing ? null : <WaitsToCome />
  if (waiting.length === 0)
    return missing ? null : (
      <Section title={t('home.waits')}>
        <p className="rb-soft">{t('home.waits-none')}</p>
      </Section>
    )
  const tasks = shown.map(
    ({ id, title, path, since, due, late }, index): Task => ({
      id,
      title: fill(title, language()),
      status: late ? 'late' : index === 0 ? 'next' : 'later',
      statusLabel: t(late ? 'home.waits-late' : 'home.waits-now'),
      why: due ? t('home.waits-due', { on: dayText(due) }) : t('home.waits-since', { on: dayText(since) }),
      href: `/d/${place}/${path}`,
    }),
  )
  return (
    <Section title={t('home.waits')}>
      <TaskList label={t('home.waits')} tasks={tasks} />
      <ShowAll count={waiting.length} more={more} />
    </Section>
  )
}
