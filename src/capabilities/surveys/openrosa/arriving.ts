// The body of a submission as it arrives: small ones in memory, others streamed to the disk, each file with its digest.
// What is cut off is thrown away whole; the phone sends it again.
import { createHash, hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import { newId } from '../../../kernel/id.ts'
import { xmlMost } from '../submission.ts'
import { baseName, boundaryOf, type Part, partsOf } from './multipart.ts'
import { requestMost, Turned } from './replies.ts'

/** A file that came: its bytes in memory, or in a file of the folder for what is on its way. */
export type Upload = { name: string; type: string; bytes: number; sha256: string; head: Buffer } & (
  | { memory: Buffer; temp: null }
  | { memory: null; temp: string }
)
type Arrival = { xml: Buffer; files: Upload[] }

const xmlPart = 'xml_submission_file'
const inMemory = 1_500_000
/** Left for the database, as uploads by tus do. */
const leastFree = 128 * 1024 * 1024
const filesMost = 200

const tooLarge = () => new Turned(413, 'surveys.odk-too-large', { whole: requestMost / 1_000_000 })
const cutOff = () => new Turned(400, 'surveys.odk-cut-off')

function wholeBody(request: FastifyRequest, length: number): Promise<Buffer> {
  const { raw } = request
  return new Promise((done, failed) => {
    const chunks: Buffer[] = []
    let seen = 0
    raw.on('data', (chunk: Buffer) => {
      seen += chunk.length
      chunks.push(chunk)
    })
    raw.on('end', () =>
      seen === length
        ? done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
        : failed(cutOff()),
    )
    raw.on('error', () => failed(cutOff()))
    raw.on('aborted', () => failed(cutOff()))
  })
}

const isFile = ({ name, fileName }: Part) => fileName !== null && name !== xmlPart

function fromMemory(parts: readonly Part[]): Arrival {
  const xml = parts.find(({ name }) => name === xmlPart)
  if (!xml) throw new Turned(400, 'surveys.odk-not-multipart')
  const files = parts.filter((part) => isFile(part) && part.bytes.length > 0)
  return {
    xml: xml.bytes,
    files: files.map(({ name, fileName, type, bytes }) => ({
      name: fileName || baseName(name),
      type,
      bytes: bytes.length,
      sha256: hash('sha256', bytes, 'hex'),
      head: bytes.subarray(0, 16),
      memory: bytes,
      temp: null,
    })),
  }
}

/** Counts and digests what flows through; the whole request has its bound. */
class Measure extends Transform {
  bytes = 0
  head = Buffer.alloc(0)
  readonly hash = createHash('sha256')
  override _transform(
    chunk: Buffer,
    _encoding: string,
    done: (error: Error | null, chunk?: Buffer) => void,
  ): void {
    if (this.bytes === 0) this.head = Buffer.from(chunk.subarray(0, 16))
    this.bytes += chunk.length
    this.hash.update(chunk)
    done(null, chunk)
  }
}

export class Arriving {
  readonly #dataFolder: string
  #ready: Promise<unknown> | null = null
  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder
  }

  /** Asked only when something comes: doors are also listed where there is no folder. */
  get folder(): string {
    return join(this.#dataFolder, 'incoming')
  }

  /** A name for a file on its way. */
  async temp(): Promise<string> {
    this.#ready ??= mkdir(this.folder, { recursive: true })
    await this.#ready
    return join(this.folder, `odk-${newId()}`)
  }

  /** Refuses, so that the phone comes again, when the disk has no room for it. */
  async room(bytes: number): Promise<void> {
    await this.temp()
    const { bavail, bsize } = await statfs(this.folder)
    if (bavail * bsize < leastFree + bytes) throw new Turned(503, 'surveys.odk-busy')
  }

  /** Reads the body. Refuses what is no multipart, too large, or cut off; then nothing of it is left. */
  async read(request: FastifyRequest): Promise<Arrival> {
    const boundary = boundaryOf(request.headers['content-type'])
    if (boundary === null) throw new Turned(415, 'surveys.odk-not-multipart')
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (length > requestMost) throw tooLarge()
    if (length > inMemory || Number.isNaN(length)) return await this.#stream(request, length || 0)
    const parts = partsOf(await wholeBody(request, length), boundary)
    if (parts === null) throw cutOff()
    return fromMemory(parts)
  }

  async #stream(request: FastifyRequest, length: number): Promise<Arrival> {
    await this.room(length)
    const files: Promise<Upload>[] = []
    const made: string[] = []
    try {
      const xml = await this.#parts(request, files, made)
      const uploads = await Promise.all(files)
      if (!xml) throw new Turned(400, 'surveys.odk-not-multipart')
      return { xml, files: uploads.filter((file) => file.bytes > 0) }
    } catch (error) {
      await Promise.allSettled(files)
      await Promise.all(made.map((path) => rm(path, { force: true })))
      throw error instanceof Turned
        ? error
        : (error as { code?: string }).code === 'ENOSPC'
          ? error
          : cutOff()
    }
  }

  async #parts(request: FastifyRequest, files: Promise<Upload>[], made: string[]): Promise<Buffer | null> {
    const busboy = new Busboy({
      headers: request.headers as { 'content-type': string },
      limits: { files: filesMost, parts: filesMost + 50, fieldSize: 1000, fileSize: requestMost },
    })
    const streams: Readable[] = []
    return await new Promise<Buffer | null>((done, failed) => {
      let xml: Promise<Buffer> | null = null
      let seen = 0
      busboy.on('file', (field: string, stream: Readable, fileName: string, _code: string, type: string) => {
        streams.push(stream.on('error', failed))
        if (field === xmlPart && xml !== null) stream.resume()
        else if (field === xmlPart) xml = bounded(stream, xmlMost)
        else files.push(this.#save(stream, baseName(fileName || field), type, made))
        for (const each of [...files, xml]) each?.catch(failed)
      })
      busboy.on('filesLimit', () => failed(tooLarge()))
      busboy.on('error', failed)
      busboy.on('finish', () => void (xml ?? Promise.resolve(null)).then(done, failed))
      request.raw.on('data', (chunk: Buffer) => {
        seen += chunk.length
        if (seen > requestMost) failed(tooLarge())
      })
      request.raw.on('aborted', () => failed(cutOff()))
      request.raw.pipe(busboy)
    }).catch((error: Error) => {
      // All ends at once, also where the phone never ends its body: busboy by itself would leave its files open.
      request.raw.unpipe(busboy).resume()
      for (const stream of streams) stream.destroy(error)
      busboy.destroy()
      throw error
    })
  }

  async #save(stream: Readable, name: string, type: string, made: string[]): Promise<Upload> {
    const temp = await this.temp()
    made.push(temp)
    const measure = new Measure()
    await pipeline(stream, measure, createWriteStream(temp, { flush: true }))
    const { bytes, head, hash } = measure
    return { name, type: type.toLowerCase(), bytes, head, sha256: hash.digest('hex'), memory: null, temp }
  }
}

async function bounded(stream: NodeJS.ReadableStream, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let seen = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    seen += chunk.length
    if (seen <= most + 1) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
