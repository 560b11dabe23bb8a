// A workbook read and compiled on this phone, before anybody sends it.
import { useState } from 'react'
import type { Fault, FormModel } from '../../../../xlsform/model.ts'
import { workbookMost } from '../form.ts'
import { base64Of } from './library-words.ts'

export type Checked =
  | { state: 'none' }
  | { state: 'checking'; name: string }
  | { state: 'too-large'; name: string }
  | { state: 'faulty'; name: string; faults: readonly Fault[]; warnings: readonly Fault[] }
  | { state: 'good'; name: string; workbook: string; model: FormModel; warnings: readonly Fault[] }

/** The compiler and the reader of workbooks load when they are used. */
async function check(file: File): Promise<Checked> {
  const name = file.name
  if (file.size > workbookMost) return { state: 'too-large', name }
  const [{ readWorkbook, WorkbookRefused }, { compile }] = await Promise.all([
    import('../../../../xlsform/read-workbook.ts'),
    import('../../../../xlsform/compile.ts'),
  ])
  try {
    const workbook = await readWorkbook(new Uint8Array(await file.arrayBuffer()))
    const made = compile(workbook, { name: name.replace(/\.xlsx$/i, '') })
    if (!made.ok) return { state: 'faulty', name, faults: made.faults, warnings: made.warnings }
    return { state: 'good', name, workbook: await base64Of(file), model: made.model, warnings: made.warnings }
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error
    return { state: 'faulty', name, faults: [error.fault], warnings: [] }
  }
}

export function useImport(): [Checked, (file: File | undefined) => void] {
  const [checked, setChecked] = useState<Checked>({ state: 'none' })
  const take = (file: File | undefined) => {
    if (!file) return setChecked({ state: 'none' })
    setChecked({ state: 'checking', name: file.name })
    check(file).then(setChecked, (error: unknown) => {
      console.error('could not check a workbook', error)
      const facts = { why: String(error) }
      const fault: Fault = { code: 'file-broken', sheet: '', row: null, column: null, found: '', facts }
      setChecked({ state: 'faulty', name: file.name, faults: [fault], warnings: [] })
    })
  }
  return [checked, take]
}
