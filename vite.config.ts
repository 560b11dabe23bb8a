import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Emits /sw.js, which keeps the whole app on the phone: every chunk, also those that load when used. */
function serviceWorker(): Plugin {
  return {
    name: 'rembug-service-worker',
    apply: 'build',
    // After Vite has taken away the chunks that held only CSS: one missing file, and no phone installs the worker.
    enforce: 'post',
    generateBundle(_options, bundle) {
      const kept = Object.keys(bundle).filter((file) => /\.(js|css|woff2|svg|png|html)$/.test(file))
      const version = createHash('sha256')
      for (const file of kept.sort()) {
        const item = bundle[file]
        version.update(file).update(item?.type === 'chunk' ? item.code : String(item?.source ?? ''))
      }
      const files = [
        '/',
        ...kept.filter((file) => file !== 'index.html').map((file) => `/${file}`),
        '/icon.svg',
        '/manifest.webmanifest',
      ]
      this.emitFile({
        type: 'asset',
        fileName: 'sw.js',
        source: workerSource(version.digest('hex').slice(0, 12), files),
      })
    },
  }
}

/**
 * The worker: installs the new version beside the old one, and answers from the cache first. It never
 * touches the outbox, which lies in IndexedDB and outlives every version.
 */
function workerSource(version: string, files: readonly string[]): string {
  return `const cacheName = 'rembug-${version}'
const files = ${JSON.stringify([...new Set(files)])}
addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files.map((url) => new Request(url, { cache: 'reload' })))))
})
addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('rembug-') && name !== cacheName).map((name) => caches.delete(name))))
    .then(() => clients.claim()))
})
addEventListener('message', (event) => { if (event.data === 'take-over') skipWaiting() })
addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  const wanted = event.request.mode === 'navigate' ? '/' : event.request
  event.respondWith(caches.match(wanted, { ignoreSearch: true }).then((found) => found || fetch(event.request)))
})
`
}

/** Writes each text file also as .br and .gz, so that the server sends the small one without working for it. */
function smallCopies(): Plugin {
  return {
    name: 'rembug-small-copies',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|svg|html|webmanifest)$/.test(entry.name)) continue
        const file = join(entry.parentPath, entry.name)
        const text = readFileSync(file)
        if (text.length < 1000) continue
        writeFileSync(`${file}.br`, brotliCompressSync(text))
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** All files that are loaded until the home of a place is usable; what they load later is not among them. */
function reachedFrom(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file) || !/\.tsx?$/.test(file)) continue
    found.add(file)
    const imports = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm,
    )
    reachedFrom(
      [...imports].map(([, path]) => join(dirname(file), path ?? '')),
      found,
    )
  }
  return found
}

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url))
const main = source('apps/field/main.tsx')
const untilHome = reachedFrom(
  [
    'capabilities/accounts/screens/Gate.tsx',
    'capabilities/programmes/part.ts',
    'capabilities/programmes/screens/PlaceHomeScreen.tsx',
  ].map(source),
  reachedFrom([main]),
)
untilHome.delete(main)
const libraries =
  /node_modules\/(react|react-dom|scheduler|dexie|wouter|regexparam|use-sync-external-store)\//

export default defineConfig({
  root: 'src/apps/field',
  publicDir: 'public',
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // In one piece they pack a tenth better than in the ninety that other screens' sharing would cut them into.
        codeSplitting: {
          groups: [{ name: 'home', test: (id: string) => untilHome.has(id) || libraries.test(id) }],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:8080' } },
  plugins: [react(), serviceWorker(), smallCopies()],
})
