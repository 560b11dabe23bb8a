// What each function may be given: how many, and what ODK's engine stops at (it would throw while somebody fills in).
import { isCalendarDay } from './calendar.ts'
import { elsewhere, functions } from './functions.ts'
import { isValue, type Operand } from './reading.ts'
import { type Token, XPathFault } from './tokens.ts'

/** Arguments, from 0, that must be a path: what is counted or looked through. */
const paths: Readonly<Record<string, readonly number[]>> = {
  ...{
    count: [0],
    'count-non-empty': [0],
    position: [0],
    name: [0],
    'local-name': [0],
    'namespace-uri': [0],
  },
  ...{ randomize: [0], 'indexed-repeat': [0, 1, 3, 5] },
}
const truths = new Set([
  ...[
    'true',
    'false',
    'not',
    'boolean',
    'boolean-from-string',
    'selected',
    'contains',
    'starts-with',
    'ends-with',
  ],
  ...['regex', 'checklist', 'weighted-checklist', 'geofence', 'lang'],
])
/** Yes and no are no day. */
const ofDays = ['date', 'date-time', 'decimal-date-time', 'decimal-time', 'format-date', 'format-date-time']
/** What the engine knows behind % in the format of a day: any other it writes as it stands, and Collect stops at it. */
const formats = '%Y %y %m %n %b %d %e %a %H %h %M %S %3'
const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']
const name = /^[\p{L}_][\p{L}\p{N}_.\-\u00b7]*$/u

const textOf = (given: Operand | undefined): string | null => (given?.is === 'text' ? given.value : null)

/** Why a pattern cannot be read, or ''. */
function patternFault(pattern: string): string {
  try {
    new RegExp(pattern)
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const needs = (is: boolean, kind: string) => (is ? '' : kind)

/** Per function: a sentence's code when the arguments are such that the form would stop, else ''. */
const special: Readonly<Record<string, (given: readonly Operand[]) => string>> = {
  pulldata: (given) =>
    needs(
      given
        .slice(0, 3)
        .every((each, index) => (index === 0 ? each.is === 'text' : name.test(textOf(each) ?? ''))),
      'xpath-pulldata',
    ),
  digest: ([, algorithm, encoding]) =>
    needs(
      algorithms.includes(textOf(algorithm) ?? '') &&
        (!encoding || ['base64', 'hex'].includes(textOf(encoding) ?? '')),
      'xpath-digest',
    ),
  'indexed-repeat': (given) => needs(given.length % 2 === 1, 'xpath-indexed'),
  uuid: ([length]) => needs(length === undefined || length.is === 'number', 'xpath-uuid'),
  'weighted-checklist': (given) => needs(given.length % 2 === 0, 'xpath-weights'),
  'jr:choice-name': ([, question]) =>
    needs(question?.is === 'ref' || /\$\{/.test(textOf(question) ?? ''), 'xpath-choice-name'),
  regex: ([, pattern]) => needs(patternFault(textOf(pattern) ?? '') === '', 'xpath-pattern'),
}

/** A day that the calendar does not have stops the form; a % that nothing knows is shown as it stands. */
function checkDay(token: Token, [value, format]: readonly Operand[]): void {
  const written = textOf(value)
  if (written?.trim() && /^\d/.test(written) && !isDay(written.trim()))
    throw new XPathFault('xpath-day-none', token.from, { written })
  const wrong = (textOf(format) ?? '').match(/%(?![YymnbdeaHhMS3]).?/u)?.[0]
  if (wrong) throw new XPathFault('xpath-day-format', token.from, { written: wrong, mend: formats })
}

function isDay(written: string): boolean {
  const [, day = '', time = ''] = /^(\d{4}-\d\d-\d\d)(?:T(.*))?$/.exec(written) ?? []
  if (!isCalendarDay(day)) return false
  return time === '' || /^([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d+)?)?)?(Z|[+-]\d\d(:?\d\d)?)?$/.test(time)
}

function checkNumber(token: Token, given: number, comma: Readonly<Record<string, string>> | null): void {
  const known = Object.hasOwn(functions, token.value) ? functions[token.value] : undefined
  if (!known) {
    const code = Object.hasOwn(elsewhere, token.value) ? 'xpath-function-elsewhere' : 'xpath-function-unknown'
    throw new XPathFault(code, token.from, { written: token.value })
  }
  const [fewest, most] = known
  if (given >= fewest && given <= most) return
  if (comma) throw new XPathFault('xpath-decimal-comma', token.from, comma)
  const wanted =
    fewest === most ? `${fewest}` : most === Number.POSITIVE_INFINITY ? `≥ ${fewest}` : `${fewest}–${most}`
  throw new XPathFault('xpath-arguments', token.from, { function: token.value, given, wanted })
}

/** Throws XPathFault for a function that is not known, a wrong number of arguments, or one that would stop the form. */
export function checkArguments(
  token: Token,
  given: readonly Operand[],
  comma: Readonly<Record<string, string>> | null,
): void {
  checkNumber(token, given.length, comma)
  const wrong = (paths[token.value] ?? []).find((index) => {
    const each = given[index]
    return each !== undefined && isValue(each)
  })
  if (wrong !== undefined)
    throw new XPathFault('xpath-needs-path', token.from, { function: token.value, place: wrong + 1 })
  if (ofDays.includes(token.value) && given[0]?.is === 'truth')
    throw new XPathFault('xpath-day', token.from, { function: token.value })
  if (ofDays.includes(token.value) && token.value !== 'decimal-time') checkDay(token, given)
  const code = Object.hasOwn(special, token.value) ? (special[token.value]?.(given) ?? '') : ''
  if (code) throw new XPathFault(code, token.from, { function: token.value })
}

const givePaths = new Set(['instance', 'current', 'indexed-repeat', 'randomize', 'id', 'jr:itext'])

export function givesPath(called: string): Operand {
  if (givePaths.has(called)) return { is: 'nodes' }
  return { is: truths.has(called) ? 'truth' : 'value' }
}
