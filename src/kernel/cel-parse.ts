// The one place that knows the CEL library. It is 25.8 KB gzip, an eighth of what a phone may load, so
// expressions are parsed where definitions are read and travel as the plain data of `cel.ts`.
// Allowed: facts (dotted names), whole numbers, texts, true and false; && || ! == != < <= > >= + - * in [..].
// No functions, no macros, no division: what a gate asks can always be read aloud.
import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import type { Cel, CelValue } from './cel.ts'

export const longestExpression = 600
export const deepestExpression = 40
const mostParts = 200

/** What is wrong with an expression, and at which character of it (from 0). `code` is a text key. */
export class CelError extends Error {
  readonly code: string
  readonly at: number
  readonly detail: string
  constructor(code: string, at: number, detail = '') {
    super(`${code} at ${at}: ${detail}`)
    this.name = 'CelError'
    this.code = code
    this.at = at
    this.detail = detail
  }
}

const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: mostParts, maxDepth: deepestExpression, maxListElements: 50 },
})

/** Parses an expression, or throws a `CelError` that says where it went wrong. */
export function parseCel(text: string): Cel {
  if (text.trim() === '') throw new CelError('cel.empty', 0)
  if (text.length > longestExpression)
    throw new CelError('cel.too-long', longestExpression, String(longestExpression))
  return converted(libraryTree(text))
}

function libraryTree(text: string): ASTNode {
  try {
    return environment.parse(text).ast
  } catch (error) {
    const { code, summary, node, range } = error as {
      code?: string
      summary?: string
      node?: { pos?: number }
      range?: { start: number }
    }
    const at = Math.min(node?.pos ?? range?.start ?? 0, text.length)
    if (code === 'limit_exceeded') throw new CelError('cel.too-deep', at, summary)
    throw new CelError('cel.syntax', at, summary ?? String(error))
  }
}

const binary = ['&&', '||', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*'] as const

function converted(node: ASTNode): Cel {
  const at = node.pos
  if (node.op === 'value') return { op: 'value', value: literal(node), at }
  if (node.op === 'id' || node.op === '.') return { op: 'fact', name: dotted(node), at: node.start }
  if (node.op === '!_') return { op: '!', args: [converted(node.args as ASTNode)], at }
  if (node.op === '-_') return negative(node.args as ASTNode, at)
  if (node.op === 'in') return membership(node.args as [ASTNode, ASTNode], at)
  const op = binary.find((each) => each === node.op)
  if (!op) throw new CelError('cel.not-supported', at, node.op)
  const [left, right] = node.args as [ASTNode, ASTNode]
  return { op, args: [converted(left), converted(right)], at }
}

/** `meeting.rkm.held` is one name, not a walk through three maps. */
function dotted(node: ASTNode): string {
  if (node.op === 'id') return node.args as string
  if (node.op !== '.') throw new CelError('cel.not-supported', node.pos, node.op)
  const [owner, field] = node.args as [ASTNode, string]
  return `${dotted(owner)}.${field}`
}

function literal(node: ASTNode): CelValue {
  const value: unknown = node.args
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
  throw new CelError('cel.not-supported', node.pos, typeof value === 'number' ? '0.5' : String(value))
}

function negative(node: ASTNode, at: number): Cel {
  const inner = node.op === 'value' ? literal(node) : undefined
  if (typeof inner !== 'number') throw new CelError('cel.not-supported', at, '-')
  return { op: 'value', value: -inner, at }
}

function membership([wanted, list]: [ASTNode, ASTNode], at: number): Cel {
  if (list.op !== 'list') throw new CelError('cel.not-supported', list.pos, 'in')
  const items = (list.args as ASTNode[]).map((item) => {
    if (item.op !== 'value') throw new CelError('cel.not-supported', item.pos, item.op)
    return literal(item)
  })
  return { op: 'in', args: [converted(wanted)], list: items, at }
}
