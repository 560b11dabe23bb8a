// Commands about people are wanted at once: sent straight when there is a line, and kept in the outbox
// under the same id when there is none, so that they never happen twice.
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { call, Offline, Unavailable } from '../../platform/browser/api.ts'
import type { Phone } from '../../platform/browser/sync/phone.ts'

/** Resolves when the server took it (`done`) or it waits for a line or for a place out of reach (`queued`); a refusal is thrown as a Problem. */
export async function deliver<Input>(
  phone: Phone,
  command: Command<Input>,
  place: string,
  input: NoInfer<Input>,
): Promise<'done' | 'queued'> {
  const id = newId()
  const at = new Date()
  const { version, name } = command
  try {
    await call('POST', `/api/commands/${name}`, {
      id,
      version,
      place,
      at: at.toISOString(),
      device: phone.open.device,
      input,
    })
    return 'done'
  } catch (error) {
    if (!(error instanceof Offline || error instanceof Unavailable)) throw error
    await phone.give(command, place, input, { id, at })
    return 'queued'
  }
}
