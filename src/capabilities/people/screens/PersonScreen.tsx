// warga/:id: one person. Opening it is written down; a sealed value opens one at a time, for a purpose.
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { personRecord } from '../records.browser.ts'
import './people.css'
import { Link } from 'wouter'
import { longDay } from '../../../kernel/day.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { language, translate } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Menu, type MenuItem } from '../../../platform/browser/ui/action/Menu.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Fact, FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { RevealField } from '../asking.ts'
import { ageInYear, isChild } from '../counting.ts'
import { useGround, useLocalPlaces, useNoteView, usePeople, word } from '../hooks.browser.ts'
import type { HouseholdRow } from '../household.ts'
import { likelySame } from '../likely.ts'
import { homeOf, personOf, placeOf } from '../looking.ts'
import {
  changePerson,
  knowable,
  mergeDuplicates,
  movePerson,
  type PersonRow,
  personCollection,
} from '../person.ts'
import { peopleWords } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { ClashPanel } from './ClashPanel.tsx'
import { PersonBadges } from './PersonList.tsx'
import { RefusedHere } from './RefusedHere.tsx'
import { SealedValues } from './SealedValues.tsx'
import { TypedHere } from './TypedHere.tsx'

const t = translate(screenTexts)
const w = translate(peopleWords)

function PersonPage({ place, row }: RecordProps<PersonRow>) {
  const view = usePlaceView()
  useNoteView('person', row.id)
  const back = { href: `/d/${place}/warga`, label: t('person.back') }
  const kept = row.mergedInto ? personOf(view, row.id) : undefined
  if (kept)
    return (
      <Page title={row.name} back={back}>
        <Notice
          title={t('person.merged', { name: kept.name })}
          action={<Link href={`/d/${place}/warga/${kept.id}`}>{t('person.open-kept')}</Link>}
        />
      </Page>
    )
  return (
    <Page
      title={row.name}
      back={back}
      badge={<PersonBadges person={row} />}
      actions={<Actions place={place} row={row} />}
    >
      <RefusedHere place={place} id={row.id} />
      <ClashPanel row={row} />
      <Doubts row={row} />
      <Likely place={place} row={row} />
      <Section title={t('person.facts')}>
        <PersonFacts place={place} row={row} />
      </Section>
      <TypedHere id={row.id} />
      <SealedValues
        place={place}
        subject={row.id}
        masked={row.nik}
        absent={absentOf(row)}
        fields={['nik', 'birthDate', 'phone', 'address', 'disabilities', 'notes', 'moves']}
      />
    </Page>
  )
}

/** What the row itself says is not on record need not be asked for. */
function absentOf(row: PersonRow): RevealField[] {
  const none = knowable.filter((field) => !row.known.includes(field))
  return row.nik === null ? ['nik', ...none] : none
}

function Actions({ place, row }: { place: string; row: PersonRow }) {
  const roles = useRoles(place)
  const may = (command: { roles: readonly string[] }) => roles.some((role) => command.roles.includes(role))
  const here = `/d/${place}/warga/${row.id}`
  const items: MenuItem[] = [
    ...(may(movePerson)
      ? [
          {
            label: row.state === 'here' ? t('person.move') : t('person.return'),
            icon: 'arrow-right',
            href: `${here}/pindah`,
          } as const,
        ]
      : []),
    ...(may(mergeDuplicates)
      ? [{ label: t('person.merge'), icon: 'people', href: `${here}/gabung` } as const]
      : []),
  ]
  return (
    <>
      {may(changePerson) && (
        <LinkButton href={`${here}/ubah`} icon="pencil">
          {t('person.edit')}
        </LinkButton>
      )}
      {items.length > 0 && <Menu trigger={t('person.more')} items={items} />}
    </>
  )
}

function Doubts({ row }: { row: PersonRow }) {
  const serious = row.doubts.filter((doubt) => doubt !== 'region')
  if (serious.length === 0) return null
  return (
    <Notice tone="warn" title={t('person.doubts')}>
      <ul>
        {serious.map((doubt) => (
          <li key={doubt}>{word('doubt', doubt)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Likely({ place, row }: { place: string; row: PersonRow }) {
  const people = usePeople()
  const likely = likelySame(row, people).slice(0, 5)
  if (likely.length === 0) return null
  return (
    <Notice tone="warn" title={t('person.likely')}>
      <ul>
        {likely.map((person) => (
          <li key={person.id}>
            <Link href={`/d/${place}/warga/${person.id}`}>{person.name}</Link>
            {person.birthYear === null ? '' : ` (${person.birthYear})`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function povertyOf(row: PersonRow, home: HouseholdRow | undefined): string {
  if (row.poor) return word('poor-source', row.poorSource ?? 'unverified')
  return t(home?.poor ? 'person.poor-by-home' : 'person.not-poor')
}

function PersonFacts({ place, row }: { place: string; row: PersonRow }) {
  const view = usePlaceView()
  const { lineOf } = useLocalPlaces()
  const { today } = useGround()
  const home = homeOf(view, row)
  const head = home?.head ? view.get<PersonRow>(personCollection, home.head) : undefined
  const age = ageInYear(row.birthYear, today)
  const facts: Fact[] = [
    { label: t('person.sex'), value: word('sex', row.sex) },
    {
      label: t('person.age'),
      value: age === null ? w('people.word.no-year') : w('people.word.years', { count: age }),
      note: isChild(row.birthYear, today) ? t('person.child') : undefined,
    },
    { label: t('person.place'), value: lineOf(placeOf(view, row)) ?? t('list.no-place') },
    {
      label: t('person.household'),
      value: home ? (head?.name ?? t('home.nameless')) : t('person.no-household'),
      href: home && `/d/${place}/keluarga/${home.id}`,
      note: row.relation ? word('relation', row.relation) : undefined,
    },
    { label: t('person.poverty'), value: povertyOf(row, home) },
    {
      label: t('person.elements'),
      value: row.elements.map((element) => word('element', element)).join(', ') || t('person.nothing'),
    },
    {
      label: t('person.state'),
      value: word('state', row.state),
      note: row.stateOn ? t('person.since', { day: longDay(row.stateOn, language()) }) : undefined,
    },
    ...(row.nik === null && row.noNik ? [{ label: t('field.nik'), value: word('no-nik', row.noNik) }] : []),
  ]
  return <FactGrid facts={facts} />
}

export default recordScreen(personRecord, PersonPage)
