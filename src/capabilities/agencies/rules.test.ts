// What may be said of who is who, and that one RT has one head on any day.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { AgencyKind, Holding } from '../../kernel/role.ts'
import type { Agency, Appoint, Post } from './agency.ts'
import { appointed } from './apply.ts'
import {
  holdsOn,
  type Known,
  keptBy,
  overlap,
  whyNotAppoint,
  whyNotChange,
  whyNotChangePost,
  whyNotClose,
  whyNotFound,
} from './rules.ts'
import { postTitle } from './saying.ts'

const village = '34.71.04.1001'
const today = daysFromToday(0)
const codes = (refusals: readonly { code: string; field?: string }[]) =>
  refusals.map(({ code, field }) => (field ? `${code} ${field}` : code))

const agency = (place: string, kind: AgencyKind, more: Partial<Agency> = {}): Agency => ({
  ...{ id: newId(), place, kind, name: 'Dinas Sosial', parent: null, from: null, until: null, version: 1 },
  ...more,
})
const known = (more: Partial<Known> = {}): Known => ({
  place: village,
  agencies: [],
  posts: [],
  today,
  keeps: null,
  ...more,
})
const appointing = (more: Partial<Appoint> = {}): Appoint => ({
  ...{ id: newId(), agency: null, kind: 'rt-head', title: '', name: 'Sri Lestari', rt: 3, rw: 8 },
  ...{ from: null, until: null },
  ...more,
})

test('a Dinas Sosial is of a province or a city, never of a village', () => {
  const input = {
    id: newId(),
    kind: 'social-agency' as const,
    name: 'Dinas Sosial',
    parent: null,
    from: null,
  }
  expect(codes(whyNotFound(known(), input))).toEqual(['agencies.not-at-this-level kind'])
  expect(whyNotFound(known({ place: '34.71' }), input)).toEqual([])
})

test('an agency stands under one of its own place or above, that runs on, and never under itself', () => {
  const province = agency('34', 'social-agency')
  const elsewhere = agency('35', 'social-agency')
  const ended = agency('34', 'planning-agency', { until: daysFromToday(-1) })
  const child = agency('34.71', 'social-agency', { name: 'Dinsos Kota', parent: province.id })
  const at = known({ place: '34.71', agencies: [province, elsewhere, ended, child] })
  const change = (parent: string | null) =>
    codes(whyNotChange(at, { id: child.id, basedOn: 1, name: child.name, parent, from: null }))
  expect(change(province.id)).toEqual([])
  expect(change(elsewhere.id)).toEqual(['agencies.not-above parent'])
  expect(change(ended.id)).toEqual(['agencies.above-ended parent'])
  expect(change(child.id)).toEqual(['agencies.under-itself parent'])
})

test('an agency ends only when nothing is under it and nobody holds a post of it any more', () => {
  const office = agency('34.71', 'social-agency')
  const under = agency('34.71', 'technical-unit', { name: 'UPT Panti', parent: office.id })
  const post = appointed('34.71', appointing({ kind: 'agency-head', agency: office.id, rt: null, rw: null }))
  const at = known({ place: '34.71', agencies: [office, under], posts: [post] })
  const closing = { id: office.id, basedOn: 1, until: today }
  expect(codes(whyNotClose(at, closing))).toEqual(['agencies.others-under', 'agencies.posts-run-on'])
  const over = { ...at, agencies: [office], posts: [{ ...post, until: today }] }
  expect(whyNotClose(over, closing)).toEqual([])
  expect(codes(whyNotClose(over, { ...closing, until: daysFromToday(1) }))).toEqual([
    'agencies.day-ahead until',
  ])
})

test('a post ends with its agency at the latest, and an agency does not begin after its posts; spelling makes no second one', () => {
  const ended = agency('34.71', 'social-agency', { until: daysFromToday(-2) })
  const office = agency('34.71', 'planning-agency', { name: 'Bappeda Kota “Ma’rang”' })
  const head = (of: string, more: Partial<Appoint> = {}) =>
    appointing({ kind: 'agency-head', agency: of, rt: null, rw: null, ...more })
  const past = appointed('34.71', head(ended.id, { until: daysFromToday(-2) }))
  const began = appointed('34.71', head(office.id, { from: daysFromToday(-9) }))
  const at = known({ place: '34.71', agencies: [ended, office], posts: [past, began] })
  const running = head(ended.id, { id: past.id })
  expect(codes(whyNotChangePost(at, { ...running, basedOn: 1 }))).toEqual(['agencies.has-ended until'])
  expect(codes(whyNotChangePost(at, { ...running, basedOn: 1, until: daysFromToday(-3) }))).toEqual([])
  const { id, name, parent } = office
  const begins = (from: Day) => codes(whyNotChange(at, { id, basedOn: 1, name, parent, from }))
  expect(begins(daysFromToday(-8))).toEqual(['agencies.posts-before from'])
  expect(begins(daysFromToday(-9))).toEqual([])
  const again = { id: newId(), kind: office.kind, name: "bappeda  kota “ma'rang”", parent: null, from: null }
  expect(codes(whyNotFound(at, again))).toEqual(['agencies.on-record name'])
})

