import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { draftDays, formDraftId, formDraftKind, leftDrafts } from './left-drafts.ts'
import { PlaceView } from './view.ts'

const place = '34.71.04.1001'
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const draft = (screen: string, record?: string, days = 1) => ({
  ...{ id: formDraftId(screen, place, record), kind: formDraftKind(screen), place, savedAt: daysAgo(days) },
})
const village = (...rows: { id: string; state: string }[]) => {
  const view = new PlaceView(place)
  view.takeFromServer(rows.map((value) => ({ collection: 'meetings.meeting', id: value.id, value })))
  return view
}
const fitsOf = (screen: string) =>
  screen === 'meetings.close' ? (meeting: { state: string }) => meeting.state !== 'closed' : undefined
const left = (view: PlaceView, ...drafts: ReturnType<typeof draft>[]) => leftDrafts(drafts, view, fitsOf, now)

test('a draft about a record that is here stays, and so does one about no record', () => {
  const meeting = { id: newId(), state: 'planned' }
  const kept = [
    draft('meetings.close', meeting.id),
    draft('meetings.detach', `${meeting.id} ${newId()}`),
    draft('letters.gap', '005 2019 7'),
    draft('people.household'),
  ]
  expect(left(village(meeting), ...kept)).toEqual([])
})

test('a draft about a record that is gone is swept', () => {
  const gone = draft('meetings.close', newId())
  expect(left(village(), gone)).toEqual([gone.id])
})

test('a draft about what was only noted on this phone stays', () => {
  const view = village()
  const id = newId()
  const envelope = { name: 'meetings.plan', input: { id } } as never
  view.replay([{ envelope, status: 'queued', n: 1 }], () => () => [
    { collection: 'meetings.meeting', id, value: { id, state: 'planned' } },
  ])
  expect(left(view, draft('meetings.close', id))).toEqual([])
})

test('a draft about what is over is swept, unless the form is for what is over', () => {
  const meeting = { id: newId(), state: 'closed' }
  const close = draft('meetings.close', meeting.id)
  expect(left(village(meeting), close, draft('meetings.amend', meeting.id))).toEqual([close.id])
})

test('a draft that nobody goes on with is swept after its time, and not before', () => {
  const old = draft('places.add', '', draftDays + 1)
  expect(left(village(), old, draft('people.household', '', draftDays - 1))).toEqual([old.id])
})

test('a questionnaire that is being filled in is never swept, however old', () => {
  const filling = { ...draft('', newId(), 9 * draftDays), kind: 'surveys.submit' }
  expect(left(village(), filling)).toEqual([])
})
