// Residents agreed: on the criteria before the survey, or on what came out of it.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { whyNotAgree } from '../rules.ts'
import { agreeSurvey, type SurveyRow } from '../survey.ts'
import { inputFaults } from './input-faults.ts'
import { NoSurvey } from './NoSurvey.tsx'
import { s } from './settle-words.ts'
import { useSurvey } from './use-surveys.ts'
import { dayInWords, dayText, errorAt, faultsOf, surveyPath, todayAt } from './words.ts'

type What = 'criteria' | 'result'

/** Meetings of the same programme first, the newest before older ones. */
function useMeetingChoices(survey: SurveyRow) {
  const rows = useRows<Meeting>(meetingCollection)
  const rank = (each: Meeting) => (each.enrolment === survey.enrolment ? 0 : 1)
  return rows
    .filter((each) => each.group === 'meeting' && each.state !== 'cancelled')
    .sort((a, b) => rank(a) - rank(b) || b.date.localeCompare(a.date))
}

function Agreeing({ place, survey, what }: { place: string; survey: SurveyRow; what: What }) {
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const meetings = useMeetingChoices(survey)
  const [meeting, setMeeting] = useState('')
  const [on, setOn] = useState(todayAt(place))
  const [note, setNote] = useState('')
  const [attempt, setAttempt] = useState(0)
  const known = survey[what]
  const input = {
    ...{ id: survey.id, basedOn: survey.version, what, on },
    ...{ meeting: meeting || null, note: note.trim() },
  }
  const refusals = [
    ...inputFaults(agreeSurvey.input, input),
    ...(on ? whyNotAgree(view, survey, input, todayAt(place)) : []),
  ]
  const shown = attempt > 0 ? refusals : refusals.filter((each) => each.field === 'what')
  const base = surveyPath(place, survey.id)
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    await phone.give(agreeSurvey, place, input)
    announce(s('settle.saved'))
    go(base, { replace: true })
  }
  const choose = (id: string) => {
    setMeeting(id)
    const chosen = meetings.find((each) => each.id === id)
    if (chosen && chosen.date <= todayAt(place)) setOn(chosen.date)
  }
  return (
    <Page
      title={s(`agree.${what}`)}
      subtitle={survey.title}
      back={{ href: base, label: s('settle.back') }}
      width="narrow"
    >
      <p>{s(`agree.${what}-why`)}</p>
      {known && (
        <Notice tone="done" title={s('agree.now', { on: dayText(known.on) })}>
          {[known.note, s('agree.replace')].filter(Boolean).join(' ')}
        </Notice>
      )}
      <ErrorSummary title={s('settle.mend')} faults={faultsOf(shown)} attempt={attempt} />
      <Form onSubmit={() => void save()}>
        <SelectField
          name="meeting"
          label={s('agree.meeting')}
          hint={s('agree.meeting-hint')}
          value={meeting}
          emptyLabel={s('agree.no-meeting')}
          onChange={choose}
          error={errorAt(shown, 'meeting')}
          options={meetings.map((each) => ({
            value: each.id,
            label: `${each.title}, ${dayText(each.date)}`,
          }))}
        />
        <DateField
          name="on"
          label={s('agree.on')}
          value={on}
          onChange={setOn}
          inWords={dayInWords(on)}
          max={todayAt(place)}
          error={errorAt(shown, 'on')}
        />
        <TextArea
          name="note"
          label={s(what === 'criteria' ? 'agree.note-criteria' : 'settle.note')}
          optional={s('settle.optional')}
          value={note}
          onChange={setNote}
          maxLength={1000}
          error={errorAt(shown, 'note')}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {s('agree.save')}
          </Button>
        </FormActions>
      </Form>
    </Page>
  )
}

export default function AgreeScreen({ place, params }: ScreenProps) {
  const survey = useSurvey(params.id)
  const what: What = params.what === 'hasil' ? 'result' : 'criteria'
  return survey ? (
    <Agreeing key={what} place={place} survey={survey} what={what} />
  ) : (
    <NoSurvey place={place} />
  )
}
