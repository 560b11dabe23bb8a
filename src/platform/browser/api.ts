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

/** In whose name a page asks. `half`: of the session, beside its cookie, where this phone has it. */
export type Acting = {
  account: string
  half: string | null
  /** Looks whether another tab has signed in anew meanwhile. */
  renew?: () => Promise<string | null>
}
let acting: Acting | undefined

/**
 * Says in whose name this page asks from now on. The session cookie is the browser's, and on a shared phone
 * somebody else may have signed in since: the server then answers "sign in" instead of taking one's work for the other's.
 */
export function askAs(next: Acting | undefined): void {
  acting = next
}

/** The headers that say in whose name, and that the phone is open; for requests that do not go through `call`. */
export function askingHeaders(): Record<string, string> {
  if (!acting) return {}
  const { account, half } = acting
  return { 'x-rembug-account': account, ...(half ? { 'x-rembug-half': half } : {}) }
}

/** True where another tab has signed in anew: what was refused may be asked again. */
async function renewed(): Promise<boolean> {
  const was = acting
  const half = await was?.renew?.()
  if (!was || !half || half === was.half || acting !== was) return false
  acting = { ...was, half }
  return true
}

type Sent = { method?: string; body?: unknown; signal?: AbortSignal | undefined }

/** Asks the server in the name of whoever holds the phone, once more where another tab has signed in anew. Throws Offline where there is no line. */
export async function reach(url: string, { method = 'GET', body, signal }: Sent = {}): Promise<Response> {
  const once = () =>
    fetch(url, {
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
  try {
    const response = await once()
    return response.status === 401 && (await renewed()) ? await once() : response
  } catch (error) {
    throw signal?.aborted ? error : new Offline(String(error))
  }
}

export async function call<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const askedAt = Date.now()
  const response = await reach(url, { method, body, signal })
  hearServer(response.headers.get('date'), askedAt)
  await throwNo(response)
  return (isJson(response) ? await response.json() : undefined) as T
}

const isJson = (response: Response) => response.headers.get('content-type')?.includes('json') ?? false

/** Throws what an answer that says no means. */
export async function throwNo(response: Response): Promise<void> {
  const { ok, status } = response
  if (ok) return
  if (status >= 502 && status <= 504) throw awayOf(status, await response.text().catch(() => ''))
  if (!isJson(response)) throw new Offline(`HTTP ${status}`)
  const said = await response.json()
  throw new Problem(status, said?.code ?? 'platform.failed', said?.message ?? '', said?.errors ?? [])
}

/** Asks a query, in a body: no address says what somebody looked for. `undefined` values and empty ones are left out. */
export function ask<T>(
  name: string,
  input: Record<string, string | number | boolean | undefined>,
  signal?: AbortSignal,
): Promise<T> {
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== '')
  return call<T>('POST', `/api/queries/${name}`, Object.fromEntries(given), signal)
}
