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

/** The code of a village in a line, with or without its dots, or null where the line holds none. */
export function codeIn(line: string): string | null {
  const found = line.match(/(?<![\d.])(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})(?![\d.])/)
  return found ? found.slice(1).join('.') : null
}

const lines = (text: string) => text.split(/[\n;]/).filter((line) => line.trim() !== '')

/** The districts whose villages have to be known before the lines can be judged. */
export const districtsIn = (text: string, area: string): string[] => [
  ...new Set(
    lines(text).flatMap((line) => {
      const code = codeIn(line)
      return code && covers(area, code) ? [districtOf(code)] : []
    }),
  ),
]

/** Each line with what is to be said of it. `names`: the villages in force, by code; `read`: the districts they are all of. */
export function judge(
  text: string,
  area: string,
  names: ReadonlyMap<string, string>,
  read: ReadonlySet<string>,
): PastedLine[] {
  const seen = new Set<string>()
  return lines(text).map((raw) => {
    const line = raw.trim().slice(0, 120)
    const code = codeIn(line)
    const verdict = verdictOf(code)
    if (code && verdict === 'ok') seen.add(code)
    return { line, code, name: code ? (names.get(code) ?? '') : '', verdict }
  })

  function verdictOf(code: string | null): Verdict {
    if (code === null) return 'no-code'
    if (!covers(area, code)) return 'elsewhere'
    if (!read.has(districtOf(code))) return 'unread'
    if (!names.has(code)) return 'unknown'
    if (seen.has(code)) return 'twice'
    return seen.size >= mostAtOnce ? 'too-many' : 'ok'
  }
}
