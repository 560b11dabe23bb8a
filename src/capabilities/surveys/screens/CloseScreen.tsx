// Closing a survey: what is missing for "complete", or why it is broken off.

import { useState } from 'react'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { RadioCards } from '../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { coverageIn, waitingOf } from '../evidence.ts'
import { surveyRecord } from '../records.browser.ts'
import { whyNotClose } from '../rules.ts'
import { closeSurvey, type SurveyRow } from '../survey.ts'
import { surveysTexts } from '../texts.ts'
import { s } from './settle-words.ts'
import { surveyTexts } from './survey-texts.ts'
import { dayInWords, surveyPath, todayAt } from './words.ts'

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

function Closing({ place, row: survey }: RecordProps<SurveyRow>) {
  const view = usePlaceView()
  const [sure, setSure] = useState(false)
  const coverage = coverageIn(view, survey)
  const left = survey.population === 'households' ? Math.max(0, coverage.known - coverage.surveyed) : 0
  const base = surveyPath(place, survey.id)
  const form = useCommandForm({
    ...{ place, screen: 'surveys.close', record: survey.id, says: [surveyTexts, surveysTexts] },
    command: closeSurvey,
    start: () => ({ complete: 'complete', on: todayAt(place), reason: '' }),
    input: ({ complete, on, reason }) => ({
      ...{ id: survey.id, basedOn: survey.version, on, complete: complete === 'complete' },
      reason: reason.trim(),
    }),
    rules: (input) => whyNotClose(survey, coverage, input, todayAt(place)),
    saved: s('close.done'),
    to: base,
  })
  const { field, draft } = form
  return (
    <Page
      title={s('close.title')}
      subtitle={survey.title}
      back={{ href: base, label: s('settle.back') }}
      width="narrow"
    >
      <Missing survey={survey} left={left} base={base} />
      <CommandForm form={form} submit={s('close.do')} onSubmit={() => setSure(form.check())}>
        <RadioCards
          {...field('complete', s('close.how'))}
          choices={[
            { value: 'complete', label: s('close.complete'), hint: s('close.complete-hint') },
            { value: 'broken', label: s('close.broken'), hint: s('close.broken-hint') },
          ]}
        />
        <DateField
          {...field('on', s('close.on'))}
          inWords={dayInWords(draft.on)}
          min={survey.openedOn}
          max={todayAt(place)}
        />
        <TextArea
          {...field('reason', s('close.reason'))}
          hint={s('close.reason-hint')}
          rows={3}
          maxLength={1000}
        />
      </CommandForm>
      <ConfirmDialog
        open={sure}
        title={s('close.sure')}
        confirmLabel={s('close.do')}
        cancelLabel={s('settle.cancel')}
        onCancel={() => setSure(false)}
        onConfirm={() => {
          setSure(false)
          void form.save()
        }}
      >
        <p>{s('close.after')}</p>
      </ConfirmDialog>
    </Page>
  )
}

export default recordScreen(surveyRecord, Closing)
