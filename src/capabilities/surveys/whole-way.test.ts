// Filled, mended and judged over HTTP: what a phone showed before is what the server then says, and all counts agree.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { House, Person, Village } from '../../apps/server/village.testing.ts'
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import type { Change, View } from '../../kernel/view.ts'
import { blankHousehold, householdCollection, registerMany } from '../people/household.ts'
import { surveyFacts, visitedIn } from './evidence.ts'
import { envelopeOf, replayed } from './replay.testing.ts'
import {
  type Review,
  review,
  type SubmissionRow,
  submissionCollection,
  submissionStates,
  submit,
} from './submission.ts'
import { type SurveyRow, surveyCollection } from './survey.ts'
import { enrolled, factsOf, formHere, ok, surveyHere, surveysHouse } from './surveys.testing.ts'

let house: House
beforeAll(async () => {
  house = await surveysHouse()
}, 60_000)
afterAll(() => house.close())

const collections = [surveyCollection, submissionCollection, householdCollection]

/** A phone of the village: what it gives is shown at once and sent, and then compared with what the feed says. */
class Phone {
  readonly who: Person
  #rows: Change[] = []
  constructor(village: Village) {
    this.who = village.as('facilitator')
  }
  async pull(): Promise<View> {
    const pulled = collections.map(async (collection) => {
      const rows = await this.who.rows<{ id: string }>(collection)
      return rows.map((value): Change => ({ collection, id: value.id, value }))
    })
    this.#rows = (await Promise.all(pulled)).flat()
    return replayed(this.who.place, this.#rows)
  }
  /** Gives it; what this phone showed before the answer came. */
  async give<I>(command: Command<I>, input: NoInfer<I>): Promise<{ status: number; shown: View }> {
    const shown = replayed(this.who.place, this.#rows, [envelopeOf(command, this.who.place, input)])
    const { status } = await this.who.give(command, input)
    return { status, shown }
  }
}

const told = (view: View) => ({
  surveys: view.all<SurveyRow>(surveyCollection).map(({ id, counts }) => ({ id, counts })),
  submissions: view
    .all<SubmissionRow>(submissionCollection)
    .map(({ id, state, returned, household, instance, comment, missing }) => ({
      ...{ id, state, returned, household, instance, comment, missing },
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
})

const xml = (formId: string, instance: string, deprecated: string | null, head: string) =>
  `<data xmlns:orx="http://openrosa.org/xforms" id="${formId}" version="1"><head_name>${head}</head_name><roof>tile</roof>` +
  `<members>4</members><orx:meta><orx:instanceID>${instance}</orx:instanceID>${
    deprecated ? `<orx:deprecatedID>${deprecated}</orx:deprecatedID>` : ''
  }</orx:meta></data>`

async function villageWithHomes() {
  const village = house.village()
  const enrolment = await enrolled(village)
  const homes = Array.from({ length: 4 }, () => blankHousehold({ id: newId() }))
  await ok(village.as('facilitator').give(registerMany, { batch: newId(), households: homes, persons: [] }))
  const formId = `rumah-${newId().slice(-6)}`
  const form = await formHere(house, { formId, about: { kinds: ['poor_families'] } })
  const { survey } = await surveyHere(house, village, { enrolment, kind: 'poor_families', form })
  return { village, enrolment, homes: homes.map((home) => home.id), formId, form, survey }
}

type Fill = { fill: number; home: number | null }
type Judge = { judge: number[]; to: Review['to']; back: boolean }

const act: fc.Arbitrary<Fill | Judge> = fc.oneof(
  fc.record({ fill: fc.nat({ max: 4 }), home: fc.option(fc.nat({ max: 3 })) }),
  fc.record({
    judge: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
    to: fc.constantFrom('received' as const, 'has-issues' as const, 'approved' as const, 'rejected' as const),
    back: fc.boolean(),
  }),
)
type Rows = ReadonlyMap<string, SubmissionRow>
type Setting = Awaited<ReturnType<typeof villageWithHomes>> & { phone: Phone; uuids: readonly string[] }

/** Filled for the first time, or once more on what is there. */
function fill({ phone, survey, form, formId, homes, uuids }: Setting, each: Fill, rows: Rows) {
  const id = uuids[each.fill] as string
  const deprecated = rows.get(id)?.instance ?? null
  const instance = `uuid:${deprecated === null ? id : crypto.randomUUID()}`
  const household = each.home === null ? null : (homes[each.home] ?? null)
  const text = xml(formId, instance, deprecated, `Bu ${each.fill}`)
  return phone.give(submit, { id, survey, form, household, files: [], xml: text })
}

function judge({ phone, uuids }: Setting, { judge, to, back }: Judge, rows: Rows) {
  const found = judge.flatMap((index) => rows.get(uuids[index] as string) ?? [])
  const items = found.map((row) => ({ id: row.id, basedOn: row.version }))
  return phone.give(review, { items, to, back: back && to === 'has-issues', comment: 'Mohon diperiksa' })
}

/** Two were about one home: that it was reached goes with the last of them, which was not the first to say so. */
const lastOfHome: (Fill | Judge)[] = [
  { fill: 0, home: 1 },
  { fill: 1, home: 1 },
  { judge: [0], to: 'rejected', back: false },
  { judge: [1], to: 'rejected', back: false },
]

test('whatever is filled, mended and judged, the phone showed it as the server has it, and all counts agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 10 }), async (acts) => {
      const made = await villageWithHomes()
      const uuids = Array.from({ length: 5 }, () => crypto.randomUUID())
      const setting: Setting = { ...made, phone: new Phone(made.village), uuids }
      for (const each of acts) {
        const before = await setting.phone.pull()
        const rows = new Map(before.all<SubmissionRow>(submissionCollection).map((row) => [row.id, row]))
        const given = await ('fill' in each ? fill(setting, each, rows) : judge(setting, each, rows))
        // Judging nothing, or as it was judged, is refused and changes nothing.
        const shown = given.status === 200 ? given.shown : before
        expect(told(await setting.phone.pull())).toEqual(told(shown))
      }
      await expectAgreement(await setting.phone.pull(), made)
    }),
    { numRuns: 8, examples: [[lastOfHome]] },
  )
}, 120_000)

async function expectAgreement(view: View, { village, enrolment, survey }: Omit<Setting, 'phone' | 'uuids'>) {
  const rows = view.all<SubmissionRow>(submissionCollection)
  const counts = view.get<SurveyRow>(surveyCollection, survey)?.counts
  const of = submissionStates.map((state) => rows.filter((row) => row.state === state).length)
  expect([counts?.received, counts?.hasIssues, counts?.edited, counts?.approved, counts?.rejected]).toEqual(
    of,
  )
  expect(counts?.households).toBe(visitedIn(view, survey).size)
  const byPhone = surveyFacts(view, enrolment)
  const byServer = await factsOf(house, village, enrolment)
  for (const [name, fact] of Object.entries(byPhone))
    expect([name, byServer[name]]).toEqual([name, fact.value])
}
