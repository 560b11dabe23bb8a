// Planning a meeting: which one, what it should be, when and where.
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { MeetingKind } from '../../programmes/definition.ts'
import { openMeeting, type PlanMeeting, planMeeting } from '../commands.ts'
import { elementsFor } from '../elements.ts'
import { whyNotPlan } from '../plan-rules.ts'
import { type Enrolled, settingOf } from '../setting.ts'
import { Existing } from './Existing.tsx'
import { inputFaults } from './input-faults.ts'
import { PlanForm } from './PlanForm.tsx'
import { emptyPlan, type PlanDraft, plannedFrom } from './plan-draft.ts'
import { useMeetings, useRunning } from './use-meeting.ts'
import { faultsOf, t, todayAt, words } from './words.tsx'

const general = 'general'
type Chosen = { key: string; enrolled: Enrolled | null; kind: MeetingKind | null }

function useChoices(): Chosen[] {
  const running = useRunning()
  const kinds = running.flatMap((enrolled) =>
    enrolled.programme.kinds.meetings.map((kind) => ({
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
    organiser: words(kind.organiser),
    invitees: [...kind.elements],
  }
}

function Expectations({ kind }: { kind: MeetingKind }) {
  return (
    <Notice tone="advice" title={t('meetings.expected-of-it')}>
      <p>{t('meetings.participants', { who: words(kind.participants) })}</p>
      <ul>
        {kind.expectations.map((each) => (
          <li key={each.id}>{words(each)}</li>
        ))}
        {kind.decision && <li>{words(kind.decision.question)}</li>}
      </ul>
    </Notice>
  )
}

function inputOf(chosen: Chosen, meeting: string, draft: PlanDraft): PlanMeeting {
  return {
    meeting,
    enrolment: chosen.enrolled?.row.id ?? null,
    group: 'meeting',
    kind: chosen.kind?.id ?? null,
    batch: null,
    day: null,
    ...plannedFrom(draft),
  }
}

export default function NewMeetingScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const search = useSearch()
  const choices = useChoices()
  const others = useMeetings()
  const [meeting] = useState(newId)
  const [picked, setKey] = useState<string | null>(null)
  const key = picked ?? askedFor(search, choices)
  const chosen = choices.find((each) => each.key === key)
  const [typed, setDraft] = useState<PlanDraft | null>(null)
  const draft = typed ?? startWith(chosen, { ...emptyPlan, date: todayAt(place) })
  const [attempt, setAttempt] = useState(0)
  const input = chosen && inputOf(chosen, meeting, draft)
  const setting = chosen?.enrolled
    ? settingOf(chosen.enrolled, {
        enrolment: chosen.enrolled.row.id,
        group: 'meeting',
        kind: chosen.kind?.id ?? null,
      })
    : null
  const refusals = input
    ? [...inputFaults(planMeeting.input, input), ...whyNotPlan(input, setting, others)]
    : []
  const shown = attempt > 0 ? refusals : []
  const pick = (next: string) => {
    setKey(next)
    setDraft(
      startWith(
        choices.find((each) => each.key === next),
        draft,
      ),
    )
  }
  const save = async (andOpen: boolean) => {
    setAttempt(attempt + 1)
    if (!input || refusals.length > 0) return
    await phone.give(planMeeting, place, input)
    if (andOpen) await phone.give(openMeeting, place, { meeting })
    announce(t('meetings.saved'))
    go(`/d/${place}/rapat/${meeting}${andOpen ? '/hadir' : ''}`, { replace: true })
  }
  const programmes = new Set(choices.map((each) => each.enrolled?.row.id)).size
  return (
    <Page
      title={t('meetings.plan-title')}
      back={{ href: `/d/${place}/rapat`, label: t('meetings.back') }}
      width="narrow"
    >
      <ErrorSummary title={t('meetings.mend-first')} faults={faultsOf(shown)} attempt={attempt} />
      <Form onSubmit={() => void save(false)}>
        <RadioCards
          name="kind"
          label={t('meetings.plan-kind')}
          value={key}
          onChange={pick}
          choices={choices.map((each) => ({
            value: each.key,
            label: each.kind ? words(each.kind.title) : t('meetings.kind-general'),
            hint: each.enrolled
              ? programmes > 2 && words(each.enrolled.programme.title)
              : t('meetings.kind-general-hint'),
          }))}
        />
        {chosen?.enrolled && chosen.kind && (
          <Existing place={place} group="meeting" enrolment={chosen.enrolled.row.id} kind={chosen.kind.id} />
        )}
        {chosen?.kind && <Expectations kind={chosen.kind} />}
        {chosen && (
          <Section tone="plain">
            <PlanForm
              place={place}
              draft={draft}
              onChange={setDraft}
              elements={chosen.enrolled?.programme.elements ?? elementsFor(null)}
              refusals={shown}
            />
            <FormActions>
              <Button type="submit" variant="primary">
                {t('meetings.save-plan')}
              </Button>
              {draft.date !== '' && draft.date <= todayAt(place) && (
                <Button onClick={() => void save(true)}>{t('meetings.save-and-open')}</Button>
              )}
            </FormActions>
          </Section>
        )}
      </Form>
    </Page>
  )
}
