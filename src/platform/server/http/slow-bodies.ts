// Bodies that trickle: a request that keeps a connection and sends next to nothing is hung up on.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { countedAddress } from './address.ts'
import { hasBody } from './bodies.ts'

/**
 * Bytes in `seconds` below which a body trickles. A phone in a valley may hear nothing for half a minute, and 2G brings ten
 * times as much; what is cut off is sent again, an upload from where it was.
 */
export const trickle = { bytes: 1_000, seconds: 60 }
/** Open connections from one address: a full office, each browser with six. Behind a proxy it is the proxy that counts. */
export const connectionsPerAddress = 600
const everyMs = 5_000

type Coming = { socket: Socket; request: FastifyRequest['raw']; bytes: number; at: number }

/** Whether it is the sender who keeps it waiting, and not a disk or a handler of ours that has not read on. */
const waitsForSender = ({ request }: Coming) => !request.complete && request.readableLength === 0

export class SlowBodies {
  readonly #coming = new Map<FastifyRequest['raw'], Coming>()
  readonly #timer: NodeJS.Timeout

  constructor() {
    this.#timer = setInterval(() => this.sweep(performance.now()), everyMs)
    this.#timer.unref()
  }

  begin(request: FastifyRequest, now = performance.now()): void {
    if (!hasBody(request)) return
    const { raw } = request
    this.#coming.set(raw, { socket: raw.socket, request: raw, bytes: raw.socket.bytesRead, at: now })
  }

  end(request: FastifyRequest): void {
    this.#coming.delete(request.raw)
  }

  /** Hangs up on those that brought too little since they were looked at. */
  sweep(now: number): void {
    for (const coming of this.#coming.values()) {
      if (now - coming.at < trickle.seconds * 1000) continue
      const brought = coming.socket.bytesRead - coming.bytes
      if (waitsForSender(coming) && brought < trickle.bytes) {
        coming.socket.destroy()
        this.#coming.delete(coming.request)
      } else Object.assign(coming, { at: now, bytes: coming.socket.bytesRead })
    }
  }

  close(): void {
    clearInterval(this.#timer)
  }
}

/** Hangs up on connections beyond so many from one address. */
export function boundConnections(server: Server, most = connectionsPerAddress): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const from = countedAddress(socket.remoteAddress ?? '')
    const count = (open.get(from) ?? 0) + 1
    if (count > most) return void socket.destroy()
    open.set(from, count)
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1
      if (left > 0) open.set(from, left)
      else open.delete(from)
    })
  })
}

export function watchBodies(app: FastifyInstance, behindProxy: boolean): void {
  const slow = new SlowBodies()
  if (!behindProxy) boundConnections(app.server)
  app.addHook('onRequest', async (request) => slow.begin(request))
  app.addHook('onResponse', async (request) => slow.end(request))
  app.addHook('onRequestAbort', async (request) => slow.end(request))
  app.addHook('onClose', async () => slow.close())
}
