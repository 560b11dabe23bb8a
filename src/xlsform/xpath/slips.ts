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

/** 1,000,000: thousands as English writes them. */
function groupsAt(tokens: readonly Token[], at: number): { written: string; mend: string } | null {
  const parts = tokens.slice(at - 1, at + 4)
  const written = parts.map(({ value }) => value).join('')
  const whole = parts.every((part, index) => index === 0 || part.from === parts[index - 1]?.to)
  return whole && /^\d{1,3},\d{3},\d{3}$/.test(written) ? { written, mend: written.replace(/,/g, '') } : null
}

/** The first such number between two tokens. */
export function decimalAmong(tokens: readonly Token[], from: number, to: number) {
  for (let at = from; at < to; at++) {
    const found = decimalAt(tokens, at)
    if (found) return found
  }
  return null
}

/** Operators as they are spoken, and what is written. */
const spoken: Readonly<Record<string, string>> = {
  ...{ dan: 'and', atau: 'or', bagi: 'div', dibagi: 'div', kali: '*', tambah: '+', kurang: '-', sisa: 'mod' },
  ...{
    sama_dengan: '=',
    between: '>= … and … <=',
    antara: '>= … and … <=',
    in: '= … or … =',
    like: 'contains(a, b)',
  },
}
const negations = new Set(['not', 'bukan', 'tidak'])

/** An operand has ended and something follows that is no operator. */
export function unexpected(tokens: readonly Token[], at: number): XPathFault {
  const { is, value, from } = tokens[at] as Token
  if (is === 'op' && (value === ')' || value === ']'))
    return new XPathFault('xpath-bracket-extra', from, { written: value })
  const word = value.trim().toLowerCase()
  if ((is === 'name' || is === 'text') && wordOperators.has(word))
    return new XPathFault('xpath-symbol', from, { written: is === 'text' ? `"${value}"` : value, mend: word })
  const before = tokens[at - 1]
  if (before?.is === 'name' && negations.has(before.value.toLowerCase()))
    return new XPathFault('xpath-symbol', before.from, { written: before.value, mend: 'not( … )' })
  if (is === 'name' && Object.hasOwn(spoken, word))
    return new XPathFault('xpath-symbol', from, { written: value, mend: spoken[word] ?? '' })
  const amount = groupsAt(tokens, at)
  if (amount) return new XPathFault('xpath-thousands', from, amount)
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
