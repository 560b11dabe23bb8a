// What `npm start` gives to Node: a bench that runs with other flags measures another server.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const here = fileURLToPath(new URL('..', import.meta.url))

/** The flags of `npm start` in a checkout, without the file that they are for. */
export function shippedFlags(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

/** Starts the bench anew under the flags of `npm start`, unless it runs under them already. */
export function runAsShipped(): void {
  const flags = shippedFlags(here)
  if (flags.every((flag) => process.execArgv.includes(flag))) return
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...flags, ...process.argv.slice(1)], {
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
