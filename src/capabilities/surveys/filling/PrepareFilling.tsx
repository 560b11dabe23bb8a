// Stands on a screen from which forms are opened: fetches while there is a line what filling needs without one.
import { useEffect } from 'react'
import { useOnline, usePhone, useRow } from '../../../platform/browser/hooks.tsx'
import { type FormRow, formCollection } from '../library/form.ts'
import { warmEngine } from './engine.ts'
import { keepFormFiles } from './form-files.ts'

export function PrepareFilling({ form }: { form: string }) {
  const row = useRow<FormRow>(formCollection, form)
  const online = useOnline()
  const { open } = usePhone()
  useEffect(warmEngine, [])
  useEffect(() => {
    if (!row || !online) return
    keepFormFiles(open, row).catch((error: unknown) =>
      console.warn('could not keep the files of a form', error),
    )
  }, [open, row, online])
  return null
}
