// Every screen of a village, on a phone and on a desk, in light and in dark: axe finds nothing, nothing is
// wider than the screen, nothing breaks. Played on the demonstration, whose villages are at many points.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/apps/demo/accounts.ts'
import { tegalPanggung as village } from '../../src/capabilities/places/demo-places.ts'
import * as act from './acts.ts'
import { Device, newTown, type Town } from './town.ts'

let town: Town
const devices: Device[] = []

beforeAll(async () => {
  town = await newTown()
  await town.start('--demo')
})
afterAll(async () => {
  for (const device of devices) await device.close()
  await town.demolish()
})

/** The screens of a village, and of the person, that a facilitator opens. */
const screens = [
  '/',
  `/d/${village}`,
  `/d/${village}/program/baru`,
  `/d/${village}/rapat`,
  `/d/${village}/rapat?bagian=pelatihan`,
  `/d/${village}/rapat?bagian=selesai`,
  `/d/${village}/rapat/baru`,
  `/d/${village}/pelatihan/baru`,
  `/d/${village}/relawan`,
  `/d/${village}/relawan/baru`,
  `/d/${village}/warga`,
  `/d/${village}/warga/baru`,
  `/d/${village}/warga/impor`,
  `/d/${village}/surat`,
  `/d/${village}/surat/baru`,
  `/d/${village}/surat/kop`,
  `/d/${village}/wilayah`,
  `/d/${village}/tim`,
  '/kotak-keluar',
  '/akun',
  '/tidak-ada',
]

async function signIn(size: 'phone' | 'desk', user: string): Promise<Device> {
  const device = new Device(size, `${user}-${size}`)
  devices.push(device)
  const page = await device.open()
  await page.goto(`${town.url}/masuk`)
  await page.locator('input[name=user]').fill(user)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('form button[type=submit]').first().click()
  await act.choosePin(page)
  return device
}

type Finding = { screen: string; what: string }

async function look(device: Device, paths: readonly string[], scheme: 'light' | 'dark'): Promise<Finding[]> {
  const { page } = device
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  const found: Finding[] = []
  for (const path of paths) {
    await act.inside(page, path)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForTimeout(400)
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (wide > 0) found.push({ screen: path, what: `${wide} px wider than the screen` })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    for (const each of violations)
      found.push({ screen: path, what: `${each.id}: ${each.nodes[0]?.html.slice(0, 160)}` })
    const folder = process.env.REMBUG_LOOKS
    if (folder) await device.picture(`${folder}/${device.size}-${scheme}-${path.replaceAll(/\W+/g, '_')}.png`)
  }
  return found
}

test("a facilitator's screens on a phone, in light and in dark", async () => {
  const device = await signIn('phone', 'fasilitator')
  expect(await look(device, screens, 'light')).toEqual([])
  expect(await look(device, screens.slice(0, 12), 'dark')).toEqual([])
  expect(device.faults).toEqual([])
}, 400_000)

test("an officer's screens on a desk", async () => {
  const device = await signIn('desk', 'kota')
  const desk = [
    '/',
    '/kemajuan/34.71',
    '/definisi/34.71',
    '/daftar/34.71',
    `/d/${village}`,
    `/d/${village}/rapat`,
    '/tim/34.71',
    '/akun',
  ]
  expect(await look(device, desk, 'light')).toEqual([])
  expect(await look(device, desk, 'dark')).toEqual([])
  expect(device.faults).toEqual([])
}, 300_000)
