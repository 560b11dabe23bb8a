// Builds the filling of forms, serves it under the app's own policy for content, and opens it in a Chromium.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self'"

export type Stage = { address: string; browser: Browser; close: () => Promise<void> }

export function build(folder: string): void {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'bench/filling/vite.config.ts']
  execFileSync(process.execPath, vite, {
    cwd: root,
    env: { ...process.env, FILLING_OUT: folder },
    stdio: 'inherit',
  })
}

export async function openStage(folder: string): Promise<Stage> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const file = join(folder, path)
    const there = extname(file) !== '' && existsSync(file)
    if (path.startsWith('/api/') || (extname(path) === '.js' && !there)) {
      // The server of the app is not there: what is given stays in the outbox.
      response.statusCode = 503
      return response.end()
    }
    const found = there ? file : join(folder, 'index.html')
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', types[extname(found)] ?? 'application/octet-stream')
    return response.end(readFileSync(found))
  }).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const browser = await chromium.launch(await findChromium())
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    browser,
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}
