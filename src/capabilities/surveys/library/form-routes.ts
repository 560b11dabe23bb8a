// Downloads of a form: the workbook as it was brought, the XForm made of it, and the files it asks for.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern } from '../../../kernel/id.ts'
import { covers } from '../../../kernel/place-code.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { formReaders } from './form.ts'
import { formStore } from './store-form.ts'

type Download = { bytes: Buffer | string; type: string; name: string; etag: string }
type Found = (tx: Tx, form: string, name: string) => Promise<Download | null>

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const workbook: Found = async (tx, form) => {
  const source = await formStore(tx).source(form)
  return source?.workbook
    ? { bytes: source.workbook, type: xlsx, name: source.fileName, etag: `w-${form}` }
    : null
}
const xform: Found = async (tx, form) => {
  const source = await formStore(tx).source(form)
  const name = `${source?.fileName.replace(/\.\w+$/, '')}.xml`
  return source ? { bytes: source.xform, type: 'text/xml; charset=utf-8', name, etag: source.md5 } : null
}
const file: Found = async (tx, form, name) => {
  const found = await formStore(tx).file(form, name)
  return found ? { bytes: found.bytes, type: found.mediaType, name, etag: found.md5 } : null
}

/** A form holds at its place and below; whoever holds a role there, or above where it was brought, may read it. */
const reaches = (actor: Actor, place: string): boolean =>
  actor.holdings.some(
    (holding) =>
      (formReaders as readonly string[]).includes(holding.role) &&
      (covers(place, holding.place) || covers(holding.place, place)),
  )

const zip = promisify<Buffer | string, Buffer>(gzip)

/** A long list goes to phones packed, at a sixth of its size. */
const packs = (request: FastifyRequest, { type, bytes }: Download): boolean =>
  type === 'text/csv' && bytes.length > 64_000 && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')

async function send(
  services: Services,
  find: Found,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
) {
  const { form = '', name = '' } = request.params as { form?: string; name?: string }
  if (!idPattern.test(form)) throw new Refused([refuse('platform.not-found')])
  const found = await inPlace(services.db, null, actor.account, async (tx) => {
    const line = await formStore(tx).line(form)
    return line && reaches(actor, line.place) ? find(tx, form, name) : null
  })
  if (!found) return reply.status(404).send({ code: 'platform.not-found', message: '', errors: [] })
  const etag = `"${found.etag}"`
  // A version of a form is never changed, but who may see it is asked each time.
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  const packed = packs(request, found) ? await zip(found.bytes) : null
  if (packed) reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
  return reply
    .header('content-type', found.type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(packed ?? found.bytes)
}

export function formRoutes(services: Services): readonly Route[] {
  const route = (url: string, find: Found, summary: string): Route => ({
    method: 'GET',
    url: `/api/surveys/forms/:form/${url}`,
    roles: formReaders,
    summary,
    handler: (request, reply, actor) => send(services, find, request, reply, actor as Actor),
  })
  return [
    route('workbook', workbook, 'The workbook (.xlsx) of a form, byte for byte as it was brought.'),
    route('xform', xform, 'The ODK XForm of a form, the bytes that its md5 is of.'),
    route('files/:name', file, 'A file that a form asks for: a picture, a sound, a CSV list.'),
  ]
}
