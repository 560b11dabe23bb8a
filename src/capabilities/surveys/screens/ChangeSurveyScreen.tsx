// Changing a survey that runs: its title, its reach, a newer version of its form; opening a closed one again.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { type FormRow, formCollection } from '../library/form.ts'
import { missingFiles } from '../library/screens/form-lines.ts'
import { useFormLines } from '../library/screens/use-form-lines.ts'
import { whyNotChange, whyNotReopen } from '../rules.ts'
import { changeSurvey, reopenSurvey, type SurveyRow } from '../survey.ts'
import { inputFaults } from './input-faults.ts'
import { NoSurvey } from './NoSurvey.tsx'
import { PopulationFields } from './PopulationFields.tsx'
import { s } from './settle-words.ts'
import { useSurvey } from './use-surveys.ts'
import { errorAt, faultsOf, surveyPath, t } from './words.ts'

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
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const [title, setTitle] = useState(survey.title)
  const [form, setForm] = useState(survey.form)
  const [reach, setReach] = useState({
    population: survey.population,
    some: survey.localPlaces.length > 0,
    localPlaces: [...survey.localPlaces],
    target: survey.target === null ? '' : String(survey.target),
  })
  const [attempt, setAttempt] = useState(0)
  const { lines, options } = useVersions({ place, survey })
  const line = lines.find((each) => each.id === form)
  const open = survey.population === 'open'
  const input = {
    ...{ id: survey.id, basedOn: survey.version, title: title.trim(), form },
    localPlaces: reach.some ? reach.localPlaces : [],
    target: open && reach.target !== '' ? Number(reach.target) : null,
  }
  const refusals = [
    ...inputFaults(changeSurvey.input, input),
    ...whyNotChange(view, survey, input, line && { ...line, missing: missingFiles(line) }),
  ]
  const shown = attempt > 0 ? refusals : []
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    await phone.give(changeSurvey, place, input)
    announce(s('settle.saved'))
    go(surveyPath(place, survey.id), { replace: true })
  }
  return (
    <>
      <ErrorSummary title={s('settle.mend')} faults={faultsOf(shown)} attempt={attempt} />
      <Form onSubmit={() => void save()}>
        <TextField
          name="title"
          label={t('open.name')}
          value={title}
          onChange={setTitle}
          maxLength={200}
          error={errorAt(shown, 'title')}
        />
        {options.length > 1 && (
          <SelectField
            name="form"
            label={s('change.version')}
            hint={s('change.version-hint')}
            value={form}
            onChange={setForm}
            options={options}
            error={errorAt(shown, 'form')}
          />
        )}
        <PopulationFields
          draft={reach}
          onChange={(next) => setReach({ ...reach, ...next })}
          refusals={shown}
          fixed
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {s('change.save')}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

function Reopening({ place, survey }: Props) {
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const [reason, setReason] = useState('')
  const [attempt, setAttempt] = useState(0)
  const input = { id: survey.id, basedOn: survey.version, reason: reason.trim() }
  const refusals = [...inputFaults(reopenSurvey.input, input), ...whyNotReopen(view, survey, input)]
  const shown = attempt > 0 ? refusals : []
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    await phone.give(reopenSurvey, place, input)
    announce(s('change.reopened'))
    go(surveyPath(place, survey.id), { replace: true })
  }
  return (
    <>
      <p>{s('change.reopen-why')}</p>
      <ErrorSummary title={s('settle.mend')} faults={faultsOf(shown)} attempt={attempt} />
      <Form onSubmit={() => void save()}>
        <TextField
          name="reason"
          label={s('change.reopen-reason')}
          value={reason}
          onChange={setReason}
          maxLength={300}
          error={errorAt(shown, 'reason')}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {s('change.reopen')}
          </Button>
        </FormActions>
      </Form>
    </>
  )
}

export default function ChangeSurveyScreen({ place, params }: ScreenProps) {
  const survey = useSurvey(params.id)
  if (!survey) return <NoSurvey place={place} />
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
