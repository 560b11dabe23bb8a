// A whole town for a journey: the real server in a process of its own, and phones that are real Chromiums
// with profiles that survive a kill.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/browser.mjs'
import { watchAsking } from './asking.ts'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

export class Town {
  readonly url: string
  readonly folder: string
  setupLink = ''
  readonly #env: NodeJS.ProcessEnv
  #server: ChildProcess | null = null
  constructor(port: number, folder: string, databaseUrl: string | undefined) {
    this.url = `http://127.0.0.1:${port}`
    this.folder = folder
    this.#env = {
      ...process.env,
      PORT: String(port),
      REMBUG_DATA: folder,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    }
  }

  /** Starts the server and waits until it says that it is ready. */
  async start(...args: string[]): Promise<void> {
    const server = spawn(process.execPath, ['src/apps/server/main.ts', ...args], {
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#server = server
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        said += chunk.toString()
        this.setupLink = /(http\S+\/siap#[\w-]+)/.exec(said)?.[1] ?? this.setupLink
        if (said.includes('ready:')) setTimeout(resolve, 200)
      }
      server.stdout?.on('data', listen)
      server.stderr?.on('data', listen)
      server.on('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
    })
  }

  /** Cuts the server off without a word, as a power cut does. */
  kill(): void {
    this.#server?.removeAllListeners('exit')
    this.#server?.kill('SIGKILL')
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (!server || server.exitCode !== null) return
    server.removeAllListeners('exit')
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }

  /** The command line of who keeps the server. */
  rembug(...words: string[]): void {
    const done = spawnSync(process.execPath, ['src/apps/cli/main.ts', ...words], { env: this.#env })
    if (done.status !== 0) throw new Error(`rembug ${words.join(' ')}: ${done.stderr.toString()}`)
  }

  async demolish(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A town of its own; on PostgreSQL, its own database on that server. */
export async function newTown(): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-town-'))
  return new Town(await freePort(), folder, await ownDatabase())
}

async function ownDatabase(): Promise<string | undefined> {
  const server = process.env.DATABASE_URL
  if (!server) return undefined
  const { default: pg } = await import('pg')
  const name = `rembug_journey_${Date.now().toString(36)}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export type Size = 'phone' | 'desk'
const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } } as const

/** A device: a browser profile on disk. It can be killed and opened again. */
export class Device {
  readonly size: Size
  readonly #profile = mkdtempSync(join(tmpdir(), 'rembug-phone-'))
  context!: BrowserContext
  page!: Page
  readonly faults: string[] = []
  readonly name: string
  constructor(size: Size, name: string) {
    this.size = size
    this.name = name
  }

  async open(): Promise<Page> {
    const found = await findChromium()
    this.context = await chromium.launchPersistentContext(this.#profile, {
      executablePath: found.executablePath,
      args: [...found.args, '--disable-sync', '--no-first-run', '--disable-component-update'],
      env: { ...process.env, ...found.env } as Record<string, string>,
      viewport: sizes[this.size],
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      acceptDownloads: true,
      reducedMotion: 'reduce',
    })
    this.page = this.context.pages()[0] ?? (await this.context.newPage())
    this.page.on('pageerror', (error) => this.faults.push(error.message))
    this.page.setDefaultTimeout(40_000)
    watchAsking(this.page)
    return this.page
  }

  /** The battery falls out: every process of this browser is gone at once. */
  async dropDead(): Promise<void> {
    spawnSync('pkill', ['-9', '-f', this.#profile])
    await this.context.close().catch(() => undefined)
  }

  /** No signal, or signal again. The server stays up; only this device is cut off. */
  async signal(there: boolean): Promise<void> {
    await this.context.setOffline(!there)
  }

  /** What the screen shows, for whoever has to find out why a journey failed. */
  async picture(file: string): Promise<void> {
    if (!this.page || this.page.isClosed()) return
    await this.page.screenshot({ path: file, fullPage: true }).catch(() => undefined)
    console.error(`${this.name}: ${this.page.url()} ${this.faults.join('; ')} -> ${file}`)
  }

  async close(): Promise<void> {
    await this.context?.close().catch(() => undefined)
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
