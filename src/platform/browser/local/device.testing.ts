// A device without a browser: its storages, an open copy on it, and what somebody finds who copies all of them.
import { createHash } from 'node:crypto'
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { onTestFinished, vi } from 'vitest'
import { closed, type Unlocked } from '../sync/session.ts'
import { deviceStore } from './device-store.ts'
import type { Account } from './known-accounts.ts'
import { newDeviceKey } from './seal.ts'

export const sari: Account = {
  ...{ id: '018f0000-0000-7000-8000-00000000aaaa', name: 'Sari Kusumawardhani', user: 'sarikusuma' },
  holdings: [{ role: 'facilitator', place: '34.71.04.1001' }],
}

function localStorageOf(values: Map<string, string>): Storage {
  const methods = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
  return new Proxy(methods, {
    ownKeys: () => [...values.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  }) as unknown as Storage
}

function cachesOf(kept: Map<string, Map<string, ArrayBuffer>>) {
  const address = (request: string | Request) =>
    new URL(typeof request === 'string' ? request : request.url, 'http://phone').href
  const cacheOf = (files: Map<string, ArrayBuffer>) => ({
    keys: async () => [...files.keys()].map((url) => new Request(url)),
    match: async (request: string | Request) => {
      const found = files.get(address(request))
      return found && new Response(found)
    },
    put: async (request: string, response: Response) =>
      void files.set(address(request), await response.arrayBuffer()),
  })
  return {
    has: async (name: string) => kept.has(name),
    delete: async (name: string) => kept.delete(name),
    open: async (name: string) => {
      if (!kept.has(name)) kept.set(name, new Map())
      return cacheOf(kept.get(name) as Map<string, ArrayBuffer>)
    },
  }
}

/** One tab after the other, as the browser's own. */
function locksOf() {
  const last = new Map<string, Promise<unknown>>()
  const request = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, turn)
    return turn
  }
  return { request }
}

type Part = { where: string; bytes: Buffer }

/** Every text and every run of bytes in a value, the names of its fields too. */
function partsOf(value: unknown, where: string): Part[] {
  if (value instanceof ArrayBuffer) return [{ where, bytes: Buffer.from(value) }]
  if (ArrayBuffer.isView(value))
    return [{ where, bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength) }]
  if (!(value instanceof Object)) return [{ where, bytes: Buffer.from(String(value)) }]
  const fields = value instanceof Map ? [...value] : Object.entries(value)
  return fields.flatMap(([name, each]) => [
    ...(Array.isArray(value) ? [] : [{ where: `${where}.${name}`, bytes: Buffer.from(String(name)) }]),
    ...partsOf(each, `${where}.${name}`),
  ])
}

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Rows, keys and the keys of every index of every database. */
async function readDatabases(factory: IDBFactory): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const { name = '' } of await factory.databases()) {
    const db = await answer(factory.open(name))
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table)
      const indexed: unknown[] = []
      for (const index of store.indexNames)
        for (const row of await answer(store.index(index).getAllKeys())) indexed.push(index, row)
      all[`${name}/${table}`] = [await answer(store.getAll()), await answer(store.getAllKeys()), indexed]
    }
    db.close()
  }
  return all
}

/** How a value may lie somewhere: itself, and digests that anybody can make of it. */
function faces(value: string | Buffer): Buffer[] {
  const bytes = Buffer.from(value)
  const digests = ['sha256', 'sha1', 'md5'].map((kind) => createHash(kind).update(bytes).digest())
  const written = digests.flatMap((digest) => [digest, digest.toString('hex'), digest.toString('base64')])
  return [bytes, bytes.toString('base64').replace(/..=*$/, ''), ...written].map((face) => Buffer.from(face))
}

/** A new device in place of this process' storages, until the test is over: other files are played in the same process. */
export function newDevice() {
  const { indexedDB: before, IDBKeyRange: range } = Dexie.dependencies
  onTestFinished(() => {
    closed()
    Object.assign(Dexie.dependencies, { indexedDB: before, IDBKeyRange: range })
    vi.unstubAllGlobals()
  })
  const factory = new IDBFactory()
  Object.assign(Dexie.dependencies, { indexedDB: factory, IDBKeyRange })
  const small = new Map<string, string>()
  const cached = new Map<string, Map<string, ArrayBuffer>>()
  vi.stubGlobal('localStorage', localStorageOf(small))
  vi.stubGlobal('caches', cachesOf(cached))
  vi.stubGlobal('navigator', { locks: locksOf(), onLine: true })
  vi.stubGlobal('history', { state: null })
  return {
    small,
    /** Where each of these values, or a digest of it, is found on it. */
    async find(values: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
      const parts = partsOf({ databases: await readDatabases(factory), small, cached }, '')
      return Object.entries(values).flatMap(([name, value]) => {
        const looked = faces(value)
        const at = parts.filter(({ bytes }) => looked.some((face) => bytes.includes(face)))
        return at.map(({ where }) => `${name} at ${where}`)
      })
    },
  }
}

/** A copy that is open, as if its PIN had just been typed. */
export async function openCopy(account: Account = sari): Promise<Unlocked> {
  const store = deviceStore(account.id)
  return { account, store, key: await newDeviceKey(), device: 'd-test', half: null }
}
