// A device whose storage is full while a version is installed or taken over.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { install, isWhole } from './keeping.ts'
import type { Site } from './site.ts'

const origin = 'https://rembug.test'
let kept: Map<string, Set<string>>
/** Files that find no room; of the others, those that do not come. */
let full: Set<string>
let lost: Set<string>
const before = { caches: globalThis.caches, fetch: globalThis.fetch }

const open = async (name: string) => {
  const files = kept.get(name) ?? new Set<string>()
  kept.set(name, files)
  return {
    keys: async () => [...files].map((file) => ({ url: origin + file })),
    match: async (file: string) => (files.has(file) ? new Response(file) : undefined),
    put: async (file: string) => {
      if (full.has(file)) throw new DOMException('no room', 'QuotaExceededError')
      files.add(file)
    },
  }
}

beforeEach(() => {
  ;[kept, full, lost] = [new Map(), new Set(), new Set()]
  const storage = {
    open,
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
  }
  const answer = async (file: string) => {
    if (lost.has(file)) throw new TypeError('no line')
    return new Response(file, { headers: { 'content-type': 'text/javascript' } })
  }
  Object.assign(globalThis, { caches: storage, fetch: answer })
})
afterEach(() => void Object.assign(globalThis, before))

const site: Site = {
  version: 'two',
  field: ['/home-22222222.js', '/meeting-22222222.js'],
  desk: { kemajuan: ['/Progress-22222222.js'] },
}
const held = (version: string) => [...(kept.get(`rembug-${version}`) ?? [])]

test('a version that does not fit gives its room back, whichever of its files failed first', async () => {
  lost.add('/home-22222222.js')
  full.add('/meeting-22222222.js')
  await expect(install(site)).rejects.toThrow()
  expect(kept.has('rembug-two')).toBe(false)
})

test('what came before the line broke is there for the next try', async () => {
  lost.add('/meeting-22222222.js')
  await expect(install(site)).rejects.toThrow('no-signal')
  expect(held('two')).toEqual(['/home-22222222.js'])
  expect(await isWhole(site)).toBe(false)
})

test('a whole version stays whole where a desk screen of the older one, opened meanwhile, finds no room', async () => {
  await install(site)
  kept.set('rembug-one', new Set(['/Progress-11111111.js']))
  full.add('/Progress-22222222.js')
  await expect(install(site)).rejects.toThrow('no room')
  expect(await isWhole(site)).toBe(true)
})
