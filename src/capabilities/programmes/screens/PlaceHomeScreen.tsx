// The first screen of a place: where are we, what is missing, what to do next, what is late.

import type { ReactNode } from 'react'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { useStanding } from '../../../platform/browser/hooks.tsx'
import { NotWhole } from '../../../platform/browser/NotWhole.tsx'
import { useAgencies, useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { whyNotWhole } from '../../../platform/browser/record-state.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { useNarrow } from '../../../platform/browser/ui/narrow.ts'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { NotCome, useFetched } from '../../../platform/browser/use-fetched.tsx'
import { runners } from '../roles.ts'
import { HomeEnrolment } from './HomeEnrolment.tsx'
import { useEnrolments } from './use-progress.ts'
import { WaitsToCome } from './WaitsToCome.tsx'
import { t } from './words.tsx'

/** The lists come after the home stands; it stands without them too. */
const fetchLists = () =>
  Promise.all([import('./HomeWaits.tsx'), import('./HomeLists.tsx')]).then((pieces) => ({
    Waits: pieces[0].HomeWaits,
    Lists: pieces[1].HomeLists,
  }))

/** That there is none, as far as may be known: who works for an agency is shown the programmes that are its task. */
function NoProgramme(props: { place: string; mayEnrol: boolean; none: boolean; link: ReactNode }) {
  const { place, mayEnrol, none, link } = props
  const agency = useAgencies(place).join(', ')
  if (!none) return agency ? <Notice tone="info">{t('home.of-agency', { agency })}</Notice> : null
  const why = mayEnrol ? t('home.no-programme-why') : t('home.no-programme-others')
  return (
    <EmptyState
      icon="flag"
      title={agency ? t('home.none-of-agency', { agency }) : t('home.no-programme')}
      actions={mayEnrol && link}
      level={2}
    >
      {agency ? t('home.none-of-agency-why') : why}
    </EmptyState>
  )
}

export default function PlaceHomeScreen({ place }: ScreenProps) {
  const enrolments = useEnrolments()
  const roles = useRoles(place)
  // Held upright, a phone shows the next step; the rest is one press away.
  const narrow = useNarrow()
  const name = usePlaceName(place)
  const { got, missing } = useFetched(fetchLists)
  // Over a copy that is not whole yet nothing is counted, and nothing is said not to be.
  const whole = whyNotWhole(useStanding(place)) === null
  const mayEnrol = roles.some((role) => runners.includes(role))
  const enrolLink = (
    <LinkButton
      href={`/d/${place}/program/baru`}
      variant={enrolments.length === 0 ? 'primary' : 'quiet'}
      icon="plus"
    >
      {enrolments.length === 0 ? t('home.enrol') : t('home.another')}
    </LinkButton>
  )
  return (
    <Page
      title={name.title}
      subtitle={name.line}
      width="wide"
      actions={mayEnrol && enrolments.length > 0 && !narrow && enrolLink}
    >
      <NotWhole place={place} />
      <NoProgramme {...{ place, mayEnrol }} none={enrolments.length === 0 && whole} link={enrolLink} />
      {whole && !missing && (got ? <got.Waits place={place} /> : <WaitsToCome />)}
      {enrolments.map((enrolment, at) => (
        <HomeEnrolment key={enrolment.id} place={place} enrolment={enrolment} folded={narrow && at > 0} />
      ))}
      {whole && got && <got.Lists place={place} />}
      {whole && missing && <NotCome />}
      {mayEnrol && enrolments.length > 0 && narrow && enrolLink}
    </Page>
  )
}
