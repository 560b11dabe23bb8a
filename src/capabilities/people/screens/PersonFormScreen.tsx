// warga/baru and warga/:id/ubah: noting a person, with every reason and every likely duplicate said at once.

import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { recordOrNewScreen } from '../../../platform/browser/RecordPage.tsx'
import type { FromDraft } from '../../../platform/browser/sync/outbox.ts'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import { personRecord } from '../records.browser.ts'
import './people.css'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { translate } from '../../../platform/browser/language.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { useFilters } from '../../../platform/browser/use-filters.ts'
import { whyMayNotChange } from '../change-rules.ts'
import { useGround, useLimited, usePeople, word } from '../hooks.browser.ts'
import { blankHousehold, registerHousehold } from '../household.ts'
import { LikelySame } from '../likely.ts'
import { nikDoubts, whyNotNik } from '../nik.ts'
import { changePerson, type PersonInput, type PersonRow, registerPerson } from '../person.ts'
import { toldOf, withChanges } from '../rows.ts'
import { type Ground, whyNotPerson, whyNotTakeIn } from '../rules.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { HouseholdChoice } from './HouseholdChoice.tsx'
import { MoreFields, WhereFields, WhoFields } from './PersonFields.tsx'
import { changesOf, type Draft, draftOf, inputOf } from './person-draft.ts'

const t = translate(screenTexts)
const newHousehold = 'new'

/** The draft's own faults, before the rules of the village. */
function unfilled(draft: Draft): Refusal[] {
  const needed = [
    ['name', draft.name.trim()],
    ['sex', draft.sex],
  ] as const
  return needed.filter(([, value]) => value === '').map(([field]) => ({ code: 'form.empty', field }))
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
  const [filter] = useFilters()
  const ground = useGround()
  const limited = useLimited()
  const [id] = useState(() => row?.id ?? newId())
  const same = (draft: Draft) => row !== undefined && Object.keys(changesOf(draft, row)).length === 0
  const form = useCommandForm({
    ...{ place, screen: 'people.person', record: row?.id ?? filter('keluarga') },
    says: [peopleTexts, screenTexts],
    start: () => draftOf(row, filter('keluarga')),
    input: (draft) => inputOf(draft, id),
    rules: (told, draft) => [
      ...unfilled(draft),
      ...(row ? whyNotEdit(draft, row, ground) : whyNotNew(told, ground)),
      ...(same(draft) ? [{ code: 'form.no-change' }] : []),
    ],
    give: (phone, told, taken, draft) => {
      if (!row) return giveNew(phone, place, told, taken)
      const changes = changesOf(draft, row)
      return phone.give(changePerson, place, { id, basedOn: row.version, changes }, taken)
    },
    saved: t('form.saved'),
    to: `/d/${place}/warga/${id}`,
  })
  const likely = useLikely(form.input)
  const back = row ? `/d/${place}/warga/${row.id}` : `/d/${place}/warga`
  const fields = { form, row, limited }
  return (
    <Page
      width="narrow"
      title={row ? t('form.edit', { name: row.name }) : t('form.new')}
      back={{ href: back, label: row?.name ?? t('person.back') }}
    >
      <CommandForm form={form} submit={t('form.save')} cancel={back}>
        <WhoFields {...fields} />
        <Warnings place={place} told={form.input} likely={row ? [] : likely} village={place} />
        <Section title={t('form.where')}>
          {!row && (
            <HouseholdChoice
              value={form.draft.household}
              newValue={newHousehold}
              error={form.errorOf('household')}
              onChange={(household) =>
                form.set({ household, ...(household === newHousehold ? { relation: 'head' } : {}) })
              }
            />
          )}
          <WhereFields {...fields} />
        </Section>
        <MoreFields {...fields} />
        <Notice>{t('form.privacy')}</Notice>
      </CommandForm>
    </Page>
  )
}

/** A person, and the household that begins with them. */
async function giveNew(phone: Phone, place: string, person: PersonInput, taken: { draft: FromDraft }) {
  if (person.household !== newHousehold) return phone.give(registerPerson, place, person, taken)
  const { localPlace, poor, poorSource } = person
  const home = blankHousehold({ id: newId(), localPlace, poor, poorSource })
  await phone.give(registerHousehold, place, home)
  return phone.give(registerPerson, place, { ...person, household: home.id }, taken)
}

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

export default recordOrNewScreen(personRecord, PersonForm)
