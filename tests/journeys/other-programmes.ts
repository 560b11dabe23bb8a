// What programmes other than P2KP ask of a place: TKPK's letter to local government for approval of its plan, whose answer is
// a document that opens a gate; and two KAT sites of one village, each in the programme that its past allows.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setLetterhead } from '../../src/capabilities/letters/letterhead.ts'
import { headInput } from '../../src/capabilities/letters/letters.testing.ts'
import { recordMeeting } from '../../src/capabilities/meetings/commands.ts'
import { attendee, minutes, plan } from '../../src/capabilities/meetings/meetings.testing.ts'
import { definitionKey } from '../../src/capabilities/programmes/door.ts'
import { addDays, fullDay } from '../../src/kernel/day.ts'
import { nation } from '../../src/kernel/place-code.ts'
import * as act from './acts.ts'
import { day, type officeHere, takeUp, village } from './office.ts'
import { checkPaper } from './papers.ts'
import { openStep } from './stage-acts.ts'

const heldOn = addDays(day, -8)
const answer = '050/1234/BAPPEDA'

/** The words of a page as it is printed. */
async function printed(page: Page, name: string): Promise<string> {
  mkdirSync('dist/journeys', { recursive: true })
  const file = `dist/journeys/${name}.pdf`
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
}

/** Opens the dialog of a button, fills it in, and saves. */
async function inDialog(
  page: Page,
  button: string,
  fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.getByRole('button', { name: button }).first().click()
  await inOpen(page, fill)
}

/** The same of a dialog that is open already, for whoever came for it. */
async function inOpen(page: Page, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

const approved = (page: Page, list = 'Syarat penutupan') =>
  page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: 'disetujui Pemda' })

/** Fills in the enrolment of a KAT site, up to the button. */
async function enrolSite(page: Page, programme: string, site: string): Promise<void> {
  await act.inside(page, `/d/${village}/program/baru`)
  const key = definitionKey(programme, 1, nation)
  await page.locator(`input[name=programme][value="${key}"]`).check({ force: true })
  await page.getByLabel('Nama lokasi').fill(site)
  await act.fillDate(page, 'startOn', addDays(day, -5))
}

const answerTo = (page: Page, condition: string, value: string) =>
  page.locator(`input[name="eligibility.${condition}"][value="${value}"]`).check({ force: true })
const enrolled = async (page: Page, site: string) => {
  await page.getByRole('button', { name: 'Daftarkan', exact: true }).click()
  await page.getByText(`Lokasi: ${site}`).first().waitFor()
  await act.allSent(page)
}

