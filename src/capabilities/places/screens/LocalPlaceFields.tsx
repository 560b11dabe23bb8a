// The fields of a local place, for adding and for changing one.
import { useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { LocalPlacePicker } from '../door.browser.tsx'
import type { Draft } from '../draft.ts'
import {
  accessWays,
  habitats,
  type LocalKind,
  type LocalPlace,
  localCollection,
  settlementCategories,
} from '../local-place.ts'
import { placesTexts } from '../texts.ts'

const t = translate(placesTexts)

const parents: Readonly<Record<LocalKind, readonly LocalKind[]>> = {
  hamlet: [],
  rw: ['hamlet'],
  rt: ['rw', 'hamlet'],
  settlement: ['hamlet'],
}

export type FieldsProps = {
  draft: Draft
  onChange: (draft: Draft) => void
  errorOf: (field: string) => string | undefined
}

export function LocalPlaceFields({ draft, onChange, errorOf }: FieldsProps) {
  const set = (next: Partial<Draft>) => onChange({ ...draft, ...next })
  const { kind } = draft
  const hasHamlets = useRows<LocalPlace>(localCollection).some((row) => row.kind === 'hamlet' && row.active)
  const asksParent = parents[kind].length > 0 && (kind === 'rt' || hasHamlets)
  const goesByNumber = kind === 'rw' || kind === 'rt'
  return (
    <>
      {asksParent && (
        <LocalPlacePicker
          name="parent"
          label={t(kind === 'rt' ? 'places.field.parent-rt' : 'places.field.parent')}
          optional={kind === 'rt' ? undefined : t('places.optional')}
          kinds={parents[kind]}
          value={draft.parent}
          onChange={(parent) => set({ parent })}
          error={errorOf('parent')}
        />
      )}
      {kind !== 'settlement' && (
        <NumberField
          name="number"
          label={t('places.field.number')}
          optional={goesByNumber ? undefined : t('places.optional')}
          grouped={false}
          maxDigits={3}
          value={draft.number}
          onChange={(number) => set({ number })}
          error={errorOf('number')}
        />
      )}
      <TextField
        name="name"
        label={t('places.field.name')}
        optional={goesByNumber ? t('places.optional') : undefined}
        maxLength={80}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={errorOf('name')}
      />
      <NumberField
        name="households"
        label={t('places.field.households')}
        hint={t('places.field.households-hint')}
        optional={t('places.optional')}
        suffix="KK"
        maxDigits={5}
        value={draft.households}
        onChange={(households) => set({ households })}
        error={errorOf('households')}
      />
      {kind === 'settlement' && <SettlementFields {...{ draft, onChange, errorOf }} />}
    </>
  )
}

function SettlementFields({ draft, onChange, errorOf }: FieldsProps) {
  const set = (next: Partial<Draft>) => onChange({ ...draft, ...next })
  return (
    <>
      <TextField
        name="settlement.people"
        label={t('places.field.people')}
        hint={t('places.field.people-hint')}
        maxLength={80}
        value={draft.people}
        onChange={(people) => set({ people })}
        error={errorOf('settlement.people')}
      />
      <SelectField
        name="settlement.habitat"
        label={t('places.field.habitat')}
        emptyLabel={t('places.choose')}
        value={draft.habitat}
        onChange={(habitat) => set({ habitat })}
        options={habitats.map((habitat) => ({ value: habitat, label: t(`places.habitat.${habitat}`) }))}
        error={errorOf('settlement.habitat')}
      />
      <RadioCards
        name="settlement.category"
        label={t('places.field.category')}
        hint={t('places.field.category-hint')}
        value={draft.category || 'none'}
        onChange={(category) => set({ category: category === 'none' ? '' : category })}
        choices={[
          { value: 'none', label: t('places.category.none') },
          ...settlementCategories.map((each) => ({ value: each, label: t(`places.category.${each}`) })),
        ]}
        columns={2}
      />
      <FormRow>
        <TextField
          name="settlement.latitude"
          label={t('places.field.latitude')}
          hint="-1,861234"
          optional={t('places.optional')}
          inputMode="text"
          maxLength={14}
          value={draft.latitude}
          onChange={(latitude) => set({ latitude })}
          error={errorOf('settlement.latitude')}
        />
        <TextField
          name="settlement.longitude"
          label={t('places.field.longitude')}
          hint="102,661234"
          optional={t('places.optional')}
          inputMode="text"
          maxLength={14}
          value={draft.longitude}
          onChange={(longitude) => set({ longitude })}
          error={errorOf('settlement.longitude')}
        />
      </FormRow>
      <CheckCards
        name="settlement.access"
        label={t('places.field.access')}
        optional={t('places.optional')}
        values={draft.access}
        onChange={(access) => set({ access })}
        choices={accessWays.map((way) => ({ value: way, label: t(`places.access.${way}`) }))}
        columns={2}
      />
      <TextArea
        name="settlement.accessNote"
        label={t('places.field.access-note')}
        hint={t('places.field.access-note-hint')}
        optional={t('places.optional')}
        maxLength={500}
        rows={3}
        value={draft.accessNote}
        onChange={(accessNote) => set({ accessNote })}
        error={errorOf('settlement.accessNote')}
      />
    </>
  )
}
