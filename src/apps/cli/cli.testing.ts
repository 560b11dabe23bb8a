// The command line as a person uses it: child processes with settings of their own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const server = fileURLToPath(new URL('../server/main.ts', import.meta.url))

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'rembug-cli-'))
export type Ran = { exit: number; out: string; said: string }
export type Env = { REMBUG_DATA: string; DATABASE_URL?: string; PORT?: string }

const environment = (env: Env): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...rest } = process.env
  return { ...rest, PORT: '0', ...env }
}

/** The heads of the chains in what `verify` said. */
export const heads = (said: string): string[] =>
  said.split('\n').filter((line) => /^\d\d\..*[0-9a-f]{64}$/.test(line))

/** Runs a verb to its end. */
export async function rembug(env: Env, ...words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...words], { env: environment(env) })
  let out = ''
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [exit] = (await once(child, 'close')) as [number]
  return { exit, out, said }
}

/** A server that has said it is ready, or the text with which it refused to start. */
export async function startServer(env: Env, ...words: string[]) {
  const child = spawn(process.execPath, [server, ...words], { env: environment(env) })
  let text = ''
  const ready = new Promise<boolean>((done) => {
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('ready:')) done(true)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => done(false))
  })
  const isReady = await ready
  return {
    ready: isReady,
    text: () => text,
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'close')
    },
    kill: async () => {
      child.kill('SIGKILL')
      await once(child, 'close')
    },
  }
}
