// A community may say no. The meeting is recorded, the refusal ends the programme, and that end is valid.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addDays, today } from '../../src/kernel/day.ts'
import * as act from './acts.ts'
import { copyOf } from './copying.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
const day = today('Asia/Jakarta')
let town: Town
let desk: Device
let phone: Device

beforeAll(async () => {
  town = await newTown()
  await town.start()
  desk = new Device('desk', 'admin')
  phone = new Device('phone', 'facilitator')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const device of [desk, phone]) await device.picture(`dist/journeys/refusal-${device.name}.png`)
})
afterAll(async () => {
  for (const device of [desk, phone]) await device.close()
  await town.demolish()
})

test('a facilitator enrols the village she was invited to', async () => {
  await act.makeAccount(await desk.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const link = await act.invite(desk.page, village, 'facilitator', 'Dewi Lestari')
  await act.makeAccount(await phone.open(), link, 'Dewi Lestari', 'dewi')
  await act.enrol(
    phone.page,
    village,
    'Program Penanggulangan Kemiskinan di Perkotaan (P2KP)',
    addDays(day, -10),
  )
})

test('the meeting decides to refuse, without signal', async () => {
  const { page } = phone
  await page.evaluate(() => navigator.serviceWorker.ready)
  await phone.signal(false)
  await page.getByRole('link', { name: 'Kerjakan' }).first().click()
  await act.fillDate(page, 'date', addDays(day, -3))
  await page.locator('input[name=placeText]').fill('Balai RW 02')
  await page.getByRole('button', { name: 'Simpan dan langsung catat kehadiran' }).click()
  await act.attend(page, act.villagers(6))
  await page.getByRole('link', { name: 'Kembali ke rembug' }).first().click()
  await act.closeMeeting(page, {
    minutes: 'Warga belum bersedia melaksanakan program tahun ini.',
    decision: 'menolak',
  })
})

test('who copies the locked phone with all of it unsent reads nothing; its two tabs go on with the same outbox', async () => {
  const { page } = phone
  await expect.poll(() => act.unsent(page)).toBeGreaterThan(8)
  const unsent = await act.unsent(page)
  await page.goto(`${town.url}/d/${village}`)
  await page.getByRole('heading', { name: 'Buka sebagai Fasilitator' }).waitFor()
  expect(await page.title()).toBe('Rembug')
  const copied = await copyOf(page)
  expect(copied.length).toBeGreaterThan(20_000)
  const said = ['Dewi', 'dewi', 'Ratna', village, 'Balai', 'meetings.', 'Warga', 'queued', addDays(day, -3)]
  expect(said.filter((word) => copied.includes(word))).toEqual([])
  await act.unlockIfAsked(page)
  const beside = await phone.context.newPage()
  await beside.goto(`${town.url}/d/${village}`)
  await act.unlockIfAsked(beside)
  await expect.poll(() => act.unsent(beside)).toBeGreaterThanOrEqual(unsent)
  await beside.close()
})

test('the refusal is recorded as a valid end, and the stage cannot be closed any more', async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}`)
  await page.locator('a[href*="/tahap/"]').first().click()
  await page.getByRole('button', { name: 'Catat penolakan warga' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Catat penolakan warga' }).click()
  await phone.signal(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await act.allSent(page)
  await act.goTo(page, `/d/${village}`)
  await page.getByText('Ditolak warga').first().waitFor()
  await page.getByText('Ini akhir yang sah').first().waitFor()
  expect(await page.title()).toBe('Beranda · Rembug')
  const enrolments = (await act.feedOf(page, village)).filter(
    (row) => row.collection === 'programmes.enrolment',
  )
  expect(enrolments.map((row) => (row.value as { status: string }).status)).toEqual(['refused'])
  expect(phone.faults).toEqual([])
})
