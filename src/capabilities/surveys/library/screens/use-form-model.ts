// The questions of a form version: from the phone when a survey here uses it, else from the server.
import { useEffect, useState } from 'react'
import { ask } from '../../../../platform/browser/api.ts'
import { useRow } from '../../../../platform/browser/hooks.tsx'
import type { FormModel } from '../../../../xlsform/model.ts'
import { type FormDetail, type FormRow, formCollection } from '../form.ts'

export function useFormModel(place: string, form: string): FormModel | null {
  const row = useRow<FormRow>(formCollection, form)
  const [told, setTold] = useState<{ form: string; model: FormModel } | null>(null)
  const known = row !== undefined
  useEffect(() => {
    if (known) return
    let current = true
    ask<FormDetail>('surveys.form', { place, form }).then(
      ({ model }) => current && setTold({ form, model }),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [place, form, known])
  return row?.model ?? (told?.form === form ? told.model : null)
}
