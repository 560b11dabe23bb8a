// A wealth ranking of 600 households by 5 sorters on a slow phone and on a slow desk: Chromium with the processor slowed four
// times. What a frame costs while a card is dragged over all piles, until a dropped card lies there, and until the result of five
// sorters stands there. Printed as a share of the goal; asserts nothing.
//   node scripts/node.mjs bench/ranking.ts        (after npm run build; needs a Chromium)
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../scripts/browser.mjs'
import { createAccount } from '../src/capabilities/accounts/door.ts'
import { planMeeting } from '../src/capabilities/meetings/commands.ts'
import { plan } from '../src/capabilities/meetings/meetings.testing.ts'
import { registerMany } from '../src/capabilities/people/household.ts'
import { addLocalPlaces } from '../src/capabilities/places/local-place.ts'
import { dealt, neighbours, ranking } from '../src/capabilities/workshops/ranking/ranking.testing.ts'
import { sortCards, startRanking } from '../src/capabilities/workshops/ranking/ranking.ts'
import type { Command } from '../src/kernel/command.ts'
import { newId } from '../src/kernel/id.ts'
import { benchHouse, device, engines, envelope, median, ratio } from './house.ts'

const place = '34.71.04.1002'
const households = 600
const sorters = 5
const goalMs = 16
const password = 'lumbung-padi-7-sawah'

const house = await benchHouse(engines[0] ?? 'PGlite')
const signed = await house.signIn([{ role: 'facilitator', place }])
async function give<Input>(command: Command<Input>, input: Input): Promise<void> {
  const { name: _, ...rest } = JSON.parse(JSON.stringify(envelope(command, place, input as never))) as {
    name: string
  }
  const response = await fetch(`${house.address}/api/commands/${command.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed },
    body: JSON.stringify({ ...rest, device }),
  })
  if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).slice(0, 400)}`)
}

const known = neighbours(households)
await give(addLocalPlaces, { places: known.places })
for (let at = 0; at < households; at += 50)
  await give(registerMany, {
    batch: newId(),
    households: known.households.slice(at, at + 50),
    persons: known.persons.slice(at * 4, (at + 50) * 4),
  })
const planned = plan({ group: 'workshop', title: 'FGD kesejahteraan' })
await give(planMeeting, planned)
const cards = known.households.map(({ id }) => id)
const named = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: newId(), label: `Kelompok ${i + 1}`, women: 3, men: 2 }))
const about = { meeting: planned.meeting, localPlaces: [known.rw], cards, on: planned.date }
const [sorted, open] = [
  ranking({ ...about, sorters: named(sorters) }),
  ranking({ ...about, sorters: named(3) }),
]
await give(startRanking, sorted)
await give(startRanking, open)
for (const [i, sorter] of sorted.sorters.entries())
  await give(sortCards, {
    ...{ id: newId(), ranking: sorted.id, sorter: sorter.id },
    piles: dealt([...cards.slice(i), ...cards.slice(0, i)], 6),
  })

