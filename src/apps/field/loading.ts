// How a screen's files come: a desk screen's are kept by the service worker before it opens, and what does not come says why.
import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Manifest, Screen, ScreenProps } from '../../platform/browser/capability.ts'
import { parts } from './parts.ts'
import type { Kept } from './service-worker/keeping.ts'

/** Why the files of a screen did not come. 'desk': it is for an office, was not opened here yet, and there is no signal. */
export type Why = Exclude<Kept, 'kept'> | 'desk'

export class NotLoaded extends Error {
  readonly why: Why
  /** Whether it may be asked for again in this page: a browser remembers a script that did not come until the page is loaded anew. */
  readonly again: boolean
  constructor(why: Why, again: boolean) {
    super(`a screen did not load: ${why}`)
    this.why = why
    this.again = again
  }
}

/** Seconds until a worker that does not answer is passed over. It gives up on its own files before. */
const patience = 40

/** Lets the service worker keep a desk screen. Without a worker yet, the screen is kept as soon as there is one. */
function keep(path: string): Promise<Kept> {
  const here = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const worker = here?.controller
  if (!worker) {
    void here?.ready.then(({ active }) => active?.postMessage({ need: path }))
    return Promise.resolve('kept')
  }
  return new Promise((answer) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = (event: MessageEvent<Kept>) => answer(event.data)
    worker.postMessage({ need: path }, [port2])
    setTimeout(() => answer('kept'), patience * 1000)
  })
}

/** Asked after a script did not come: the page of the server names its version, and the worker does not keep it under this address. */
async function whyNot(): Promise<Exclude<Kept, 'kept'>> {
  const version = document.querySelector<HTMLMetaElement>('meta[name=version]')?.content ?? ''
  try {
    const page = await fetch('/index.html', { cache: 'no-store' })
    return page.ok && !(await page.text()).includes(version) ? 'gone' : 'server'
  } catch {
    return 'no-signal'
  }
}

/** What browsers, and the loader of style sheets, say of a file that did not come; a script that breaks says something else. */
const didNotCome = /dynamically imported|module script|preload/i

/** A screen comes with the part of its capability, so that what is given from it shows at once, also where the line has gone since. */
async function load(manifest: Manifest, screen: Screen): ReturnType<Screen['load']> {
  const named = (why: Exclude<Kept, 'kept'>): Why => (screen.desk && why === 'no-signal' ? 'desk' : why)
  const kept = screen.desk ? await keep(screen.path) : 'kept'
  if (kept !== 'kept') throw new NotLoaded(named(kept === 'gone' ? await whyNot() : kept), true)
  try {
    const [loaded] = await Promise.all([screen.load(), parts.need([manifest.name])])
    return loaded
  } catch (error) {
    if (!didNotCome.test(String(error))) throw error
    throw new NotLoaded(named(await whyNot()), false)
  }
}

/** The screen as a component that loads itself. After it failed the next asking gives a new one, which tries again. */
export function lazily(
  manifest: Manifest,
  screen: Screen,
): () => LazyExoticComponent<ComponentType<ScreenProps>> {
  const fresh = () =>
    lazy(() =>
      load(manifest, screen).catch((error: unknown) => {
        view = fresh()
        throw error
      }),
    )
  let view = fresh()
  return () => view
}
