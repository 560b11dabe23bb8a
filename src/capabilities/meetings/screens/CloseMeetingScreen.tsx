// Closing a meeting: write, look it over, then it is final. What is written stays on the phone meanwhile.
import './attendance.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import type { Tally } from '../attendance.ts'
import { closeMeeting } from '../commands.ts'
import type { ClosingInput, Meeting } from '../meeting.ts'
import { whyNotClose } from '../rules.ts'
import { tallyOf } from '../tally.ts'
import { inputFaults } from './input-faults.ts'
import { MinutesForm } from './MinutesForm.tsx'
import { howDecided, optionTitle } from './MinutesShown.tsx'
import { minutesDraftFrom, minutesFrom } from './minutes-draft.ts'
import { NotHere } from './NotHere.tsx'
import { TallyBar } from './TallyBar.tsx'
import { useDraft } from './use-draft.ts'
import { useAttendance, useMeeting, useSetting } from './use-meeting.ts'
import { dayText, faultsOf, t, todayAt, whenText } from './words.tsx'

type CheckProps = {
  place: string
  meeting: Meeting
  input: ClosingInput
  tally: Tally
  onChange: () => void
  onClose: () => void
  saving: boolean
}

function Check({ place, meeting, input, tally, onChange, onClose, saving }: CheckProps) {
  const { setting } = useSetting(meeting)
  const change = { onChange }
  const { decision } = input
  const people = [
    t('meetings.people-count', { count: tally.total }),
    `${t('meetings.women')} ${tally.women}`,
    `${t('meetings.men')} ${tally.men}`,
    `${t('meetings.poor')} ${tally.poor}`,
  ]
  const promised = input.decisions.map((each, i) => (
    <li key={each.id}>
      {i + 1}. {each.text} {each.responsible} {each.due && dayText(each.due)}
    </li>
  ))
  const attendance = { href: `/d/${place}/rapat/${meeting.id}/hadir` }
  return (
    <Section title={t('meetings.check-title')}>
      <CheckAnswers
        changeLabel={t('meetings.change')}
        answers={[
          { label: t('meetings.attendance'), value: people.join(', '), change: attendance },
          { label: t('meetings.when'), value: whenText(input, place), change },
          { label: t('meetings.chair'), value: input.chair, change },
          { label: t('meetings.notulis'), value: input.notulis, change },
          ...(decision
            ? [
                {
                  label: t('meetings.decision'),
                  value: `${optionTitle(setting.kind, decision.option)} (${howDecided(decision)}). ${decision.text}`,
                  change,
                },
              ]
            : []),
          { label: t('meetings.minutes'), value: <span className="mt-text">{input.minutes}</span>, change },
          ...(promised.length > 0
            ? [{ label: t('meetings.follow-ups'), value: <ul className="mt-list">{promised}</ul>, change }]
            : []),
        ]}
      />
      <Notice tone="warn">{t('meetings.close-final')}</Notice>
      <FormActions>
        <Button onClick={onChange}>{t('meetings.change')}</Button>
        <Button variant="primary" icon="check-circle" loading={saving} onClick={onClose}>
          {t('meetings.close')}
        </Button>
      </FormActions>
    </Section>
  )
}

function Closing({ place, meeting }: { place: string; meeting: Meeting }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const attendance = useAttendance(meeting.id)
  const { setting } = useSetting(meeting)
  const draft = useDraft(`close:${meeting.id}`, minutesDraftFrom(meeting))
  const [attempt, setAttempt] = useState(0)
  const [checking, setChecking] = useState(false)
  const [saving, setSaving] = useState(false)
  const tally = tallyOf(meeting.headCount, attendance)
  const input: ClosingInput = { meeting: meeting.id, ...minutesFrom(draft.value) }
  const refusals = whyNotClose(meeting, input, attendance, setting, todayAt(place))
  const ruled = new Set(refusals.map((each) => each.field))
  const faults = inputFaults(closeMeeting.input, input).filter((each) => !ruled.has(each.field))
  const reasons = [...refusals, ...faults]
  if (!draft.ready) return <Loading label={t('meetings.loading')} />
  const close = async () => {
    setSaving(true)
    await phone.give(closeMeeting, place, input)
    draft.forget()
    announce(t('meetings.closed-now'))
    go(`/d/${place}/rapat/${meeting.id}`, { replace: true })
  }
  if (checking && reasons.length === 0)
    return (
      <Check
        {...{ place, meeting, input, tally, saving }}
        onChange={() => setChecking(false)}
        onClose={() => void close()}
      />
    )
  const shown = attempt > 0 ? reasons : []
  return (
    <Form
      onSubmit={() => {
        setAttempt(attempt + 1)
        setChecking(reasons.length === 0)
        if (reasons.length === 0) scrollTo({ top: 0 })
      }}
    >
      <ErrorSummary title={t('meetings.mend-first')} faults={faultsOf(shown)} attempt={attempt} />
      <TallyBar tally={tally} />
      <MinutesForm
        place={place}
        draft={draft.value}
        onChange={draft.set}
        kind={setting.kind}
        refusals={shown}
      />
      <Notice tone="info">{t('meetings.draft-kept')}</Notice>
      <FormActions>
        <Button type="submit" variant="primary" iconAfter="arrow-right">
          {t('meetings.check')}
        </Button>
      </FormActions>
    </Form>
  )
}

export default function CloseMeetingScreen({ place, params }: ScreenProps) {
  const meeting = useMeeting(params.id)
  if (!meeting) return <NotHere place={place} />
  return (
    <Page
      title={t('meetings.close-title')}
      subtitle={`${meeting.title} · ${t('meetings.close-subtitle')}`}
      back={{ href: `/d/${place}/rapat/${meeting.id}`, label: t('meetings.attendance-back') }}
      width="narrow"
    >
      <Stack>
        <Closing key={meeting.id} place={place} meeting={meeting} />
      </Stack>
    </Page>
  )
}
