// Installs what is missing or out of date, and builds the web app when asked to. Node's built-ins only.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hostIsNewEnough, nodeBinary } from './node.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

function npm(args, cwd) {
  const cli = process.env.npm_execpath
  const run = cli
    ? spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit', cwd })
    : spawnSync('npm', args, { stdio: 'inherit', cwd, shell: process.platform === 'win32' })
  if (run.status !== 0) process.exit(run.status ?? 1)
}

/** Installs a folder from its lock file, once per lock file. */
function install(folder) {
  const stamp = `${folder}/node_modules/.installed`
  const wanted = createHash('sha256')
    .update(readFileSync(`${folder}/package-lock.json`))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log(
    folder === '.' ? 'Installing what is missing …' : 'Installing a newer Node for this project only …',
  )
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts', '--include=dev'], folder)
  writeFileSync(stamp, wanted)
}

/** The youngest change below these folders, in milliseconds since 1970. */
function newest(paths) {
  let latest = 0
  for (const path of paths) {
    const stat = statSync(path)
    if (!stat.isDirectory()) {
      latest = Math.max(latest, stat.mtimeMs)
      continue
    }
    for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
      if (entry.isFile())
        latest = Math.max(latest, statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs)
  }
  return latest
}

function buildIfStale() {
  const built = 'dist/web/.built'
  const sources = [
    'src/kernel',
    'src/platform/browser',
    'src/capabilities',
    'src/apps/field',
    'vite.config.ts',
    'package-lock.json',
  ]
  if (existsSync(built) && statSync(built).mtimeMs >= newest(sources)) return
  console.log('Building the web app …')
  const run = spawnSync(nodeBinary(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
  })
  if (run.status !== 0) process.exit(run.status ?? 1)
  writeFileSync(built, '')
}

if (!hostIsNewEnough() || process.env.REMBUG_FORCE_RUNTIME) install('.runtime')
install('.')
if (process.argv[2] === 'build') buildIfStale()
