// The questions of a form version: from the phone when a survey here uses it, else from the server.
import { type Answer, useAnswer } from '../../../../platform/browser/asking/use-answer.ts'
import { useRow } from '../../../../platform/browser/hooks.tsx'
import { type FormDetail, type FormRow, formCollection, formDetail } from '../form.ts'

type Known = Pick<FormRow, 'model'>

/** `answer` says why there is no model. */
export function useFormModel(
  place: string,
  form: string,
): { model: Known['model'] | undefined; answer: Answer<Known> } {
  const row = useRow<FormRow>(formCollection, form)
  const answer = useAnswer<FormDetail>(formDetail.name, row ? null : { place, form })
  return { model: row?.model ?? answer.value?.model, answer }
}
