// What an OData client asks for in the address: $top, $skip, $count, $filter, $select, $expand, $skiptoken. What is not
// understood is refused, never left out in silence. Pure.
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { type SubmissionState, submissionStates } from '../submission.ts'

export const odataPage = 250
const mostRows = 10_000

/** Names of the wanted properties, groups by their first name; null for all. */
export type Select = ReadonlySet<string> | null
/** The members that come along: all of them, however deep, or those of these ways. */
export type Expand = '*' | ReadonlyMap<string, { select: Select; expand: Expand | null }>
export type Instant = { operator: '<' | '<=' | '=' | '>=' | '>' | '<>'; at: Date }
export type Asking = {
  top: number | null
  skip: number
  count: boolean
  states: readonly SubmissionState[] | null
  instants: readonly Instant[]
  select: Select
  expand: Expand | null
  /** Where the page before this one ended. */
  token: Token | null
}
/**
 * Sequence of the submission to go on with, how many of its members were told, how many rows the asker still wants, and how many are
 * still to be left out before them.
 */
export type Token = { seq: number; told: number; left: number | null; skip: number }

const operators: ReadonlyMap<string, Instant['operator']> = new Map([
  ['lt', '<'],
  ['le', '<='],
  ['eq', '='],
  ['ge', '>='],
  ['gt', '>'],
  ['ne', '<>'],
])
const stateNames: ReadonlyMap<string, SubmissionState> = new Map([
  ['null', 'received'],
  ['received', 'received'],
  ['hasIssues', 'has-issues'],
  ['edited', 'edited'],
  ['approved', 'approved'],
  ['rejected', 'rejected'],
])

class Unsupported extends Error {}
const known = new Set([
  '$top',
  '$skip',
  '$count',
  '$filter',
  '$select',
  '$expand',
  '$skiptoken',
  '$format',
  'personal',
])

const date = /^\$root\/Submissions\/__system\/submissionDate$|^__system\/submissionDate$/
const state = /^\$root\/Submissions\/__system\/reviewState$|^__system\/reviewState$/

/** As OData writes them, with or without a time; the engine would make a day of "1" too. */
const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i

function instantOf(operator: string, value: string): Instant {
  if (!instant.test(value)) throw new Unsupported(value)
  const at = new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value)
  const sign = operators.get(operator)
  if (!sign || Number.isNaN(at.getTime())) throw new Unsupported(value)
  return { operator: sign, at }
}

function statesFor(operator: string, value: string): SubmissionState[] {
  const named = stateNames.get(value.replace(/^'(.*)'$/, '$1'))
  if (!named || (operator !== 'eq' && operator !== 'ne')) throw new Unsupported(value)
  return submissionStates.filter((each) => (each === named) === (operator === 'eq'))
}

type Filter = Pick<Asking, 'states' | 'instants'>

/** Comparisons of submissionDate and reviewState with "and" between. */
function filterOf(text: string | undefined): Filter {
  if (!text) return { states: null, instants: [] }
  let states: readonly SubmissionState[] | null = null
  const instants: Instant[] = []
  // Single spaces first: a split would look through a long row of them anew from each.
  for (const part of text.trim().replace(/\s+/g, ' ').split(/ and /i)) {
    const [, field = '', operator = '', value = ''] = /^\(?\s*(\S+)\s+(\w\w)\s+(\S+?)\s*\)?$/.exec(part) ?? []
    if (date.test(field)) instants.push(instantOf(operator, value))
    else if (state.test(field)) {
      const wanted = statesFor(operator, value)
      states = states ? states.filter((each) => wanted.includes(each)) : wanted
    } else throw new Unsupported(`$filter=${part}`)
  }
  return { states, instants }
}

function wholeNumber(name: string, text: string | undefined, most: number): number | null {
  if (text === undefined) return null
  if (!/^\d{1,9}$/.test(text)) throw new Unsupported(`${name}=${text}`)
  return Math.min(Number(text), most)
}

export const tokenText = ({ seq, told, left, skip }: Token): string =>
  Buffer.from(JSON.stringify([seq, told, left, skip])).toString('base64url')

/** A page of fewer than no rows would never be full. */
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

function tokenOf(text: string | undefined): Token | null {
  if (text === undefined) return null
  const [seq, told, left, skip = 0] = readList(text)
  if (!isCount(seq) || !isCount(told) || !(left === null || isCount(left)) || !isCount(skip))
    throw new Unsupported('$skiptoken')
  return { seq, told, left, skip }
}

function readList(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

function selectOf(text: string | undefined): Select {
  if (!text || text === '*') return null
  return new Set(text.split(',').map((each) => each.trim()))
}

/** What stands between signs that are in no parentheses. */
function partsOf(text: string, sign: string): string[] {
  let depth = 0
  const parts = ['']
  for (const each of text) {
    if (each === '(') depth += 1
    if (each === ')') depth -= 1
    if (each === sign && depth === 0) parts.push('')
    else parts[parts.length - 1] += each
  }
  return parts.map((part) => part.trim())
}

/** `*`, or `member,other($select=a,b;$expand=inner)` as Power Query writes it. */
function expandOf(text: string | undefined): Expand | null {
  if (text === undefined) return null
  if (text.trim() === '*') return '*'
  return new Map(
    partsOf(text, ',').map((part) => {
      const [, name, options] = /^([\p{L}\p{N}_]+)(?:\((.*)\))?$/u.exec(part) ?? []
      if (!name) throw new Unsupported(`$expand=${part}`)
      const wishes = new Map(
        (options ? partsOf(options, ';') : []).map((each): [string, string] => {
          const [key = '', ...value] = each.split('=')
          if (key !== '$select' && key !== '$expand') throw new Unsupported(`$expand=${part}`)
          return [key, value.join('=')]
        }),
      )
      const [select, expand] = [selectOf(wishes.get('$select')), expandOf(wishes.get('$expand'))]
      return [name, { select, expand }] as const
    }),
  )
}

/** What is asked, or what of it is not understood. */
export function askingOf(params: Readonly<Record<string, string>>): Asking | Refusal {
  try {
    for (const name of Object.keys(params)) if (!known.has(name)) throw new Unsupported(name)
    const { $count, $format } = params
    if ($format !== undefined && !/json/.test($format)) throw new Unsupported(`$format=${$format}`)
    return {
      top: wholeNumber('$top', params.$top, mostRows),
      skip: wholeNumber('$skip', params.$skip, 999_999_999) ?? 0,
      count: $count === 'true',
      ...filterOf(params.$filter),
      select: selectOf(params.$select),
      expand: expandOf(params.$expand),
      token: tokenOf(params.$skiptoken),
    }
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error
    return refuse('surveys.odata-unsupported', { part: error.message.slice(0, 100) })
  }
}
