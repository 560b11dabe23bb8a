// The rules as the village would say them.

import { describe, expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Change, viewOf } from '../../kernel/view.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { localCollection } from '../places/local-place.ts'
import type { Programme } from '../programmes/definition.ts'
import { shippedProgramme } from '../programmes/shipped.testing.ts'
import { whyNotSetListing } from './agreeing/list-rules.ts'
import { begunAfter, type Coverage } from './evidence.ts'
import type { FormLine, FormSaid } from './library/form.ts'
import { whyNotAddFile, whyNotRetire } from './library/form-rules.ts'
import { listingCollection } from './listing.ts'
import * as rules from './rules.ts'
import { agreed, closed, opened } from './steps.ts'
import {
  type AgreeSurvey,
  type CloseSurvey,
  type Counts,
  noCounts,
  type OpenSurvey,
  type SurveyRow,
  surveyCollection,
} from './survey.ts'

const place = '34.71.04.1001'
const today = daysFromToday(0)
const p2kp = shippedProgramme('p2kp-2006')
const form: FormSaid = {
  id: newId(),
  formId: 'rumah',
  version: '1',
  place: 'ID',
  retired: false,
  missing: [],
  kinds: ['poor_families'],
}
const doer = { by: newId(), on: today }

const input = (given: Partial<OpenSurvey> = {}): OpenSurvey => ({
  ...{ id: newId(), enrolment: null, kind: null, title: 'Survei keluarga', form: form.id },
  ...{ population: 'households', localPlaces: [], target: null, on: today },
  ...given,
})
const survey = (given: Partial<SurveyRow> = {}): SurveyRow => ({ ...opened(input(), 'rumah'), ...given })
const counts = (given: Partial<Counts>): Counts => ({ ...noCounts, ...given })
const row = (collection: string, value: { id: string }): Change => ({ collection, id: value.id, value })
const village = (...rows: Change[]) => viewOf(place, rows)
const said = (refusals: readonly Refusal[]) =>
  refusals.map((each) => `${each.code} ${each.field ?? ''}`.trim())

const enrolment = newId()
const enrolled = (status = 'started', programme: Programme = p2kp) => [
  row(rules.enrolmentCollection, {
    id: enrolment,
    status,
    programme: 'p',
    startedOn: addDays(today, -30),
    numbers: {},
  } as never),
  { collection: rules.programmeCollection, id: 'p', value: programme },
]

describe('a survey is opened', () => {
  const why = (view = village(), given: Partial<OpenSurvey> = {}, known: FormSaid | undefined = form) =>
    said(rules.whyNotOpen(view, input(given), known, today))

  test('by a village of its own accord, or for a survey that its programme names', () => {
    expect(why()).toEqual([])
    expect(why(village(...enrolled()), { enrolment, kind: 'poor_families' })).toEqual([])
  })

  test('of a kind with a form that was declared for that kind, of its own accord with any', () => {
    const given = { enrolment, kind: 'real_needs' }
    expect(why(village(...enrolled()), given)).toEqual(['surveys.form-of-other-kind form'])
    expect(why(village(), {}, { ...form, kinds: [] })).toEqual([])
    expect(why(village(...enrolled()), given, { ...form, kinds: ['real_needs'] })).toEqual([])
  })

  test('only for a programme that the village has taken up and that runs, and of a kind it knows', () => {
    expect(why(village(), { kind: 'poor_families' })).toEqual(['surveys.kind-needs-programme kind'])
    expect(why(village(), { enrolment })).toEqual(['surveys.no-such-enrolment enrolment'])
    expect(why(village(...enrolled('stopped')), { enrolment, kind: 'weather' })).toEqual([
      'surveys.enrolment-not-running enrolment',
      'surveys.no-such-kind kind',
      'surveys.form-of-other-kind form',
    ])
  })

  test('neither before the programme started nor on a day to come', () => {
    const view = village(...enrolled())
    expect(why(view, { enrolment, on: addDays(today, -31) })).toEqual(['surveys.before-programme on'])
    expect(why(view, { enrolment, on: addDays(today, 1) })).toEqual(['surveys.day-ahead on'])
  })

  test('in RT that are in use, and without a target where every household is the target', () => {
    const rt = { id: newId(), active: false }
    const given = { localPlaces: [rt.id], target: 40 }
    expect(why(village(row(localCollection, rt)), given)).toEqual([
      'surveys.no-such-local-place localPlaces',
      'surveys.target-of-households target',
    ])
    expect(
      why(village(row(localCollection, { ...rt, active: true } as never)), { localPlaces: [rt.id] }),
    ).toEqual([])
  })

  test('once for each form at a time; a form that was retired or waits for files is refused with all reasons', () => {
    const other = row(surveyCollection, survey())
    const refused = why(village(other), {}, { ...form, retired: true, missing: ['atap.jpg'] })
    expect(refused).toEqual([
      'surveys.form-retired form',
      'surveys.form-files-missing form',
      'surveys.form-open-already form',
    ])
    expect(why(village(row(surveyCollection, survey({ state: 'closed' }))))).toEqual([])
  })
})

