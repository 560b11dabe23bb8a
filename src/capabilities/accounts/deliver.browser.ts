// Commands about people are wanted at once: sent straight when there is a line, and kept in the outbox
// under the same id when there is none, so that they never happen twice.
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { Offline, Unavailable } from '../../platform/browser/api.ts'
import { timeOf } from '../../platform/browser/clock.ts'
import type { Phone } from '../../platform/browser/sync/phone.ts'
import { giveStraight } from '../../platform/browser/sync/straight.ts'

/** Resolves when the server took it (`done`) or it waits for a line or for a place out of reach (`queued`); a refusal is thrown as a Problem. */
export async function deliver<Input>(
  phone: Phone,
  command: Command<Input>,
  place: string,
  input: NoInfer<Input>,
): Promise<'done' | 'queued'> {
  const id = newId()
  const time = timeOf(new Date())
  try {
    await giveStraight(phone, command, place, input, { id, time })
    return 'done'
  } catch (error) {
    if (!(error instanceof Offline || error instanceof Unavailable)) throw error
    await phone.give(command, place, input, { id, time })
    return 'queued'
  }
}
