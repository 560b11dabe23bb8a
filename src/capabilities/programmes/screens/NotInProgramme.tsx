// Where an enrolment is on this phone and what a screen of it shows is not: its definition, or a stage of that.
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import type { Programme } from '../definition.ts'
import { t } from './all-words.ts'
import { words } from './words.tsx'

/** `programme`: the definition, where it is here and only the stage is not in it. */
export function NotInProgramme({ place, programme }: { place: string; programme: Programme | undefined }) {
  const href = `/d/${place}`
  return (
    <Page
      title={programme ? words(programme.title) : t('home.cycle')}
      back={{ href, label: t('home.cycle') }}
    >
      {programme ? (
        <EmptyState
          icon="tasks"
          level={2}
          title={t('stage.none')}
          actions={
            <LinkButton href={href} variant="primary">
              {t('home.cycle')}
            </LinkButton>
          }
        >
          {t('stage.none-why')}
        </EmptyState>
      ) : (
        <Notice tone="offline">{t('home.loading-definition')}</Notice>
      )}
    </Page>
  )
}
