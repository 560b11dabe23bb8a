// keluarga/:id: a household and who lives in it.
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { householdRecord } from '../records.browser.ts'
import './people.css'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { PersonLine } from '../../../platform/browser/ui/records/PersonLine.tsx'
import { useLocalPlaces, useMembers, useNoteView, word } from '../hooks.browser.ts'
import { changeHousehold, type HouseholdRow } from '../household.ts'
import { type PersonRow, personCollection, registerPerson } from '../person.ts'
import { peopleWords } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { relations } from '../words.ts'
import { PersonBadges, usePersonLine } from './PersonList.tsx'
import { SealedValues } from './SealedValues.tsx'

const t = translate(screenTexts)
const w = translate(peopleWords)
const rank = (person: PersonRow) => (person.relation ? relations.indexOf(person.relation) : relations.length)

function Household({ place, row }: RecordProps<HouseholdRow>) {
  useNoteView('household', row.id)
  const view = usePlaceView()
  const roles = useRoles(place)
  const { lineOf } = useLocalPlaces()
  const may = (command: { roles: readonly string[] }) => roles.some((role) => command.roles.includes(role))
  const head = row.head ? view.get<PersonRow>(personCollection, row.head) : undefined
  return (
    <Page
      title={head ? t('home.title', { name: head.name }) : t('home.nameless')}
      back={{ href: `/d/${place}/warga?bagian=keluarga`, label: t('home.back') }}
      badge={row.poor && <StatusBadge status="advice" label={w('people.word.poor')} />}
      actions={
        <>
          {may(registerPerson) && (
            <LinkButton href={`/d/${place}/warga/baru?keluarga=${row.id}`} variant="primary" icon="plus">
              {t('home.add-member')}
            </LinkButton>
          )}
          {may(changeHousehold) && (
            <LinkButton href={`/d/${place}/keluarga/${row.id}/ubah`} icon="pencil">
              {t('person.edit')}
            </LinkButton>
          )}
        </>
      }
    >
      <Members place={place} row={row} />
      <Section title={t('person.facts')}>
        <FactGrid
          facts={[
            { label: t('field.localPlace'), value: lineOf(row.localPlace) ?? t('list.no-place') },
            { label: t('field.address'), value: row.address ?? t('person.nothing') },
            {
              label: t('person.poverty'),
              value: row.poorSource ? word('poor-source', row.poorSource) : t('person.not-poor'),
            },
          ]}
        />
      </Section>
      <SealedValues place={place} subject={row.id} masked={row.kk} fields={['kk']} />
    </Page>
  )
}

function Members({ place, row }: { place: string; row: HouseholdRow }) {
  const lineOf = usePersonLine()
  const all = [...(useMembers().get(row.id) ?? [])].sort(
    (a, b) => rank(a) - rank(b) || (a.birthYear ?? 9999) - (b.birthYear ?? 9999),
  )
  const here = all.filter((person) => person.state === 'here')
  const gone = all.filter((person) => person.state !== 'here')
  const told = row.membersTold
  const listed = (people: readonly PersonRow[], label: string) => (
    <ul className="people-list" aria-label={label}>
      {people.map((person) => (
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
  )
  return (
    <Section
      title={t('home.members')}
      subtitle={told !== null && t('home.members-told', { known: here.length, told })}
    >
      {here.length === 0 && (
        <EmptyState icon="people" title={t('home.no-members')}>
          {t('home.no-members-why')}
        </EmptyState>
      )}
      {here.length > 0 && listed(here, t('home.members'))}
      {gone.length > 0 && (
        <>
          <h3>{t('home.gone')}</h3>
          {listed(gone, t('home.gone'))}
        </>
      )}
    </Section>
  )
}

export default recordScreen(householdRecord, Household)
