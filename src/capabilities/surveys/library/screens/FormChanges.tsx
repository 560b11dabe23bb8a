// What this new version changes for the tables of its surveys, before it is kept: it is held against the versions that are here.

import { ask } from '../../../../platform/browser/api.ts'
import { AnswerRest } from '../../../../platform/browser/asking/AnswerRest.tsx'
import { useAsking } from '../../../../platform/browser/asking/use-answer.ts'
import type { FormModel } from '../../../../xlsform/model.ts'
import { changesOf } from '../../tables/changes.ts'
import { type FormDetail, type FormList, formDetail, listForms, versionsMost } from '../form.ts'
import { FaultTable } from './FaultTable.tsx'
import { l } from './library-words.ts'

async function older(place: string, formId: string, signal: AbortSignal): Promise<FormModel[]> {
  const { forms } = await ask<FormList>(listForms.name, { place }, signal)
  const same = forms.filter((form) => form.formId === formId).slice(0, versionsMost)
  const details = await Promise.all(
    same.map(({ id }) => ask<FormDetail>(formDetail.name, { place, form: id }, signal)),
  )
  return details.map(({ model }) => model)
}

export function FormChanges({ place, model }: { place: string; model: FormModel }) {
  const answer = useAsking(`form-changes ${place} ${model.formId}`, (signal) =>
    older(place, model.formId, signal),
  )
  if (!answer.value) return <AnswerRest answer={answer} label={l('import.changes-what')} />
  const changes = changesOf(model, answer.value)
  return (
    <FaultTable
      title={l('import.changes', { count: changes.length })}
      subtitle={l('import.changes-why')}
      faults={changes}
    />
  )
}
