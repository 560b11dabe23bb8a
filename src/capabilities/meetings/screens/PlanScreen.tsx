// Planning a meeting or a workshop: which one, what it should be, when and where.
import { useState } from 'react'
import { useSearch } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import { refuseField } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Enrolled, enrolledIn } from '../../programmes/serving.ts'
import { servingTexts } from '../../programmes/serving-texts.ts'
import { openMeeting, type PlanMeeting, planMeeting } from '../commands.ts'
import { elementsFor, elementsOf } from '../elements.ts'
import { type Kind, kindsIn, questionOf } from '../kinds.ts'
import type { MeetingGroup } from '../meeting.ts'
import { whyNotPlan } from '../plan-rules.ts'
import { settingIn } from '../setting.ts'
import { meetingsTexts } from '../texts.ts'
import { Existing } from './Existing.tsx'
import { PlanForm } from './PlanForm.tsx'
import { emptyPlan, type PlanDraft, plannedFrom } from './plan-draft.ts'
import { useMeetings, useRunning } from './use-meeting.ts'
import { t, todayAt, words } from './words.tsx'

const general = 'general'
type Chosen = { key: string; enrolled: Enrolled | null; kind: Kind | null }

function useChoices(group: MeetingGroup): Chosen[] {
  const running = useRunning()
  const kinds = running.flatMap((enrolled) =>
    kindsIn(enrolled.programme, group).map((kind) => ({
      key: `${enrolled.row.id} ${kind.id}`,
      enrolled,
      kind,
    })),
  )
  return [...kinds, { key: general, enrolled: null, kind: null }]
}

/** The kind that the link of a gate asked for. */
function askedFor(search: string, choices: readonly Chosen[]): string {
  const params = new URLSearchParams(search)
  const kind = params.get('jenis') ?? params.get('kind')
  const enrolment = params.get('pendaftaran')
  const found = choices.find(
    (each) => each.kind?.id === kind && (enrolment === null || each.enrolled?.row.id === enrolment),
  )
  return kind && found ? found.key : ''
}

function startWith(chosen: Chosen | undefined, draft: PlanDraft): PlanDraft {
  const kind = chosen?.kind
  if (!kind) return draft
  return {
    ...draft,
    title: words(kind.title),
    organiser: 'organiser' in kind && kind.organiser ? words(kind.organiser) : '',
    invitees: 'elements' in kind ? [...kind.elements] : [],
  }
}

function Expectations({ kind }: { kind: Kind }) {
  const question = questionOf(kind)
  const expected = 'expectations' in kind ? kind.expectations : []
  if (!kind.participants && expected.length === 0 && !question) return null
  return (
    <Notice tone="advice" title={t('meetings.expected-of-it')}>
      {kind.participants && <p>{t('meetings.participants', { who: words(kind.participants) })}</p>}
      <ul>
        {expected.map((each) => (
          <li key={each.id}>{words(each)}</li>
        ))}
        {question && <li>{words(question.question)}</li>}
      </ul>
    </Notice>
  )
}

type NewDraft = PlanDraft & { kind: string }

function inputOf(
  group: MeetingGroup,
  chosen: Chosen | undefined,
  meeting: string,
  { kind: _, ...draft }: NewDraft,
): PlanMeeting {
  return {
    meeting,
    enrolment: chosen?.enrolled?.row.id ?? null,
    group,
    kind: chosen?.kind?.id ?? null,
    batch: null,
    day: null,
    ...plannedFrom(draft),
  }
}

function usePlanning(place: string, group: MeetingGroup, choices: readonly Chosen[]) {
  const view = usePlaceView()
  const others = useMeetings()
  const [meeting] = useState(newId)
  const asked = askedFor(useSearch(), choices)
  const chosenOf = (key: string) => choices.find((each) => each.key === key)
  const form = useCommandForm({
    ...{
      place,
      screen: group === 'workshop' ? 'meetings.plan-workshop' : 'meetings.plan',
      record: asked,
      says: [meetingsTexts, servingTexts],
      command: planMeeting,
    },
    start: (): NewDraft => ({
      ...startWith(chosenOf(asked), { ...emptyPlan, date: todayAt(place) }),
      kind: asked,
    }),
    input: (draft) => inputOf(group, chosenOf(draft.kind), meeting, draft),
    rules: (input, draft) => {
      const chosen = chosenOf(draft.kind)
      if (!chosen) return [refuseField('kind', 'form.not-chosen')]
      return whyNotPlan(input, chosen.enrolled && settingIn(view, input), others)
    },
    saved: t('meetings.saved'),
    to: `/d/${place}/rembug/${meeting}`,
  })
  const pick = (kind: string) => form.set({ ...startWith(chosenOf(kind), form.draft), kind, alsoFor: [] })
  const andOpen = () =>
    form.save({
      also: (phone) => phone.give(openMeeting, place, { meeting }),
      to: `/d/${place}/rembug/${meeting}/hadir`,
    })
  return { form, chosen: chosenOf(form.draft.kind), pick, andOpen }
}

const said = {
  meeting: ['meetings.plan-title', 'meetings.plan-kind', 'meetings.kind-general'],
  workshop: ['meetings.plan-workshop', 'meetings.plan-workshop-kind', 'meetings.kind-general-workshop'],
} as const

export function PlanScreen({ place, group }: ScreenProps & { group: 'meeting' | 'workshop' }) {
  const choices = useChoices(group)
  const { form, chosen, pick, andOpen } = usePlanning(place, group, choices)
  const { draft } = form
  const view = usePlaceView()
  const served = draft.alsoFor.map((each) => enrolledIn(view, each.enrolment)?.programme)
  const named = elementsOf([chosen?.enrolled?.programme, ...served])
  const programmes = new Set(choices.map((each) => each.enrolled?.row.id)).size
  const [title, which, ofNone] = said[group]
  const back =
    group === 'workshop'
      ? { href: `/d/${place}/fgd`, label: t('meetings.back-workshops') }
      : { href: `/d/${place}/rembug`, label: t('meetings.back') }
  return (
    <Page title={t(title)} back={back} width="narrow">
      <CommandForm
        form={form}
        submit={chosen && t('meetings.save-plan')}
        actions={
          draft.date !== '' &&
          draft.date <= todayAt(place) && (
            <Button onClick={() => void andOpen()}>{t('meetings.save-and-open')}</Button>
          )
        }
      >
        <RadioCards
          {...form.field('kind', t(which))}
          onChange={pick}
          choices={choices.map((each) => ({
            value: each.key,
            label: each.kind ? words(each.kind.title) : t(ofNone),
            hint: each.enrolled
              ? programmes > 2 && words(each.enrolled.programme.title)
              : t('meetings.kind-general-hint'),
          }))}
        />
        {chosen?.enrolled && chosen.kind && (
          <Existing place={place} group={group} enrolment={chosen.enrolled.row.id} kind={chosen.kind.id} />
        )}
        {chosen?.kind && <Expectations kind={chosen.kind} />}
        {chosen && (
          <Section tone="plain">
            <PlanForm
              place={place}
              {...{ form, group }}
              elements={named.length > 0 ? named : elementsFor(null)}
              own={chosen.kind && { enrolment: chosen.enrolled?.row.id ?? null, kind: chosen.kind.id }}
            />
          </Section>
        )}
      </CommandForm>
    </Page>
  )
}
