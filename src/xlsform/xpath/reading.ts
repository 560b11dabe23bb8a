// What an expression was found to refer to.
import type { Token } from './tokens.ts'

export type Reference = {
  name: string
  from: number
  to: number
  /** Inside [ … ]: there the context is the item, so a relative path needs current(). */
  predicate: boolean
  /** Nearest function around it and which of its arguments it stands in, from 0. */
  call: string
  argument: number
  /** Inside quotes, as jr:choice-name wants its second argument. */
  quoted: boolean
  /** Its place among the tokens. */
  at: number
  /** The step that follows it, as in ${house}/roof; '' for none, '*' for any. */
  step: string
}
/** A call and the tokens it is made of, from its name to after its bracket; each argument likewise. */
export type Call = {
  name: string
  from: number
  at: number
  end: number
  arguments: readonly Operand[]
  spans: readonly (readonly [number, number])[]
}
/** What stands at one side of a comparison, as far as the compiler cares. */
export type Operand =
  | { is: 'ref'; name: string }
  | { is: 'text'; value: string; at: number }
  | { is: 'word'; value: string; at: number; predicate: boolean }
  | { is: 'number'; value: string }
  | { is: 'self' }
  /** Some other path. */
  | { is: 'nodes' }
  /** Surely no path: what an operator or most functions give. */
  | { is: 'value' }
  /** Surely yes or no. */
  | { is: 'truth' }
  | { is: 'other' }
/** The path of a list or a file, instance('id')/root/item[…]/column: its tokens, and those of its steps. */
export type ListPath = { id: string; at: number; end: number; steps: readonly number[] }
export type Reading = {
  tokens: readonly Token[]
  /** Places of the tokens and, or, div and mod where they are operators. */
  operators: ReadonlySet<number>
  references: Reference[]
  calls: Call[]
  comparisons: { left: Operand; right: Operand }[]
  /** Names of steps that stand first in their path, with how many [ … ] are around them, and whose the nearest is: ${r}[…]. */
  words: { name: string; from: number; depth: number; of: string }[]
  lists: ListPath[]
  /** Columns that are read inside the [ … ] of a list. */
  columns: { list: string; name: string; from: number }[]
  /** Reads its own value as '.', outside [ … ]. */
  self: boolean
  /** Steps of paths through the form that were written out (../name, //name), and the function around each; '*': any. */
  steps: { name: string; call: string }[]
}

export const isValue = ({ is }: Operand) => ['text', 'number', 'value', 'truth'].includes(is)
