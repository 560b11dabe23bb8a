// A gate between a phone and the town: gives the built app from a folder, passes the rest on, counts what is asked for, and can
// break off, answer with an error, or serve another version.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { pagePolicy, securityHeaders } from '../../src/platform/server/http/security-headers.ts'

const types: Record<string, string> = {
  ...{ '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml' },
  ...{ '.webmanifest': 'application/manifest+json' },
}
const policy = securityHeaders(false)['content-security-policy'] ?? ''

export class Gate {
  /** Files of the app that were asked for, in order, since the last look. */
  asked: string[] = []
  /** Which of them go wrong: a status, or no answer at all. */
  wrong: (file: string) => number | 'silence' | undefined = () => undefined
  /** The built app that the server has now. */
  folder: string
  readonly #town: string
  readonly #server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://gate')
    if (!pathname.startsWith('/api/')) return this.#give(pathname, outgoing)
    const { headers, method } = incoming
    const onward = request(`${this.#town}${incoming.url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  constructor(town: string, folder: string) {
    this.#town = town
    this.folder = folder
  }

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  close(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #give(path: string, outgoing: ServerResponse): void {
    const file = extname(path) ? path : '/index.html'
    this.asked.push(file)
    const wrong = this.wrong(file)
    if (wrong === 'silence') return
    const found = join(this.folder, file)
    const status = wrong ?? (existsSync(found) ? 200 : 404)
    const lasting =
      status === 200 && file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    const text = status === 200 ? readFileSync(found) : ''
    outgoing.writeHead(status, {
      ...{ 'content-type': types[extname(file)] ?? '', 'cache-control': lasting },
      'content-security-policy': pagePolicy(policy, file === '/index.html' ? String(text) : ''),
    })
    outgoing.end(text)
  }
}
