import { expect, test } from 'vitest'
import { ListChanged, type Part, wholeOf } from './whole-list.ts'

const villages = Array.from({ length: 440 }, (_, at) => `desa ${at + 1}`)
const size = 200

/** A server that counts so many, and breaks after so many pages. */
const server =
  (all = villages.length, breaksAfter = 9) =>
  async (after: string | undefined): Promise<Part<string>> => {
    const from = Number(after ?? 0)
    if (from / size >= breaksAfter) throw new Error('no line')
    const next = from + size < villages.length ? String(from + size) : null
    return { lines: villages.slice(from, from + size), all, next }
  }

function taking(partOf: ReturnType<typeof server>) {
  const stop = new AbortController()
  const told: string[] = []
  const run = { signal: stop.signal, told: (done: number, all: number) => told.push(`${done}/${all}`) }
  return { stop, told, whole: () => wholeOf(partOf, (line) => line, run) }
}

test('all 440 villages of a city come, though a page holds 200, and it is told how far it is', async () => {
  const { whole, told } = taking(server())
  expect(await whole()).toEqual(villages)
  expect(told).toEqual(['200/440', '400/440', '440/440'])
})

test('a line that breaks halfway gives no shorter list', async () => {
  const { whole, told } = taking(server(440, 2))
  await expect(whole()).rejects.toThrow('no line')
  expect(told.at(-1)).toBe('400/440')
})

test('a list that does not come out at what the server counts is none', async () => {
  await expect(taking(server(441)).whole()).rejects.toThrow(ListChanged)
})

test('whoever cancels gets nothing, and no page more is asked for', async () => {
  const { whole, stop, told } = taking(server())
  const taken = whole()
  stop.abort()
  await expect(taken).rejects.toThrow()
  expect(told).toEqual([])
})
