// The community surveys itself: a form out of Excel, thirty households on two phones without signal, one phone dead in
// the middle of a form, everything sent exactly once, one sent back and mended, approved, taken away, and the gates move.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { registerMany } from '../../src/capabilities/people/household.ts'
import { chunk } from '../../src/capabilities/people/people.testing.ts'
import { addDays, today } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { chooseMeeting, heldAndSigned } from './papers.ts'
import { type Filling, fillHouse, fillHousehold, finish, toTheEnd } from './survey-acts.ts'
import { excelForm } from './survey-form.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
const home = `/d/${village}/survei`
let town: Town
let admin: Device
let phone: Device
let other: Device
const devices = () => [admin, phone, other]
const households: string[] = []
let survey = ''

beforeAll(async () => {
  town = await newTown()
  await town.start()
  admin = new Device('desk', 'admin')
  phone = new Device('phone', 'facilitator')
  other = new Device('phone', 'volunteer')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const device of devices()) await device.picture(`dist/journeys/survey-${device.name}.png`)
})
afterAll(async () => {
  for (const device of devices()) await device.close()
  await town.demolish()
})

test('a facilitator enrols the village, knows its households, and a volunteer comes with a phone', async () => {
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const link = await act.invite(admin.page, village, 'facilitator', 'Dewi Lestari')
  await act.makeAccount(await phone.open(), link, 'Dewi Lestari', 'dewi')
  const second = await act.invite(admin.page, village, 'volunteer', 'Tukiman')
  await act.makeAccount(await other.open(), second, 'Tukiman', 'tukiman')
  await act.enrol(
    phone.page,
    village,
    'Program Penanggulangan Kemiskinan di Perkotaan (P2KP)',
    addDays(today('Asia/Jakarta'), -40),
  )
  const known = chunk(30)
  households.push(...known.households.map((each) => each.id))
  await act.send(phone.page, village, registerMany, {
    batch: newId(),
    households: known.households.map((each) => ({ ...each, kk: null })),
    persons: known.persons.map((each) => ({ ...each, nik: null, noNik: 'unknown' as const })),
  })
})

test('a form out of Excel is refused with sheet, row and mend, then taken in', async () => {
  const { page } = phone
  await act.goTo(page, `${home}/formulir/impor`)
  const file = page.locator('input[type=file]').first()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await file.setInputFiles({ name: 'survei.xlsx', mimeType, buffer: await excelForm(true) })
  await page
    .getByText(/water_kin\b/)
    .first()
    .waitFor()
  await file.setInputFiles({ name: 'survei.xlsx', mimeType, buffer: await excelForm() })
  await page.getByText('Survei keluarga kami').first().waitFor()
  await act.tick(page, 'Survei keluarga miskin')
  await page
    .getByRole('button', { name: /^(Impor|Bawa masuk|Simpan)/ })
    .first()
    .click()
  await act.allSent(page)
})

