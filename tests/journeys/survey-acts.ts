// What surveyors do on a phone, said once.
import type { Page } from 'playwright-core'
import * as act from './acts.ts'

export type Filling = {
  household: string
  name: string
  rooms: number
  photo?: boolean
  members: readonly string[]
}

const next = (page: Page) =>
  page.getByRole('button', { name: /^(Berikutnya|Periksa jawaban|Selesai, kembali ke daftar)$/ }).click()

/** Taps a choice of the question on this page. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.locator('label.fl-choice').filter({ hasText: label }).first().click()
}

/** The page of the house: a cascade, and a number that must be possible. */
export async function fillHouse(page: Page, rooms: number): Promise<void> {
  await page.getByText('Jumlah kamar').first().waitFor()
  await choose(page, 'Dari tanah')
  await choose(page, 'Sumur terlindung')
  await page.getByLabel('Jumlah kamar').fill(String(rooms))
}

/** The form begins with one member; the others are added. */
async function fillMember(page: Page, name: string, first: boolean): Promise<void> {
  await page.getByRole('button', { name: first ? /^Anggota ke-1/ : 'Tambah Anggota' }).click()
  await page.getByLabel('Nama anggota').fill(name)
  await page.getByLabel('Umur').fill('31')
  await next(page)
}

async function addPhoto(page: Page): Promise<void> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2000, 1500)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    for (let i = 0; i < 1500; i++) {
      pen.fillStyle = `hsl(${(i * 37) % 360} 50% 50%)`
      pen.fillRect((i * 91) % 2000, (i * 53) % 1500, 90, 60)
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'rumah.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })
  await page.locator('img.fl-picture').waitFor()
}

/** From the house page to "Kirim". */
export async function finish(page: Page, filling: Filling): Promise<void> {
  await fillHouse(page, filling.rooms)
  await next(page)
  for (const [index, member] of filling.members.entries()) await fillMember(page, member, index === 0)
  await page.getByRole('button', { name: 'Tambah Anggota' }).waitFor()
  await next(page)
  await page.getByRole('button', { name: 'Ambil titik' }).click()
  await page.locator('.fl-geo-shown').waitFor()
  await next(page)
  if (filling.photo) await addPhoto(page)
  await page.getByText('Foto rumah').first().waitFor()
  await next(page)
  await page.getByText('Semua sudah lengkap').waitFor()
  await page.getByRole('button', { name: 'Kirim', exact: true }).click()
  await page.getByText('Isian tersimpan dan akan dikirim').first().waitFor()
}

/** Opens the form for a household of the list and fills it in to the end. */
export async function fillHousehold(page: Page, survey: string, filling: Filling): Promise<void> {
  await act.inside(page, `${survey}/isi?keluarga=${filling.household}`)
  await page.getByText('Keluarga siapa?').first().waitFor()
  await next(page)
  await finish(page, filling)
}

/** Page by page to the answers as they will be sent. */
export async function toTheEnd(page: Page): Promise<void> {
  const send = page.getByRole('button', { name: 'Kirim', exact: true })
  for (let pages = 0; pages < 20 && !(await send.isVisible()); pages++) {
    await next(page)
    await page.waitForTimeout(150)
  }
}
