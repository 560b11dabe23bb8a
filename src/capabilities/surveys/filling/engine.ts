// The one place that loads the XForms engine: some 270 KB that come when a form is opened for the first time, and lie on
// the phone from then on.
import { forgivingOfDays } from '../../../xlsform/no-days.ts'
import type { Bridge } from './bridge.ts'
import type { RootNode } from './nodes.ts'

type Instance = { root: RootNode }
type Config = {
  stateFactory: Bridge['factory']
  preloadProperties: { deviceID: string; username: string }
  geolocationProvider: { getLocation: () => Promise<string> }
}
type Loaded = {
  status: 'success' | 'warning' | 'failure'
  error: (Error & { errors?: readonly unknown[] }) | null
  createInstance: (config: Config) => Instance
  restoreInstance: (input: { data: readonly [FormData] }, config: Config) => Promise<Instance>
  editInstance: (
    input: { inputType: string; resolveInstance: () => string; attachments: ReadonlyMap<string, never> },
    config: Config,
  ) => Promise<Instance>
}
export type Engine = {
  loadForm: (
    xform: string,
    options: {
      fetchFormAttachment: (address: unknown) => Promise<Response>
      missingResourceBehavior: 'BLANK'
    },
  ) => PromiseLike<Loaded>
}

let loaded: Promise<Engine> | null = null

export function loadEngine(): Promise<Engine> {
  loaded ??= import('@getodk/xforms-engine').then(forgivingOfDays) as Promise<unknown> as Promise<Engine>
  // What did not come is asked for again.
  return loaded.catch((error: unknown) => {
    loaded = null
    throw error
  })
}

/**
 * Loads the engine while nothing else happens, on a screen from which forms are opened: the first form then opens half a
 * second sooner on a slow phone. Gives what takes the wish back.
 */
export function warmEngine(): () => void {
  const load = () => void loadEngine().catch(() => undefined)
  if (!('requestIdleCallback' in globalThis)) return () => undefined
  const handle = requestIdleCallback(load, { timeout: 3000 })
  return () => cancelIdleCallback(handle)
}

/** The form cannot be filled in with this engine; the message is for those who keep the form. */
export class FormFault extends Error {}

/** How an instance begins: new, taken up again, or as the next edition of one that was sent. */
export type Beginning = { kind: 'new' } | { kind: 'draft'; xml: string } | { kind: 'edition'; xml: string }

const instanceFile = (xml: string) => {
  const data = new FormData()
  const name = 'xml_submission_file'
  data.set(name, new File([xml], name, { type: 'text/xml' }))
  return data
}

/** Loads the form and begins. Throws FormFault when the form or the instance is not one for the engine. */
export async function begin(
  engine: Engine,
  xform: string,
  attachments: (address: unknown) => Promise<Response>,
  beginning: Beginning,
  config: Config,
): Promise<RootNode> {
  try {
    const form = await engine.loadForm(xform, {
      fetchFormAttachment: attachments,
      missingResourceBehavior: 'BLANK',
    })
    if (form.status === 'failure') throw form.error?.errors?.[0] ?? form.error
    if (beginning.kind === 'new') return form.createInstance(config).root
    const { xml } = beginning
    if (beginning.kind === 'draft')
      return (await form.restoreInstance({ data: [instanceFile(xml)] }, config)).root
    const input = {
      inputType: 'FORM_INSTANCE_INPUT_RESOLVABLE',
      resolveInstance: () => xml,
      attachments: new Map<string, never>(),
    }
    return (await form.editInstance(input, config)).root
  } catch (error) {
    throw new FormFault(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
