// Changing a survey that runs: its title, its reach, a newer version of its form; opening a closed one again.

import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { type FormRow, formCollection } from '../library/form.ts'
import { saidOf } from '../library/screens/form-lines.ts'
import { useFormLines } from '../library/screens/use-form-lines.ts'
import { surveyRecord } from '../records.browser.ts'
import { whyNotChange, whyNotReopen } from '../rules.ts'
import { changeSurvey, reopenSurvey, type SurveyRow } from '../survey.ts'
import { surveysTexts } from '../texts.ts'
import { PopulationFields } from './PopulationFields.tsx'
import { s } from './settle-words.ts'
import { surveyTexts } from './survey-texts.ts'
import { surveyPath, t } from './words.ts'

type Props = { place: string; survey: SurveyRow }

/** The versions that may be filled from now on: the one in use, and what the library has of the same form. */
function useVersions({ place, survey }: Props) {
  const { lines } = useFormLines(place)
  const row = useRow<FormRow>(formCollection, survey.form)
  const found = (lines ?? []).filter(
    (line) => line.formId === survey.formId && (!line.retired || line.id === survey.form),
  )
  const here = found.some((line) => line.id === survey.form)
  const options = [
    ...(here || !row ? [] : [{ value: row.id, label: s('change.version-of', { version: row.version }) }]),
    ...found.map((line) => ({ value: line.id, label: s('change.version-of', { version: line.version }) })),
  ]
  return { lines: found, options }
}

function Changing({ place, survey }: Props) {
  const view = usePlaceView()
  const { lines, options } = useVersions({ place, survey })
  const open = survey.population === 'open'
  const form = useCommandForm({
    ...{ place, screen: 'surveys.change', record: survey.id, says: [surveyTexts, surveysTexts] },
    command: changeSurvey,
    start: () => ({
      ...{ title: survey.title, form: survey.form, basedOn: survey.version, population: survey.population },
      ...{ some: survey.localPlaces.length > 0, localPlaces: [...survey.localPlaces] },
      target: survey.target === null ? '' : String(survey.target),
    }),
    input: (draft) => ({
      ...{ id: survey.id, basedOn: draft.basedOn, title: draft.title.trim(), form: draft.form },
      localPlaces: draft.some ? draft.localPlaces : [],
      target: open && draft.target !== '' ? Number(draft.target) : null,
    }),
    rules: (input) => whyNotChange(view, survey, input, saidOf(lines.find((each) => each.id === input.form))),
    saved: s('settle.saved'),
    to: surveyPath(place, survey.id),
  })
  return (
    <CommandForm form={form} submit={s('change.save')}>
      <TextField {...form.field('title', t('open.name'))} maxLength={200} />
      {options.length > 1 && (
        <SelectField
          {...form.field('form', s('change.version'))}
          hint={s('change.version-hint')}
          options={options}
        />
      )}
      <PopulationFields form={form} fixed />
    </CommandForm>
  )
}

function Reopening({ place, survey }: Props) {
  const view = usePlaceView()
  const form = useCommandForm({
    ...{ place, screen: 'surveys.reopen', record: survey.id, says: [surveyTexts, surveysTexts] },
    command: reopenSurvey,
    start: () => ({ reason: '' }),
    input: ({ reason }) => ({ id: survey.id, basedOn: survey.version, reason: reason.trim() }),
    rules: (input) => whyNotReopen(view, survey, input),
    saved: s('change.reopened'),
    to: surveyPath(place, survey.id),
  })
  return (
    <>
      <p>{s('change.reopen-why')}</p>
      <CommandForm form={form} submit={s('change.reopen')}>
        <TextField {...form.field('reason', s('change.reopen-reason'))} maxLength={300} />
      </CommandForm>
    </>
  )
}

function ChangePage({ place, row: survey }: RecordProps<SurveyRow>) {
  const closed = survey.state === 'closed'
  return (
    <Page
      title={s(closed ? 'change.reopen' : 'change.title')}
      subtitle={survey.title}
      back={{ href: surveyPath(place, survey.id), label: s('settle.back') }}
      width="narrow"
    >
      {closed ? <Reopening place={place} survey={survey} /> : <Changing place={place} survey={survey} />}
    </Page>
  )
}

export default recordScreen(surveyRecord, ChangePage)
