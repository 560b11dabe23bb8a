// How often each node lies on the shortest ways between two others: Brandes, A Faster Algorithm for Betweenness Centrality, 2001,
// unweighted and undirected, over typed arrays. Pure. `bench/betweenness.ts` holds it against graphology-metrics.

/** Ties as one list of neighbours after the other: those of node n stand from `offsets[n]` to before `offsets[n + 1]`. */
export type Neighbours = { nodes: number; offsets: Int32Array; targets: Int32Array }

/** Two nodes are neighbours once, however many ties go between them; a tie of a node to itself is none. */
export function neighboursOf(nodes: number, ties: readonly (readonly [number, number])[]): Neighbours {
  const lists = Array.from({ length: nodes }, () => new Set<number>())
  for (const [a, b] of ties) {
    if (a === b) continue
    lists[a]?.add(b)
    lists[b]?.add(a)
  }
  const offsets = new Int32Array(nodes + 1)
  for (const [n, list] of lists.entries()) offsets[n + 1] = (offsets[n] as number) + list.size
  const targets = new Int32Array(offsets[nodes] as number)
  for (const [n, list] of lists.entries())
    targets.set(
      [...list].sort((a, b) => a - b),
      offsets[n] as number,
    )
  return { nodes, offsets, targets }
}

export const degreesOf = ({ nodes, offsets }: Neighbours): Int32Array =>
  Int32Array.from({ length: nodes }, (_, n) => (offsets[n + 1] as number) - (offsets[n] as number))

/** Room for one search, used again for each: `before` and `after` are the steps of all shortest ways, in the order they were found. */
type Space = {
  order: Int32Array
  far: Int32Array
  ways: Float64Array
  share: Float64Array
  before: Int32Array
  after: Int32Array
}

/** Breadth first from a node: how far each other is, on how many shortest ways, and over which steps. Gives how many steps. */
function reach({ offsets, targets }: Neighbours, from: number, space: Space): number {
  const { order, far, ways, before, after } = space
  far.fill(-1)
  ways.fill(0)
  far[from] = 0
  ways[from] = 1
  order[0] = from
  let reached = 1
  let steps = 0
  for (let at = 0; at < reached; at++) {
    const v = order[at] as number
    const next = (far[v] as number) + 1
    const waysTo = ways[v] as number
    const end = offsets[v + 1] as number
    for (let i = offsets[v] as number; i < end; i++) {
      const w = targets[i] as number
      const known = far[w] as number
      if (known === -1) {
        far[w] = next
        order[reached++] = w
      } else if (known !== next) continue
      ways[w] = (ways[w] as number) + waysTo
      before[steps] = v
      after[steps++] = w
    }
  }
  return steps
}

/** Back over the steps, the last first: what each node has of the ways that go through it. */
function gather(steps: number, from: number, { ways, share, before, after }: Space, sum: Float64Array): void {
  share.fill(0)
  for (let step = steps - 1; step >= 0; step--) {
    const v = before[step] as number
    const w = after[step] as number
    share[v] = (share[v] as number) + ((ways[v] as number) / (ways[w] as number)) * (1 + (share[w] as number))
  }
  share[from] = 0
  for (let n = 0; n < sum.length; n++) sum[n] = (sum[n] as number) + (share[n] as number)
}

/** Of each node the pairs of others that are joined through it; of several shortest ways, its part of them. */
export function betweenness(graph: Neighbours): Float64Array {
  const { nodes, targets } = graph
  const sum = new Float64Array(nodes)
  const space: Space = {
    ...{ order: new Int32Array(nodes), far: new Int32Array(nodes) },
    ...{ ways: new Float64Array(nodes), share: new Float64Array(nodes) },
    ...{ before: new Int32Array(targets.length), after: new Int32Array(targets.length) },
  }
  for (let from = 0; from < nodes; from++) gather(reach(graph, from, space), from, space, sum)
  // Each pair was counted from both of its ends.
  return sum.map((each) => each / 2)
}
