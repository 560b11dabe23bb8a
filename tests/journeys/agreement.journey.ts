// From answers to agreement: criteria are agreed, a list is proposed from the answers, shown, objected to, adopted without signal
// and printed for the notice board without a name.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { group, written } from '../../src/apps/demo/filled.ts'
import { registerMany } from '../../src/capabilities/people/household.ts'
import { chunk } from '../../src/capabilities/people/people.testing.ts'
import { addLocalPlaces } from '../../src/capabilities/places/local-place.ts'
import { familyNumber } from '../../src/capabilities/surveys/agreeing/board-rules.ts'
import type { ListingRow } from '../../src/capabilities/surveys/listing.ts'
import { review, type SubmissionRow, submit } from '../../src/capabilities/surveys/submission.ts'
import { closeSurvey, openSurvey, type SurveyRow } from '../../src/capabilities/surveys/survey.ts'
import { addDays, today } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { askingOf } from './asking.ts'
import { chooseMeeting, heldAndSigned } from './papers.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
const now = today('Asia/Jakarta')
let town: Town
const admin = new Device('desk', 'admin')
const phone = new Device('phone', 'facilitator')
const other = new Device('desk', 'volunteer')
const devices = [admin, phone, other]
const survey = newId()
const meeting = 'Rembug pemetaan swadaya'
const home = `/d/${village}/survei/${survey}`
const known = chunk(12)
const nameOf = (n: number) => known.persons[n * 4]?.name ?? ''
const rows = async <T>(collection: string): Promise<T[]> =>
  (await act.feedOf(phone.page, village))
    .filter((row) => row.collection === collection && row.value !== null)
    .map((row) => row.value as T)

beforeAll(async () => {
  town = await newTown()
  await town.start()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const device of devices) await device.picture(`dist/journeys/agreement-${device.name}.png`)
})
afterAll(async () => {
  for (const device of devices) await device.close()
  await town.demolish()
})

/** The form of the family stages that comes with Rembug. */
async function shippedForm(page: Page): Promise<{ id: string; version: string }> {
  type Line = { id: string; formId: string; version: string }
  const found = await page.evaluate(
    async ({ place, headers }) => {
      const answer = await fetch(`/api/queries/surveys.forms?place=${place}`, { headers })
      return (await answer.json()) as { forms: Line[] }
    },
    { place: village, headers: askingOf(page) },
  )
  return found.forms.find((each) => each.formId === 'rembug_bkkbn_stages') as Line
}

/** Every second family does not eat twice a day. */
const stagesOf = (n: number) => {
  const k = (from: number, to: number) =>
    Object.fromEntries(
      Array.from({ length: to - from + 1 }, (_, at) => [
        `k${from + at}`,
        from === 1 && at === 0 && n % 2 === 0 ? 'no' : 'yes',
      ]),
    )
  const of = (name: string, from: number, to: number) =>
    group(name, Object.keys(k(from, to)).join(' '), k(from, to))
  return of('ks1', 1, 6) + of('ks2', 7, 14) + of('ks3', 15, 19) + of('ks3plus', 20, 21)
}

test('a survey of twelve families in three RT is answered and closed', async () => {
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const link = await act.invite(admin.page, village, 'facilitator', 'Dewi Lestari')
  await act.makeAccount(await phone.open(), link, 'Dewi Lestari', 'dewi')
  const second = await act.invite(admin.page, village, 'volunteer', 'Tukiman')
  await act.makeAccount(await other.open(), second, 'Tukiman', 'tukiman')
  const programme = 'Program Penanggulangan Kemiskinan di Perkotaan (P2KP)'
  await act.enrol(phone.page, village, programme, addDays(now, -60))
  const { page } = phone
  const blank = { name: null, households: null, settlement: null }
  const rw = { id: newId(), kind: 'rw' as const, number: 1, parent: null, ...blank }
  const rts = [1, 2, 3].map((number) => ({
    id: newId(),
    kind: 'rt' as const,
    number,
    parent: rw.id,
    ...blank,
  }))
  await act.send(page, village, addLocalPlaces, { places: [rw, ...rts] })
  await act.send(page, village, registerMany, {
    batch: newId(),
    households: known.households.map((each, n) => ({
      ...each,
      kk: null,
      localPlace: rts[n % 3 === 2 ? 1 : 0]?.id ?? null,
    })),
    persons: known.persons.map((each) => ({ ...each, nik: null, noNik: 'unknown' as const })),
  })
  const [enrolment] = await rows<{ id: string }>('programmes.enrolment')
  const form = await shippedForm(page)
  const kind = { enrolment: enrolment?.id ?? null, kind: 'poor_families', alsoFor: [] }
  const reach = { population: 'households' as const, localPlaces: [], target: null, on: addDays(now, -30) }
  await act.send(page, village, openSurvey, {
    id: survey,
    title: 'Survei keluarga miskin',
    form: form.id,
    ...kind,
    ...reach,
  })
  for (const [n, household] of known.households.entries()) {
    const id = newId()
    const body = group('family', 'household head_name rt', { head_name: nameOf(n) }) + stagesOf(n)
    const xml = written({ formId: 'rembug_bkkbn_stages', version: form.version, id, name: nameOf(n), body })
    await act.send(page, village, submit, {
      id,
      survey,
      form: form.id,
      xml,
      files: [],
      household: household.id,
    })
  }
  const items = (await rows<SubmissionRow>('surveys.submission')).map(({ id, version }) => ({
    id,
    basedOn: version,
  }))
  await act.send(page, village, review, { items, to: 'approved', back: false, comment: '' })
  const [row] = await rows<SurveyRow>('surveys.survey')
  const closing = { basedOn: row?.version ?? 0, on: now, complete: true, reason: '' }
  await act.send(page, village, closeSurvey, { id: survey, ...closing })
  await heldAndSigned(page, other.page, village, meeting, now)
})

