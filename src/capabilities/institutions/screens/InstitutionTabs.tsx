// The four ways of looking at the institutions of a village.
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { type Assessment, assessmentCollection } from '../assessment.ts'
import { activeIn } from '../view.ts'
import { t } from './words.ts'

export type InstitutionPart = 'list' | 'venn' | 'network' | 'fgd'
const paths: Readonly<Record<InstitutionPart, string>> = {
  ...{ list: '', venn: '/venn', network: '/jejaring', fgd: '/fgd' },
}

export function InstitutionTabs({ place, part }: { place: string; part: InstitutionPart }) {
  const view = usePlaceView()
  const counts: Partial<Record<InstitutionPart, number>> = {
    list: activeIn(view).length,
    fgd: view.all<Assessment>(assessmentCollection).length,
  }
  const parts = Object.keys(paths) as InstitutionPart[]
  return (
    <Tabs
      label={t('picture.tabs')}
      tabs={parts.map((each) => ({
        href: `/d/${place}/lembaga${paths[each]}`,
        label: t(`picture.tab-${each}`),
        count: counts[each],
        current: each === part,
      }))}
    />
  )
}
