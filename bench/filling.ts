// A form of 250 questions on a slow phone: a Chromium whose processor is slowed four times. From the press of "fill in"
// until the first question stands there, from "next" until the next question does, and from a key to its letter; and the same
// of a cascade of all the country's villages. Printed as a share of the goal; asserts nothing.
//   node scripts/node.mjs bench/filling.ts
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, openStage } from './filling/stage.ts'

const slower = 4
const rounds = 5
const goals = {
  'first question, as from the screen of a survey': 2000,
  'first question, engine not loaded yet': 2000,
  'next page': 100,
  'one letter': 100,
  'first question of a cascade of 83,000 villages': 3000,
  'villages of a district': 3000,
}

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Milliseconds from a press until the page shows something else, measured inside the page up to its next frame. */
async function timed(page: Page, press: string, watched: string): Promise<number> {
  return page.evaluate(
    async ([button, part]) => {
      const text = () => document.querySelector(part as string)?.textContent ?? ''
      const before = text()
      const start = performance.now()
      document.querySelector<HTMLElement>(button as string)?.click()
      while (text() === before || text() === '')
        await new Promise((resolve) => requestAnimationFrame(resolve))
      return performance.now() - start
    },
    [press, watched],
  )
}

async function slowPhone(browser: Browser, address: string, form: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${address}/?form=${form}`)
  await page.waitForSelector('main li a')
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  return page
}

async function letter(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('.fl-question input')
    if (!input) return 0
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const start = performance.now()
    set?.call(input, `${input.value}1`)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  })
}

const folder = mkdtempSync(join(tmpdir(), 'rembug-filling-'))
build(folder)
const stage = await openStage(folder)
const ready: number[] = []
const cold: number[] = []
const next: number[] = []
const key: number[] = []
const choices: number[] = []
const opened: number[] = []
const villages: number[] = []
for (let round = 0; round < rounds; round++) {
  const first = await slowPhone(stage.browser, stage.address, 'long')
  cold.push(await timed(first, 'main li a', '.fl-words'))
  await first.context().close()
  const page = await slowPhone(stage.browser, stage.address, 'long&ready')
  await page.waitForTimeout(3000)
  ready.push(await timed(page, 'main li a', '.fl-words'))
  for (let n = 0; n < 12; n++) {
    if (await page.$('.fl-question input[type=text]')) key.push(await letter(page))
    else await page.click('.fl-choice input')
    next.push(await timed(page, '.fl-foot .rb-button-primary', '.fl-where'))
  }
  await page.context().close()
}
for (let round = 0; round < 3; round++) {
  const page = await slowPhone(stage.browser, stage.address, 'choices')
  choices.push(await timed(page, 'main li a', '.fl-words'))
  await page.context().close()
}
for (let round = 0; round < 3; round++) {
  const page = await slowPhone(stage.browser, stage.address, 'cascade&ready')
  // The list is kept on the phone while there is a line.
  await page.waitForTimeout(8000)
  opened.push(await timed(page, 'main li a', '.fl-words'))
  await page.selectOption('.fl-question select', 'prov5')
  for (const level of ['kab', 'kec', 'desa']) {
    const start = performance.now()
    await page.click('.fl-foot .rb-button-primary')
    await page.locator(`.fl-choice input[value^=${level}]`).first().check()
    if (level === 'desa') villages.push(performance.now() - start)
  }
  await page.context().close()
}
await stage.close()
rmSync(folder, { recursive: true, force: true })

console.log(`250 questions, processor ${slower}x slower, ${rounds} times`)
console.table(
  Object.entries(goals).map(([what, goal], index) => {
    const values = [ready, cold, next, key, opened, villages][index] ?? []
    const [typical, worst] = [middle(values), Math.max(...values)]
    return {
      what,
      'goal ms': goal,
      'typical ms': Math.round(typical),
      'worst ms': Math.round(worst),
      'typical of the goal': (typical / goal).toFixed(2),
      'worst of the goal': (worst / goal).toFixed(2),
    }
  }),
)
console.log(`One question with 10,000 choices opens in ${Math.round(middle(choices))} ms.`)
