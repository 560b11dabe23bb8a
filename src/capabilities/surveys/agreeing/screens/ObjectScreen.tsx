// Taking an objection: by whom, about which family, and what they say.
import '../../screens/surveys.css'
import './agreeing.css'
import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { translate } from '../../../../platform/browser/language.ts'
import { type RecordProps, recordScreen } from '../../../../platform/browser/RecordPage.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { DateField } from '../../../../platform/browser/ui/form/DateField.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { TextArea } from '../../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { type ListingRow, objectionAbout, type TakeObjection, takeObjection } from '../../listing.ts'
import { surveyRecord } from '../../records.browser.ts'
import { useListing, useObjections } from '../../screens/use-surveys.ts'
import { dayInWords, dayText, surveyPath, todayAt } from '../../screens/words.ts'
import type { SurveyRow } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { isLate, whyNotObject } from '../list-rules.ts'
import { FamilyPick } from './FamilyPick.tsx'
import { objectionTexts } from './objection-texts.ts'
import { useLines } from './use-list.ts'

const o = translate(objectionTexts)

function ObjectionForm({
  place,
  survey,
  listing,
}: {
  place: string
  survey: SurveyRow
  listing: ListingRow
}) {
  const [id] = useState(newId)
  const lines = useLines(survey, listing)
  const taken = useObjections(listing.id).length
  const today = todayAt(place)
  const form = useCommandForm({
    ...{ place, screen: 'surveys.object', record: listing.id, command: takeObjection, says: [surveysTexts] },
    start: () => ({
      ...{ about: 'listed' as TakeObjection['about'], household: '', family: '' },
      ...{ objector: '', objection: '', on: today },
    }),
    input: ({ household, ...rest }) => ({
      ...{ id, listing: listing.id, household: household || null },
      ...{ ...rest, family: household ? '' : rest.family },
    }),
    rules: (input) => (input.on === '' ? [] : whyNotObject(listing, input, { known: true, taken, today })),
    saved: o('objection.saved'),
    to: surveyPath(place, survey.id, 'daftar/keberatan'),
  })
  const { about, household, on } = form.draft
  const of = about === 'listed' ? lines.filter((each) => each.listed) : lines.filter((each) => !each.listed)
  return (
    <CommandForm form={form} submit={o('objection.save')}>
      <RadioCards
        {...form.field('about', o('objection.about'))}
        onChange={(next) => form.set({ about: next as TakeObjection['about'], household: '' })}
        choices={objectionAbout.map((value) => ({ value, label: o(`objection.about-${value}`) }))}
      />
      {about !== 'other' && (
        <FamilyPick
          listing={listing.id}
          lines={of}
          value={household}
          error={form.field('household', o('objection.found')).error}
          unknown
          onChange={(next) => form.set({ household: next })}
        />
      )}
      {about !== 'other' && household === '' && (
        <TextField
          {...form.field('family', o('objection.family'))}
          hint={o('objection.family-hint')}
          maxLength={200}
        />
      )}
      <TextField {...form.field('objector', o('objection.objector'))} maxLength={120} autoComplete="off" />
      <TextArea {...form.field('objection', o('objection.words'))} rows={3} maxLength={1000} />
      <DateField {...form.field('on', o('objection.on'))} inWords={dayInWords(on)} max={today} />
      {listing.shown && on && isLate(listing.shown, on) && (
        <Notice tone="advice">{o('objection.late-warning', { until: dayText(listing.shown.until) })}</Notice>
      )}
    </CommandForm>
  )
}

function ObjectPage({ place, row: survey }: RecordProps<SurveyRow>) {
  const listing = useListing(survey.id)
  return (
    <Page
      title={o('objection.take')}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id, 'daftar/keberatan'), label: o('objection.title') }}
      width="narrow"
    >
      <p>{o('objection.take-why')}</p>
      {listing ? (
        <ObjectionForm {...{ place, survey, listing }} />
      ) : (
        <EmptyState icon="ballot">{o('objection.not-shown')}</EmptyState>
      )}
    </Page>
  )
}

export default recordScreen(surveyRecord, ObjectPage)
