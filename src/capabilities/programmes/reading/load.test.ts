import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { names } from '../../../kernel/cel.ts'
import { parseCel } from '../../../kernel/cel-parse.ts'
import { growth, inProportion } from '../../../kernel/growth.testing.ts'
import { gatesOf } from '../definition.ts'
import { factOf } from '../facts.ts'
import { shipped, shippedFolder, shippedProgramme } from '../shipped.testing.ts'
import { faultLine, largestFile, readProgramme } from './load.ts'

const text = readFileSync(join(shippedFolder, 'p2kp-2006.yaml'), 'utf8')

const [checked = ''] = /checkedOn: \S+/.exec(text) ?? []

/** The faults after one change to the P2KP definition, and the line that was changed. */
function afterChanging(from: string, to: string) {
  const at = text.indexOf(from)
  if (at < 0) throw new Error(`p2kp-2006.yaml has no ${from}`)
  const changed = text.slice(0, at) + to + text.slice(at + from.length)
  const { programme, faults } = readProgramme(changed, 'p2kp-2006.yaml')
  expect(programme).toBeNull()
  return { faults, line: text.slice(0, at).split('\n').length }
}

const briefly = (faults: { line: number; code: string }[]) => faults.map(({ line, code }) => ({ line, code }))

describe('the shipped programmes', () => {
  test('all load, without a fault', () => {
    expect(shipped.faults.map((fault) => faultLine(fault))).toEqual([])
    expect(shipped.programmes.map((each) => each.id)).toEqual([
      'kat-empowerment',
      'kat-strengthening',
      'kotaku',
      'p2kp-2006',
      'pnpm-urban',
      'social-resilience',
      'tkpk-neighbourhood',
    ])
  })

  test.each(shipped.programmes)(
    '$id: every gate parses and asks only for facts of the catalogue',
    (programme) => {
      for (const gate of programme.stages.flatMap(gatesOf)) {
        expect(parseCel(gate.when)).toEqual(gate.cel)
        for (const name of names(gate.cel)) expect(factOf(name), `${gate.id}: ${name}`).toBeDefined()
      }
    },
  )

  test.each(shipped.programmes)('$id: nothing that blocks is without a source', (programme) => {
    const blocking = programme.stages.flatMap(gatesOf).filter((gate) => gate.kind === 'rule')
    expect(blocking.length).toBeGreaterThan(0)
    expect(blocking.filter((gate) => gate.evidence === 'R')).toEqual([])
  })

  test('P2KP has the seven stages of 2006, and three steps in its first', () => {
    const p2kp = shippedProgramme('p2kp-2006')
    expect(p2kp.stages.map((stage) => stage.number)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(p2kp.stages[0]?.steps.map((step) => step.number)).toEqual(['1.1', '1.2', '1.3'])
  })

  test('what differs between years is data: seats, tranches, turnout', () => {
    const seats = (id: string) => shippedProgramme(id).numbers.board_seats?.bounds
    expect(seats('p2kp-2006')).toEqual({ min: 11, max: 17 })
    for (const id of ['pnpm-urban', 'kotaku']) expect(seats(id)).toEqual({ min: 9, max: 13, odd: true })
    expect(shippedProgramme('kotaku').shares[0]?.parts).toEqual([60, 30, 10])
    expect(shippedProgramme('pnpm-urban').numbers.turnout_floor).toMatchObject({
      value: 30,
      evidence: 'V',
    })
  })
})

describe('a definition that is wrong is refused with file, line and reason', () => {
  test.each([
    [
      'an unknown fact',
      'meeting.rkm.attendees.poor > 0',
      'meeting.rkm.attendees.rich > 0',
      'programmes.unknown-fact',
    ],
    ['a meeting it never declared', "'meeting.rkm.held'", "'meeting.rkn.held'", 'programmes.unknown-kind'],
    [
      'a document its meeting does not have',
      'rkm.documents.attendance_list',
      'rkm.documents.video',
      'programmes.unknown-kind',
    ],
    [
      'an outcome that no step leaves',
      'volunteers.registered > 0',
      'observation.wealth > 0',
      'programmes.unknown-kind',
    ],
    [
      'a decision document it never declared',
      'volunteers.registered > 0',
      'document.approval.registered',
      'programmes.unknown-kind',
    ],
    ['an unknown role', 'roles: [village-head]', 'roles: [mayor]', 'programmes.unknown-role'],
    ['a misspelt decision', 'decision == "siap"', 'decision == "siapp"', 'programmes.unknown-option'],
    [
      'a text compared with a number',
      'attendees.poor > 0',
      'attendees.poor > "0"',
      'programmes.fact-wrong-type',
    ],
    [
      'an expression that is no question',
      "when: 'volunteers.registered > 0'",
      "when: 'volunteers.registered'",
      'programmes.fact-wrong-type',
    ],
    [
      'an expression that does not parse',
      'volunteers.registered > 0',
      'volunteers.registered > ',
      'cel.syntax',
    ],
    [
      'a function in an expression',
      'volunteers.registered > 0',
      'size(volunteers.registered) > 0',
      'cel.not-supported',
    ],
    [
      'a rule without a source',
      'kind: advice\n            source: rembug',
      'kind: rule\n            source: rembug',
      'programmes.rule-unsourced',
    ],
    ['an unknown source', 'source: sim_kotaku', 'source: somebody', 'programmes.unknown-source'],
    [
      'an unknown element of a meeting',
      'elements: [rw_heads',
      'elements: [mayors',
      'programmes.unknown-element',
    ],
    [
      'a link that leads nowhere',
      'satisfiedBy: letters?kind=assistance_request',
      'satisfiedBy: letters?kind=other',
      'programmes.unknown-link',
    ],
    [
      'an unknown dependent',
      'endangers: [annual_programme',
      'endangers: [anual_programme',
      'programmes.unknown-dependent',
    ],
    ['a key nobody knows', 'scope: village', 'scope: village\nscop: village', 'programmes.field-unknown'],
    ['a scope nobody knows', 'scope: village', 'scope: island', 'programmes.field-wrong-value'],
    ['a number that is a text', 'value: 3', 'value: three', 'programmes.field-wrong-type'],
    [
      'a number that may be set without saying within which bounds',
      'mayBeSetBy: village\n    bounds: { min: 11, max: 17 }',
      'mayBeSetBy: village',
      'programmes.number-without-bounds',
    ],
    ['bounds that leave nothing', 'min: 11, max: 17', 'min: 17, max: 11', 'programmes.bounds-empty'],
    [
      'a gate that asks nothing',
      "when: 'meeting.rkm.held'",
      "when: '1 == 1'",
      'programmes.gate-without-fact',
    ],
    [
      'a gate that is always open',
      "when: 'meeting.rkm.held'",
      "when: 'true'",
      'programmes.gate-without-fact',
    ],
    [
      'a negation of what nobody tells to be absent',
      "when: 'meeting.rkm.held'",
      "when: '!meeting.rkm.held'",
      'programmes.negated-fact',
    ],
    [
      'a target outside its bounds',
      'value: 3\n    unit: years\n    source: rembug\n    evidence: R\n    mayBeSetBy: village\n    bounds: { min: 1,',
      'value: 3\n    unit: years\n    source: rembug\n    evidence: R\n    mayBeSetBy: village\n    bounds: { min: 4,',
      'programmes.value-out-of-bounds',
    ],
    [
      'a rule on bounds that a number does not have',
      'bounds.board_seats.min',
      'bounds.volunteer_training_days.min',
      'programmes.number-without-bounds',
    ],
    ['a day that does not exist', checked, 'checkedOn: 2012-02-30', 'programmes.field-wrong-form'],
  ])('%s', (_, from, to, code) => {
    const { faults, line } = afterChanging(from, to)
    const first = faults[0]
    expect(first?.code).toBe(code)
    expect(first?.file).toBe('p2kp-2006.yaml')
    expect(Math.abs((first?.line ?? 0) - line)).toBeLessThanOrEqual(1)
    expect(first?.text.id).not.toMatch(/[{}]/)
    expect(first?.text.en).not.toMatch(/[{}]/)
  })

  test('a number of which nothing is enough', () => {
    for (const value of ['0', '-3']) {
      const { faults } = afterChanging('value: 3\n    unit: days', `value: ${value}\n    unit: days`)
      expect(faults.map(({ code }) => code)).toEqual(['programmes.gate-open-at-zero'])
    }
  })

  test('a missing English or Indonesian', () => {
    const english = afterChanging(
      'edition: { id: "Siklus 2006", en: "Cycle of 2006" }',
      'edition: { id: "Siklus 2006" }',
    )
    expect(briefly(english.faults)).toEqual([{ line: english.line, code: 'programmes.missing-english' }])
    const indonesian = afterChanging('id: "Siklus 2006", en', 'en')
    expect(briefly(indonesian.faults)).toEqual([
      { line: indonesian.line, code: 'programmes.missing-indonesian' },
    ])
  })

  test('shares that do not make a whole', () => {
    const { faults, line } = afterChanging('parts: [20, 50, 30]', 'parts: [20, 50, 20]')
    expect(faults).toMatchObject([
      { line, path: 'shares.0.parts', code: 'programmes.shares-not-whole', facts: { sum: 90 } },
    ])
    expect(faults[0]?.text.id).toBe('Bagian berjumlah 90, harus 100')
  })

  test('the same key twice', () => {
    const { faults } = readProgramme('id: a\nid: b\n', 'a.yaml')
    expect(briefly(faults)).toEqual([{ line: 2, code: 'programmes.file-unreadable' }])
  })

  test('a file of nothing but keys, which must not keep the server busy', () => {
    const keys = (length: number) =>
      readProgramme(Array.from({ length }, (_, n) => `a${n.toString(36)}:\n`).join(''), 'a.yaml')
    expect(keys(35_000).faults.length).toBeGreaterThan(0)
    expect(growth(keys, 8_750)).toBeLessThan(inProportion)
  })

  test('the same id twice', () => {
    const { faults, line } = afterChanging('- id: rkm_minutes', '- id: rkm_held')
    expect(briefly(faults)).toEqual([{ line, code: 'programmes.duplicate-id' }])
  })

  test('steps that wait for one another', () => {
    const { faults, line } = afterChanging('number: "1.1"', 'number: "1.1"\n        after: [basic_training]')
    expect(faults).toMatchObject([{ code: 'programmes.circular', line: line + 1 }])
    expect(faults[0]?.text.en).toContain('rkm → basic_training → volunteer_recruitment → rkm')
  })

  test('a stage that waits for one that does not exist', () => {
    const { faults } = afterChanging('number: "2"\n', 'number: "2"\n    after: [readyness]\n')
    expect(faults).toMatchObject([{ code: 'programmes.unknown-stage', facts: { name: 'readyness' } }])
  })

  test('a blocking gate that rests on a number nobody could source', () => {
    const { faults } = afterChanging('attendees.poor > 0', 'attendees.poor > number.women_attendance_target')
    expect(briefly(faults).map((each) => each.code)).toEqual(['programmes.rule-on-unverified-number'])
  })

  test('the column of an error inside an expression', () => {
    const { faults } = afterChanging(
      'meeting.rkm.decision == "siap"',
      'meeting.rkm.decision == "siap" && meeting.rkm.x',
    )
    const [fault] = faults
    const changed = text.replace(
      'meeting.rkm.decision == "siap"',
      'meeting.rkm.decision == "siap" && meeting.rkm.x',
    )
    expect(changed.split('\n')[(fault?.line ?? 0) - 1]?.slice((fault?.column ?? 0) - 1)).toMatch(
      /^meeting\.rkm\.x/,
    )
  })

  test('all errors at once', () => {
    const broken = text
      .replace('roles: [village-head]', 'roles: [mayor]')
      .replace('parts: [20, 50, 30]', 'parts: [20]')
      .replace('volunteers.registered > 0', 'volunteers.registered >')
      .replace('- id: rkm_minutes', '- id: rkm_held')
    const codes = readProgramme(broken, 'p2kp-2006.yaml').faults.map((fault) => fault.code)
    expect([...codes].sort()).toEqual([
      'cel.syntax',
      'programmes.duplicate-id',
      'programmes.shares-not-whole',
      'programmes.unknown-role',
    ])
  })
})

describe('a file that is not what it seems', () => {
  const codes = (yaml: string) => readProgramme(yaml, 'x.yaml').faults.map((fault) => fault.code)

  test('broken YAML is refused with its line', () => {
    const { faults } = readProgramme('id: x\ntitle: { id: "a", en: "b"\nversion: 1\n', 'x.yaml')
    expect(faults[0]).toMatchObject({ code: 'programmes.file-unreadable', line: 3 })
    expect(codes('id: x\nid: y\n')).toEqual(['programmes.file-unreadable'])
  })

  test('anchors and aliases are refused, so none can blow the file up', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a]',
      'c: [*b, *b, *b]',
    ].join('\n')
    expect(new Set(codes(bomb))).toEqual(new Set(['programmes.file-alias']))
  })

  test('a file over the limit is refused without being read', () => {
    expect(codes(`id: "${'x'.repeat(largestFile)}"`)).toEqual(['programmes.file-too-large'])
  })

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(60_000)],
    ['dashes', '- '.repeat(100_000)],
    ['question marks', '? '.repeat(100_000)],
    ['keys in ever deeper lines', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('a file nested without end is refused: %s', (_, yaml) => {
    const found = codes(yaml)
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]).toMatch(/^programmes\.file-/)
  })

  test.each(['', 'null', '[]', '42', 'text', '--- a\n--- b\n'])('%j is refused', (yaml) => {
    expect(codes(yaml).length).toBeGreaterThan(0)
  })

  test('whatever line is cut out or doubled, the reader answers and never throws', () => {
    const lines = text.split('\n')
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.boolean(), (at, twice) => {
        const changed = lines.toSpliced(at, 1, ...(twice ? [lines[at] ?? '', lines[at] ?? ''] : []))
        const { programme, faults } = readProgramme(changed.join('\n'), 'p2kp-2006.yaml')
        expect(programme === null).toBe(faults.length > 0)
      }),
      { numRuns: 60 },
    )
  })
})
