// What a phone may hold of programmes: the enrolments of its place, the definitions they are on, and the facts told of them.

import { officers, type Role, villageWorkers, worksInVillage } from '../../kernel/role.ts'
import type { FeedSource } from '../../platform/server/capability.ts'
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
const counted = (told: Told): Told => ({
  ...told,
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
