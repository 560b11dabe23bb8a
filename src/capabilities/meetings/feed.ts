// What goes to a phone. Officers above the village get the meetings, with their counts, and no attendees.
import type { FeedSource } from '../../platform/server/capability.ts'
import { attendanceCollection } from './attendance.ts'
import { meetingCollection, meetingReaders } from './meeting.ts'
import { helpers } from './roles.ts'
import { attendanceStore, meetingStore } from './store.ts'

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))

export const meetingsFeed: readonly FeedSource[] = [
  {
    collection: meetingCollection,
    roles: meetingReaders,
    personal: true,
    read: async ({ tx, district, place, ids }) => byId(await meetingStore(tx, district, place).many(ids)),
  },
  {
    collection: attendanceCollection,
    roles: helpers,
    personal: true,
    ofPersons: true,
    read: async ({ tx, district, place, ids, vault }) =>
      byId(await attendanceStore(tx, vault, district, place).many(ids)),
  },
]
