// Talking to the server. Every refusal arrives as a Problem, what cannot be reached now as Unavailable; a dead line arrives as Offline.
import { hearServer } from './clock.ts'
import { language } from './language.ts'

export type ProblemError = {
  code: string
  message: string
  field?: string
  facts?: Record<string, string | number>
}

/** The server said no, with reasons. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly ProblemError[]
  constructor(status: number, code: string, message: string, errors: readonly ProblemError[]) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** The code of a 503 of our own; a proxy has none. */
export const unavailable = 'platform.unavailable'

/** There is no line to the server, or it is not itself. */
export class Offline extends Error {}

/** The server is there, and what was asked for cannot be reached now: its database, or the part that keeps the place. */
export class Unavailable extends Problem {}

/** What an answer of 502 to 504 means: our own server says what it cannot reach; all else is a line that is none. */
export function awayOf(status: number, body: string): Offline | Unavailable {
  const said = status === 503 && body.startsWith('{') ? JSON.parse(body) : {}
  if (said.code !== unavailable) return new Offline(`HTTP ${status}`)
  return new Unavailable(status, said.code, said.message ?? '', said.errors ?? [])
}

let acting: string | undefined

/**
 * Says in whose name this page asks from now on. The session cookie is the browser's, and on a shared phone
 * somebody else may have signed in since: the server then answers "sign in" instead of taking one's work for the other's.
 */
export function askAs(account: string | undefined): void {
  acting = account
}

/** The header that says in whose name; for requests that do not go through `call`. */
export function askingHeaders(): Record<string, string> {
  return acting === undefined ? {} : { 'x-rembug-account': acting }
}

export async function call<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let response: Response
  const askedAt = Date.now()
  try {
    response = await fetch(url, {
      method,
      headers: {
        'accept-language': language(),
        ...askingHeaders(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      credentials: 'same-origin',
    })
  } catch (error) {
    throw new Offline(String(error))
  }
  hearServer(response.headers.get('date'), askedAt)
  if (response.status >= 502 && response.status <= 504)
    throw awayOf(response.status, await response.text().catch(() => ''))
  const isJson = response.headers.get('content-type')?.includes('json')
  if (!isJson && !response.ok) throw new Offline(`HTTP ${response.status}`)
  const answer = isJson ? await response.json() : undefined
  if (response.ok) return answer as T
  throw new Problem(
    response.status,
    answer?.code ?? 'platform.failed',
    answer?.message ?? '',
    answer?.errors ?? [],
  )
}

/** Asks a query; `undefined` values are left out of the address. */
export function ask<T>(
  name: string,
  input: Record<string, string | number | boolean | undefined>,
  signal?: AbortSignal,
): Promise<T> {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(input))
    if (value !== undefined && value !== '') params.set(key, String(value))
  return call<T>('GET', `/api/queries/${name}?${params}`, undefined, signal)
}
