// What a person does on the screen of a stage.
import type { Page } from 'playwright-core'

/** Opens a step of a stage by its number, where it stands folded. */
export async function openStep(page: Page, number: string): Promise<void> {
  const title = page.getByRole('heading', { level: 3, name: `${number} ` })
  const step = page.locator('details').filter({ has: title }).first()
  await step.waitFor()
  if ((await step.getAttribute('open')) === null) await step.locator('summary').first().click()
}
