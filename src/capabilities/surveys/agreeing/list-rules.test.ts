// The way of a list by its rules: the clock at its edges, who is late, what blocks and what only asks for a reason, and that
// whatever people do to it no family is lost or stands on it twice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysFromToday } from '../../../kernel/day.testing.ts'
import { addDays } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Change, viewOf } from '../../../kernel/view.ts'
import {
  answerObjection,
  decideLine,
  type ListingRow,
  listingCollection,
  type ObjectionRow,
  objectionCollection,
  showList,
  takeObjection,
} from '../listing.ts'
import { envelopeOf, replayed } from '../replay.testing.ts'
import type { SurveyRow } from '../survey.ts'
import { agreeSurvey, reopenSurvey, surveyCollection } from '../survey.ts'
import * as rules from './list-rules.ts'
import * as steps from './steps.ts'

const today = daysFromToday(0)
const shownOn = daysFromToday(-7)
const doer = { by: '', on: today }
const homes = Array.from({ length: 8 }, () => newId())
const said = (refusals: readonly Refusal[]) =>
  refusals.map(({ code, field = '' }) => `${code} ${field}`.trim())

const survey = (given: Partial<SurveyRow> = {}) =>
  ({
    id: newId(),
    enrolment: null,
    kind: 'poor_families',
    openedOn: daysFromToday(-40),
    result: null,
    ...given,
  }) as SurveyRow
const list = (given: Partial<ListingRow> = {}): ListingRow => ({
  ...{
    id: newId(),
    survey: newId(),
    households: homes.slice(0, 4),
    method: 'residents',
    note: '',
    version: 1,
  },
  ...given,
})
const showing = (days = 7) => ({ id: '', basedOn: 1, on: shownOn, objectionDays: days })
const objecting = (given: object = {}) => ({
  ...{ id: newId(), listing: '', about: 'listed' as const, household: homes[0] ?? null, family: '' },
  ...{ objector: 'Bu Sari', objection: 'Rumahnya dua', on: shownOn, ...given },
})
const answering = (given: object = {}) => ({
  ...{
    id: '',
    listing: '',
    basedOn: 1,
    upheld: true,
    household: null,
    reason: 'Sudah dicek',
    decidedBy: 'Ketua RT',
  },
  ...{ on: today, ...given },
})
const agreement = (on = today) => ({ on, meeting: null, note: '', by: '' })
const there = { known: true, taken: 0, today }

test('what was adopted stays as it was on its paper while a new edition is worked on', () => {
  const first = steps.adopted(list(), { on: today, meeting: null } as never)
  const row = survey({ result: agreement() as never })
  const revised = steps.revised(row, first, { on: today, reason: 'Pindahan' }, doer)
  const worked = { ...revised, households: homes.slice(4) }
  expect(rules.asAdopted(worked)).toMatchObject({ households: homes.slice(0, 4), edition: 1 })
  const never = list()
  expect(rules.asAdopted(never)).toBe(never)
})

