// How much one phone with Collect sends in a day: photos have an end, answers have none.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import { addStoredFiles } from '../../../platform/server/files.ts'
import { uploadsOfDay } from '../../../platform/server/http/upload-quota.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { fileKind, submissionCollection } from '../submission.ts'
import { deviceIn, message, photo, send } from './collect.testing.ts'
import { CollectVillage, filled } from './collect-village.testing.ts'

let here: CollectVillage
beforeAll(async () => {
  here = await CollectVillage.open()
}, 300_000)
afterAll(() => here.house.close())

test('a phone whose day is full keeps its photos until tomorrow; its answers and other phones come in', async () => {
  const { house, village, district } = here
  const facilitator = village.as('facilitator')
  const full = await deviceIn(house, village, facilitator)
  const other = await deviceIn(house, village, facilitator)
  // As a server finds it that starts anew: what was stored of today, up to the last half megabyte.
  await inPlace(house.db, village.place, nobody, (tx) =>
    addStoredFiles({ tx, place: village.place, district, now: new Date() }, [
      {
        ...{ id: newId(), kind: fileKind, mediaType: 'image/jpeg', sha256: '0'.repeat(64) },
        ...{ bytes: uploadsOfDay - 500_000, ownerCollection: submissionCollection, owner: newId() },
        ...{ by: facilitator.actor.account, device: `odk-${full.id}` },
      },
    ]),
  )
  const sendPhoto = (base: string, bytes: number) =>
    send(base, filled({ foto: 'rumah.jpg' }).xml, [{ name: 'rumah.jpg', bytes: photo(bytes) }])
  for (const bytes of [2_000_000, 501_000]) {
    const turned = await sendPhoto(full.keyed, bytes)
    expect(turned.status).toBe(429)
    expect(turned.headers.get('retry-after')).not.toBeNull()
    expect(message(turned)).toContain('batas satu hari (400 MB)')
  }
  expect((await here.counts()).rows).toBe(0)
  expect((await sendPhoto(full.keyed, 300_000)).status).toBe(201)
  expect((await sendPhoto(full.keyed, 300_000)).status).toBe(429)
  expect((await send(full.keyed, filled({ umur: '40' }).xml)).status).toBe(201)
  expect((await sendPhoto(other.keyed, 2_000_000)).status).toBe(201)
})
