// /d/:place/lembaga/baru and …/:id/ubah: an institution is put on the register, or what is known of it is changed. Works offline.
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { type FieldsOf, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { recordOrNewScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Fold } from '../../../platform/browser/ui/page/Fold.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localTitle, treeOf } from '../../places/tree.ts'
import {
  changeInstitution,
  type Institution,
  type NewInstitution,
  newInstitution,
  registerInstitutions,
} from '../institution.ts'
import * as kinds from '../kinds.ts'
import { alike } from '../likeness.ts'
import { institutionRecord } from '../records.browser.ts'
import { whyNotChange, whyNotRegister } from '../rules.ts'
import { institutionsTexts } from '../texts.ts'
import { registerIn } from '../view.ts'
import { changesOf, type Draft, detailsOf, draftOf } from './institution-draft.ts'
import { fiveOptions, say, t, todayAt } from './words.ts'

type Fields = FieldsOf<Draft>
const optional = () => t('lembaga.optional')

function useInstitutionForm(place: string, row: Institution | undefined) {
  const view = usePlaceView()
  const on = todayAt(place)
  const change = ({ id: _, origin: __, different, ...details }: NewInstitution) => ({
    institution: row?.id ?? '',
    basedOn: row?.version ?? 0,
    changes: row ? changesOf(row, details) : {},
    different,
  })
  return useCommandForm({
    ...{ place, screen: row ? 'institutions.change' : 'institutions.register', record: row?.id ?? 'new' },
    ...{ shape: newInstitution, says: [institutionsTexts] },
    saved: t('lembaga.saved'),
    start: () => draftOf(row),
    input: (draft): NewInstitution => ({
      ...detailsOf(draft),
      ...{ id: row?.id ?? newId(), origin: null, different: draft.different },
    }),
    rules: (input) =>
      row ? whyNotChange(view, change(input), on) : whyNotRegister(view, { institutions: [input] }, on),
    fieldOf: (path) => path.replace(/^(changes|institutions\.0)\./, '').replace(/\.\d+$/, ''),
    idle: (input) => row !== undefined && Object.keys(change(input).changes).length === 0,
    give: (phone, input, taken) =>
      row
        ? phone.give(changeInstitution, place, change(input), taken)
        : phone.give(registerInstitutions, place, { institutions: [input] }, taken),
    to: (input) => `/d/${place}/lembaga/${input.id}`,
  })
}

/** Those that bear nearly the same name, while it is typed. */
function Alike({ place, form, id }: { place: string; form: Fields; id: string }) {
  const { name, otherNames } = form.draft
  const register = registerIn(usePlaceView())
  const found = name.trim().length < 3 ? [] : alike({ id, name, otherNames: otherNames.split(';') }, register)
  if (found.length === 0) return null
  return (
    <Notice tone="warn" title={t('lembaga.alike')} announce="status">
      <p>{t('lembaga.alike-why')}</p>
      <Cluster>
        {found.slice(0, 3).map((each) => (
          <LinkButton key={each.id} href={`/d/${place}/lembaga/${each.id}`}>
            {each.name}
          </LinkButton>
        ))}
      </Cluster>
      <CheckField
        name="different"
        label={t('lembaga.different')}
        checked={form.draft.different}
        onChange={(different) => form.set({ different })}
      />
    </Notice>
  )
}

const optionsOf = <Name extends string>(
  names: readonly Name[],
  text: (name: Name) => Parameters<typeof say>[0],
) => names.map((value) => ({ value, label: say(text(value)) }))

function Who({ place, form, id }: { place: string; form: Fields; id: string }) {
  const { field, draft } = form
  const rows = useRows<LocalPlace>(localCollection)
  const open = treeOf(rows.filter((row) => row.active || draft.localPlaces.includes(row.id)))
  return (
    <Section title={t('lembaga.who')}>
      <TextField {...field('name', t('lembaga.name'))} maxLength={120} autoComplete="off" />
      <Alike place={place} form={form} id={id} />
      <SelectField
        {...field('kind', t('lembaga.kind'))}
        emptyLabel={t('lembaga.choose')}
        options={optionsOf(kinds.institutionKindNames, kinds.kindText)}
      />
      <SelectField
        {...field('reach', t('lembaga.reach'))}
        options={optionsOf(kinds.reachNames, kinds.reachText)}
      />
      {draft.reach === 'local' && (
        <CheckCards
          name="localPlaces"
          label={t('lembaga.places')}
          hint={open.length === 0 ? t('lembaga.places-none') : undefined}
          error={form.errorOf('localPlaces')}
          values={draft.localPlaces}
          onChange={(localPlaces) => form.set({ localPlaces })}
          columns={2}
          choices={open.map(({ place: each }) => ({ value: each.id, label: localTitle(each, place) }))}
        />
      )}
      <TextField
        {...field('otherNames', t('lembaga.other-names'))}
        optional={optional()}
        hint={t('lembaga.other-names-hint')}
        maxLength={600}
      />
    </Section>
  )
}

function What({ form: { field, draft }, open }: { form: Fields; open: boolean }) {
  return (
    <Fold title={t('lembaga.what')} open={open}>
      <FormRow>
        <NumberField {...field('women', t('lembaga.women'))} optional={optional()} maxDigits={6} />
        <NumberField {...field('men', t('lembaga.men'))} optional={optional()} maxDigits={6} />
        <NumberField {...field('poor', t('lembaga.poor'))} optional={optional()} maxDigits={6} />
      </FormRow>
      <FormRow>
        <SelectField
          {...field('meets', t('lembaga.meets'))}
          emptyLabel={t('lembaga.unknown')}
          options={optionsOf(kinds.rhythmNames, kinds.rhythmText)}
        />
        <NumberField
          {...field('since', t('lembaga.since'))}
          optional={optional()}
          grouped={false}
          maxDigits={4}
        />
      </FormRow>
      <FormRow>
        <SelectField
          {...field('legal', t('lembaga.legal'))}
          options={optionsOf(kinds.legalNames, kinds.legalText)}
        />
        {draft.legal !== 'none' && (
          <TextField {...field('legalNote', t('lembaga.legal-note'))} optional={optional()} maxLength={160} />
        )}
      </FormRow>
      <TextArea
        {...field('services', t('lembaga.services'))}
        optional={optional()}
        rows={3}
        maxLength={1000}
      />
      <TextArea {...field('assets', t('lembaga.assets'))} optional={optional()} rows={2} maxLength={1000} />
    </Fold>
  )
}

function Standing({ form: { field }, open }: { form: Fields; open: boolean }) {
  const hint = t('lembaga.without-names')
  return (
    <Fold title={t('lembaga.standing')} open={open}>
      <FormRow>
        <SelectField
          {...field('importance', t('lembaga.importance'))}
          emptyLabel={t('lembaga.unknown')}
          options={fiveOptions()}
        />
        <SelectField
          {...field('closeness', t('lembaga.closeness'))}
          emptyLabel={t('lembaga.unknown')}
          options={fiveOptions()}
        />
      </FormRow>
      <TextArea
        {...field('potentials', t('lembaga.potentials'))}
        {...{ hint, optional: optional(), rows: 3, maxLength: 1000 }}
      />
      <TextArea
        {...field('constraints', t('lembaga.constraints'))}
        {...{ hint, optional: optional(), rows: 3, maxLength: 1000 }}
      />
    </Fold>
  )
}

function InstitutionForm({ place, row }: ScreenProps & { row: Institution | undefined }) {
  const form = useInstitutionForm(place, row)
  // What must be mended is not folded away.
  const open = row !== undefined || form.attempt > 0
  const back = row ? `/d/${place}/lembaga/${row.id}` : `/d/${place}/lembaga`
  return (
    <Page
      title={t(row ? 'lembaga.change-title' : 'lembaga.new-title')}
      subtitle={row?.name}
      back={{ href: back, label: t(row ? 'lembaga.one-back' : 'lembaga.back') }}
      width="narrow"
    >
      <CommandForm form={form} submit={t('lembaga.save')} cancel={back}>
        <Who place={place} form={form} id={form.input.id} />
        <What form={form} open={open} />
        <Standing form={form} open={open} />
      </CommandForm>
    </Page>
  )
}

export default recordOrNewScreen(institutionRecord, InstitutionForm)
