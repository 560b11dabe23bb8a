// Days that no calendar has, such as 2026-02-30, in what is read by ODK's engine. It takes every text that is written like
// a day for one, throws at such a text in the midst of reckoning, and reckons nothing from then on.
import { isCalendarDay } from './xpath/calendar.ts'

type Leaf = {
  nodeType: string
  currentState: {
    reference: string
    relevant: boolean
    instanceValue?: string
    children?: readonly unknown[] | null
  }
  definition?: { bind?: { calculate?: { expression?: string | null } | null } }
}
type Day = {
  constructor: { from: (given: unknown, options?: unknown) => object }
  toPlainDateTime: () => Day
}
type Dated = Day & { toZonedDateTime: (zone: string) => Day }
type Instance = { root: { currentState: { children: readonly unknown[] } } }
type Engine = { loadForm: (xform: string) => PromiseLike<object> }

const dated = `<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>d</h:title><model>
<instance><data id="d"><d>2026-01-01</d></data></instance><bind nodeset="/data/d" type="date"/></model></h:head>
<h:body><input ref="/data/d"><label>d</label></input></h:body></h:html>`

/**
 * Teaches a loaded engine that a text which is no day of the calendar is a text. Its kinds of days are not for others to
 * reach but by a day that it holds; dateTimeFromString makes one of its text and at once asks for the hour of a place.
 */
export async function forgivingOfDays<T>(engine: T): Promise<T> {
  const form = (await (engine as Engine).loadForm(dated)) as { createInstance: () => Instance }
  const [node] = form.createInstance().root.currentState.children as [{ currentState: { value: Dated } }]
  const day = node.currentState.value
  const none = { toZonedDateTime: () => null, withTimeZone: () => null }
  for (const { constructor: kind } of [day.toPlainDateTime(), day.toZonedDateTime('UTC')]) {
    const from = kind.from
    kind.from = (given, options) => {
      try {
        return from.call(kind, given, options)
      } catch (error) {
        if (typeof given === 'string' && error instanceof RangeError) return none
        throw error
      }
    }
  }
  return engine
}

const written = /^(\d{4}-\d\d-\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:[-+]\d\d:\d\d|Z)?)?$/

/** Whether a text is written like a day, or a moment of one, that there is not. */
export function isNoDay(text: string): boolean {
  const [, day, hour = '0', minute = '0', second = '0'] = written.exec(text) ?? []
  if (day === undefined) return false
  return !isCalendarDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60
}

function leavesOf(nodes: readonly unknown[]): Leaf[] {
  return (nodes as Leaf[]).flatMap((node) => {
    const { relevant, instanceValue, children } = node.currentState
    if (!relevant) return []
    return instanceValue === undefined || children ? leavesOf(children ?? []) : [node]
  })
}

const calculationOf = (leaf: Leaf): string => leaf.definition?.bind?.calculate?.expression ?? ''

const plain = (step: string | undefined) => step?.replace(/\[\d+\]$/, '')

/** What a calculation may read: what it names, where both stand in the same members of repeats. */
function readBy(made: Leaf, leaves: readonly Leaf[]): Leaf[] {
  const names = new Set(calculationOf(made).match(/[\p{L}\p{N}_.:-]+/gu))
  const at = made.currentState.reference.split('/')
  return leaves.filter((leaf) => {
    const { reference } = leaf.currentState
    if (leaf === made || !names.has(reference.slice(reference.lastIndexOf('/') + 1))) return false
    const from = reference.split('/')
    const apart = from.findIndex((step, place) => step !== at[place])
    return plain(from[apart]) !== plain(at[apart])
  })
}

/** Every answer that is no day of the calendar, or makes one by calculations, with that day; by reference. */
export function noDaysOf(root: { currentState: { children: readonly unknown[] } }): Map<string, string> {
  const leaves = leavesOf(root.currentState.children)
  const found = new Map<string, string>()
  const seen = new Set<Leaf>()
  const follow = (leaf: Leaf, day: string): void => {
    if (seen.has(leaf)) return
    seen.add(leaf)
    const from = calculationOf(leaf) ? readBy(leaf, leaves) : []
    if (from.length === 0) found.set(leaf.currentState.reference, day)
    for (const each of from) follow(each, day)
  }
  for (const leaf of leaves) {
    const text = leaf.currentState.instanceValue ?? ''
    if (isNoDay(text)) follow(leaf, text)
  }
  return found
}
