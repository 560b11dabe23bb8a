// Circles in calculations and conditions. Clients find them only while somebody fills in the form (getodk/web-forms#891),
// so the compiler refuses them. Two questions that hide each other are no mistake: whichever is answered first stays.
import type { Report } from './faults/faults.ts'
import type { Logic } from './logic.ts'
import { nodesOf, type SurveyNode } from './tree.ts'

type Kind = 'calculation' | 'relevant' | 'choice_filter' | 'section'
type Edge = { from: SurveyNode; to: SurveyNode; kind: Kind }
type Edges = ReadonlyMap<SurveyNode, readonly Edge[]>

const kinds = ['calculation', 'relevant', 'choice_filter'] as const

function edgesOf(node: SurveyNode, logic: ReadonlyMap<SurveyNode, Logic>): Edge[] {
  const own = logic.get(node)
  // What a trigger sets is set once, and not again when its parts change.
  const read = kinds.filter((kind) => kind !== 'calculation' || own?.triggers.length === 0)
  const edges = read.flatMap((kind) => (own?.reads[kind] ?? []).map((to): Edge => ({ from: node, to, kind })))
  // A question in a section that may be hidden depends on what the section depends on.
  if (node.parent && node.parent.depth > 0) edges.push({ from: node, to: node.parent, kind: 'section' })
  return edges
}

type Visit = { node: SurveyNode; next: number }

/** Strongly connected components after Tarjan, without recursion: a chain of ten thousand calculations must not end the stack. */
class Components {
  readonly of = new Map<SurveyNode, number>()
  readonly #edges: Edges
  readonly #index = new Map<SurveyNode, number>()
  readonly #low = new Map<SurveyNode, number>()
  readonly #open: SurveyNode[] = []
  #found = 0

  constructor(edges: Edges) {
    this.#edges = edges
    for (const node of edges.keys()) if (!this.#index.has(node)) this.#walk(node)
  }

  #enter(node: SurveyNode): Visit {
    this.#index.set(node, this.#index.size)
    this.#low.set(node, this.#index.size - 1)
    this.#open.push(node)
    return { node, next: 0 }
  }

  #lower(node: SurveyNode, value: number): void {
    this.#low.set(node, Math.min(this.#low.get(node) ?? value, value))
  }

  #walk(start: SurveyNode): void {
    const visits = [this.#enter(start)]
    for (let top = visits.at(-1); top; top = visits.at(-1)) {
      const edge = this.#edges.get(top.node)?.[top.next++]
      if (!edge) {
        visits.pop()
        this.#leave(top.node, visits.at(-1)?.node)
      } else if (!this.#index.has(edge.to)) visits.push(this.#enter(edge.to))
      else if (!this.of.has(edge.to)) this.#lower(top.node, this.#index.get(edge.to) ?? 0)
    }
  }

  #leave(node: SurveyNode, parent: SurveyNode | undefined): void {
    const low = this.#low.get(node) ?? 0
    if (parent) this.#lower(parent, low)
    if (low !== this.#index.get(node)) return
    this.#found++
    for (let member = this.#open.pop(); member; member = this.#open.pop()) {
      this.of.set(member, this.#found)
      if (member === node) return
    }
  }
}

/** The shortest way inside a component from the end of an edge back to its start. */
function wayBack(edge: Edge, edges: Edges, components: Components): Edge[] {
  const component = components.of.get(edge.from)
  const came = new Map<SurveyNode, Edge>()
  const queue = [edge.to]
  for (const node of queue) {
    if (node === edge.from) break
    for (const next of edges.get(node) ?? []) {
      if (components.of.get(next.to) !== component || came.has(next.to) || next.to === edge.to) continue
      came.set(next.to, next)
      queue.push(next.to)
    }
  }
  const way: Edge[] = []
  for (let at = edge.from; at !== edge.to; ) {
    const step = came.get(at)
    if (!step) break
    way.unshift(step)
    at = step.from
  }
  return way
}

function tell(edge: Edge, edges: Edges, components: Components, report: Report): void {
  const said = [edge, ...wayBack(edge, edges, components)].filter((each) => each.kind !== 'section')
  const first = said[0]
  if (!first) return
  const names = [...said.map((each) => each.from.name), first.from.name].join(' → ')
  const rows = said.map((each) => each.from.row.row).join(', ')
  const harmless =
    said.length > 1 && said.every((each) => each.kind === 'relevant' || each.kind === 'choice_filter')
  const place = first.from.row.at(first.kind)
  if (harmless && edge.kind !== 'section') report.warn('cycle-conditions', place, names, { rows })
  else report.fault('cycle', place, names, { rows })
}

/** Faults: questions whose calculation, condition or list leads back to themselves. */
export function checkCycles(root: SurveyNode, logic: ReadonlyMap<SurveyNode, Logic>, report: Report): void {
  const edges = new Map([...nodesOf(root)].map((node) => [node, edgesOf(node, logic)]))
  const components = new Components(edges)
  const inside = [...edges.values()]
    .flat()
    .filter(({ from, to }) => components.of.get(from) === components.of.get(to))
  const told = new Set<number>()
  const worst: Record<Kind, number> = { section: 0, calculation: 1, relevant: 2, choice_filter: 2 }
  const loops = (edge: Edge): number => (edge.from === edge.to ? -1 : worst[edge.kind])
  for (const edge of inside.sort((one, other) => loops(one) - loops(other))) {
    const component = components.of.get(edge.from) ?? 0
    if (told.has(component)) continue
    told.add(component)
    tell(edge, edges, components, report)
  }
}