test('where a survey runs with a form, its page leads there; one that was closed does not count', () => {
  const [open, closed] = [survey(), survey({ state: 'closed' })]
  expect(rules.runningWith([closed, open], open.formId)).toBe(open)
  expect(rules.runningWith([closed], open.formId)).toBeUndefined()
  expect(rules.runningWith([open], 'lain')).toBeUndefined()
})

const reach: Coverage = { known: 10, surveyed: 10, percent: 100, rts: 2, rtsReached: 2, rtPercent: 100 }

describe('a survey is closed', () => {
  const closing = (given: Partial<CloseSurvey> = {}): CloseSurvey => ({
    ...{ id: newId(), basedOn: 1, on: today, complete: true, reason: '' },
    ...given,
  })
  const done = survey({ counts: counts({ approved: 9, rejected: 1, households: 9 }) })
  const why = (of: SurveyRow, coverage = reach, given: Partial<CloseSurvey> = {}) =>
    said(rules.whyNotClose(of, coverage, closing(given), today))

  test('as complete when everything was judged and every household was surveyed', () => {
    expect(why(done)).toEqual([])
  })

  test('not as complete while a submission waits: received, with issues or edited', () => {
    for (const waiting of ['received', 'hasIssues', 'edited'] as const) {
      const open = survey({ counts: counts({ approved: 9, [waiting]: 1 }) })
      expect(why(open)).toEqual(['surveys.waiting-for-review complete'])
      expect(why(open, reach, { complete: false, reason: 'Banjir' })).toEqual([])
    }
  })

  test('not as complete when nobody answered', () => {
    expect(why(survey())).toEqual(['surveys.nobody-answered complete'])
  })

  test('with a reason when households are left, when nobody knows how many there are, when it is broken off', () => {
    const left = { ...reach, surveyed: 9, percent: 90 }
    expect(why(done, left)).toEqual(['surveys.reason-for-left reason'])
    expect(why(done, left, { reason: 'Satu keluarga menolak' })).toEqual([])
    expect(why(done, { ...reach, known: 0, percent: null })).toEqual(['surveys.reason-for-unknown reason'])
    expect(why(done, reach, { complete: false })).toEqual(['surveys.reason-for-breaking-off reason'])
    expect(why({ ...done, population: 'open' }, { ...reach, known: 0, percent: null })).toEqual([])
    const aimed = { ...done, population: 'open' as const, target: 30 }
    expect(why(aimed)).toEqual(['surveys.reason-for-aim reason'])
    expect(why(aimed, reach, { reason: 'Sisanya melaut' })).toEqual([])
  })

  test('once, on what it is now, and not before it was opened', () => {
    expect(why({ ...done, state: 'closed', version: 2 })).toEqual([
      'surveys.not-open',
      'surveys.changed-meanwhile basedOn',
    ])
    expect(why(done, reach, { on: addDays(today, -1) })).toEqual(['surveys.before-opening on'])
  })

  test('and opened again with a reason; what was agreed on the result is taken back, the criteria stay', () => {
    const shut = closed(done, closing(), doer)
    const input = { id: shut.id, basedOn: 2, reason: 'RT 03 tertinggal' }
    expect(said(rules.whyNotReopen(village(), shut, input))).toEqual([])
    expect(said(rules.whyNotReopen(village(row(surveyCollection, survey())), shut, input))).toEqual([
      'surveys.form-open-already form',
    ])
    expect(said(rules.whyNotReopen(village(), done, { ...input, basedOn: 1 }))).toEqual([
      'surveys.not-closed',
    ])
  })
})

