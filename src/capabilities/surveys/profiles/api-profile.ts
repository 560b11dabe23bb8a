// The profile of a survey, counted from its approved answers a page at a time.
import { refuse } from '../../../kernel/refusal.ts'
import { answer } from '../../../platform/server/capability.ts'
import { Turns } from '../../../platform/server/running/turns.ts'
import { type Entering, WorkFirst } from '../../../platform/server/work-first.ts'
import { localPlacesOf } from '../../places/door.ts'
import { filledPage, type Reading } from '../measure/reading.ts'
import { askedOf } from '../tables/asking.ts'
import { type Profile, surveyProfile } from './profile.ts'
import { Profiling, placeWritten, profileKeys, type Row } from './profile-rules.ts'

/** What was counted for a question, until it has been answered. */
const made = new WeakMap<{ survey: string }, Profile>()
/** One survey at a time in each village: who asks often keeps nobody else waiting. */
const turns = new Turns()

/** Of more than one page each is read in a transaction of its own, and others have their turn in between. */
async function counted(reading: Reading, input: { survey: string }): Promise<Profile> {
  const known = made.get(input)
  if (known) return known
  const { tables } = await askedOf(reading, input.survey)
  const locals = [...(await localPlacesOf(reading)).values()]
  const rt = tables[0]?.columns.find(({ key, privacy }) => privacy === 'open' && /(^|\/)rt$/.test(key))?.key
  // A group has no household to be found by: it says its RT in words.
  const placeOf = ({ place, answers }: Row) => place ?? (rt ? placeWritten(answers[rt], locals) : null)
  const profiling = new Profiling(tables, placeOf)
  const wanted = { states: ['approved'], paths: profileKeys(tables), withSealed: false }
  const first = await filledPage(reading, input.survey, wanted, Number.MAX_SAFE_INTEGER)
  profiling.add(first.rows)
  if (first.next === null) return profiling.profile()
  const { vault, place, district } = reading
  const rest = async (entering: Entering) => {
    for (let before = first.next; before !== null; ) {
      const from: number = before
      const page = await entering((tx) =>
        filledPage({ tx, vault, place, district }, input.survey, wanted, from),
      )
      profiling.add(page.rows)
      before = page.next
    }
    made.set(input, profiling.profile())
  }
  throw new WorkFirst(
    (entering) => turns.take(place, () => rest(entering)),
    refuse('surveys.figures-changing'),
  )
}

export const profileQueries = [
  answer(surveyProfile, async ({ input, ...reading }) => {
    const profile = await counted(reading, input)
    const told = profile.texts.flatMap(({ texts }) => texts.flatMap(({ submissions }) => submissions))
    reading.viewed('surveys.profile', [...new Set(told)])
    return profile
  }),
]
