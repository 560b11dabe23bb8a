// Resumable uploads (tus) of the files that a command announced, and reading them again.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server as TusServer, type Upload } from '@tus/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern, newId } from '../../../kernel/id.ts'
import { paperHands } from '../../../kernel/paper.ts'
import { districtOf, isPlaceCode, rolesAt } from '../../../kernel/place-code.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { officers, type Role, villageWorkers } from '../../../kernel/role.ts'
import type { Actor, Route, Services } from '../capability.ts'
import { isPassing } from '../database/errors.ts'
import { keyedDigest } from '../digests.ts'
import { droppedKind, fileMost, findFile, isOpaque, looksLike, markStored, storedSince } from '../files.ts'
import { count } from '../running/metrics.ts'
import { inPlace, inScope, scopeOf } from '../transaction.ts'
import { logViews } from '../view-log.ts'
import { UploadQuota } from './upload-quota.ts'
import { watchTakenOver } from './watching.ts'

const path = '/api/files'
const readers = [...villageWorkers, ...officers, 'auditor', 'admin'] as const

/** Left for the database, which stops writing when less than half of it is free. */
const leastFree = 128 * 1024 * 1024
const dayMs = 86_400_000

/** tus answers with a status and a text; the code is what a phone understands. */
const tusRefusal = (status: number, code: string) => ({
  status_code: status,
  body: JSON.stringify({ code, message: code, errors: [] }),
})

