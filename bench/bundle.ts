// All JavaScript that is loaded until the home of a place is usable: the entry, the gate with its PIN, the
// home, and everything they import, gzipped. Printed against the limit of 200 KB; asserts nothing.
//   node scripts/node.mjs bench/bundle.ts        (after npm run build)
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; css?: string[] }

const limit = 200 * 1024
const web = 'dist/web'
const manifestFile = join(web, '.vite/manifest.json')
if (!existsSync(manifestFile)) {
  console.error('Build first: npm run build')
  process.exit(1)
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>

/** A chunk and all it imports at once; what it loads later is not counted. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? ''
/** What is loaded on the way, in the order a person meets it. */
const steps: [string, RegExp][] = [
  ['entry', new RegExp(`^${entry.replace(/[.]/g, '\\.')}$`)],
  ['gate and PIN', /accounts\/screens\/Gate\.tsx$/],
  ['home of a place', /PlaceHomeScreen\.tsx$/],
  ['what its commands do', /programmes\/part\.ts$/],
]

const size = (file: string) => gzipSync(readFileSync(join(web, file)), { level: 9 }).length
const counted = new Set<string>()
let javascript = 0
let styles = 0
const rows = steps.map(([name, pattern]) => {
  const key = Object.keys(manifest).find((each) => pattern.test(each))
  const chunks = [...(key ? closure(key) : [])]
    .map((each) => manifest[each])
    .filter((each) => each !== undefined)
  let own = 0
  for (const chunk of chunks) {
    for (const sheet of chunk.css ?? []) {
      if (counted.has(sheet)) continue
      counted.add(sheet)
      styles += size(sheet)
    }
    if (counted.has(chunk.file)) continue
    counted.add(chunk.file)
    own += size(chunk.file)
  }
  javascript += own
  return {
    step: key ? name : `${name} (not found)`,
    'KB gzip': (own / 1024).toFixed(1),
    'of the limit': (own / limit).toFixed(2),
  }
})
rows.push({
  step: 'all JavaScript',
  'KB gzip': (javascript / 1024).toFixed(1),
  'of the limit': (javascript / limit).toFixed(2),
})
console.table(rows)
console.log(
  `Style sheets beside it: ${(styles / 1024).toFixed(1)} KB gzip. Limit: ${limit / 1024} KB of JavaScript.`,
)