test('a head of an RT has its number, a name has none, and another post says what it is', () => {
  expect(whyNotAppoint(known(), appointing())).toEqual([])
  expect(codes(whyNotAppoint(known(), appointing({ rt: null })))).toEqual(['agencies.number-missing rt'])
  expect(codes(whyNotAppoint(known(), appointing({ name: 'Sri 3471040000010001' })))).toEqual([
    'agencies.number-in-name name',
  ])
  expect(codes(whyNotAppoint(known(), appointing({ kind: 'other' })))).toEqual([
    'agencies.title-missing title',
  ])
  expect(codes(whyNotAppoint(known(), appointing({ kind: 'tksk' })))).toEqual([
    'agencies.no-such-post-here kind',
  ])
})

test('the same number of RT in another RW is another RT; a record of another place is not changed here', () => {
  const head = appointed(village, appointing())
  expect(codes(whyNotAppoint(known({ posts: [head] }), appointing()))).toEqual(['agencies.seat-taken rt'])
  expect(whyNotAppoint(known({ posts: [head] }), appointing({ rw: 9 }))).toEqual([])
  const { place: _, version: basedOn, ...same } = head
  expect(whyNotChangePost(known({ posts: [head] }), { ...same, basedOn, until: today })).toEqual([])
  const elsewhere = known({ place: '34.71.04.1002', posts: [head] })
  expect(codes(whyNotChangePost(elsewhere, { ...same, basedOn }))).toEqual(['agencies.no-such-record'])
  expect(codes(whyNotChangePost(known({ posts: [head] }), { ...same, basedOn: 7 }))).toEqual([
    'agencies.changed-meanwhile',
  ])
})

test('whose role is of an agency keeps its posts and those under it, and takes none of another, nor gives one away', () => {
  const city = '34.71'
  const social = agency(city, 'social-agency')
  const unit = agency(city, 'technical-unit', { name: 'UPT Panti', parent: social.id })
  const planning = agency(city, 'planning-agency', { name: 'Bappeda' })
  const head = (of: string | null) => appointing({ kind: 'agency-head', agency: of, rt: null, rw: null })
  const rows = [social.id, planning.id].map((of) => appointed(city, head(of)))
  const officer = { role: 'city-officer' as const, place: city, agency: { ...social } }
  const by = (...holdings: Holding[]) =>
    known({ place: city, agencies: [social, unit, planning], posts: rows, keeps: keptBy(holdings, city) })
  const another = ['agencies.posts-of-another agency']
  const said = (at: Known, of: string | null) => codes(whyNotAppoint(at, head(of)))
  expect([social.id, unit.id, planning.id, null].map((of) => said(by(officer), of))).toEqual([
    ...[[], [], another, []],
  ])
  const [own, theirs] = rows.map(({ place: _, version: basedOn, ...row }) => ({ ...row, basedOn }))
  if (!own || !theirs) throw new Error('two posts were appointed')
  expect(codes(whyNotChangePost(by(officer), { ...theirs, name: 'Orang Lain' }))).toEqual(another)
  expect(codes(whyNotChangePost(by(officer), { ...theirs, agency: social.id }))).toEqual(another)
  expect(codes(whyNotChangePost(by(officer), { ...own, agency: planning.id }))).toEqual(another)
  expect(codes(whyNotChangePost(by(officer), { ...own, name: 'Ratna' }))).toEqual([])
  const free = { role: 'city-officer' as const, place: '34' }
  expect(codes(whyNotChangePost(by(officer, free), { ...theirs, name: 'Ratna' }))).toEqual([])
})

const dayAt = fc.option(fc.integer({ min: -20, max: 20 }).map((days) => addDays(today, days)))
const term = fc
  .tuple(dayAt, dayAt)
  .map(([from, until]) => (from && until && until < from ? { from: until, until: from } : { from, until }))
const days: Day[] = Array.from({ length: 61 }, (_, index) => daysFromToday(index - 30))

test('two terms overlap exactly when there is a day that is in both', () => {
  fc.assert(
    fc.property(term, term, (one, other) => {
      expect(overlap(one, other)).toBe(days.some((day) => holdsOn(one, day) && holdsOn(other, day)))
    }),
  )
})

test('whatever is appointed in whatever order, an RT has at most one head on any day', () => {
  fc.assert(
    fc.property(fc.array(term, { maxLength: 12 }), (terms) => {
      const posts: Post[] = []
      for (const each of terms) {
        const input = appointing(each)
        if (whyNotAppoint(known({ posts }), input).length === 0) posts.push(appointed(village, input))
      }
      for (const day of days) expect(posts.filter((post) => holdsOn(post, day)).length).toBeLessThan(2)
    }),
    { numRuns: 50 },
  )
})

test('a post is called by its number, or by its own words', () => {
  const said = (more: Partial<Appoint>) => postTitle(appointed(village, appointing(more)), 'id')
  expect(said({})).toBe('Ketua RT 03 RW 08')
  expect(said({ kind: 'rw-head', rt: null })).toBe('Ketua RW 08')
  expect(said({ kind: 'village-staff', title: 'Kasi Kesos', rt: null, rw: null })).toBe('Kasi Kesos')
})
