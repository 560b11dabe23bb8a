import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin, type Rolldown } from 'vite'
import { deskScreens, type Site, siteOf } from './src/apps/field/service-worker/site.ts'

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url))
const digest = (...parts: (string | Uint8Array)[]) =>
  parts
    .reduce((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex')
    .slice(0, 12)

/** The worker as one script, with the list of files put in. */
async function workerOf(site: Site): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'error',
    define: { builtSite: JSON.stringify(site) },
    build: {
      ...{ write: false, target: 'es2022', modulePreload: false },
      rolldownOptions: { input: source('apps/field/service-worker/worker.ts'), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return made.output[0].code
}

/** Emits /sw.js, which keeps the field parts at install and desk parts when used, and writes the version into the page. */
function serviceWorker(): Plugin {
  const desk = new Map<string, string>()
  return {
    name: 'rembug-service-worker',
    apply: 'build',
    // After Vite has taken away the chunks that held only CSS: one missing file, and no phone installs the worker.
    enforce: 'post',
    async transform(code, id) {
      if (!id.endsWith('/manifest.ts')) return
      for (const [path, file] of deskScreens(this.parse(code) as { type: string })) {
        const found = await this.resolve(file, id)
        if (!found) throw new Error(`${id}: there is no ${file}`)
        desk.set(path, found.id)
      }
    },
    async generateBundle(_options, bundle) {
      const page = bundle['index.html']
      // What a test builds without its page needs no worker.
      if (page?.type !== 'asset') return
      const parts = Object.entries(bundle).flatMap(([file, item]) => [
        file,
        item.type === 'chunk' ? item.code : item.source,
      ])
      const fixed = readdirSync(source('apps/field/public')).map(
        (file) => `/${file}?${digest(readFileSync(source(`apps/field/public/${file}`)))}`,
      )
      const version = digest(...parts, ...fixed)
      page.source = String(page.source).replace(
        '</title>',
        `</title>\n<meta name="version" content="${version}">`,
      )
      const site = siteOf(bundle, version, desk, [`/?${version}`, ...fixed])
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await workerOf(site) })
    },
  }
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
    // Scripts name each other by the page's import map and not by their hashes: only what changed has a new name.
    chunkImportMap: true,
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
