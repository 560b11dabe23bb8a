// What goes to a phone. Who goes from door to door sees whose answers they are; others who work in the village see how each
// submission stands; above the village there are the surveys with their counts, and no row of a household.
import { type Role, villageWorkers, worksInVillage } from '../../kernel/role.ts'
import type { FeedSource } from '../../platform/server/capability.ts'
import { formCollection } from './library/form.ts'
import { formStore } from './library/store-form.ts'
import { deviceCollection } from './openrosa/device.ts'
import { deviceStore } from './openrosa/store-device.ts'
import { submissionStore } from './store-submission.ts'
import { surveyStore } from './store-survey.ts'
import { reviewers, type SubmissionRow, submissionCollection } from './submission.ts'
import {
  type Agreement,
  surveyReaders as readers,
  type SurveyRow,
  surveyCollection,
  surveyKeepers,
  surveyors,
} from './survey.ts'
import { rowReaders } from './tables/selection.ts'
import { tokenStore } from './tokens/store-token.ts'
import { tokenCollection } from './tokens/token.ts'

/** Those who see people and households too (people's own feed goes to the same). */
const namers: readonly Role[] = [...surveyors, 'village-head']

const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
const holdsOne = (roles: readonly Role[], wanted: readonly Role[]) =>
  wanted.some((role) => roles.includes(role))

/** Only who may mend a form that was sent back gets it whole: who sent it, and who judges. */
const withoutXml = (row: SubmissionRow): SubmissionRow => ({ ...row, xml: null, files: {} })

const silent = (agreed: Agreement | null) =>
  agreed && { ...agreed, note: '', by: '', points: [], despite: '' }
/** What people wrote on a survey, and who, stays in the village. */
const wordless = (row: SurveyRow): SurveyRow => ({
  ...row,
  closed: row.closed && { ...row.closed, reason: '', by: '' },
  reopened: row.reopened.map((each) => ({ ...each, reason: '', by: '' })),
  ...{ criteria: silent(row.criteria), criteriaBefore: [], result: silent(row.result) },
})

export const surveysFeed: readonly FeedSource[] = [
  {
    // The forms of the village's surveys, with each version that was ever filled here: `surveys.open` and
    // `surveys.change` tell the feed. The rest of the library is asked for (`surveys.forms`).
    collection: formCollection,
    roles: readers,
    read: async ({ tx, ids }) => byId(await formStore(tx).rows(ids)),
  },
  {
    collection: surveyCollection,
    roles: readers,
    personal: true,
    read: async ({ ids, roles, ...at }) => {
      const rows = await surveyStore(at).many(ids)
      return byId(worksInVillage(roles) ? rows : rows.map(wordless))
    },
  },
  {
    collection: submissionCollection,
    roles: villageWorkers,
    personal: true,
    ofPersons: true,
    read: async ({ ids, account, roles, vault, ...at }) => {
      if (!holdsOne(roles, namers)) return byId(await submissionStore(at).figures(ids))
      const rows = await submissionStore(at).whole(vault, ids)
      const mends = (row: SubmissionRow) =>
        holdsOne(roles, reviewers) || (holdsOne(roles, surveyors) && row.by === account)
      return byId(rows.map((row) => (mends(row) ? row : withoutXml(row))))
    },
  },
  {
    collection: deviceCollection,
    roles: surveyKeepers,
    read: async ({ tx, place, ids }) => byId(await deviceStore(tx, place).many(ids)),
  },
  {
    // Who takes the answers along knows which programs read them by themselves, and in whose name.
    collection: tokenCollection,
    roles: rowReaders,
    read: async ({ ids, ...at }) => byId(await tokenStore(at).many(ids)),
  },
]
