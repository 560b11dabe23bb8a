// Whatever a person writes as an expression means the same in the compiled form, however it is spaced.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import { answer, answerAt, openXForm } from './engine.testing.ts'
import type { Cell } from './workbook.ts'
import { tokensOf } from './xpath/tokens.ts'

/** Names that a careless writer would glue to what stands beside them. */
const answers: Readonly<Record<string, number>> = {
  a: 7,
  b: 3,
  'a-1': 50,
  'b.2': 11,
  'a-b': 90,
  div: 5,
  c_3: 2,
}
const names = Object.keys(answers)

/** An expression in pieces, and what it comes to. */
type Meant = { pieces: string[]; is: number }
const leaf: fc.Arbitrary<Meant> = fc.oneof(
  fc.constantFrom(...names).map((name) => ({ pieces: [`\${${name}}`], is: answers[name] ?? Number.NaN })),
  fc.integer({ min: 0, max: 12 }).map((is) => ({ pieces: [String(is)], is })),
  fc.constantFrom(...names).map((name) => ({ pieces: ['-', `\${${name}}`], is: -(answers[name] ?? 0) })),
)
const operators: Readonly<Record<string, (one: number, other: number) => number>> = {
  '+': (one, other) => one + other,
  '-': (one, other) => one - other,
  '*': (one, other) => one * other,
  div: (one, other) => one / other,
  mod: (one, other) => one % other,
  '=': (one, other) => Number(one === other),
  '!=': (one, other) => Number(one !== other),
  '<': (one, other) => Number(one < other),
  '>=': (one, other) => Number(one >= other),
  and: (one, other) => Number(Boolean(one) && Boolean(other)),
  or: (one, other) => Number(Boolean(one) || Boolean(other)),
}
const truths = ['=', '!=', '<', '>=', 'and', 'or']

const combined = (one: Meant, sign: string, other: Meant): Meant => {
  const bracketed = ({ pieces }: Meant) => (pieces.length > 1 ? ['(', ...pieces, ')'] : pieces)
  const whole = [...bracketed(one), sign, ...bracketed(other)]
  const is = operators[sign]?.(one.is, other.is) ?? Number.NaN
  // The engine gives one side of `and` and `or` as it is; only asked for a truth does it say one.
  return { pieces: truths.includes(sign) ? ['number(boolean(', ...whole, '))'] : whole, is }
}
const expression: fc.Arbitrary<Meant> = fc.letrec<{ any: Meant; more: Meant }>((tie) => ({
  any: fc.oneof({ maxDepth: 3, depthIdentifier: 'e' }, leaf, tie('more')),
  more: fc
    .tuple(tie('any'), fc.constantFrom(...Object.keys(operators)), tie('any'))
    .map(([one, sign, other]) => combined(one, sign, other)),
})).any

/** The pieces as a person might write them: a space only where two would otherwise become one word. */
const spaced = (pieces: readonly string[], gaps: readonly string[]): string =>
  pieces.reduce((text, piece, index) => {
    const gap = gaps[index % gaps.length] ?? ''
    const oneWord = /\p{L}$/u.test(text) && /^[\p{L}\p{N}]/u.test(piece)
    return text + (oneWord && gap === '' ? ' ' : gap) + piece
  }, '')
const written = fc
  .tuple(expression, fc.array(fc.constantFrom('', '', ' ', '  '), { minLength: 7, maxLength: 7 }))
  .map(([meant, gaps]) => ({ ...meant, text: spaced(meant.pieces, gaps).trim() }))

const formOf = (texts: readonly string[]): Cell[][] => [
  ['type', 'name', 'label', 'calculation'],
  ...names.map((name): Cell[] => ['integer', name, name, null]),
  ...texts.map((text, index): Cell[] => ['calculate', `q${index}`, null, text]),
]

test('an expression comes to the same before and after compiling', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 10, maxLength: 10 }), async (all) => {
      const rows = formOf(all.map(({ text }) => text))
      const made = compile({ sheets: [{ name: 'survey', rows }] })
      if (!made.ok) throw new Error(JSON.stringify(made.faults))
      const root = await openXForm(made.xform)
      for (const [name, value] of Object.entries(answers)) answer(root, `/data/${name}`, value)
      all.forEach(({ text, is }, index) => {
        const found = answerAt(root, `/data/q${index}`)
        // Neither not-a-number nor the infinite stands in an answer as a number would.
        if (Number.isFinite(is)) expect(`${text}: ${Number(found) + 0}`).toBe(`${text}: ${is + 0}`)
        else expect(`${text}: ${['', 'NaN', 'Infinity', '-Infinity'].includes(found)}`).toBe(`${text}: true`)
      })
    }),
    { numRuns: 40 },
  )
}, 60_000)

const values = ({ is, value }: { is: string; value: string }) => `${is} ${value}`

test('it is read as the same words and signs, with each reference as the path of its question', () => {
  fc.assert(
    fc.property(written, ({ text }) => {
      const made = compile({ sheets: [{ name: 'survey', rows: formOf([text]) }] })
      if (!made.ok) throw new Error(JSON.stringify(made.faults))
      const calculate = /nodeset="\/data\/q0"[^>]*calculate="([^"]*)"/.exec(made.xform)?.[1] ?? ''
      const plain = calculate.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
      const wanted = tokensOf(text).flatMap((token) =>
        token.is === 'ref' ? ['op /', 'name data', 'op /', `name ${token.value}`] : [values(token)],
      )
      expect(tokensOf(plain).map(values)).toEqual(wanted)
    }),
    { numRuns: 300 },
  )
})
