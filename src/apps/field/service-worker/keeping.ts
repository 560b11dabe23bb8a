// Keeps the files of the app on a device: a version has a cache of its own, which is whole before it answers for anything.
// Nothing here touches the outbox, which lies in IndexedDB and outlives every version.
import { type Site, stemOf } from './site.ts'

/** How it went with the files of a desk screen. 'gone': the server has another version by now. */
export type Kept = 'kept' | 'no-signal' | 'server' | 'gone'

class NotFetched extends Error {
  readonly why: Exclude<Kept, 'kept'>
  constructor(why: Exclude<Kept, 'kept'>, file: string) {
    super(`${why}: ${file}`)
    this.why = why
  }
}

const prefix = 'rembug-'
const nameOf = (site: Site) => prefix + site.version
const olderThan = async (site: Site) =>
  (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== nameOf(site))

/** A page is kept only if it is of this version: the server may have got another one since it told us of ours. */
async function ownPage(site: Site, answer: Response): Promise<Response> {
  const text = await answer.text()
  if (!text.includes(site.version)) throw new NotFetched('gone', '/')
  return new Response(text, { headers: answer.headers })
}

async function fetched(site: Site, file: string, signal?: AbortSignal): Promise<Response> {
  const plain = file.includes('?')
  let answer: Response
  try {
    // A name with a hash always means the same content, so what the page has just loaded is not loaded twice.
    answer = await fetch(file, { cache: plain ? 'reload' : 'default', ...(signal ? { signal } : {}) })
  } catch {
    throw new NotFetched('no-signal', file)
  }
  if (answer.status === 404 || answer.status === 410) throw new NotFetched('gone', file)
  if (file.startsWith('/?') && answer.ok) return ownPage(site, answer)
  // Who asks for a script and gets a page stands before the sign-in of somebody's network.
  if (!answer.ok || answer.headers.get('content-type')?.includes('html')) throw new NotFetched('server', file)
  return answer
}

/** Addresses that a cache holds, without the house's own name. */
async function heldBy(name: string): Promise<Set<string>> {
  const requests = await (await caches.open(name)).keys()
  return new Set(requests.map(({ url }) => url.slice(new URL(url).origin.length)))
}

/** Whether all that the field needs is kept of this version. */
export async function isWhole(site: Site): Promise<boolean> {
  const kept = await heldBy(nameOf(site))
  return site.field.every((file) => kept.has(file))
}

/** The files of desk screens that the older versions keep: who could open a screen can still open it after an update. */
function carriedOver(site: Site, held: Iterable<string>): string[] {
  const known = new Set([...held].map(stemOf))
  return Object.values(site.desk)
    .filter(([own]) => own !== undefined && known.has(stemOf(own)))
    .flat()
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

/**
 * Makes the cache of this version whole: what is there stays, what an older version has is copied, the rest is fetched.
 * Fails if one file is missing; what has come by then shortens the next try, unless the storage is full: then it is given
 * back. A version that was whole before stays so: it may be the one that answers.
 */
export async function install(site: Site): Promise<void> {
  const older = await Promise.all(
    (await olderThan(site)).map(async (name) => [name, await heldBy(name)] as const),
  )
  const wanted = new Set([
    ...site.field,
    ...carriedOver(
      site,
      older.flatMap(([, held]) => [...held]),
    ),
  ])
  const there = await heldBy(nameOf(site))
  const own = await caches.open(nameOf(site))
  const bring = async (file: string) => {
    const name = older.find(([, held]) => held.has(file))?.[0]
    const copy = name && (await (await caches.open(name)).match(file, { ignoreVary: true }))
    await own.put(file, copy || (await fetched(site, file)))
  }
  const done = await Promise.allSettled([...wanted].filter((file) => !there.has(file)).map(bring))
  const failed = done.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  const wasWhole = site.field.every((file) => there.has(file))
  if (failed.some(isFull) && !wasWhole) await caches.delete(nameOf(site))
  if (failed.length > 0) throw failed[0]
  // An older version that took over in the meantime has tidied this one away.
  const kept = await heldBy(nameOf(site))
  if ([...wanted].some((file) => !kept.has(file)))
    throw new Error(`the cache of ${site.version} is not whole`)
}

/** The older versions go when this one answers, and only if it is whole. */
export async function tidy(site: Site): Promise<void> {
  if (await isWhole(site)) await Promise.all((await olderThan(site)).map((name) => caches.delete(name)))
}

/** From this version's cache, else from the server. Every page is the same one: the app reads its address. */
export async function answer(site: Site, request: Request): Promise<Response> {
  const own = await caches.open(nameOf(site))
  const wanted = request.mode === 'navigate' ? '/' : request
  return (await own.match(wanted, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request)
}

/** Seconds that a desk screen's files may take before it says that there is no signal. */
const patience = 30

/** Keeps all that a desk screen loads, so that it opens without a line from now on. Where storage is full it opens, and is not kept. */
export async function keepDesk(site: Site, path: string): Promise<Kept> {
  const held = await heldBy(nameOf(site))
  const own = await caches.open(nameOf(site))
  const missing = (site.desk[path] ?? []).filter((file) => !held.has(file))
  try {
    await Promise.all(
      missing.map(async (file) =>
        own.put(file, await fetched(site, file, AbortSignal.timeout(patience * 1000))),
      ),
    )
  } catch (error) {
    if (error instanceof NotFetched) return error.why
    if (isFull(error)) return 'kept'
    return 'no-signal'
  }
  return 'kept'
}
