// What is adopted with a result: the edition, whether residents saw it, and what is not settled yet.
import { LinkButton } from '../../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import type { ListingRow, ObjectionRow } from '../../listing.ts'
import { dayText, surveyPath } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { editionOf, unsettled } from '../list-rules.ts'
import { a } from './agree-words.ts'

type Props = {
  place: string
  survey: SurveyRow
  listing: ListingRow
  objections: readonly ObjectionRow[]
  /** The day it is adopted on, as far as it is typed. */
  on: string
}

export function Adopting({ place, survey, listing, objections, on }: Props) {
  const { open, until } = unsettled(listing, objections, on)
  const why = [
    open > 0 && a('adopt.open', { count: open }),
    until !== null && a('adopt.running', { until: dayText(until) }),
  ]
    .filter(Boolean)
    .join('. ')
  return (
    <Section title={a('adopt.title')}>
      <p className="rb-number">
        {a('adopt.count', { edition: editionOf(listing), count: listing.households.length })}
      </p>
      {!listing.shown && (
        <Notice tone="advice" title={a('adopt.not-shown')}>
          {a('adopt.not-shown-why')}
        </Notice>
      )}
      {why && (
        <Notice
          tone="warn"
          title={why}
          action={
            <LinkButton href={surveyPath(place, survey.id, 'daftar/keberatan')}>{a('adopt.see')}</LinkButton>
          }
        />
      )}
    </Section>
  )
}
