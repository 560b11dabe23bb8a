// warga/baru and warga/:id/ubah: noting a person, with every reason and every likely duplicate said at once.
import './people.css'
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, useRow } from '../../../platform/browser/hooks.tsx'
import { say, translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { whyMayNotChange } from '../change-rules.ts'
import { useFilters, useGround, useLimited, usePeople, word } from '../hooks.browser.ts'
import { blankHousehold, registerHousehold } from '../household.ts'
import { LikelySame } from '../likely.ts'
import { nikDoubts, whyNotNik } from '../nik.ts'
import {
  changePerson,
  type PersonInput,
  type PersonRow,
  personCollection,
  registerPerson,
} from '../person.ts'
import { toldOf, withChanges } from '../rows.ts'
import { type Ground, whyNotPerson, whyNotTakeIn } from '../rules.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { HouseholdChoice } from './HouseholdChoice.tsx'
import { MoreFields, WhereFields, WhoFields } from './PersonFields.tsx'
import { changesOf, type Draft, draftOf, inputOf } from './person-draft.ts'

const t = translate(screenTexts)
const newHousehold = 'new'

export default function PersonFormScreen({ place, params }: ScreenProps) {
  const id = params.id
  const row = useRow<PersonRow>(personCollection, id)
  if (id && !row)
    return (
      <Page title={t('person.title')} back={{ href: `/d/${place}/warga`, label: t('person.back') }}>
        <EmptyState icon="person" title={t('person.not-found')}>
          {t('person.not-found-why')}
        </EmptyState>
      </Page>
    )
  return <PersonForm key={id ?? 'new'} place={place} row={row} />
}

/** The draft's own faults, before the rules of the village. */
function unfilled(draft: Draft): Refusal[] {
  const needed = [
    ['name', draft.name.trim()],
    ['sex', draft.sex],
  ] as const
  return needed.filter(([, value]) => value === '').map(([field]) => ({ code: 'platform.required', field }))
}

function whyNotNew(told: PersonInput, ground: Ground): Refusal[] {
  const home = told.household
  if (home !== newHousehold) return whyNotTakeIn({ households: [], persons: [told] }, ground, true)
  return whyNotTakeIn(
    { households: [], persons: [told] },
    { ...ground, heads: new Map([...ground.heads, [newHousehold, null]]) },
    true,
  )
}

function whyNotEdit(draft: Draft, row: PersonRow, ground: Ground): Refusal[] {
  const changes = changesOf(draft, row)
  const told = withChanges(toldOf(row), changes)
  // The full NIK on record is not on this phone; that there is one is enough here.
  const noNik = row.nik !== null && told.nik === null ? 'unknown' : told.noNik
  return [
    ...whyMayNotChange(changes, ground.roles).map((refusal) => ({
      ...refusal,
      field: refusal.field?.slice(8) ?? '',
    })),
    ...whyNotPerson({ ...told, noNik }, ground),
  ]
}

function useLikely(told: PersonInput): PersonRow[] {
  const people = usePeople()
  const known = useMemo(() => new LikelySame(people), [people])
  if (told.name.length < 3) return []
  const birthYear = told.birthDate ? Number(told.birthDate.slice(0, 4)) : told.birthYear
  return known.of({ ...told, birthYear }).slice(0, 5)
}

function PersonForm({ place, row }: { place: string; row: PersonRow | undefined }) {
  const phone = usePhone()
  const [, go] = useLocation()
  const announce = useAnnounce()
  const [filter] = useFilters()
  const ground = useGround()
  const limited = useLimited()
  const [draft, setDraft] = useState(() => draftOf(row, filter('keluarga')))
  const [attempt, setAttempt] = useState(0)
  const [id] = useState(() => row?.id ?? newId())
  const told = inputOf(draft, id)
  const refusals = [...unfilled(draft), ...(row ? whyNotEdit(draft, row, ground) : whyNotNew(told, ground))]
  const likely = useLikely(told)
  const sentence = (refusal: Refusal) => say(refusal, peopleTexts, requiredText)
  const errorOf = (field: string) => {
    const found = attempt > 0 ? refusals.find((refusal) => refusal.field === field) : undefined
    return found && sentence(found)
  }
  const back = row ? `/d/${place}/warga/${row.id}` : `/d/${place}/warga`
  const save = async () => {
    if (refusals.length > 0) return setAttempt(attempt + 1)
    if (row && Object.keys(changesOf(draft, row)).length === 0)
      return announce(t('form.no-change'), { tone: 'refused' })
    if (row)
      await phone.give(changePerson, place, { id, basedOn: row.version, changes: changesOf(draft, row) })
    else await giveNew(told)
    announce(t('form.saved'))
    go(`/d/${place}/warga/${id}`)
  }
  const giveNew = async (person: PersonInput) => {
    if (person.household !== newHousehold) return phone.give(registerPerson, place, person)
    const { localPlace, poor, poorSource } = person
    const home = blankHousehold({ id: newId(), localPlace, poor, poorSource })
    await phone.give(registerHousehold, place, home)
    return phone.give(registerPerson, place, { ...person, household: home.id })
  }
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }))
  const fields = { draft, set, errorOf, row, limited }
  return (
    <Page
      width="narrow"
      title={row ? t('form.edit', { name: row.name }) : t('form.new')}
      back={{ href: back, label: row?.name ?? t('person.back') }}
    >
      {attempt > 0 && (
        <ErrorSummary
          title={t('form.fix')}
          attempt={attempt}
          faults={refusals.map((refusal) => ({ field: refusal.field, message: sentence(refusal) }))}
        />
      )}
      <Form onSubmit={() => void save()}>
        <WhoFields {...fields} />
        <Warnings place={place} told={told} likely={row ? [] : likely} village={place} />
        <Section title={t('form.where')}>
          {!row && (
            <HouseholdChoice
              value={draft.household}
              newValue={newHousehold}
              error={errorOf('household')}
              onChange={(household) =>
                set({ household, ...(household === newHousehold ? { relation: 'head' } : {}) })
              }
            />
          )}
          <WhereFields {...fields} />
        </Section>
        <MoreFields {...fields} />
        <Notice>{t('form.privacy')}</Notice>
        <FormActions>
          <Button variant="primary" type="submit">
            {t('form.save')}
          </Button>
          <LinkButton href={back}>{t('form.cancel')}</LinkButton>
        </FormActions>
      </Form>
    </Page>
  )
}

