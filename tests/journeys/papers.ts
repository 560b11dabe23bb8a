// What is signed on paper, as it is checked in journeys.
import type { Page } from 'playwright-core'

/** Holds the scan against what was typed, as somebody else. */
export async function checkPaper(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Periksa kertas' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('link', { name: 'Lihat pindaian' }).waitFor()
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Di kertas, sudah diperiksa').first().waitFor()
}
