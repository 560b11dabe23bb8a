// Lists on a phone: a cascade of villages too long for the form is filled in without a signal, also after the app was closed;
// and who was told of in one form is offered by the next.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { registerMany } from '../../src/capabilities/people/household.ts'
import { chunk } from '../../src/capabilities/people/people.testing.ts'
import { importForm } from '../../src/capabilities/surveys/library/form.ts'
import { openSurvey } from '../../src/capabilities/surveys/survey.ts'
import { today } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { at, kept, next } from './filling-acts.ts'
import { listForms } from './list-forms.ts'
import { choose, toTheEnd } from './survey-acts.ts'
import { Device, newTown, type Town } from './town.ts'

const village = '34.71.04.1002'
const home = `/d/${village}/survei`
let town: Town
const phone = new Device('phone', 'facilitator')
const surveys: Record<string, string> = {}
let household = ''
let residents = 0

beforeAll(async () => {
  town = await newTown()
  await town.start()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await phone.picture('dist/journeys/lists.png')
})
afterAll(async () => {
  await phone.close()
  await town.demolish()
})

const send = async () => {
  await toTheEnd(phone.page)
  await phone.page.getByRole('button', { name: 'Kirim', exact: true }).click()
  await phone.page.getByText('Isian tersimpan dan akan dikirim').first().waitFor()
}

test('three forms hold in the village; the phone has what they need', async () => {
  const admin = new Device('desk', 'admin')
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  const link = await act.invite(admin.page, village, 'facilitator', 'Dewi Lestari')
  await admin.close()
  const page = await phone.open()
  await act.makeAccount(page, link, 'Dewi Lestari', 'dewi')
  const known = chunk(1)
  household = known.households[0]?.id ?? ''
  residents = known.persons.length
  await act.send(page, village, registerMany, {
    batch: newId(),
    households: known.households.map((each) => ({ ...each, kk: null })),
    persons: known.persons.map((each) => ({ ...each, nik: null, noNik: 'unknown' as const })),
  })
  for (const [name, workbook] of Object.entries(await listForms())) {
    const [form, id] = [newId(), newId()]
    await act.send(page, village, importForm, { id: form, fileName: `${name}.xlsx`, workbook, kinds: [] })
    const about = {
      enrolment: null,
      kind: null,
      alsoFor: [],
      population: 'open',
      localPlaces: [],
      target: null,
    }
    await act.send(page, village, openSurvey, {
      ...about,
      id,
      title: name,
      form,
      on: today('Asia/Jakarta'),
    } as never)
    surveys[name] = `${home}/${id}`
  }
  const fetched = page.waitForResponse((answer) => answer.url().includes('/files/desa.csv') && answer.ok())
  await act.goTo(page, surveys.villages ?? '')
  await fetched
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForTimeout(1000)
})

test('without a signal four thousand villages are asked of the phone, and an earlier answer takes back what hung on it', async () => {
  await phone.signal(false)
  let { page } = phone
  await act.inside(page, `${surveys.villages}/isi`)
  await page.locator('.fl-question select').selectOption({ index: 1 })
  await next(page)
  await at(page, 'Kabupaten')
  for (const title of ['Kecamatan', 'Desa']) {
    await page.locator('.fl-choice').first().click()
    await next(page)
    await at(page, title)
  }
  await page.locator('.fl-choice input[value^=desa]').first().check()
  await kept(page)

  // The app is closed; what opens again without a signal still knows the village by its name.
  const path = new URL(page.url()).pathname
  await phone.context.close()
  page = await phone.open()
  await phone.signal(false)
  await page.goto(`${town.url}${path}`)
  await act.unlockIfAsked(page)
  const chosen = page.locator('.fl-choice:has(input[value^=desa]:checked)')
  await chosen.waitFor()
  const [first = '', value] = [await chosen.textContent(), await chosen.locator('input').inputValue()]
  await next(page)
  await at(page, 'Catatan')
  await next(page)
  await at(page, first ?? '')

  await act.inside(page, path)
  await page.locator('.fl-where').click()
  await page.locator('.fl-line:has-text("Provinsi")').click()
  await page.locator('.fl-question select').selectOption({ index: 2 })
  await next(page)
  await at(page, 'Kabupaten')
  for (const title of ['Kecamatan', 'Desa']) {
    expect(await page.locator('.fl-choice input:checked').count()).toBe(0)
    await page.locator('.fl-choice').first().click()
    await next(page)
    await at(page, title)
  }
  expect(await page.locator('.fl-choice input:checked').count()).toBe(0)
  expect(await page.locator(`.fl-choice input[value="${value}"]`).count()).toBe(0)
  await page.locator('.fl-choice input[value^=desa]').first().check()
  await send()
})

test('each line of a home becomes a person of the register, and the next form offers them, again without a signal', async () => {
  const { page } = phone
  const choosesHome = async () => {
    await at(page, 'Keluarga siapa?')
    await page.locator(`.fl-choice input[value="${household}"]`).check()
    await next(page)
  }
  await act.inside(page, `${surveys.members}/isi`)
  await choosesHome()
  for (const [n, [name, sex, born]] of [
    ['Ani Lestari', 'Perempuan', '2001'],
    ['Budi Lestari', 'Laki-laki', '2010'],
  ].entries()) {
    await page.getByRole('button', { name: n === 0 ? /^Anggota ke-1/ : 'Tambah Anggota' }).click()
    await page.getByLabel('Nama anggota').fill(name ?? '')
    await next(page)
    await choose(page, sex ?? '')
    await next(page)
    await page.getByLabel('Tahun lahir').fill(born ?? '')
    await next(page)
  }
  await page.getByRole('button', { name: 'Tambah Anggota' }).waitFor()
  await next(page)
  await send()
  await phone.signal(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await act.allSent(page)
  const persons = async () =>
    (await act.feedOf(page, village)).filter(
      (row) => row.collection === 'people.person' && row.value !== null,
    ).length
  await expect.poll(persons).toBe(residents + 2)
  await act.goTo(page, surveys.training ?? '')
  await phone.signal(false)
  await act.inside(page, `${surveys.training}/isi`)
  await choosesHome()
  await at(page, 'Siapa yang ikut pelatihan?')
  expect(await page.locator('.fl-choice').count()).toBe(residents + 2)
  await choose(page, 'Budi Lestari')
  await send()
  await phone.signal(true)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await act.allSent(page)
  const rows = (await act.feedOf(page, village)).filter((row) => row.collection === 'surveys.submission')
  expect(rows.map((row) => (row.value as { doubts: unknown[] }).doubts)).toEqual([[], [], []])
  expect(phone.faults).toEqual([])
})