describe('the clock', () => {
  test('opens on the day of showing and hears objections until the end of its last day', () => {
    const shown = steps.shown(list(), showing(7), doer).shown
    expect(shown).toMatchObject({ on: shownOn, until: addDays(shownOn, 6), households: 4 })
    expect(rules.isLate(shown, shownOn)).toBe(false)
    expect(rules.isLate(shown, addDays(shownOn, 6))).toBe(false)
    expect(rules.isLate(shown, addDays(shownOn, 7))).toBe(true)
    expect(steps.shown(list(), showing(1), doer).shown?.until).toBe(shownOn)
  })

  test('goes by the calendar of the village: at one instant it is over in Papua and runs in Aceh', () => {
    // 23:30 in Jakarta is half past one of the next day in Jayapura.
    const at = new Date(`${shownOn}T16:30:00Z`).toISOString()
    const dayAt = (place: string) => {
      const row = list()
      const change: Change = { collection: listingCollection, id: row.id, value: row }
      const input = { id: row.id, basedOn: 1, on: shownOn, objectionDays: 7 }
      const after = replayed(place, [change], [envelopeOf(showList, place, input, at)])
      return [zoneOf(place), after.get<ListingRow>(listingCollection, row.id)?.shown?.until]
    }
    expect(dayAt('91.71.01.1001')).toEqual(['Asia/Jayapura', addDays(shownOn, 6)])
    const [aceh, papua] = [steps.shown(list(), showing(7), doer), addDays(shownOn, 7)]
    expect(rules.unsettled(aceh, [], addDays(papua, -1)).until).toBe(addDays(shownOn, 6))
    expect(rules.unsettled(aceh, [], papua).until).toBeNull()
  })

  test('takes a late objection, and says so; before the showing there is nothing to object to', () => {
    const shown = steps.shown(list(), showing(7), doer)
    expect(steps.objected(shown, objecting({ on: today })).late).toBe(true)
    expect(steps.objected(shown, objecting({ on: addDays(today, -1) })).late).toBe(false)
    expect(said(rules.whyNotObject(shown, objecting({ on: today }), there))).toEqual([])
    expect(said(rules.whyNotObject(shown, objecting({ on: addDays(shownOn, -1) }), there))).toEqual([
      'surveys.before-showing on',
    ])
    expect(said(rules.whyNotObject(shown, objecting({ on: addDays(today, 1) }), there))).toEqual([
      'surveys.day-ahead on',
    ])
    expect(said(rules.whyNotObject(list(), objecting(), there))).toEqual(['surveys.list-not-shown'])
  })

  test('is as long as the programme and the place say, within bounds, else seven days', () => {
    expect(rules.objectionDaysAt(viewOf('34.71.01.1001', []), survey())).toEqual({
      ...{ usual: 7, min: 1, max: 60, binding: false },
    })
    const why = (days: number) =>
      said(rules.whyNotShow(survey(), list(), showing(days), { min: 3, max: 30 }, today))
    expect([why(3), why(30)]).toEqual([[], []])
    expect([why(2), why(31)]).toEqual([
      ['surveys.objection-days objectionDays'],
      ['surveys.objection-days objectionDays'],
    ])
    expect(
      said(rules.whyNotShow(survey(), list({ households: [] }), showing(), { min: 3, max: 30 }, today)),
    ).toEqual(['surveys.list-empty'])
  })
})

describe('an objection', () => {
  const shown = steps.shown(list(), showing(7), doer)
  const answer = (objection: ObjectionRow, given: object = {}, of = survey(), listing = shown) =>
    said(rules.whyNotAnswer(of, listing, objection, answering(given), { known: true, today }))

  test('says which family it means, on the register or in words', () => {
    expect(said(rules.whyNotObject(shown, objecting({ household: null }), there))).toEqual([
      'surveys.objection-family family',
    ])
    const missing = objecting({ household: null, family: 'Mbah Karto, RT 2', about: 'missing' })
    expect(said(rules.whyNotObject(shown, missing, there))).toEqual([])
    expect(said(rules.whyNotObject(shown, objecting({ about: 'other', household: null }), there))).toEqual([])
    // Upheld, these would change nothing.
    const [on, off] = [homes[0] ?? null, homes[6] ?? null]
    expect(said(rules.whyNotObject(shown, objecting({ household: off }), there))).toEqual([
      'surveys.line-out household',
    ])
    expect(said(rules.whyNotObject(shown, objecting({ about: 'missing', household: on }), there))).toEqual([
      'surveys.line-in household',
    ])
    expect(said(rules.whyNotObject(shown, objecting(), { ...there, known: false }))).toEqual([
      'surveys.no-such-household household',
    ])
  })

  test('changes the list when it is upheld, and nothing when it is not', () => {
    const out = steps.objected(shown, objecting())
    expect(steps.answered(shown, out, answering(), doer).listing?.households).toEqual(homes.slice(1, 4))
    expect(steps.answered(shown, out, answering({ upheld: false }), doer).listing).toBeNull()
    const missing = steps.objected(
      shown,
      objecting({ about: 'missing', household: null, family: 'Mbah Karto' }),
    )
    expect(answer(missing)).toEqual(['surveys.objection-needs-household household'])
    const upheld = answering({ household: homes[6] })
    expect(steps.answered(shown, missing, upheld, doer).listing?.households).toEqual([
      ...homes.slice(0, 4),
      homes[6],
    ])
  })

  test('is answered anew only while it was not upheld, and once the list stands only without changing it', () => {
    const objection = steps.objected(shown, objecting())
    const refused = steps.answered(shown, objection, answering({ upheld: false }), doer).objection
    expect(answer(refused, { basedOn: 2 })).toEqual([])
    const upheld = steps.answered(shown, objection, answering(), doer).objection
    expect(answer(upheld, { basedOn: 2, upheld: false })).toEqual(['surveys.objection-upheld'])
    expect(answer(objection, { basedOn: 7 })).toEqual(['surveys.changed-meanwhile basedOn'])
    const stands = survey({ result: agreement() })
    expect(answer(objection, {}, stands)).toEqual(['surveys.list-adopted upheld'])
    expect(answer(objection, { upheld: false }, stands)).toEqual([])
    expect(answer(objection, { on: addDays(shownOn, -1) })).toEqual(['surveys.before-objection on'])
  })
})

