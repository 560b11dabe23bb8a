// The first village, from the set-up link to a closed stage: online, then three weeks without signal, a
// phone that dies, and everything there exactly once.
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addDays, today } from '../../src/kernel/day.ts'
import * as act from './acts.ts'
import { secondOfficer } from './duties-acts.ts'
import { attachMinutes, checkPaper } from './papers.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
const day = today('Asia/Jakarta')
const startOn = addDays(day, -21)
const meetingOn = addDays(day, -14)
const firstTrainingDay = addDays(day, -5)
const present = act.villagers(42)

let town: Town
let admin: Device
let phone: Device
let office: Device
let letter = ''

beforeAll(async () => {
  town = await newTown()
  await town.start()
  admin = new Device('desk', 'admin')
  phone = new Device('phone', 'facilitator')
  office = new Device('desk', 'head')
})
afterAll(async () => {
  for (const device of [admin, phone, office]) await device.close()
  await town.demolish()
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const device of [admin, phone, office]) await device.picture(`dist/journeys/failed-${device.name}.png`)
})

/** Pictures for the README, made by the journey itself when REMBUG_SCREENS names a folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.REMBUG_SCREENS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}

/** Prints the page as a phone would, keeps the PDF to be looked at, and holds it against F4: 215 x 330 mm. */
async function paper(page: Page, name: string): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  mkdirSync('dist/journeys', { recursive: true })
  writeFileSync(`dist/journeys/${name}.pdf`, pdf)
  const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf.toString('latin1'))
  expect(Number(box?.[1])).toBeCloseTo((215 / 25.4) * 72, -1)
  expect(Number(box?.[2])).toBeCloseTo((330 / 25.4) * 72, -1)
}

test('the set-up link makes the first administrator, once', async () => {
  const page = await admin.open()
  await act.makeAccount(page, town.setupLink, 'Ratna Dewi', 'ratna')
  await page.getByRole('heading', { name: 'Desa saya' }).waitFor()
  await page.goto(town.setupLink)
  await expect.poll(() => page.getByText('Buat akun').count()).toBe(0)
})

test('Tegal Panggung is found by a misspelt name and takes up P2KP', async () => {
  const { page } = admin
  await act.goTo(page, '/')
  await page.locator('input#place').fill('tegal pangung')
  await page.getByText('Kelurahan Tegalpanggung').first().click()
  await page.getByRole('link', { name: 'Daftarkan ke program' }).click()
  await page.getByText('Program Penanggulangan Kemiskinan di Perkotaan (P2KP)').click()
  await act.runAfterEra(page)
  await act.fillDate(page, 'startOn', startOn)
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click()
  await page.getByRole('heading', { name: /P2KP/ }).waitFor()
  expect(await page.getByRole('list', { name: 'Siklus program' }).getByRole('listitem').count()).toBe(7)
  await act.allSent(page)
  await picture(page, 'siklus-desktop')
})

test('a facilitator and the village head are invited by link, and make their own accounts', async () => {
  const facilitatorLink = await act.invite(admin.page, village, 'facilitator', 'Dewi Lestari')
  const headLink = await act.invite(admin.page, village, 'village-head', 'Bambang Suryono')
  await act.makeAccount(await phone.open(), facilitatorLink, 'Dewi Lestari', 'dewi')
  await act.makeAccount(await office.open(), headLink, 'Bambang Suryono', 'bambang')
  await act.goTo(phone.page, `/d/${village}`)
  await phone.page.getByRole('heading', { name: /P2KP/ }).waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready)
  await picture(phone.page, 'siklus-ponsel')
})

test('the head waits for a second officer, and the server’s keeper is it here; what is offered waits for a yes', () =>
  secondOfficer({ office: office.page, admin: admin.page, phone: phone.page }, town, village, picture))

