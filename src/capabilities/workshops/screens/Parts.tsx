// The parts of the page about workshops, each at its own address.
import { useRows } from '../../../platform/browser/hooks.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { type Aspiration, aspirationCollection } from '../aspiration.ts'
import { type Theme, themeCollection } from '../session.ts'
import { t } from '../words.browser.ts'

export type WorkshopsPart = 'sessions' | 'themes' | 'aspirations'

export function Parts({ place, part }: { place: string; part: WorkshopsPart }) {
  const sessions = useRows<Meeting>(meetingCollection).filter(({ group }) => group === 'workshop').length
  const themes = useRows<Theme>(themeCollection).filter(({ withdrawn }) => !withdrawn).length
  const said = useRows<Aspiration>(aspirationCollection).filter(({ withdrawn }) => !withdrawn).length
  const tabs = [
    { part: 'sessions', href: `/d/${place}/fgd`, label: t('workshops.sessions'), count: sessions },
    { part: 'themes', href: `/d/${place}/fgd/tema`, label: t('workshops.themes'), count: themes },
    { part: 'aspirations', href: `/d/${place}/fgd/aspirasi`, label: t('workshops.aspirations'), count: said },
  ]
  return (
    <Tabs
      label={t('workshops.parts')}
      tabs={tabs.map(({ part: own, ...tab }) => ({ ...tab, current: own === part }))}
    />
  )
}
