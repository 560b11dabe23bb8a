// Reads an instrument from its YAML and compiles it as any other XLSForm. Server only: phones get what was compiled.
import { parseDocument } from 'yaml'
import { compile } from '../../../xlsform/compile.ts'
import type { Fault, FormModel } from '../../../xlsform/model.ts'
import type { Workbook } from '../../../xlsform/workbook.ts'
import { type Instrument, instrumentSchema, workbookOf } from './instrument.ts'

export type CompiledInstrument = {
  instrument: Instrument
  workbook: Workbook
  xform: string
  model: FormModel
  warnings: readonly Fault[]
}

/** Largest file of an instrument, in bytes. */
const largest = 200_000

/** Reads one file, or throws every fault of it, a line each: `instruments/household.yaml: survey.12.label: …`. */
export function readInstrument(text: string, file: string): CompiledInstrument {
  const instrument = parsed(text, file)
  const workbook = workbookOf(instrument)
  // What comes with Rembug comes whole: nobody brings it files.
  const outcome = compile(workbook, { listsAbove: Number.POSITIVE_INFINITY })
  if (!outcome.ok) throw new Error(told(file, outcome.faults))
  const { xform, model, warnings } = outcome
  return { instrument, workbook, xform, model, warnings }
}

/** For whoever writes an instrument: where, which mistake, what was found. */
const told = (file: string, faults: readonly Fault[]): string =>
  faults
    .map(
      ({ sheet, row, column, code, found }) =>
        `${file}: ${sheet} row ${row} ${column ?? ''}: ${code} ${found}`,
    )
    .join('\n')

function parsed(text: string, file: string): Instrument {
  if (Buffer.byteLength(text) > largest) throw new Error(`${file}: more than ${largest} bytes`)
  const document = parseDocument(text)
  const [broken] = document.errors
  if (broken) throw new Error(`${file}: ${broken.message}`)
  const read = instrumentSchema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!read.success)
    throw new Error(
      read.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  return read.data
}
