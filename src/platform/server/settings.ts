// Settings come from the environment; all are optional and printed at start.
import { isIP } from 'node:net'
import { isAbsolute, resolve } from 'node:path'
import { smallestBounds, smallestDefault } from '../../kernel/suppression.ts'
import { type RunningSettings, runningSettings, wrong } from './running/running-settings.ts'

export type Settings = {
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | undefined
  /** Where requests have a login that an administrator made. */
  appUrl: string | undefined
  publicUrl: string
  /** Addresses of proxies whose X-Forwarded-* headers are believed; none by default. */
  trustProxy: string | undefined
  /** Of how many people a figure must be at least to be told above their village. */
  smallestFigure: number
  tlsCert: string | undefined
  tlsKey: string | undefined
  running: RunningSettings
}

function portOf(typed: string | undefined): number {
  const port = Number(typed ?? 8080)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw wrong('PORT', typed, 'angka 0-65535 / a number from 0 to 65535')
}

/** The cookie is for https only when this says https, so it must say one of the two. */
function addressOf(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url.origin
  throw wrong('PUBLIC_URL', typed, 'seperti / like https://rembug.example.id')
}

function smallestOf(typed: string | undefined): number {
  const { min, max } = smallestBounds
  const people = Number(typed ?? smallestDefault)
  if (Number.isInteger(people) && people >= min && people <= max) return people
  throw wrong('SMALLEST_FIGURE', typed, `angka ${min}-${max} / a number from ${min} to ${max}`)
}

const ranges = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** Addresses and networks, parted by commas. Refuses "true" and numbers of hops: those would believe anybody. */
function proxiesOf(typed: string | undefined): string | undefined {
  if (!typed) return undefined
  const known = typed.split(',').every((each) => {
    const [address = '', ...mask] = each.trim().split('/')
    return ranges.has(address) || (isIP(address) > 0 && mask.every((bits) => /^\d{1,3}$/.test(bits)))
  })
  if (known) return typed
  throw wrong('TRUST_PROXY', typed, 'alamat proksi / addresses of proxies: 127.0.0.1, 10.0.0.0/8, loopback')
}

/** Reads the settings; refuses those that cannot be meant with a sentence. `demo` has a data folder of its own. */
export function readSettings(env: NodeJS.ProcessEnv, demo: boolean): Settings {
  const port = portOf(env.PORT)
  const host = env.HOST ?? '127.0.0.1'
  const folder = env.REMBUG_DATA ?? '.data'
  const base = isAbsolute(folder) ? folder : resolve(process.cwd(), folder)
  const { TLS_CERT: cert, TLS_KEY: key } = env
  if (!cert !== !key)
    throw wrong(
      cert ? 'TLS_KEY' : 'TLS_CERT',
      '',
      'sertifikat dan kunci berdua / certificate and key go together',
    )
  const own = `${cert ? 'https' : 'http'}://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
  return {
    port,
    host,
    dataFolder: demo ? `${base}-demo` : base,
    databaseUrl: env.DATABASE_URL || undefined,
    appUrl: env.DATABASE_APP_URL || undefined,
    publicUrl: env.PUBLIC_URL ? addressOf(env.PUBLIC_URL) : own,
    trustProxy: proxiesOf(env.TRUST_PROXY),
    smallestFigure: smallestOf(env.SMALLEST_FIGURE),
    tlsCert: cert || undefined,
    tlsKey: key || undefined,
    running: runningSettings(env, process.stdout.isTTY === true),
  }
}
