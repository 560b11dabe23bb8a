// Forming or changing a team: tick its members, say who coordinates and who writes.

import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { refuseField } from '../../../kernel/refusal.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { ofChanges, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { serves } from '../../programmes/serving.ts'
import { changeTeam, type Duty, formTeam, mostMembers, type Team, type TeamMember } from '../team.ts'
import { whyNotChangeTeam, whyNotFormTeam } from '../team-rules.ts'
import { volunteersTexts } from '../texts.ts'
import { activeIn } from '../view.ts'
import type { Volunteer } from '../volunteer.ts'
import { useLives } from './use-volunteers.ts'
import { dayInWords, dayText, nameOf, sexText, t, todayAt } from './words.tsx'

const offices = ['coordinator', 'secretary', 'treasurer'] as const
type Offices = Record<(typeof offices)[number], string>
type Draft = {
  name: string
  formedOn: string
  meeting: string | null
  ticked: readonly string[]
  offices: Offices
}

function draftOf(team: Team | null, name: string, today: string): Draft {
  const holder = (duty: Duty) => team?.members.find((each) => each.duty === duty)?.volunteer ?? ''
  return {
    name,
    formedOn: team?.formedOn ?? today,
    meeting: team?.meeting ?? null,
    ticked: team?.members.map((each) => each.volunteer) ?? [],
    offices: {
      coordinator: holder('coordinator'),
      secretary: holder('secretary'),
      treasurer: holder('treasurer'),
    },
  }
}

function membersOf(draft: Pick<Draft, 'ticked' | 'offices'>): TeamMember[] {
  return draft.ticked.map((volunteer) => ({
    volunteer,
    duty: offices.find((office) => draft.offices[office] === volunteer) ?? 'member',
  }))
}

/** What is empty or too much, before a rule is asked. */
function shape(draft: Draft): Refusal[] {
  const faults: [string, boolean][] = [
    ['name', draft.name.trim() === ''],
    ['formedOn', draft.formedOn === ''],
    ['members', draft.ticked.length === 0 || draft.ticked.length > mostMembers],
  ]
  return faults.flatMap(([field, wrong]) => (wrong ? [refuseField(field, 'volunteers.fill-in')] : []))
}

type Props = {
  place: string
  enrolment: string
  kind: string
  team: Team | null
  /** What it is called unless somebody says otherwise. */
  name: string
  onDone: () => void
}

function useTeam({ place, enrolment, kind, team, name, onDone }: Props) {
  const view = usePlaceView()
  const [id] = useState(() => team?.id ?? newId())
  const today = todayAt(place)
  return useCommandForm({
    ...{ place, screen: 'volunteers.team', record: team?.id ?? `${enrolment} ${kind}` },
    ...{ says: [volunteersTexts], fieldOf: ofChanges },
    start: () => ({ ...draftOf(team, name, today), basedOn: team?.version ?? 0 }),
    input: ({ name: called, formedOn, meeting, ...draft }) => ({
      ...{ name: called.trim(), formedOn, meeting, members: membersOf(draft) },
    }),
    rules: (told, draft) => {
      const missing = shape(draft)
      if (missing.length > 0) return missing
      if (!team) return whyNotFormTeam(view, { team: id, enrolment, kind, ...told }, today)
      return whyNotChangeTeam(view, team, { team: id, basedOn: draft.basedOn, changes: told }, today)
    },
    give: (phone, told, taken, { basedOn }) =>
      team
        ? phone.give(changeTeam, place, { team: id, basedOn, changes: told }, taken)
        : phone.give(formTeam, place, { team: id, enrolment, kind, ...told }, taken),
    saved: t('volunteers.saved'),
    done: onDone,
  })
}

export function TeamForm(props: Props) {
  const { place, enrolment, team, onDone } = props
  const active = activeIn(usePlaceView(), enrolment).sort((a, b) => a.name.localeCompare(b.name, 'id'))
  const form = useTeam(props)
  const { draft, set, field } = form
  return (
    <Section title={t(team ? 'team.change' : 'team.form')}>
      <CommandForm
        form={form}
        submit={t('team.save')}
        actions={team && <Button onClick={onDone}>{t('volunteers.cancel')}</Button>}
      >
        <Members active={active} draft={draft} set={set} error={form.errorOf('members')} />
        <TextField {...field('name', t('team.name'))} maxLength={120} />
        <DateField
          {...field('formedOn', t('team.formed-on'))}
          inWords={dayInWords(draft.formedOn)}
          max={todayAt(place)}
        />
        <FormedAt enrolment={enrolment} value={draft.meeting} onChange={(meeting) => set({ meeting })} />
      </CommandForm>
    </Section>
  )
}

type MembersProps = {
  active: readonly Volunteer[]
  draft: Draft
  set: (next: Partial<Draft>) => void
  error: string | undefined
}

function Members({ active, draft, set, error }: MembersProps) {
  const livesAt = useLives()
  const ticked = active.filter((each) => draft.ticked.includes(each.id))
  const tick = (values: string[]) => {
    const kept = offices.map((office) => [
      office,
      values.includes(draft.offices[office]) ? draft.offices[office] : '',
    ])
    set({ ticked: values, offices: Object.fromEntries(kept) as Offices })
  }
  const appoint = (office: (typeof offices)[number], volunteer: string) => {
    // One person holds one office in a team.
    const freed = offices.map((each) => [each, draft.offices[each] === volunteer ? '' : draft.offices[each]])
    set({ offices: { ...(Object.fromEntries(freed) as Offices), [office]: volunteer } })
  }
  return (
    <>
      <CheckCards
        name="members"
        label={t('team.members')}
        hint={t('team.members-hint')}
        columns={2}
        values={draft.ticked}
        onChange={tick}
        error={error}
        choices={active.map((each) => ({
          value: each.id,
          label: nameOf(each),
          hint: [livesAt(each), sexText(each.sex)].filter(Boolean).join(' · '),
        }))}
      />
      {offices.map((office) => (
        <SelectField
          key={office}
          name={office}
          label={t(`team.${office}`)}
          optional={t('new.optional')}
          hint={ticked.length === 0 ? t('team.duty-hint') : undefined}
          value={draft.offices[office]}
          emptyLabel={t('team.none-yet')}
          onChange={(volunteer) => appoint(office, volunteer)}
          options={ticked.map((each) => ({ value: each.id, label: nameOf(each) }))}
        />
      ))}
    </>
  )
}

type FormedAtProps = { enrolment: string; value: string | null; onChange: (meeting: string | null) => void }

function FormedAt({ enrolment, value, onChange }: FormedAtProps) {
  const meetings = useRows<Meeting>(meetingCollection)
    .filter((each) => serves(each, enrolment) && each.state !== 'cancelled' && each.group === 'meeting')
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  if (meetings.length === 0) return null
  return (
    <SelectField
      name="meeting"
      label={t('team.meeting')}
      optional={t('new.optional')}
      value={value ?? ''}
      emptyLabel={t('team.no-meeting')}
      onChange={(meeting) => onChange(meeting || null)}
      options={meetings.map((each) => ({ value: each.id, label: `${each.title}, ${dayText(each.date)}` }))}
    />
  )
}
