// Residents agreed: on the criteria before the survey, or on what came out of it.

import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { serves } from '../../programmes/serving.ts'
import { settledOn, unsettled } from '../agreeing/list-rules.ts'
import { Adopting } from '../agreeing/screens/Adopting.tsx'
import { a, linesOf } from '../agreeing/screens/agree-words.ts'
import { CriteriaAgreed, FromMeasure, useMeasureOf } from '../agreeing/screens/CriteriaFields.tsx'
import { surveyRecord } from '../records.browser.ts'
import { lacksSignature, whyNotAgree } from '../rules.ts'
import { agreeSurvey, type SurveyRow } from '../survey.ts'
import { surveysTexts } from '../texts.ts'
import { s } from './settle-words.ts'
import { surveyTexts } from './survey-texts.ts'
import { useListing, useObjections } from './use-surveys.ts'
import { dayInWords, dayText, surveyPath, todayAt } from './words.ts'

type What = 'criteria' | 'result'

/** Meetings of the same programme first, the newest before older ones. */
function useMeetingChoices(survey: SurveyRow) {
  const rows = useRows<Meeting>(meetingCollection)
  const rank = (each: Meeting) => (survey.enrolment && serves(each, survey.enrolment) ? 0 : 1)
  return (
    rows
      // In a training residents decide nothing.
      .filter((each) => each.group !== 'training' && each.state === 'closed')
      .sort((a, b) => rank(a) - rank(b) || b.date.localeCompare(a.date))
  )
}

function meetingLabel(survey: SurveyRow, meeting: Meeting): string {
  const label = `${meeting.title}, ${dayText(meeting.date)}`
  return lacksSignature(survey, meeting) ? s('agree.unsigned', { meeting: label }) : label
}

function Agreed({ place, params, row: survey }: RecordProps<SurveyRow>) {
  const what: What = params.what === 'hasil' ? 'result' : 'criteria'
  return <Agreeing key={what} place={place} survey={survey} what={what} />
}

function Agreeing({ place, survey, what }: { place: string; survey: SurveyRow; what: What }) {
  const view = usePlaceView()
  const meetings = useMeetingChoices(survey)
  const known = survey[what]
  const base = surveyPath(place, survey.id)
  const measure = useMeasureOf(survey)?.version ?? null
  const listing = useListing(survey.id)
  const objections = useObjections(listing?.id)
  const form = useCommandForm({
    ...{ place, screen: 'surveys.agree', record: `${survey.id} ${what}`, says: [surveyTexts, surveysTexts] },
    command: agreeSurvey,
    start: () => ({ meeting: '', on: todayAt(place), note: '', points: '', despite: '' }),
    input: ({ meeting, on, note, points, despite }) => ({
      ...{ id: survey.id, basedOn: survey.version, what, on },
      ...{ meeting: meeting || null, note: note.trim() },
      ...(what === 'criteria' ? { points: linesOf(points), measure } : { despite: despite.trim() }),
    }),
    rules: (input) => (input.on ? whyNotAgree(view, survey, input, todayAt(place)) : []),
    fieldOf: (path) => path.replace(/^points\..*/, 'points'),
    saved: s('settle.saved'),
    to: base,
  })
  const { field } = form
  // What no answer mends is said before anybody writes.
  const hindered = form.attempt > 0 ? [] : form.refusals.filter((each) => each.field === 'what')
  const unsigned = meetings.find((each) => each.id === form.draft.meeting && lacksSignature(survey, each))
  const held = meetings.find((each) => each.id === form.draft.meeting)?.date
  const settled = settledOn(form.draft.on, held)
  const { open, until } = unsettled(listing, objections, settled)
  const unsettledNow = listing !== undefined && (open > 0 || until !== null)
  const choose = (meeting: string) => {
    const chosen = meetings.find((each) => each.id === meeting)
    const held = chosen && chosen.date <= todayAt(place)
    form.set({ meeting, ...(held ? { on: chosen.date } : {}) })
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
      {what === 'criteria' && <CriteriaAgreed place={place} survey={survey} />}
      {what === 'result' && listing && <Adopting {...{ place, survey, listing, objections }} on={settled} />}
      <ErrorSummary
        title={s('settle.mend')}
        faults={hindered.map((each) => ({ field: each.field, message: form.sentence(each) }))}
      />
      <CommandForm form={form} submit={s('agree.save')}>
        <SelectField
          {...field('meeting', s('agree.meeting'))}
          onChange={choose}
          hint={meetings.length === 0 ? s('agree.no-closed-meeting') : s('agree.meeting-hint')}
          emptyLabel={survey.enrolment === null ? s('agree.no-meeting') : s('agree.choose-meeting')}
          options={meetings.map((each) => ({ value: each.id, label: meetingLabel(survey, each) }))}
        />
        {unsigned && (
          <Notice
            tone="warn"
            title={s('agree.unsigned-title')}
            action={
              <LinkButton href={`/d/${place}/rembug/${unsigned.id}#berkas`}>
                {s('agree.unsigned-go')}
              </LinkButton>
            }
          >
            {s('agree.unsigned-why')}
          </Notice>
        )}
        <DateField {...field('on', s('agree.on'))} inWords={dayInWords(form.draft.on)} max={todayAt(place)} />
        {what === 'criteria' && (
          <>
            <TextArea
              {...field('points', a('criteria.points'))}
              hint={a('criteria.points-hint')}
              rows={8}
              maxLength={9000}
            />
            {form.draft.points.trim() === '' && (
              <FromMeasure survey={survey} onTake={(lines) => form.set({ points: lines.join('\n') })} />
            )}
          </>
        )}
        {what === 'result' && unsettledNow && (
          <TextArea
            {...field('despite', a('adopt.despite'))}
            hint={a('adopt.despite-hint')}
            rows={2}
            maxLength={500}
          />
        )}
        <TextArea {...field('note', s('settle.note'))} optional={s('settle.optional')} maxLength={1000} />
      </CommandForm>
    </Page>
  )
}

export default recordScreen(surveyRecord, Agreed)
