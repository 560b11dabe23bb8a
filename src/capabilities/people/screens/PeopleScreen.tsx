// warga: everybody on record, found by name, RT, poverty and element; and the households.
import './people.css'
import { useMemo, useState } from 'react'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { SearchFilter, SelectFilter } from '../../../platform/browser/filters.tsx'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { useHouseholds, useLocalPlaces, usePeople, word } from '../hooks.browser.ts'
import { registerMany } from '../household.ts'
import { noteViews } from '../journal.browser.ts'
import { isPoor, namedLike, placeOf } from '../looking.ts'
import { type PersonRow, registerPerson } from '../person.ts'
import { personRecord } from '../records.browser.ts'
import { screenTexts } from '../texts-screens.ts'
import { exportPeople } from './export.ts'
import { HouseholdList } from './HouseholdList.tsx'
import { NumberSearch } from './NumberSearch.tsx'
import { PersonList } from './PersonList.tsx'

const t = translate(screenTexts)

function PeopleScreen({ place }: ScreenProps) {
  const [filter] = useFilters()
  const people = usePeople()
  const households = useHouseholds()
  const roles = useRoles(place)
  const residents = people.filter((person) => person.state === 'here').length
  const homes = filter('bagian') === 'keluarga'
  const may = (command: { roles: readonly string[] }) => roles.some((role) => command.roles.includes(role))
  const here = `/d/${place}`
  return (
    <Page
      title={t('list.title')}
      subtitle={t('list.subtitle', { persons: residents, households: households.length })}
      actions={
        <>
          {may(registerPerson) && (
            <LinkButton
              href={homes ? `${here}/keluarga/baru` : `${here}/warga/baru`}
              variant="primary"
              icon="plus"
            >
              {homes ? t('list.add-home') : t('list.add')}
            </LinkButton>
          )}
          {may(registerMany) && (
            <LinkButton href={`${here}/warga/impor`} icon="file">
              {t('list.import')}
            </LinkButton>
          )}
        </>
      }
    >
      <Tabs
        label={t('list.parts')}
        tabs={[
          { href: `${here}/warga`, label: t('list.persons'), count: residents, current: !homes },
          {
            href: `${here}/warga?bagian=keluarga`,
            label: t('list.households'),
            count: households.length,
            current: homes,
          },
        ]}
      />
      {homes ? <HouseholdList place={place} /> : <People place={place} people={people} />}
      {may({ roles: ['facilitator', 'board-secretary', 'village-head'] }) && <NumberSearch place={place} />}
    </Page>
  )
}

function usePeopleFound(people: readonly PersonRow[]): PersonRow[] {
  const view = usePlaceView()
  const [filter] = useFilters()
  const [name, rt, element, show] = [filter('q'), filter('rt'), filter('unsur'), filter('tampil')]
  const { all } = useLocalPlaces()
  return useMemo(() => {
    const below = new Set([rt])
    // A hamlet or an RW takes those below it along; parents come before children nowhere, so go round twice.
    for (let round = 0; round < 3; round++)
      for (const each of all) if (each.parent && below.has(each.parent)) below.add(each.id)
    const shown = (person: PersonRow): boolean => {
      if (show === 'pindah') return person.state !== 'here'
      if (person.state !== 'here') return false
      if (show === 'miskin') return isPoor(view, person)
      if (show === 'cek') return person.doubts.some((doubt) => doubt !== 'region')
      return show !== 'belum' || view.pending('people.person', person.id) !== undefined
    }
    const fits = (person: PersonRow): boolean =>
      shown(person) &&
      (rt === '' || below.has(placeOf(view, person) ?? '-')) &&
      (element === '' || person.elements.includes(element))
    return namedLike(people.filter(fits), name)
  }, [people, view, name, rt, element, show, all])
}

function People({ place, people }: { place: string; people: readonly PersonRow[] }) {
  const phone = usePhone()
  const view = usePlaceView()
  const [busy, setBusy] = useState(false)
  const { lineOf } = useLocalPlaces()
  const found = usePeopleFound(people)
  if (people.length === 0)
    return (
      <EmptyState icon="people" title={t('list.empty')}>
        {t('list.empty-why')}
      </EmptyState>
    )
  const download = async () => {
    setBusy(true)
    try {
      await exportPeople(found, { view, lineOf })
      await noteViews(
        phone,
        place,
        'export',
        found.map((person) => person.id),
      )
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Filters people={people} />
      <PersonList
        place={place}
        people={found}
        action={
          <Button
            icon="download"
            loading={busy}
            disabled={found.length === 0}
            onClick={() => void download()}
          >
            {busy ? t('list.exporting') : t('list.export')}
          </Button>
        }
      />
    </>
  )
}

function Filters({ people }: { people: readonly PersonRow[] }) {
  const [filter] = useFilters()
  const { options } = useLocalPlaces()
  const elements = useMemo(() => [...new Set(people.flatMap((person) => person.elements))].sort(), [people])
  const active = ['rt', 'tampil', 'unsur'].filter((name) => filter(name) !== '').length
  const shows = [
    ['miskin', t('list.poor')],
    ['cek', t('list.doubt')],
    ['belum', t('list.unsent')],
    ['pindah', t('list.gone')],
  ] as const
  return (
    <>
      <SearchFilter name="q" label={t('list.search')} clearLabel={t('list.clear')} />
      <details className="people-details" open={active > 0 || undefined}>
        <summary>
          <Icon name="filter" /> {active > 0 ? t('list.filtered', { count: active }) : t('list.filter')}
        </summary>
        <div className="people-filters">
          <SelectFilter name="rt" label={t('list.rt')} emptyLabel={t('list.all')} options={options} />
          <SelectFilter
            name="tampil"
            label={t('list.show')}
            emptyLabel={t('list.all')}
            options={shows.map(([value, label]) => ({ value, label }))}
          />
          <SelectFilter
            name="unsur"
            label={t('list.element')}
            emptyLabel={t('list.all')}
            options={elements.map((value) => ({ value, label: word('element', value) }))}
          />
        </div>
      </details>
    </>
  )
}

export default listScreen({ ...personRecord, title: screenTexts['list.title'] }, PeopleScreen)
