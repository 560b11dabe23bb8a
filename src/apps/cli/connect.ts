// Asks a running server to carry a verb out.
import { statSync } from 'node:fs'
import net from 'node:net'
import { framesOf, kinds, readBytes, sendFrame } from './frames.ts'
import { type Ask, type Link, Said } from './verb.ts'
import { ownVersion } from './version.ts'

/** A connection to the server that listens there, or null when none does. */
export function connectTo(address: string): Promise<net.Socket | null> {
  return new Promise((done) => {
    const socket = net.connect(address)
    socket.once('connect', () => done(socket))
    socket.once('error', () => done(null))
  })
}

/** A socket in a shared folder could be anybody's: only one of our own account is spoken to. */
export function refuseStranger(address: string): void {
  if (process.platform === 'win32') return
  const { uid } = statSync(address)
  if (uid !== process.getuid?.() && process.getuid?.() !== 0)
    throw new Said(`Bukan milik akun ini / not yours: ${address}`)
}

export async function askServer(socket: net.Socket, verb: string, ask: Ask, link: Link): Promise<number> {
  await sendFrame(socket, kinds.ask, JSON.stringify({ verb, ask, version: ownVersion }))
  for await (const { kind, payload } of framesOf(socket)) {
    if (kind === kinds.line) link.say(payload.toString())
    if (kind === kinds.bytes) {
      const { channel, bytes } = readBytes(payload)
      await link.write(channel, bytes)
    }
    if (kind !== kinds.end) continue
    const { exit, fault } = JSON.parse(payload.toString()) as { exit: number; fault?: string }
    socket.destroy()
    if (fault) throw new Said(fault)
    return exit
  }
  throw new Said('Server berhenti di tengah pekerjaan / the server stopped before it was done.')
}
