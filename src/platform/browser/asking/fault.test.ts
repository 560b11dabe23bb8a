// Why an answer did not come: every reason is another sentence.
import { expect, test } from 'vitest'
import { Offline, Problem, Unavailable } from '../api.ts'
import { askingTexts } from './asking-texts.ts'
import { type Fault, faultOf } from './fault.ts'
import { faultSentence } from './fault-sentence.ts'

const said = (status: number, message = 'Kata server.') =>
  faultOf(new Problem(status, 'platform.x', message, []))

test('no permission, no line, none at all, out of reach and refused are five things', () => {
  expect(said(403).kind).toBe('forbidden')
  expect(said(404).kind).toBe('none')
  expect(said(422).kind).toBe('refused')
  expect(faultOf(new Offline()).kind).toBe('offline')
  expect(faultOf(new Unavailable(503, 'platform.unavailable', 'Nanti.', [])).kind).toBe('unreached')
})

test('each has its own title and its own next step, in both languages', () => {
  const kinds: Fault['kind'][] = ['offline', 'unreached', 'forbidden', 'none', 'refused']
  for (const language of [0, 1] as const) {
    const said = kinds.flatMap((kind) => [askingTexts[kind][language], askingTexts[`${kind}-why`][language]])
    expect(new Set(said).size).toBe(10)
  }
})

test('the reason of a field comes before the sentence of the whole, and the server speaks where it spoke', () => {
  const told = faultOf(new Problem(403, 'a.b', 'Semua', [{ code: 'a.b', message: 'Nomor ini tidak boleh.' }]))
  expect(told.message).toBe('Nomor ini tidak boleh.')
  expect(faultSentence(told)).toBe('Nomor ini tidak boleh.')
  expect(faultSentence({ kind: 'offline', message: '' })).toContain('jaringan')
})