/** What passes is told as such: the phone keeps the file and sends it again, and others meanwhile. */
function passing(error: unknown): never {
  throw isPassing(error) ? tusRefusal(503, 'platform.unavailable') : error
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Where a stored file lies: one folder a place. The id is checked to be one, so no path can be smuggled in. */
export function filePath(dataFolder: string, place: string, id: string): string {
  if (!isPlaceCode(place) || !idPattern.test(id)) throw new Error('not a file of ours')
  return join(dataFolder, 'files', place, id)
}

/** Takes the bytes of a file away, also where they never came. */
export const removeBytes = (dataFolder: string, place: string, id: string): Promise<void> =>
  rm(filePath(dataFolder, place, id), { force: true })

class Uploads {
  readonly #services: Services
  readonly #who = new AsyncLocalStorage<Actor>()
  readonly #incoming: string
  /** The upload that was begun last for each file: one may not fill the disk with many of the same. */
  readonly #begun = new Map<string, string>()
  readonly #quota = new UploadQuota()
  readonly tus: TusServer
  constructor(services: Services) {
    this.#services = services
    this.#incoming = join(services.dataFolder, 'incoming')
    this.tus = new TusServer({
      path,
      relativeLocation: true,
      datastore: new FileStore({ directory: this.#incoming, expirationPeriodInMilliseconds: 7 * dayMs }),
      maxSize: fileMost,
      namingFunction: () => newId(),
      onUploadCreate: (_request, upload) => this.#admit(upload).catch(passing),
      onIncomingRequest: (request, uploadId) => this.#ownOnly(request.method, uploadId),
      onUploadFinish: (_request, upload) => this.#finish(upload).catch(passing),
    })
  }

  async start(): Promise<void> {
    await mkdir(this.#incoming, { recursive: true })
    const sweep = () => void this.tus.cleanUpExpiredUploads().catch(() => 0)
    sweep()
    setInterval(sweep, dayMs).unref()
  }

  handle(request: FastifyRequest, reply: FastifyReply, actor: Actor): Promise<void> {
    reply.hijack()
    watchTakenOver(request, reply)
    return this.#who.run(actor, () => this.tus.handle(request.raw, reply.raw))
  }

  #actor(): Actor {
    const actor = this.#who.getStore()
    if (!actor) throw tusRefusal(401, 'platform.sign-in')
    return actor
  }

  async #expected(upload: Upload) {
    const { id = '', place = '' } = (upload.metadata ?? {}) as Record<string, string | null>
    const actor = this.#actor()
    if (!place || !isPlaceCode(place) || !id || !idPattern.test(id))
      throw tusRefusal(400, 'platform.file-unknown')
    if (rolesAt(actor.holdings, place).length === 0) throw tusRefusal(403, 'platform.forbidden')
    const file = await inPlace(this.#services.db, place, actor.account, (tx) =>
      findFile(tx, districtOf(place), place, id),
    )
    if (!file || file.createdBy !== actor.account) throw tusRefusal(409, 'platform.file-unknown')
    return { file, actor }
  }

  async #admit(upload: Upload) {
    const { file, actor } = await this.#expected(upload)
    if (upload.size !== file.bytes) throw tusRefusal(409, 'platform.file-differs')
    const { bavail, bsize } = await statfs(this.#incoming)
    if (bavail * bsize < leastFree + file.bytes) throw tusRefusal(507, 'platform.disk-full')
    const own = { account: actor.account, device: null }
    const scope = actor.holdings.map((held) => scopeOf(held.place)).join(',')
    const stored = (since: Date) =>
      inScope(this.#services.db, scope, actor.account, (tx) => storedSince(tx, own, since))
    if (!(await this.#quota.takes(actor.account, `${file.place} ${file.id}`, file.bytes, stored)))
      throw tusRefusal(429, 'platform.uploads-of-day')
    const before = this.#begun.get(file.id)
    this.#begun.set(file.id, upload.id)
    if (before) await this.tus.datastore.remove(before).catch(() => undefined)
    count.upload('begun')
    return { metadata: { ...upload.metadata, account: actor.account } }
  }

  async #ownOnly(method: string, uploadId: string): Promise<void> {
    if (!uploadId) return
    const upload = await this.tus.datastore.getUpload(uploadId).catch(() => null)
    if (upload && upload.metadata?.account !== this.#actor().account)
      throw tusRefusal(404, 'platform.not-found')
    // Every byte is here and it was not kept: the server ended in between. Told that all is here, the phone would let go of it.
    if (upload && method === 'HEAD' && upload.offset === upload.size) {
      await this.tus.datastore.remove(uploadId).catch(() => undefined)
      throw tusRefusal(404, 'platform.not-found')
    }
  }

  async #finish(upload: Upload) {
    const { file, actor } = await this.#expected(upload)
    const arrived = join(this.#incoming, upload.id)
    const whole = keyedDigest(this.#services.vault, await digestOf(arrived)) === file.sha256
    const honest = whole && looksLike(file.mediaType, await headOf(arrived))
    if (!honest) {
      await this.tus.datastore.remove(upload.id).catch(() => undefined)
      count.upload('refused')
      throw tusRefusal(409, whole ? 'platform.file-kind' : 'platform.file-differs')
    }
    if (this.#begun.get(file.id) === upload.id) this.#begun.delete(file.id)
    if (file.kind === droppedKind) {
      // Its record let go of it before it came: the phone hears that all is well, and nothing is kept.
      await this.tus.datastore.remove(upload.id)
      return {}
    }
    const kept = filePath(this.#services.dataFolder, file.place, file.id)
    await mkdir(join(kept, '..'), { recursive: true })
    const handle = await open(arrived, 'r+')
    await handle.sync()
    await handle.close()
    await rename(arrived, kept)
    await rm(`${arrived}.json`, { force: true })
    await inPlace(this.#services.db, file.place, actor.account, (tx) =>
      markStored(tx, districtOf(file.place), file.place, file.id, new Date()),
    )
    count.upload('stored')
    return {}
  }
}

/** Kinds of files that officers above a village may open; lists of names are not among them. */
const openAbove = ['photo', 'minutes', 'archive', 'logo']

/** Kinds of files that others than all workers of a village may open, by who may. */
type FileReaders = Readonly<Record<string, readonly Role[]>>
/** A scan is opened by whoever may check it against what was typed. */
const scans: FileReaders = { paper: [...paperHands, 'auditor'] }

/** Above the village there are figures, not names: a scanned list of names stays below. */
function mayOpen(kind: string, roles: readonly Role[], few: FileReaders): boolean {
  const among = (wanted: readonly Role[]) => roles.some((role) => wanted.includes(role))
  return among(few[kind] ?? (openAbove.includes(kind) ? readers : villageWorkers))
}

async function sendFile(
  { services, few }: { services: Services; few: FileReaders },
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
) {
  const { place, id } = request.params as { place: string; id: string }
  if (!isPlaceCode(place) || !idPattern.test(id)) throw new Refused([refuse('platform.not-found')])
  const roles = rolesAt(actor.holdings, place)
  const may = roles.some((role) => (readers as readonly Role[]).includes(role))
  const file = may
    ? await inPlace(services.db, place, actor.account, async (tx) => {
        const known = await findFile(tx, districtOf(place), place, id)
        const found = known && mayOpen(known.kind, roles, few) ? known : null
        if (found) await logViews(tx, place, actor.account, [{ what: `file:${found.kind}`, subjects: [id] }])
        return found
      })
    : null
  if (!file?.storedAt) return reply.status(404).send({ code: 'platform.not-found', message: '', errors: [] })
  if (isOpaque(file.mediaType)) reply.header('content-disposition', 'attachment')
  return (
    reply
      .header('content-type', file.mediaType)
      .header('content-length', file.bytes)
      .header('content-security-policy', "default-src 'none'; sandbox")
      // Not kept by the browser: what lies on a phone is sealed, and every look is logged.
      .header('cache-control', 'no-store')
      .send(createReadStream(filePath(services.dataFolder, place, id)))
  )
}

/** Files belong to a place; every route checks role and place, and uploads also who announced the file. */
export async function fileRoutes(services: Services, few: FileReaders): Promise<Route[]> {
  const uploads = new Uploads(services)
  await uploads.start()
  const roles = [...readers]
  const tus = (method: Route['method'], url: string, summary: string): Route => ({
    method,
    url,
    roles,
    summary,
    accepts: ['application/offset+octet-stream'],
    handler: async (request, reply, actor) => {
      if (!actor) throw new Error('uploads have no public roles')
      return uploads.handle(request, reply, actor)
    },
  })
  return [
    tus(
      'POST',
      path,
      'Begins a resumable upload (tus 1.0) of a file that a command announced; metadata: id, place.',
    ),
    tus('HEAD', `${path}/:upload`, 'How many bytes of an upload have arrived.'),
    tus('PATCH', `${path}/:upload`, 'The next bytes of an upload.'),
    {
      method: 'GET',
      url: `${path}/:place/:id`,
      roles,
      summary: 'A stored file, for those who may see its place; seeing it is logged.',
      handler: (request, reply, actor) =>
        sendFile({ services, few: { ...scans, ...few } }, request, reply, actor as Actor),
    },
  ]
}
