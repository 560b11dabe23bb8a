// Files of forms on a phone: fetched once, and gone when no form names them.
import { afterEach, expect, test, vi } from 'vitest'
import { newDevice, openCopy } from '../../../platform/browser/local/device.testing.ts'
import { pinRow } from '../../../platform/browser/local/rows.ts'
import { sealJson } from '../../../platform/browser/local/seal.ts'
import { dropPin, keepPin } from '../../../platform/browser/sync/pull.ts'
import type { Unlocked } from '../../../platform/browser/sync/session.ts'
import { keepFile, localFile } from '../../../platform/browser/sync/uploads.ts'
import { type FormRow, formCollection } from '../library/form.ts'
import { keepFormFiles } from './form-files.ts'

const [here, there] = ['34.71.04.1001', '34.71.04.1002']
afterEach(() => vi.unstubAllGlobals())

const form = (id: string, md5: string): Pick<FormRow, 'id' | 'files'> => ({
  id,
  files: [{ name: 'kepala.csv', bytes: 4, md5, mediaType: 'text/csv' }],
})

async function read(open: Unlocked, place: string, row: Pick<FormRow, 'id' | 'files'>): Promise<void> {
  const pin = { place, name: place, cursor: '1|x', seq: 1, grant: '', syncedAt: null }
  await keepPin(open, place, place)
  const sealed = await pinRow(open.key, pin)
  await open.store.pins.put(sealed)
  const rows = [{ collection: formCollection, id: row.id, seq: 1, value: row }]
  await open.store.blocks.add({ place: sealed.place, sealed: await sealJson(open.key, rows) })
}

test('a file is fetched once; what another version replaced, and what a village had that was let go, goes', async () => {
  newDevice()
  const open = await openCopy()
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return new Response('list')
  })
  const blob = new Blob(['photo'])
  await keepFile(open, here, 'c1', { id: 'f1', mediaType: 'image/jpeg', bytes: 5, sha256: '0', blob })
  const held = () => open.store.contents.count()
  await read(open, here, form('a', '1'))
  await read(open, there, form('b', '1'))
  for (const each of [form('a', '1'), form('b', '1'), form('a', '1')]) await keepFormFiles(open, each)
  expect([asked.length, await held()]).toEqual([2, 3])
  await read(open, here, form('a', '2'))
  await keepFormFiles(open, form('a', '2'))
  expect([asked.length, await held()]).toEqual([3, 3])
  await dropPin(open, there)
  await read(open, here, form('a', '3'))
  await keepFormFiles(open, form('a', '3'))
  expect([asked.length, await held()]).toEqual([4, 2])
  expect(await (await localFile(open, 'f1'))?.text()).toBe('photo')
})
