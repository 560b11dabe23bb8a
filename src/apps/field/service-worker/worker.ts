// The service worker: installs a version beside the one in use, answers from it once a person has said so, and keeps a desk
// screen when it is first opened.
import { answer, install, isWhole, keepDesk, tidy } from './keeping.ts'
import type { Site } from './site.ts'

declare const self: ServiceWorkerGlobalScope
/** Put here by the build. */
declare const builtSite: Site
const site = builtSite

/** Seconds that whoever takes the new version waits for what the old one has kept since. */
const patience = 5

/**
 * Brings what has been opened since the install, as far as there is signal and room, and lets this version answer. Says
 * 'stays' where it is not whole (the device may have taken its room away): then the older one goes on.
 */
async function takeOver(page: MessagePort | undefined): Promise<void> {
  const late = new Promise<void>((done) => setTimeout(done, patience * 1000))
  await Promise.race([install(site).catch(() => undefined), late])
  if (await isWhole(site)) await self.skipWaiting()
  else page?.postMessage('stays')
}

self.addEventListener('install', (event) => event.waitUntil(install(site)))
self.addEventListener('activate', (event) => event.waitUntil(tidy(site).then(() => self.clients.claim())))
self.addEventListener('message', (event) => {
  const asked = event.data as 'take-over' | { need: string }
  if (asked === 'take-over') return event.waitUntil(takeOver(event.ports[0]))
  event.waitUntil(keepDesk(site, asked.need).then((kept) => event.ports[0]?.postMessage(kept)))
})
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  event.respondWith(answer(site, event.request))
})
