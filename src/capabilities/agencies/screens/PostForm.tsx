// Who holds a post: named anew, or corrected; its last day ends it.
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { levelOf, zoneOf } from '../../../kernel/place-code.ts'
import { fill } from '../../../kernel/text.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { language } from '../../../platform/browser/language.ts'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { type Agency, appoint, changePost, type Post } from '../agency.ts'
import { type PostKind, postKindNames, postWords } from '../kinds.ts'
import { keptBy, whyNotAppoint, whyNotChangePost } from '../rules.ts'
import { agenciesTexts } from '../texts.ts'
import { t } from './words.ts'

export type Own = { agencies: readonly Agency[]; posts: readonly Post[] }
type Props = { place: string; own: Own; row?: Post; agency?: string | null; onClose: () => void }

const numberOf = (typed: string) => (typed === '' ? null : Number(typed))

const startOf = (row: Post | undefined, agency: string | null, first: PostKind) => ({
  ...{ kind: row?.kind ?? first, title: row?.title ?? '', name: row?.name ?? '' },
  ...{ agency: row ? (row.agency ?? '') : (agency ?? ''), rt: `${row?.rt ?? ''}`, rw: `${row?.rw ?? ''}` },
  ...{ from: row?.from ?? '', until: row?.until ?? '' },
})

function usePosting({ place, own, row, agency = null, onClose }: Props) {
  const kinds = postKindNames.filter((kind) => postWords(kind).levels.includes(levelOf(place)))
  const keeps = keptBy(usePhone().open.account.holdings, place)
  const known = { place, ...own, today: today(zoneOf(place)), keeps }
  const form = useCommandForm({
    ...{ place, screen: 'agencies.post', record: row?.id ?? agency ?? 'new', says: [agenciesTexts] },
    ...{ saved: t('who.saved'), done: onClose },
    start: () => startOf(row, agency, kinds[0] ?? 'other'),
    input: ({ name, title, from, until, agency: of, ...draft }) => ({
      ...{ ...draft, id: row?.id ?? newId(), name: name.trim(), title: title.trim() },
      ...{ agency: of || null, from: from || null, until: until || null },
      ...{ rt: numberOf(draft.rt), rw: numberOf(draft.rw) },
    }),
    rules: (input) =>
      row ? whyNotChangePost(known, { ...input, basedOn: row.version }) : whyNotAppoint(known, input),
    give: (phone, input, taken) =>
      row
        ? phone.give(changePost, place, { ...input, basedOn: row.version }, taken)
        : phone.give(appoint, place, input, taken),
  })
  return { form, kinds }
}

export function PostForm(props: Props) {
  const { form, kinds } = usePosting(props)
  const { field, draft } = form
  const { numbered } = postWords(draft.kind)
  const optional = t('who.optional')
  const agencies = props.own.agencies.filter(
    ({ place, until, id }) => place === props.place && (until === null || id === draft.agency),
  )
  return (
    <CommandDialog
      form={form}
      title={props.row ? t('who.edit') : t('who.add-post')}
      submit={t('who.save')}
      onClose={props.onClose}
    >
      <SelectField
        {...field('kind', t('who.post-kind'))}
        options={kinds.map((kind) => ({ value: kind, label: fill(postWords(kind).name, language()) }))}
      />
      <TextField
        {...field('name', t('who.person'))}
        hint={t('who.person-hint')}
        maxLength={120}
        autoComplete="off"
      />
      {numbered === 'rt' && <NumberField {...field('rt', t('who.rt'))} maxDigits={3} />}
      {numbered && (
        <NumberField
          {...field('rw', t('who.rw'))}
          optional={numbered === 'rt' ? optional : undefined}
          maxDigits={3}
        />
      )}
      <TextField
        {...field('title', t('who.post-title'))}
        optional={draft.kind === 'other' ? undefined : optional}
        maxLength={120}
      />
      {agencies.length > 0 && (
        <SelectField
          {...field('agency', t('who.post-agency'))}
          emptyLabel={t('who.no-agency')}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <DateField {...field('from', t('who.first-day'))} optional={optional} />
      <DateField {...field('until', t('who.last-day'))} optional={optional} />
    </CommandDialog>
  )
}
