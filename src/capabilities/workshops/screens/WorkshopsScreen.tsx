// All workshops of a village: what comes, what was held.
import { Redirect, useSearch } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { planMeeting } from '../../meetings/commands.ts'
import { useMeetingWords } from '../../meetings/door.browser.tsx'
import { isPending, type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { servesAs } from '../../programmes/serving.ts'
import { workshopsScreenTexts } from '../screen-texts.ts'
import { tools } from '../tools.browser.ts'
import { may, t, workshopRecord } from '../words.browser.ts'
import { Parts } from './Parts.tsx'

const byDay = (a: Meeting, b: Meeting) => `${a.date}${a.start}`.localeCompare(`${b.date}${b.start}`)
const useWorkshops = () => useRows<Meeting>(meetingCollection).filter(({ group }) => group === 'workshop')

function List({ place, title, found }: { place: string; title: string; found: readonly Meeting[] }) {
  const view = usePlaceView()
  const said = useMeetingWords(place)
  if (found.length === 0) return null
  const tasks = found.map((each) => {
    const { status, label, when, kind } = said(each)
    const used = tools.filter((tool) => tool.count(view, each.id) > 0).length
    const why = [kind, when, used > 0 ? t('workshops.used', { count: used }) : '']
    return {
      ...{ id: each.id, title: each.title, status, statusLabel: label },
      ...{ why: why.filter((part) => part && part !== each.title).join(' · ') },
      href: `/d/${place}/fgd/${each.id}`,
    }
  })
  return (
    <Section title={title} tone="plain">
      <TaskList label={title} tasks={tasks} />
    </Section>
  )
}

function WorkshopsScreen({ place }: ScreenProps) {
  const all = useWorkshops().sort(byDay)
  const plan = may(useRoles(place), planMeeting) && (
    <LinkButton href={`/d/${place}/fgd/baru`} variant="primary" icon="plus">
      {t('workshops.new')}
    </LinkButton>
  )
  return (
    <Page title={t('workshops.title')} subtitle={t('workshops.subtitle')} actions={all.length > 0 && plan}>
      <Stack>
        <Parts place={place} part="sessions" />
        <List place={place} title={t('workshops.now')} found={all.filter(isPending)} />
        <List
          place={place}
          title={t('workshops.done')}
          found={all.filter((each) => !isPending(each)).reverse()}
        />
        {all.length === 0 && (
          <EmptyState icon="megaphone" title={t('workshops.empty')} actions={plan}>
            {t('workshops.empty-why')}
          </EmptyState>
        )}
      </Stack>
    </Page>
  )
}

/** The workshop that a gate asks about; without one, all of them. */
function WorkshopsOrOne(props: ScreenProps) {
  const params = new URLSearchParams(useSearch())
  const kind = params.get('jenis')
  const of = useWorkshops()
    .filter((each) => each.state !== 'cancelled' && servesAs(each, params.get('pendaftaran'), kind))
    .sort(byDay)
  const asked = kind === null ? undefined : (of.findLast(({ state }) => state === 'closed') ?? of[0])
  if (asked) return <Redirect to={`/d/${props.place}/fgd/${asked.id}`} replace />
  return <WorkshopsScreen {...props} />
}

export default listScreen(
  { ...workshopRecord, title: workshopsScreenTexts['workshops.title'] },
  WorkshopsOrOne,
)
