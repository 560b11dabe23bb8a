// Closing a meeting: write, look it over, then it is final. What is written stays on the phone meanwhile.

import { CommandForm, FormNotices } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { meetingRecord } from '../records.browser.ts'
import { meetingsTexts } from '../texts.ts'
import './attendance.css'
import { useState } from 'react'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { titleOf } from '../../programmes/door.browser.tsx'
import { servingTexts } from '../../programmes/serving-texts.ts'
import type { Tally } from '../attendance.ts'
import { closeMeeting } from '../commands.ts'
import { unmetOf } from '../counted.ts'
import { optionsOf } from '../deciding.ts'
import type { ClosingInput, Meeting } from '../meeting.ts'
import { whyNotClose } from '../rules.ts'
import * as steps from '../steps.ts'
import { tallyOf } from '../tally.ts'
import { MinutesForm } from './MinutesForm.tsx'
import { howDecided, optionTitle } from './MinutesShown.tsx'
import { minutesDraftFrom, minutesFrom } from './minutes-draft.ts'
import { TallyBar } from './TallyBar.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { dayText, sentence, t, todayAt, whenText, words } from './words.tsx'

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
  const closing = steps.closed({ ...meeting, headCount: null }, input, [], { at: '', by: '' })
  const unmet = unmetOf({ ...closing, closing: { at: '', by: '', tally } }, setting.also ?? [])
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
  const attendance = { href: `/d/${place}/rembug/${meeting.id}/hadir` }
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
          ...(input.alsoDecided ?? []).map(({ enrolment, decision: answer }) => {
            const also = setting.also?.find((each) => each.enrolment === enrolment)
            const title =
              also?.question && optionsOf(also.question).find((each) => each.id === answer.option)?.title
            return {
              label: also?.enrolled ? titleOf(also.enrolled) : t('meetings.decision'),
              value: title ? words(title) : answer.option,
              change,
            }
          }),
          { label: t('meetings.minutes'), value: <span className="mt-text">{input.minutes}</span>, change },
          ...(promised.length > 0
            ? [{ label: t('meetings.follow-ups'), value: <ul className="mt-list">{promised}</ul>, change }]
            : []),
        ]}
      />
      {unmet
        .filter(({ why }) => why.length > 0)
        .map(({ enrolment, enrolled, why }) => (
          <Notice key={enrolment} tone="advice">
            {t('meetings.not-for-yet', {
              programme: enrolled ? titleOf(enrolled) : '',
              why: why.map(sentence).join(' '),
            })}
          </Notice>
        ))}
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
  const attendance = useAttendance(meeting.id)
  const { setting } = useSetting(meeting)
  const [checking, setChecking] = useState(false)
  const form = useCommandForm({
    ...{
      place,
      screen: 'meetings.close',
      record: meeting.id,
      says: [meetingsTexts, servingTexts],
      command: closeMeeting,
    },
    formerly: `draft:meetings:close:${meeting.id}`,
    start: () => minutesDraftFrom(meeting),
    input: (draft) => ({ meeting: meeting.id, ...minutesFrom(draft) }),
    rules: (input) => whyNotClose(meeting, input, attendance, setting, todayAt(place)),
    saved: t('meetings.closed-now'),
    to: `/d/${place}/rembug/${meeting.id}`,
  })
  const tally = tallyOf(meeting.headCount, attendance)
  if (checking && form.refusals.length === 0)
    return (
      <>
        <FormNotices form={form} />
        <Check
          {...{ place, meeting, input: form.input, tally, saving: form.saving }}
          onChange={() => setChecking(false)}
          onClose={() => void form.save()}
        />
      </>
    )
  const check = () => {
    const ready = form.check()
    setChecking(ready)
    if (ready) scrollTo({ top: 0 })
  }
  return (
    <CommandForm
      form={form}
      submit={t('meetings.check')}
      look={{ iconAfter: 'arrow-right' }}
      onSubmit={check}
    >
      <TallyBar tally={tally} />
      <MinutesForm {...{ place, form, setting }} proposed={meeting.proposed} />
      <Notice tone="info">{t('meetings.draft-kept')}</Notice>
    </CommandForm>
  )
}

function ClosePage({ place, row: meeting }: RecordProps<Meeting>) {
  return (
    <Page
      title={t('meetings.close-title')}
      subtitle={`${meeting.title} · ${t('meetings.close-subtitle')}`}
      back={{ href: `/d/${place}/rembug/${meeting.id}`, label: t('meetings.attendance-back') }}
      width="narrow"
    >
      <Stack>
        <Closing place={place} meeting={meeting} />
      </Stack>
    </Page>
  )
}

export default recordScreen(meetingRecord, ClosePage)
