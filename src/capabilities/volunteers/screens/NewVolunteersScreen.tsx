// Registering volunteers, many at a time: from people on record, from who was at a meeting, or by name.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { volunteersTexts } from '../texts.ts'
import './volunteers.css'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PersonPicker } from '../../people/door.browser.tsx'
import { AlsoFor } from '../../programmes/door.browser.tsx'
import type { Serving } from '../../programmes/serving.ts'
import { servingTexts } from '../../programmes/serving-texts.ts'
import { likelySame, type Named } from '../likeness.ts'
import { whyNotRegister } from '../rules.ts'
import { activeIn, personIn, personKey } from '../view.ts'
import { registerVolunteers } from '../volunteer.ts'
import { blankDraft, type Draft, draftOfPerson, handfuls, shapeFaults, toldOf } from './draft.ts'
import { FromMeeting } from './FromMeeting.tsx'
import { useEnrolled } from './use-volunteers.ts'
import { VolunteerFields } from './VolunteerFields.tsx'
import { dayInWords, errorAt, may, sexText, t, todayAt, words } from './words.tsx'

type CardProps = {
  draft: Draft
  index: number
  /** Who bears nearly the same name may be the same person: on the roll, or noted just above. */
  others: readonly Named[]
  refusals: readonly Refusal[]
  onChange: (draft: Draft) => void
  onRemove: () => void
}

function DraftCard({ draft, index, others, refusals, onChange, onRemove }: CardProps) {
  const alike =
    draft.name.trim().length > 1 && draft.sex !== '' ? likelySame({ ...draft, sex: draft.sex }, others) : []
  const prefix = `volunteers.${index}.`
  const person = errorAt(refusals, `${prefix}person`)
  return (
    <li className="volunteers-draft" id={`${prefix}person`}>
      <Cluster justify="between">
        <strong>
          {draft.person
            ? `${draft.name} · ${draft.sex && sexText(draft.sex)}`
            : draft.name || `${index + 1}.`}
        </strong>
        <IconButton
          icon="x"
          label={t('new.remove', { name: draft.name || String(index + 1) })}
          onClick={onRemove}
        />
      </Cluster>
      {person && <Notice tone="refused">{person}</Notice>}
      {alike.length > 0 && (
        <Notice tone="warn">{t('new.alike', { names: alike.map((each) => each.name).join(', ') })}</Notice>
      )}
      <VolunteerFields {...{ draft, onChange, prefix }} errorOf={(field) => errorAt(refusals, field)} />
    </li>
  )
}

type ListDraft = {
  on: string
  alsoFor: Serving[]
  drafts: readonly Draft[]
  /** Which of them were made from which attendance; such a one goes when it is unticked. */
  sources: Readonly<Record<string, string>>
}

/** The list as it is changed by hand, from people on record and from an attendance. */
function listOf({ drafts, sources }: ListDraft, set: (change: Partial<ListDraft>) => void) {
  const without = (ids: readonly string[]) => drafts.filter((each) => !ids.includes(each.id))
  const from = Object.entries(sources).flatMap(([attendance, id]) => {
    const draft = drafts.find((each) => each.id === id)
    return draft ? [[attendance, draft] as const] : []
  })
  return {
    chosen: new Map(from),
    add: (draft: Draft) => set({ drafts: [...drafts, draft] }),
    change: (draft: Draft) => set({ drafts: drafts.map((each) => (each.id === draft.id ? draft : each)) }),
    replace: (gone: readonly string[], more: readonly Draft[]) =>
      set({ drafts: [...without(gone), ...more] }),
    choose: (attendance: string, draft: Draft | null) => {
      const { [attendance]: before, ...others } = sources
      if (draft) set({ drafts: [...drafts, draft], sources: { ...others, [attendance]: draft.id } })
      else set({ drafts: without(before ? [before] : []), sources: others })
    },
  }
}

