// Gates are written in CEL, the Common Expression Language. An expression is parsed once, where the
// definition is read (`cel-parse.ts`, which wraps the library), into the plain data below; this file is all
// that a phone carries to evaluate it. What is not known is neither true nor false: it is 'unknown'.

export type CelValue = boolean | number | string
export type CelComparison = '==' | '!=' | '<' | '<=' | '>' | '>='
export type CelArithmetic = '+' | '-' | '*'

/** A parsed expression: plain data, so that it can be stored, sent and compared. `at` is the offset in its text. */
export type Cel =
  | { op: 'value'; value: CelValue; at: number }
  | { op: 'fact'; name: string; at: number }
  | { op: '!'; args: readonly [Cel]; at: number }
  | { op: '&&' | '||' | CelComparison | CelArithmetic; args: readonly [Cel, Cel]; at: number }
  | { op: 'in'; args: readonly [Cel]; list: readonly CelValue[]; at: number }

/** What is known of a fact: its value, with whatever else its giver keeps about it. */
export type CelFacts = Readonly<Record<string, { readonly value: CelValue } | undefined>>

type Answer = CelValue | undefined

/** An expression never changes, and is asked again for each village of a page. */
const namesOf = new WeakMap<Cel, readonly string[]>()

/** The facts an expression asks for, each once, in the order they are first named. */
export function names(cel: Cel): readonly string[] {
  const known = namesOf.get(cel)
  if (known) return known
  const found = new Set<string>()
  visit(cel, (node) => node.op === 'fact' && found.add(node.name))
  const each = [...found]
  namesOf.set(cel, each)
  return each
}

/** Every part of an expression, the whole first. */
export function visit(cel: Cel, see: (node: Cel) => unknown): void {
  see(cel)
  if ('args' in cel) for (const part of cel.args) visit(part, see)
}

/**
 * Whether it holds. A fact that is missing, or is of another kind than the expression needs, is not known;
 * as in CEL, `false && unknown` is false and `true || unknown` is true, in either order.
 */
export function evaluate(cel: Cel, facts: CelFacts): boolean | 'unknown' {
  const answer = answerOf(cel, facts)
  return typeof answer === 'boolean' ? answer : 'unknown'
}

function answerOf(cel: Cel, facts: CelFacts): Answer {
  switch (cel.op) {
    case 'value':
      return cel.value
    case 'fact':
      return Object.hasOwn(facts, cel.name) ? facts[cel.name]?.value : undefined
    case '!': {
      const inner = answerOf(cel.args[0], facts)
      return typeof inner === 'boolean' ? !inner : undefined
    }
    case '&&':
      return joined(cel.args, facts, false)
    case '||':
      return joined(cel.args, facts, true)
    case 'in': {
      const wanted = answerOf(cel.args[0], facts)
      return wanted === undefined ? undefined : cel.list.includes(wanted)
    }
    case '+':
    case '-':
    case '*':
      return calculated(cel.op, answerOf(cel.args[0], facts), answerOf(cel.args[1], facts))
    default:
      return compared(cel.op, answerOf(cel.args[0], facts), answerOf(cel.args[1], facts))
  }
}

/** `decisive` settles the matter whatever the other side is: false for &&, true for ||. */
function joined(args: readonly [Cel, Cel], facts: CelFacts, decisive: boolean): Answer {
  const answers = args.map((part) => answerOf(part, facts))
  if (answers.includes(decisive)) return decisive
  return answers.every((answer) => typeof answer === 'boolean') ? !decisive : undefined
}

function compared(op: CelComparison, left: Answer, right: Answer): Answer {
  if (left === undefined || right === undefined || typeof left !== typeof right) return undefined
  if (op === '==') return left === right
  if (op === '!=') return left !== right
  if (op === '<') return left < right
  if (op === '<=') return left <= right
  return op === '>' ? left > right : left >= right
}

function calculated(op: CelArithmetic, left: Answer, right: Answer): Answer {
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  if (op === '+') return left + right
  return op === '-' ? left - right : left * right
}
