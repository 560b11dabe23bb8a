// What the seed documents ask, row by row, and where the project answers it: no row may claim what is not there.
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Row = { row: string; asks: string; state: string; at?: string[]; why?: string }
const { rows } = parse(readFileSync('programmes/seed-coverage.yaml', 'utf8')) as { rows: Row[] }
/** How many sentences each document has. */
const sentences = { 0: 51, 1: 33, 2: 32, 3: 16, 4: 104 }

const files = new Map<string, unknown>()
function yaml(path: string): unknown {
  if (!files.has(path)) files.set(path, parse(readFileSync(path, 'utf8')))
  return files.get(path)
}

/** An entry of a list is found by its id or name, or by the first word of a pair; anything else by its key. */
function inside(value: unknown, key: string): unknown {
  if (!Array.isArray(value)) return (value as Record<string, unknown> | undefined)?.[key]
  return value.find((each) => each?.id === key || each?.name === key || each?.[0] === key)
}

function leadsNowhere(pointer: string): boolean {
  const [path = '', within] = pointer.split('#')
  if (!existsSync(path)) return true
  if (within === undefined) return false
  if (!path.endsWith('.yaml')) return !readFileSync(path, 'utf8').includes(within)
  return within.split('.').reduce(inside, yaml(path)) === undefined
}

test('every sentence of the five documents has its row, once and in one of four states', () => {
  const wanted = Object.entries(sentences).flatMap(([seed, count]) =>
    Array.from({ length: count }, (_, at) => `${seed}.${String(at + 1).padStart(3, '0')}`),
  )
  expect(rows.map(({ row }) => row).sort()).toEqual(wanted)
  for (const { row, asks, state, why } of rows) {
    expect(asks.length, row).toBeGreaterThan(2)
    expect(['covered', 'partly', 'missing', 'not-ours'], row).toContain(state)
    if (state === 'not-ours') expect(why, row).toBeTruthy()
  }
})

test('a row that claims to be answered says where, and what it points to is there', () => {
  const claims = rows.filter(({ state }) => state === 'covered' || state === 'partly')
  expect(claims.filter(({ at = [] }) => at.length === 0).map(({ row }) => row)).toEqual([])
  const nowhere = rows.flatMap(({ row, at = [] }) => at.filter(leadsNowhere).map((each) => `${row} ${each}`))
  expect(nowhere).toEqual([])
})

test('a pointer to nothing is found out', () => {
  for (const pointer of [
    'programmes/p2kp-2006.yaml#statements.no_such',
    'programmes/no-such.yaml',
    'src/capabilities/programmes/rules.ts#noSuchWord',
  ])
    expect(leadsNowhere(pointer), pointer).toBe(true)
})
