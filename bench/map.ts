// A map of 5,000 homes on a slow phone: Chromium with the processor slowed four times, which has been at the map before and has
// all of the village. From the press of "Peta ..." until the homes are drawn, and how long a frame takes while the map is pushed.
// Printed against the goals of issue 11; asserts nothing.
//   node scripts/node.mjs bench/map.ts        (after npm run build; needs a Chromium)
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../scripts/browser.mjs'
import { createAccount } from '../src/capabilities/accounts/door.ts'
import { addFeatures } from '../src/capabilities/maps/feature.ts'
import { openMap } from '../src/capabilities/maps/map.ts'
import { enrol } from '../src/capabilities/programmes/enrolment.ts'
import { takenUp } from '../src/capabilities/programmes/shipped.testing.ts'
import type { Command } from '../src/kernel/command.ts'
import { addDays, today } from '../src/kernel/day.ts'
import { moved } from '../src/kernel/geometry.ts'
import { newId } from '../src/kernel/id.ts'
import * as act from '../tests/journeys/acts.ts'
import { benchHouse, device, engines, ratio } from './house.ts'

const village = '34.71.04.1002'
const homes = 5000
const goalMs = 2000
const frameMs = 16
const rounds = 5

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** From the press on the list until the dots are in the picture and a frame has shown them. */
async function opened(page: Page): Promise<number> {
  await act.inside(page, `/d/${village}/peta`)
  await page.getByRole('link', { name: 'Peta keluarga miskin' }).waitFor()
  return page.evaluate(async () => {
    const start = performance.now()
    const link = [...document.querySelectorAll('a')].find((each) =>
      each.textContent?.includes('Peta keluarga miskin'),
    )
    link?.click()
    while (!document.querySelector('.rb-marks-homes .rb-mark-body')) await new Promise(requestAnimationFrame)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  })
}

/** The middle of the frames while a finger pushes the map about. */
async function pushed(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const svg = document.querySelector('.rb-map > svg') as SVGSVGElement
    const box = svg.getBoundingClientRect()
    const at = (type: string, x: number, y: number) =>
      svg.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, bubbles: true, clientX: box.left + x, clientY: box.top + y }),
      )
    const frames: number[] = []
    at('pointerdown', 60, 60)
    for (let step = 1; step <= 60; step++) {
      const start = performance.now()
      at('pointermove', 60 + step * 3, 60 + step * 2)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      frames.push(performance.now() - start)
    }
    at('pointerup', 240, 180)
    return frames.sort((a, b) => a - b)[30] ?? 0
  })
}

const house = await benchHouse(engines[0] ?? 'PGlite')
const signed = await house.signIn([{ role: 'facilitator', place: village }])
const headers = { 'content-type': 'application/json', ...signed }

async function post(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${house.address}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} ${response.status}: ${(await response.text()).slice(0, 400)}`)
  return response.json()
}
async function give<Input>(command: Command<Input>, input: NoInfer<Input>): Promise<void> {
  const about = {
    id: newId(),
    version: command.version,
    place: village,
    at: new Date().toISOString(),
    device,
  }
  await post(`/api/commands/${command.name}`, { ...about, input })
}

const { definitions } = (await post('/api/queries/programmes.available', { place: village })) as {
  definitions: { id: string; key: string; newest: boolean }[]
}
const programme = definitions.find(({ id, newest }) => id === 'p2kp-2006' && newest)?.key ?? ''
const [enrolment, map, on] = [newId(), newId(), today('Asia/Jakarta')]
await give(enrol, { id: enrolment, programme, startOn: addDays(on, -40), ...takenUp })
await give(openMap, {
  id: map,
  enrolment,
  kind: 'poor_families',
  title: 'Peta keluarga miskin',
  on,
  base: null,
})
const spotOf = (i: number): [number, number] => {
  const [latitude, longitude] = moved([-7.7956, 110.3695], { x: (i % 71) * 26, y: Math.floor(i / 71) * 26 })
  return [latitude, longitude]
}
for (let at = 0; at < homes; at += 200)
  await give(addFeatures, {
    ...{ map, on },
    features: Array.from({ length: Math.min(200, homes - at) }, (_, i) => ({
      ...{ id: newId(), layer: 'homes' as const, shape: 'point' as const, spots: [spotOf(at + i)] },
      ...{
        name: `Rumah ${at + i}`,
        note: '',
        localPlace: null,
        photo: null,
        how: 'finger' as const,
        accuracy: null,
      },
    })),
  })

const password = 'lumbung-padi-7-sawah'
await createAccount(house.house.services.owner, {
  ...{ name: 'Dewi Uji', user: 'dewi', password },
  holdings: [{ role: 'facilitator', place: village }],
})
const { executablePath, args, env } = await findChromium()
const browser = await chromium.launch({ executablePath, args, env })
const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
await page.goto(`${house.address}/masuk`)
await page.locator('input[name=user]').fill('dewi')
await page.locator('input[name=password]').fill(password)
await page.locator('form button[type=submit]').first().click()
await act.choosePin(page)
await act.inside(page, `/d/${village}/peta/${map}`)
await page.getByText(/5\.?000 unsur/).waitFor({ timeout: 180_000 })
const devtools = await page.context().newCDPSession(page)
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
const opening: number[] = []
const pushing: number[] = []
for (let round = 0; round < rounds; round++) {
  opening.push(await opened(page))
  pushing.push(await pushed(page))
}
console.table([
  {
    what: 'opens, ms',
    middle: middle(opening).toFixed(0),
    'of the goal (2 s)': ratio(middle(opening), goalMs),
  },
  {
    what: 'a frame while pushed, ms',
    middle: middle(pushing).toFixed(1),
    'of 16 ms': ratio(middle(pushing), frameMs),
  },
])
await browser.close()
await house.close()
