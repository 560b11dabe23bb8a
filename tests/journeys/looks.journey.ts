// Every screen of a village, on a phone and on a desk, in light and in dark: axe finds nothing, nothing is
// wider than the screen, nothing breaks. Played on the demonstration, whose villages are at many points.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../../src/apps/demo/accounts.ts'
import type { Meeting } from '../../src/capabilities/meetings/meeting.ts'
import type { Observation } from '../../src/capabilities/observations/observation.ts'
import { tegalPanggung as village } from '../../src/capabilities/places/demo-places.ts'
import type { SubmissionRow } from '../../src/capabilities/surveys/submission.ts'
import type { SurveyRow } from '../../src/capabilities/surveys/survey.ts'
import { awaitsCheck } from '../../src/kernel/paper.ts'
import * as act from './acts.ts'
import { broken, drawnAnew, settled } from './seeing.ts'
import { Device, newTown, type Town } from './town.ts'

let town: Town
const devices: Device[] = []

beforeAll(async () => {
  town = await newTown()
  await town.start('--demo')
})
afterAll(async () => {
  for (const device of devices) await device.close()
  await town.demolish()
})

/** The screens of a village, and of the person, that a facilitator opens. */
const screens = [
  '/',
  `/d/${village}`,
  `/d/${village}/program/baru`,
  `/d/${village}/rembug`,
  `/d/${village}/rembug?bagian=pelatihan`,
  `/d/${village}/rembug?bagian=selesai`,
  `/d/${village}/rembug/baru`,
  `/d/${village}/pelatihan/baru`,
  `/d/${village}/relawan`,
  `/d/${village}/relawan/baru`,
  `/d/${village}/warga`,
  `/d/${village}/warga/baru`,
  `/d/${village}/warga/impor`,
  `/d/${village}/surat`,
  `/d/${village}/surat/baru`,
  `/d/${village}/surat/kop`,
  `/d/${village}/surat/masuk`,
  `/d/${village}/surat/dokumen`,
  `/d/${village}/lembaga`,
  `/d/${village}/lembaga/baru`,
  `/d/${village}/lembaga/venn`,
  `/d/${village}/lembaga/jejaring`,
  `/d/${village}/lembaga/fgd`,
  `/d/${village}/lembaga/cetak`,
  `/d/${village}/wilayah`,
  `/d/${village}/tim`,
  '/kotak-keluar',
  '/akun',
  '/tidak-ada',
]

/** The screens about one enrolment, or one record of it, its ids asked of the feed. */
async function enrolmentScreens(device: Device): Promise<string[]> {
  const rows = (await act.feedOf(device.page, village)).filter(({ value }) => value !== null)
  const of = (collection: string) => rows.filter((row) => row.collection === collection)
  const observed = of('observations.observation')[0]?.value as Observation | undefined
  const incoming = of('letters.incoming')[0]?.id
  const signed = of('meetings.meeting').find(({ value }) =>
    awaitsCheck((value as Meeting).acknowledgement),
  )?.id
  if (!observed || !incoming || !signed) throw new Error('the demonstration shows no paper')
  const { enrolment, outcome } = observed
  return [
    ...[`tahap/${enrolment}/civil`, `jadwal/${enrolment}`, `surat/masuk/${incoming}`, `rembug/${signed}`],
    ...[`pengamatan?pendaftaran=${enrolment}`, `pengamatan?jenis=${outcome}&pendaftaran=${enrolment}`],
  ].map((path) => `/d/${village}/${path}`)
}

type SurveyScreens = {
  /** Seen anew on a phone: small, and by hand. */
  phone: string[]
  /** Tables, figures and forms, that a desk is for. */
  desk: string[]
}

/** The screens of the survey of households, its ids asked of the feed. */
async function surveyScreens(device: Device): Promise<SurveyScreens> {
  const rows = await act.feedOf(device.page, village)
  const of = <T>(collection: string) =>
    rows.filter((row) => row.collection === collection && row.value).map((row) => row.value as T)
  const survey = of<SurveyRow>('surveys.survey').find((row) => row.population === 'households')
  const filled = of<SubmissionRow>('surveys.submission').filter((row) => row.survey === survey?.id)
  const doubted = filled.find((row) => row.doubts.some((doubt) => doubt.code.endsWith('registry-conflict')))
  const returned = filled.find((row) => row.returned)
  if (!survey || !doubted || !returned) throw new Error('the demonstration shows no survey')
  const all = `/d/${village}/survei`
  const one = `${all}/${survey.id}`
  return {
    phone: [
      ...[all, one, `${one}?bagian=kunjungan`, `${one}?bagian=peta`, `${one}/isi`, `${one}/periksa`],
      ...[`${one}/isian/${doubted.id}`, `${one}/isi/${returned.id}`, `${one}/data`],
    ],
    desk: [
      ...[`${all}/baru`, `${one}?bagian=peta`, `${one}/periksa`, `${one}/isian/${returned.id}`],
      ...[
        `${one}/data`,
        `${one}/grafik`,
        `${one}/unduh`,
        `${one}/sambungan`,
        `${one}/ukuran`,
        `${one}/daftar`,
        `${one}/daftar/keberatan`,
        `${one}/daftar/keberatan/baru`,
        `${one}/daftar/cetak`,
        `${one}/profil`,
      ],
      ...[`${all}/formulir`, `${all}/formulir/impor`, `${all}/formulir/${survey.form}`, `${all}/perangkat`],
    ],
  }
}

async function signIn(size: 'phone' | 'desk', user: string): Promise<Device> {
  const device = new Device(size, `${user}-${size}`)
  devices.push(device)
  const page = await device.open()
  await page.goto(`${town.url}/masuk`)
  await page.locator('input[name=user]').fill(user)
  await page.locator('input[name=password]').fill(demoPassword)
  await page.locator('form button[type=submit]').first().click()
  await act.choosePin(page)
  return device
}

