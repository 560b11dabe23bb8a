// What screens of higher capabilities show of a record that counts for several programmes: tick boxes while it is planned,
// the list of programmes it serves, and adding one later.
import type { Command } from '../../kernel/command.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Texts } from '../../kernel/text.ts'
import { CommandForm } from '../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../platform/browser/hooks.tsx'
import { language, translate } from '../../platform/browser/language.ts'
import { type Task, TaskList } from '../../platform/browser/ui/figures/TaskList.tsx'
import { CheckCards } from '../../platform/browser/ui/form/CheckCards.tsx'
import { SelectField } from '../../platform/browser/ui/form/SelectField.tsx'
import { Section } from '../../platform/browser/ui/page/Section.tsx'
import type { Programme, Words } from './definition.ts'
import {
  type Enrolled,
  enrolledIn,
  enrolmentsOf,
  runningIn,
  type Serving,
  type Shared,
  servingsOf,
} from './serving.ts'
import { servingTexts } from './serving-texts.ts'

const t = translate(servingTexts)
const words = (text: Words): string => text[language()]

/** The kinds that such a record may count as in a programme; null where it has none. */
export type KindsOf = (programme: Programme) => readonly { id: string; title: Words }[] | null

/** The title of a programme at this village, with the site it is about where it is about one. */
export function titleOf({ row, programme }: Enrolled, said = words): string {
  const site = row.subject?.name
  return site ? `${said(programme.title)} (${site})` : said(programme.title)
}

/** The running programmes of the village that this record does not serve yet and that have a kind for it. */
function useOthers(record: Shared, kindsOf: KindsOf): Enrolled[] {
  const view = usePlaceView()
  if (record.enrolment === null) return []
  const known = new Set(enrolmentsOf(record))
  return runningIn(view).filter(
    ({ row, programme }) => !known.has(row.id) && kindsOf(programme)?.length !== 0,
  )
}

type FieldProps = {
  name: string
  label?: string
  value: readonly Serving[]
  onChange: (value: Serving[]) => void
  error?: string | undefined
}

/** "Berlaku juga untuk": shown only where the village runs more than one programme. */
export function AlsoFor({ own, kindsOf, ...field }: FieldProps & { own: Shared; kindsOf: KindsOf }) {
  const others = useOthers(own, kindsOf)
  const { value, onChange } = field
  if (others.length === 0) return null
  const first = (programme: Programme): string | null => {
    const kinds = kindsOf(programme)
    return (
      kinds?.find((each) => each.id === own.kind)?.id ?? (kinds?.length === 1 ? (kinds[0]?.id ?? null) : null)
    )
  }
  const tick = (ids: readonly string[]) =>
    onChange(
      others
        .filter(({ row }) => ids.includes(row.id))
        .map(
          ({ row, programme }) =>
            value.find((each) => each.enrolment === row.id) ?? { enrolment: row.id, kind: first(programme) },
        ),
    )
  const chosen = others.filter(({ row }) => value.some((each) => each.enrolment === row.id))
  return (
    <>
      <CheckCards
        name={field.name}
        label={field.label ?? t('serving.also-for')}
        hint={t('serving.also-for-hint')}
        error={field.error}
        values={value.map((each) => each.enrolment)}
        onChange={tick}
        choices={others.map((each) => ({ value: each.row.id, label: titleOf(each) }))}
      />
      {chosen.map((each) => {
        const kinds = kindsOf(each.programme)
        if (!kinds) return null
        const name = `${field.name}-${each.row.id}`
        return (
          <SelectField
            key={each.row.id}
            name={name}
            label={t('serving.as', { programme: titleOf(each) })}
            emptyLabel={t('serving.choose')}
            value={value.find((one) => one.enrolment === each.row.id)?.kind ?? ''}
            onChange={(kind) =>
              onChange(
                value.map((one) => (one.enrolment === each.row.id ? { ...one, kind: kind || null } : one)),
              )
            }
            options={kinds.map(({ id, title }) => ({ value: id, label: words(title) }))}
          />
        )
      })}
    </>
  )
}

type Add<Input> = {
  command: Command<Input>
  input: (alsoFor: Serving[]) => NoInfer<Input>
  rules: (input: NoInfer<Input>) => readonly Refusal[]
  says: readonly Texts[]
  saved: string
}

function AddProgramme<Input>({
  place,
  record,
  kindsOf,
  add,
  also,
}: {
  place: string
  record: Shared & { id: string }
  kindsOf: KindsOf
  add: Add<Input>
  also: string
}) {
  const { command, input, rules, says, saved } = add
  const form = useCommandForm({
    ...{ place, screen: command.name, record: record.id, says: [...says, servingTexts], command },
    start: (): { alsoFor: Serving[] } => ({ alsoFor: [] }),
    input: ({ alsoFor }) => input(alsoFor),
    rules,
    saved,
    anew: true,
  })
  return (
    <CommandForm form={form} submit={form.draft.alsoFor.length > 0 ? t('serving.add') : undefined}>
      <AlsoFor {...form.field('alsoFor', also)} own={record} kindsOf={kindsOf} />
    </CommandForm>
  )
}

/** Why it does not count for a programme (yet), in sentences; null while nothing is to be counted. */
export type Unmet = (enrolment: string) => readonly string[] | null

/** What is said of it: a meeting counts for a programme, a person helps it. */
export type ServedWords = { title: string; also: string; done: string }
const usual = (): ServedWords => ({
  title: t('serving.title'),
  also: t('serving.also-for'),
  done: t('serving.done'),
})

/** Which programmes a record serves, as what, and for which of them it does not count yet; `add` where one may be added. */
export function ServedProgrammes<Input>({
  place,
  record,
  kindsOf,
  unmet = () => [],
  named = usual(),
  add,
}: {
  place: string
  record: Shared & { id: string }
  kindsOf: KindsOf
  unmet?: Unmet
  named?: ServedWords
  add?: Add<Input> | undefined
}) {
  const view = usePlaceView()
  const others = useOthers(record, kindsOf)
  const served = servingsOf(record)
  if (served.length < 2 && (!add || others.length === 0)) return null
  const tasks = served.map(({ enrolment, kind }): Task => {
    const enrolled = enrolledIn(view, enrolment)
    const why = unmet(enrolment)
    const as = enrolled && kindsOf(enrolled.programme)?.find((each) => each.id === kind)?.title
    const state = why === null ? 'later' : why.length === 0 ? 'done' : 'blocked'
    return {
      id: enrolment,
      title: enrolled ? titleOf(enrolled) : t('serving.unknown'),
      status: state,
      statusLabel: state === 'done' ? named.done : t(`serving.${state}`),
      why: [as && words(as), ...(why ?? [])].filter(Boolean).join(' · '),
    }
  })
  return (
    <Section title={named.title} id="program">
      <TaskList label={named.title} tasks={tasks} />
      {add && <AddProgramme {...{ place, record, kindsOf, add, also: named.also }} />}
    </Section>
  )
}
