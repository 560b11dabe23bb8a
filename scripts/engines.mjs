// What a PostgreSQL server has to play again, found by reading: every test that asks for DATABASE_URL, itself or through
// what it imports. All others would do the very same a second time.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const imported = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g

/**
 * Journeys that differ by engine. The browser never sees which one it is; the longest of them gives nearly every
 * command there is and survives the kill of its server, and the other doors are tried on both engines by the tests.
 */
export const journeysOnAServer = ['first-village.journey.ts']

/** Test files, relative to the house, that look for a database server. */
export function testsOnAServer() {
  const folders = ['src', 'tests/house', 'tests/database', 'tests/xlsform-cases']
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  const reads = new Map()
  return files
    .filter(
      (file) => file.endsWith('.test.ts') && !file.includes('broken-house') && readsAddress(file, reads),
    )
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()
}

/** @param {string} file @param {Map<string, boolean>} known */
function readsAddress(file, known) {
  const before = known.get(file)
  if (before !== undefined) return before
  const absolute = path.join(root, file)
  if (!existsSync(absolute)) return false
  const text = readFileSync(absolute, 'utf8')
  // Two that import each other: the first asks for both.
  known.set(file, false)
  const isHelper = /\.(test|testing)\.ts$|testing\.ts$/.test(file)
  const found =
    (isHelper && text.includes('process.env.DATABASE_URL')) ||
    [...text.matchAll(imported)].some(([, to]) => readsAddress(path.join(path.dirname(file), to), known))
  known.set(file, found)
  return found
}
