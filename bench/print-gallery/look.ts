// node scripts/node.mjs bench/print-gallery/look.ts [folder] [papers]: PDF and pictures of every paper, to be looked at.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  build,
  chromiumHere,
  folderFor,
  openBrowser,
  pageSizes,
  paperNames,
  printPaper,
  serve,
} from './print.ts'

const [folder = join(tmpdir(), 'rembug-prints'), only = ''] = process.argv.slice(2)
folderFor(folder)
const chrome = chromiumHere()
if (!chrome) throw new Error('no Chromium on this machine: set CHROMIUM')
build(join(folder, 'built'))
const { server, address } = await serve(join(folder, 'built'))
const browser = await openBrowser(chrome)
for (const name of paperNames.filter((each) => !only || only.split(',').includes(each))) {
  const pdf = await printPaper(browser, address, name)
  writeFileSync(join(folder, `${name}.pdf`), pdf)
  console.log(
    name,
    pageSizes(pdf).length,
    'pages',
    [...new Set(pageSizes(pdf).map((size) => size.join(' x ')))].join(', '),
  )
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await page.goto(`${address}/?what=${name}`)
    await page.waitForSelector('.rb-sheet')
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
    await page.close()
  }
}
await browser.close()
server.close()