describe('the residents agree', () => {
  const agreeing = (given: Partial<AgreeSurvey> = {}): AgreeSurvey => ({
    ...{ id: newId(), basedOn: 1, what: 'result', on: today, meeting: null, note: '' },
    ...given,
  })
  const shut = survey({
    state: 'closed',
    enrolment,
    kind: 'poor_families',
    closed: { on: addDays(today, -20), complete: true, reason: '', by: '' },
  })
  const listing = (households: string[]) =>
    row(listingCollection, { id: newId(), survey: shut.id, households } as never)
  const checkedMinutes = { paper: { check: { agrees: true } } }
  const held = {
    ...{
      id: newId(),
      state: 'closed',
      date: addDays(today, -20),
      title: 'RWP',
      signedMinutes: checkedMinutes,
      amendments: [],
    },
    enrolment: null,
  }
  const meeting = (given: object) => row(meetingCollection, { ...held, ...given } as never)
  /** In a meeting that is closed, unless said otherwise. */
  const why = (view: Change[] = [], of = shut, given: Partial<AgreeSurvey> = {}) =>
    said(
      rules.whyNotAgree(village(meeting({}), ...view), of, agreeing({ meeting: held.id, ...given }), today),
    )

  test('on the criteria before anybody is surveyed', () => {
    expect(
      why([], survey(), { what: 'criteria', on: addDays(today, -20), points: ['Lantai tanah'] }),
    ).toEqual([])
  })

  test('on the result of a survey that is closed as complete', () => {
    expect(why([], survey())).toEqual(['surveys.not-complete what'])
    const brokenOff = { on: addDays(today, -20), complete: false, reason: 'Banjir', by: '' }
    expect(why([], { ...shut, closed: brokenOff })).toEqual(['surveys.not-complete what'])
  })

  test('on a list, where a gate of the programme asks for one', () => {
    expect(rules.asksList(p2kp, 'poor_families')).toBe(true)
    expect(rules.asksList(p2kp, 'real_needs')).toBe(false)
    expect(why([...enrolled(), listing([])])).toEqual(['surveys.listing-first what'])
    expect(why([...enrolled(), listing([newId()])])).toEqual([])
    expect(why(enrolled(), { ...shut, kind: 'real_needs' })).toEqual([])
  })

  test('on a list by the day of the meeting: one held before residents had seen it needs a reason, whenever it is noted', () => {
    const shown = { on: addDays(today, -15), until: addDays(today, -9), days: 7, households: 1, by: '' }
    const seen = { id: newId(), survey: shut.id, households: [newId()], shown }
    const list = [...enrolled(), row(listingCollection, seen as never)]
    expect(why(list, shut, { on: today })).toEqual(['surveys.adopt-needs-reason despite'])
    const after = meeting({ date: addDays(today, -8) })
    expect(why([after, ...list], shut, { on: today })).toEqual([])
  })

  test('in a meeting that is on record, was held and is closed, not before it', () => {
    const other = newId()
    expect(why([], shut, { meeting: other })).toEqual(['surveys.no-such-meeting meeting'])
    for (const [state, code] of [
      ['cancelled', 'surveys.meeting-cancelled'],
      ['open', 'surveys.meeting-not-closed'],
    ])
      expect(why([meeting({ id: other, state })], shut, { meeting: other })).toEqual([`${code} meeting`])
    const later = meeting({ id: other, date: addDays(today, -1) })
    expect(
      why([later], survey(), {
        what: 'criteria',
        points: ['Lantai tanah'],
        meeting: other,
        on: addDays(today, -2),
      }),
    ).toEqual(['surveys.before-meeting on'])
  })

  test('on the result in one that was held once all had been asked; on the criteria also before', () => {
    const early = newId()
    const view = [meeting({ id: early, date: addDays(today, -21) })]
    expect(why(view, shut, { meeting: early })).toEqual(['surveys.meeting-too-early meeting'])
    expect(why(view, shut, { meeting: early, what: 'criteria', points: ['Lantai tanah'] })).toEqual([])
  })

  test('in one of the village, of this programme, or of another that serves it too', () => {
    const other = newId()
    const of = (given: object) => why([meeting({ id: other, ...given })], shut, { meeting: other })
    const kind = 'review'
    expect(of({ enrolment, kind })).toEqual([])
    expect(of({ enrolment: newId(), kind })).toEqual(['surveys.meeting-of-another meeting'])
    expect(of({ enrolment: newId(), kind, alsoFor: [{ enrolment, kind: 'annual' }] })).toEqual([])
  })

  test('in one whose signed berita acara somebody has checked, where a gate of a programme rests on it', () => {
    const typed = newId()
    const paper = (check: object | null) => ({ paper: { check } })
    for (const [signedMinutes, code] of [
      [null, 'surveys.minutes-unsigned'],
      [paper(null), 'surveys.minutes-unchecked'],
      [paper({ agrees: false }), 'surveys.minutes-unsigned'],
    ]) {
      const view = [meeting({ id: typed, signedMinutes })]
      expect(why(view, shut, { meeting: typed })).toEqual([`${code} meeting`])
      expect(why(view, { ...shut, kind: null }, { meeting: typed })).toEqual([])
    }
  })

  test('on criteria that are written as sentences, each once, and in no training', () => {
    const criteria = (points: string[]) => why([], shut, { what: 'criteria', points })
    expect(criteria(['Lantai tanah', 'Makan dua kali sehari'])).toEqual([])
    expect(criteria([])).toEqual(['surveys.criteria-none points'])
    expect(criteria(['Lantai tanah', 'Lantai tanah'])).toEqual(['surveys.criteria-twice points'])
    const training = newId()
    expect(why([meeting({ id: training, group: 'training' })], shut, { meeting: training })).toEqual([
      'surveys.meeting-is-training meeting',
    ])
  })

  test('without one only where no programme rests on it', () => {
    expect(why([], shut, { meeting: null })).toEqual(['surveys.meeting-needed meeting'])
    expect(why([], { ...shut, enrolment: null, kind: null }, { meeting: null })).toEqual([])
  })
})

