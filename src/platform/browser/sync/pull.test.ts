import { expect, test } from 'vitest'
import type { Block, Pin } from '../local/device-store.ts'
import { PlaceView } from '../local/view.ts'
import { startAnew } from './pull.ts'
import type { Unlocked } from './session.ts'

const [here, there] = ['34.71.04.1001', '34.71.04.1002']

test('a place that somebody may no longer read leaves their phone, and only that place', async () => {
  let blocks = [here, there, here].map((place, n) => ({ n, place }) as Block)
  const pins = new Map<string, Pin>()
  const store = {
    transaction: (_mode: string, _blocks: unknown, _pins: unknown, work: () => Promise<void>) => work(),
    blocks: {
      where: () => ({
        equals: (place: string) => ({
          delete: async () => {
            blocks = blocks.filter((block) => block.place !== place)
          },
        }),
      }),
    },
    pins: { put: async (pin: Pin) => void pins.set(pin.place, pin) },
  }
  const view = new PlaceView(here)
  view.takeFromServer([{ collection: 'people.person', id: 'p1', value: { name: 'Ibu Sari' } }])
  const pin = { place: here, name: 'Tegal Panggung', cursor: '7|a|b', seq: 7, grant: 'x', syncedAt: null }
  await startAnew({ store } as unknown as Unlocked, pin, view)
  expect(blocks.map((block) => block.place)).toEqual([there])
  expect(view.baseRows()).toEqual([])
  expect(pins.get(here)).toMatchObject({ cursor: '', seq: 0, grant: '', name: 'Tegal Panggung' })
})
