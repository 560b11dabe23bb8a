// /d/:place/siapa: who is who in a village, also without signal; with signal the agencies above it too.
import { faultSentence } from '../../../platform/browser/asking/fault-sentence.ts'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhoneState, useRows } from '../../../platform/browser/hooks.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { type Agency, agencyCollection, type Post, postCollection, type WhoAt } from '../agency.ts'
import { whoReaders } from '../roles.ts'
import { agenciesTexts } from '../texts.ts'
import { AddButtons, WhoList } from './WhoList.tsx'
import { t } from './words.ts'

function VillageWhoScreen({ place }: ScreenProps) {
  const { line } = usePhoneState()
  const here = { agencies: useRows<Agency>(agencyCollection), posts: useRows<Post>(postCollection) }
  const answer = useAnswer<WhoAt>('agencies.at', { place }, line)
  const got = answer.value ?? { agencies: [], posts: [] }
  const above = <Row extends { place: string }>(rows: readonly Row[]) =>
    rows.filter((row) => row.place !== place)
  const own = {
    agencies: [...here.agencies, ...above(got.agencies)],
    posts: [...here.posts, ...above(got.posts)],
  }
  const empty = here.agencies.length === 0 && here.posts.length === 0
  return (
    <Page title={t('who.title')} subtitle={t('who.intro')} actions={<AddButtons place={place} own={own} />}>
      {empty && (
        <EmptyState icon="people" title={t('who.none')} level={2}>
          {t('who.none-why')}
        </EmptyState>
      )}
      {answer.fault && (
        <Notice tone={answer.fault.kind === 'offline' ? 'offline' : 'warn'}>
          {answer.fault.kind === 'offline' ? t('who.above-offline') : faultSentence(answer.fault)}
        </Notice>
      )}
      <WhoList place={place} own={own} />
      {!answer.value && !answer.fault && <Loading label={t('who.loading')} shape="rows" />}
    </Page>
  )
}

export default listScreen(
  {
    ...{ collection: postCollection, icon: 'people', readers: whoReaders },
    title: agenciesTexts['who.title'],
  },
  VillageWhoScreen,
)