type Finding = { screen: string; what: string }
const looked = { light: 0, dark: 0 }

async function lookAt(device: Device, path: string, scheme: 'light' | 'dark'): Promise<Finding[]> {
  const { page } = device
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.evaluate(() => {
    // Rows that are passed over until they are scrolled to keep the colours of the scheme before.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
  })
  await drawnAnew(page)
  const found: Finding[] = []
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  if (wide > 0) found.push({ screen: path, what: `${wide} px wider than the screen in ${scheme}` })
  let faults = await broken(page, scheme)
  // What is wrong is wrong a second time; a colour of the scheme before, on a machine that is late, is not.
  if (faults.length > 0) {
    await drawnAnew(page)
    faults = await broken(page, scheme)
  }
  for (const what of faults) found.push({ screen: path, what: `${scheme}: ${what}` })
  const folder = process.env.REMBUG_LOOKS
  if (folder) await device.picture(`${folder}/${device.size}-${scheme}-${path.replaceAll(/\W+/g, '_')}.png`)
  looked[scheme] += 1
  return found
}

/** Goes through the screens, each in light, and those of `dark` in both before going on. */
async function look(device: Device, paths: readonly string[], dark: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const path of paths) {
    await act.inside(device.page, path)
    await act.opened(device.page)
    found.push(...(await lookAt(device, path, 'light')))
    if (dark.includes(path)) found.push(...(await lookAt(device, path, 'dark')))
  }
  return found
}

test("a facilitator's screens on a phone, in light and in dark", async () => {
  const device = await signIn('phone', 'fasilitator')
  const more = await enrolmentScreens(device)
  const dark = [
    ...screens.slice(0, 12),
    ...screens.filter((path) => /surat.(masuk|dokumen)/.test(path)),
    ...more,
  ]
  expect(await look(device, [...screens, ...more], dark)).toEqual([])
  expect(device.faults).toEqual([])
}, 400_000)

test('on a phone, the home of a village with two programmes says what to do next within two screens, and keeps the rest', async () => {
  const { page } = await signIn('phone', 'fasilitator')
  await act.inside(page, `/d/${village}`)
  const next = page.locator('main .rb-button-primary').first()
  await next.waitFor()
  await page.getByRole('heading', { name: 'Sampai hari ini' }).waitFor()
  await settled(page)
  const screen = page.viewportSize()?.height ?? 0
  const tall = await page.evaluate(() => document.documentElement.scrollHeight)
  expect((await next.boundingBox())?.y).toBeLessThan(2 * screen)
  expect(tall).toBeLessThan(3 * screen)
  for (const each of ['Hari-hari yang dekat', 'Sampai hari ini', /^TKPK/])
    await page.getByRole('heading', { name: each }).click()
  await page
    .getByRole('button', { name: /^Semua \d+ tahap/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Semua \d+ tahap/ }).click()
  await page.getByRole('link', { name: 'Jadwal' }).nth(1).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(5 * screen)
}, 100_000)

test("a survey's screens, in light and in dark: on a phone what is done by hand, on a desk what is read", async () => {
  const phone = await signIn('phone', 'relawan')
  const screens = await surveyScreens(phone)
  expect(await look(phone, screens.phone, screens.phone.slice(1, 5))).toEqual([])
  const desk = await signIn('desk', 'fasilitator')
  const registers = [`/d/${village}/surat/masuk`, `/d/${village}/surat/dokumen`]
  const more = [...registers, ...(await enrolmentScreens(desk)).slice(0, 2)]
  expect(await look(desk, [...screens.desk, ...more], [...screens.desk.slice(1, 8), ...more])).toEqual([])
  expect([...phone.faults, ...desk.faults]).toEqual([])
}, 400_000)

test("an officer's screens on a desk", async () => {
  const device = await signIn('desk', 'kota')
  const desk = [
    '/',
    '/kemajuan/34.71',
    '/naskah/34.71',
    '/daftar/34.71',
    `/d/${village}`,
    `/d/${village}/rembug`,
    '/tim/34.71',
    '/akun',
  ]
  expect(await look(device, desk, desk)).toEqual([])
  expect(device.faults).toEqual([])
}, 300_000)

test('who only watches sees the progress that the facilitator sees, and no false zero', async () => {
  const seenBy = async (user: string) => {
    const { page } = await signIn('phone', user)
    await act.inside(page, `/d/${village}`)
    const cycle = page.getByRole('list', { name: 'Siklus program' }).first()
    await cycle
      .getByText(/\d+ dari \d+ syarat terpenuhi/)
      .first()
      .waitFor()
    const seen = await cycle.innerText()
    const nothing: string[] = []
    for (const list of ['rembug', 'relawan', 'warga', 'survei', 'surat']) {
      await act.inside(page, `/d/${village}/${list}`)
      await act.opened(page)
      await settled(page)
      const lines = (await page.locator('main').innerText()).split('\n')
      nothing.push(
        ...lines.filter((line) => /^(Belum ada|Tidak ada|0\b)/.test(line)).map((line) => `${list}: ${line}`),
      )
    }
    return { seen, nothing }
  }
  const worker = await seenBy('fasilitator')
  for (const user of ['auditor', 'mitra', 'admin', 'kelompok', 'petugas']) {
    const { seen, nothing } = await seenBy(user)
    expect(seen, user).toBe(worker.seen)
    // That there is none of something is told to nobody who may not see it.
    expect(
      nothing.filter((line) => !worker.nothing.includes(line)),
      user,
    ).toEqual([])
  }
}, 300_000)

test('no screen was passed by', () => {
  expect(looked).toEqual({ light: 74, dark: 43 })
})
