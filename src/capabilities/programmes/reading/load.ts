// Reads definitions from YAML files, with the line of every error. Server only.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Programme } from '../definition.ts'
import { programmeSchema } from '../definition-schema.ts'
import { checkProgramme } from './check.ts'
import { compiled } from './compile.ts'
import { type Finding, type FindingCode, type FindingFacts, finding, sentences } from './finding.ts'

export const largestFile = 256 * 1024
const mostFaults = 200
const deepestNesting = 40

/** One error of a file: where, which, and the sentence in both languages. */
export type Fault = {
  file: string
  line: number
  column: number
  path: string
  code: FindingCode
  facts: FindingFacts
  text: { id: string; en: string }
}
export type Reading = { programme: Programme | null; faults: Fault[] }

/** Reads one definition. Either it is whole and has no faults, or it is null and says every one of them. */
export function readProgramme(text: string, file: string): Reading {
  if (Buffer.byteLength(text) > largestFile) {
    return failed([
      faultAt(file, 1, 1, finding([], 'programmes.file-too-large', { most: largestFile / 1024 })),
    ])
  }
  if (nestedTooDeep(text)) return failed([faultAt(file, 1, 1, finding([], 'programmes.file-too-deep'))])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const unreadable = [
    ...syntaxFaults(document, lines, file),
    ...doubleFaults(document, lines, file),
    ...aliasFaults(document, lines, file),
  ]
  if (unreadable.length > 0) return failed(unreadable)
  const value: unknown = document.toJS()
  const findings = checkProgramme(value)
  if (findings.length > 0)
    return failed(findings.slice(0, mostFaults).map((each) => placed(each, { document, lines, file, text })))
  return { programme: compiled(programmeSchema.parse(value)), faults: [] }
}

/** The definitions of a folder, by name. Beside them lies the list of what each seed asks, which is none. */
export const definitionsIn = (folder: string | URL): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'seed-coverage.yaml')
    .sort()

/** Reads every definition in a folder; the faults of all files, and the programmes of the sound ones. */
export function loadProgrammes(folder: string): { programmes: Programme[]; faults: Fault[] } {
  const files = definitionsIn(folder)
  const programmes: Programme[] = []
  const faults: Fault[] = []
  const seen = new Map<string, string>()
  for (const file of files) {
    const path = join(folder, file)
    const tooLarge = statSync(path).size > largestFile
    const reading = readProgramme(tooLarge ? ' '.repeat(largestFile + 1) : readFileSync(path, 'utf8'), file)
    faults.push(...reading.faults)
    if (!reading.programme) continue
    const misplaced = misplacedFaults(reading.programme, file, seen)
    faults.push(...misplaced)
    if (misplaced.length === 0) programmes.push(reading.programme)
  }
  return { programmes, faults }
}

/** A fault as one line: `p2kp-2006.yaml:12:5 stages.0.title.en: …`. */
export function faultLine(fault: Fault, language: 'id' | 'en' = 'id'): string {
  return `${fault.file}:${fault.line}:${fault.column} ${fault.path}: ${fault.text[language]}`
}

const failed = (faults: Fault[]): Reading => ({ programme: null, faults: faults.slice(0, mostFaults) })

function misplacedFaults({ id, version }: Programme, file: string, seen: Map<string, string>): Fault[] {
  const key = `${id}@${version}`
  const other = seen.get(key)
  seen.set(key, other ?? file)
  // Older versions are kept beside the newest as `<id>@<version>.yaml`.
  const rightName = [`${id}.yaml`, `${key}.yaml`].includes(basename(file))
  return [
    ...(rightName ? [] : [faultAt(file, 1, 1, finding(['id'], 'programmes.file-name-differs', { id }))]),
    ...(other
      ? [faultAt(file, 1, 1, finding(['id'], 'programmes.file-same-programme', { id, version, other }))]
      : []),
  ]
}

function faultAt(file: string, line: number, column: number, { path, code, facts }: Finding): Fault {
  return { file, line, column, path: path.join('.'), code, facts, text: sentences({ code, facts }) }
}

/** YAML's own reader calls itself for each level, so depth is looked at before it is let loose. */
function nestedTooDeep(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    if (character === ']' || character === '}') depth = Math.max(0, depth - 1)
    if (depth > deepestNesting) return true
  }
  return /^ {160}/m.test(text) || /(?:[-?:] ){40}/.test(text)
}

function syntaxFaults(document: Document, lines: LineCounter, file: string): Fault[] {
  return [...document.errors, ...document.warnings].slice(0, mostFaults).map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    return faultAt(file, line, col, finding([], 'programmes.file-unreadable', { detail: error.message }))
  })
}

/** The reader itself compares each key with every other: a file of keys alone would keep the server for a minute. */
function doubleFaults(document: Document, lines: LineCounter, file: string): Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const { line, col } = lines.linePos(key.range?.[0] ?? 0)
        const detail = 'Map keys must be unique'
        if (seen.has(key.value))
          faults.push(faultAt(file, line, col, finding([], 'programmes.file-unreadable', { detail })))
        seen.add(key.value)
      }
    },
  })
  return faults
}

/** No anchors and no aliases: they can blow a small file up, and hide what a line says. */
function aliasFaults(document: Document, lines: LineCounter, file: string): Fault[] {
  const faults: Fault[] = []
  const report = (name: string, node: Node) => {
    const { line, col } = lines.linePos(node.range?.[0] ?? 0)
    faults.push(faultAt(file, line, col, finding([], 'programmes.file-alias', { name })))
  }
  visit(document, {
    Alias: (_, node) => report(`*${node.source}`, node),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) report(`&${node.anchor}`, node)
    },
  })
  return faults
}

type Origin = { document: Document; lines: LineCounter; file: string; text: string }

function placed(found: Finding, { document, lines, file, text }: Origin): Fault {
  const { node, key, whole } = nearest(document.contents as Node | null, found.path)
  const start = (found.onKey || !whole ? (key ?? node) : node)?.range?.[0] ?? 0
  const within = whole && found.within !== undefined ? withinScalar(node, found.within, text) : 0
  const { line, col } = lines.linePos(start + within)
  return faultAt(file, line, col, found)
}

/** The node at a path, or the nearest one above it that is really there, with its key. */
function nearest(
  top: Node | null,
  path: Finding['path'],
): { node: Node | null; key: Node | null; whole: boolean } {
  let node = top
  let key: Node | null = null
  for (const part of path) {
    const next = childOf(node, part)
    if (!next?.node) return { node, key, whole: false }
    node = next.node
    key = next.key
  }
  return { node, key, whole: true }
}

function childOf(node: Node | null, part: string | number): { node: Node | null; key: Node | null } | null {
  if (isSeq(node)) {
    const item = node.items[Number(part)] as Node | undefined
    return item ? { node: item, key: item } : null
  }
  if (!isMap(node)) return null
  const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(part))
  return pair ? { node: pair.value as Node | null, key: pair.key as Node } : null
}

/** How far into the file's own text a character of a scalar lies; 0 where YAML has folded the text. */
function withinScalar(node: Node | null, offset: number, text: string): number {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return 0
  const quote = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE' ? 1 : 0
  const start = node.range[0] + quote
  return text.startsWith(node.value, start) ? quote + offset : 0
}
