// keluarga/baru and keluarga/:id/ubah.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, useRow } from '../../../platform/browser/hooks.tsx'
import { say, translate } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
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
  householdCollection,
  registerHousehold,
} from '../household.ts'
import { whyNotTakeIn } from '../rules.ts'
import { peopleTexts } from '../texts.ts'
import { screenTexts } from '../texts-screens.ts'
import { type PoorSource, poorSources } from '../words.ts'

const t = translate(screenTexts)

export default function HouseholdFormScreen({ place, params }: ScreenProps) {
  const row = useRow<HouseholdRow>(householdCollection, params.id)
  if (!params.id || row) return <HouseholdForm key={params.id ?? 'new'} place={place} row={row} />
  return (
    <Page title={t('home.edit')} back={{ href: `/d/${place}/warga?bagian=keluarga`, label: t('home.back') }}>
      <EmptyState icon="house" title={t('home.not-found')} />
    </Page>
  )
}

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
  const phone = usePhone()
  const [, go] = useLocation()
  const announce = useAnnounce()
  const ground = useGround()
  const limited = useLimited()
  const [draft, setDraft] = useState(() => startOf(row))
  const [attempt, setAttempt] = useState(0)
  const told = { ...draft, address: draft.address?.trim() || null }
  // What a volunteer finds on record they leave as it is; only what they tell themselves is judged.
  const judged = limited && row ? { ...told, poor: false, poorSource: null } : told
  const faults = whyNotTakeIn({ households: [judged], persons: [] }, ground, true).map((refusal) => ({
    field: refusal.field,
    message: say(refusal, peopleTexts),
  }))
  const errorOf = (field: string) =>
    attempt > 0 ? faults.find((fault) => fault.field === field)?.message : undefined
  const back = row ? `/d/${place}/keluarga/${row.id}` : `/d/${place}/warga?bagian=keluarga`
  const save = async () => {
    if (faults.length > 0) return setAttempt(attempt + 1)
    const changes = row && changesOf(told, row)
    if (changes && Object.keys(changes).length === 0)
      return announce(t('form.no-change'), { tone: 'refused' })
    if (row && changes)
      await phone.give(changeHousehold, place, { id: row.id, basedOn: row.version, changes })
    else await phone.give(registerHousehold, place, told)
    announce(t('form.saved'))
    go(`/d/${place}/keluarga/${told.id}`)
  }
  return (
    <Page
      width="narrow"
      title={row ? t('home.edit') : t('home.new')}
      back={{ href: back, label: t('home.back') }}
    >
      {attempt > 0 && <ErrorSummary title={t('form.fix')} faults={faults} attempt={attempt} />}
      <Form onSubmit={() => void save()}>
        <Fields {...{ draft, setDraft, errorOf, row, limited }} />
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

type FieldsProps = {
  draft: HouseholdInput
  setDraft: (draft: HouseholdInput) => void
  errorOf: (field: string) => string | undefined
  row: HouseholdRow | undefined
  limited: boolean
}

function Fields({ draft, setDraft, errorOf, row, limited }: FieldsProps) {
  const { options } = useLocalPlaces()
  const set = (change: Partial<HouseholdInput>) => setDraft({ ...draft, ...change })
  const judges = !(limited && row)
  return (
    <>
      {judges && (
        <NumberField
          name="kk"
          label={t('field.kk')}
          optional={t('form.optional')}
          hint={row?.kk ? t('form.nik-known', { masked: row.kk }) : undefined}
          error={errorOf('kk')}
          grouped={false}
          maxDigits={16}
          value={draft.kk ?? ''}
          onChange={(kk) => set({ kk: kk === '' ? null : kk })}
        />
      )}
      <SelectField
        name="localPlace"
        label={t('field.localPlace')}
        error={errorOf('localPlace')}
        emptyLabel={t('list.no-place')}
        value={draft.localPlace ?? ''}
        onChange={(value) => set({ localPlace: value || null })}
        options={options}
      />
      <TextField
        name="address"
        label={t('field.address')}
        optional={t('form.optional')}
        maxLength={300}
        value={draft.address ?? ''}
        onChange={(address) => set({ address: address || null })}
      />
      <NumberField
        name="membersTold"
        label={t('field.membersTold')}
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
          name="poorSource"
          label={t('field.poorSource')}
          error={errorOf('poorSource')}
          emptyLabel={t('form.choose')}
          value={draft.poorSource ?? ''}
          onChange={(value) => set({ poorSource: (value || null) as PoorSource | null })}
          options={poorSources.map((value) => ({ value, label: word('poor-source', value) }))}
        />
      )}
    </>
  )
}
