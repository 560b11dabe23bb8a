// Settings come from the environment; all are optional and printed at start.
import { isAbsolute, resolve } from 'node:path'

export type Settings = {
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | undefined
  publicUrl: string
  /** Addresses of proxies whose X-Forwarded-* headers are believed; none by default. */
  trustProxy: string | undefined
  tlsCert: string | undefined
  tlsKey: string | undefined
}

/** Reads the settings; refuses a port that is none with a sentence. `demo` has a data folder of its own. */
export function readSettings(env: NodeJS.ProcessEnv, demo: boolean): Settings {
  const port = Number(env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${env.PORT}`)
  const host = env.HOST ?? '127.0.0.1'
  const folder = env.REMBUG_DATA ?? '.data'
  const base = isAbsolute(folder) ? folder : resolve(process.cwd(), folder)
  const tls = env.TLS_CERT && env.TLS_KEY ? 'https' : 'http'
  return {
    port,
    host,
    dataFolder: demo ? `${base}-demo` : base,
    databaseUrl: env.DATABASE_URL || undefined,
    publicUrl: (env.PUBLIC_URL ?? `${tls}://${host === '0.0.0.0' ? 'localhost' : host}:${port}`).replace(
      /\/$/,
      '',
    ),
    trustProxy: env.TRUST_PROXY || undefined,
    tlsCert: env.TLS_CERT || undefined,
    tlsKey: env.TLS_KEY || undefined,
  }
}
