// Small things that a capability keeps beside the copy, by a name of its own: all of them sealed, their names too.
import type { Copy } from './rows.ts'
import { openJson, type Sealed, sealJson, tagOf } from './seal.ts'

/** A thing's key says that it is sealed; what lies under another key is of an older app, or needed before there is a key. */
export const thingKey = async ({ key }: Pick<Copy, 'key'>, name: string): Promise<string> =>
  `#${await tagOf(key, 'thing', name)}`

export async function readThing<T>(open: Copy, name: string): Promise<T | undefined> {
  const found = await open.store.meta.get(await thingKey(open, name))
  return found && openJson<T>(open.key, found.value as Sealed)
}

export async function keepThing(open: Copy, name: string, value: unknown): Promise<void> {
  const row = { key: await thingKey(open, name), value: await sealJson(open.key, value) }
  await open.store.meta.put(row)
}

export async function dropThing(open: Copy, name: string): Promise<void> {
  await open.store.meta.delete(await thingKey(open, name))
}

/** Reads a thing, changes it and keeps it, one tab after the other; `edit` gives what is kept. */
export async function changeThing<T>(open: Copy, name: string, edit: (now: T | undefined) => T): Promise<T> {
  return navigator.locks.request(`${open.store.name}-thing-${await thingKey(open, name)}`, async () => {
    const next = edit(await readThing<T>(open, name))
    await keepThing(open, name, next)
    return next
  })
}

const sessionKey = async ({ key }: Pick<Copy, 'key'>, name: string): Promise<string> =>
  `~${await tagOf(key, 'thing', name)}`

/** A thing for as long as this person is signed in on this device, and not a day longer. */
export async function keepForSession(open: Copy, name: string, value: unknown): Promise<void> {
  await open.store.meta.put({ key: await sessionKey(open, name), value: await sealJson(open.key, value) })
}

export async function readOfSession<T>(open: Copy, name: string): Promise<T | undefined> {
  const found = await open.store.meta.get(await sessionKey(open, name))
  return found && openJson<T>(open.key, found.value as Sealed)
}

/** They signed out here, or the server says that they were signed out. */
export async function endSessionThings(open: Pick<Copy, 'store'>): Promise<void> {
  await open.store.meta.where('key').startsWith('~').delete()
}
