// Closing a survey: what is missing for "complete", or why it is broken off.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { coverageIn, waitingOf } from '../evidence.ts'
import { whyNotClose } from '../rules.ts'
import { closeSurvey, type SurveyRow } from '../survey.ts'
import { NoSurvey } from './NoSurvey.tsx'
import { s } from './settle-words.ts'
import { useSurvey } from './use-surveys.ts'
import { dayInWords, errorAt, faultsOf, surveyPath, todayAt } from './words.ts'

function Missing({ survey, left, base }: { survey: SurveyRow; left: number; base: string }) {
  const waiting = waitingOf(survey.counts)
  return (
    <>
      {left > 0 && (
        <Notice
          tone="warn"
          title={s('close.left', { count: left })}
          action={<LinkButton href={`${base}?bagian=kunjungan`}>{s('close.see-left')}</LinkButton>}
        />
      )}
      {waiting > 0 && (
        <Notice
          tone="warn"
          title={s('close.waiting', { count: waiting })}
          action={<LinkButton href={`${base}/periksa`}>{s('close.see-waiting')}</LinkButton>}
        />
      )}
    </>
  )
}

function Closing({ place, survey }: { place: string; survey: SurveyRow }) {
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const [complete, setComplete] = useState(true)
  const [on, setOn] = useState(todayAt(place))
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [sure, setSure] = useState(false)
  const coverage = coverageIn(view, survey)
  const left = survey.population === 'households' ? Math.max(0, coverage.known - coverage.surveyed) : 0
  const input = { id: survey.id, basedOn: survey.version, on, complete, reason: reason.trim() }
  const refusals = whyNotClose(survey, coverage, input, todayAt(place))
  const shown = attempt > 0 ? refusals : []
  const base = surveyPath(place, survey.id)
  const close = async () => {
    setSure(false)
    await phone.give(closeSurvey, place, input)
    announce(s('close.done'))
    go(base, { replace: true })
  }
  return (
    <Page
      title={s('close.title')}
      subtitle={survey.title}
      back={{ href: base, label: s('settle.back') }}
      width="narrow"
    >
      <Missing survey={survey} left={left} base={base} />
      <ErrorSummary title={s('settle.mend')} faults={faultsOf(shown)} attempt={attempt} />
      <Form
        onSubmit={() => {
          setAttempt(attempt + 1)
          setSure(refusals.length === 0)
        }}
      >
        <RadioCards
          name="complete"
          label={s('close.how')}
          value={complete ? 'complete' : 'broken'}
          onChange={(value) => setComplete(value === 'complete')}
          error={errorAt(shown, 'complete')}
          choices={[
            { value: 'complete', label: s('close.complete'), hint: s('close.complete-hint') },
            { value: 'broken', label: s('close.broken'), hint: s('close.broken-hint') },
          ]}
        />
        <DateField
          name="on"
          label={s('close.on')}
          value={on}
          onChange={setOn}
          inWords={dayInWords(on)}
          min={survey.openedOn}
          max={todayAt(place)}
          error={errorAt(shown, 'on')}
        />
        <TextArea
          name="reason"
          label={s('close.reason')}
          hint={s('close.reason-hint')}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={1000}
          error={errorAt(shown, 'reason')}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {s('close.do')}
          </Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        open={sure}
        title={s('close.sure')}
        confirmLabel={s('close.do')}
        cancelLabel={s('settle.cancel')}
        onCancel={() => setSure(false)}
        onConfirm={() => void close()}
      >
        <p>{s('close.after')}</p>
      </ConfirmDialog>
    </Page>
  )
}

export default function CloseScreen({ place, params }: ScreenProps) {
  const survey = useSurvey(params.id)
  return survey ? <Closing place={place} survey={survey} /> : <NoSurvey place={place} />
}
