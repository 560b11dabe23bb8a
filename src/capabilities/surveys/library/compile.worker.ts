// Reads and compiles one workbook in a thread of its own, which may be ended when the file is a trap.
import { parentPort, workerData } from 'node:worker_threads'
import { compile } from '../../../xlsform/compile.ts'
import { readWorkbook, WorkbookRefused } from '../../../xlsform/read-workbook.ts'
import type { Asked, Compiled } from './compiling.ts'

async function compiled({ bytes, name, version }: Asked): Promise<Compiled> {
  try {
    return compile(await readWorkbook(bytes), { name, version })
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, faults: [error.fault], warnings: [] }
    throw error
  }
}

parentPort?.postMessage(await compiled(workerData as Asked))
