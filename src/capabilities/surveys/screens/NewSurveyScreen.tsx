// Opening a survey: what for, with which form, of whom and where; read over before it starts.
import './surveys.css'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuseField } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { type Answer, CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import type { FormLine } from '../library/form.ts'
import { FormChoice } from '../library/screens/FormChoice.tsx'
import { missingFiles } from '../library/screens/form-lines.ts'
import { useFormLines } from '../library/screens/use-form-lines.ts'
import { whyNotOpen } from '../rules.ts'
import { openSurvey } from '../survey.ts'
import { inputFaults } from './input-faults.ts'
import { PopulationFields } from './PopulationFields.tsx'
import {
  inputOf,
  ownPurpose,
  type Purpose,
  populationOf,
  purposesOf,
  type SurveyDraft,
} from './survey-draft.ts'
import { useEnrolled, useLocals } from './use-surveys.ts'
import { dayInWords, dayText, errorAt, faultsOf, surveyPath, t, todayAt, words } from './words.ts'

const purposeText = ({ enrolled, kind }: Purpose): string => {
  const title = enrolled?.programme.kinds.surveys.find((each) => each.id === kind)?.title
  return title ? words(title) : t('open.for-own')
}

/** The purpose that the address asks for, else the village's own. */
function askedFor(search: string, purposes: readonly Purpose[]): Purpose {
  const params = new URLSearchParams(search)
  const [kind, enrolment] = [params.get('jenis'), params.get('pendaftaran')]
  const fits = purposes.filter((each) => kind !== null && each.kind === kind)
  return fits.find((each) => each.enrolled?.row.id === enrolment) ?? fits[0] ?? ownPurpose
}

function titleFor(purpose: Purpose, line: FormLine | undefined, on: string): string {
  const base = purpose.kind ? purposeText(purpose) : (line?.title ?? '')
  return base && `${base} ${on.slice(0, 4)}`
}

function useOpening(place: string) {
  const view = usePlaceView()
  const purposes = purposesOf(useEnrolled())
  const asked = askedFor(useSearch(), purposes)
  const { lines, state } = useFormLines(place)
  const [id] = useState(newId)
  const [key, setKey] = useState<string | null>(null)
  const purpose = purposes.find((each) => each.key === key) ?? asked
  const [draft, setDraft] = useState<SurveyDraft>({
    form: '',
    title: '',
    population: 'households',
    some: false,
    localPlaces: [],
    target: '',
    on: todayAt(place),
  })
  // A title that nobody typed follows what is chosen.
  const [named, setNamed] = useState(false)
  const line = lines?.find((each) => each.id === draft.form)
  const whole = named ? draft : { ...draft, title: titleFor(purpose, line, draft.on) }
  const input = inputOf(id, purpose, whole)
  const said = line && { ...line, missing: missingFiles(line) }
  const refusals: Refusal[] = [
    ...inputFaults(openSurvey.input, input),
    ...(draft.some && draft.localPlaces.length === 0 ? [refuseField('localPlaces', 'open.rt-missing')] : []),
    ...(line ? whyNotOpen(view, input, said, todayAt(place)) : []),
  ]
  const choose = (form: string) => {
    const chosen = lines?.find((each) => each.id === form)
    setDraft({ ...draft, form, population: populationOf(chosen) })
  }
  const change = (next: Partial<SurveyDraft>) => {
    if (next.title !== undefined) setNamed(true)
    setDraft({ ...whole, ...next })
  }
  return { purposes, purpose, setKey, lines, state, line, draft: whole, input, refusals, choose, change }
}

type Opening = ReturnType<typeof useOpening>

function useAnswers({ purpose, line, draft, input }: Opening): Answer[] {
  const { lineOf } = useLocals()
  const where = input.localPlaces.map(lineOf).join(', ')
  return [
    { label: t('open.for'), value: purposeText(purpose) },
    { label: t('open.form'), value: line?.title ?? '' },
    { label: t('open.name'), value: draft.title },
    { label: t('open.population'), value: t(`open.${draft.population}`) },
    ...(input.target === null ? [] : [{ label: t('open.target'), value: draft.target }]),
    { label: t('open.reach'), value: where || t('open.whole') },
    { label: t('open.on'), value: dayText(draft.on) },
  ]
}

function Fields({ place, opening, shown }: { place: string; opening: Opening; shown: readonly Refusal[] }) {
  const { purposes, purpose, setKey, draft, change, choose, lines, state } = opening
  return (
    <>
      {purposes.length > 1 && (
        <SelectField
          name="kind"
          label={t('open.for')}
          value={purpose.key}
          onChange={setKey}
          error={errorAt(shown, 'kind') ?? errorAt(shown, 'enrolment')}
          options={purposes.map((each) => ({
            value: each.key,
            label: [purposeText(each), each.enrolled && words(each.enrolled.programme.title)]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
      <FormChoice
        place={place}
        lines={lines}
        state={state}
        kind={purpose.kind}
        value={draft.form}
        onChange={choose}
        error={errorAt(shown, 'form')}
      />
      <TextField
        name="title"
        label={t('open.name')}
        hint={t('open.name-hint')}
        value={draft.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        error={errorAt(shown, 'title')}
      />
      <PopulationFields draft={draft} onChange={change} refusals={shown} />
      <DateField
        name="on"
        label={t('open.on')}
        value={draft.on}
        onChange={(on) => change({ on })}
        inWords={dayInWords(draft.on)}
        max={todayAt(place)}
        error={errorAt(shown, 'on')}
      />
    </>
  )
}

export default function NewSurveyScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const opening = useOpening(place)
  const answers = useAnswers(opening)
  const [attempt, setAttempt] = useState(0)
  const [checking, setChecking] = useState(false)
  const { input, refusals } = opening
  const shown = attempt > 0 ? refusals : []
  const open = async () => {
    setChecking(false)
    await phone.give(openSurvey, place, input)
    announce(t('open.done'))
    go(surveyPath(place, input.id), { replace: true })
  }
  return (
    <Page
      title={t('open.title')}
      back={{ href: `/d/${place}/survei`, label: t('survey.back') }}
      width="narrow"
    >
      <ErrorSummary title={t('survey.check-faults')} faults={faultsOf(shown)} attempt={attempt} />
      <Form
        onSubmit={() => {
          setAttempt(attempt + 1)
          setChecking(refusals.length === 0)
        }}
      >
        <Fields place={place} opening={opening} shown={shown} />
        <FormActions>
          <Button type="submit" variant="primary">
            {t('open.check')}
          </Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        open={checking}
        title={t('open.check-title')}
        confirmLabel={t('open.do')}
        cancelLabel={t('open.change')}
        onCancel={() => setChecking(false)}
        onConfirm={() => void open()}
      >
        <CheckAnswers changeLabel={t('open.change')} answers={answers} />
      </ConfirmDialog>
    </Page>
  )
}
