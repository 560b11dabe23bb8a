// What a phone may hold of programmes: the enrolments of its place, the definitions they are on, and the facts told of them.

import { officers, type Role, villageWorkers, worksInVillage } from '../../kernel/role.ts'
import { isSmall } from '../../kernel/suppression.ts'
import type { FeedSource } from '../../platform/server/capability.ts'
import { smallestFigure } from '../../platform/server/installation.ts'
import { programmesCommands } from './api.ts'
import { type EnrolmentRow, readers } from './enrolment.ts'
import { definitionStore, enrolmentStore, toldAt } from './store.ts'
import { type Told, toldCollection } from './told.ts'

/** Whose task it is to sign, to check or to follow up what somebody noted. The others see how far it is. */
const namers: readonly Role[] = [...villageWorkers, ...officers, 'auditor']

/** Whatever a command brings that is personal, under the same name in the row, and who did it. */
const naming = new Set([
  ...programmesCommands.flatMap(({ command }) =>
    (command.personal ?? []).map((path) => path.split('.').at(-1)),
  ),
  ...['by', 'byName', 'account', 'typedBy', 'typedByName', 'note', 'archiveNote'],
])
const blank = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value ?? null, (key, each) => (typeof each === 'string' && naming.has(key) ? '' : each)),
  )

/** Without who did it, who signed and what they wrote: what was done on which day stays, and counts the same. */
const nameless = (row: EnrolmentRow): EnrolmentRow => ({
  ...row,
  history: blank(row.history),
  stages: blank(row.stages),
  customary: blank(row.customary ?? {}),
  adopted: blank(row.adopted ?? {}),
})

/** Above the village a figure is told, and not of whom it was counted. */
const ofPersons = new Set(['volunteers.volunteer', 'surveys.submission', 'surveys.listing'])
/** Who is poor among the residents and the volunteers: where they are few, or all but few, it is not told. */
const parts: Readonly<Record<string, string>> = {
  'people.poor_households': 'people.households',
  'volunteers.poor': 'volunteers.registered',
}
function largeEnough({ facts }: Told): Told['facts'] {
  const k = smallestFigure()
  const tells = ([name, [value]]: [string, Told['facts'][string]]) => {
    const whole = facts[parts[name] ?? '']?.[0]
    if (typeof value !== 'number' || typeof whole !== 'number') return true
    return !isSmall(value, k) && !isSmall(whole - value, k)
  }
  return Object.fromEntries(Object.entries(facts).filter(tells))
}

const counted = (told: Told): Told => ({
  ...told,
  facts: largeEnough(told),
  records: told.records.map((list) => list.filter(({ collection }) => !ofPersons.has(collection))),
})

export const programmesFeed: readonly FeedSource[] = [
  {
    collection: 'programmes.enrolment',
    roles: readers,
    personal: namers,
    read: async ({ tx, district, place, ids, roles }) => {
      const rows = await enrolmentStore(tx, district, place).many(ids)
      const may = namers.some((role) => roles.includes(role))
      return new Map(rows.map((row) => [row.id, may ? row : nameless(row)]))
    },
  },
  {
    collection: toldCollection,
    roles: readers,
    follows: true,
    read: async ({ tx, district, place, ids, roles }) => {
      const told = await toldAt(tx, district, place, ids)
      const here = worksInVillage(roles)
      return new Map(told.map((each) => [each.id, here ? each : counted(each)]))
    },
  },
  {
    collection: 'programmes.programme',
    roles: readers,
    read: async ({ tx, ids }) => {
      const bodies = await definitionStore(tx).bodies(ids)
      return new Map([...bodies].map(([key, body]) => [key, { key, ...body }]))
    },
  },
]
