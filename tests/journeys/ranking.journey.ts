// A wealth ranking without a signal: three groups sort sixty households on one phone, one after the other, each blind to the others;
// the result is seen, the plenary settles it, and all of it arrives once there is signal.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { planMeeting } from '../../src/capabilities/meetings/commands.ts'
import { plan } from '../../src/capabilities/meetings/meetings.testing.ts'
import { registerMany } from '../../src/capabilities/people/household.ts'
import { addLocalPlaces } from '../../src/capabilities/places/local-place.ts'
import { neighbours } from '../../src/capabilities/workshops/ranking/ranking.testing.ts'
import { type Sorting, sortingCollection } from '../../src/capabilities/workshops/ranking/ranking.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
let town: Town
const phone = new Device('phone', 'facilitator')
let workshop = ''

beforeAll(async () => {
  town = await newTown()
  await town.start()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await phone.picture('dist/journeys/ranking.png')
})
afterAll(async () => {
  await phone.close()
  await town.demolish()
})

test('sixty households of two RT are on the phone, and a workshop is planned', async () => {
  const admin = new Device('desk', 'admin')
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const link = await act.invite(admin.page, village, 'facilitator', 'Dewi Lestari')
  await admin.close()
  const page = await phone.open()
  await act.makeAccount(page, link, 'Dewi Lestari', 'dewi')
  const { places, households, persons } = neighbours(60)
  await act.send(page, village, addLocalPlaces, { places })
  for (const from of [0, 40])
    await act.send(page, village, registerMany, {
      batch: newId(),
      households: households.slice(from, from + 40),
      persons: persons.slice(from * 4, (from + 40) * 4),
    })
  const planned = plan({ group: 'workshop', title: 'FGD kesejahteraan RW 01' })
  await act.send(page, village, planMeeting, planned)
  workshop = `/d/${village}/fgd/${planned.meeting}`
  await act.goTo(page, workshop)
  await page.getByRole('link', { name: 'Ranking kesejahteraan' }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForTimeout(1000)
})

test('without a signal three groups sort them by one key a card, and nobody sees the piles of another before', async () => {
  await phone.signal(false)
  const { page } = phone
  await act.inside(page, `${workshop}/peringkat/baru`)
  await page.locator('input[name=localPlaces]').first().check()
  await page.getByText('Kartu keluarga yang dipilah: 60 keluarga').waitFor()
  await page
    .getByLabel('Tanda keluarga sejahtera dan miskin')
    .fill('makan tiga kali sehari\npunya sawah sendiri')
  await page.getByRole('button', { name: 'Mulai ranking' }).click()
  await page.getByRole('heading', { name: /^Ranking RW 01/ }).waitFor()
  for (const [turn, label] of ['Ibu-ibu', 'Bapak-bapak', 'Pemuda'].entries()) {
    await page.getByRole('link', { name: 'Mulai memilah' }).first().click()
    await page.getByRole('heading', { name: `${label} memilah` }).waitFor()
    expect(await page.getByText('Skor', { exact: true }).count()).toBe(0)
    for (let card = 0; card < 60; card += 1)
      await page.keyboard.press(String(1 + ((card + (card % 7 === 0 ? turn : 0)) % 4)))
    await page.getByText('Semua kartu sudah di tumpukan').waitFor()
    await page.getByRole('button', { name: 'Simpan pilahan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan pilahan' }).click()
    await page.getByRole('heading', { name: /^Ranking RW 01/ }).waitFor()
  }
  await page.getByRole('heading', { name: 'Hasil' }).waitFor()
  await page.getByRole('heading', { name: /^Bahas di pleno \(9\)/ }).waitFor()
})

test('the plenary settles it, the sheet for the wall names nobody, and with signal all of it arrives', async () => {
  const { page } = phone
  await page.getByRole('link', { name: 'Catat keputusan pleno' }).click()
  await page.locator('input[name=women]').fill('21')
  await page.locator('input[name=men]').fill('14')
  await page.getByRole('button', { name: 'Tetapkan', exact: true }).click()
  await page.getByText('Pleno ').first().waitFor()
  await page.getByRole('link', { name: /Cetak lembar dinding/ }).click()
  const sheet = page.locator('.rb-sheet')
  await sheet.waitFor()
  expect(await sheet.textContent()).toMatch(/RT 01/)
  expect(await sheet.textContent()).not.toMatch(/Siti|Budi|Wibowo|Lestari/)
  await phone.signal(true)
  await act.allSent(page)
  const sortings = (await act.feedOf(page, village)).filter(
    ({ collection }) => collection === sortingCollection,
  )
  expect(sortings.map(({ value }) => (value as Sorting).piles.flat().length)).toEqual([60, 60, 60])
  expect(phone.faults).toEqual([])
})
