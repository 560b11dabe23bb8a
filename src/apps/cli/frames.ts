// The language of the local socket: frames of four bytes length, one byte kind, payload. Small on purpose.
import type { Socket } from 'node:net'

/** ask: what to do (JSON). line: to print. bytes: channel name, a zero byte, content. end: exit code (JSON). */
export const kinds = { ask: 1, line: 2, bytes: 3, end: 4 } as const
export type Frame = { kind: number; payload: Buffer }

const most = 16 * 1024 * 1024

export async function sendFrame(socket: Socket, kind: number, payload: Uint8Array | string): Promise<void> {
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload
  const head = Buffer.alloc(5)
  head.writeUInt32BE(body.length, 0)
  head.writeUInt8(kind, 4)
  if (socket.destroyed) throw new Error('the other side has gone')
  socket.write(head)
  if (!socket.write(body)) await room(socket)
}

function room(socket: Socket): Promise<void> {
  return new Promise((done, failed) => {
    const gone = () => failed(new Error('the other side has gone'))
    socket.once('close', gone)
    socket.once('drain', () => {
      socket.off('close', gone)
      done()
    })
  })
}

export function sendBytes(socket: Socket, channel: string, bytes: Uint8Array): Promise<void> {
  return sendFrame(socket, kinds.bytes, Buffer.concat([Buffer.from(`${channel}\0`), bytes]))
}

export function readBytes(payload: Buffer): { channel: string; bytes: Buffer } {
  const cut = payload.indexOf(0)
  return { channel: payload.toString('utf8', 0, cut), bytes: payload.subarray(cut + 1) }
}

/** Frames as they arrive. Refuses one that is larger than any we send. */
export async function* framesOf(socket: Socket): AsyncGenerator<Frame> {
  let rest = Buffer.alloc(0)
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer])
    while (rest.length >= 5) {
      const length = rest.readUInt32BE(0)
      if (length > most) throw new Error('not our language')
      if (rest.length < 5 + length) break
      yield { kind: rest.readUInt8(4), payload: rest.subarray(5, 5 + length) }
      rest = rest.subarray(5 + length)
    }
  }
}
