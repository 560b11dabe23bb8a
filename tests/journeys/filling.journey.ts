// A form is filled on a phone: the real engine, seal, drafts and outbox in a real Chromium, under the app's own policy for
// content; only the server is out of reach, as it is in the field.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, openStage, type Stage } from '../../bench/filling/stage.ts'
import { asked, at, axe, type FillingStage, jump, kept, next, photo } from './filling-acts.ts'

declare const stage: FillingStage

const folder = mkdtempSync(join(tmpdir(), 'rembug-filling-'))
let town: Stage
let context: BrowserContext
const faults: string[] = []

beforeAll(async () => {
  build(join(folder, 'built'))
  writeFileSync(join(folder, 'rumah.png'), photo)
  town = await openStage(join(folder, 'built'))
})
afterAll(async () => {
  await town?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function phoneWith(form: string): Promise<Page> {
  context = await town.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
    geolocation: { latitude: -7.797068, longitude: 110.370529, accuracy: 6 },
    permissions: ['geolocation'],
  })
  return openForm(form)
}

async function openForm(form: string, path = '/'): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${town.address}${path}?form=${form}`)
  if (path === '/') await page.click('main a')
  await page.waitForSelector('.fl-where')
  return page
}

test('every type of question is answered without a signal, and lies in the outbox as the engine wrote it', async () => {
  const page = await phoneWith('all')
  await at(page, 'Jawaban dirahasiakan')
  await next(page)
  await next(page)
  expect(await page.textContent('.rb-error')).toContain('Persetujuan harus ada')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('kepala keluarga setuju')
  await page.check('.fl-choice input')
  await next(page)

  await at(page, 'Keluarga mana')
  await page.fill('input[type=search]', 'amin')
  await page.check('.fl-choice:has-text("Siti Aminah") input')
  await next(page)

  await at(page, 'Nama kepala keluarga')
  expect(await axe(page)).toEqual([])
  await page.fill('.fl-question input', 'Siti Aminah')
  await next(page)
  await page.fill('.fl-question input', '3471')
  await next(page)
  expect(await page.textContent('.rb-error')).toContain('NIK harus 16 angka')
  await page.fill('.fl-question input', '3471044501800000')
  await next(page)
  await page.fill('.fl-question input', '3471044501800000')
  await next(page)
  expect(await page.textContent('.rb-error')).toContain('Angka ini tidak dapat disimpan')
  await page.fill('.fl-question input', '45')
  await next(page)
  await page.fill('.fl-question input', '36,5')
  await next(page)
  await page.check('input[value=sumur]')
  await next(page)
  await page.check('input[value=motor]')
  await page.check('input[value=sawah]')
  await next(page)
  await page.check('input[value="4"]')
  await next(page)
  await page.selectOption('select', 'ya')
  await next(page)
  await page.click('button[aria-label=Tambah]')
  await page.click('button[aria-label=Tambah]')
  await page.click('button[aria-label=Tambah]')
  expect(await page.textContent('.fl-range-value')).toBe('2')
  await next(page)
  await page.click('button[aria-label="Naikkan Air bersih"]')
  await next(page)

  await at(page, 'Tanggal lahir')
  const fields = page.locator('.fl-question input')
  await fields.nth(0).fill('0194-05-17')
  await fields.nth(1).fill('2001-03')
  expect(await page.textContent('.rb-notice')).toContain('Tahun 194 tidak biasa')
  await fields.nth(0).fill('1980-05-17')
  await fields.nth(2).fill('1998')
  await fields.nth(3).fill('06:30')
  await fields.nth(4).fill('2012-12-24T22:15')
  expect(await axe(page)).toEqual([])
  await next(page)

  await at(page, 'Anggota keluarga')
  expect(await axe(page)).toEqual([])
  await page.click('.fl-member-open')
  await at(page, 'Nama anggota')
  await page.fill('.fl-question input', 'Budi')
  await next(page)
  await page.fill('.fl-question input', '12')
  await next(page)
  await at(page, 'Apakah masih sekolah?')
  await page.check('input[value=ya]')
  await next(page)
  await at(page, 'Budi')
  await page.click('text=Tambah Anggota')
  await page.fill('.fl-question input', 'Tono')
  await next(page)
  await page.fill('.fl-question input', '41')
  await next(page)
  await at(page, 'Tono')
  await page.click('button[aria-label="Hapus Tono"]')
  await page.click('dialog .rb-button-danger')
  await page.click('text=Tambah Anggota')
  await page.fill('.fl-question input', 'Wati')
  await next(page)
  await next(page)
  await at(page, 'Wati')
  await next(page)
  await at(page, 'Tercatat 2 anggota keluarga.')
  await next(page)
  await page.fill('.fl-question input', '1')
  await next(page)
  await at(page, 'Jumlahnya mengikuti')
  expect(await page.locator('text=Tambah Ternak').count()).toBe(0)
  await page.click('.fl-member-open')
  await page.fill('.fl-question input', 'Kambing')
  await next(page)
  await next(page)

  await at(page, 'Titik rumah')
  await page.click('text=Ambil titik')
  await at(page, '110,370529°')
  await next(page)
  for (const [longitude, n] of [
    [110.3705, 1],
    [110.3709, 2],
  ] as const) {
    await context.setGeolocation({ latitude: -7.7971, longitude, accuracy: 4 })
    await page.click('text=Tambah titik di sini')
    await page.waitForSelector(`text=Titik ${n}`)
  }
  await at(page, '2 titik')
  await next(page)
  await at(page, 'Batas pekarangan')
  await next(page)
  await at(page, 'Foto rumah')
  await page.setInputFiles('input[type=file] >> nth=0', join(folder, 'rumah.png'))
  await page.waitForSelector('.fl-file img')
  expect(await axe(page)).toEqual([])
  await jump(page, 'Catatan petugas')
  await page.fill('textarea', 'Rumah di ujung gang.\nPagar hijau.')
  await next(page)

  await at(page, 'Semua sudah lengkap')
  expect(await axe(page)).toEqual([])
  expect(await page.textContent('.fl-page')).toContain('1. Air bersih')
  expect(await page.evaluate(() => stage.drafts())).toBe(1)
  await next(page)
  await page.waitForSelector('text=Isian tersimpan dan akan dikirim')

  const [given] = await page.evaluate(() => stage.outbox())
  if (!given) throw new Error('nothing lies in the outbox')
  const { id, xml, files, household } = given.input
  const holds = (name: string, text: string | RegExp) => {
    const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
    expect(found, name).toMatch(text)
  }
  holds('setuju_didata', /^OK$/)
  holds('nik', /^3471044501800000$/)
  holds('luas', /^36.5$/)
  holds('aset', /^motor sawah$/)
  holds('urutan', /^air jalan kerja sekolah$/)
  holds('lahir', /^1980-05-17$/)
  holds('bulan_pindah', /^2001-03-01$/)
  holds('tahun_rumah', /^1998-01-01$/)
  holds('jam', /^06:30:00.000\+07:00$/)
  holds('saat', /^2012-12-24T22:15:00.000\+07:00$/)
  holds('titik', /^-7.797068 110.370529 /)
  holds('jalan', /^-7.7971 110.3705 .*;-7.7971 110.3709 /)
  holds('foto', /^foto-\d+\.(png|jpg)$/)
  holds('instanceID', new RegExp(`^uuid:${id}$`))
  holds('instanceName', /^Keluarga Siti Aminah$/)
  expect(xml.match(/<nama_anggota>[^<]*/g)).toEqual(['<nama_anggota>Budi', '<nama_anggota>Wati'])
  expect(household).toBe(await page.evaluate(() => stage.id(201)))
  expect(files).toHaveLength(1)
  expect(await page.evaluate(() => stage.drafts())).toBe(0)
  expect((await page.evaluate(() => stage.files())).map((file) => file.status)).toEqual(['waiting'])
  await context.close()
})

test('the phone dies in mid-form: the draft is there on the same page, with its photo and a day no calendar has, and goes only when it is thrown away', async () => {
  let page = await phoneWith('all')
  await jump(page, 'Nama kepala keluarga')
  await page.fill('.fl-question input', '2014-02-30')
  await at(page, 'jadi tanggal 2014-02-30, dan tanggal itu tidak ada di kalender')
  await jump(page, 'Foto rumah')
  await page.setInputFiles('input[type=file] >> nth=0', join(folder, 'rumah.png'))
  await page.waitForSelector('.fl-file img')
  await jump(page, 'Umur kepala keluarga')
  await page.fill('.fl-question input', '61')
  await kept(page)
  const path = new URL(page.url()).pathname
  const session = await context.newCDPSession(page)
  // The tab is killed: no page hides, nothing is told.
  void session.send('Page.crash').catch(() => undefined)
  await new Promise((resolve) => page.once('crash', resolve))

  page = await openForm('all', path)
  expect(await asked(page)).toContain('Umur kepala keluarga')
  expect(await page.inputValue('.fl-question input')).toBe('61')
  await jump(page, 'Foto rumah')
  await page.waitForSelector('.fl-file img')
  await page.click('text=Hapus')
  await page.waitForSelector('.fl-file', { state: 'detached' })
  // The question is empty at once; the sealed file goes when the draft without it is kept.
  await expect.poll(() => page.evaluate(() => stage.files())).toEqual([])
  await jump(page, 'Nama kepala keluarga')
  expect(await page.inputValue('.fl-question input')).toBe('2014-02-30')
  await at(page, 'tanggal itu tidak ada di kalender')
  await page.click('button[aria-label="Pilihan lain"]')
  await page.click('text=Buang isian ini')
  await page.click('text=Ya, buang')
  await page.waitForSelector('main li a')
  expect(await page.evaluate(() => stage.drafts())).toBe(0)
  await context.close()
})

test('a submission that came back is mended: a new instanceID, the old one as deprecated, also after a pause', async () => {
  let page = await phoneWith('choices')
  await page.fill('input[type=search]', 'desa zukamaju 9')
  await page.check('.fl-choice input >> nth=0')
  await next(page)
  await page.fill('.fl-question input', 'awal')
  await next(page)
  await next(page)
  await page.waitForSelector('text=Isian tersimpan dan akan dikirim')
  const [first] = await page.evaluate(() => stage.outbox())
  if (!first) throw new Error('nothing lies in the outbox')
  const { id, xml } = first.input
  const row = {
    ...{ id, survey: '0192f0a0-0000-7000-8000-000000000001', form: '0192f0a0-0000-7000-8000-000000000100' },
    ...{
      instance: `uuid:${id}`,
      state: 'has-issues',
      returned: true,
      household: null,
      localPlace: null,
      name: '',
    },
    ...{ point: null, by: '', source: 'rembug', startedAt: null, endedAt: null, submittedAt: '', missing: 0 },
    ...{ doubts: [], comment: 'Catatannya kurang jelas', xml, files: {}, version: 2 },
  }
  await page.click('.rb-empty .rb-button-primary')
  // The server has it by now, and has sent it back.
  await page.evaluate(async (given) => {
    const { phone } = stage as unknown as {
      phone: { open: { store: { outbox: { clear: () => Promise<void> } } } }
    }
    await phone.open.store.outbox.clear()
    await stage.giveBack(given)
    history.pushState(null, '', `/d/34.71.04.1001/survei/${given.survey}/isi/${given.id}`)
  }, row)
  await jump(page, 'Catatan')
  expect(await page.inputValue('.fl-question input')).toBe('awal')
  await page.fill('.fl-question input', 'sudah jelas')
  await kept(page)

  // Taken up again from its draft, it still knows which edition it mends.
  const path = new URL(page.url()).pathname
  page = await openForm('choices', path)
  await jump(page, 'Catatan')
  expect(await page.inputValue('.fl-question input')).toBe('sudah jelas')
  await next(page)
  await next(page)
  await page.waitForSelector('text=Isian tersimpan dan akan dikirim')
  const [mended] = await page.evaluate(() => stage.outbox())
  expect(mended?.input.id).toBe(id)
  expect(mended?.input.xml).toContain(`<deprecatedID>uuid:${id}</deprecatedID>`)
  expect(mended?.input.xml).not.toContain(`<instanceID>uuid:${id}</instanceID>`)
  expect(mended?.input.xml).toContain('<akhir>sudah jelas</akhir>')
  expect(faults).toEqual([])
  await context.close()
})
