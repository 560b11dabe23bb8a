// The XML of a submission as a small tree. Nothing outside it is ever read: no document type, no entities but the five of
// XML, no more depth and no more bytes than a form can mean.
import { SaxesParser } from 'saxes'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { xmlMost } from '../submission.ts'

export type Element = {
  /** Without its prefix: forms write the same names with several. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: Element[]
  text: string
}

/** Deeper than any form that people can fill in. */
const depthMost = 30

const local = (name: string): string => {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}

export const refusedXml = (code: string, facts?: Record<string, string | number>) =>
  new Refused([refuse(`surveys.${code}`, facts)])

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of the bytes. Refuses what is too large, and bytes that are not UTF-8. */
export function xmlText(xml: string | Uint8Array): string {
  const bytes = typeof xml === 'string' ? Buffer.byteLength(xml) : xml.byteLength
  if (bytes > xmlMost) throw refusedXml('xml-too-large', { maximum: xmlMost })
  if (typeof xml === 'string') return xml
  try {
    return decoder.decode(xml)
  } catch {
    throw refusedXml('xml-malformed')
  }
}

/** Reads the tree. Refuses a document type, an unknown entity, too much depth, and what is no XML or cut off. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const open: Element[] = []
  let root: Element | null = null
  parser.on('doctype', () => {
    throw refusedXml('xml-doctype')
  })
  parser.on('error', () => {
    throw refusedXml('xml-malformed')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name: local(name), attributes, children: [], text: '' }
    const parent = open[open.length - 1]
    if (parent) parent.children.push(element)
    else root ??= element
    if (open.push(element) > depthMost) throw refusedXml('xml-too-deep', { maximum: depthMost })
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const said = (words: string) => {
    const element = open[open.length - 1]
    if (element) element.text += words
  }
  parser.on('text', said)
  parser.on('cdata', said)
  parser.write(text).close()
  if (root === null) throw refusedXml('xml-malformed')
  return root
}

/** An attribute by its local name. */
export function attribute(element: Element, name: string): string | undefined {
  const exact = element.attributes[name]
  if (exact !== undefined) return exact
  const key = Object.keys(element.attributes).find(
    (each) => local(each) === name && !each.startsWith('xmlns'),
  )
  return key === undefined ? undefined : element.attributes[key]
}

export const child = (element: Element, name: string): Element | undefined =>
  element.children.find((each) => each.name === name)