/** In the village of that office, beside what it follows already. */
export function otherProgrammes({
  desk: office,
  secretary,
  nothingBroke,
}: ReturnType<typeof officeHere>): void {
  let enrolment = ''
  const civil = () => `/d/${village}/tahap/${enrolment}/civil`

  test('TKPK: its rules were agreed in a meeting, and nobody has approved them yet', async () => {
    const { page } = office
    enrolment = await takeUp(office, 'tkpk-neighbourhood', 30)
    const numbering = { ...headInput().numbering, unit: 'TKPK' }
    const paper = { name: 'TKPK Tegal Panggung', headTitle: 'Ketua TKPK', headName: 'Suroso', numbering }
    for (const input of [headInput(), headInput({ office: 'board', ...paper })])
      await act.send(page, village, setLetterhead, input)
    const about = plan({ enrolment, kind: 'rules', date: heldOn, title: 'Rembug aturan bersama permukiman' })
    const agreed = { option: 'disepakati', text: 'Aturan disepakati.', consensus: true, votes: null }
    const { meeting: _, ...closing } = minutes(about.meeting, { date: heldOn, decision: agreed })
    const attendees = [attendee({ poor: true }), attendee(), attendee({ sex: 'male' })]
    await act.send(page, village, recordMeeting, { plan: about, headCount: null, attendees, closing })
    await act.goTo(page, civil())
    await openStep(page, '3.2')
    await approved(page).getByText('Belum terpenuhi').waitFor()
  })

  test('its letter to local government is composed, printed with its own subject and basis, and sent', async () => {
    const { page } = office
    await act.inside(page, `/d/${village}/surat/baru?jenis=plan_approval&pendaftaran=${enrolment}`)
    await page.getByText('Diambil dari penutupan rembug').first().waitFor()
    await page.getByRole('button', { name: 'Terbitkan surat' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Terbitkan surat' }).click()
    await page.waitForURL(/\/surat\/[0-9a-f-]{36}$/)
    await act.allSent(page)
    await page.locator('.paper-desk').first().waitFor()
    const text = await printed(page, 'surat-persetujuan')
    for (const part of [
      'TKPK Tegal Panggung',
      'Permohonan persetujuan RTBL dan aturan tertulis',
      'Wali Kota/Bupati',
      `Rembug aturan bersama permukiman pada hari ${fullDay(heldOn)}`,
      '3 (tiga) warga, terdiri atas 2 (dua) perempuan dan 1 (satu) laki-laki',
      'Disepakati',
      'Ketua TKPK',
    ])
      expect(text.toLowerCase()).toContain(part.toLowerCase())
    expect(text).not.toContain('bantuan teknik')
    // Every addressee of the letter is sent it; the line below the mayor is the way it takes.
    await inDialog(page, 'Catat pengiriman', async (dialog) => {
      await dialog.getByLabel('Dengan cara').selectOption('courier')
    })
    await inDialog(page, 'Catat tanda terima', async (dialog) => {
      await dialog.getByLabel('Diterima oleh').fill('Wagiyem, sekretariat')
      await act.addPaper(page, 'scan', 'Tanda terima')
    })
    await page.getByText(/Wali Kota\/Bupati.* · Kurir/).waitFor()
    await page.getByText('Wagiyem, sekretariat').waitFor()
  })

  test('the approval arrives: a letter that answers ours, and a document that opens the gate', async () => {
    const { page } = office
    await act.inside(page, `/d/${village}/surat/masuk`)
    await inDialog(page, 'Catat surat masuk', async (dialog) => {
      await dialog.getByLabel('Dari', { exact: true }).fill('Bappeda Kota Yogyakarta')
      await dialog.getByLabel('Nomor surat').fill(answer)
      await act.fillDate(page, 'date', day)
      await dialog.getByLabel('Hal', { exact: true }).fill('Persetujuan RTBL dan aturan tertulis')
      await dialog.getByLabel('Menjawab surat').selectOption({ index: 1 })
    })
    await act.allSent(page)
    await act.inside(page, `/d/${village}/surat/dokumen?jenis=plan_approval&pendaftaran=${enrolment}`)
    await inOpen(page, async (dialog) => {
      await dialog.getByLabel('Nomor dokumen').fill(answer)
      await act.fillDate(page, 'date', day)
      await dialog.getByLabel('Nama penanda tangan').fill('Tri Wahyuni')
      await dialog.getByLabel('Jabatan penanda tangan').fill('Kepala Bappeda')
      await act.fillDate(page, 'until', addDays(day, 365))
      await dialog.getByLabel('Datang dengan surat').selectOption({ index: 1 })
      await act.addPaper(page, 'scan', answer)
    })
    await page.getByText('Di kertas, belum diperiksa').first().waitFor()
    await act.allSent(page)
    await act.goTo(page, civil())
    await openStep(page, '3.2')
    await approved(page)
      .getByText(/Belum terpenuhi|belum diperiksa/)
      .first()
      .waitFor()
  })

  test('once another of the village has held it against the paper, the gate is open', async () => {
    const books = secretary.page
    await act.goTo(books, `/d/${village}/surat/dokumen`)
    await checkPaper(books)
    await books.getByText('Berlaku', { exact: true }).waitFor()
    await act.allSent(books)
    const { page } = office
    await act.goTo(page, civil())
    await page.getByText(/^Terpenuhi: /).click()
    await approved(page, 'Terpenuhi').getByText('Terpenuhi', { exact: true }).waitFor()
  })

  test('a KAT site that is new enters the base programme with its category', async () => {
    const { page } = office
    await enrolSite(page, 'kat-empowerment', 'Sungai Kelana')
    await page.getByLabel('Kategori lokasi').selectOption({ label: 'II: menetap sementara' })
    await enrolled(page, 'Sungai Kelana')
  })

  test('another had an allocation before: asked which, and refused until it is said', async () => {
    const { page } = office
    await enrolSite(page, 'kat-strengthening', 'Bukit Menetap')
    for (const condition of ['neighbours_included', 'evaluated', 'support', 'own_agency', 'coordinated'])
      await answerTo(page, condition, 'yes')
    await answerTo(page, 'earlier_allocation', 'no')
    await page.getByRole('button', { name: 'Daftarkan', exact: true }).click()
    await page.getByText('Syarat lokasi belum terpenuhi: Tahap alokasi').first().waitFor()
    await answerTo(page, 'earlier_allocation', 'year_2')
    await enrolled(page, 'Bukit Menetap')
  })

  test('both show their cycle, each with its lengths, and none is late that nobody decided on', async () => {
    const { page } = office
    const cycles = page.getByRole('list', { name: 'Siklus program' })
    await expect.poll(() => cycles.count()).toBe(4)
    const home = await page.locator('main').innerText()
    expect(home).toContain('Alokasi tahun kedua')
    expect(home).toContain('II: menetap sementara')
    expect(home).not.toMatch(/terlambat/i)
    for (const [stage, length] of [
      ['livelihood', /^2 tahun anggaran/],
      ['year_1', /^1 tahun anggaran/],
    ] as const) {
      const href = await page.locator(`a[href*="/tahap/"][href$="/${stage}"]`).first().getAttribute('href')
      await act.inside(page, href ?? '')
      await page.getByText(length).first().waitFor()
      await act.inside(page, `/d/${village}`)
      await cycles.first().waitFor()
    }
    nothingBroke()
  })
}
