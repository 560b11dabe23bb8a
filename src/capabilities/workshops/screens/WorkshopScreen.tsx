// One workshop: what it does next, and the tools it works with.
import { fill } from '../../../kernel/text.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { useMeetingWords } from '../../meetings/door.browser.tsx'
import { isPending, type Meeting } from '../../meetings/meeting.ts'
import { tools } from '../tools.browser.ts'
import { dayText, t, workshopRecord } from '../words.browser.ts'
import { DiscussedSection } from './DiscussedSection.tsx'

type Props = { place: string; meeting: Meeting }

function Tools({ place, meeting }: Props) {
  const view = usePlaceView()
  const tasks = tools.map((tool): Task => {
    const count = tool.count(view, meeting.id)
    return {
      ...{ id: tool.id, title: fill(tool.title, language()), why: fill(tool.hint, language()) },
      status: count > 0 ? 'done' : 'later',
      statusLabel: count > 0 ? t('workshops.used', { count }) : t('workshops.not-used'),
      href: `/d/${place}/fgd/${meeting.id}/${tool.path}`,
    }
  })
  return (
    <Section title={t('workshops.tools')} subtitle={t('workshops.tools-why')}>
      <TaskList label={t('workshops.tools')} tasks={tasks} />
    </Section>
  )
}

/** The numbered decisions of the minutes: what was agreed, and who does it by when. */
function Agreed({ meeting }: Props) {
  if (meeting.state !== 'closed' || meeting.decisions.length === 0) return null
  return (
    <Section title={t('workshops.agreed')}>
      <ol className="rb-numbered">
        {meeting.decisions.map(({ id, text, responsible, due }) => (
          <li key={id}>
            {text}
            {responsible && due && <> ({t('workshops.by-whom', { who: responsible, day: dayText(due) })})</>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function WorkshopPage({ place, row: meeting }: RecordProps<Meeting>) {
  const { status, label, when, kind } = useMeetingWords(place)(meeting)
  const begun = meeting.state === 'open' || !isPending(meeting)
  return (
    <Page
      title={meeting.title}
      subtitle={[kind, when].filter((part) => part !== meeting.title).join(' · ')}
      back={{ href: `/d/${place}/fgd`, label: t('workshops.back') }}
      badge={<StatusBadge status={status} label={label} />}
      actions={
        <LinkButton
          href={`/d/${place}/rembug/${meeting.id}`}
          icon="calendar"
          variant={begun ? 'quiet' : 'primary'}
        >
          {t('workshops.to-meeting')}
        </LinkButton>
      }
    >
      <Stack gap={5}>
        {!begun && <Notice tone="info">{t('workshops.not-begun-yet')}</Notice>}
        <Agreed place={place} meeting={meeting} />
        <Tools place={place} meeting={meeting} />
        <DiscussedSection place={place} meeting={meeting} />
      </Stack>
    </Page>
  )
}

export default recordScreen(workshopRecord, WorkshopPage)
