// What somebody finds who copies the storages of a phone: every row, key and index of its databases, and what lies beside them.
import type { Page } from 'playwright-core'

/** All of it as one text; bytes as if each were a letter, so that words among them are found. */
export async function copyOf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const letters = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes)
    const text = (_: string, value: unknown) =>
      value instanceof ArrayBuffer
        ? letters(value)
        : ArrayBuffer.isView(value)
          ? letters(new Uint8Array(value.buffer as ArrayBuffer).slice().buffer)
          : value
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie]
    for (const { name } of await indexedDB.databases()) {
      const db = await answer(indexedDB.open(name ?? ''))
      for (const table of db.objectStoreNames) {
        const store = db.transaction(table).objectStore(table)
        found.push(table, await answer(store.getAll()), await answer(store.getAllKeys()))
        for (const index of store.indexNames) found.push(await answer(store.index(index).getAllKeys()))
      }
      db.close()
    }
    // Of the app's own files only the addresses: they say what everybody's app can do.
    for (const name of await caches.keys())
      found.push(
        name,
        (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname),
      )
    return JSON.stringify(found, text)
  })
}
