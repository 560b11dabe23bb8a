import { expect, test } from 'vitest'
import type { Envelope } from '../../../kernel/command.ts'
import type { Change, View } from '../../../kernel/view.ts'
import { type Applies, type Apply, PlaceView } from './view.ts'

const place = '34.71.04.1001'
type Note = { id: string; text: string; times: number }

const applies: Applies = {
  'notes.write': (_view, envelope: Envelope<never>): Change[] => {
    const { id, text } = envelope.input as { id: string; text: string }
    return [{ collection: 'note', id, value: { id, text, times: 1 } }]
  },
  'notes.again': (view: View, envelope: Envelope<never>): Change[] => {
    const { id } = envelope.input as { id: string }
    const note = view.get<Note>('note', id)
    return note ? [{ collection: 'note', id, value: { ...note, times: note.times + 1 } }] : []
  },
  'notes.burn': (_view, envelope: Envelope<never>): Change[] => [
    { collection: 'note', id: (envelope.input as { id: string }).id, value: null },
  ],
  'notes.broken': () => {
    throw new Error('no such thing any more')
  },
}

const applyOf = (name: string): Apply | undefined => applies[name]

let n = 0
const give = (name: string, input: object, status: 'queued' | 'sent' | 'refused' = 'queued') => {
  n += 1
  const envelope = {
    id: `c${n}`,
    name,
    version: 1,
    place,
    at: '2012-11-21T00:00:00Z',
    device: 'd',
    input: input as never,
  }
  return { envelope, status, n }
}

test('what was noted without signal is there at once, and marked as waiting', () => {
  const view = new PlaceView(place)
  view.replay([give('notes.write', { id: 'a', text: 'hello' })], applyOf)
  expect(view.all<Note>('note')).toEqual([{ id: 'a', text: 'hello', times: 1 }])
  expect(view.pending('note', 'a')).toBe('queued')
})

test('commands replay in order over the rows of the server, each seeing what the one before did', () => {
  const view = new PlaceView(place)
  view.takeFromServer([{ collection: 'note', id: 'a', value: { id: 'a', text: 'server', times: 1 } }])
  view.replay([give('notes.again', { id: 'a' }), give('notes.again', { id: 'a' })], applyOf)
  expect(view.get<Note>('note', 'a')?.times).toBe(3)
})

test('what waits behind a refused command stays marked as refused: it goes nowhere before that one is mended', () => {
  const view = new PlaceView(place)
  const more = give('notes.again', { id: 'a' })
  view.replay([give('notes.write', { id: 'a', text: 'hello' }, 'refused'), more], applyOf)
  expect(view.pending('note', 'a')).toBe('refused')
  view.replay([give('notes.write', { id: 'a', text: 'hello' }, 'sent'), more], applyOf)
  expect(view.pending('note', 'a')).toBe('queued')
})

test('what was taken away is gone from the list, and back when the command leaves the outbox', () => {
  const view = new PlaceView(place)
  view.takeFromServer([{ collection: 'note', id: 'a', value: { id: 'a', text: 'server', times: 1 } }])
  view.replay([give('notes.burn', { id: 'a' })], applyOf)
  expect(view.all('note')).toEqual([])
  expect(view.get('note', 'a')).toBeUndefined()
  view.replay([], applyOf)
  expect(view.all('note')).toHaveLength(1)
})

test('a refused note stays in sight, marked for mending', () => {
  const view = new PlaceView(place)
  view.replay([give('notes.write', { id: 'a', text: 'hello' }, 'refused')], applyOf)
  expect(view.pending('note', 'a')).toBe('refused')
})

test('a command of a newer or broken app is left out, and the rest is shown', () => {
  const view = new PlaceView(place)
  view.replay(
    [give('notes.broken', {}), give('notes.unknown', {}), give('notes.write', { id: 'a', text: 'x' })],
    applyOf,
  )
  expect(view.all('note')).toHaveLength(1)
})

test('a list is the same array until something changes, so that a screen does not draw in vain', () => {
  const view = new PlaceView(place)
  view.takeFromServer([{ collection: 'note', id: 'a', value: { id: 'a' } }])
  view.replay([], applyOf)
  expect(view.all('note')).toBe(view.all('note'))
})
