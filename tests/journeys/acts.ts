// What people do in a journey, said once: sign in, type a PIN, take attendance, hold a meeting.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Command } from '../../src/kernel/command.ts'
import { newId } from '../../src/kernel/id.ts'
import { askingOf, type FeedRow } from './asking.ts'

export const password = 'kerbau-hujan-27-lesung'
export const pin = '271945'

export async function typePin(page: Page): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
}

/** Chooses a PIN: typed twice. Ends at whatever screen comes after the gate. */
export async function choosePin(page: Page): Promise<void> {
  await page.getByText('Buat PIN enam angka').first().waitFor()
  await typePin(page)
  await page.getByText('Ulangi PIN yang sama').waitFor()
  await typePin(page)
  await page.locator('header .rb-sync').waitFor()
}

/** Fills the form of a new account, from a set-up or an invitation link. */
export async function makeAccount(page: Page, link: string, name: string, user: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Nama lengkap').fill(name)
  await page.getByLabel('Nama pengguna').fill(user)
  await page.getByLabel('Kata sandi baru').fill(password)
  await page.getByRole('button', { name: 'Buat akun' }).click()
  await choosePin(page)
}

/** Makes an invitation at a place and gives its link, as it stands under the QR code. */
export async function invite(page: Page, place: string, role: string, name: string): Promise<string> {
  await page.goto(`${new URL(page.url()).origin}/d/${place}/tim`)
  await unlockIfAsked(page)
  await page.getByRole('button', { name: 'Undang', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sebagai').selectOption(role)
  await dialog.getByLabel('Untuk siapa').fill(name)
  await dialog.getByRole('button', { name: 'Buat undangan' }).click()
  const link = await dialog.getByText(/^https?:\S+\/undangan#/).innerText()
  await dialog.getByRole('button', { name: 'Tutup' }).first().click()
  return link
}

/** A page that was loaded anew is locked: the key is only in memory. */
export async function unlockIfAsked(page: Page): Promise<void> {
  const asked = page.getByRole('button', { name: '1', exact: true })
  const inside = page.locator('header .rb-sync')
  await asked.or(inside).first().waitFor()
  if (await asked.isVisible()) {
    await typePin(page)
    await inside.waitFor()
  }
}

/** Opens an address of the app and unlocks; the fast way a bookmark goes. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}${path}`)
  await unlockIfAsked(page)
}

/** Takes up as running what is offered as an archive, because its era is over. */
export async function runAfterEra(page: Page): Promise<void> {
  await page.getByText('Program berjalan').click()
  await page.getByText('Saya tahu masa program ini sudah berakhir').click()
}

/** Takes up a programme whose era is over for a village, from its own page. */
export async function enrol(page: Page, village: string, programme: string, startOn: string): Promise<void> {
  await goTo(page, `/d/${village}`)
  await page.getByRole('link', { name: 'Daftarkan ke program' }).click()
  await page.getByText(programme).click()
  await runAfterEra(page)
  await fillDate(page, 'startOn', startOn)
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click()
  await page.getByRole('list', { name: 'Siklus program' }).waitFor()
  await allSent(page)
}

export type Villager = { name: string; sex: 'Perempuan' | 'Laki-laki'; poor: boolean; element?: string }

const women =
  'Ngatinah Sumiyati Lestari Wulandari Sulastri Hartini Suparti Rahayu Mulyani Tumini Sariyem Kartini Wagiyem Partini'.split(
    ' ',
  )
const men =
  'Slamet Suyanto Wibowo Hartono Sutrisno Paijo Tukiman Widodo Suroso Mulyono Sugeng Wagimin Subagyo Priyono'.split(
    ' ',
  )

/** Villagers of no real place: so many, two women to one man, a third of them poor. */
export function villagers(count: number): Villager[] {
  return Array.from({ length: count }, (_, i) => {
    const woman = i % 3 !== 2
    const names = woman ? women : men
    return {
      name: `${woman ? 'Ibu' : 'Pak'} ${names[i % names.length]} ${women[(i * 5 + 3) % women.length]}${i >= 14 ? ` ${i}` : ''}`,
      sex: woman ? 'Perempuan' : 'Laki-laki',
      poor: i % 3 === 0,
    }
  })
}

/** Types names into the attendance screen, one thumb. */
export async function attend(page: Page, present: readonly Villager[]): Promise<void> {
  for (const { name, sex, poor } of present) {
    await page.locator('input[name=attendee]').fill(name)
    const box = page.locator('input[name=poor]')
    if ((await box.isChecked()) !== poor) await box.click()
    await page.getByRole('button', { name: sex, exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: name }).first().waitFor()
  }
}

const notOpened = /^(Halaman ini (untuk kantor|belum sampai|sudah diganti|tidak dapat dibuka)|Server tidak)/

/** Until a screen stands there, and not why it could not be opened. */
export async function opened(page: Page): Promise<void> {
  const title = page.getByRole('heading', { level: 1 })
  await title.filter({ hasNotText: notOpened }).first().waitFor()
}

/** Ticks the card of a name. */
export async function tick(page: Page, name: string): Promise<void> {
  await page.locator('label').filter({ hasText: name }).first().click()
}

export async function fillDate(page: Page, name: string, day: string): Promise<void> {
  await page.locator(`input[name="${name}"]`).fill(day)
}

/** How many things this phone has not sent, as the bar says. */
export async function unsent(page: Page): Promise<number> {
  // At once: a badge that goes away between two questions would be waited for.
  const [badge] = await page.locator('.rb-sync b').allInnerTexts()
  return Number(badge ?? 0)
}

/** Waits until everything is sent. */
export async function allSent(page: Page): Promise<void> {
  for (const _ of ['once', 'and still']) {
    await expect.poll(() => unsent(page), { timeout: 90_000, interval: 300 }).toBe(0)
    await page.waitForTimeout(400)
  }
}

/** Adds a photo or scan to a meeting: a picture drawn here, larger than a phone keeps. */
export async function addPaper(page: Page, field: string, text: string, wait = true): Promise<void> {
  const bytes = await page.evaluate(async (words) => {
    const canvas = new OffscreenCanvas(2400, 1800)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.fillStyle = '#f4efe4'
    pen.fillRect(0, 0, 2400, 1800)
    for (let i = 0; i < 4000; i++) {
      pen.fillStyle = `hsl(${(i * 37) % 360} 40% 50%)`
      pen.fillRect((i * 613) % 2400, (i * 271) % 1800, 18, 18)
    }
    pen.fillStyle = '#222'
    pen.font = '120px sans-serif'
    pen.fillText(words, 200, 900)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, text)
  const input = page
    .locator(`input[type=file][id="${field}"], #${field} input[type=file], input[type=file][name="${field}"]`)
    .first()
  await input.setInputFiles({ name: `${field}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })
  if (wait) await page.locator('.rb-files[aria-busy=true]').waitFor({ state: 'detached' })
}

export type Closing = { minutes: string; decision?: 'siap' | 'menolak' }

/** Closes the open meeting of the page: minutes, who led and wrote, the decision if it asks for one. */
export async function closeMeeting(page: Page, { minutes, decision }: Closing): Promise<void> {
  await page
    .getByRole('link', { name: /Tutup rembug|Tutup/ })
    .first()
    .click()
  await page.locator('input[name=chair]').fill('Bambang Suryono')
  await page.locator('input[name=notulis]').fill('Ngatinah Lestari')
  const end = page.locator('input[name=end]')
  if ((await end.count()) > 0 && (await end.inputValue()) === '') await end.fill('22:00')
  if (decision) {
    await page.locator(`input[name=decision][value=${decision}]`).check({ force: true })
    await page.locator('input[name=how][value=consensus]').check({ force: true })
  }
  await page.locator('textarea[name=minutes]').fill(minutes)
  await page.getByRole('button', { name: 'Periksa sebelum ditutup' }).click()
  await page.getByRole('button', { name: /^Tutup / }).click()
  await page.waitForURL(/\/rembug\/[0-9a-f-]{36}$/)
}

/** Opens one day of the planned training, takes attendance, attaches the list, closes it. */
export async function holdTrainingDay(
  page: Page,
  village: string,
  day: number,
  present: readonly Villager[],
): Promise<void> {
  await goTo(page, `/d/${village}/rembug?bagian=pelatihan`)
  const session = page.getByRole('listitem').filter({ hasText: new RegExp(`hari ke-${day}`, 'i') })
  await session.getByRole('link').first().click()
  await page.waitForURL(/\/rembug\/[0-9a-f-]{36}$/)
  await page.locator('main .rb-button-primary').first().click()
  await page.getByRole('link', { name: 'Catat kehadiran' }).first().click()
  await page.waitForURL(/\/hadir/)
  await attend(page, present)
  await page.getByRole('link', { name: 'Kembali ke rembug' }).first().click()
  const list = page.locator('#document-attendance_list')
  if ((await list.count()) > 0) await addPaper(page, 'document-attendance_list', `Daftar hadir ${day}`)
  await closeMeeting(page, { minutes: `Hari ${day}: refleksi dan keterampilan memfasilitasi.` })
}

/** As the village head: acknowledges every closed meeting and training that the home says waits for it. */
export async function acknowledgeMeetings(page: Page, village: string): Promise<void> {
  await goTo(page, `/d/${village}`)
  const links = page
    .getByRole('list', { name: 'Menunggu Anda' })
    .getByRole('link', { name: /^Ketahui berita acara/ })
  await links.first().waitFor()
  const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  for (const href of hrefs) {
    await goTo(page, href)
    await page.getByText('Tentang rembug ini').waitFor()
    const button = page.getByRole('button', { name: /^Nyatakan mengetahui/ })
    if ((await button.count()) === 0) continue
    await button.first().click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Nyatakan mengetahui/ })
      .click()
    await page
      .getByText(/^Diketahui/)
      .first()
      .waitFor()
  }
  await goTo(page, `/d/${village}`)
  await page.getByRole('heading', { name: 'Sampai hari ini' }).waitFor()
  if ((await links.count()) > 0) throw new Error('minutes that were acknowledged still wait at home')
}

/** The address of the stage that a village stands at. */
export async function stageOf(page: Page, village: string): Promise<string> {
  await goTo(page, `/d/${village}`)
  return (await page.locator('a[href*="/tahap/"]').first().getAttribute('href')) ?? ''
}

/** Signs the closing of a stage, through its check. */
export async function signStage(page: Page, stage: string, button: string): Promise<void> {
  await goTo(page, stage)
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: button }).click()
  await allSent(page)
}

/** What is sent that no screen of the journey is about, by whoever is signed in. */
export async function send<Input>(
  page: Page,
  place: string,
  command: Command<Input>,
  input: NoInfer<Input>,
): Promise<void> {
  const about = { id: newId(), version: command.version, place, at: new Date().toISOString() }
  const body = JSON.stringify({ ...about, device: 'import', input })
  const answer = await page.evaluate(
    async ({ to, ...sent }) => {
      const answer = await fetch(`/api/commands/${to}`, { method: 'POST', ...sent })
      return { status: answer.status, text: answer.ok ? '' : await answer.text() }
    },
    { to: command.name, body, headers: { 'content-type': 'application/json', ...askingOf(page) } },
  )
  expect(answer).toEqual({ status: 200, text: '' })
}

/** Every row of a village that the signed-in person of this page may hold, asked of the server. */
export async function feedOf(page: Page, village: string): Promise<FeedRow[]> {
  const read = async ({ place, headers }: { place: string; headers: Record<string, string> }) => {
    const rows: FeedRow[] = []
    for (let after = '', more = true; more; ) {
      const answer = await fetch(`/api/feed?place=${place}&after=${encodeURIComponent(after)}`, { headers })
      const got = (await answer.json()) as { rows: FeedRow[]; cursor: string; more: boolean }
      rows.push(...got.rows)
      ;({ cursor: after, more } = got)
    }
    return rows
  }
  return page.evaluate(read, { place: village, headers: askingOf(page) })
}

/** Goes to an address without loading the page anew, as a tap on a link does: the phone stays unlocked. */
export async function inside(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}