test('the survey of poor families is opened with it', async () => {
  const { page } = phone
  await act.goTo(page, `${home}/baru?jenis=poor_families`)
  await page.getByText('Survei keluarga kami').first().waitFor()
  await act.tick(page, 'Survei keluarga kami')
  await page.getByRole('button', { name: 'Periksa', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Buka survei ini' }).click()
  await page.waitForURL(/\/survei\/[0-9a-f-]{36}$/)
  survey = new URL(page.url()).pathname
  await act.allSent(page)
  for (const device of [phone, other]) {
    await act.goTo(device.page, survey)
    await device.page.getByText(/30/).first().waitFor()
    await device.page.evaluate(() => navigator.serviceWorker.ready)
    await device.context.grantPermissions(['geolocation'], { origin: town.url })
    await device.context.setGeolocation({ latitude: -7.7971, longitude: 110.3711, accuracy: 4 })
  }
})

const filling = (n: number): Filling => ({
  household: households[n] ?? '',
  name: `Keluarga ${n}`,
  rooms: (n % 5) + 1,
  photo: n % 10 === 0,
  members: n % 3 === 0 ? ['Bapak', 'Ibu'] : ['Ibu'],
})

test('thirty households on two phones without signal; one phone dies in the middle of a form', async () => {
  for (const device of [phone, other]) await device.signal(false)
  const many = async (page: Page, from: number, to: number) => {
    for (let n = from; n < to; n++) await fillHousehold(page, survey, filling(n))
  }
  await Promise.all([many(phone.page, 0, 10), many(other.page, 15, 30)])
  // The answers so far are kept; the battery falls out before the form is done.
  await act.inside(phone.page, `${survey}/isi?keluarga=${households[10]}`)
  await phone.page.getByRole('button', { name: 'Berikutnya' }).click()
  await fillHouse(phone.page, 7)
  await phone.page.waitForTimeout(600)
  await phone.dropDead()
  const page = await phone.open()
  await phone.signal(false)
  await phone.context.grantPermissions(['geolocation'], { origin: town.url })
  await phone.context.setGeolocation({ latitude: -7.7972, longitude: 110.3714, accuracy: 4 })
  await page.goto(`${town.url}${survey}/isi?keluarga=${households[10]}`)
  await act.unlockIfAsked(page)
  await page.getByLabel('Jumlah kamar').waitFor()
  expect(await page.getByLabel('Jumlah kamar').inputValue()).toBe('7')
  await finish(page, filling(10))
  await many(page, 11, 15)
  expect(await act.unsent(page)).toBeGreaterThanOrEqual(15)
}, 900_000)

type Submission = { id: string; household: string; state: string; missing: number; name: string }

const submissions = async (page: Page): Promise<Submission[]> =>
  (await act.feedOf(page, village))
    .filter((row) => row.collection === 'surveys.submission' && row.value !== null)
    .map((row) => row.value as Submission)

test('with signal again all thirty arrive exactly once, photos too', async () => {
  for (const device of [phone, other]) {
    await device.signal(true)
    await device.page.evaluate(() => dispatchEvent(new Event('online')))
    await act.allSent(device.page)
  }
  await expect
    .poll(async () => (await submissions(phone.page)).filter((each) => each.missing > 0).length, {
      timeout: 60_000,
    })
    .toBe(0)
  const rows = await submissions(phone.page)
  expect(rows).toHaveLength(30)
  expect(new Set(rows.map((row) => row.household))).toEqual(new Set(households))
})

test('one is sent back, mended on the phone that made it, and all are approved', async () => {
  const { page } = phone
  const [wrong] = (await submissions(page)).filter((each) => each.household === households[20])
  await act.goTo(page, `${survey}/isian/${wrong?.id}`)
  await page.getByRole('button', { name: 'Kembalikan' }).first().click()
  await page.getByRole('dialog').getByLabel('Komentar').fill('Jumlah kamar perlu dilihat lagi.')
  await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan' }).click()
  await act.allSent(page)
  await act.goTo(other.page, home)
  await other.page.getByRole('link', { name: 'Perbaiki' }).first().click()
  await other.page.getByText('Keluarga siapa?').first().waitFor()
  await other.page.getByRole('button', { name: 'Berikutnya' }).click()
  await other.page.getByLabel('Jumlah kamar').fill('9')
  await toTheEnd(other.page)
  await other.page.getByRole('button', { name: 'Kirim', exact: true }).click()
  await act.allSent(other.page)
  await act.goTo(page, `${survey}/periksa`)
  // The mended one has come down to this phone too: what is chosen is all that is shown.
  await page
    .getByText(/^30 isian/)
    .first()
    .waitFor()
  await page.getByLabel('Pilih semua yang tampil').click()
  await page.getByRole('button', { name: 'Setujui' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
  await act.allSent(page)
  const rows = await submissions(page)
  expect(rows.map((row) => row.state)).toEqual(Array(30).fill('approved'))
  expect(rows.find((row) => row.household === households[20])?.name).toBe('Kamar 9')
})

test('the answers are taken away as tables', async () => {
  const { page } = phone
  await act.goTo(page, `${survey}/unduh`)
  await page.getByText('CSV (zip)').click()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh', exact: true }).click(),
  ])
  await page.getByText('Berkas tersimpan').first().waitFor()
  const file = await saved.path()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('Excel is given a password of its own, reads by it until it is ended, and nobody sees it again', async () => {
  const { page } = phone
  await page.getByRole('link', { name: 'Sambungkan ke Excel' }).click()
  await page.getByLabel('Nama sambungan').fill('Excel kantor')
  await page.getByRole('button', { name: 'Buat sambungan' }).click()
  const copied = page.locator('dl code')
  await copied.nth(2).waitFor()
  const [address = '', user, password] = await copied.allTextContents()
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const read = () => fetch(`${address}/Submissions?$count=true&$top=1`, { headers: { authorization } })
  expect(await (await read()).json()).toMatchObject({ '@odata.count': 30 })
  for (const within of [page, page.getByRole('dialog')])
    await within.getByRole('button', { name: 'Sudah disalin' }).last().click()
  await page.getByText(password ?? '').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Akhiri Excel kantor' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Akhiri' }).click()
  await act.allSent(page)
  expect((await read()).status).toBe(401)
})

test('agreed, closed and listed, the survey opens the gates of stage 3', async () => {
  const { page } = phone
  // Not the day on which the journey began: the survey is closed today, and no meeting before that says what it found.
  const meetingDay = today('Asia/Jakarta')
  const title = 'Rembug pemetaan swadaya'
  await heldAndSigned(page, other.page, village, title, meetingDay)
  const inTheMeeting = () => chooseMeeting(page, title)
  await act.goTo(page, `${survey}/kesepakatan/kriteria`)
  await inTheMeeting()
  await page.locator('textarea[name=points]').fill('Rumah berlantai tanah\nTanpa jamban sendiri')
  const recorded = () => page.waitForURL(`**${survey}`)
  await page.getByRole('button', { name: 'Catat kesepakatan' }).click()
  await recorded()
  await act.goTo(page, `${survey}/tutup`)
  await act.tick(page, 'Selesai')
  await page.getByRole('button', { name: 'Tutup survei' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tutup survei' }).click()
  await recorded()
  await act.goTo(page, `${survey}/daftar`)
  await page
    .locator('main label')
    .filter({ hasText: /Siti|Budi|Agus/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Simpan daftar' }).click()
  await act.allSent(page)
  await act.goTo(page, `${survey}/kesepakatan/hasil`)
  await inTheMeeting()
  await page.getByRole('button', { name: 'Catat kesepakatan' }).click()
  await recorded()
  await act.allSent(page)
  await act.goTo(page, `/d/${village}`)
  const stage = await page.locator('a[href*="/tahap/"]').first().getAttribute('href')
  await act.goTo(page, stage?.replace(/[^/]+$/, 'mapping') ?? '')
  await page.getByText(/^Terpenuhi: /).click()
  for (const gate of ['Daftar keluarga miskin selesai dan disepakati'])
    await page
      .locator('li')
      .filter({ hasText: gate })
      .getByText('Terpenuhi', { exact: true })
      .first()
      .waitFor()
  for (const device of devices()) expect(device.faults).toEqual([])
})
