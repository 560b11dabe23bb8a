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

/** Lets the version that waits answer, and loads the page anew from it. Resolves only where it cannot: the older one goes on. */
function takeOver(): Promise<void> {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  return new Promise((stays) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => stays()
    waiting?.postMessage('take-over', [port2])
  })
}

/** Milliseconds that an install may take before the page is loaded anew as it is. */
const patience = 60_000

const installed = (worker: ServiceWorker) =>
  new Promise<void>((done) => {
    const look = () => worker.state !== 'installing' && done()
    worker.addEventListener('statechange', look)
    setTimeout(done, patience)
    look()
  })

/** Fetches the version that the server has now, and loads the page anew from it; without a worker, from the server. */
export async function loadNewVersion(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  await registration?.update().catch(() => undefined)
  if (registration?.installing) await installed(registration.installing)
  waiting = registration?.waiting ?? null
  if (waiting) await takeOver()
  location.reload()
}

export function NewVersion() {
  const [ready, setReady] = useState(waiting !== null)
  const [state, setState] = useState<'offered' | 'taken' | 'stays'>('offered')
  useEffect(() => {
    const listener = () => setReady(true)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
  if (!ready) return null
  const take = () => {
    setState('taken')
    void takeOver().then(() => setState('stays'))
  }
  return (
    <Notice
      tone={state === 'stays' ? 'warn' : 'info'}
      action={
        <Button loading={state === 'taken'} onClick={take}>
          {f('frame.use-new-version')}
        </Button>
      }
    >
      {f(state === 'stays' ? 'frame.new-version-stays' : 'frame.new-version')}
    </Notice>
  )
}
