// The service worker: installed in the background; a new version takes over only when a person says so.
import { useEffect, useState } from 'react'
import { f } from '../../platform/browser/texts.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../platform/browser/ui/feedback/Notice.tsx'

let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

function noteWaiting(worker: ServiceWorker | null): void {
  // The very first worker has nothing to replace.
  if (!worker || !navigator.serviceWorker.controller) return
  waiting = worker
  for (const listener of listeners) listener()
}

export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const registration = await navigator.serviceWorker.register('/sw.js')
  noteWaiting(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const installing = registration.installing
    installing?.addEventListener(
      'statechange',
      () => installing.state === 'installed' && noteWaiting(installing),
    )
  })
}

/** Lets the version that waits answer, and loads the page anew from it. */
function takeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take-over')
}

/** Fetches the version that the server has now, and loads the page anew from it; without a worker, from the server. */
export async function loadNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.update().catch(() => undefined)
  const { installing } = registration ?? {}
  if (installing)
    await new Promise<void>((done) => {
      installing.addEventListener('statechange', () => done(), { once: true })
    })
  if (!registration?.waiting) return location.reload()
  waiting = registration.waiting
  takeOver()
}

export function NewVersion() {
  const [ready, setReady] = useState(waiting !== null)
  useEffect(() => {
    const listener = () => setReady(true)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  if (!ready) return null
  return (
    <Notice tone="info" action={<Button onClick={takeOver}>{f('frame.use-new-version')}</Button>}>
      {f('frame.new-version')}
    </Notice>
  )
}
