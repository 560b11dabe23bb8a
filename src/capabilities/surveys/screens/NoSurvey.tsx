// An address of a survey that this phone does not know.
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { t } from './words.ts'

export function NoSurvey({ place }: { place: string }) {
  return (
    <Page title={t('survey.gone')} back={{ href: `/d/${place}/survei`, label: t('survey.back') }}>
      <EmptyState icon="search" title={t('survey.gone')}>
        {t('survey.gone-why')}
      </EmptyState>
    </Page>
  )
}
