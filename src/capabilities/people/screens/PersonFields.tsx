// The fields of a person, for a new one and for an edit. A sealed value is shown as being on record, and is
// typed again only to change it.

import { longDay } from '../../../kernel/day.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { useLocalPlaces, word } from '../hooks.browser.ts'
import type { PersonRow } from '../person.ts'
import { screenTexts } from '../texts-screens.ts'
import { commonElements, disabilities, noNikReasons, poorSources, relations } from '../words.ts'
import type { Draft, EmptyField } from './person-draft.ts'

const t = translate(screenTexts)

export type FieldsProps = {
  draft: Draft
  set: (change: Partial<Draft>) => void
  /** The sentence that refuses a field. */
  errorOf: (field: string) => string | undefined
  /** The record that is edited; undefined for a new person. */
  row?: PersonRow | undefined
  limited: boolean
}

const options = (list: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: word(list, value) }))

export function WhoFields({ draft, set, errorOf, row, limited }: FieldsProps) {
  const nikLocked = limited && row !== undefined
  return (
    <Section title={t('form.who')}>
      <TextField
        name="name"
        label={t('field.name')}
        hint={t('form.name-hint')}
        error={errorOf('name')}
        autoCapitalize="words"
        autoComplete="off"
        maxLength={120}
        value={draft.name}
        onChange={(name) => set({ name })}
      />
      <RadioCards
        name="sex"
        label={t('field.sex')}
        error={errorOf('sex')}
        columns={2}
        value={draft.sex}
        onChange={(sex) => set({ sex: sex as Draft['sex'] })}
        choices={options('sex', ['female', 'male'])}
      />
      <FormRow>
        <DateField
          name="birthDate"
          label={t('field.birthDate')}
          optional={t('form.optional')}
          hint={row?.known.includes('birthDate') ? t('form.known') : undefined}
          error={errorOf('birthDate')}
          inWords={draft.birthDate ? longDay(draft.birthDate, language()) : undefined}
          value={draft.birthDate}
          onChange={(birthDate) => set({ birthDate })}
        />
        {draft.birthDate === '' && (
          <NumberField
            name="birthYear"
            label={t('field.birthYear')}
            optional={t('form.optional')}
            hint={t('form.year-hint')}
            error={errorOf('birthYear')}
            grouped={false}
            maxDigits={4}
            value={draft.birthYear}
            onChange={(birthYear) => set({ birthYear })}
          />
        )}
      </FormRow>
      {!nikLocked && <NikFields {...{ draft, set, errorOf, row }} />}
    </Section>
  )
}

function NikFields({ draft, set, errorOf, row }: Omit<FieldsProps, 'limited'>) {
  const known = row?.nik
  return (
    <>
      <NumberField
        name="nik"
        label={t('field.nik')}
        hint={known ? t('form.nik-known', { masked: known }) : t('form.nik-hint')}
        error={errorOf('nik')}
        grouped={false}
        maxDigits={16}
        value={draft.nik}
        onChange={(nik) => set({ nik })}
      />
      {draft.nik === '' && !known && (
        <SelectField
          name="noNik"
          label={t('field.noNik')}
          error={errorOf('noNik')}
          emptyLabel={t('form.choose')}
          value={draft.noNik}
          onChange={(noNik) => set({ noNik })}
          options={options('no-nik', noNikReasons)}
        />
      )}
    </>
  )
}

export function WhereFields({ draft, set, errorOf, row }: FieldsProps) {
  const places = useLocalPlaces()
  return (
    <>
      <SelectField
        name="localPlace"
        label={t('field.localPlace')}
        optional={t('form.optional')}
        error={errorOf('localPlace')}
        emptyLabel={t('list.no-place')}
        value={draft.localPlace}
        onChange={(localPlace) => set({ localPlace })}
        options={places.options}
      />
      {draft.household !== '' && (
        <SelectField
          name="relation"
          label={t('field.relation')}
          error={errorOf('relation')}
          emptyLabel={t('form.choose')}
          value={draft.relation}
          onChange={(relation) => set({ relation })}
          options={options('relation', relations)}
        />
      )}
      <Sealed field="phone" {...{ draft, set, row }}>
        <TextField
          name="phone"
          type="tel"
          label={t('field.phone')}
          optional={t('form.optional')}
          hint={row?.known.includes('phone') ? t('form.known') : undefined}
          error={errorOf('phone')}
          autoComplete="off"
          narrow
          value={draft.phone}
          onChange={(phone) => set({ phone })}
        />
      </Sealed>
      <Sealed field="address" {...{ draft, set, row }}>
        <TextField
          name="address"
          label={t('field.address')}
          optional={t('form.optional')}
          hint={row?.known.includes('address') ? t('form.known') : undefined}
          error={errorOf('address')}
          autoComplete="off"
          maxLength={300}
          value={draft.address}
          onChange={(address) => set({ address })}
        />
      </Sealed>
    </>
  )
}

type SealedProps = Pick<FieldsProps, 'draft' | 'set' | 'row'> & {
  field: EmptyField
  children: React.ReactNode
}

/** A sealed field, and beside it the wish to empty what is on record. */
function Sealed({ field, draft, set, row, children }: SealedProps) {
  const known = row?.known.includes(field) ?? false
  const emptied = draft.emptied.includes(field)
  return (
    <>
      {!emptied && children}
      {known && (
        <CheckField
          name={`empty-${field}`}
          label={`${t('form.empty-it')}: ${t(`field.${field}`)}`}
          checked={emptied}
          onChange={(wish) =>
            set({
              emptied: wish ? [...draft.emptied, field] : draft.emptied.filter((each) => each !== field),
            })
          }
        />
      )}
    </>
  )
}

export function MoreFields({ draft, set, errorOf, row, limited }: FieldsProps) {
  return (
    <Section title={t('form.more')}>
      {!(limited && row) && (
        <>
          <CheckField
            name="poor"
            label={t('form.is-poor')}
            error={errorOf('poor')}
            checked={draft.poor}
            onChange={(poor) =>
              set({ poor, poorSource: poor ? (limited ? 'unverified' : draft.poorSource) : '' })
            }
          />
          {draft.poor && !limited && (
            <SelectField
              name="poorSource"
              label={t('field.poorSource')}
              error={errorOf('poorSource')}
              emptyLabel={t('form.choose')}
              value={draft.poorSource}
              onChange={(poorSource) => set({ poorSource })}
              options={options('poor-source', poorSources)}
            />
          )}
        </>
      )}
      <details className="people-details" open={draft.elements.length > 0 || undefined}>
        <summary>
          {limited ? t('field.elements') : t('form.more-list')} ({t('form.optional')})
        </summary>
        <CheckCards
          name="elements"
          label={t('field.elements')}
          optional={t('form.optional')}
          error={errorOf('elements')}
          columns={2}
          values={draft.elements}
          onChange={(elements) => set({ elements })}
          choices={options('element', [...new Set([...commonElements, ...draft.elements])])}
        />
        {!limited && (
          <>
            <CheckCards
              name="disabilities"
              label={t('field.disabilities')}
              optional={t('form.optional')}
              hint={row ? t('form.known') : undefined}
              columns={2}
              values={draft.disabilities}
              onChange={(values) => set({ disabilities: values })}
              choices={options('disability', disabilities)}
            />
            <TextArea
              name="notes"
              label={t('field.notes')}
              optional={t('form.optional')}
              hint={row ? t('form.known') : undefined}
              error={errorOf('notes')}
              maxLength={2000}
              value={draft.notes}
              onChange={(notes) => set({ notes })}
            />
          </>
        )}
      </details>
    </Section>
  )
}
