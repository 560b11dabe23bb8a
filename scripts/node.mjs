// Runs its arguments under a Node that can read TypeScript: the host's own if it is 22.18 or newer,
// else the one that scripts/ensure.mjs put into .runtime.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Whether this Node strips types by itself (22.18 and later). */
export function hostIsNewEnough(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18)
}

export function nodeBinary() {
  if (hostIsNewEnough() && !process.env.REMBUG_FORCE_RUNTIME) return process.execPath
  const os = process.platform === 'win32' ? 'win' : process.platform
  const kind = os === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return `${root}.runtime/node_modules/${kind}-${os}-${process.arch}/bin/node${os === 'win' ? '.exe' : ''}`
}

function run(args) {
  const binary = nodeBinary()
  if (!existsSync(binary)) {
    console.error(
      `Node ${process.version} is too old and there is no bundled Node for ${process.platform}/${process.arch}. Install Node 22.18 or newer.`,
    )
    process.exit(1)
  }
  const child = spawn(binary, args, { stdio: 'inherit', cwd: root, env: process.env })
  const parent = process.ppid
  // npm's shell does not pass SIGTERM on; when it is gone, the server must not stay behind as an orphan.
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2))
