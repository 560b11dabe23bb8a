// The surveys of an area, for officers.
import { answer } from '../../platform/server/capability.ts'
import { overview } from './overview.ts'
import { overviewPage } from './store-overview.ts'

const page = 200

export const overviewQueries = [
  answer(overview, async ({ tx, place, input }) => {
    const surveys = await overviewPage(tx, place, input, page)
    const last = surveys.length === page ? surveys.at(-1) : undefined
    return { surveys, next: last ? `${last.place} ${last.survey}` : null }
  }),
]
