// What people do about roles in a journey: wait for a second officer, offer, decline, look before laying down.
import type { Page } from 'playwright-core'
import { goTo } from './acts.ts'
import type { Town } from './town.ts'

type Picture = (page: Page, name: string) => Promise<void>

async function offersVolunteer(page: Page, name: string): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByText('Tindakan')
    .click()
  await page.getByRole('button', { name: 'Tawarkan peran lain' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Peran', { exact: true }).selectOption('volunteer')
  await dialog.getByRole('button', { name: 'Tawarkan peran lain' }).click()
  await page.getByText('Menunggu jawaban orangnya').waitFor()
}

/** Says no to it, and looks what would end with their own role. */
async function declinesVolunteer(page: Page, picture: Picture): Promise<void> {
  await goTo(page, '/akun')
  const offer = page.getByText('Anda ditawari peran Relawan')
  await offer.waitFor()
  await picture(page, 'tawaran-peran')
  await page.getByRole('button', { name: 'Tolak' }).click()
  await offer.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Letakkan peran' }).click()
  await page.getByText('Tidak ada orang lain dengan peran ini').waitFor()
  await picture(page, 'letakkan-peran')
  await page.getByRole('button', { name: 'Batal' }).click()
}

/**
 * The head, whom Ratna Dewi has appointed, waits for a second officer, as his page and the team's say; who keeps the server
 * stands for him. The facilitator Dewi Lestari is offered a second role, and says no.
 */
export async function secondOfficer(
  { office, admin, phone }: Record<'office' | 'admin' | 'phone', Page>,
  town: Town,
  place: string,
  picture: Picture,
): Promise<void> {
  await office.getByText('menunggu dikonfirmasi petugas kedua').waitFor()
  await goTo(office, '/akun')
  await office.getByText('Menunggu petugas kedua, bukan Ratna Dewi').waitFor()
  await picture(office, 'menunggu-petugas-kedua')
  await goTo(admin, `/d/${place}/tim`)
  await admin.getByRole('heading', { name: 'Menunggu dikonfirmasi' }).waitFor()
  await picture(admin, 'antrean-konfirmasi')
  town.rembug('confirm', 'bambang')
  await goTo(office, '/akun')
  await office.getByText('dikonfirmasi oleh pengelola server').waitFor()
  await offersVolunteer(admin, 'Dewi Lestari')
  await declinesVolunteer(phone, picture)
}
