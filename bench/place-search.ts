// Place search over the 91,599 places of the nation: times as ratios to the goal (p99 5 ms) and to looking at
// every place in turn, in the same run. Run: node scripts/node.mjs --expose-gc bench/place-search.ts
import { type CatalogueRow, shippedRegions } from '../src/capabilities/places/catalogue.ts'
import { PlaceSearch } from '../src/capabilities/places/search.ts'
import { keyOf, mistakes } from '../src/capabilities/places/search-text.ts'

const goalMillis = 5
const asked = 3000
const askedNaively = 30

// The same questions in every run.
let seed = 20261121
const random = (below: number) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed % below
}

const collect = (globalThis as { gc?: () => void }).gc
function memory(): { arrays: number; heap: number } {
  collect?.()
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return { arrays: arrayBuffers / 1e6, heap: heapUsed / 1e6 }
}

const before = memory()
const start = performance.now()
const search = new PlaceSearch()
const buildMillis = performance.now() - start
const after = memory()

const rows = shippedRegions()
const names = new Map(rows.map((row) => [row.code, row.name]))
const villages = rows.filter((row) => row.code.length === 13)
const pick = () => villages[random(villages.length)] as CatalogueRow
const mistyped = (name: string) => {
  const at = 1 + random(Math.max(1, name.length - 1))
  return name.slice(0, at) + name.slice(at + 1)
}

const kinds: Record<string, () => string> = {
  'nama lengkap': () => pick().name,
  'beberapa huruf pertama': () => pick().name.slice(0, 1 + random(6)),
  'salah ketik': () => mistyped(pick().name),
  'nama + kabupaten': () => {
    const row = pick()
    return `${mistyped(row.name)} ${names.get(row.code.slice(0, 5))}`
  },
  kode: () => pick().code.replaceAll('.', ''),
  'bukan wilayah': () =>
    Array.from({ length: 3 + random(20) }, () => 'abcdefghijklmnopqrstuvwxyz '[random(27)]).join(''),
}

function timed(texts: readonly string[], find: (text: string) => unknown): number[] {
  const times = texts.map((text) => {
    const from = performance.now()
    find(text)
    return performance.now() - from
  })
  return times.sort((a, b) => a - b)
}
const at = (times: readonly number[], share: number) =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

// What a first version would do: compare the text with every name, mistakes forgiven.
const keys = rows.map((row) => keyOf(row.name))
function naive(text: string): string[] {
  const typed = keyOf(text)
  const found: [number, string][] = []
  for (const [index, key] of keys.entries()) {
    const wrong = mistakes(typed, key.symbols, 0, key.length, 2, false)
    if (wrong <= 2) found.push([wrong, (rows[index] as CatalogueRow).code])
  }
  return found
    .sort(([a], [b]) => a - b)
    .slice(0, 10)
    .map(([, code]) => code)
}

const near = ['15.07.08.1001', '34.71']
for (let warm = 0; warm < 500; warm++) search.search(pick().name, { near })

const table: Record<string, Record<string, string>> = {}
const every: number[] = []
for (const [kind, make] of Object.entries(kinds)) {
  const texts = Array.from({ length: asked / 6 }, make)
  const times = timed(texts, (text) => search.search(text, { near }))
  const slow = timed(texts.slice(0, askedNaively), naive)
  every.push(...times)
  table[kind] = {
    'p50 ms': at(times, 0.5).toFixed(2),
    'p99 ms': at(times, 0.99).toFixed(2),
    'p99 / goal': (at(times, 0.99) / goalMillis).toFixed(2),
    'naive p50 / ours': (at(slow, 0.5) / at(times, 0.5)).toFixed(0),
  }
}
every.sort((a, b) => a - b)
console.log(`Place search: ${rows.length} places, ${asked} questions, ranked near two places of the asker`)
console.table(table)
console.log(
  `all questions: p50 ${at(every, 0.5).toFixed(2)} ms, p99 ${at(every, 0.99).toFixed(2)} ms = ${(at(every, 0.99) / goalMillis).toFixed(2)} of the goal (${goalMillis} ms)`,
)
const arrays = after.arrays - before.arrays
const heap = after.heap - before.heap
const measured = collect ? `${heap.toFixed(1)} MB of objects` : 'objects not measured (needs --expose-gc)'
console.log(
  `index: built in ${buildMillis.toFixed(0)} ms, ${arrays.toFixed(1)} MB of arrays and ${measured} = ${((arrays + Math.max(0, heap)) / 40).toFixed(2)} of its budget (40 MB)`,
)
