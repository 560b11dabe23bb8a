// Households one under another, named by their heads.
import { useMemo } from 'react'
import { useSearch } from 'wouter'
import { SearchFilter, SelectFilter } from '../../../platform/browser/filters.tsx'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { useHouseholds, useLocalPlaces, useMembers } from '../hooks.browser.ts'
import type { HouseholdRow } from '../household.ts'
import { searchable } from '../names.ts'
import { type PersonRow, personCollection } from '../person.ts'
import { peopleWords } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { usePaged } from './PersonList.tsx'

const t = translate(screenTexts)
const w = translate(peopleWords)

type Shown = { home: HouseholdRow; name: string }

function useHouseholdsFound(): Shown[] {
  const view = usePlaceView()
  const households = useHouseholds()
  const [filter] = useFilters()
  const [typed, rt, show] = [filter('q'), filter('rt'), filter('tampil')]
  return useMemo(() => {
    const wanted = searchable(typed)
    const nameOf = (home: HouseholdRow) =>
      (home.head ? view.get<PersonRow>(personCollection, home.head)?.name : undefined) ?? t('home.nameless')
    return households
      .filter((home) => (rt === '' || home.localPlace === rt) && (show !== 'miskin' || home.poor))
      .map((home) => ({ home, name: nameOf(home) }))
      .filter(({ home, name }) => searchable(`${name} ${home.address ?? ''}`).includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
  }, [households, view, typed, rt, show])
}

export function HouseholdList({ place }: { place: string }) {
  const { options, lineOf } = useLocalPlaces()
  const members = useMembers()
  const found = useHouseholdsFound()
  const { shown, more } = usePaged(found, useSearch())
  const detail = (home: HouseholdRow) => {
    const known = (members.get(home.id) ?? []).filter((person) => person.state === 'here').length
    return [`${known} ${t('list.members').toLowerCase()}`, lineOf(home.localPlace), home.address]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <>
      <SearchFilter name="q" label={t('list.search-home')} clearLabel={t('list.clear')} />
      <div className="people-filters">
        <SelectFilter name="rt" label={t('list.rt')} emptyLabel={t('list.all')} options={options} />
        <SelectFilter
          name="tampil"
          label={t('list.show')}
          emptyLabel={t('list.all')}
          options={[{ value: 'miskin', label: t('list.poor') }]}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState icon="house" title={t('list.none')}>
          {t('list.none-why')}
        </EmptyState>
      ) : (
        <>
          <p aria-live="polite">{t('list.found', { count: found.length })}</p>
          <ul className="people-list" aria-label={t('list.households')}>
            {shown.map(({ home, name }) => (
              <li key={home.id}>
                <PersonLine
                  name={name}
                  detail={detail(home)}
                  href={`/d/${place}/keluarga/${home.id}`}
                  badges={home.poor && <StatusBadge status="advice" label={w('people.word.poor')} />}
                />
              </li>
            ))}
          </ul>
          {more}
        </>
      )}
    </>
  )
}
