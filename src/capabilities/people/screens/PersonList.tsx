// Persons one under another, a page at a time: a list of thousands draws fifty.
import { type ReactNode, useState } from 'react'
import { useSearch } from 'wouter'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { ageInYear, isChild } from '../counting.ts'
import { useLocalPlaces, word } from '../hooks.browser.ts'
import { isPoor, placeOf } from '../looking.ts'
import { type PersonRow, personCollection } from '../person.ts'
import { peopleWords } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'

const t = translate(screenTexts)
const w = translate(peopleWords)
const pageOf = 50

/** Pages through any list: what to show, and the button for more. Another `search` begins at its first page. */
export function usePaged<T>(all: readonly T[], search: string): { shown: readonly T[]; more: ReactNode } {
  const [state, setState] = useState({ search, count: pageOf })
  const count = state.search === search ? state.count : pageOf
  const rest = Math.min(pageOf, all.length - count)
  return {
    shown: all.slice(0, count),
    more: rest > 0 && (
      <Button full onClick={() => setState({ search, count: count + pageOf })}>
        {t('list.more', { count: rest })}
      </Button>
    ),
  }
}

/** What stands under a name: where, relation, sex and age. */
export function usePersonLine(): (person: PersonRow) => string {
  const view = usePlaceView()
  const { lineOf } = useLocalPlaces()
  const day = today(zoneOf(view.place))
  return (person) => {
    const age = ageInYear(person.birthYear, day)
    return [
      word('sex', person.sex),
      age === null ? null : w('people.word.years', { count: age }),
      person.relation && word('relation', person.relation),
      lineOf(placeOf(view, person)),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

export function PersonBadges({ person }: { person: PersonRow }) {
  const view = usePlaceView()
  const pending = view.pending(personCollection, person.id)
  const day = today(zoneOf(view.place))
  return (
    <Cluster gap={2}>
      {pending === 'refused' && <StatusBadge status="refused" label={t('person.refused-short')} />}
      {pending === 'queued' && <StatusBadge status="waiting" label={t('list.unsent')} />}
      {person.state !== 'here' && <StatusBadge status="archive" label={word('state', person.state)} />}
      {isPoor(view, person) && <StatusBadge status="advice" label={w('people.word.poor')} />}
      {isChild(person.birthYear, day) && <StatusBadge status="later" label={w('people.word.child')} />}
      {person.doubts.some((doubt) => doubt !== 'region') && (
        <StatusBadge status="unverified" label={t('person.doubts')} />
      )}
    </Cluster>
  )
}

type PersonListProps = { place: string; people: readonly PersonRow[]; action?: ReactNode }

export function PersonList({ place, people, action }: PersonListProps) {
  const { shown, more } = usePaged(people, useSearch())
  const lineOf = usePersonLine()
  if (people.length === 0)
    return (
      <EmptyState icon="search" title={t('list.none')}>
        {t('list.none-why')}
      </EmptyState>
    )
  return (
    <>
      <Cluster justify="between">
        <p aria-live="polite">{t('list.found', { count: people.length })}</p>
        {action}
      </Cluster>
      <ul className="people-list" aria-label={t('list.persons')}>
        {shown.map((person) => (
          <li key={person.id}>
            <PersonLine
              name={person.name}
              detail={lineOf(person)}
              href={`/d/${place}/warga/${person.id}`}
              badges={<PersonBadges person={person} />}
            />
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
