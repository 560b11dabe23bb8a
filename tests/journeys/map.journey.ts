// Two residents draw the map of their village on two phones without signal; what both drew is made one, the map is closed with
// its makers, its gate turns green, and it comes out of a printer as one A3 sheet.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addDays, today } from '../../src/kernel/day.ts'
import * as act from './acts.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
let town: Town
let admin: Device
let phone: Device
let other: Device
const devices = () => [admin, phone, other]

beforeAll(async () => {
  town = await newTown()
  await town.start()
  admin = new Device('desk', 'admin')
  phone = new Device('phone', 'facilitator')
  other = new Device('phone', 'volunteer')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const device of devices()) await device.picture(`dist/journeys/map-${device.name}.png`)
})
afterAll(async () => {
  for (const device of devices()) await device.close()
  await town.demolish()
})

const ground = (page: Page) => page.locator('.rb-map > svg')
const here = { latitude: -7.7956, longitude: 110.3695, accuracy: 5 }

/** Standing there: the phone takes the point by itself. */
async function standAt(device: Device, north: number): Promise<void> {
  const { page } = device
  await device.context.setGeolocation({ ...here, latitude: here.latitude + north })
  await page.getByRole('button', { name: 'Di sini (GPS)' }).click()
  await page.getByText('1 titik').waitFor()
  await page.getByRole('button', { name: 'Berhenti' }).click()
}

async function draw(device: Device, layer: string, name: string, north: number): Promise<void> {
  const { page } = device
  await page.getByRole('radio', { name: layer }).click()
  await standAt(device, north)
  await page.getByLabel('Nama').fill(name)
  await page.getByRole('button', { name: 'Tambahkan' }).click()
}

test('a map is begun from its gate, and drawn on two phones without signal', async () => {
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const comes = async (device: Device, role: string, name: string, user: string) => {
    const link = await act.invite(admin.page, village, role, name)
    await act.makeAccount(await device.open(), link, name, user)
    await device.context.grantPermissions(['geolocation'])
  }
  await comes(phone, 'facilitator', 'Dewi Lestari', 'dewi')
  const { page } = phone
  const start = addDays(today('Asia/Jakarta'), -40)
  await act.enrol(page, village, 'Program Penanggulangan Kemiskinan di Perkotaan (P2KP)', start)
  const rows = await act.feedOf(page, village)
  const enrolment = rows.find((row) => row.collection === 'programmes.enrolment')?.id
  await act.inside(page, `/d/${village}/peta?jenis=institutions&pendaftaran=${enrolment}`)
  await page.getByRole('button', { name: 'Mulai menggambar' }).click()
  await ground(page).waitFor()
  await act.allSent(page)
  // Who comes now has the map with the first copy of the village.
  await comes(other, 'volunteer', 'Tukiman', 'tukiman')
  await act.inside(other.page, new URL(page.url()).pathname)
  await ground(other.page).waitFor()

  for (const device of [phone, other]) await device.signal(false)
  await draw(phone, 'Lembaga', 'Karang Taruna Mekar', 0)
  await page.getByRole('radio', { name: 'Persoalan' }).click()
  await page.getByText('Bidang', { exact: true }).click()
  for (const [x, y] of [
    [90, 90],
    [240, 90],
    [90, 220],
    [240, 220],
  ] as const)
    await ground(page).click({ position: { x, y } })
  await page.getByText('Bidang memotong dirinya sendiri').waitFor()
  await page.getByRole('button', { name: 'Batalkan' }).click()
  await page.getByRole('button', { name: 'Simpan ke peta' }).click()
  await page.getByText('2 unsur').waitFor()

  await draw(other, 'Lembaga', 'Karang taruna Mekar', 0.0001)
  await draw(other, 'Prasarana', 'Pos ronda', 0.002)
  await other.page.getByRole('button', { name: 'Simpan ke peta' }).click()
  await other.page.getByText('2 unsur').waitFor()
  for (const device of [phone, other]) {
    await device.signal(true)
    await act.allSent(device.page)
  }
})

test('what both drew becomes one, the map is closed, and its gate turns green', async () => {
  const { page } = other
  await page.getByText('4 unsur').waitFor()
  await act.inside(page, `${new URL(page.url()).pathname}/gabung`)
  await page.getByText('oleh Tukiman').waitFor()
  await page.getByRole('button', { name: 'Pakai ini' }).first().click()
  await page.getByText('Tidak ada yang tampak ganda').waitFor()
  await page.getByRole('link', { name: 'Kembali ke peta' }).click()
  await page.getByText('3 unsur').waitFor()
  await page.getByRole('link', { name: 'Tutup peta' }).click()
  await page.getByRole('button', { name: 'Tutup sebagai selesai' }).click()
  await page.getByText('Selesai digambar', { exact: true }).waitFor()
  await act.allSent(page)
  const told = JSON.stringify(
    (await act.feedOf(page, village)).filter((row) => row.collection === 'programmes.fact'),
  )
  expect(told).toMatch(/"map\.institutions\.drawn":\[true/)
})

test('it is printed on one sheet of A3, with what a map sheet states', async () => {
  const { page } = other
  await page.getByRole('link', { name: 'Cetak' }).click()
  await page.locator('.rb-sheet .rb-map > svg').waitFor()
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  mkdirSync('dist/journeys', { recursive: true })
  writeFileSync('dist/journeys/map.pdf', pdf)
  const info = execFileSync('pdfinfo', ['dist/journeys/map.pdf'], { encoding: 'utf8' })
  expect(info).toMatch(/Pages:\s+1\n/)
  expect(info).toMatch(/Page size:\s+119\d(\.\d+)? x 84\d/)
  const text = execFileSync('pdftotext', ['dist/journeys/map.pdf', '-'], { encoding: 'utf8' })
  for (const said of ['WGS84', 'Skala 1 :', 'Dewi Lestari', 'Tukiman', 'Lembaga (1)', 'Pos ronda'])
    expect(text).toContain(said)
})
