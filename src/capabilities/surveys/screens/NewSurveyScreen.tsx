// Opening a survey: what for, with which form, of whom and where; read over before it starts.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { surveysTexts } from '../texts.ts'
import { surveyTexts } from './survey-texts.ts'
import './surveys.css'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import { reasons, refuseField } from '../../../kernel/refusal.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { type Answer, CheckAnswers } from '../../../platform/browser/ui/form/CheckAnswers.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { AlsoFor } from '../../programmes/door.browser.tsx'
import { servingTexts } from '../../programmes/serving-texts.ts'
import type { FormLine } from '../library/form.ts'
import { FormChoice } from '../library/screens/FormChoice.tsx'
import { saidOf } from '../library/screens/form-lines.ts'
import { useFormLines } from '../library/screens/use-form-lines.ts'
import { whyNotOpen } from '../rules.ts'
import { openSurvey } from '../survey.ts'
import { PopulationFields } from './PopulationFields.tsx'
import {
  fittingKinds,
  inputOf,
  ownPurpose,
  type Purpose,
  populationOf,
  purposesOf,
  type SurveyDraft,
} from './survey-draft.ts'
import { useEnrolled, useLocals } from './use-surveys.ts'
import { dayInWords, dayText, surveyPath, t, todayAt, words } from './words.ts'

const serving = translate(servingTexts)

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

type OpeningDraft = SurveyDraft & {
  purpose: string
  /** Somebody typed the title; one that nobody typed follows what is chosen. */
  named: boolean
}

function useOpening(place: string) {
  const view = usePlaceView()
  const purposes = purposesOf(useEnrolled())
  const search = useSearch()
  const asked = askedFor(search, purposes)
  const brought = new URLSearchParams(search).get('formulir') ?? ''
  const { lines, state } = useFormLines(place)
  const [id] = useState(newId)
  const purposeOf = (key: string) => purposes.find((each) => each.key === key) ?? asked
  const lineOf = (form: string) => lines?.find((each) => each.id === form)
  const titleOf = (draft: OpeningDraft) =>
    draft.named ? draft.title : titleFor(purposeOf(draft.purpose), lineOf(draft.form), draft.on)
  const form = useCommandForm({
    ...{
      place,
      screen: 'surveys.open',
      record: `${asked.key} ${brought}`.trim(),
      says: [surveyTexts, surveysTexts, servingTexts],
    },
    command: openSurvey,
    start: (): OpeningDraft => ({
      ...{ purpose: asked.key, named: false, form: brought, alsoFor: [], title: '' },
      population: brought ? populationOf(lineOf(brought)) : 'households',
      ...{ some: false, localPlaces: [], target: '', on: todayAt(place) },
    }),
    input: (draft) => inputOf(id, purposeOf(draft.purpose), { ...draft, title: titleOf(draft) }),
    rules: (input, draft) => {
      const line = lineOf(draft.form)
      return reasons(
        draft.some && draft.localPlaces.length === 0 && refuseField('localPlaces', 'open.rt-missing'),
        ...(line ? whyNotOpen(view, input, saidOf(line), todayAt(place)) : []),
      )
    },
    saved: t('open.done'),
    to: (input) => surveyPath(place, input.id),
  })
  const { draft } = form
  // Which kinds of other programmes fit follows the form.
  const choose = (chosen: string) =>
    form.set({ form: chosen, alsoFor: [], population: populationOf(lineOf(chosen)) })
  return {
    ...{ form, purposes, lines, state, choose },
    ...{ purpose: purposeOf(draft.purpose), line: lineOf(draft.form), title: titleOf(draft) },
  }
}

type Opening = ReturnType<typeof useOpening>

function useAnswers({ form, purpose, line, title }: Opening): Answer[] {
  const { draft, input } = form
  const { lineOf } = useLocals()
  const where = input.localPlaces.map(lineOf).join(', ')
  return [
    { label: t('open.for'), value: purposeText(purpose) },
    { label: t('open.form'), value: line?.title ?? '' },
    { label: t('open.name'), value: title },
    { label: t('open.population'), value: t(`open.${draft.population}`) },
    ...(input.target === null ? [] : [{ label: t('open.target'), value: draft.target }]),
    { label: t('open.reach'), value: where || t('open.whole') },
    { label: t('open.on'), value: dayText(draft.on) },
  ]
}

function Fields({ place, opening }: { place: string; opening: Opening }) {
  const { form, purposes, purpose, choose, lines, line, state, title } = opening
  const { draft, field, errorOf } = form
  return (
    <>
      {purposes.length > 1 && (
        <SelectField
          {...field('purpose', t('open.for'), 'kind')}
          value={purpose.key}
          onChange={(key) => form.set({ purpose: key, alsoFor: [] })}
          error={errorOf('kind') ?? errorOf('enrolment')}
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
        error={field('form', t('open.form')).error}
      />
      <AlsoFor
        {...field('alsoFor', serving('serving.also-for'))}
        own={{ enrolment: purpose.enrolled?.row.id ?? null, kind: purpose.kind }}
        kindsOf={(programme) => fittingKinds(programme, line?.about.kinds ?? [])}
      />
      <TextField
        {...field('title', t('open.name'))}
        hint={t('open.name-hint')}
        value={title}
        onChange={(next) => form.set({ title: next, named: true })}
        maxLength={200}
      />
      <PopulationFields form={form} />
      <DateField {...field('on', t('open.on'))} inWords={dayInWords(draft.on)} max={todayAt(place)} />
    </>
  )
}

export default function NewSurveyScreen({ place }: ScreenProps) {
  const opening = useOpening(place)
  const answers = useAnswers(opening)
  const [checking, setChecking] = useState(false)
  const { form } = opening
  return (
    <Page
      title={t('open.title')}
      back={{ href: `/d/${place}/survei`, label: t('survey.back') }}
      width="narrow"
    >
      <CommandForm form={form} submit={t('open.check')} onSubmit={() => setChecking(form.check())}>
        <Fields place={place} opening={opening} />
      </CommandForm>
      <ConfirmDialog
        open={checking}
        title={t('open.check-title')}
        confirmLabel={t('open.do')}
        cancelLabel={t('open.change')}
        onCancel={() => setChecking(false)}
        onConfirm={() => {
          setChecking(false)
          void form.save()
        }}
      >
        <CheckAnswers changeLabel={t('open.change')} answers={answers} />
      </ConfirmDialog>
    </Page>
  )
}
