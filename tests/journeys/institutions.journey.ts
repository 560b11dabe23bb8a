// Institutions that a survey asked about become a register and a Venn picture: answers approved, taken with one tap, one more
// entered without signal and tied, and the picture there before anything was sent.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { shippedInstrument } from '../../src/capabilities/surveys/instruments/instruments.testing.ts'
import { instrumentKey } from '../../src/capabilities/surveys/instruments/load.ts'
import {
  review,
  type SubmissionRow,
  submissionCollection,
  submit,
} from '../../src/capabilities/surveys/submission.ts'
import { openSurvey } from '../../src/capabilities/surveys/survey.ts'
import { addDays, today } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1003'
const base = `/d/${village}/lembaga`
let town: Town
let admin: Device
let phone: Device
const survey = newId()
const { model } = shippedInstrument('institutions')

beforeAll(async () => {
  town = await newTown()
  await town.start()
  admin = new Device('desk', 'admin')
  phone = new Device('phone', 'facilitator')
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const device of [admin, phone]) await device.picture(`dist/journeys/institutions-${device.name}.png`)
})
afterAll(async () => {
  for (const device of [admin, phone]) await device.close()
  await town.demolish()
})

type Told = { name: string; kind: string; importance: number; closeness: number; partner?: string }

/** A form filled on the institutions questionnaire, as ODK writes it. */
const filled = (id: string, { name, kind, importance, closeness, partner }: Told) => `<?xml version="1.0"?>
<data xmlns:orx="http://openrosa.org/xforms" id="${model.formId}" version="${model.version}">
  <identity><institution_title>${name}</institution_title><kind>${kind}</kind><reach>village</reach></identity>
  <members><men>4</men><women>12</women><poor_members>5</poor_members><meets>monthly</meets><fields>social</fields></members>
  <standing><importance>${importance}</importance><closeness>${closeness}</closeness><poor_reached>yes</poor_reached></standing>
  ${partner ? `<tie><partner>${partner}</partner><help>info</help><strength>4</strength></tie>` : ''}
  <orx:meta><orx:instanceID>uuid:${id}</orx:instanceID></orx:meta>
</data>`

const told: readonly Told[] = [
  { name: 'PKK RW 05', kind: 'pkk', importance: 5, closeness: 4, partner: 'Posyandu Melati I' },
  { name: 'Posyandu Melati I', kind: 'pkk', importance: 4, closeness: 5 },
  { name: 'Posyandu Melati 1', kind: 'pkk', importance: 4, closeness: 5 },
]

test('a village asks about its institutions, and the answers are approved', async () => {
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const link = await act.invite(admin.page, village, 'facilitator', 'Dewi Lestari')
  await act.makeAccount(await phone.open(), link, 'Dewi Lestari', 'dewi')
  const { page } = phone
  const day = today('Asia/Jakarta')
  await act.enrol(page, village, 'Program Penanggulangan Kemiskinan di Perkotaan (P2KP)', addDays(day, -40))
  await act.send(page, village, openSurvey, {
    ...{ id: survey, enrolment: null, kind: null, title: 'Lembaga kita', population: 'open' },
    ...{ form: instrumentKey(model.formId, model.version), localPlaces: [], target: null, on: day },
  })
  const form = instrumentKey(model.formId, model.version)
  for (const one of told) {
    const id = newId()
    const about = { id, survey, form, files: [], household: null }
    await act.send(page, village, submit, { ...about, xml: filled(id, one) })
  }
  const rows = async () =>
    (await act.feedOf(page, village)).flatMap(({ collection, value }) =>
      collection === submissionCollection && value ? [value as SubmissionRow] : [],
    )
  // The check of the server comes first: it says what it found, and moves the version.
  await expect.poll(async () => (await rows()).length, { timeout: 30_000 }).toBe(told.length)
  const approve = async () => {
    const items = (await rows()).map(({ id, version }) => ({ id, basedOn: version }))
    await act.send(page, village, review, { items, to: 'approved', back: false, comment: '' })
  }
  await expect
    .poll(
      () =>
        approve().then(
          () => true,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
})

test('the answers become entries, and one that is like another is left for a person to say', async () => {
  const { page } = phone
  await act.goTo(page, `/d/${village}/survei/${survey}/lembaga`)
  await page.getByText('PKK RW 05').first().waitFor()
  await page.getByText(/Mirip dengan Posyandu Melati I/).waitFor()
  await page.getByRole('button', { name: 'Catat 2 lembaga' }).click()
  await page.getByText('Sudah dicatat: 2').waitFor()
  await act.allSent(page)
  await act.inside(page, base)
  await page.getByRole('link', { name: 'PKK RW 05' }).click()
  // The tie that the answer told of.
  await page.getByRole('heading', { name: 'Hubungan' }).waitFor()
  await page.getByText('Posyandu Melati I').first().waitFor()
})

test('without signal one more is entered and tied, and the pictures show it', async () => {
  const { page } = phone
  await phone.signal(false)
  await act.inside(page, `${base}/baru`)
  await page.getByLabel('Nama lembaga').fill('P.K.K. RW 5')
  await page.getByText('Namanya mirip yang sudah tercatat').waitFor()
  await page.getByLabel('Nama lembaga').fill('Arisan Ibu RT 03')
  await page.getByLabel('Jenis').selectOption('savings')
  await page.getByRole('heading', { name: 'Bagi warga miskin' }).click()
  await page.getByLabel('Penting bagi warga miskin').selectOption('3')
  await page.getByLabel('Dekat dengan warga miskin').selectOption('5')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('heading', { name: 'Arisan Ibu RT 03' }).waitFor()
  await page.getByRole('button', { name: 'Tambah hubungan' }).click()
  await page.getByLabel('Dengan').selectOption({ label: 'PKK RW 05' })
  await page.getByText('Tenaga dan bantuan').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await act.inside(page, `${base}/venn`)
  await page.locator('.lb-venn .lb-circle').nth(2).waitFor()
  await act.inside(page, `${base}/jejaring`)
  await page.locator('.lb-network .lb-node').nth(2).waitFor()
  await page.getByRole('button', { name: 'PKK RW 05' }).click()
  await page.getByText('PKK RW 05: 2 hubungan').waitFor()
  expect(await act.unsent(page)).toBe(2)
  await phone.signal(true)
  await act.allSent(page)
})
