// A list in a file that somebody chose: an XLSX, or a CSV as offices save it. What its cells mean knows whoever asked for it. The
// reader of workbooks loads when used.
import { type IsHeading, isUtf16, parseCsv, textOf } from './csv.ts'
import { bounded, type ListSheet, sheetsOf } from './sheets.ts'

/** Thrown with the key of its sentence. */
export class UnreadableFile extends Error {}
export type WhyUnreadable = 'too-big' | 'old-excel' | 'web-page' | 'unreadable'

type Asking = { bytesMost: number; isHeading: IsHeading; sentence: (why: WhyUnreadable) => string }

const begins = (bytes: Uint8Array, ...those: number[]) => those.every((byte, at) => bytes[at] === byte)

/** Why a file is neither a workbook nor a CSV, by its bytes and not by its name; null where it is one of them. */
function whyNotList(bytes: Uint8Array, name: string): WhyUnreadable | null {
  if (begins(bytes, 0x50, 0x4b)) return null
  // Excel 97 to 2003, and a workbook with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel'
  // Many programs of offices write a web page and call it .xls.
  if (/^\uFEFF?\s*<(!doctype|html|table|\?xml|meta|head|style)/i.test(textOf(bytes.subarray(0, 400))))
    return 'web-page'
  return !isUtf16(bytes) && (/\.xlsx$/i.test(name) || bytes.includes(0)) ? 'unreadable' : null
}

/** The sheets of an XLSX file; a CSV is one. */
export async function readList(file: File, { bytesMost, isHeading, sentence }: Asking): Promise<ListSheet[]> {
  if (file.size > bytesMost) throw new UnreadableFile(sentence('too-big'))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const why = whyNotList(bytes, file.name)
  if (why !== null) throw new UnreadableFile(sentence(why))
  if (!begins(bytes, 0x50, 0x4b))
    return bounded([{ name: file.name, hidden: false, rows: parseCsv(textOf(bytes), isHeading) }])
  try {
    const { readWorkbook } = await import('../../../xlsform/read-workbook.ts')
    return bounded(sheetsOf(await readWorkbook(bytes)))
  } catch (error) {
    console.warn(error)
    throw new UnreadableFile(sentence('unreadable'))
  }
}
