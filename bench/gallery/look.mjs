// Builds the gallery, photographs it, prints the sample minutes, runs axe, weighs the home of a place.
import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'

const [folder = join(tmpdir(), 'rembug-gallery'), only = ''] = process.argv.slice(2)
const built = join(folder, 'built')
mkdirSync(folder, { recursive: true })
execFileSync(
  process.execPath,
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'bench/gallery/vite.config.ts'],
  {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, GALLERY_OUT: built },
    stdio: 'inherit',
  },
)

const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }
const server = createServer((request, response) => {
  const path = join(built, new URL(request.url ?? '/', 'http://x').pathname)
  const file = existsSync(path) && extname(path) ? path : join(built, 'index.html')
  // The strict policy the app itself is served with.
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'",
  )
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
  createReadStream(file).pipe(response)
}).listen(0, '127.0.0.1')
await new Promise((ready) => server.once('listening', ready))
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())

const pages = {
  place: '/',
  offline: '/?offline&sync=offline',
  form: '/formulir?sync=waiting',
  errors: '/formulir?sync=refused',
  states: '/keadaan',
  dialog: '/keadaan?dialog',
  menu: '/',
  desk: '/meja',
  detail: '/meja?open',
  paper: '/kertas',
  pin: '/pin?wrong',
  icons: '/ikon',
}
const prepare = {
  errors: async (page) => {
    await page.click('button[type=submit]')
    await page.waitForTimeout(200)
  },
  menu: (page) => page.click('.rb-bar summary'),
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
let faults = 0
for (const [width, height] of [
  [360, 740],
  [1280, 800],
]) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'id-ID',
    })
    const page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && console.log('console:', message.text()))
    page.on('pageerror', (error) => console.log('page error:', error.message))
    for (const [name, path] of Object.entries(pages)) {
      if (only && !only.split(',').includes(name)) continue
      await page.goto(`http://127.0.0.1:${port}${path}`)
      await page.waitForSelector('h1')
      await prepare[name]?.(page)
      await page.waitForTimeout(150)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) console.log(`${name} ${width}: wider than the screen by ${wide} px`)
      const whole = !['dialog', 'menu'].includes(name)
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: whole })
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      for (const { id, help, nodes } of violations) {
        faults += nodes.length
        console.log(`axe ${name} ${width} ${colorScheme}: ${id} (${help})`)
        for (const node of nodes.slice(0, 4))
          console.log(
            '   ',
            node.target.join(' '),
            '|',
            (node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? '',
          )
      }
    }
    await context.close()
  }
}
if (!only || only.includes('paper')) {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${port}/kertas`)
  await page.waitForTimeout(400)
  await page.pdf({ path: join(folder, 'minutes.pdf'), preferCSSPageSize: true, printBackground: true })
}
await browser.close()
server.close()

/** Gzipped weight of an entry and all it imports at once. */
function weigh(entry, extension) {
  const html = readFileSync(join(built, entry), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)]
    .map((match) => match[1])
    .filter((file) => file.endsWith(extension))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file)), { level: 9 }).length, 0)
}
console.log(`axe faults: ${faults}; files: ${readdirSync(folder).length}`)
for (const extension of ['.js', '.css'])
  console.log(`home ${extension}: ${(weigh('home.html', extension) / 1024).toFixed(1)} KB gzip`)
process.exitCode = faults > 0 ? 1 : 0
