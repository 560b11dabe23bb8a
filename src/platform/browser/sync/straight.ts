// A command that is given straight, not by the outbox: one whose answer is wanted at once.
import type { Command, Envelope } from '../../../kernel/command.ts'
import { newId } from '../../../kernel/id.ts'
import { call, Problem } from '../api.ts'
import { isOfTime, type Time, timeAnew, timeOf } from '../clock.ts'
import type { Phone } from './phone.ts'

/**
 * Gives the server's answer; throws Offline or Problem as `call` does. What is refused because of this device's clock goes
 * once more with the time of the server.
 */
export async function giveStraight<Input>(
  phone: Pick<Phone, 'open'>,
  command: Command<Input>,
  place: string,
  input: NoInfer<Input>,
  { id = newId(), time = timeOf(new Date()) }: { id?: string; time?: Time } = {},
): Promise<unknown> {
  const { name, version } = command
  const send = async (said: Time) => {
    const envelope: Omit<Envelope, 'name'> = {
      ...{ id, version, place, ...said },
      ...{ device: phone.open.device, input },
    }
    return (await call<{ answer: unknown }>('POST', `/api/commands/${name}`, envelope)).answer
  }
  try {
    return await send(time)
  } catch (error) {
    if (time.clock || !(error instanceof Problem && isOfTime(error.errors))) throw error
    return await send(timeAnew(time.at))
  }
}
