// The running server's ear for the command line: the embedded database takes one process, so `rembug backup`
// and its like are run by the process that has it open. Whoever may read the data folder may use it, nobody else.
import { chmodSync, rmSync } from 'node:fs'
import net from 'node:net'
import type { Settings } from '../../platform/server/settings.ts'
import { socketAddress } from '../cli/address.ts'
import { faultText } from '../cli/fault.ts'
import { framesOf, kinds, sendBytes, sendFrame } from '../cli/frames.ts'
import { type Ask, type Link, Said } from '../cli/verb.ts'
import { verbs } from '../cli/verbs.ts'
import { ownVersion } from '../cli/version.ts'
import type { House } from './open.ts'

type Asked = { verb: string; ask: Ask; version: string }
// A client that takes nothing for so long has died or hangs, and would hold the database.
const patience = 120_000

function linkOver(socket: net.Socket): Link {
  return {
    say: (line) => void sendFrame(socket, kinds.line, line).catch(() => undefined),
    write: (channel, bytes) => sendBytes(socket, channel, bytes),
  }
}

async function run(house: House, asked: Asked, link: Link): Promise<number> {
  const verb = verbs[asked.verb]
  if (asked.version !== ownVersion)
    throw new Said(`The running server is Rembug ${ownVersion}, this command line is ${asked.version}.`)
  if (!verb?.run)
    throw new Said('Hentikan server dahulu / stop the server first: this verb needs the house closed.')
  return verb.run(house, asked.ask, link)
}

async function answer(house: House, socket: net.Socket): Promise<void> {
  socket.setTimeout(patience, () => socket.destroy())
  for await (const { kind, payload } of framesOf(socket)) {
    if (kind !== kinds.ask) break
    try {
      const exit = await run(house, JSON.parse(payload.toString()) as Asked, linkOver(socket))
      await sendFrame(socket, kinds.end, JSON.stringify({ exit }))
    } catch (error) {
      await sendFrame(socket, kinds.end, JSON.stringify({ exit: 1, fault: faultText(error) }))
    }
    break
  }
  socket.end()
}

function listening(server: net.Server, address: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    // Bound under a mask, so that there is no moment in which others may connect.
    const mask = process.platform === 'win32' ? null : process.umask(0o177)
    server.listen(address, done)
    if (mask !== null) process.umask(mask)
  })
}

function someoneListens(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect(address)
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Listens for the command line until closed. Where that cannot be, the server serves without it and says so. */
export async function openSocket(house: House, settings: Settings): Promise<{ close(): void }> {
  const address = socketAddress(settings.dataFolder)
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    answer(house, socket).catch(() => socket.destroy())
  })
  try {
    if (process.platform !== 'win32') {
      // A killed server leaves its socket file behind.
      if (await someoneListens(address)) throw new Error('another server uses this data folder')
      rmSync(address, { force: true })
    }
    await listening(server, address)
    if (process.platform !== 'win32') chmodSync(address, 0o600)
  } catch (error) {
    console.error(`Baris perintah tidak tersedia / no command line: ${(error as Error).message}`)
    return { close: () => undefined }
  }
  return { close: () => void server.close() }
}