test('while there is signal, the letterhead is set and the phone keeps letter numbers in stock', async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}/surat/kop`)
  await page.locator('input[name=unit]').fill('TGP')
  await page.locator('input[name=city]').fill('Yogyakarta')
  await page.getByRole('button', { name: 'Simpan kop surat' }).click()
  await act.allSent(page)
  await act.goTo(page, `/d/${village}/surat`)
  const stock = async () =>
    (await act.feedOf(page, village)).filter((row) => row.collection === 'letters.block').length
  await expect.poll(stock, { timeout: 30_000, interval: 500 }).toBeGreaterThan(0)
  await act.allSent(page)
})

test('without signal: the readiness meeting with 42 names, its decision, its photos', async () => {
  const { page } = phone
  await phone.signal(false)
  await act.goTo(page, `/d/${village}`)
  await page.getByRole('link', { name: 'Kerjakan' }).first().click()
  await act.fillDate(page, 'date', meetingOn)
  await page.locator('input[name=placeText]').fill('Balai RW 05 Tegal Panggung')
  await page.getByRole('button', { name: 'Simpan dan langsung catat kehadiran' }).click()
  await act.attend(page, present)
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^(Ibu|Pak) / })
      .count(),
  ).toBeGreaterThanOrEqual(20)
  await picture(page, 'kehadiran-ponsel')
  await page.getByRole('link', { name: 'Kembali ke rembug' }).first().click()
  await act.addPaper(page, 'photos', 'Suasana rembug')
  await act.addPaper(page, 'document-attendance_list', 'Daftar hadir')
  await act.closeMeeting(page, {
    minutes: 'Warga membahas tujuan P2KP dan menyatakan siap.',
    decision: 'siap',
  })
  await page.getByText('ditutup', { exact: true }).first().waitFor()
  await attachMinutes(page)
  await page.getByText('belum diperiksa').first().waitFor()
})

test('still without signal: twelve volunteers from those who came, their team, and three training days', async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}/relawan/baru`)
  await page.locator('select[name=meeting]').selectOption({ index: 1 })
  for (const { name } of present.slice(0, 12)) await act.tick(page, name)
  await page.getByRole('button', { name: 'Daftarkan 12 relawan' }).click()
  await page.getByRole('heading', { name: 'Relawan', exact: true }).waitFor()
  await act.goTo(page, `/d/${village}/relawan/tim?jenis=reflection`)
  for (const { name } of present.slice(0, 5)) await act.tick(page, name)
  await page.getByRole('button', { name: 'Simpan tim' }).click()
  await page.getByText('Tersimpan di perangkat ini').first().waitFor()
  await act.goTo(page, `/d/${village}/pelatihan/baru?jenis=basic`)
  await page.locator('input[name=participants]').fill('12')
  await page.locator('input[name=perBatch]').fill('30')
  await page.locator('input[name=organiser]').fill('Lurah dan RW')
  await act.fillDate(page, 'first', firstTrainingDay)
  await page.locator('input[name=placeText]').fill('Balai RW 05')
  await page.getByRole('button', { name: /^Simpan \d/ }).click()
  await page.waitForURL(/bagian=pelatihan/)
  for (const training of [1, 2, 3]) await act.holdTrainingDay(page, village, training, present.slice(0, 12))
}, 400_000)

