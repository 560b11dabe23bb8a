import { evaluate as libraryEvaluate } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CelFacts, type CelValue, evaluate, names } from './cel.ts'
import { CelError, deepestExpression, longestExpression, parseCel } from './cel-parse.ts'

const known = (values: Record<string, CelValue>): CelFacts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))

const ask = (text: string, values: Record<string, CelValue> = {}) => evaluate(parseCel(text), known(values))

const wrong = (text: string) => {
  try {
    parseCel(text)
  } catch (error) {
    if (error instanceof CelError) return { code: error.code, at: error.at }
    throw error
  }
  return null
}

describe('an expression', () => {
  test('reads dotted names as single facts, each listed once', () => {
    const cel = parseCel(
      'meeting.rkm.decision == "siap" && meeting.rkm.attendees.poor > 0 || meeting.rkm.decision == ""',
    )
    expect(names(cel)).toEqual(['meeting.rkm.decision', 'meeting.rkm.attendees.poor'])
  })

  test('holds or does not hold on what is known', () => {
    const text = 'rkm.decision == "siap" && rkm.participants.poor > 0'
    expect(ask(text, { 'rkm.decision': 'siap', 'rkm.participants.poor': 4 })).toBe(true)
    expect(ask(text, { 'rkm.decision': 'siap', 'rkm.participants.poor': 0 })).toBe(false)
    expect(ask(text, { 'rkm.decision': 'menolak' })).toBe(false)
  })

  test('is unknown where a fact is missing and the rest does not settle it', () => {
    expect(ask('a.b')).toBe('unknown')
    expect(ask('!a.b')).toBe('unknown')
    expect(ask('a.b && true')).toBe('unknown')
    expect(ask('a.b && false')).toBe(false)
    expect(ask('a.b || true')).toBe(true)
    expect(ask('a.b in ["x"]')).toBe('unknown')
    expect(ask('a.b + 1 > 2')).toBe('unknown')
  })

  test('is unknown, and does not crash, where a fact is of another kind than it needs', () => {
    expect(ask('a > 1', { a: 'many' })).toBe('unknown')
    expect(ask('a == 1', { a: '1' })).toBe('unknown')
    expect(ask('a - 1 > 0', { a: true })).toBe('unknown')
    expect(ask('a', { a: 'yes' })).toBe('unknown')
  })

  test('takes no fact from the prototype of an object', () => {
    expect(evaluate(parseCel('constructor == 1'), {})).toBe('unknown')
    expect(evaluate(parseCel('toString == "x"'), {})).toBe('unknown')
  })

  test('compares shares by multiplying, so that no fraction is ever rounded', () => {
    expect(ask('voters * 100 >= adults * 30', { voters: 30, adults: 100 })).toBe(true)
    expect(ask('voters * 100 >= adults * 30', { voters: 29, adults: 100 })).toBe(false)
    expect(ask('left > -1', { left: 0 })).toBe(true)
  })

  test.each([
    ['', 'cel.empty', 0],
    ['a.b ==', 'cel.syntax', 6],
    ['a.b == 1 &&\n && c', 'cel.syntax', 13],
    ['a == 0.5', 'cel.not-supported', 5],
    ['size(a) > 1', 'cel.not-supported', 0],
    ['a.filter(x, x > 1)', 'cel.not-supported', 0],
    ['a["b"] == 1', 'cel.not-supported', 0],
    ['a ? b : c', 'cel.not-supported', 0],
    ['a / 2 > 1', 'cel.not-supported', 0],
    ['a in b', 'cel.not-supported', 5],
    ['a == null', 'cel.not-supported', 5],
  ])('%j is refused with its reason and position', (text, code, at) => {
    expect(wrong(text)).toEqual({ code, at })
  })

  test('has a longest length and a deepest depth', () => {
    expect(wrong(`a == "${'x'.repeat(longestExpression)}"`)?.code).toBe('cel.too-long')
    expect(wrong(`${'('.repeat(deepestExpression + 1)}a${')'.repeat(deepestExpression + 1)}`)?.code).toBe(
      'cel.too-deep',
    )
  })
})

// The evaluator on the phone is ours; the library is the standard it must agree with.
const booleanFacts = ['b.one', 'b.two']
const wholeFacts = ['n.one', 'n.two']
const whole = fc.oneof(fc.integer({ min: -9, max: 9 }).map(String), fc.constantFrom(...wholeFacts))
const sum = fc.oneof(
  whole,
  fc.tuple(whole, fc.constantFrom('+', '-', '*'), whole).map((part) => `(${part.join(' ')})`),
)
const comparison = fc
  .tuple(sum, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), sum)
  .map((part) => part.join(' '))
const atom = fc.oneof(
  fc.constantFrom('true', 'false', ...booleanFacts),
  comparison,
  whole.map((n) => `${n} in [0, 1, 2]`),
)
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    atom,
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '||'), tie('expression'))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('expression').map((inner) => `!(${inner})`),
  ),
}))
const values = fc.record(
  { 'b.one': fc.boolean(), 'b.two': fc.boolean(), 'n.one': fc.nat(9), 'n.two': fc.nat(9) },
  { requiredKeys: [] },
)

function byLibrary(text: string, facts: Record<string, CelValue>): boolean | 'unknown' {
  const context: Record<string, Record<string, unknown>> = { b: {}, n: {} }
  for (const [name, value] of Object.entries(facts)) {
    const [owner = '', field = ''] = name.split('.')
    context[owner] = { ...context[owner], [field]: typeof value === 'number' ? BigInt(value) : value }
  }
  try {
    return libraryEvaluate(text, context) as boolean
  } catch {
    return 'unknown'
  }
}

test('our evaluator agrees with the CEL library on every expression, also where facts are missing', () => {
  fc.assert(
    fc.property(expression, values, (text, facts) => {
      fc.pre(text.length <= longestExpression)
      expect(ask(text, facts as Record<string, CelValue>)).toBe(
        byLibrary(text, facts as Record<string, CelValue>),
      )
    }),
    { numRuns: 1000 },
  )
})
