// Facts as the server tells them to phones, and what a phone makes of them while its own work waits. Pure.
import { capabilityOf } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import type { FactGiver, FactRecord, Facts } from '../../kernel/facts.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { View } from '../../kernel/view.ts'
import type { EnrolmentRow } from './enrolment.ts'
import { standsStill } from './status.ts'

/** What one giver tells about one enrolment, or about the village as a whole (null); feed 'programmes.fact'. */
export type Told = {
  id: string
  enrolment: string | null
  /** A capability, or a part of its telling: `meetings`, `surveys.poor_families`. */
  giver: string
  /** The records that facts come from, each list once: many facts come from the same. */
  records: (readonly FactRecord[])[]
  /** By name: the value, and which of the lists it comes from. */
  facts: Record<string, readonly [value: Facts[string]['value'], records: number]>
}
export const toldCollection = 'programmes.fact'

export function toldOf(id: string, enrolment: string | null, giver: string, facts: Facts): Told {
  const places = new Map<string, number>()
  const records: (readonly FactRecord[])[] = []
  const placeOf = (list: readonly FactRecord[]) => {
    const key = list.map((record) => `${record.collection} ${record.id}`).join()
    const known = places.get(key) ?? records.push(list) - 1
    places.set(key, known)
    return known
  }
  const told = Object.entries(facts).map(
    ([name, fact]) => [name, [fact.value, placeOf(fact.records)]] as const,
  )
  return { id, enrolment, giver, records, facts: Object.fromEntries(told) }
}

export function factsIn(told: Told): Facts {
  const facts = Object.entries(told.facts).map(([name, [value, at]]) => [
    name,
    { value, records: told.records[at] ?? [] },
  ])
  return Object.fromEntries(facts)
}

/** How the giver of a fact that holds for a time tells it: from a day, until a day or until further notice. */
export const periodOf = (from: Day, until: Day | null): string => `${from}/${until ?? ''}`

/** Facts as they are read on a day: what was told as periods (`document.<kind>.in_force`) holds in one of them, or not. */
export function readOn(facts: Facts, today: Day): Facts {
  const read = Object.entries(facts).map(([name, fact]) => {
    if (!name.endsWith('.in_force')) return [name, fact]
    const times = String(fact.value)
      .split(',')
      .map((period) => period.split('/'))
      .map(([from = '', until = '']) => ({ from, until: until || null }))
      .filter(({ from }) => from !== '' && from <= today)
    return [name, { ...fact, value: times.some(({ until }) => until === null || today <= until), times }]
  })
  return Object.fromEntries(read)
}

/**
 * The same facts of no day in particular: an approval that has expired was there, and what was done with it stays done. One
 * that was over before the programme began here, or came after it had ended, was never there for it.
 */
export function onAnyDay(facts: Facts, here: { startedOn: Day | null; endedOn: Day | null }): Facts {
  const { startedOn, endedOn } = here
  if (!Object.values(facts).some(({ times }) => times)) return facts
  const read = Object.entries(facts).map(([name, fact]) => {
    const touched = fact.times?.some(
      ({ from, until }) =>
        startedOn !== null && (until === null || until >= startedOn) && (endedOn === null || from <= endedOn),
    )
    return [name, touched === undefined ? fact : { ...fact, value: touched }]
  })
  return Object.fromEntries(read)
}

/**
 * All facts about an enrolment on a phone. As told by the server, also by a capability that this app does not know; but what a
 * capability told is older than the view while commands of it wait, so its giver counts anew and replaces all that it told.
 */
export function factsHere(
  view: View & { waiting(): ReadonlySet<string> },
  enrolment: string,
  giverOf: (capability: string) => FactGiver | undefined,
): Facts {
  const row = view.get<EnrolmentRow>('programmes.enrolment', enrolment)
  const givers = [...(row && standsStill(row) ? [] : view.waiting())].flatMap((name) => {
    const giver = giverOf(name)
    return giver ? [[name, giver] as const] : []
  })
  const anew = new Set(givers.map(([name]) => name))
  const told = view
    .all<Told>(toldCollection)
    .filter((each) => each.enrolment === null || each.enrolment === enrolment)
    .filter((each) => !anew.has(capabilityOf(each.giver)))
  const facts = Object.assign(
    {},
    ...told.map(factsIn),
    ...givers.map(([, giver]) => giver(view, enrolment)),
  ) as Facts
  return readOn(facts, today(zoneOf(view.place)))
}