await createAccount(house.house.services.owner, {
  ...{ name: 'Dewi Uji', user: 'dewi', password },
  holdings: [{ role: 'facilitator', place }],
})
const found = await findChromium()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: found.args,
  env: found.env,
})
const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
const devtools = await page.context().newCDPSession(page)
await page.goto(`${house.address}/masuk`)
await page.locator('input[name=user]').fill('dewi')
await page.locator('input[name=password]').fill(password)
await page.locator('form button[type=submit]').first().click()
await page.getByText('Buat PIN enam angka').first().waitFor()
const typePin = async () => {
  for (const digit of '271945') await page.getByRole('button', { name: digit, exact: true }).click()
}
await typePin()
await page.getByText('Ulangi PIN yang sama').waitFor()
await typePin()
await page.locator('header .rb-sync').waitFor()
const inside = (path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/d/${place}/${path}`)
await inside(`peringkat/${open.id}`)
await page.getByRole('heading', { name: /^Ranking RW 01/ }).waitFor({ timeout: 120_000 })
await page.waitForTimeout(2000)
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })

/** What the main thread does for each frame while something is dragged: the moves before it, then all that is drawn. */
async function frames(drag: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const kept = { costs: [] as number[], moves: 0, began: 0, on: true }
    Object.assign(window, { kept })
    addEventListener(
      'pointermove',
      () => {
        kept.began = performance.now()
      },
      { capture: true },
    )
    addEventListener('pointermove', () => {
      kept.moves += performance.now() - kept.began
    })
    const tick = () => {
      const start = performance.now()
      const { port1, port2 } = new MessageChannel()
      const moved = kept.moves
      kept.moves = 0
      port1.onmessage = () => {
        if (moved > 0) kept.costs.push(moved + performance.now() - start)
      }
      port2.postMessage(null)
      if (kept.on) requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await drag()
  return page.evaluate(() => {
    const { kept } = window as unknown as { kept: { costs: number[]; on: boolean } }
    kept.on = false
    return kept.costs
  })
}

async function dragged(at: Page, size: { width: number; height: number }) {
  await at.setViewportSize(size)
  await at.waitForTimeout(1500)
  // In the middle of the screen: at its foot it would lie under the row of piles.
  const handle = at.locator('.pile-grip').nth(2)
  await handle.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const grip = await handle.boundingBox()
  if (!grip) throw new Error('no card')
  const costs = await frames(async () => {
    await at.mouse.move(grip.x + 12, grip.y + 12)
    await at.mouse.down()
    await at.locator('.pile-ghost').waitFor({ timeout: 5000 })
    for (let turn = 0; turn < 4; turn += 1) {
      await at.mouse.move(size.width * 0.9, size.height * 0.85, { steps: 30 })
      await at.mouse.move(size.width * 0.3, size.height * 0.4, { steps: 30 })
    }
    const pile = await at.locator('.piles-dock button').nth(2).boundingBox()
    if (!pile) throw new Error('no pile')
    await at.mouse.move(pile.x + pile.width / 2, pile.y + pile.height / 2, { steps: 10 })
  })
  const drop = at.evaluate(async () => {
    const before = document.querySelector('.piles-dock')?.textContent
    const start = await new Promise<number>((done) =>
      addEventListener('pointerup', () => done(performance.now()), { capture: true, once: true }),
    )
    while (document.querySelector('.piles-dock')?.textContent === before && performance.now() - start < 5000)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - start
  })
  await at.waitForTimeout(100)
  await at.mouse.up()
  return { costs: costs.sort((a, b) => a - b), drop: await drop }
}

await inside(`peringkat/${open.id}/pilah/${open.sorters[0]?.id}`)
await page.locator('.one-piles button').first().waitFor()
for (let card = 0; card < 60; card += 1) await page.keyboard.press(String(1 + (card % 4)))
await inside(`peringkat/${open.id}/pilah/${open.sorters[0]?.id}?cara=semua`)
await page.locator('.pile-grip').first().waitFor()
const lines = []
for (const [where, size] of [
  ['phone, 360 x 740', { width: 360, height: 740 }],
  ['desk, 1280 x 800', { width: 1280, height: 800 }],
] as const) {
  const { costs, drop } = await dragged(page, size)
  const [typical, late] = [median(costs), costs[Math.floor(costs.length * 0.95)] ?? 0]
  lines.push({
    where,
    frames: costs.length,
    'ms a frame': typical.toFixed(1),
    'of 20 the slowest': late.toFixed(1),
    'of the goal (16 ms)': ratio(typical, goalMs),
    'slowest of 20, of the goal': ratio(late, goalMs),
    'dropped, ms': drop.toFixed(0),
  })
}
console.log(`${households} cards, processor 4x slower`)
console.table(lines)
await page.setViewportSize({ width: 360, height: 740 })
const started = performance.now()
await inside(`peringkat/${sorted.id}`)
await page.getByRole('heading', { name: 'Hasil', exact: true }).waitFor()
console.log(
  `The result of ${sorters} sorters stands there after ${Math.round(performance.now() - started)} ms.`,
)
await browser.close()
await house.close()
