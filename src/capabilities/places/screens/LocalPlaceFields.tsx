// The fields of a local place, for adding and for changing one.
import type { FieldsOf } from '../../../platform/browser/forms/use-command-form.ts'
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

type FieldsProps = { form: FieldsOf<Draft> }

export function LocalPlaceFields({ form }: FieldsProps) {
  const { draft, field } = form
  const { kind } = draft
  const hasHamlets = useRows<LocalPlace>(localCollection).some((row) => row.kind === 'hamlet' && row.active)
  const asksParent = parents[kind].length > 0 && (kind === 'rt' || hasHamlets)
  const goesByNumber = kind === 'rw' || kind === 'rt'
  return (
    <>
      {asksParent && (
        <LocalPlacePicker
          {...field('parent', t(kind === 'rt' ? 'places.field.parent-rt' : 'places.field.parent'))}
          optional={kind === 'rt' ? undefined : t('places.optional')}
          kinds={parents[kind]}
        />
      )}
      {kind !== 'settlement' && (
        <NumberField
          {...field('number', t('places.field.number'))}
          optional={goesByNumber ? undefined : t('places.optional')}
          grouped={false}
          maxDigits={3}
        />
      )}
      <TextField
        {...field('name', t('places.field.name'))}
        hint={goesByNumber ? t('places.field.letter-hint') : undefined}
        optional={goesByNumber ? t('places.optional') : undefined}
        maxLength={80}
      />
      <NumberField
        {...field('households', t('places.field.households'))}
        hint={t('places.field.households-hint')}
        optional={t('places.optional')}
        suffix="KK"
        maxDigits={5}
      />
      {kind === 'settlement' && <SettlementFields form={form} />}
    </>
  )
}

function SettlementFields({ form }: FieldsProps) {
  const { draft, set, field } = form
  return (
    <>
      <TextField
        {...field('people', t('places.field.people'), 'settlement.people')}
        hint={t('places.field.people-hint')}
        maxLength={80}
      />
      <SelectField
        {...field('habitat', t('places.field.habitat'), 'settlement.habitat')}
        emptyLabel={t('places.choose')}
        options={habitats.map((habitat) => ({ value: habitat, label: t(`places.habitat.${habitat}`) }))}
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
          {...field('latitude', t('places.field.latitude'), 'settlement.latitude')}
          hint="-1,861234"
          optional={t('places.optional')}
          inputMode="text"
          maxLength={14}
        />
        <TextField
          {...field('longitude', t('places.field.longitude'), 'settlement.longitude')}
          hint="102,661234"
          optional={t('places.optional')}
          inputMode="text"
          maxLength={14}
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
        {...field('accessNote', t('places.field.access-note'), 'settlement.accessNote')}
        hint={t('places.field.access-note-hint')}
        optional={t('places.optional')}
        maxLength={500}
        rows={3}
      />
    </>
  )
}
