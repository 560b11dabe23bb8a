// An agency: put on record, changed, or noted as ended. Its kind is chosen once.
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { levelOf, zoneOf } from '../../../kernel/place-code.ts'
import { type AgencyKind, agencyKindNames } from '../../../kernel/role.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { type Agency, changeAgency, closeAgency, foundAgency } from '../agency.ts'
import { agencyWords } from '../kinds.ts'
import { whyNotChange, whyNotClose, whyNotFound } from '../rules.ts'
import { agenciesTexts } from '../texts.ts'
import type { Own } from './PostForm.tsx'
import { kindOf, t } from './words.ts'

type Props = { place: string; own: Own; row?: Agency; onClose: () => void }

function useFounding({ place, own, row, onClose }: Props) {
  const kinds = agencyKindNames.filter((kind) => agencyWords(kind).levels.includes(levelOf(place)))
  const known = { place, ...own, today: today(zoneOf(place)) }
  const form = useCommandForm({
    ...{ place, screen: 'agencies.agency', record: row?.id ?? 'new', says: [agenciesTexts] },
    ...{ saved: t('who.saved'), done: onClose },
    start: () => ({
      ...{ kind: row?.kind ?? kinds[0] ?? ('other' as AgencyKind), name: row?.name ?? '' },
      ...{ parent: row?.parent ?? '', from: row?.from ?? '' },
    }),
    input: ({ kind, name, parent, from }) => ({
      ...{ id: row?.id ?? newId(), kind, name: name.trim(), parent: parent || null, from: from || null },
    }),
    rules: ({ kind, ...input }) =>
      row ? whyNotChange(known, { ...input, basedOn: row.version }) : whyNotFound(known, { ...input, kind }),
    give: (phone, { kind, ...input }, taken) =>
      row
        ? phone.give(changeAgency, place, { ...input, basedOn: row.version }, taken)
        : phone.give(foundAgency, place, { ...input, kind }, taken),
  })
  return { form, kinds }
}

export function AgencyForm(props: Props) {
  const { row, own, onClose } = props
  const { form, kinds } = useFounding(props)
  const { field } = form
  const above = own.agencies.filter(
    ({ id, until }) => id !== row?.id && (until === null || id === row?.parent),
  )
  return (
    <CommandDialog
      form={form}
      title={row ? row.name : t('who.add-agency')}
      submit={t('who.save')}
      onClose={onClose}
    >
      {!row && (
        <SelectField
          {...field('kind', t('who.agency-kind'))}
          options={kinds.map((kind) => ({ value: kind, label: kindOf({ kind }) }))}
        />
      )}
      <TextField {...field('name', t('who.agency-name'))} maxLength={200} />
      {above.length > 0 && (
        <SelectField
          {...field('parent', t('who.parent'))}
          emptyLabel={t('who.no-parent')}
          options={above.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <DateField
        {...field('from', t('who.began'))}
        optional={t('who.optional')}
        max={today(zoneOf(props.place))}
      />
    </CommandDialog>
  )
}

export function CloseAgency({ place, own, row, onClose }: Props & { row: Agency }) {
  const now = today(zoneOf(place))
  const form = useCommandForm({
    ...{ place, screen: 'agencies.close', record: row.id, says: [agenciesTexts], command: closeAgency },
    ...{ saved: t('who.saved'), done: onClose },
    start: () => ({ until: now }),
    input: ({ until }) => ({ id: row.id, basedOn: row.version, until }),
    rules: (input) => whyNotClose({ place, ...own, today: now }, input),
  })
  return (
    <CommandDialog
      form={form}
      title={t('who.end-agency')}
      submit={t('who.end')}
      danger
      hindered={form.refusals.filter(({ field }) => field === undefined)}
      onClose={onClose}
    >
      <p>{row.name}</p>
      <DateField {...form.field('until', t('who.last-day'))} max={now} />
    </CommandDialog>
  )
}