test('what was asked before a programme began may count for it, and for which ones that is so is known', () => {
  const [early, late] = [newId(), newId()]
  const began = (id: string, days: number) =>
    row(rules.enrolmentCollection, {
      ...{ id, status: 'started', programme: 'p', startedOn: addDays(today, -days) },
    } as never)
  const view = village(...enrolled(), began(early, 20), began(late, 5))
  const shared = { enrolment, kind: 'poor_families', openedOn: addDays(today, -15) }
  const also = [early, late].map((each) => ({ enrolment: each, kind: 'poor_families' }))
  const serving = { id: newId(), basedOn: 1, alsoFor: also }
  expect(said(rules.whyNotServeAlso(view, survey(shared), serving, form))).toEqual([])
  const served = survey({ ...shared, alsoFor: also })
  expect(begunAfter(view, served).map((each) => each.row.id)).toEqual([late])
})

describe('the list', () => {
  const home = newId()
  const list = {
    id: newId(),
    survey: newId(),
    basedOn: 0,
    households: [home],
    method: 'residents' as const,
    note: '',
  }
  const before = { ...list, version: 1 }

  test('holds households on record, each once, and one list there is', () => {
    const known = new Set([home])
    expect(said(whyNotSetListing(survey(), undefined, list, known))).toEqual([])
    const wrong = { ...list, households: [home, home, newId()] }
    expect(said(whyNotSetListing(survey(), { ...before, id: newId() }, wrong, known))).toEqual([
      'surveys.listing-there',
      'surveys.household-twice households',
      'surveys.no-such-household households',
    ])
    expect(said(whyNotSetListing(survey(), before, list, known))).toEqual([
      'surveys.changed-meanwhile basedOn',
    ])
  })

  test('stays as the residents agreed on it', () => {
    const settled = agreed(
      survey(),
      { id: '', basedOn: 1, what: 'result', on: today, meeting: null, note: '' },
      doer,
      village(),
    )
    const known = new Set([home])
    expect(said(whyNotSetListing(settled, before, { ...list, basedOn: 1 }, known))).toEqual([
      'surveys.result-agreed',
    ])
  })
})

describe('the library of forms', () => {
  const line = {
    ...{ place, shipped: false, retired: false, used: false },
    files: [
      { name: 'atap.jpg', there: true, registry: false },
      { name: 'keluarga.csv', there: true, registry: true },
    ],
  } as unknown as FormLine

  test('is changed only where a form was brought, and never what comes with Rembug', () => {
    expect(said(whyNotRetire(line, place))).toEqual([])
    expect(said(whyNotRetire(line, '34.71.04.1002'))).toEqual(['surveys.form-of-other-place'])
    expect(said(whyNotRetire({ ...line, shipped: true }, 'ID'))).toEqual(['surveys.form-shipped'])
    expect(said(whyNotRetire({ ...line, retired: true }, place))).toEqual(['surveys.form-retired form'])
  })

  test('takes the files that a form asks for; once a survey uses them they stay as they are', () => {
    const why = (name: string, of = line, type: string | null = 'image/jpeg') =>
      said(whyNotAddFile(of, place, name, type))
    expect(why('atap.jpg')).toEqual([])
    expect(why('lantai.jpg')).toEqual(['surveys.file-not-asked name'])
    expect(why('keluarga.csv')).toEqual(['surveys.file-of-registry name'])
    expect(why('atap.jpg', { ...line, used: true })).toEqual(['surveys.file-in-use name'])
    expect(why('atap.jpg', line, null)).toEqual(['surveys.file-kind name'])
  })
})
