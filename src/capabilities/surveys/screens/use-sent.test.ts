import { expect, test } from 'vitest'
import type { OutboxEntry, OutboxStatus } from '../../../platform/browser/local/device-store.ts'
import { sentOf } from './use-sent.ts'

const entry = (id: string, status: OutboxStatus, record: string): OutboxEntry => ({
  ...{ n: Number(id), id, name: 'surveys.import-form', place: '34.71.04.1001', records: [record], status },
  sealed: { nonce: new Uint8Array(), bytes: new ArrayBuffer(0) },
  ...{ seq: null, refusals: [], madeAt: '2012-11-21T00:00:00Z' },
})

test('what waits behind a refused command on its record is held, and is not said to wait for a network', () => {
  const entries = [entry('1', 'refused', 'form'), entry('2', 'queued', 'form'), entry('3', 'queued', 'other')]
  const states = ['1', '2', '3', '4'].map((id) => sentOf(entries, id).state)
  expect(states).toEqual(['refused', 'held', 'queued', 'done'])
  expect(sentOf(entries, null).state).toBe('none')
})
