// What a person pasted to enrol many villages: every line is judged, and none is lost in silence. Pure.
import { covers, districtOf } from '../../../kernel/place-code.ts'

/** How many villages may be enrolled at once. */
export const mostAtOnce = 500

/**
 * no-code: the line holds no code of a village; unread: the villages of its district are not known yet; unknown: they are,
 * and none in force has it; elsewhere: not of this area.
 */
export type Verdict = 'ok' | 'no-code' | 'unread' | 'unknown' | 'elsewhere' | 'twice' | 'too-many'
export type PastedLine = { line: string; code: string | null; name: string; verdict: Verdict }

/** A line that names no village to be enrolled; one that is chosen already does. */
export const isWrong = ({ verdict }: PastedLine): boolean => verdict !== 'ok' && verdict !== 'twice'

/** As a code is written: "34.71.04.1001", "34 71 04 1001", "34-71-04-1001", "3471041001", and as a sheet shows a number, "3471041001.0". */
const written = /(?<!\d)(?<!\d[.-])([1-9]\d)([.\s-]?)(\d{2})\2(\d{2})\2(\d{4})(?:\.0+)?(?!\2?\d)/g

/** The codes of villages in a line, as they stand in it. */
export const codesIn = (line: string): string[] =>
  [...line.matchAll(written)].map(([, province, , regency, district, village]) =>
    [province, regency, district, village].join('.'),
  )

const lines = (text: string) => text.split(/[\r\n\u2028\u2029;]/).filter((line) => line.trim() !== '')

/** The districts whose villages have to be known before the lines can be judged. */
export const districtsIn = (text: string, area: string): string[] => [
  ...new Set(
    lines(text).flatMap((line) =>
      codesIn(line)
        .filter((code) => covers(area, code))
        .map(districtOf),
    ),
  ),
]

/**
 * Each code, and each line without one, with what is to be said of it. `names`: the villages in force, by code; `read`:
 * the districts they are all of; `ticked`: the villages that are chosen already.
 */
export function judge(
  text: string,
  area: string,
  names: ReadonlyMap<string, string>,
  read: ReadonlySet<string>,
  ticked: ReadonlySet<string> = new Set(),
): PastedLine[] {
  const seen = new Set(ticked)
  return lines(text).flatMap((raw): PastedLine[] => {
    const line = raw.trim().slice(0, 120)
    const codes = codesIn(raw)
    return codes.length === 0
      ? [{ line, code: null, name: '', verdict: 'no-code' }]
      : codes.map((code) => {
          const verdict = verdictOf(code)
          if (verdict === 'ok') seen.add(code)
          // A line with several is not repeated for each of them.
          return { line: codes.length > 1 ? code : line, code, name: names.get(code) ?? '', verdict }
        })
  })

  function verdictOf(code: string): Verdict {
    if (!covers(area, code)) return 'elsewhere'
    if (!read.has(districtOf(code))) return 'unread'
    if (!names.has(code)) return 'unknown'
    if (seen.has(code)) return 'twice'
    return seen.size >= mostAtOnce ? 'too-many' : 'ok'
  }
}
