// An officer of an institution: named, or corrected; the last day ends the term. A resident on record, or a name.
import { newId } from '../../../kernel/id.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { PersonPicker } from '../../people/door.browser.tsx'
import { type PersonRow, personCollection } from '../../people/person.ts'
import { appointOfficer, changeOfficer, type Officer } from '../officer.ts'
import { whyNotAppoint, whyNotChangeOfficer } from '../rules.ts'
import { institutionsTexts } from '../texts.ts'
import { t } from './words.ts'

type Props = { place: string; institution: string; row?: Officer; onClose: () => void }

export function OfficerForm({ place, institution, row, onClose }: Props) {
  const view = usePlaceView()
  const form = useCommandForm({
    ...{ place, screen: 'institutions.officer', record: row?.id ?? institution, says: [institutionsTexts] },
    ...{ shape: appointOfficer.input, saved: t('lembaga.saved'), done: onClose },
    start: () => ({
      ...{
        post: row?.post ?? '',
        person: row?.person ? [row.person] : ([] as string[]),
        name: row?.name ?? '',
      },
      ...{ from: row?.from ?? '', until: row?.until ?? '' },
    }),
    input: ({ post, person: [person = null], name, from, until }) => ({
      ...{ id: row?.id ?? newId(), institution, post: post.trim(), person },
      name: person
        ? (view.get<PersonRow>(personCollection, person)?.name ?? (row?.name || '–'))
        : name.trim(),
      ...{ from: from || null, until: until || null },
    }),
    rules: ({ institution: _, ...input }) =>
      row
        ? whyNotChangeOfficer(view, { ...input, basedOn: row.version })
        : whyNotAppoint(view, { ...input, institution }),
    give: (phone, { institution: _, ...input }, taken) =>
      row
        ? phone.give(changeOfficer, place, { ...input, basedOn: row.version }, taken)
        : phone.give(appointOfficer, place, { ...input, institution }, taken),
  })
  const { field, draft } = form
  const optional = t('lembaga.optional')
  return (
    <CommandDialog
      form={form}
      title={t(row ? 'lembaga.officer-change' : 'lembaga.officer-add')}
      submit={t('lembaga.save')}
      onClose={onClose}
    >
      <p className="rb-hint">{t('lembaga.officer-why')}</p>
      <TextField {...field('post', t('lembaga.officer-post'))} maxLength={80} autoComplete="off" />
      <PersonPicker
        name="person"
        label={t('lembaga.officer-person')}
        hint={optional}
        error={form.errorOf('person')}
        single
        walkIn={false}
        values={draft.person}
        onChange={(person) => form.set({ person })}
      />
      {draft.person.length === 0 && (
        <TextField {...field('name', t('lembaga.officer-name'))} maxLength={120} autoComplete="off" />
      )}
      <FormRow>
        <DateField {...field('from', t('lembaga.from'))} optional={optional} />
        <DateField {...field('until', t('lembaga.until'))} optional={optional} />
      </FormRow>
    </CommandDialog>
  )
}
