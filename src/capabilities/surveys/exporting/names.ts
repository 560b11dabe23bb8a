// Names of files and columns that every system keeps apart, the same wherever they are said.
import { createHash } from 'node:crypto'

/** Nothing in a name of a file that a system could take for a path. */
export const safeName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120)

const letters = (name: string) => name.normalize('NFC').toLowerCase()

/** A name that is not used yet, none longer than `most`: the second of a kind is numbered. Capitals make no difference. */
export function fresh(
  used: Set<string>,
  name: string,
  most: number,
  numbered: (n: number) => string,
): string {
  let own = name.slice(0, most)
  for (let n = 2; used.has(letters(own)); n++) own = name.slice(0, most - numbered(n).length) + numbered(n)
  used.add(letters(own))
  return own
}

/** The same names in the same order, none twice: neither a folder of Windows nor a sheet of Excel parts them by capitals. */
export function unlike(names: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  const used = new Set<string>()
  return names.map((name) => fresh(used, name, most, (n) => ` (${n})`))
}

/** What no system of files takes, or takes for something else; or a spreadsheet for a formula. */
const unfit = /[\\/:*?"<>|;\p{Cc}\ud800-\udfff]/gu
const unfitFirst = /^[.\s=+\-@＝＋－＠]/u
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
const bytesMost = 180

/**
 * What a file of a submission is called in a zip, and in the tables that speak of it: its own name where every system can
 * bear it, else one with a mark of its own, so that `a/b.jpg` and `a:b.jpg` stay two.
 */
export function mediaName(name: string): string {
  const own = fitting(name)
  return own === name && Buffer.byteLength(name) <= bytesMost ? name : marked(name)
}

const fitting = (name: string) =>
  name
    .normalize('NFC')
    .replace(unfit, '_')
    .replace(unfitFirst, '_')
    .replace(device, '_$1')
    .replace(/[. ]+$/, '_')

/** The name with a mark of its own before its ending, whatever it is. */
export function marked(name: string): string {
  const own = fitting(name)
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8)
  const ending = /\.[0-9A-Za-z]{1,8}$/.exec(own)?.[0] ?? ''
  let stem = ending ? own.slice(0, -ending.length) : own
  while (Buffer.byteLength(stem) > bytesMost - 20) stem = [...stem].slice(0, -1).join('')
  return `${stem}-${mark}${ending}`
}

/** Whether another text than this one stands somewhere in the answers, and only its capitals are others. */
function differsInCapitals(answers: unknown, name: string): boolean {
  if (typeof answers === 'string') return answers !== name && letters(answers) === letters(name)
  return typeof answers === 'object' && answers !== null
    ? Object.values(answers).some((each) => differsInCapitals(each, name))
    : false
}

/** As `mediaName`, within one submission: where `a.jpg` and `A.jpg` both stand in its answers, the capitals bear a mark. */
export function mediaNameIn(answers: readonly unknown[], name: string): string {
  const clash = name !== name.toLowerCase() && differsInCapitals(answers, name)
  return clash ? marked(name) : mediaName(name)
}
