// How a journey looks at a screen: once it stands still, by axe, in light and in dark.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Violation = { id: string; help: string; nodes: { html: string; any: { message: string }[] }[] }
type Axe = { run(where: Document, options: object): Promise<{ violations: Violation[] }> }
/** Until nothing on the screen has changed for a moment: its rows have come from the local copy. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        const stillMillis = 200
        let timer = setTimeout(end, stillMillis)
        const watch = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, stillMillis)
        })
        // What never comes to rest is looked at all the same.
        const last = setTimeout(end, 5000)
        function end(): void {
          clearTimeout(last)
          watch.disconnect()
          done()
        }
        watch.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
      }),
  )
}

/** In dark only what is about colours can come out otherwise than in light; each screen was seen in light before. */
const rules = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
} as const

/** What axe finds, in words. It is put into the page once: a tap on a link does not load the page anew. */
export async function broken(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window)))
    // The app has no frames of others, so axe may sum up where it looked, and needs no second page for that.
    await new AxeBuilder({ page }).setLegacyMode().withRules(['document-title']).analyze()
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly })
    return violations.map(
      ({ id, help, nodes: [node] }) =>
        `${id}: ${node?.html.slice(0, 160)} (${node?.any[0]?.message ?? help})`,
    )
  }, rules[scheme])
}

/** Styles of the scheme before stay on some elements when the machine is busy: all are reckoned anew, and drawn. */
export async function drawnAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { style } = document.documentElement
    style.display = 'none'
    void document.documentElement.offsetHeight
    style.display = ''
  })
  await settled(page)
}
