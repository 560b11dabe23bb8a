// Texts with ${name} and instance('list')/root/item[…]/label in them, as people read them; and attributes with ${name}, which
// other apps read.
import { compileExpression } from './expressions.ts'
import type { Report } from './faults/faults.ts'
import type { Known, Where } from './known.ts'
import { isLastSaved, lastSavedPath, pathBetween, type Scope } from './references.ts'
import type { SurveyNode } from './tree.ts'

export type TextPiece = { text: string } | { path: string }
export type Reader = { scope: Scope; known: Known; report: Report }

const step = /\/\/?(?:[\p{L}_](?:[\p{L}\p{N}_.\-\u00b7]*[\p{L}\p{N}_])?|\.\.|\*)/uy
const opening = /\$\{([^{}]*)\}|\binstance\s*\(\s*["'“”‘’][^"'“”‘’]*["'“”‘’]\s*\)/g

/** Just after the ] that closes the [ at `from`; -1 where none does. */
function closed(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === '"' || letter === "'") {
      at = text.indexOf(letter, at + 1)
      if (at < 0) return -1
    } else if (letter === '[') depth++
    else if (letter === ']' && --depth === 0) return at + 1
  }
  return -1
}

/** Where a path that begins before `from` ends: a step or […] follows without a space. */
function pathEnd(text: string, from: number): number {
  for (let at = from; ; ) {
    step.lastIndex = at
    const found = step.exec(text)
    const next = found ? at + found[0].length : text[at] === '[' ? closed(text, at) : -1
    if (next < 0) return at
    at = next
  }
}

/** Whether anything in a text is worked out. */
export const isWorkedOut = (text: string): boolean => /\$\{|\binstance\s*\(/.test(text)

/** Where what is worked out ends, of what begins so; null where it is a word like any other. */
function endOf(text: string, match: RegExpExecArray): number | null {
  const end = match.index + match[0].length
  if (match[1] !== undefined) return end
  const to = pathEnd(text, end)
  return to === end ? null : to
}

function pathTo(name: string, node: SurveyNode, where: Where, known: Known, inside: boolean): string {
  if (!isLastSaved(name)) return pathBetween(where.context, node, inside)
  known.lastSaved()
  return lastSavedPath(node)
}

function pathOf(written: string, name: string | undefined, where: Where, reader: Reader): TextPiece[] {
  const { scope, known, report } = reader
  if (name === undefined) {
    const compiled = compileExpression(written, where, scope, known, report)
    return compiled ? [{ path: compiled.xpath }] : []
  }
  const node = scope.find(name.trim(), where.place, report)
  return node ? [{ path: pathTo(name.trim(), node, where, known, false) }] : []
}

/** A label with ${name} and paths of lists in it, as texts and paths. Faults: unknown names. */
export function piecesOf(text: string, where: Where, reader: Reader): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(opening)) {
    const end = match.index < at ? null : endOf(text, match)
    if (end === null) continue
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) })
    pieces.push(...pathOf(text.slice(match.index, end), match[1], where, reader))
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}

/** Depth of [ … ] at a place, to know whose context a path there has. */
const isInside = (text: string, at: number): boolean => {
  const before = text.slice(0, at).replace(/"[^"]*"|'[^']*'/g, '')
  return before.split('[').length > before.split(']').length
}

/** An attribute with ${name} as paths, for apps that evaluate it where the question stands: ex:app(id=${d}). */
export function attributeOf(text: string, where: Where, { scope, known, report }: Reader): string {
  return text.replace(/\$\{([^{}]*)\}/g, (written, name: string, at: number) => {
    const node = scope.find(name.trim(), where.place, report)
    if (!node) return written
    const path = pathTo(name.trim(), node, where, known, isInside(text, at))
    const [before, after] = [text[at - 1] ?? '', text[at + written.length] ?? '']
    return `${/[\p{L}\p{N}]/u.test(before) ? ' ' : ''}${path}${/[\p{L}\p{N}_.\-:*]/u.test(after) ? ' ' : ''}`
  })
}
