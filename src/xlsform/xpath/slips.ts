// Why an expression cannot be read on, in the words of whoever wrote it.
import { wordOperators } from './grammar.ts'
import { type Token, XPathFault } from './tokens.ts'

/** Two numbers with a comma and no space between, as Indonesian writes decimals: 0,5. */
function decimalAt(tokens: readonly Token[], at: number): { written: string; mend: string } | null {
  const [before, comma, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (comma?.is !== 'op' || comma.value !== ',' || before?.is !== 'number' || after?.is !== 'number')
    return null
  if (before.to !== comma.from || comma.to !== after.from) return null
  return { written: `${before.value},${after.value}`, mend: `${before.value}.${after.value}` }
}

/** The first such number between two tokens. */
export function decimalAmong(tokens: readonly Token[], from: number, to: number) {
  for (let at = from; at < to; at++) {
    const found = decimalAt(tokens, at)
    if (found) return found
  }
  return null
}

/** An operand has ended and something follows that is no operator. */
export function unexpected(tokens: readonly Token[], at: number): XPathFault {
  const { is, value, from } = tokens[at] as Token
  if (is === 'op' && (value === ')' || value === ']'))
    return new XPathFault('xpath-bracket-extra', from, { written: value })
  const word = value.trim().toLowerCase()
  if ((is === 'name' || is === 'text') && wordOperators.has(word))
    return new XPathFault('xpath-symbol', from, { written: is === 'text' ? `"${value}"` : value, mend: word })
  const decimal = decimalAt(tokens, at)
  if (decimal) return new XPathFault('xpath-decimal-comma', from, decimal)
  return new XPathFault('xpath-operator-missing', from, { written: value.slice(0, 40) })
}

/** A value should stand here. */
export function noValue(tokens: readonly Token[], at: number, inPattern: boolean): XPathFault {
  const { is, value, from } = tokens[at] as Token
  if (is === 'op' && (value === ')' || value === ']') && at === 0)
    return new XPathFault('xpath-bracket-extra', from, { written: value })
  const before = tokens[at - 1]
  if (before?.is === 'op' && before.value === '/') return new XPathFault('xpath-division', before.from)
  if (inPattern) return new XPathFault('regex-unquoted', from)
  return new XPathFault('xpath-value-missing', from, { written: value.slice(0, 40) })
}
