// Builds the papers and prints them with a Chromium: PDF files, and a picture of each as it lies on a screen.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

export const paperNames = [
  'minutes',
  'minutes-17',
  'minutes-blank',
  'attendance',
  'attendance-7',
  'attendance-blank',
  'invitation',
  'invitation-2',
  'letter',
  'letter-17',
  'letter-cancelled',
] as const

const root = fileURLToPath(new URL('../..', import.meta.url))
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

/** A Chromium on this machine, or null. */
export function chromiumHere(): string | null {
  const places = [
    process.env['CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return places.find((path) => path !== undefined && existsSync(path)) ?? null
}

export function build(folder: string): void {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'bench/print-gallery/vite.config.ts']
  execFileSync(process.execPath, vite, {
    cwd: root,
    env: { ...process.env, PRINTS_OUT: folder },
    stdio: 'inherit',
  })
}

export async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://x').pathname)
    const page = request.url?.startsWith('/screens') ? 'screens.html' : 'index.html'
    const found = extname(file) && existsSync(file) ? file : join(folder, page)
    response.setHeader('content-type', types[extname(found)] ?? 'application/octet-stream')
    response.end(readFileSync(found))
  }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

export function openBrowser(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** Prints one paper as the browser's own print dialog would, at the page size its style asks for. */
export async function printPaper(
  browser: Browser,
  address: string,
  what: string,
  size = 'f4',
): Promise<Buffer> {
  const page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && console.log(what, message.text()))
  page.on('pageerror', (error) => console.log(what, error.message))
  await page.goto(`${address}/?what=${what}&size=${size}`)
  await page.waitForSelector('.rb-sheet')
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  await page.close()
  return pdf
}

/** Sizes in whole millimetres of the pages of a PDF whose page boxes are written in plain text. */
export function pageSizes(pdf: Buffer): [width: number, height: number][] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)
  const mm = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4)
  return [...boxes].map(([, width, height]) => [mm(width), mm(height)])
}

export function folderFor(path: string): string {
  mkdirSync(path, { recursive: true })
  return path
}
