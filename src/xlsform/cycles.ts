// Circles in calculations and conditions. Clients find them only while somebody fills in the form (getodk/web-forms#891),
// so the compiler refuses them.
import type { Report } from './faults.ts'
import type { Logic, LogicKind } from './logic.ts'
import { nodesOf, type SurveyNode } from './tree.ts'

type Edge = { to: SurveyNode; kind: LogicKind | 'section'; from: SurveyNode }

const kinds = ['calculation', 'relevant', 'repeat_count', 'choice_filter'] as const

function edgesOf(node: SurveyNode, logic: ReadonlyMap<SurveyNode, Logic>): Edge[] {
  const reads = logic.get(node)?.reads ?? {}
  const triggered = (logic.get(node)?.triggers.length ?? 0) > 0
  const edges = kinds
    .filter((kind) => !(kind === 'calculation' && triggered))
    .flatMap((kind) => (reads[kind] ?? []).map((to): Edge => ({ to, kind, from: node })))
  // A question inside a section that may be hidden depends on what the section depends on.
  if (node.parent && node.parent.depth > 0) edges.push({ to: node.parent, kind: 'section', from: node })
  return edges
}

class Walk {
  readonly #state = new Map<SurveyNode, 'open' | 'done'>()
  readonly #way: Edge[] = []
  readonly #logic: ReadonlyMap<SurveyNode, Logic>
  readonly #report: Report

  constructor(logic: ReadonlyMap<SurveyNode, Logic>, report: Report) {
    this.#logic = logic
    this.#report = report
  }

  /** Without recursion: a chain of ten thousand calculations must not end the stack. */
  from(start: SurveyNode): void {
    if (this.#state.has(start)) return
    const stack: { node: SurveyNode; edges: Edge[]; next: number }[] = [
      { node: start, edges: edgesOf(start, this.#logic), next: 0 },
    ]
    this.#state.set(start, 'open')
    while (stack.length > 0) {
      const top = stack[stack.length - 1]
      const edge = top?.edges[top.next]
      if (!top || !edge) {
        if (top) this.#state.set(top.node, 'done')
        stack.pop()
        this.#way.pop()
        continue
      }
      top.next++
      const state = this.#state.get(edge.to)
      if (state === 'open') this.#tell([...this.#way, edge], edge.to)
      if (state) continue
      this.#state.set(edge.to, 'open')
      this.#way.push(edge)
      stack.push({ node: edge.to, edges: edgesOf(edge.to, this.#logic), next: 0 })
    }
  }

  #tell(way: readonly Edge[], start: SurveyNode): void {
    const circle = way.slice(way.findIndex((edge) => edge.from === start))
    const said = circle.filter((edge) => edge.kind !== 'section')
    const first = said[0]
    if (!first) return
    const names = [...said.map((edge) => edge.from.name), first.from.name].join(' → ')
    this.#report.fault('cycle', first.from.row.at(first.kind), names, {
      rows: said.map((edge) => edge.from.row.row).join(', '),
    })
  }
}

/** Faults: questions whose calculation, condition or list leads back to themselves. */
export function checkCycles(root: SurveyNode, logic: ReadonlyMap<SurveyNode, Logic>, report: Report): void {
  const walk = new Walk(logic, report)
  for (const node of nodesOf(root)) walk.from(node)
}
