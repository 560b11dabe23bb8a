// Phones that send submissions, in a process of their own so that their work is not counted as the server's. One request
// in flight for each client, keep-alive, over plain sockets.
import { randomBytes } from 'node:crypto'
import net from 'node:net'
import { submission } from './household.ts'

export type Load = {
  address: string
  /** Addresses before /submission, taken in turn; for the bare insert the whole path. */
  paths: readonly string[]
  bare: boolean
  atOnce: number
  run: string
  from: number
  count: number
  /** Every second request repeats one that was sent before. */
  resends: boolean
  photoBytes: number
}
export type Fired = {
  seconds: number
  perSecond: number
  p50: number
  p99: number
  statuses: Record<string, number>
  said: string
}

const boundary = 'x----------rembug-bench'
const photo = (bytes: number) =>
  Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), randomBytes(bytes - 10)])

function requestOf(load: Load, host: string, picture: Buffer | null, n: number): Buffer[] {
  const { xml, file } = submission(load.run, n, picture !== null)
  const path = load.paths[n % load.paths.length] as string
  const part = (name: string, fileName: string, type: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`
  const head = load.bare ? '' : part('xml_submission_file', 'submission.xml', 'text/xml')
  const end = `\r\n--${boundary}--\r\n`
  const body = load.bare
    ? [Buffer.from(xml)]
    : picture
      ? [Buffer.from(`${head}${xml}\r\n${part(file, file, 'image/jpeg')}`), picture, Buffer.from(end)]
      : [Buffer.from(head + xml + end)]
  const length = body.reduce((sum, each) => sum + each.length, 0)
  const type = load.bare ? 'application/octet-stream' : `multipart/form-data; boundary=${boundary}`
  const headers = `POST ${path}${load.bare ? '' : '/submission?deviceID=collect%3Abench'} HTTP/1.1\r\nHost: ${host}\r\nX-OpenRosa-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`
  return [Buffer.concat([Buffer.from(headers), body[0] as Buffer]), ...body.slice(1)]
}

class Client {
  #socket: net.Socket
  #heard = ''
  #answer: ((heard: string) => void) | null = null
  constructor(address: URL) {
    this.#socket = net.connect(Number(address.port), address.hostname)
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (data) => this.#hear(data.toString('latin1')))
    this.#socket.on('error', (error) => this.#answer?.(`HTTP/1.1 000 ${error.message}`))
  }

  #hear(text: string): void {
    this.#heard += text
    const end = this.#heard.indexOf('\r\n\r\n')
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#heard)
    if (end < 0 || this.#heard.length < end + 4 + Number(length?.[1] ?? 0)) return
    const heard = this.#heard
    this.#heard = ''
    this.#answer?.(heard)
  }

  send(buffers: readonly Buffer[]): Promise<string> {
    return new Promise((done) => {
      this.#answer = done
      this.#socket.cork()
      for (const buffer of buffers) this.#socket.write(buffer)
      this.#socket.uncork()
    })
  }

  close(): void {
    this.#socket.destroy()
  }
}

async function fire(load: Load): Promise<Fired> {
  const address = new URL(load.address)
  const picture = load.photoBytes > 0 ? photo(load.photoBytes) : null
  const numbers = Array.from({ length: load.count }, (_, n) => {
    if (!load.resends) return load.from + n
    // Far enough back to be stored already.
    const half = Math.floor(n / 2)
    return load.from + (n % 2 === 1 && half >= 200 ? half - 200 : half + (n % 2 === 1 ? load.count : 0))
  })
  const requests = numbers.map((n) => requestOf(load, address.host, picture, n))
  const statuses: Record<string, number> = {}
  const times: number[] = []
  let next = 0
  let said = ''
  const start = performance.now()
  await Promise.all(
    Array.from({ length: load.atOnce }, async () => {
      const client = new Client(address)
      while (next < requests.length) {
        const request = requests[next++] as Buffer[]
        const sent = performance.now()
        const heard = await client.send(request)
        times.push(performance.now() - sent)
        const status = heard.slice(9, 12)
        statuses[status] = (statuses[status] ?? 0) + 1
        if (status !== '201' && status !== '200' && !said) said = heard
      }
      client.close()
    }),
  )
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { seconds, perSecond: load.count / seconds, p50: at(0.5), p99: at(0.99), statuses, said }
}

process.on('message', (load: Load) => {
  void fire(load).then((fired) => process.send?.(fired))
})
