// A board of 400 cards: what a move costs to read and lay out, and how long the frames are while a card is carried, in Chromium
// with a processor four times slower. The goal is 16 ms a frame (issue 11).

import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../scripts/browser.mjs'
import type { Card } from '../src/capabilities/workshops/cards/board.ts'
import { type Leaf, treeOf } from '../src/capabilities/workshops/cards/tree.ts'
import { newId } from '../src/kernel/id.ts'
import { rankBetween } from '../src/kernel/rank.ts'
import { layoutOf, type Node } from '../src/platform/browser/board/layout.ts'

const count = 400
let last: string | null = null
const ids = Array.from({ length: count }, () => newId())
const cards: Card[] = ids.map((id, n) => {
  last = rankBetween(last, null)
  const moved = { clock: 1, move: newId(), at: '', byName: '' }
  const parent = n === 0 ? null : (ids[Math.floor((n - 1) / 3)] ?? null)
  return {
    ...{ id, board: 'b', meeting: 'm' },
    fields: {
      text: { ...moved, value: `Kartu ${n}` },
      kind: { ...moved, value: n === 0 ? 'problem' : 'cause' },
      parent: { ...moved, value: parent },
      rank: { ...moved, value: last },
    },
  }
})
const nodeOf = (leaf: Leaf): Node => ({ id: leaf.id, children: leaf.children.map(nodeOf) })
const times: number[] = []
for (let n = 0; n < 60; n++) {
  const from = performance.now()
  layoutOf(treeOf(cards).tops.map(nodeOf), () => false)
  times.push(performance.now() - from)
}
times.sort((a, b) => a - b)
console.log(`read and lay out ${count} cards: ${times[30]?.toFixed(2)} ms (median of 60)`)

const { layout } = { layout: layoutOf(treeOf(cards).tops.map(nodeOf), () => false) }
const page = `
import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Board } from './src/platform/browser/board/Board.tsx'
const given = JSON.parse(document.getElementById('layout').textContent)
const layout = { ...given, boxes: new Map(given.boxes) }
const words = { board: 'b', nearer: '+', further: '-', all: 'o' }
const faces = new Map([...layout.boxes.keys()].map((id) => [id, h('div', { style: { background: '#fff', border: '1px solid', height: '100%' } }, id.slice(-6))]))
function App() {
  const [selected, onSelect] = useState(null)
  return h(Board, { layout, words, card: (id) => faces.get(id), said: (id) => id, selected, onSelect, onOpen() {}, picked: null, onPick() {}, mayLift: () => true, mayDrop: () => true, onDrop() {} })
}
createRoot(document.getElementById('root')).render(h(App))
`
const made = await build({
  ...{ configFile: false, logLevel: 'error' as const, define: { 'process.env.NODE_ENV': '"production"' } },
  build: { write: false, rolldownOptions: { input: 'virtual:bench', output: { format: 'iife' } } },
  plugins: [
    {
      name: 'bench-page',
      resolveId: (id) => (id === 'virtual:bench' ? `${process.cwd()}/bench-board-page.jsx` : null),
      load: (id) => (id.endsWith('bench-board-page.jsx') ? page : null),
    },
  ],
})
const output = (Array.isArray(made) ? made[0] : made) as {
  output: { type: string; fileName: string; code?: string; source?: string | Uint8Array }[]
}
const script = output.output.find(({ type }) => type === 'chunk')?.code ?? ''
const css = output.output
  .filter(({ fileName }) => fileName.endsWith('.css'))
  .map(({ source }) => String(source))
  .join('')
const found = await findChromium()
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: found.args,
  env: { ...process.env, ...found.env } as Record<string, string>,
})
const tab = await browser.newPage({ viewport: { width: 360, height: 740 } })
const data = JSON.stringify({ ...layout, boxes: [...layout.boxes] })
await tab.setContent(
  `<style>${css}</style><div id="root"></div><script type="application/json" id="layout">${data}</script>`,
)
await tab.addScriptTag({ content: script })
await tab.locator('[data-card]').first().waitFor()
const session = await tab.context().newCDPSession(tab)
// The processor's own time of the page's thread, so that a busy machine does not count; four times it, as on a slow phone.
await session.send('Performance.enable', { timeDomain: 'threadTicks' })
const slower = 4
const shown = await tab.locator('[data-card]').count()
async function busy(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** What each step of the hand costs, with the frame that it makes. */
async function frames(name: string, steps: number, step: (n: number) => Promise<void>): Promise<void> {
  const kept: number[] = []
  for (let n = 0; n < steps; n++) {
    const from = await busy()
    await step(n)
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
    kept.push(((await busy()) - from) * slower)
  }
  kept.sort((a, b) => a - b)
  const at = (share: number) => kept[Math.min(kept.length - 1, Math.floor(kept.length * share))]?.toFixed(1)
  console.log(`${name}: ${steps} frames, median ${at(0.5)} ms, 95% ${at(0.95)} ms, longest ${at(1)} ms`)
}
const box = await tab.locator('[data-card]').first().boundingBox()
if (!box) throw new Error('no card is seen')
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
await frames('what measuring itself costs', 60, () => Promise.resolve())
await tab.mouse.move(x, y)
await tab.mouse.down()
await frames(`carry a card (${shown} of ${count} drawn)`, 150, (n) =>
  tab.mouse.move(60 + ((x + n * 7) % 240), 120 + ((y + n * 5) % 260)),
)
await tab.mouse.up()
await tab.mouse.move(180, 300)
await frames('pan', 150, (n) => tab.mouse.wheel(n % 2 === 0 ? 30 : 22, n < 75 ? 9 : -9))
await browser.close()
