// Whose address counts as one, wherever something is counted by address.
import { isIPv6 } from 'node:net'

/** The eight groups of an IPv6 address, however it was spelled. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const parts = (side: string) => (side === '' ? [] : side.split(':'))
  const [before, after] = [parts(head), parts(tail ?? '')]
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    Number.parseInt(group, 16).toString(16),
  )
}

/**
 * The address by which something is counted: of IPv6 the part that one household or office has (/64, RFC 6177), in one
 * spelling; of IPv4, also where it is written as IPv6, the whole.
 */
export function countedAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? groupsOf(plain).slice(0, 4).join(':') : plain
}
