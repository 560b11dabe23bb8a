// A meeting that this phone does not have.

import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { t } from './words.tsx'

export function NotHere({ place }: { place: string }) {
  return (
    <Page title={t('meetings.not-here')} back={{ href: `/d/${place}/rapat`, label: t('meetings.back') }}>
      <EmptyState
        icon="search"
        title={t('meetings.not-here')}
        actions={
          <LinkButton href={`/d/${place}/rapat`} variant="primary">
            {t('meetings.title')}
          </LinkButton>
        }
      >
        {t('meetings.not-here-why')}
      </EmptyState>
    </Page>
  )
}