describe('adopting', () => {
  const shown = steps.shown(list(), showing(7), doer)
  const open = [steps.objected(shown, objecting())]
  const over = addDays(shownOn, 7)
  const why = (objections: ObjectionRow[], on: string, despite: string, binding: boolean, of = shown) =>
    said(rules.whyNotAdopt(of, objections, { on, despite }, { binding }))

  test('asks for a reason while objections are open or the clock runs, where no source of the programme says more', () => {
    expect(why([], over, '', false)).toEqual([])
    expect(why([], addDays(over, -1), '', false)).toEqual(['surveys.adopt-needs-reason despite'])
    expect(why(open, over, '', false)).toEqual(['surveys.adopt-needs-reason despite'])
    expect(why(open, over, 'Pengadu pindah', false)).toEqual([])
    expect(why([], over, '', false, list())).toEqual([])
  })

  test('is refused then, where the programme has the days from its source', () => {
    expect(why(open, addDays(over, -1), 'Sudah dibahas', true)).toEqual([
      'surveys.objections-open what',
      'surveys.clock-running on',
    ])
    expect(why([], over, '', true)).toEqual([])
  })

  test('makes an edition that stands until the next is adopted; an older agreed list stays agreed', () => {
    const stands = survey({ result: agreement() })
    const older = list()
    expect(rules.listStageOf(stands, older)).toBe('adopted')
    const next = steps.revised(stands, older, { on: today, reason: 'Ada yang pindah' }, doer)
    expect(next).toMatchObject({ edition: 2, adopted: [{ edition: 1, households: homes.slice(0, 4) }] })
    expect(rules.listStageOf(stands, next)).toBe('proposed')
    const { listing } = steps.decided(
      next,
      { id: newId(), listing: '', household: homes[0] ?? '', takenIn: false, on: today, reason: 'Pindah' },
      doer,
    )
    expect(rules.countedList(stands, listing)).toEqual(homes.slice(0, 4))
    const input = { id: '', basedOn: 1, what: 'result' as const, on: today, meeting: null, note: '' }
    const second = steps.adopted(listing, input)
    expect(rules.countedList(stands, second)).toEqual(homes.slice(1, 4))
    expect(rules.listStageOf(stands, second)).toBe('adopted')
    expect(steps.adopted(second, input).adopted).toHaveLength(2)
    expect(
      said(rules.whyNotRevise(survey(), list(), { id: '', basedOn: 1, on: today, reason: 'x' }, today)),
    ).toEqual(['surveys.list-not-adopted'])
  })

  test('is taken back with the survey: the list is history, and a new edition begins', () => {
    const stands = survey({ result: agreement(), reopened: [], closed: null })
    const row = list({ survey: stands.id, shown: shown.shown ?? null })
    const rows: Change[] = [
      { collection: surveyCollection, id: stands.id, value: stands },
      { collection: listingCollection, id: row.id, value: row },
    ]
    const input = { id: stands.id, basedOn: 1, reason: 'RT 02 tertinggal' }
    const after = replayed('34.71.01.1001', rows, [envelopeOf(reopenSurvey, '34.71.01.1001', input)])
    expect(after.get<ListingRow>(listingCollection, row.id)).toMatchObject({ edition: 2, shown: null })
    expect(after.get<SurveyRow>(surveyCollection, stands.id)?.result).toBeNull()
  })
})

