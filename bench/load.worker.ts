// Sends prepared requests from a thread of its own, so many at a time, and counts how long all of them took.
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

export type Shot = { path: string; body: string; signed: Record<string, string>; from: string }
export type Load = { address: string; atOnce: number; shots: Shot[] }
export type Result = { seconds: number; statuses: Record<string, number>; p50: number; p99: number }

const { address, atOnce, shots } = workerData as Load
const { hostname, port } = new URL(address)
const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
const statuses: Record<string, number> = {}
const times: number[] = []

function send({ path, body, signed, from }: Shot): Promise<void> {
  const start = performance.now()
  return new Promise((done, failed) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...signed,
      'x-forwarded-for': from,
    }
    const asked = request({ hostname, port, path, method: 'POST', agent, headers }, (response) => {
      const status = String(response.statusCode)
      statuses[status] = (statuses[status] ?? 0) + 1
      response.resume()
      response.on('end', () => {
        times.push(performance.now() - start)
        done()
      })
    })
    asked.on('error', failed)
    asked.end(body)
  })
}

async function sender(queue: Iterator<Shot>): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) await send(next.value)
}

const start = performance.now()
const queue = shots.values()
await Promise.all(Array.from({ length: atOnce }, () => sender(queue)))
const seconds = (performance.now() - start) / 1000
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
agent.destroy()
parentPort?.postMessage({ seconds, statuses, p50: at(0.5), p99: at(0.99) } satisfies Result)
