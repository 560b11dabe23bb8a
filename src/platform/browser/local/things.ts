// Small things that a capability keeps beside the copy, by a name of its own: all of them sealed, their names too.
import type { Copy } from './rows.ts'
import { openJson, type Sealed, sealJson, tagOf } from './seal.ts'

/** A thing's key says that it is sealed; what lies under another key is of an older app, or needed before there is a key. */
export const thingKey = async ({ key }: Pick<Copy, 'key'>, name: string): Promise<string> =>
  `#${await tagOf(key, 'thing', name)}`

async function readAt<T>(open: Copy, key: string): Promise<T | undefined> {
  const found = await open.store.meta.get(key)
  return found && openJson<T>(open.key, found.value as Sealed)
}

async function keepAt(open: Copy, key: string, value: unknown): Promise<void> {
  await open.store.meta.put({ key, value: await sealJson(open.key, value) })
}

export const readThing = async <T>(open: Copy, name: string): Promise<T | undefined> =>
  readAt<T>(open, await thingKey(open, name))

export const keepThing = async (open: Copy, name: string, value: unknown): Promise<void> =>
  keepAt(open, await thingKey(open, name), value)

export async function dropThing(open: Copy, name: string): Promise<void> {
  await open.store.meta.delete(await thingKey(open, name))
}

/** Reads a thing, changes it and keeps it, one tab after the other; `edit` gives what is kept. */
export async function changeThing<T>(open: Copy, name: string, edit: (now: T | undefined) => T): Promise<T> {
  // Its turn is asked for at once: two changes are made in the order in which they were given.
  return navigator.locks.request(`${open.store.name}-things`, async () => {
    const next = edit(await readThing<T>(open, name))
    await keepThing(open, name, next)
    return next
  })
}

const sessionKey = async ({ key }: Pick<Copy, 'key'>, name: string): Promise<string> =>
  `~${await tagOf(key, 'thing', name)}`

/** A thing for as long as this person is signed in on this device, and not a day longer. */
export const keepForSession = async (open: Copy, name: string, value: unknown): Promise<void> =>
  keepAt(open, await sessionKey(open, name), value)

export const readOfSession = async <T>(open: Copy, name: string): Promise<T | undefined> =>
  readAt<T>(open, await sessionKey(open, name))

/** They signed out here, or the server says that they were signed out. */
export async function endSessionThings(open: Pick<Copy, 'store'>): Promise<void> {
  await open.store.meta.where('key').startsWith('~').delete()
}
