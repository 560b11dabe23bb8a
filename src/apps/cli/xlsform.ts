// `rembug xlsform`: an Excel form compiled beside the person who wrote it, without a server and without a house.
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { compile } from '../../xlsform/compile.ts'
import { faultPlace, faultSentence } from '../../xlsform/faults/fault-texts.ts'
import type { Fault } from '../../xlsform/model.ts'
import { readWorkbook, WorkbookRefused } from '../../xlsform/read-workbook.ts'
import { newFile, standardOutput } from './sink.ts'
import { both, Said, type Verb } from './verb.ts'

const usage = 'FILE.xlsx [OUT.xml]'

const line = (fault: Fault): string =>
  `  ${faultPlace(fault, 'id')}: ${both(faultSentence(fault, 'id'), faultSentence(fault, 'en'))}`

async function workbookIn(file: string) {
  try {
    return await readWorkbook(await readFile(file))
  } catch (error) {
    if (error instanceof WorkbookRefused) throw new Said(line(error.fault))
    throw error
  }
}

export const xlsformVerb: Verb = {
  usage,
  summary: both(
    'Menyusun formulir Excel (XLSForm) menjadi XForm; menyebut setiap kesalahan dengan baris dan perbaikannya',
    'compiles an Excel form (XLSForm) to an XForm; names every mistake with its row and its mend',
  ),
  prepare: async (typed) => {
    const [file, out, ...more] = typed.positionals
    if (file === undefined || more.length > 0) throw new Said(`rembug xlsform ${usage}`)
    // Where there is no place for files beside it, the XForm holds its long lists.
    const beside = out ? {} : { listsAbove: Number.POSITIVE_INFINITY }
    const compiled = compile(await workbookIn(file), { name: basename(file), ...beside })
    if (!compiled.ok)
      throw new Said(
        [both(`${compiled.faults.length} kesalahan`, 'mistakes'), ...compiled.faults.map(line)].join('\n'),
      )
    const sink = out ? newFile(out, (text) => text.startsWith('<?xml')) : standardOutput()
    await sink.write(Buffer.from(compiled.xform))
    const lists = compiled.made.map(({ name, text }) => {
      const list = newFile(join(dirname(out ?? ''), name), (before) =>
        before.startsWith(text.slice(0, text.indexOf('\n'))),
      )
      return [name, list, text] as const
    })
    for (const [, list, text] of lists) await list.write(Buffer.from(text))
    const sinks = { out: sink, ...Object.fromEntries(lists) }
    return { ask: {}, sinks, afterwards: compiled.warnings.map(line) }
  },
  run: async () => 0,
  alone: async () => 0,
}
