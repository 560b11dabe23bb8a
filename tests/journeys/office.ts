// A village with an office, for journeys about paper and programmes: one town, and in it an administrator, a facilitator with a
// phone, one at a desk, and the secretary who checks what they typed.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { definitionKey } from '../../src/capabilities/programmes/door.ts'
import { enrol } from '../../src/capabilities/programmes/enrolment.ts'
import { addDays, today } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { nation } from '../../src/kernel/place-code.ts'
import * as act from './acts.ts'
import { Device, newTown, type Town } from './town.ts'

export const village = '34.71.04.1002'
export const day = today('Asia/Jakarta')

/** Opens the town before the tests of this file, and the office as the first of them; takes pictures of what fails. */
export function officeHere() {
  const people = {
    admin: new Device('desk', 'admin'),
    phone: new Device('phone', 'facilitator'),
    desk: new Device('desk', 'second facilitator'),
    secretary: new Device('desk', 'secretary'),
  }
  const devices = Object.values(people)
  let town: Town
  beforeAll(async () => {
    town = await newTown()
    await town.start()
  })
  test('who works in the office of the village has an account', async () => {
    await act.makeAccount(await people.admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
    for (const [device, role, name, user] of [
      [people.phone, 'facilitator', 'Dewi Lestari', 'dewi'],
      [people.desk, 'facilitator', 'Rini Astuti', 'rini'],
      [people.secretary, 'board-secretary', 'Tukiman', 'tukiman'],
    ] as const)
      await act.makeAccount(
        await device.open(),
        await act.invite(people.admin.page, village, role, name),
        name,
        user,
      )
  })
  afterAll(async () => {
    for (const device of devices) await device.close()
    await town.demolish()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const device of devices) await device.picture(`dist/journeys/paper-${device.name}.png`)
  })
  return { ...people, nothingBroke: () => expect(devices.flatMap(({ faults }) => faults)).toEqual([]) }
}

/** The village takes a programme up from so many days back on. */
export async function takeUp(device: Device, programme: string, days: number): Promise<string> {
  const id = newId()
  await act.send(device.page, village, enrol, {
    ...{ id, programme: definitionKey(programme, 1, nation), startOn: addDays(day, -days) },
    ...{ subject: null, archive: false, afterEra: true, category: null, eligibility: {} },
  })
  return id
}