const place = '34.71.01.1001'
type Deed = { home: number; takenIn: boolean } | { object: number; missing: boolean; upheld: boolean }
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ home: fc.nat({ max: 7 }), takenIn: fc.boolean() }),
  fc.record({ object: fc.nat({ max: 7 }), missing: fc.boolean(), upheld: fc.boolean() }),
)

const put = (into: Set<string>, household: string, isIn: boolean) =>
  isIn ? into.add(household) : into.delete(household)

/** What a phone gives for one deed; `expected` follows. */
function given(row: ListingRow, each: Deed, expected: Set<string>) {
  if ('home' in each) {
    const household = homes[each.home] as string
    put(expected, household, each.takenIn)
    const input = { id: newId(), listing: row.id, household, takenIn: each.takenIn, on: today, reason: 'x' }
    return [envelopeOf(decideLine, place, input)]
  }
  const household = homes[each.object] as string
  if (each.upheld) put(expected, household, each.missing)
  const about = each.missing ? ('missing' as const) : ('listed' as const)
  const input = { ...objecting({ about, household }), listing: row.id }
  const answer = answering({ id: input.id, listing: row.id, upheld: each.upheld })
  return [envelopeOf(takeObjection, place, input), envelopeOf(answerObjection, place, answer)]
}

test('whatever people decide and uphold, each family stands once, where it was last put', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const row = list({ shown: shownOf() })
      const rows: Change[] = [
        { collection: listingCollection, id: row.id, value: row },
        { collection: surveyCollection, id: row.survey, value: survey({ id: row.survey }) },
      ]
      const expected = new Set(row.households)
      const envelopes = deeds.flatMap((each) => given(row, each, expected))
      const after = replayed(place, rows, envelopes)
      const now = after.get<ListingRow>(listingCollection, row.id)?.households ?? []
      expect(new Set(now).size).toBe(now.length)
      expect(new Set(now)).toEqual(expected)
      expect(rules.openOf(after.all<ObjectionRow>(objectionCollection))).toBe(0)
    }),
  )
})

test('two phones that decide about different families without a network both succeed', () => {
  const row = list()
  const rows: Change[] = [{ collection: listingCollection, id: row.id, value: row }]
  const decide = (household: string | undefined, isIn: boolean) =>
    envelopeOf(decideLine, place, {
      id: newId(),
      listing: row.id,
      household,
      takenIn: isIn,
      on: today,
      reason: 'x',
    })
  const [one, two] = [decide(homes[0], false), decide(homes[5], true)]
  const listed = (order: (typeof one)[]) =>
    [...(replayed(place, rows, order).get<ListingRow>(listingCollection, row.id)?.households ?? [])].sort()
  expect(listed([one, two])).toEqual(listed([two, one]))
  expect(listed([one, two])).toEqual([...homes.slice(1, 4), homes[5]].sort())
})

const shownOf = () => steps.shown(list(), showing(7), doer).shown ?? null

test('what an older app wrote into the note of the criteria are its sentences', () => {
  const lift = agreeSurvey.lift?.[1] as (older: object) => { points?: string[] }
  expect(lift({ what: 'criteria', note: 'Lantai tanah\n\n Makan 2 kali ' }).points).toEqual([
    'Lantai tanah',
    'Makan 2 kali',
  ])
  expect(lift({ what: 'criteria', note: 'x'.repeat(700) }).points?.map((each) => each.length)).toEqual([
    300, 300, 100,
  ])
  expect(lift({ what: 'result', note: 'Sepakat' }).points).toBeUndefined()
  expect(lift({ what: 'criteria', note: 7 }).points).toBeUndefined()
})
