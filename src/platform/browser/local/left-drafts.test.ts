import { expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { draftDays, formDraftId, formDraftKind, leftDrafts } from './left-drafts.ts'
import { PlaceView } from './view.ts'

const place = '34.71.04.1001'
const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
const draft = (screen: string, record?: string, seenAt = daysAgo(1)) => ({
  ...{ id: formDraftId(screen, place, record), kind: formDraftKind(screen), place, seenAt },
})
const meetings = 'meetings.meeting'
type Row = { collection?: string; id: string; state?: string }
const village = (...rows: Row[]) => {
  const view = new PlaceView(place)
  view.takeFromServer(
    rows.map(({ collection = meetings, ...value }) => ({ collection, id: value.id, value })),
  )
  return view
}
const aboutOf = (screen: string) =>
  screen === 'meetings.close'
    ? { of: meetings, fits: ({ state }: Required<Row>) => state === 'planned' }
    : undefined
const asServer = { readable: new Set([meetings]), held: new Set<string>(), now: now.toISOString() }
const left = (view: PlaceView, ...drafts: ReturnType<typeof draft>[]) =>
  leftDrafts(drafts, { ...asServer, view }, aboutOf)

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

test('a record of another kind under the same id ends no draft, whichever came first', () => {
  const meeting = { id: newId(), state: 'planned' }
  const signed = { collection: 'volunteers.acknowledgement', id: meeting.id }
  const close = draft('meetings.close', meeting.id)
  for (const rows of [
    [signed, meeting],
    [meeting, signed],
  ])
    expect(left(village(...rows), close)).toEqual([])
  expect(left(village(signed, { ...meeting, state: 'closed' }), close)).toEqual([close.id])
})

test('where a form names no collection, its draft goes when the server says that the record is gone', () => {
  const view = village({ id: newId() })
  const detach = draft('meetings.detach', newId())
  expect(left(view, detach)).toEqual([])
  const id = detach.id.slice(-36)
  view.takeFromServer([{ collection: meetings, id, value: null }])
  expect(left(view, detach)).toEqual([detach.id])
  view.takeFromServer([{ collection: 'volunteers.acknowledgement', id, value: { id } }])
  expect(left(view, detach)).toEqual([])
})

test('who may no longer read about meetings keeps what they wrote about one', () => {
  const close = draft('meetings.close', newId())
  const known = { ...asServer, view: village(), readable: new Set(['places.local']) }
  expect(leftDrafts([close], known, aboutOf)).toEqual([])
})

test('a draft about a record that something in the outbox is about stays, whatever it looks like here', () => {
  const meeting = { id: newId(), state: 'closed' }
  const [gone, over] = [draft('meetings.close', newId()), draft('meetings.close', meeting.id)]
  const known = { ...asServer, view: village(meeting), held: new Set([meeting.id, gone.id.slice(-36)]) }
  expect(leftDrafts([gone, over], known, aboutOf)).toEqual([])
})

test('a draft that nobody goes on with is swept after its time, and not before', () => {
  const old = draft('places.add', '', daysAgo(draftDays + 1))
  expect(left(village(), old, draft('people.household', '', daysAgo(draftDays - 1)))).toEqual([old.id])
})

test('a questionnaire that is being filled in is never swept, however old', () => {
  const filling = { ...draft('', newId(), daysAgo(9 * draftDays)), kind: 'surveys.submit' }
  expect(left(village(), filling)).toEqual([])
})
