// Definitions that say in no way, or in two, how long something takes, or let block what nobody read in a source.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { today } from '../../../kernel/day.ts'
import { shippedFolder } from '../shipped.testing.ts'
import { readProgramme } from './load.ts'

const text = readFileSync(join(shippedFolder, 'kat-empowerment.yaml'), 'utf8')

function after(from: string, to: string) {
  expect(text).toContain(from)
  const { programme, faults } = readProgramme(text.replace(from, to), 'kat-empowerment.yaml')
  expect(programme).toBeNull()
  for (const fault of faults) expect(fault.text.id).not.toMatch(/[{}]/)
  return faults.map(({ code }) => code)
}

const year = 'duration: { years: 1, source: tahapan, evidence: V }'

test.each([
  ['no length', 'duration: { source: tahapan, evidence: V }', ['programmes.length-of-step']],
  [
    'two lengths',
    'duration: { years: 1, days: 3, source: tahapan, evidence: V }',
    ['programmes.length-of-step'],
  ],
  [
    'a year too many',
    'duration: { years: 11, source: tahapan, evidence: V }',
    ['programmes.field-out-of-range'],
  ],
  [
    'throughout beside steps that are not',
    'duration: { throughout: true, source: tahapan, evidence: V }',
    ['programmes.throughout-stage'],
  ],
])('%s', (_, duration, codes) => {
  expect(after(year, duration)).toEqual(codes)
})

test('a length by category where there are no categories', () => {
  const codes = after(text.slice(text.indexOf('categories:'), text.indexOf('eligibility:')), '')
  expect(new Set(codes)).toContain('programmes.length-without-category')
})

test('a stage that waits for one that runs throughout, which would never come', () => {
  const codes = after('number: "6"\n', 'number: "6"\n    after: [control]\n')
  expect(codes).toEqual(['programmes.throughout-stage'])
})

test('a category fixed by a step that is not there', () => {
  expect(after('categoryFixedBy: first_exploration', 'categoryFixedBy: second_exploration')).toEqual([
    'programmes.unknown-step',
  ])
})

test('a calendar nobody knows', () => {
  expect(after(year, `${year}\n        calendar: lunar`)).toEqual(['programmes.field-wrong-value'])
})

test('a condition that offers one choice', () => {
  const choice = 'needed: true\n    choices: [{ id: one, title: { id: "a", en: "a" } }]'
  expect(after('needed: true', choice)).toEqual(['programmes.field-out-of-range'])
})

const gate = `kind: rule
            source: tahapan
            evidence: V`

test.each([
  ['remembered', gate.replace(': V', ': R'), ['programmes.rule-unsourced']],
  ['inferred', gate.replace(': V', ': I'), ['programmes.rule-inferred']],
])('a rule that was %s and blocks', (_, rule, codes) => {
  expect(after(gate, rule)).toEqual(codes)
})

test('a refusal that was inferred, which would end a programme', () => {
  const refusal = `== "menolak"'
      source: tahapan
      evidence: V`
  expect(after(refusal, refusal.replace(': V', ': I'))).toEqual(['programmes.rule-inferred'])
})

test('a condition of the place that was inferred and keeps it out', () => {
  const condition = `kind: advice
    source: rembug
    evidence: R`
  const rule = condition.replace('advice', 'rule').replace(': R', ': I')
  expect(after(condition, rule)).toEqual(['programmes.rule-inferred'])
})

describe('a letter that cannot be written', () => {
  const file = readFileSync(join(shippedFolder, 'tkpk-neighbourhood.yaml'), 'utf8')
  const tkpk = file.replace(/^checkedOn: .*$/m, `checkedOn: ${today()}`)
  const basis = 'basis: { meeting: rules, decision: disepakati }'
  const kind = tkpk.slice(tkpk.indexOf(`      ${basis}`), tkpk.indexOf('      signatories:'))

  test.each([
    ['rests on nothing', `      ${basis}\n`, '', 'programmes.letter-rests-on-nothing'],
    ['rests on a meeting nobody holds', 'meeting: rules,', 'meeting: feast,', 'programmes.unknown-kind'],
    [
      'rests on a meeting that decides nothing',
      'meeting: rules,',
      'meeting: needs,',
      'programmes.unknown-option',
    ],
    [
      'rests on what cannot be decided',
      'decision: disepakati }',
      'decision: ya }',
      'programmes.unknown-option',
    ],
    ['leaves open what nobody knows', 'Warga {village}', 'Warga {vilage}', 'programmes.letter-placeholder'],
    ['says nothing', kind, '', 'programmes.letter-without-text'],
  ])('%s', (_, from, to, code) => {
    expect(tkpk).toContain(from)
    const { programme, faults } = readProgramme(tkpk.replace(from, to), 'tkpk-neighbourhood.yaml')
    expect(programme).toBeNull()
    expect(faults.map((fault) => fault.code)).toContain(code)
    for (const fault of faults) expect(fault.text.id).not.toMatch(/[{}]/)
  })
})

test('the day that a file says it was compared on lifts nothing', () => {
  const older = text
    .replace(/^checkedOn: .*$/m, 'checkedOn: 2012-11-21')
    .replace(gate, gate.replace(': V', ': I'))
  const { faults } = readProgramme(older, 'kat-empowerment.yaml')
  expect(faults.map(({ code }) => code)).toEqual(['programmes.rule-inferred'])
})

test.each([
  ['gives no source', 'era: { from: 2014, to: 2019 }', ['programmes.era-unsourced']],
  [
    'was only remembered',
    'era: { from: 2014, to: 2019, source: perpres_186, evidence: R }',
    ['programmes.era-unsourced'],
  ],
  [
    'comes before its beginning',
    'era: { from: 2014, to: 2009, source: perpres_186, evidence: V }',
    ['programmes.field-out-of-range'],
  ],
])('an end of its era that %s', (_, era, codes) => {
  expect(after('era: { from: 2014, to: null, source: perpres_186, evidence: V }', era)).toEqual(codes)
})
