// The process in which ODK's engine looks at submissions. A process of its own, because a form that never ends must be
// ended from outside, and one that eats all memory must not take the server along (a thread would). The engine expects a
// browser: jsdom lends it a document. `window` stays away, because its WebAssembly loader would take it for a real one.
import { JSDOM } from 'jsdom'
import { forgivingOfDays, noDaysOf } from '../../../xlsform/no-days.ts'
import type { FromEngine, ToEngine, Violation } from './messages.ts'

const say = (message: FromEngine) => {
  if (!process.send) throw new Error('engine.child.ts is started by engine-process.ts only')
  process.send(message)
}

const lent = [
  ...['DOMParser', 'XMLSerializer', 'Document', 'XMLDocument', 'Element', 'Node', 'Text', 'Attr', 'Comment'],
  ...[
    'CDATASection',
    'ProcessingInstruction',
    'NodeFilter',
    'XPathResult',
    'XPathEvaluator',
    'XPathExpression',
  ],
  'document',
]

type Node = {
  reference: string
  violation: { condition: 'required' | 'constraint' } | null
}
type Instance = {
  root: { currentState: { children: readonly unknown[] }; validationState: { violations: readonly Node[] } }
}
type Form = {
  status: 'success' | 'warning' | 'failure'
  error: Error | null
  restoreInstance: (input: { data: readonly FormData[] }, config: object) => Promise<Instance>
}
type Engine = { loadForm: (xform: string, options: object) => PromiseLike<Form> }

async function load(): Promise<Engine> {
  const { window } = new JSDOM('<!doctype html><body></body>')
  for (const name of lent)
    Object.defineProperty(globalThis, name, { value: window[name as 'Node'], configurable: true })
  Object.assign(globalThis, { __dirname: '/', require: () => ({}) })
  return forgivingOfDays((await import('@getodk/xforms-engine')) as unknown as Engine)
}

const held = () => process.memoryUsage().heapUsed
const engine = load()
const forms = new Map<string, Form>()

const typeOf = (name: string) => {
  if (name.endsWith('.csv')) return 'text/csv'
  return name.endsWith('.geojson') ? 'application/geo+json' : 'text/xml'
}

/** Lists are given as they are in the village; of pictures and sounds the engine needs nothing. */
function fileOf(files: Readonly<Record<string, string>>, address: unknown): Response {
  const name = decodeURIComponent(String(address)).split('/').pop() ?? ''
  const text = files[name]
  const headers = { 'content-type': typeOf(name) }
  return new Response(text ?? '', { status: text === undefined ? 404 : 200, headers })
}

async function takeForm(message: Extract<ToEngine, { kind: 'form' }>): Promise<FromEngine> {
  const { loadForm } = await engine
  const form = await loadForm(message.xform, {
    fetchFormAttachment: async (address: unknown) => fileOf(message.files, address),
    missingResourceBehavior: 'BLANK',
  })
  if (form.status === 'failure') throw form.error ?? new Error('the engine does not take this form')
  forms.set(message.key, form)
  return { kind: 'done', heap: held() }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** What was written at a path such as "/data/member[2]/age"; '' when nothing stands there. */
function written(root: Element, path: string): string {
  let at: Element | undefined = root
  for (const step of path.split('/').slice(2)) {
    const [, name = '', place = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? []
    at = [...(at?.children ?? [])].filter((child) => child.localName === local(name))[Number(place) - 1]
  }
  return at?.textContent?.trim() ?? ''
}

/**
 * An answer that is required and was given, but that the engine cannot find among the choices it has here, is no answer
 * left out: the list may be one that this server does not hold, or no longer.
 */
function isSo(root: Element, { reference, violation }: Node): boolean {
  return violation !== null && !(violation.condition === 'required' && written(root, reference) !== '')
}

async function check(message: Extract<ToEngine, { kind: 'check' }>): Promise<FromEngine> {
  const form = forms.get(message.key)
  if (!form) throw new Error('this form was not given')
  const name = 'xml_submission_file'
  const data = new FormData()
  data.set(name, new File([message.xml], name, { type: 'text/xml' }))
  const nowhere = { getLocation: async () => '' }
  const { root } = await form.restoreInstance({ data: [data] }, { geolocationProvider: nowhere })
  const answers = new DOMParser().parseFromString(message.xml, 'text/xml').documentElement
  const violations: Violation[] = root.validationState.violations
    .filter((node) => isSo(answers, node))
    .map(({ reference, violation }) => ({ path: reference, condition: violation?.condition ?? 'constraint' }))
  for (const path of noDaysOf(root).keys()) violations.push({ path, condition: 'no-day' })
  return { kind: 'checked', violations, heap: held() }
}

async function answer(message: ToEngine): Promise<FromEngine> {
  if (message.kind === 'form') return takeForm(message)
  if (message.kind === 'check') return check(message)
  forms.clear()
  ;(globalThis as { gc?: () => void }).gc?.()
  return { kind: 'done', heap: held() }
}

process.on('message', (message: ToEngine) => {
  answer(message).then(say, (error: unknown) =>
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  )
})

// The server has gone, whatever became of it.
process.on('disconnect', () => process.exit())
