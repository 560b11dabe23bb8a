// Betweenness of a network of 2,000 institutions and 10,000 ties, against graphology-metrics in the same run, where both must give
// the same figures to a millionth. Goal: at most 0.3 of its time. Then the same village as the phone reckons it, layout and all.
//   node scripts/node.mjs bench/betweenness.ts
import graphology from 'graphology'
import metrics from 'graphology-metrics'
import { betweenness, neighboursOf } from '../src/capabilities/institutions/betweenness.ts'
import { networkOf } from '../src/capabilities/institutions/network.ts'

const [nodes, ties, rounds] = [2000, 10_000, 5] as const

/** The same numbers on every machine (mulberry32). */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** As villages are tied: a few with many, most with a few. */
function pairs(): [number, number][] {
  const next = drawn(11)
  const seen = new Map<string, [number, number]>()
  while (seen.size < ties) {
    const a = Math.floor(nodes * next() ** 2)
    const b = Math.floor(nodes * next())
    if (a !== b) seen.set([a, b].sort((one, other) => one - other).join(' '), [a, b])
  }
  return [...seen.values()]
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0
function timed<T>(work: () => T): { value: T; ms: number } {
  const times: number[] = []
  let value = work()
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    value = work()
    times.push(performance.now() - began)
  }
  return { value, ms: median(times) }
}

const told = pairs()
const graph = new graphology.UndirectedGraph()
for (let n = 0; n < nodes; n++) graph.addNode(String(n))
for (const [a, b] of told) graph.addEdge(String(a), String(b))

const ours = timed(() => betweenness(neighboursOf(nodes, told)))
const theirs = timed(() => metrics.centrality.betweenness(graph, { normalized: false }))
const apart = Math.max(
  ...[...ours.value].map((value, n) => {
    const other = theirs.value[String(n)] ?? Number.NaN
    return Math.abs(value - other) / Math.max(1, Math.abs(other))
  }),
)
const village = timed(() =>
  networkOf({
    institutions: Array.from({ length: nodes }, (_, n) => ({ id: String(n), name: `Lembaga ${n}` })),
    ties: told.map(([a, b]) => ({
      ...{ from: String(a), to: String(b), outside: '', bond: 'bridging' as const, strength: 3 },
    })),
  }),
)
const share = ours.ms / theirs.ms
console.log(`${nodes} nodes, ${ties} ties, median of ${rounds}`)
console.log(
  `ours ${ours.ms.toFixed(0)} ms, graphology-metrics ${theirs.ms.toFixed(0)} ms, ratio ${share.toFixed(2)} (goal 0.30)`,
)
console.log(`largest difference ${apart.toExponential(1)} (goal 1e-6)`)
console.log(`the whole network with its layout: ${village.ms.toFixed(0)} ms, in a worker`)
if (!(apart <= 1e-6) || share > 0.3) process.exitCode = 1
