// Asking the server whether numbers are on record. It is a command, given at once: it needs the line, and a
// number never stands in an address.
import { newId } from '../../../kernel/id.ts'
import { call } from '../../../platform/browser/api.ts'
import type { Phone } from '../../../platform/browser/sync/phone.ts'
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
    const { answer } = await call<{ answer: Found }>('POST', `/api/commands/${findNumber.name}`, {
      id: newId(),
      version: findNumber.version,
      place,
      at: new Date().toISOString(),
      device: phone.open.device,
      input: { kind, numbers: some },
    })
    for (const { index, id } of answer.found) owners.set(some[index] as string, id)
  }
  return owners
}
