// A lurah without an account signs on paper: typed without signal with its scan, held against the paper by somebody of
// another role, counted only then; so the closing of the stage is confirmed. Beside it, what only people can see, with its photo, and withdrawn.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { recordMeeting } from '../../src/capabilities/meetings/commands.ts'
import { attendee, minutes, plan } from '../../src/capabilities/meetings/meetings.testing.ts'
import type { Observation } from '../../src/capabilities/observations/observation.ts'
import type { EnrolmentRow } from '../../src/capabilities/programmes/enrolment.ts'
import { addDays } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { askingOf } from './asking.ts'
import { day, officeHere, takeUp, village } from './office.ts'
import { otherProgrammes } from './other-programmes.ts'
import { checkPaper } from './papers.ts'
import { openStep } from './stage-acts.ts'

const heldOn = addDays(day, -6)
const signedOn = addDays(day, -2)
const meeting = newId()
const seen = 'Wakil pranata sosial datang sebelum waktunya dan tinggal sampai selesai'

const office = officeHere()
const { phone, secretary } = office
let enrolment = ''
const stage = () => `/d/${village}/tahap/${enrolment}/location`

/** Types what stands under a signature, with the picture of it. */
async function typePaper(page: Page, name: string, office: string, on: string): Promise<void> {
  await page.getByRole('button', { name: 'Ketik tanda tangan di kertas' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nama di kertas').fill(name)
  await dialog.getByLabel('Jabatan di kertas').fill(office)
  await dialog.getByLabel('Menandatangani sebagai').selectOption('on-behalf')
  await act.fillDate(page, 'on', on)
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.getByText('perlu pindaian').first().waitFor()
  await act.addPaper(page, 'scan', `a.n. ${office}`)
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Di kertas, belum diperiksa').first().waitFor()
}

const rowOf = async <T>(collection: string, id: string) =>
  (await act.feedOf(phone.page, village)).find((row) => row.collection === collection && row.id === id)
    ?.value as T

test('a village in its first stage, whose meeting was held; a facilitator and a secretary, and no lurah', async () => {
  enrolment = await takeUp(phone, 'social-resilience', 14)
  const { meeting: _, ...closing } = minutes(meeting, { date: heldOn })
  const about = { meeting, enrolment, kind: 'location', date: heldOn, title: 'Pertemuan penjajagan lokasi' }
  const attendees = [attendee(), attendee({ sex: 'male' })]
  await act.send(phone.page, village, recordMeeting, {
    plan: plan(about),
    headCount: null,
    attendees,
    closing,
  })
})

test('without signal, what the lurah signed on paper is typed with its scan, and does not count yet', async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}/rembug/${meeting}`)
  await page.getByText('Tentang rembug ini').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await phone.signal(false)
  await typePaper(page, 'Sri Hartati', 'Lurah Tegal Panggung', signedOn)
  await page.getByText('a.n. Lurah Tegal Panggung').first().waitFor()
})

test('still without signal, what only people can see is noted with a photo, and stands beside the gates', async () => {
  const { page } = phone
  await act.goTo(page, stage())
  await openStep(page, '1.1')
  await page
    .getByText(/^Hasil yang hanya tampak bagi orang/)
    .first()
    .click()
  await page.getByRole('link', { name: 'Fasilitator, pendamping dan peserta berkomitmen' }).click()
  await page.locator('textarea[name=seen]').fill(`${seen}, kata Bu Sri Hartati`)
  await act.tick(page, 'Fasilitator')
  await page.locator('textarea[name=seen]').fill(seen)
  // Saved while the photo is still made ready: it goes with it.
  await act.addPaper(page, 'photo', 'Suasana', false)
  await page.getByRole('button', { name: 'Simpan catatan' }).click()
  await page.getByRole('article').filter({ hasText: seen }).getByRole('img').waitFor()
  await act.goTo(page, stage())
  await openStep(page, '1.1')
  await page
    .getByText(/^Hasil yang hanya tampak bagi orang/)
    .first()
    .click()
  await page.getByText('1 catatan').first().waitFor()
})

test('still without signal, the stage is submitted, and the signature of its closing typed from the sheet', async () => {
  const { page } = phone
  await page.getByRole('button', { name: 'Ajukan penutupan tahap' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ajukan penutupan tahap' }).click()
  await typePaper(page, 'Sri Hartati', 'Lurah Tegal Panggung', day)
  await phone.signal(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await act.allSent(page)
})

const lurah = ({ stages }: EnrolmentRow) => stages.location?.signOffs.find(({ as }) => as === 'acknowledged')

test('who typed it cannot confirm it; it does not count yet', async () => {
  const { page } = phone
  await page.getByText('Yang mengetik tidak memeriksa sendiri').first().waitFor()
  expect(await page.getByRole('button', { name: 'Periksa kertas' }).count()).toBe(0)
  const row = await rowOf<EnrolmentRow>('programmes.enrolment', enrolment)
  expect(lurah(row)).toMatchObject({ paper: { on: day, check: null } })
})

test('the secretary holds both scans against what was typed, and the closing is known to the lurah', async () => {
  const { page } = secretary
  await act.goTo(page, `/d/${village}/rembug/${meeting}`)
  await checkPaper(page)
  await act.inside(page, stage())
  await checkPaper(page)
  await act.allSent(page)
  const { acknowledgement } = await rowOf<{ acknowledgement: object }>('meetings.meeting', meeting)
  const check = { agrees: true, byName: 'Tukiman' }
  expect(acknowledgement).toMatchObject({ paper: { position: 'Lurah Tegal Panggung', check } })
  const row = await rowOf<EnrolmentRow>('programmes.enrolment', enrolment)
  expect(row.stages.location).toMatchObject({ status: 'closed', fromArchive: false })
  expect(lurah(row)).toMatchObject({ office: 'village-head', paper: { check } })
  await page.getByText('Ditutup').first().waitFor()
})

test('what was seen is withdrawn with its reason: what it said is gone, and so is its photo', async () => {
  const { page } = phone
  const all = await act.feedOf(page, village)
  const noted = all.find(({ collection }) => collection === 'observations.observation')?.value as Observation
  const photo = (headers = askingOf(page)) =>
    page.evaluate(async ({ path, headers }) => (await fetch(path, { headers })).status, {
      ...{ path: `/api/files/${village}/${noted.photo?.file}`, headers },
    })
  expect(noted).toMatchObject({ seen, byName: 'Dewi Lestari' })
  expect([await photo(), await photo({})]).toEqual([200, 401])
  await act.goTo(page, `/d/${village}/pengamatan?jenis=${noted.outcome}&pendaftaran=${enrolment}`)
  await page.getByRole('button', { name: 'Tarik catatan' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Alasan').fill('Wajah warga terlihat')
  await dialog.getByRole('button', { name: 'Tarik catatan' }).click()
  await page.getByText('Belum ada catatan').first().waitFor()
  await act.allSent(page)
  expect(await rowOf<Observation>('observations.observation', noted.id)).toMatchObject({
    ...{ seen: '', photo: null, withdrawn: { reason: 'Wajah warga terlihat' } },
  })
  expect(await photo()).toBe(404)
  office.nothingBroke()
})

otherProgrammes(office)
