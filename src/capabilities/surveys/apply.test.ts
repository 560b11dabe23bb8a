// What a phone shows at once, before the server has answered.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Envelope } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { viewOf } from '../../kernel/view.ts'
import { surveysApplies } from './apply.ts'
import { visitedIn } from './evidence.ts'
import { envelopeOf, replayed } from './replay.testing.ts'
import { type Review, type SubmissionRow, submissionCollection, submissionStates } from './submission.ts'
import { noCounts, type SurveyRow, surveyCollection } from './survey.ts'

const place = '34.71.04.1001'
const survey = newId()
const at = new Date().toISOString()

const envelope = (name: string, input: object) => envelopeOf({ name, version: 1 }, place, input, at)

/** A phone whose copy holds the open survey, and what was given on it since. */
function phone() {
  const row = { id: survey, state: 'open', counts: noCounts, population: 'households', localPlaces: [] }
  const given: Envelope<never>[] = []
  const view = () => replayed(place, [{ collection: surveyCollection, id: survey, value: row }], given)
  return {
    view,
    give: (name: string, input: object) => void given.push(envelope(name, input)),
    counts: () => view().get<SurveyRow>(surveyCollection, survey)?.counts,
  }
}

const filled = (id: string, household: string | null, name = 'Bu Ani') => ({
  ...{ id, survey, form: newId(), files: [], household },
  xml: `<data id="f"><head>${name}</head><orx:meta><orx:instanceID>uuid:${newId()}</orx:instanceID>
    <orx:instanceName>Rumah ${name} &amp; anak</orx:instanceName></orx:meta></data>`,
})

test('a form filled offline stands on the phone at once, by its name, and is counted', () => {
  const { view, give, counts } = phone()
  const [id, household] = [newId(), newId()]
  give('surveys.submit', filled(id, household))
  expect(view().get<SubmissionRow>(submissionCollection, id)).toMatchObject({
    ...{ state: 'received', household, name: 'Rumah Bu Ani & anak', submittedAt: at, version: 1 },
    instance: expect.stringMatching(/^uuid:/),
  })
  expect(counts()).toEqual({ ...noCounts, received: 1, households: 1 })
})

test('mended, it counts as edited and not twice; a second visit to a household is one household', () => {
  const { give, counts } = phone()
  const [id, household] = [newId(), newId()]
  give('surveys.submit', filled(id, household))
  give('surveys.submit', filled(id, household, 'Bu Ani Lestari'))
  give('surveys.submit', filled(newId(), household))
  expect(counts()).toEqual({ ...noCounts, received: 1, edited: 1, households: 1 })
})

test('what is sent back says so, and a rejected visit no longer counts as one', () => {
  const { view, give, counts } = phone()
  const id = newId()
  give('surveys.submit', filled(id, newId()))
  const judge = (to: Review['to'], back: boolean) =>
    give('surveys.review', { items: [{ id, basedOn: 1 }], to, back, comment: 'Atap?' })
  judge('has-issues', true)
  expect(view().get(submissionCollection, id)).toMatchObject({ returned: true, comment: 'Atap?', version: 2 })
  judge('rejected', true)
  expect(view().get(submissionCollection, id)).toMatchObject({ returned: false, state: 'rejected' })
  expect(counts()).toEqual({ ...noCounts, rejected: 1 })
})

test('whatever is filled and judged, the counts are those of the rows', () => {
  const homes = Array.from({ length: 4 }, () => newId())
  const ids = Array.from({ length: 6 }, () => newId())
  const act = fc.oneof(
    fc.record({ submit: fc.nat({ max: 5 }), home: fc.option(fc.nat({ max: 3 })) }),
    fc.record({
      review: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
      to: fc.constantFrom(
        'received' as const,
        'has-issues' as const,
        'approved' as const,
        'rejected' as const,
      ),
    }),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const { view, give, counts } = phone()
      for (const each of acts) {
        if ('submit' in each)
          give(
            'surveys.submit',
            filled(ids[each.submit] ?? '', each.home === null ? null : (homes[each.home] ?? '')),
          )
        else {
          const items = each.review.map((index) => ({ id: ids[index], basedOn: 1 }))
          give('surveys.review', { items, to: each.to, back: false, comment: '' })
        }
      }
      const rows = view().all<SubmissionRow>(submissionCollection)
      const of = submissionStates.map((state) => rows.filter((row) => row.state === state).length)
      const { received, hasIssues, edited, approved, rejected, households } = counts() ?? noCounts
      expect([received, hasIssues, edited, approved, rejected]).toEqual(of)
      expect(households).toBe(visitedIn(view(), survey).size)
    }),
  )
})

test('a command on what this phone does not hold shows nothing', () => {
  for (const [name, apply] of Object.entries(surveysApplies)) {
    if (
      [
        'surveys.open',
        'surveys.submit',
        'surveys.set-listing',
        'surveys.set-measure',
        'surveys.register-device',
        'surveys.issue-token',
      ].includes(name)
    )
      continue
    expect(
      apply(viewOf(place, []), envelope(name, { id: newId(), items: [{ id: newId(), basedOn: 1 }] })),
    ).toEqual([])
  }
})
