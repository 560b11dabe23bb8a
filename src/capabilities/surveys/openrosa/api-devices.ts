// Devices that send by OpenRosa: let in with a secret of their own, and ended.

import { rolesAt } from '../../../kernel/place-code.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { handle } from '../../../platform/server/capability.ts'
import { issued } from '../../../platform/server/issued.ts'
import { surveyKeepers } from '../survey.ts'
import { deviceCollection, registerDevice, revokeDevice } from './device.ts'
import { deviceStore, devicesOf, endDevices } from './store-device.ts'

/** A device sends for whoever registered it, as long as they may register one there. */
export const deviceIssued = issued({
  what: deviceCollection,
  title: ['Ponsel dengan ODK atau KoboCollect', 'Phone with ODK or KoboCollect'],
  inFeed: true,
  running: devicesOf,
  stays: (left, { place }) =>
    rolesAt(left, place).some((role) => (surveyKeepers as readonly string[]).includes(role)),
  end: (tx, things, now) =>
    endDevices(
      tx,
      things.map(({ id }) => id),
      now,
    ),
})

export const deviceCommands = [
  handle(registerDevice, async ({ input, tx, place, actor, now, vault, changes }) => {
    await deviceStore(tx, place).add(input, actor.account, now, vault)
    changes.touch(deviceCollection, input.id)
  }),
  handle(revokeDevice, async ({ input, tx, place, now, changes }) => {
    const [device] = await deviceStore(tx, place).many([input.id])
    if (!device) throw new Refused([refuse('surveys.no-such-device', {}, 'id')])
    if (device.revokedAt) throw new Refused([refuse('surveys.device-revoked')])
    await endDevices(tx, [input.id], now)
    changes.touch(deviceCollection, input.id)
  }),
]