function Entry({ place, enrolment }: { place: string; enrolment: string }) {
  const view = usePlaceView()
  const roll = activeIn(view, enrolment)
  const onRoll = new Set(roll.flatMap((each) => (each.person ? [personKey(view, each.person)] : [])))
  const form = useCommandForm({
    ...{ place, screen: 'volunteers.register', record: enrolment, says: [volunteersTexts, servingTexts] },
    start: (): ListDraft => ({ on: todayAt(place), alsoFor: [], drafts: [], sources: {} }),
    input: ({ on, alsoFor, drafts }) => ({ enrolment, on, alsoFor, volunteers: drafts.map(toldOf) }),
    rules: (input, { on, drafts }) => [
      ...shapeFaults(enrolment, on, drafts),
      ...(on ? whyNotRegister(view, input, todayAt(place)) : []),
      ...(drafts.length === 0 ? [{ code: 'new.none', field: 'add-name' }] : []),
    ],
    give: async (phone, { alsoFor }, taken, { on, drafts }) => {
      const all = handfuls(enrolment, on, drafts)
      for (const [at, input] of all.entries())
        await phone.give(registerVolunteers, place, { ...input, alsoFor }, at === all.length - 1 ? taken : {})
    },
    saved: ({ volunteers }) => t('new.done', { count: volunteers.length }),
    to: `/d/${place}/relawan?pendaftaran=${enrolment}`,
  })
  const { drafts, on } = form.draft
  const { add, change, replace, chosen, choose } = listOf(form.draft, form.set)
  const shown =
    form.attempt > 0 ? form.refusals : form.refusals.filter((each) => each.field?.endsWith('.person'))
  const persons = drafts.flatMap((each) => each.person ?? [])
  const pick = (ids: readonly string[]) => {
    const gone = drafts.filter((each) => each.person && !ids.includes(each.person))
    const rows = ids.filter((each) => !persons.includes(each)).flatMap((each) => personIn(view, each) ?? [])
    replace(
      gone.map((each) => each.id),
      rows.map(draftOfPerson),
    )
  }
  return (
    <CommandForm form={form} submit={t('new.go', { count: drafts.length })}>
      <FromMeeting enrolment={enrolment} chosen={chosen} onChosen={choose} />
      <Section>
        <PersonPicker
          name="people"
          label={t('new.from-people')}
          hint={t('new.from-people-hint')}
          values={persons}
          onChange={pick}
          filter={(row) => row.state === 'here' && !onRoll.has(row.id)}
          onWalkIn={(name) => add(blankDraft({ name }))}
        />
        <Button id="add-name" icon="plus" onClick={() => add(blankDraft())}>
          {t('new.add-name')}
        </Button>
      </Section>
      <Section title={t('new.list', { count: drafts.length })} tone="plain">
        {drafts.length === 0 && <p className="rb-hint">{t('new.list-empty')}</p>}
        <ul className="volunteers-names rb-stack">
          {drafts.map((draft, index) => (
            <DraftCard
              key={draft.id}
              {...{ draft, index, refusals: shown }}
              others={[
                ...roll,
                ...drafts.slice(0, index).flatMap((each) => (each.sex ? [{ ...each, sex: each.sex }] : [])),
              ]}
              onChange={change}
              onRemove={() => replace([draft.id], [])}
            />
          ))}
        </ul>
      </Section>
      <AlsoFor {...form.field('alsoFor', t('new.also-for'))} own={{ enrolment }} kindsOf={() => null} />
      <DateField {...form.field('on', t('new.on'))} inWords={dayInWords(on)} max={todayAt(place)} />
    </CommandForm>
  )
}

export default function NewVolunteersScreen({ place }: ScreenProps) {
  const enrolled = useEnrolled()
  const mayDo = may(useRoles(place), registerVolunteers)
  const back = { href: `/d/${place}/relawan`, label: t('volunteers.back') }
  return (
    <Page
      title={t('new.title')}
      subtitle={enrolled && words(enrolled.programme.title)}
      width="narrow"
      back={back}
    >
      {!enrolled && <EmptyState icon="people" title={t('volunteers.no-programme')} />}
      {enrolled && !mayDo && <Notice tone="info">{t('volunteers.not-allowed')}</Notice>}
      {enrolled && mayDo && <Entry key={enrolled.row.id} place={place} enrolment={enrolled.row.id} />}
    </Page>
  )
}
