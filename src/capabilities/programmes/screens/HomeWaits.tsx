// What goes on in this village only when the person who looks does something, whichever capability it is of.
import { fill } from '../../../kernel/text.ts'
import { language } from '../../../platform/browser/language.ts'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { ShowAll, useFirst } from './ShowAll.tsx'
import { useEntries } from './use-entries.ts'
import { dayText, t } from './words.tsx'

/** What did not come of it is said once, below, where the other lists are. */
export function HomeWaits({ place }: { place: string }) {
  const { told } = useEntries((composed, view, asker) => composed.waits(view, asker))
  const waiting = told ?? []
  const { shown, more } = useFirst(waiting)
  if (waiting.length === 0) return null
  const tasks = shown.map(
    ({ id, title, path, since, late }, index): Task => ({
      id,
      title: fill(title, language()),
      status: late ? 'late' : index === 0 ? 'next' : 'later',
      statusLabel: t(late ? 'home.waits-late' : 'home.waits-now'),
      why: t('home.waits-since', { on: dayText(since) }),
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