test("the joint request letter that follows a yes is issued with a number of the phone's own stock", async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}`)
  const enrolment = await page.locator('a[href*="/tahap/"]').first().getAttribute('href')
  const id = enrolment?.split('/')[4] ?? ''
  await act.goTo(page, `/d/${village}/surat/baru?jenis=assistance_request&pendaftaran=${id}`)
  await page.getByRole('button', { name: 'Terbitkan surat' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan surat' }).click()
  // Only the letter's own address says that it is stored; the draft beside the form shows the same words.
  await page.waitForURL(/\/surat\/[0-9a-f-]{36}$/)
  letter = new URL(page.url()).pathname
  await page
    .getByText(/TGP\/[IVX]+\/\d{4}/)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: /bantuan teknik/i }).waitFor()
  await page.locator('.paper-desk').first().waitFor()
  await paper(page, 'surat-permintaan')
})

test('the phone dies and is opened again without signal: nothing is lost', async () => {
  const before = await act.unsent(phone.page)
  expect(before).toBeGreaterThan(15)
  // Somebody is in the middle of planning the next meeting.
  await act.goTo(phone.page, `/d/${village}/rembug/baru`)
  await phone.page.locator('input[name=kind]').last().check({ force: true })
  await phone.page.locator('input[name=title]').fill('Rembug air bersih RW 05')
  await phone.page.locator('textarea[name=agenda]').fill('Sumur bersama\nIuran')
  await phone.page.waitForTimeout(600)
  await phone.dropDead()
  const page = await phone.open()
  await phone.signal(false)
  await page.goto(`${town.url}/d/${village}`)
  await act.unlockIfAsked(page)
  // What was seen offline is noted for sending too, so there may be one more, never one less.
  await expect.poll(() => act.unsent(page)).toBeGreaterThanOrEqual(before)
  await page
    .getByText(/syarat terpenuhi/)
    .first()
    .waitFor()
  await act.goTo(page, `/d/${village}/rembug/baru`)
  await page.getByText(/^Draf dari/).waitFor()
  expect(await page.locator('input[name=title]').inputValue()).toBe('Rembug air bersih RW 05')
  expect(await page.locator('textarea[name=agenda]').inputValue()).toBe('Sumur bersama\nIuran')
})

test('with signal again everything arrives exactly once, photos too', async () => {
  const { page } = phone
  await phone.signal(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await act.allSent(page)
  await act.goTo(admin.page, `/d/${village}`)
  const rows = await act.feedOf(phone.page, village)
  const live = (collection: string) =>
    rows.filter((row) => row.collection === collection && row.value !== null)
  expect(live('meetings.meeting')).toHaveLength(4)
  expect(live('meetings.attendance')).toHaveLength(42 + 3 * 12)
  expect(live('volunteers.volunteer')).toHaveLength(12)
  expect(live('volunteers.team')).toHaveLength(1)
  // The last thing that was done before the phone died.
  const letters = live('letters.letter').map((row) => row.value as { kind: string; state: string })
  expect(letters).toMatchObject([{ kind: 'assistance_request', state: 'issued' }])
  const names = live('meetings.attendance').map((row) => (row.value as { name: string }).name)
  for (const { name } of present) expect(names).toContain(name)
}, 240_000)

test('the village head acknowledges the meeting, the trainings and the roll of volunteers', async () => {
  const { page } = office
  await act.goTo(page, `/d/${village}`)
  await act.acknowledgeMeetings(page, village)
  await act.goTo(page, `/d/${village}/relawan`)
  await page.getByRole('button', { name: /^Nyatakan mengetahui/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Nyatakan mengetahui/ })
    .click()
  await act.allSent(page)
})

test('the letter, signed by all who ask, is taken to each whom it is for, and that is noted', async () => {
  const { page } = phone
  await act.goTo(page, letter)
  for (const to of [/Konsultan Manajemen Wilayah.* · /, /Badan Perencanaan.* · /]) {
    await page.getByRole('button', { name: 'Catat pengiriman' }).first().click()
    for (const signatory of ['Wakil warga miskin', 'Tokoh masyarakat']) await act.tick(page, signatory)
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await page.getByText(to).first().waitFor()
  }
  await page.getByRole('button', { name: 'Catat surat bertanda tangan' }).click()
  await act.addPaper(page, 'scan', 'Surat bertanda tangan')
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
  await act.allSent(page)
  await act.goTo(office.page, letter)
  await checkPaper(office.page)
  await act.allSent(office.page)
})

test('stage 1 closes when the facilitator submits it, and the village head confirms it', async () => {
  const stage = await act.stageOf(phone.page, village)
  await act.signStage(phone.page, stage, 'Ajukan penutupan tahap')
  await act.signStage(office.page, stage, 'Nyatakan mengetahui')
  await act.goTo(phone.page, `/d/${village}`)
  await phone.page.getByRole('button', { name: 'Semua 7 tahap' }).click()
  await phone.page.getByRole('list', { name: 'Siklus program' }).getByText('Ditutup').first().waitFor()
  await picture(phone.page, 'tahap-1-ditutup')
})

test('the berita acara prints on F4, spelled out, with its number', async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}/rembug?bagian=selesai`)
  await page
    .getByRole('link', { name: /Rembug Kesiapan Masyarakat/ })
    .first()
    .click()
  await page.waitForURL(/\/rembug\/[0-9a-f-]{36}$/)
  await act.goTo(page, `${new URL(page.url()).pathname}/cetak/berita-acara`)
  await page
    .getByText(/Berita Acara/i)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Beri nomor surat' }).click()
  await page
    .getByText(/TGP\/[IVX]+\/\d{4}/)
    .first()
    .waitFor()
  const sheet = await page.locator('main').innerText()
  expect(sheet).toContain('42 (empat puluh dua) orang')
  expect(sheet).toMatch(/Pada hari ini [A-Z][a-z]+ tanggal [a-z ]+ bulan [A-Z][a-z]+ tahun dua ribu [a-z ]+/)
  await paper(page, 'berita-acara')
})

test("nobody's screen broke on the way", () => {
  expect([...admin.faults, ...phone.faults, ...office.faults]).toEqual([])
})
