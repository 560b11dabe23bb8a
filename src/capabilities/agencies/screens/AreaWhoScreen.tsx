// /siapa/:area: who is who at a district, city, province or the nation, and above it. It needs a network.

import { isPlaceCode } from '../../../kernel/place-code.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhoneState } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { usePlaceTitle } from '../../places/door.browser.tsx'
import type { WhoAt } from '../agency.ts'
import { whoReaders } from '../roles.ts'
import { AddButtons, WhoList } from './WhoList.tsx'
import { t } from './words.ts'

export default function AreaWhoScreen({ params }: ScreenProps) {
  const { area = '' } = params
  const mayRead = useRoles(area).some((role) => (whoReaders as readonly string[]).includes(role))
  const no = !isPlaceCode(area) ? t('who.wrong-place') : mayRead ? null : t('who.forbidden')
  if (no === null) return <AreaWho area={area} />
  return (
    <Page title={t('who.title')}>
      <EmptyState icon="lock" level={2} title={no} />
    </Page>
  )
}

function AreaWho({ area }: { area: string }) {
  const name = usePlaceTitle(area)
  const { line, entries } = usePhoneState()
  // Asked again when the line comes back, and when what was given here has gone out.
  const answer = useAnswer<WhoAt>('agencies.at', { place: area }, `${line} ${entries.length}`)
  const got = answer.value ?? null
  const empty = got !== null && ![...got.agencies, ...got.posts].some(({ place }) => place === area)
  return (
    <Page
      title={t('who.title')}
      subtitle={`${name}. ${t('who.intro')}`}
      actions={got && <AddButtons place={area} own={got} />}
    >
      {!got && <AnswerRest answer={answer} label={t('who.loading')} />}
      {empty && (
        <EmptyState icon="people" title={t('who.none')} level={2}>
          {t('who.none-why')}
        </EmptyState>
      )}
      {got && <WhoList place={area} own={got} />}
    </Page>
  )
}
