// Compiling what people bring, away from the thread that answers everybody.
import { away } from '../../../platform/server/running/away.ts'
import type { Compilation } from '../../../xlsform/compile.ts'

export type Asked = { bytes: Uint8Array; name: string; version: string }
export type Compiled = Compilation

const script = new URL('./compile.worker.ts', import.meta.url)

/** The form that a workbook is, or its faults; null when it takes too much time or memory. */
export const compiledAway = (account: string, asked: Asked): Promise<Compiled | null> =>
  away<Compiled>(account, script, asked)
