// Reading an archive: every part against its digest, into a folder of its own, before anything is believed.
import { createHash, hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import * as z from 'zod/mini'
import { type Head as ChainHead, headsIn } from '../../kernel/head.ts'
import { archiveFormat, headsPart } from './backup.ts'
import { type TarPart, tarParts } from './tar.ts'
import { Said } from './verb.ts'

const head = z.object({
  format: z.literal(archiveFormat),
  /** 1: before manifests had a proof. */
  version: z.union([z.literal(1), z.literal(2)]),
  rembug: z.string(),
  made: z.string(),
  keyMark: z.string(),
  withKey: z.boolean(),
})
export type Head = z.infer<typeof head>

// No other name may be in an archive: nothing can be written outside the folder it is unpacked into.
const known =
  /^(rembug\.json|key\/master\.json|manifest\.(sha256|hmac)|heads\.txt|database\/\d{6}\.ndjson|files\/[\d.]{2,13}\/[0-9a-f-]{36})$/

/** The unpacked bytes. What zlib has to say about them is said in words, wherever the bytes are read. */
async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const source = createReadStream(file)
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Buffer
  } catch (error) {
    const { code } = error as { code?: string }
    if (!code?.startsWith('Z_')) throw error
    const cut = code === 'Z_BUF_ERROR'
    throw new Said(cut ? 'Arsip terpotong / the archive is cut short.' : 'Bukan arsip / not an archive.')
  } finally {
    source.destroy()
  }
}

const partsOf = (file: string): AsyncGenerator<TarPart> => tarParts(bytesOf(file))

const damaged = (what: string) => new Said(`Arsip rusak, tidak dipulihkan / damaged, not restored: ${what}`)

async function textOf(part: TarPart): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of part.chunks) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function parseHead(text: string): Head {
  try {
    return head.parse(JSON.parse(text))
  } catch {
    throw new Said('Bukan arsip Rembug, atau dari versi lain / not an archive of this Rembug.')
  }
}

async function* hashed(part: TarPart, into: { digest: string }): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of part.chunks) {
    hash.update(chunk)
    yield chunk
  }
  into.digest = hash.digest('hex')
}

async function store(chunks: AsyncIterable<Buffer>, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await pipeline(chunks, createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

export type Unpacked = {
  head: Head
  keyText: string | null
  files: number
  /** Where each log stood; empty in an archive of version 1. */
  heads: readonly ChainHead[]
  /** SHA-256 of the manifest, and what is said to prove it. */
  manifest: string
  proof: string
}

/** Takes one part in and gives its line for the manifest. */
async function take(part: TarPart, folder: string | null, into: Partial<Unpacked>): Promise<string> {
  const sum = { digest: '' }
  const watched = { ...part, chunks: hashed(part, sum) }
  if (folder !== null && part.name.startsWith('files/')) {
    await store(watched.chunks, join(folder, part.name))
    into.files = (into.files ?? 0) + 1
  } else if (part.name === 'rembug.json') into.head = parseHead(await textOf(watched))
  else if (part.name === 'key/master.json') into.keyText = await textOf(watched)
  else if (part.name === headsPart) into.heads = headsIn(await textOf(watched))
  else for await (const _ of watched.chunks);
  return `${sum.digest}  ${part.name}`
}

/** The first part whose digest or place differs from the manifest; null when all agree. */
function firstDifference(manifest: string, seen: readonly string[]): string | null {
  const expected = manifest.split('\n').filter(Boolean)
  const at = expected.findIndex((line, i) => seen[i] !== line)
  if (at >= 0) return expected[at]?.slice(66) ?? 'manifest.sha256'
  return expected.length === seen.length ? null : 'manifest.sha256'
}

/** Checks the whole archive, and lays its files (not its database) into `folder`, if there is one. Refuses what does not agree. */
export async function unpack(archive: string, folder: string | null): Promise<Unpacked> {
  const seen: string[] = []
  const into: Partial<Unpacked> = {}
  let manifest: string | null = null
  for await (const part of partsOf(archive)) {
    const behind = manifest !== null && into.proof === undefined && part.name === 'manifest.hmac'
    if (!known.test(part.name) || (manifest !== null) !== behind) throw damaged(part.name)
    if (behind) into.proof = (await textOf(part)).trim()
    else if (part.name === 'manifest.sha256') manifest = await textOf(part)
    else seen.push(await take(part, folder, into))
  }
  if (manifest === null || !into.head) throw damaged('manifest.sha256')
  const wrong = firstDifference(manifest, seen)
  if (wrong) throw damaged(wrong)
  const { head, keyText = null, files = 0, heads = [], proof = '' } = into
  return { head, keyText, files, heads, proof, manifest: hash('sha256', manifest) }
}

/** The database of an archive as it was dumped. */
export async function* databaseOf(archive: string): AsyncGenerator<Uint8Array> {
  let begun = false
  for await (const part of partsOf(archive)) {
    const ours = part.name.startsWith('database/')
    if (begun && !ours) return
    begun ||= ours
    if (ours) yield* part.chunks
  }
}
