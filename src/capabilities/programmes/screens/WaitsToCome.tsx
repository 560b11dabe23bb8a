// The place of what waits for somebody, kept until it is known, so that nothing below it jumps.
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { t } from './words.tsx'

export const WaitsToCome = () => (
  <Section title={t('home.waits')}>
    <Loading label={t('home.waits')} count={1} />
  </Section>
)
