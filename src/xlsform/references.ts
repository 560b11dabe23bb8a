// ${name} → the path that reaches that question from where the expression stands.
import type { Facts, Place, Report } from './faults/faults.ts'
import { madeNode, nodesOf, type SurveyNode } from './tree.ts'

const lastSaved = 'last-saved#'

/** ${last-saved#name}: the answer to that question in what was last sent of this form. */
export const isLastSaved = (name: string): boolean => name.startsWith(lastSaved)
export const lastSavedPath = (node: SurveyNode): string => `instance('__last-saved')${node.path}`

export class Scope {
  readonly root: SurveyNode
  readonly #byName = new Map<string, SurveyNode[]>()
  readonly #byLower = new Map<string, SurveyNode[]>()

  constructor(root: SurveyNode, named = false) {
    this.root = root
    for (const node of nodesOf(root)) this.add(node)
    const meta = madeNode(root, 'meta', 'text', root.row, {})
    for (const name of ['instanceID', ...(named ? ['instanceName'] : [])])
      if (!this.#byName.has(name)) this.#byName.set(name, [madeNode(meta, name, 'text', root.row, {})])
  }

  add(node: SurveyNode): void {
    if (node.kind === 'instance') return
    const { name } = node
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), node])
    const lower = name.toLowerCase()
    this.#byLower.set(lower, [...(this.#byLower.get(lower) ?? []), node])
  }

  /** All nodes called exactly so. */
  called(name: string): readonly SurveyNode[] {
    return this.#byName.get(name) ?? []
  }

  /** The node called so. Faults: unknown, ambiguous. A slip in case is forgiven with a warning. */
  find(name: string, place: Place, report: Report, facts: Facts = {}): SurveyNode | null {
    const exact = this.#byName.get(name)
    if (exact && exact.length === 1) return exact[0] ?? null
    if (exact) {
      const rows = exact.map((node) => node.row.row).join(', ')
      report.fault('reference-ambiguous', place, `\${${name}}`, { ...facts, rows })
      return null
    }
    if (isLastSaved(name)) return this.find(name.slice(lastSaved.length), place, report, facts)
    const slip = this.#byLower.get(name.toLowerCase())
    if (slip?.length === 1 && slip[0]) {
      report.warn('reference-forgiven', place, `\${${name}}`, { name: slip[0].name })
      return slip[0]
    }
    const near = report.suggest(name, this.#byName.keys())
    report.fault('reference-unknown', place, `\${${name}}`, { ...facts, ...near })
    return null
  }
}

/** From the root down to the node itself. */
function line(node: SurveyNode): SurveyNode[] {
  const found: SurveyNode[] = []
  for (let each: SurveyNode | null = node; each; each = each.parent) found.unshift(each)
  return found
}

/**
 * The path from one node to another. Absolute, unless both stand in the same repeat: then relative, so that each line of
 * the repeat sees its own neighbours. Inside [ … ] the context is the item, so the way starts at current().
 */
export function pathBetween(from: SurveyNode, to: SurveyNode, predicate: boolean): string {
  const [start, goal] = [line(from), line(to)]
  let common = 0
  while (common < start.length && common < goal.length && start[common] === goal[common]) common++
  const shared = start.slice(0, Math.min(common, start.length - 1, goal.length - 1))
  if (!shared.some((node) => node.kind === 'repeat')) return to.path
  const up = start.length - shared.length
  const down = goal.slice(shared.length).map((node) => node.name)
  return [...(predicate ? ['current()'] : []), ...Array.from({ length: up }, () => '..'), ...down].join('/')
}

/**
 * The path to a node from one line of a repeat, in the [ … ] that chooses among its lines: what stands in that line is its own,
 * what stands above it is that line's; what both the line and the question that asks share is the question's.
 */
export function pathFromItem(items: SurveyNode, from: SurveyNode, to: SurveyNode): string {
  const [start, goal] = [line(items), line(to)]
  let common = 0
  while (common < start.length && common < goal.length && start[common] === goal[common]) common++
  const shared = start.slice(0, common).findLast((node) => node.kind === 'repeat')
  if (shared !== items && (!shared || line(from).includes(shared))) return pathBetween(from, to, true)
  if (to === items) return '.'
  const up = Array.from({ length: start.length - common }, () => '..')
  return [...(up.length > 0 ? up : ['.']), ...goal.slice(common).map((node) => node.name)].join('/')
}
