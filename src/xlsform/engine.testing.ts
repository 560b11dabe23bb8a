// ODK's own engine in Node, as the judge of every XForm that the compiler writes. It expects a browser, so jsdom lends
// it a document; `window` stays away until it is loaded, because its WebAssembly loader would take it for a real one.

import type { AnyNode, RootNode } from '@getodk/xforms-engine'
import { JSDOM } from 'jsdom'
import { compile } from './compile.ts'
import type { Fault, FormModel } from './model.ts'
import { forgivingOfDays } from './no-days.ts'
import { workbookFrom } from './sheet.testing.ts'

type Engine = typeof import('@getodk/xforms-engine')
let loaded: Promise<Engine> | null = null

const lent = [
  'DOMParser',
  'XMLSerializer',
  'Document',
  'XMLDocument',
  'Element',
  'Node',
  'Text',
  'Attr',
  'Comment',
  'CDATASection',
  'ProcessingInstruction',
  'NodeFilter',
  'XPathResult',
  'XPathEvaluator',
  'XPathExpression',
  'document',
] as const

function engine(): Promise<Engine> {
  loaded ??= (async () => {
    const { window } = new JSDOM('<!doctype html><body></body>')
    for (const name of lent)
      Object.defineProperty(globalThis, name, { value: window[name as 'Node'], configurable: true })
    Object.assign(globalThis, { __dirname: '/', require: () => ({}) })
    return forgivingOfDays(await import('@getodk/xforms-engine'))
  })()
  return loaded
}

export type Files = Readonly<Record<string, string>>

/** Opens an XForm and begins an answer; throws what the engine has against it. */
export async function openXForm(xform: string, files: Files = {}): Promise<RootNode> {
  const { loadForm } = await engine()
  // The engine leaves what was last sent empty; whoever has it gives it as a file, as our phones do.
  const own = xform.replace('src="jr://instance/last-saved"', 'src="jr://file/last-saved.xml"')
  const form = await loadForm(own, {
    fetchFormAttachment: async (address: URL) => {
      const name = decodeURIComponent(String(address)).split('/').pop() ?? ''
      const type = name.endsWith('.csv')
        ? 'text/csv'
        : name.endsWith('.geojson')
          ? 'application/geo+json'
          : 'text/xml'
      const text = files[name]
      return new Response(text ?? '', {
        status: text === undefined ? 404 : 200,
        headers: { 'content-type': type },
      }) as never
    },
    missingResourceBehavior: 'BLANK',
  })
  if (form.status === 'failure') throw form.error
  return form.createInstance().root
}

/** Compiles sheets written as text and opens them; faults and the engine's own objections fail the test. */
export async function opened(
  markdown: string,
  files: Files = {},
): Promise<{ root: RootNode; model: FormModel; xform: string; warnings: Fault[] }> {
  const made = compile(workbookFrom(markdown), { version: '1' })
  if (!made.ok)
    throw new Error(
      made.faults
        .map((fault) => `${fault.code} ${fault.sheet}:${fault.row}:${fault.column} ${fault.found}`)
        .join('\n'),
    )
  return {
    root: await openXForm(made.xform, files),
    model: made.model,
    xform: made.xform,
    warnings: made.warnings,
  }
}

/** The node at a path such as '/data/member[2]/name'. */
export function nodeAt(root: RootNode, path: string): AnyNode {
  const walk = (node: AnyNode): AnyNode | null => {
    if (node.currentState.reference === path && !node.nodeType.startsWith('repeat-range')) return node
    for (const child of node.currentState.children ?? []) {
      const found = walk(child as AnyNode)
      if (found) return found
    }
    return null
  }
  const found = walk(root)
  if (!found) throw new Error(`Nothing stands at ${path}`)
  return found
}

/** Gives an answer as a person would; numbers of integer questions become the engine's big integers. */
export function answer(root: RootNode, path: string, value: unknown): void {
  const node = nodeAt(root, path)
  if (node.nodeType === 'select')
    node.selectValues(Array.isArray(value) ? value : value === '' ? [] : [value as string])
  else if (node.nodeType === 'rank') node.setValues(value as string[])
  else {
    const whole = 'valueType' in node && node.valueType === 'int' && typeof value === 'number'
    ;(node as unknown as { setValue(given: unknown): void }).setValue(whole ? BigInt(value as number) : value)
  }
}

/** The answer as it would be sent. */
export function answerAt(root: RootNode, path: string): string {
  const state = nodeAt(root, path).currentState as { instanceValue?: string }
  return state.instanceValue ?? ''
}

export const relevantAt = (root: RootNode, path: string): boolean => nodeAt(root, path).currentState.relevant
export const labelAt = (root: RootNode, path: string): string =>
  nodeAt(root, path).currentState.label?.asString ?? ''

/** Names of the choices that are offered now. */
export function optionsAt(root: RootNode, path: string): string[] {
  const node = nodeAt(root, path)
  const state = node.currentState as { valueOptions?: readonly { value: string }[] }
  return (state.valueOptions ?? []).map((option) => option.value)
}

export function optionLabelsAt(root: RootNode, path: string): string[] {
  const state = nodeAt(root, path).currentState as {
    valueOptions?: readonly { label: { asString: string } | null }[]
  }
  return (state.valueOptions ?? []).map((option) => option.label?.asString ?? '')
}

/** What keeps the answer at a path from being right: '' when nothing does. */
export function violationAt(root: RootNode, path: string): string {
  const state = nodeAt(root, path).validationState as {
    violation?: { condition: string; message: { asString: string } | null } | null
  }
  return state.violation ? `${state.violation.condition}: ${state.violation.message?.asString ?? ''}` : ''
}

/** The instance as XML, as it would be sent now. */
export async function sent(root: RootNode): Promise<string> {
  const payload = await root.prepareInstancePayload()
  const [data] = payload.data
  const file = data?.get('xml_submission_file')
  return file && typeof file !== 'string' ? await (file as Blob).text() : ''
}
