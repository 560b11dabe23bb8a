// The instance as text: its ids, and the file names taken out of it and put back, because the engine neither sends nor
// forgets a file that it did not see chosen in this very window.
import type { Question } from '../../../xlsform/model.ts'

const idPattern = /^uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml')
const local = (element: Element) => element.localName ?? element.nodeName

function metaOf(document: Document, name: string): Element | undefined {
  const meta = [...(document.documentElement?.children ?? [])].find((child) => local(child) === 'meta')
  return [...(meta?.children ?? [])].find((child) => local(child) === name)
}

/** The id in an instanceID, in lower case; null when it is no uuid. */
export const uuidOf = (instance: string): string | null =>
  idPattern.exec(instance.trim())?.[1]?.toLowerCase() ?? null

export function readMeta(xml: string): { instance: string; deprecated: string; name: string } {
  const document = parse(xml)
  const text = (name: string) => metaOf(document, name)?.textContent?.trim() ?? ''
  return { instance: text('instanceID'), deprecated: text('deprecatedID'), name: text('instanceName') }
}

/**
 * An edition as it was before the engine gave it a new id: to be edited anew from the same edition. Restoring would keep
 * the new id and lose which edition it mends.
 */
export function asEdited(xml: string, mends: string): string {
  const document = parse(xml)
  const instance = metaOf(document, 'instanceID')
  if (instance) instance.textContent = mends
  metaOf(document, 'deprecatedID')?.remove()
  return new XMLSerializer().serializeToString(document)
}

/** Positions are counted where the form repeats, as the engine's references count them. */
function referenceOf(element: Element, root: Element, repeats: ReadonlySet<string>): string {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at === root ? null : at.parentElement) {
    const path = pathOf(at, root)
    const alike = [...(at.parentElement?.children ?? [])].filter((other) => local(other) === local(at))
    steps.unshift(repeats.has(path) ? `${local(at)}[${alike.indexOf(at) + 1}]` : local(at))
  }
  return `/${steps.join('/')}`
}

function pathOf(element: Element, root: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at === root ? null : at.parentElement)
    steps.unshift(local(at))
  return `/${steps.join('/')}`
}

const fileTypes: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'file'])

/** Takes the names of files out of an instance; gives them by the reference of their question. */
export function takeFilesOut(
  xml: string,
  questions: readonly Pick<Question, 'path' | 'type'>[],
  repeats: ReadonlySet<string>,
): { xml: string; names: ReadonlyMap<string, string> } {
  const paths = new Set(questions.filter((each) => fileTypes.has(each.type)).map((each) => each.path))
  const names = new Map<string, string>()
  if (paths.size === 0) return { xml, names }
  const document = parse(xml)
  const root = document.documentElement
  for (const element of root.querySelectorAll('*')) {
    const name = element.children.length === 0 ? (element.textContent?.trim() ?? '') : ''
    if (name === '' || !paths.has(pathOf(element, root))) continue
    names.set(referenceOf(element, root, repeats), name)
    element.textContent = ''
  }
  return { xml: new XMLSerializer().serializeToString(document), names }
}

/** The guidance of a question, by the path of its question and the language's name. */
export type Guidance = ReadonlyMap<string, Readonly<Record<string, string>>>

/**
 * Takes guidance out of an XForm: the engine would run it together with the hint. What it says is shown when asked for.
 */
export function takeGuidanceOut(xform: string): { xform: string; guidance: Guidance } {
  const guidance = new Map<string, Record<string, string>>()
  if (!/form\s*=\s*["']guidance["']/.test(xform)) return { xform, guidance }
  const document = parse(xform)
  for (const value of [...document.getElementsByTagName('value')]) {
    if (value.getAttribute('form') !== 'guidance') continue
    const text = value.parentElement
    const language = text?.parentElement?.getAttribute('lang') ?? ''
    const path = (text?.getAttribute('id') ?? '').replace(/:hint$/, '')
    guidance.set(path, { ...guidance.get(path), [language]: value.textContent?.trim() ?? '' })
    value.remove()
    // A hint that was nothing but guidance keeps an empty text, so that its reference still leads somewhere.
    if (text && text.children.length === 0) text.append(document.createElementNS(text.namespaceURI, 'value'))
  }
  return { xform: new XMLSerializer().serializeToString(document), guidance }
}
