// What goes to a phone. Who works in the village gets the roll; officers above it get it without anything that
// tells who somebody is, so that their phones count the same women and men; how many are poor is told as a figure.
import type { FeedSource } from '../../platform/server/capability.ts'
import { certificateCollection } from './certificate.ts'
import { acknowledgementCollection } from './roll.ts'
import { acknowledgementStore, certificateStore, teamStore, volunteerStore } from './store.ts'
import { teamCollection } from './team.ts'
import {
  volunteerHolders as holders,
  volunteerReaders as readers,
  type Volunteer,
  volunteerCollection,
} from './volunteer.ts'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

/** That it is a woman or a man stays, because gates count them; who is poor, and where somebody lives, would tell who it is. */
export const nameless = (row: Volunteer): Volunteer => ({
  ...row,
  ...{
    name: '',
    person: null,
    poor: false,
    localPlace: null,
    localPlaceText: '',
    skills: '',
    motivation: '',
    interests: null,
    hasPhone: false,
  },
  registeredBy: '',
  withdrawn: row.withdrawn && { ...row.withdrawn, by: '', reason: '' },
})

export const volunteersFeed: readonly FeedSource[] = [
  {
    collection: volunteerCollection,
    roles: readers,
    personal: true,
    ofPersons: true,
    read: async ({ ids, roles, ...at }) => {
      const rows = await volunteerStore(at).many(ids)
      const may = holders.some((role) => roles.includes(role))
      return byId(may ? rows : rows.map(nameless))
    },
  },
  {
    collection: teamCollection,
    roles: readers,
    personal: true,
    read: async ({ ids, ...at }) => byId(await teamStore(at).many(ids)),
  },
  {
    collection: acknowledgementCollection,
    roles: readers,
    personal: true,
    read: async ({ ids, ...at }) => byId(await acknowledgementStore(at).many(ids)),
  },
  {
    collection: certificateCollection,
    roles: holders,
    read: async ({ ids, ...at }) => byId(await certificateStore(at).many(ids)),
  },
]
