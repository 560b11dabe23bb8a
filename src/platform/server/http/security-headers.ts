// What a browser is told to refuse, on every page and answer.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

const contentSecurity = {
  directives: {
    defaultSrc: ["'self'"],
    // The XForms engine reads expressions with a parser that is WebAssembly; nothing else of 'eval' is let in.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    mediaSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    // Large spreadsheets are packed and unpacked in a worker that the library makes from a blob.
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
}

/** The import map of the page: the one script that stands in it, and says under which names the others lie. */
const mapOfScripts = /<script type="importmap">(.*?)<\/script>/s

/** What a browser is told to refuse on the app's page: as everywhere, but for its import map, by its digest. */
export function pagePolicy(policy: string, page: string): string {
  const map = mapOfScripts.exec(page)?.[1]
  if (map === undefined) return policy
  const digest = createHash('sha256').update(map).digest('base64')
  return policy.replace("script-src 'self'", `script-src 'self' 'sha256-${digest}'`)
}

/** The headers that helmet gives. The same for every answer, so it is asked once: each time it builds them anew. */
export function securityHeaders(hsts: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value
    },
    removeHeader: () => undefined,
  }
  helmet({ contentSecurityPolicy: contentSecurity, hsts })(
    {} as IncomingMessage,
    response as unknown as ServerResponse,
    (error?: unknown) => {
      if (error) throw error
    },
  )
  return headers
}
