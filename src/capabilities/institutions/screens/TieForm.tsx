// A tie of an institution: with another of the village, or with a body beyond it.
import { newId } from '../../../kernel/id.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import type { Institution } from '../institution.ts'
import { institutionsTexts } from '../texts.ts'
import * as ties from '../tie.ts'
import { whyNotChangeTie, whyNotTie } from '../tie-rules.ts'
import { activeIn } from '../view.ts'
import { fiveOptions, numberOf, say, t, todayAt } from './words.ts'

type Props = { place: string; institution: Institution; row?: ties.Tie; onClose: () => void }
/** The choice that asks for a name. */
const outside = 'outside'

const startOf = (row: ties.Tie | undefined) => ({
  to: row ? (row.to ?? outside) : '',
  outside: row?.outside ?? '',
  flows: [...(row?.flows ?? [])] as ties.Flow[],
  strength: row?.strength ? String(row.strength) : '',
  way: row?.way ?? ('both' as ties.Way),
  bond: row?.bond ?? ('bridging' as ties.Bond),
  note: row?.note ?? '',
  until: row?.until ?? '',
})

const changed = (
  { id, from: _, to: __, outside: ___, ...said }: ties.TieInstitutions,
  { version }: ties.Tie,
  until: string,
): ties.ChangeTie => ({ ...said, id, basedOn: version, until: until || null })

function useTying({ place, institution, row, onClose }: Props) {
  const view = usePlaceView()
  return useCommandForm({
    ...{
      place,
      screen: row ? 'institutions.change-tie' : 'institutions.tie',
      record: row?.id ?? institution.id,
    },
    ...{
      shape: ties.tieInstitutions.input,
      says: [institutionsTexts],
      saved: t('lembaga.saved'),
      done: onClose,
    },
    start: () => startOf(row),
    input: ({ to, outside: name, strength, note, until: _, ...said }) => ({
      ...{ ...said, id: row?.id ?? newId(), from: row?.from ?? institution.id },
      ...{ to: to === outside || to === '' ? null : to, outside: to === outside ? name.trim() : '' },
      ...{ strength: numberOf(strength), note: note.trim() },
    }),
    rules: (input, draft) =>
      row ? whyNotChangeTie(view, changed(input, row, draft.until), todayAt(place)) : whyNotTie(view, input),
    fieldOf: (path) => path.replace(/^flows\..*/, 'flows'),
    give: (phone, input, taken, draft) =>
      row
        ? phone.give(ties.changeTie, place, changed(input, row, draft.until), taken)
        : phone.give(ties.tieInstitutions, place, input, taken),
  })
}

export function TieForm(props: Props) {
  const { place, institution, row, onClose } = props
  const form = useTying(props)
  const { field, draft } = form
  const others = activeIn(usePlaceView()).filter(({ id }) => id !== institution.id)
  const optional = t('lembaga.optional')
  return (
    <CommandDialog
      form={form}
      title={t(row ? 'lembaga.tie-change' : 'lembaga.tie-add')}
      submit={t('lembaga.save')}
      onClose={onClose}
    >
      {!row && (
        <SelectField
          {...field('to', t('lembaga.tie-with'))}
          emptyLabel={t('lembaga.choose')}
          options={[
            { value: outside, label: t('lembaga.tie-outside') },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {!row && draft.to === outside && (
        <TextField {...field('outside', t('lembaga.tie-outside-name'))} maxLength={120} autoComplete="off" />
      )}
      <CheckCards
        name="flows"
        label={t('lembaga.tie-flows')}
        error={form.errorOf('flows')}
        values={draft.flows}
        onChange={(flows) => form.set({ flows: flows as ties.Flow[] })}
        columns={2}
        choices={ties.flowNames.map((value) => ({ value, label: say(ties.flowText(value)) }))}
      />
      <FormRow>
        <SelectField
          {...field('strength', t('lembaga.tie-strength'))}
          emptyLabel={t('lembaga.unknown')}
          options={fiveOptions()}
        />
        <SelectField
          {...field('way', t('lembaga.tie-way'))}
          options={ties.wayNames.map((value) => ({ value, label: say(ties.wayText(value)) }))}
        />
      </FormRow>
      <SelectField
        {...field('bond', t('lembaga.tie-bond'))}
        options={ties.bondNames.map((value) => ({ value, label: say(ties.bondText(value)) }))}
      />
      <TextField {...field('note', t('lembaga.tie-note'))} optional={optional} maxLength={300} />
      {row && (
        <DateField {...field('until', t('lembaga.tie-until'))} optional={optional} max={todayAt(place)} />
      )}
    </CommandDialog>
  )
}
