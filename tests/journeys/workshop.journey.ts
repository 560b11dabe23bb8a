// A reflection discussion without signal: two phones build one problem tree, both move the same card, and what the workshop agreed
// on opens the gates of its stage.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { countHeads } from '../../src/capabilities/meetings/attendance.ts'
import { closeMeeting, openMeeting, planMeeting } from '../../src/capabilities/meetings/commands.ts'
import { minutes, plan } from '../../src/capabilities/meetings/meetings.testing.ts'
import { type Card, moveCards, startBoard } from '../../src/capabilities/workshops/cards/board.ts'
import { newId } from '../../src/kernel/id.ts'
import * as act from './acts.ts'
import { day, takeUp, village } from './office.ts'
import { Device, newTown, type Town } from './town.ts'

let town: Town
const admin = new Device('desk', 'admin')
const [one, two] = [new Device('phone', 'one'), new Device('phone', 'two')]
const held = { date: day, start: '00:01', end: '00:30' }

beforeAll(async () => {
  town = await newTown()
  await town.start()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const device of [one, two]) await device.picture(`dist/journeys/workshop-${device.name}.png`)
})
afterAll(async () => {
  for (const device of [admin, one, two]) await device.close()
  await town.demolish()
})

const [meeting, board] = [newId(), newId()]
const [water, well, price, dirt] = [newId(), newId(), newId(), newId()]
let enrolment = ''

test('a workshop has begun, and lies on two phones with the first cards of its tree', async () => {
  await act.makeAccount(await admin.open(), town.setupLink, 'Ratna Dewi', 'ratna')
  for (const [device, role, name, user] of [
    [one, 'facilitator', 'Dewi Lestari', 'dewi'],
    [two, 'volunteer', 'Budi Santoso', 'budi'],
  ] as const)
    await act.makeAccount(await device.open(), await act.invite(admin.page, village, role, name), name, user)
  const { page } = one
  enrolment = await takeUp(one, 'p2kp-2006', 10)
  const title = 'FGD refleksi kemiskinan RW 05'
  const about = { meeting, enrolment, group: 'workshop' as const, kind: 'poverty_reflection', title }
  await act.send(page, village, planMeeting, plan({ ...about, ...held }))
  await act.send(page, village, openMeeting, { meeting })
  const first = { id: board, meeting, kind: 'problem-tree' as const, title: 'Air bersih', focus: '' }
  await act.send(page, village, startBoard, first)
  const card = (id: string, text: string, rank: string, parent: string | null) => ({
    ...{ id: newId(), card: id, clock: 1 },
    set: { text, rank, parent, kind: parent ? ('cause' as const) : ('problem' as const) },
  })
  const moves = [
    ...[card(water, 'Air bersih sulit', 'b', null), card(well, 'Sumur asin', 'c', water)],
    ...[card(price, 'PDAM mahal', 'd', water), card(dirt, 'Sampah di kali', 'e', water)],
  ]
  await act.send(page, village, moveCards, { board, moves })
  for (const { page: phone } of [one, two]) {
    await act.goTo(phone, `/d/${village}/fgd/${meeting}/papan/${board}`)
    await phone.locator('[data-card]').nth(3).waitFor()
    await phone.evaluate(() => navigator.serviceWorker.ready)
  }
})

const cardOn = ({ page }: Device, text: string) => page.locator('[data-card]').filter({ hasText: text })

test('without signal both write cards and move the same one elsewhere, one by finger and one by keys', async () => {
  await one.signal(false)
  await two.signal(false)
  await cardOn(one, 'Sampah di kali').click()
  await one.page.getByRole('button', { name: 'Pindahkan' }).click()
  await cardOn(one, 'Sumur asin').click()
  await expect.poll(() => cardOn(one, 'Sampah di kali').getAttribute('aria-label')).toContain('Sumur asin')
  await one.page.getByLabel('Di bawah "Sampah di kali"').fill('Tidak peduli tetangga di hilir')
  await one.page.getByRole('button', { name: 'Tambah' }).click()
  await cardOn(two, 'Sampah di kali').click()
  await two.page.keyboard.press('Space')
  await two.page.keyboard.press('ArrowUp')
  await two.page.keyboard.press('Enter')
  await expect.poll(() => cardOn(two, 'Sampah di kali').getAttribute('aria-label')).toContain('PDAM mahal')
  await two.page.getByLabel('Di bawah "Sampah di kali"').fill('Aturan RT tidak dijalankan')
  await two.page.getByRole('button', { name: 'Tambah' }).click()
  await expect.poll(async () => [await act.unsent(one.page), await act.unsent(two.page)]).toEqual([2, 2])
})

test('with signal again both were taken, both phones show one tree, and say who moved the card last', async () => {
  await two.signal(true)
  await act.allSent(two.page)
  await one.signal(true)
  await act.allSent(one.page)
  const cards = (await act.feedOf(one.page, village)).filter(
    ({ collection }) => collection === 'workshops.card',
  )
  const parent = (cards.find(({ id }) => id === dirt)?.value as Card | undefined)?.fields.parent
  expect([well, price]).toContain(parent?.value)
  const where = parent?.value === well ? 'Sumur asin' : 'PDAM mahal'
  for (const device of [one, two]) {
    // Opened anew, a phone hears at once what others did meanwhile.
    await act.goTo(device.page, `/d/${village}/fgd/${meeting}/papan/${board}`)
    await device.page.getByRole('button', { name: 'Lihat semua' }).click()
    await expect.poll(() => cardOn(device, 'Sampah di kali').getAttribute('aria-label')).toContain(where)
    await cardOn(device, 'Tidak peduli tetangga').waitFor()
    await cardOn(device, 'Aturan RT').waitFor()
  }
  await cardOn(two, 'Sampah di kali').click()
  await two.page.getByRole('button', { name: 'Buka kartu' }).click()
  const mover = parent?.value === well ? 'Dewi Lestari' : 'Budi Santoso'
  await two.page.getByText(`Dipindahkan ${mover}`).waitFor()
  await two.page.keyboard.press('Escape')
})

test('an aspiration is noted, the workshop is closed with its plan, and the gates of the reflection are met', async () => {
  const { page } = one
  await act.inside(page, `/d/${village}/fgd/${meeting}/aspirasi`)
  await page.getByLabel('Yang diharapkan').fill('Ibu-ibu ingin air yang terbeli setiap hari')
  await page.getByRole('button', { name: 'Catat', exact: true }).click()
  await page.getByText('1 aspirasi di FGD ini').waitFor()
  await act.allSent(page)
  const heads = { women: 14, men: 9, poor: 8, elements: {} }
  await act.send(page, village, countHeads, { meeting, count: heads })
  const decision = { id: newId(), text: 'Pemetaan swadaya', responsible: 'Tim pemetaan', due: day }
  await act.send(page, village, closeMeeting, minutes(meeting, { ...held, decisions: [decision] }))
  await act.goTo(page, `/d/${village}/tahap/${enrolment}/reflection`)
  for (const gate of [
    'FGD refleksi kemiskinan sudah diselenggarakan',
    'Aspirasi warga miskin dan kelompok marjinal tercatat',
    'Langkah bersama disepakati',
    'Rencana tindak lanjut pemetaan swadaya disepakati',
  ])
    await page.locator('li', { hasText: gate }).getByText('Terpenuhi').first().waitFor({ state: 'attached' })
  expect([...one.faults, ...two.faults]).toEqual([])
})