test('criteria are agreed as the sentences of the form, and a list is proposed from the answers', async () => {
  const { page } = phone
  await act.goTo(page, `${home}/kesepakatan/kriteria`)
  await chooseMeeting(page, meeting)
  await page.getByRole('button', { name: 'Ambil kalimatnya dari ukuran survei' }).click()
  await page.getByRole('button', { name: 'Catat kesepakatan' }).click()
  await page.waitForURL(`**${home}`)
  await act.allSent(page)
  await act.goTo(page, `${home}/ukuran`)
  await page.getByRole('button', { name: 'Usulkan daftar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Usulkan 6 keluarga' }).click()
  await act.allSent(page)
  await act.goTo(page, `${home}/daftar`)
  await page.getByText('Miskin menurut ukuran').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
})

const object = async (page: Page, about: string, family: string, text: string) => {
  await act.inside(page, `${home}/daftar/keberatan/baru`)
  await page.getByText(about).click()
  await page.getByLabel('Cari keluarga').fill(family)
  await page.getByRole('radio', { name: new RegExp(family) }).check()
  await page.getByLabel('Pengaju').fill('Bu Sari')
  await page.getByLabel('Isi keberatan').fill(text)
  await page.getByRole('button', { name: 'Catat keberatan' }).click()
  await page.waitForURL('**/daftar/keberatan')
  await page.getByText(text).first().waitFor()
}

const answer = async (page: Page, text: string, how: string, reason: string) => {
  await page.locator('li').filter({ hasText: text }).getByRole('button', { name: 'Jawab' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${how}`) }).check()
  await dialog.getByLabel('Alasan').fill(reason)
  await dialog.getByLabel('Diputuskan oleh').fill('Ketua RW 01')
  await dialog.getByRole('button', { name: 'Simpan jawaban' }).click()
  await dialog.waitFor({ state: 'detached' })
}

test('in a valley without signal it is shown, two objections are answered, one of them upheld, and it is adopted', async () => {
  const { page } = phone
  await phone.signal(false)
  await page.getByRole('button', { name: 'Umumkan kepada warga' }).click()
  const dialog = page.getByRole('dialog')
  await act.fillDate(page, 'on', addDays(now, -8))
  await dialog.getByRole('button', { name: 'Umumkan', exact: true }).click()
  await page.getByText('Diumumkan, masa keberatan selesai').first().waitFor()
  await object(page, 'Keluarga yang tidak seharusnya terdaftar', nameOf(0), 'Rumahnya dua')
  await page.getByText('Terlambat').first().waitFor()
  await object(page, 'Keluarga yang belum terdaftar', nameOf(1), 'Makannya sekali sehari')
  await answer(page, 'Rumahnya dua', 'Tidak diterima', 'Rumah kedua itu milik kakaknya')
  await answer(page, 'Makannya sekali sehari', 'Diterima', 'Sudah didatangi, benar')
  await act.inside(page, `${home}/kesepakatan/hasil`)
  await page.getByText('Edisi 1: 7 keluarga').waitFor()
  await chooseMeeting(page, meeting)
  await page.getByRole('button', { name: 'Catat kesepakatan' }).click()
  await page.waitForURL(`**${home}`)
  await phone.signal(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await act.allSent(page)
  const [listing] = await rows<ListingRow>('surveys.listing')
  expect(listing).toMatchObject({ edition: 1, adopted: [{ edition: 1, households: { length: 7 } }] })
})

test('it hangs on the board by RT and number, without a name, and the gate of the list is met', async () => {
  const { page } = phone
  await act.goTo(page, `${home}/daftar/cetak?lembar=papan`)
  await page.getByText(/RT 01/).first().waitFor()
  const sheet = (await page.locator('.rb-sheet').textContent()) ?? ''
  const [listing] = await rows<ListingRow>('surveys.listing')
  for (const household of listing?.households ?? [])
    expect(sheet).toContain(familyNumber(listing?.id ?? '', household))
  for (const person of known.persons) expect(sheet).not.toContain(person.name)
  expect(sheet).not.toContain('Bu Sari')
  await act.goTo(page, `/d/${village}`)
  const stage = await page.locator('a[href*="/tahap/"]').first().getAttribute('href')
  await act.goTo(page, stage?.replace(/[^/]+$/, 'mapping') ?? '')
  await page.getByText(/^Terpenuhi: /).click()
  for (const gate of [
    'Kriteria keluarga miskin disepakati',
    'Daftar keluarga miskin selesai dan disepakati',
    'Daftar diumumkan per RT tanpa nama, dan keberatannya dijawab',
  ])
    await page.locator('li').filter({ hasText: gate }).getByText('Terpenuhi', { exact: true }).waitFor()
  for (const device of devices) expect(device.faults).toEqual([])
})
