// What is signed on paper, as it is checked in journeys.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { recordMeeting } from '../../src/capabilities/meetings/commands.ts'
import {
  attendee,
  minutes,
  plan,
  rightMinutes,
  signedMinutes,
} from '../../src/capabilities/meetings/meetings.testing.ts'
import { checkMinutes, signMinutes } from '../../src/capabilities/meetings/signed-minutes.ts'
import { addPaper, send } from './acts.ts'
import { askingOf } from './asking.ts'

/** Holds the scan against what was typed, as somebody else. */
export async function checkPaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Periksa kertas' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Lihat pindaian' }).waitFor()
  // Nothing is said for the checker: saved as it comes, it is not taken.
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.getByText('Pilih dahulu, setelah melihat pindaiannya.').first().waitFor()
  await dialog.getByText('Sesuai', { exact: true }).click()
  const office = dialog.getByText('Ya, jabatan itu')
  if ((await office.count()) > 0) await office.click()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Di kertas, sudah diperiksa').first().waitFor()
}

/** The bytes of a scan that such a command announced, as a phone uploads them. */
export async function sendScan(page: Page, place: string, id: string, content: Buffer): Promise<void> {
  const of = (text: string) => Buffer.from(text).toString('base64')
  const metadata = `id ${of(id)},place ${of(place)}`
  const status = await page.evaluate(
    async ({ metadata, bytes, own }) => {
      const tus = { ...own, 'tus-resumable': '1.0.0' }
      const size = String(bytes.length)
      const headers = { ...tus, 'upload-length': size, 'upload-metadata': metadata }
      const made = await fetch('/api/files', { method: 'POST', headers })
      const sent = await fetch(made.headers.get('location') ?? '', {
        ...{ method: 'PATCH', body: new Uint8Array(bytes) },
        headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      })
      return sent.status
    },
    { metadata, bytes: [...content], own: askingOf(page) },
  )
  expect(status).toBe(204)
}

/** Attaches the berita acara of a closed meeting, with who signed it. */
export async function attachMinutes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lampirkan berita acara bertanda tangan' }).first().click()
  const dialog = page.getByRole('dialog')
  const signers = { chair: 'Ketua rembug', notulis: 'Notulis', residents: 'Wakil warga' }
  for (const [field, who] of Object.entries(signers)) {
    await dialog.getByText(`${who} menandatangani`).click()
    await dialog.locator(`input[name="${field}"]`).fill(`Tanda tangan ${who.toLowerCase()}`)
  }
  await addPaper(page, 'scan', 'Berita acara')
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'detached' })
}

/** A residents' meeting of that day, closed; its berita acara is scanned, and a second person finds it right. */
export async function heldAndSigned(
  by: Page,
  second: Page,
  village: string,
  title: string,
  date: string,
): Promise<void> {
  const { meeting: _, ...closing } = minutes('', { date })
  const held = { plan: plan({ title, date }), headCount: null, attendees: [attendee()] }
  await send(by, village, recordMeeting, { ...held, closing })
  const sheet = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('berita acara bertanda tangan')])
  const signed = signedMinutes(held.plan.meeting, date, sheet)
  await send(by, village, signMinutes, signed)
  await sendScan(by, village, signed.sheet.scan?.id ?? '', sheet)
  await send(second, village, checkMinutes, rightMinutes(signed))
}

/** Chooses the one meeting that is offered, once its minutes are known to be signed. */
export async function chooseMeeting(page: Page, title: string): Promise<void> {
  const choice = page.locator('select[name=meeting]')
  await choice.getByText(title).waitFor({ state: 'attached' })
  await choice.getByText('berita acara bertanda tangan belum ada').waitFor({ state: 'detached' })
  await choice.selectOption({ index: 1 })
}
