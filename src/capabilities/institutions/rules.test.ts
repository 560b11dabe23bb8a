// What a village may put on its register of institutions, sentence by sentence.
import { expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { works } from './apply.ts'
import { institution, tie, today, village, withInstitutions } from './institutions.testing.ts'
import { whyNotAppoint, whyNotChange, whyNotEnd, whyNotMerge, whyNotRegister } from './rules.ts'
import { whyNotTie } from './tie-rules.ts'

const said = (refusals: readonly { code: string; field?: string | undefined }[]) =>
  refusals.map(({ code, field }) => `${code.replace('institutions.', '')}${field ? ` ${field}` : ''}`)
const empty = viewOf(village, [])
const register = (...institutions: ReturnType<typeof institution>[]) => ({ institutions })

test('an institution entered twice under two spellings is said before it is kept', () => {
  const { view } = withInstitutions('Posyandu Melati I')
  const again = institution({ name: 'POSYANDU MELATI 1' })
  expect(whyNotRegister(view, register(again), today)).toMatchObject([
    { code: 'institutions.alike', field: 'institutions.0.name', facts: { names: 'Posyandu Melati I' } },
  ])
  expect(whyNotRegister(view, register({ ...again, different: true }), today)).toEqual([])
  // Also in one file, and under another name of it.
  expect(
    said(whyNotRegister(empty, register(again, institution({ name: 'Posyandu Melati I' })), today)),
  ).toEqual(['alike institutions.1.name'])
  const other = institution({ name: 'Pos Gizi RW 05', otherNames: ['Posyandu Melati 1'] })
  expect(said(whyNotRegister(view, register(other), today))).toEqual(['alike institutions.0.name'])
})

test('an answer of a survey is taken once, also when its institution has ended or was merged', () => {
  const origin = newId()
  const rows = works.register(empty, register(institution({ origin })))
  const view = viewOf(village, rows)
  expect(said(whyNotRegister(view, register(institution({ name: 'PKK', origin })), today))).toEqual([
    'answer-taken institutions.0.name',
  ])
  expect(
    said(
      whyNotRegister(empty, register(institution({ origin }), institution({ name: 'PKK', origin })), today),
    ),
  ).toEqual(['answer-taken'])
})

test('every reason is told at once', () => {
  const wrong = institution({
    since: Number(today.slice(0, 4)) + 1,
    women: 2,
    men: 3,
    poor: 6,
    localPlaces: [newId()],
    potentials: 'Hubungi 0812 3456 7890',
  })
  expect(said(whyNotRegister(empty, register(wrong), today))).toEqual([
    'year-ahead institutions.0.since',
    'more-poor-than-members institutions.0.poor',
    'no-such-local-place institutions.0.localPlaces',
    'whole-village institutions.0.localPlaces',
    'number-in-it institutions.0.potentials',
  ])
})

test('who changed what somebody else changed meanwhile is told their value', () => {
  const { view, ids, rows } = withInstitutions('PKK')
  const change = { institution: ids[0] as string, basedOn: 1, changes: { assets: 'Tenda' }, different: false }
  const moved = viewOf(village, [
    ...rows,
    ...works.change(view, { ...change, changes: { assets: 'Kursi' } }, { by: '', on: today }),
  ])
  expect(whyNotChange(moved, change, today)).toMatchObject([
    { code: 'institutions.changed-meanwhile', field: 'changes.assets', facts: { theirs: 'Kursi' } },
  ])
  expect(
    whyNotChange(moved, { ...change, changes: { assets: 'Kursi', meets: 'weekly' } }, today),
  ).toMatchObject([{ field: 'changes.meets' }])
  expect(said(whyNotChange(empty, change, today))).toEqual(['no-such-institution institution'])
})

test('what has ended is changed no more, is in no new tie, and gets no officer', () => {
  const { view, ids, rows } = withInstitutions('PKK', 'Posyandu')
  const [pkk = '', posyandu = ''] = ids
  const end = { institution: pkk, on: today, reason: 'Tidak aktif' }
  expect(said(whyNotEnd(view, { ...end, on: daysFromToday(1) }, today))).toEqual(['day-ahead on'])
  const gone = viewOf(village, [...rows, ...works.end(view, end)])
  const change = { institution: pkk, basedOn: 2, changes: { assets: 'x' }, different: false }
  expect(said(whyNotChange(gone, change, today))).toEqual(['has-ended institution'])
  expect(said(whyNotTie(gone, tie(pkk, posyandu)))).toEqual(['has-ended from'])
  const officer = {
    id: newId(),
    institution: pkk,
    post: 'Ketua',
    person: null,
    name: 'Sri',
    from: null,
    until: null,
  }
  expect(said(whyNotAppoint(gone, officer))).toEqual(['has-ended institution'])
})

test('an officer has a name without numbers, and a term that ends after it begins, once', () => {
  const { view, ids, rows } = withInstitutions('PKK')
  const officer = {
    id: newId(),
    institution: ids[0] as string,
    post: 'Ketua',
    person: null,
    name: 'Sri Lestari',
  }
  const term = { from: daysFromToday(-10), until: daysFromToday(-20) }
  expect(said(whyNotAppoint(view, { ...officer, ...term, name: 'Sri 0812' }))).toEqual([
    'number-in-name name',
    'ends-before-it-begins until',
  ])
  const kept = viewOf(village, [...rows, ...works.appoint(view, { ...officer, from: null, until: null })])
  const again = { ...officer, id: newId(), post: 'KETUA', name: 'sri  lestari', from: today, until: null }
  expect(said(whyNotAppoint(kept, again))).toEqual(['officer-twice post'])
  expect(said(whyNotAppoint(view, { ...officer, person: newId(), from: null, until: null }))).toEqual([
    'no-such-person person',
  ])
})

test('a tie has two ends, of which none is the other, and is noted once', () => {
  const { view, ids, rows } = withInstitutions('PKK', 'Posyandu')
  const [pkk = '', posyandu = ''] = ids
  expect(said(whyNotTie(view, tie(pkk, pkk)))).toEqual(['tied-to-itself to'])
  expect(said(whyNotTie(view, tie(pkk, null, { outside: 'P.K.K.' })))).toEqual(['tied-to-itself outside'])
  expect(said(whyNotTie(view, tie(pkk, newId())))).toEqual(['no-such-institution to'])
  expect(said(whyNotTie(view, tie(pkk, null, { outside: '' })))).toEqual(['other-end-missing outside'])
  expect(said(whyNotTie(view, tie(pkk, posyandu, { outside: 'Dinas', flows: ['money', 'money'] })))).toEqual([
    'one-other-end outside',
    'flow-twice flows',
  ])
  const tied = viewOf(village, [...rows, ...works.tie(view, tie(pkk, posyandu))])
  expect(said(whyNotTie(tied, tie(posyandu, pkk)))).toEqual(['tied-already to'])
  const outside = viewOf(village, [...rows, ...works.tie(view, tie(pkk, null))])
  expect(said(whyNotTie(outside, tie(pkk, null, { outside: 'DINAS  sosial' })))).toEqual([
    'tied-already outside',
  ])
})

test('a record is merged with another one, as both stand', () => {
  const { view, ids } = withInstitutions('PKK', 'Posyandu')
  const [keep = '', drop = ''] = ids
  const merge = { keep, drop, keepBasedOn: 1, dropBasedOn: 1 }
  expect(whyNotMerge(view, merge)).toEqual([])
  expect(said(whyNotMerge(view, { ...merge, drop: keep }))).toEqual(['merged-with-itself drop'])
  expect(said(whyNotMerge(view, { ...merge, drop: newId(), keepBasedOn: 2 }))).toEqual([
    'no-such-institution drop',
  ])
  expect(said(whyNotMerge(view, { ...merge, dropBasedOn: 3 }))).toEqual(['record-moved drop'])
})
