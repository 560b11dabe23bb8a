// Answers put together and compared, path by path. Pure; the shape is that of openrosa/instance.ts.
import type { FormModel, Item } from '../../../xlsform/model.ts'

export type AnswerTree = { readonly [path: string]: unknown }

/** Paths of repeats without places: "member", "member/job". Only they tell a list of members from a list of points. */
export function repeatPaths(model: Pick<FormModel, 'items' | 'root'>): Set<string> {
  const found = new Set<string>()
  const walk = (items: readonly Item[]): void => {
    for (const item of items) {
      if (item.kind === 'question') continue
      if (item.kind === 'repeat') found.add(item.path.slice(model.root.length + 1))
      walk(item.children)
    }
  }
  walk(model.items)
  return found
}

const isTree = (value: unknown): value is AnswerTree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const trees = (value: unknown): AnswerTree[] => (Array.isArray(value) ? value.filter(isTree) : [])

/** Open and personal answers as one; members of a repeat are put together place by place. */
export function mergeAnswers(open: AnswerTree, personal: AnswerTree): AnswerTree {
  const merged: Record<string, unknown> = { ...open }
  for (const [key, value] of Object.entries(personal)) {
    const here = merged[key]
    const both = Array.isArray(here) && Array.isArray(value) && [...here, ...value].every(isTree)
    if (!both) merged[key] = value
    else {
      const [left, right] = [trees(here), trees(value)]
      const length = Math.max(left.length, right.length)
      merged[key] = Array.from({ length }, (_, n) => mergeAnswers(left[n] ?? {}, right[n] ?? {}))
    }
  }
  return merged
}

/** `path` as people count: "member[2]/age". Null where there was or is no answer. */
export type AnswerChange = { path: string; question: string; before: unknown; after: unknown }

const same = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  const other = b as Record<string, unknown>
  return left.length === right.length && left.every(([key, value]) => key in other && same(value, other[key]))
}

const keysOf = (now: AnswerTree, old: AnswerTree) => new Set([...Object.keys(now), ...Object.keys(old)])

/** Every answer that differs between two editions, in the order of the newer one, then what is gone. */
export function diffAnswers(
  before: AnswerTree,
  after: AnswerTree,
  repeats: ReadonlySet<string>,
): AnswerChange[] {
  const changes: AnswerChange[] = []
  const members = (old: readonly AnswerTree[], now: readonly AnswerTree[], path: string, asked: string) => {
    const length = Math.max(old.length, now.length)
    for (let n = 0; n < length; n++) walk(old[n] ?? {}, now[n] ?? {}, `${path}[${n + 1}]/`, `${asked}/`)
  }
  const walk = (old: AnswerTree, now: AnswerTree, shown: string, question: string): void => {
    for (const key of keysOf(now, old)) {
      const [path, asked] = [`${shown}${key}`, `${question}${key}`]
      const [was, is] = [old[key] ?? null, now[key] ?? null]
      if (repeats.has(asked)) members(trees(was), trees(is), path, asked)
      else if (!same(was, is)) changes.push({ path, question: asked, before: was, after: is })
    }
  }
  walk(before, after, '', '')
  return changes
}
