// Decision 33: a locked phone says nothing. What a browser keeps in the open is known here, file by file.
import { expect, test } from 'vitest'
import { shipped, text } from './source.ts'

/** Who may, and what lies there. */
const open: Readonly<Record<string, string>> = {
  'src/platform/browser/ui/scheme.ts': 'light or dark',
  'src/platform/browser/language.ts': 'the language',
  'src/capabilities/letters/print/PrintBar.tsx': 'the size of paper',
  'src/platform/browser/sync/session.ts': 'the opaque id of the device',
  'src/platform/browser/local/known-accounts.ts':
    'opaque ids of accounts, and what the locked screen calls them',
  'src/platform/browser/local/older-phone.ts': 'takes away what an older app left',
  'src/platform/browser/local/device-store.ts': 'opens the store of sealed rows',
  'src/apps/field/service-worker/keeping.ts': "the app's own files",
}

test('nothing is kept in the open on a phone, but by those that are known to', () => {
  const keeping =
    /\b(localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|caches\.|new Dexie)\b/
  const files = shipped().filter((file) => /\.tsx?$/.test(file) && keeping.test(text(file)))
  expect(files.toSorted()).toEqual(Object.keys(open).toSorted())
})

test('no screen writes the title of its window, which a browser keeps: the shell does, in words of its menu', () => {
  const writing = /\bdocument\.title\b/
  const files = shipped().filter((file) => /\.tsx?$/.test(file) && writing.test(text(file)))
  expect(files).toEqual(['src/platform/browser/ui/page/window-title.ts'])
})