const requiredText = { 'platform.required': ['Bagian ini wajib diisi.', 'This must be filled in.'] } as const

type WarningsProps = { place: string; told: PersonInput; likely: readonly PersonRow[]; village: string }

/** What may be wrong, and does not hold anybody up. */
function Warnings({ place, told, likely, village }: WarningsProps) {
  const possible = told.nik !== null && whyNotNik(told.nik, true).length === 0
  const doubts = possible && told.nik ? nikDoubts(told.nik, { ...told, place: village }) : []
  const synthetic = possible && told.nik?.endsWith('0000')
  return (
    <>
      {(doubts.length > 0 || synthetic) && (
        <Notice tone="warn" title={t('form.doubts')} announce="status">
          <ul>
            {doubts.map((doubt) => (
              <li key={doubt}>{word('doubt', doubt)}</li>
            ))}
            {synthetic && <li>{t('form.synthetic')}</li>}
          </ul>
        </Notice>
      )}
      {likely.length > 0 && (
        <Notice tone="warn" title={t('form.likely')} announce="status">
          <ul>
            {likely.map((person) => (
              <li key={person.id}>
                <Link href={`/d/${place}/warga/${person.id}`}>{person.name}</Link>
                {person.birthYear === null ? '' : ` (${person.birthYear})`}
              </li>
            ))}
          </ul>
          <p>{t('form.likely-why')}</p>
        </Notice>
      )}
    </>
  )
}
