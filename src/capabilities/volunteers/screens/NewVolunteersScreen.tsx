// Registering volunteers, many at a time: from people on record, from who was at a meeting, or by name.
import './volunteers.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../platform/browser/ui/action/IconButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { PersonPicker } from '../../people/door.browser.tsx'
import { likelySame, type Named } from '../likeness.ts'
import { whyNotRegister } from '../rules.ts'
import { activeIn, personIn, personKey } from '../view.ts'
import { registerVolunteers } from '../volunteer.ts'
import { blankDraft, type Draft, draftOfPerson, handfuls, shapeFaults, toldOf } from './draft.ts'
import { FromMeeting } from './FromMeeting.tsx'
import { useEnrolled } from './use-volunteers.ts'
import { VolunteerFields } from './VolunteerFields.tsx'
import { dayInWords, errorAt, faultsOf, may, sexText, t, todayAt, words } from './words.tsx'

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

/** Drafts, some of which were made from an attendance and go when it is unticked. */
function useDrafts() {
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const [sources, setSources] = useState<ReadonlyMap<string, string>>(new Map())
  const remove = (ids: readonly string[]) => setDrafts((now) => now.filter((each) => !ids.includes(each.id)))
  return {
    drafts,
    add: (draft: Draft) => setDrafts((now) => [...now, draft]),
    change: (draft: Draft) => setDrafts((now) => now.map((each) => (each.id === draft.id ? draft : each))),
    remove,
    chosen: new Map(
      [...sources].flatMap(([attendance, id]) => {
        const draft = drafts.find((each) => each.id === id)
        return draft ? [[attendance, draft] as const] : []
      }),
    ),
    choose: (attendance: string, draft: Draft | null) => {
      if (draft) setDrafts((now) => [...now, draft])
      else remove([sources.get(attendance) ?? ''])
      setSources(
        (now) =>
          new Map([...now].filter(([id]) => id !== attendance).concat(draft ? [[attendance, draft.id]] : [])),
      )
    },
  }
}

function Entry({ place, enrolment }: { place: string; enrolment: string }) {
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const { drafts, add, change, remove, chosen, choose } = useDrafts()
  const [on, setOn] = useState(todayAt(place))
  const [attempt, setAttempt] = useState(0)
  const roll = activeIn(view, enrolment)
  const onRoll = new Set(roll.flatMap((each) => (each.person ? [personKey(view, each.person)] : [])))
  const refusals = [
    ...shapeFaults(enrolment, on, drafts),
    ...(on ? whyNotRegister(view, { enrolment, on, volunteers: drafts.map(toldOf) }, todayAt(place)) : []),
    ...(drafts.length === 0 ? [{ code: 'new.none', field: 'add-name' }] : []),
  ]
  const shown = attempt > 0 ? refusals : refusals.filter((each) => each.field?.endsWith('.person'))
  const persons = drafts.flatMap((each) => each.person ?? [])
  const pick = (ids: readonly string[]) => {
    const gone = drafts.filter((each) => each.person && !ids.includes(each.person))
    if (gone.length > 0) remove(gone.map((each) => each.id))
    for (const id of ids.filter((each) => !persons.includes(each))) {
      const row = personIn(view, id)
      if (row) add(draftOfPerson(row))
    }
  }
  const send = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    for (const input of handfuls(enrolment, on, drafts)) await phone.give(registerVolunteers, place, input)
    announce(t('new.done', { count: drafts.length }))
    go(`/d/${place}/relawan?pendaftaran=${enrolment}`)
  }
  return (
    <Form onSubmit={() => void send()}>
      <ErrorSummary
        title={t('volunteers.fix')}
        attempt={attempt}
        faults={attempt > 0 ? faultsOf(refusals) : []}
      />
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
              onRemove={() => remove([draft.id])}
            />
          ))}
        </ul>
      </Section>
      <DateField
        name="on"
        label={t('new.on')}
        value={on}
        onChange={setOn}
        inWords={dayInWords(on)}
        max={todayAt(place)}
        error={errorAt(shown, 'on')}
      />
      <Button type="submit" variant="primary">
        {t('new.go', { count: drafts.length })}
      </Button>
    </Form>
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
