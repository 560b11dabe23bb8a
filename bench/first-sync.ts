// The first copy of a village of 1,025 households onto a phone: Chromium with the processor slowed four times
// and a line of 1.6 Mbit/s with 150 ms, from the chosen PIN until the copy is whole. Printed against the goal of
// 60 s and against the 39 min 19 s that users of a well-known peer reported for as many households; asserts nothing.
//   node scripts/node.mjs bench/first-sync.ts        (after npm run build; needs a Chromium)
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/browser.mjs'
import { createAccount } from '../src/capabilities/accounts/door.ts'
import { registerMany } from '../src/capabilities/people/household.ts'
import { chunk } from '../src/capabilities/people/people.testing.ts'
import { newId } from '../src/kernel/id.ts'
import { benchHouse, device, engines, envelope, ratio, type Signed } from './house.ts'

const place = '34.71.04.1002'
const households = 1025
const goalSeconds = 60
const peerSeconds = 39 * 60 + 19
const password = 'lumbung-padi-7-sawah'

async function fillVillage(address: string, signed: Signed): Promise<number> {
  let people = 0
  for (let at = 0; at < households; at += 50) {
    const batch = chunk(Math.min(50, households - at), at)
    people += batch.persons.length
    const body = JSON.stringify(envelope(registerMany, place, { batch: newId(), ...batch } as never))
    const { name: _, ...rest } = JSON.parse(body) as { name: string }
    const response = await fetch(`${address}/api/commands/${registerMany.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body: JSON.stringify({ ...rest, device }),
    })
    if (!response.ok) throw new Error(`${response.status}: ${(await response.text()).slice(0, 400)}`)
  }
  return people
}

const house = await benchHouse(engines[0] ?? 'PGlite')
const signed = await house.signIn([{ role: 'facilitator', place }])
const people = await fillVillage(house.address, signed)
await createAccount(house.house.services.owner, {
  name: 'Dewi Uji',
  user: 'dewi',
  password,
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
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
await devtools.send('Network.emulateNetworkConditions', {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 96_000,
})
const started = performance.now()
await page.evaluate((code) => {
  history.pushState(null, '', `/d/${code}/warga`)
  dispatchEvent(new PopStateEvent('popstate'))
}, place)
await page
  .getByText(new RegExp(`${new Intl.NumberFormat('id-ID').format(people)} warga`))
  .first()
  .waitFor({ timeout: 600_000 })
const seconds = (performance.now() - started) / 1000
console.table([
  {
    households,
    people,
    seconds: seconds.toFixed(1),
    'of the goal (60 s)': ratio(seconds, goalSeconds),
    'of the peer (2,359 s)': ratio(seconds, peerSeconds),
  },
])
await browser.close()
await house.close()
