// Devices that send by OpenRosa: let in with a secret of their own, and ended.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { handle } from '../../../platform/server/capability.ts'
import { deviceCollection, registerDevice, revokeDevice } from './device.ts'
import { deviceStore } from './store-device.ts'

export const deviceCommands = [
  handle(registerDevice, async ({ input, tx, place, actor, now, vault, changes }) => {
    await deviceStore(tx, place).add(input, actor.account, now, vault)
    changes.touch(deviceCollection, input.id)
  }),
  handle(revokeDevice, async ({ input, tx, place, now, changes }) => {
    const [device] = await deviceStore(tx, place).many([input.id])
    if (!device) throw new Refused([refuse('surveys.no-such-device', {}, 'id')])
    if (device.revokedAt) throw new Refused([refuse('surveys.device-revoked')])
    await deviceStore(tx, place).revoke(input.id, now)
    changes.touch(deviceCollection, input.id)
  }),
]
