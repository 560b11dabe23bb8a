// What is done on the pages of a form, said once.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** 1 x 1 pixel. */
export const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const next = (page: Page) => page.click('.fl-foot .rb-button-primary')
export const asked = (page: Page) => page.textContent('.fl-words')
export const at = async (page: Page, title: string) => {
  await page.waitForFunction(
    (wanted) => document.querySelector('.fl-page')?.textContent?.includes(wanted),
    title,
  )
}
export const jump = async (page: Page, title: string) => {
  await page.click('.fl-where')
  await page.click(`.fl-line:has-text("${title}")`)
  await at(page, title)
}
/** The draft is kept a moment after each answer. */
export const kept = (page: Page) => page.waitForTimeout(600)
export const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

type Given = {
  input: { id: string; xml: string; files: { name: string; id: string }[]; household: string | null }
}

/** What the page of the stage lets a test look at. */
export type FillingStage = {
  id: (n: number) => string
  drafts: () => Promise<number>
  outbox: () => Promise<Given[]>
  files: () => Promise<{ id: string; status: string; command: string }[]>
  giveBack: (row: object) => Promise<void>
}
