// Asking the server whether numbers are on record. It is a command, given at once: it needs the line, and a
// number never stands in an address.
import type { Phone } from '../../../platform/browser/sync/phone.ts'
import { giveStraight } from '../../../platform/browser/sync/straight.ts'
import { type Found, findNumber } from '../asking.ts'

const most = 1000

/** The records that hold these numbers, by number. Throws Offline or Problem as `call` does. */
export async function findNumbers(
  phone: Phone,
  place: string,
  kind: 'nik' | 'kk',
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>()
  for (let from = 0; from < numbers.length; from += most) {
    const some = numbers.slice(from, from + most)
    const input = { kind, numbers: [...some] }
    const { found } = (await giveStraight(phone, findNumber, place, input)) as Found
    for (const { index, id } of found) owners.set(some[index] as string, id)
  }
  return owners
}
