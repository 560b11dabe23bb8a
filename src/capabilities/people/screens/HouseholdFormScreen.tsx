// keluarga/baru and keluarga/:id/ubah.

import { newId } from '../../../kernel/id.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { type FieldsOf, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { translate } from '../../../platform/browser/language.ts'
import { recordOrNewScreen } from '../../../platform/browser/RecordPage.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { useGround, useLimited, useLocalPlaces, word } from '../hooks.browser.ts'
import {
  blankHousehold,
  changeHousehold,
  type HouseholdChanges,
  type HouseholdInput,
  type HouseholdRow,
  registerHousehold,
} from '../household.ts'
import { householdRecord } from '../records.browser.ts'
import { whyNotTakeIn } from '../rules.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { type PoorSource, poorSources } from '../words.ts'

const t = translate(screenTexts)

const startOf = (row: HouseholdRow | undefined): HouseholdInput =>
  blankHousehold({
    id: row?.id ?? newId(),
    localPlace: row?.localPlace ?? null,
    address: row?.address ?? null,
    poor: row?.poor ?? false,
    poorSource: row?.poorSource ?? null,
    membersTold: row?.membersTold ?? null,
  })

/** Only what differs; the card number only when it was typed. */
function changesOf(draft: HouseholdInput, row: HouseholdRow): HouseholdChanges {
  const fields = ['localPlace', 'address', 'poor', 'poorSource', 'membersTold'] as const
  const changed = fields.filter((field) => draft[field] !== row[field]).map((field) => [field, draft[field]])
  return { ...Object.fromEntries(changed), ...(draft.kk === null ? {} : { kk: draft.kk }) }
}

function HouseholdForm({ place, row }: { place: string; row: HouseholdRow | undefined }) {
  const ground = useGround()
  const limited = useLimited()
  const form = useCommandForm({
    ...{ place, screen: 'people.household', record: row?.id, says: [peopleTexts, screenTexts] },
    start: () => startOf(row),
    input: (draft) => ({ ...draft, address: draft.address?.trim() || null }),
    rules: (told) => {
      // What a volunteer finds on record they leave as it is; only what they tell themselves is judged.
      const judged = limited && row ? { ...told, poor: false, poorSource: null } : told
      const same = row && Object.keys(changesOf(told, row)).length === 0
      return [
        ...whyNotTakeIn({ households: [judged], persons: [] }, ground, true),
        ...(same ? [{ code: 'form.no-change' }] : []),
      ]
    },
    give: (phone, told, taken) => {
      if (!row) return phone.give(registerHousehold, place, told, taken)
      const changes = changesOf(told, row)
      return phone.give(changeHousehold, place, { id: row.id, basedOn: row.version, changes }, taken)
    },
    saved: t('form.saved'),
    to: (told) => `/d/${place}/keluarga/${told.id}`,
  })
  const back = row ? `/d/${place}/keluarga/${row.id}` : `/d/${place}/warga?bagian=keluarga`
  return (
    <Page
      width="narrow"
      title={row ? t('home.edit') : t('home.new')}
      back={{ href: back, label: t('home.back') }}
    >
      <CommandForm form={form} submit={t('form.save')} cancel={back}>
        <Fields {...{ form, row, limited }} />
      </CommandForm>
    </Page>
  )
}

type FieldsProps = { form: FieldsOf<HouseholdInput>; row: HouseholdRow | undefined; limited: boolean }

function Fields({ form, row, limited }: FieldsProps) {
  const { options } = useLocalPlaces()
  const { draft, set, field } = form
  const judges = !(limited && row)
  return (
    <>
      {judges && (
        <NumberField
          {...field('kk', t('field.kk'))}
          optional={t('form.optional')}
          hint={row?.kk ? t('form.nik-known', { masked: row.kk }) : undefined}
          grouped={false}
          maxDigits={16}
          value={draft.kk ?? ''}
          onChange={(kk) => set({ kk: kk === '' ? null : kk })}
        />
      )}
      <SelectField
        {...field('localPlace', t('field.localPlace'))}
        emptyLabel={t('list.no-place')}
        value={draft.localPlace ?? ''}
        onChange={(value) => set({ localPlace: value || null })}
        options={options}
      />
      <TextField
        {...field('address', t('field.address'))}
        optional={t('form.optional')}
        maxLength={300}
        value={draft.address ?? ''}
        onChange={(address) => set({ address: address || null })}
      />
      <NumberField
        {...field('membersTold', t('field.membersTold'))}
        optional={t('form.optional')}
        maxDigits={2}
        value={String(draft.membersTold ?? '')}
        onChange={(value) => set({ membersTold: Number(value) || null })}
      />
      {judges && (
        <CheckField
          name="poor"
          label={t('form.is-poor')}
          checked={draft.poor}
          onChange={(poor) => set({ poor, poorSource: poor && limited ? 'unverified' : null })}
        />
      )}
      {judges && draft.poor && !limited && (
        <SelectField
          {...field('poorSource', t('field.poorSource'))}
          emptyLabel={t('form.choose')}
          value={draft.poorSource ?? ''}
          onChange={(value) => set({ poorSource: (value || null) as PoorSource | null })}
          options={poorSources.map((value) => ({ value, label: word('poor-source', value) }))}
        />
      )}
    </>
  )
}

export default recordOrNewScreen(householdRecord, HouseholdForm)
