// The fields of a person, for a new one and for an edit. A sealed value is shown as being on record, and is
// typed again only to change it.

import { longDay } from '../../../kernel/day.ts'
import type { FieldsOf } from '../../../platform/browser/forms/use-command-form.ts'
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
  form: FieldsOf<Draft>
  /** The record that is edited; undefined for a new person. */
  row?: PersonRow | undefined
  limited: boolean
}

const options = (list: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: word(list, value) }))

export function WhoFields({ form, row, limited }: FieldsProps) {
  const { draft, field } = form
  const nikLocked = limited && row !== undefined
  return (
    <Section title={t('form.who')}>
      <TextField
        {...field('name', t('field.name'))}
        hint={t('form.name-hint')}
        autoCapitalize="words"
        autoComplete="off"
        maxLength={120}
      />
      <RadioCards
        {...field('sex', t('field.sex'))}
        columns={2}
        choices={options('sex', ['female', 'male'])}
      />
      <FormRow>
        <DateField
          {...field('birthDate', t('field.birthDate'))}
          optional={t('form.optional')}
          hint={row?.known.includes('birthDate') ? t('form.known') : undefined}
          inWords={draft.birthDate ? longDay(draft.birthDate, language()) : undefined}
        />
        {draft.birthDate === '' && (
          <NumberField
            {...field('birthYear', t('field.birthYear'))}
            optional={t('form.optional')}
            hint={t('form.year-hint')}
            grouped={false}
            maxDigits={4}
          />
        )}
      </FormRow>
      {!nikLocked && <NikFields form={form} row={row} />}
    </Section>
  )
}

function NikFields({ form, row }: Omit<FieldsProps, 'limited'>) {
  const { draft, field } = form
  const known = row?.nik
  return (
    <>
      <NumberField
        {...field('nik', t('field.nik'))}
        hint={known ? t('form.nik-known', { masked: known }) : t('form.nik-hint')}
        grouped={false}
        maxDigits={16}
      />
      {draft.nik === '' && !known && (
        <SelectField
          {...field('noNik', t('field.noNik'))}
          emptyLabel={t('form.choose')}
          options={options('no-nik', noNikReasons)}
        />
      )}
    </>
  )
}

export function WhereFields({ form, row }: FieldsProps) {
  const { draft, set, field } = form
  const places = useLocalPlaces()
  return (
    <>
      <SelectField
        {...field('localPlace', t('field.localPlace'))}
        optional={t('form.optional')}
        emptyLabel={t('list.no-place')}
        options={places.options}
      />
      {draft.household !== '' && (
        <SelectField
          {...field('relation', t('field.relation'))}
          emptyLabel={t('form.choose')}
          options={options('relation', relations)}
        />
      )}
      <Sealed field="phone" {...{ draft, set, row }}>
        <TextField
          {...field('phone', t('field.phone'))}
          type="tel"
          optional={t('form.optional')}
          hint={row?.known.includes('phone') ? t('form.known') : undefined}
          autoComplete="off"
          narrow
        />
      </Sealed>
      <Sealed field="address" {...{ draft, set, row }}>
        <TextField
          {...field('address', t('field.address'))}
          optional={t('form.optional')}
          hint={row?.known.includes('address') ? t('form.known') : undefined}
          autoComplete="off"
          maxLength={300}
        />
      </Sealed>
    </>
  )
}

type SealedProps = Pick<FieldsProps, 'row'> &
  Pick<FieldsOf<Draft>, 'draft' | 'set'> & {
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

export function MoreFields({ form, row, limited }: FieldsProps) {
  const { draft, set, field, errorOf } = form
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
              {...field('poorSource', t('field.poorSource'))}
              emptyLabel={t('form.choose')}
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
              {...field('notes', t('field.notes'))}
              optional={t('form.optional')}
              hint={row ? t('form.known') : undefined}
              maxLength={2000}
            />
          </>
        )}
      </details>
    </Section>
  )
}
