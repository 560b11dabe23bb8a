// What an expression was found to refer to.

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
}
export type Call = { name: string; from: number; arguments: readonly Operand[] }
/** What stands at one side of a comparison, as far as the compiler cares. */
export type Operand =
  | { is: 'ref'; name: string }
  | { is: 'text'; value: string; at: number }
  | { is: 'word'; value: string; at: number; predicate: boolean }
  | { is: 'self' }
  | { is: 'other' }
export type Reading = {
  references: Reference[]
  calls: Call[]
  comparisons: { left: Operand; right: Operand }[]
  /** Names of steps that stand first in their path, with how many [ … ] are around them. */
  words: { name: string; depth: number }[]
  /** Reads its own value as '.', outside [ … ]. */
  self: boolean
  /** Steps of paths through the form that were written out (../name, //name), and the function around each; '*': any. */
  steps: { name: string; call: string }[]
}
