// The doors of OpenRosa 1.0 for ODK Collect and KoboCollect: /odk/k/<secret>/… and, with Digest, /odk/….
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern } from '../../../kernel/id.ts'
import { Refused } from '../../../kernel/refusal.ts'
import type { Route, Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { Counted } from '../../../platform/server/running/counted.ts'
import { journal } from '../../../platform/server/running/journal.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { logViews } from '../../../platform/server/view-log.ts'
import { askedAt } from '../asked-at.ts'
import { formStore } from '../library/store-form.ts'
import { isDataset } from '../registry/entities.ts'
import { Crowded } from './group-commit.ts'
import { datasetOf, entityFile, formListXml, integrityXml, manifestXml } from './lists.ts'
import { Receiving } from './receiving.ts'
import { openRosaHeaders, passes, requestMost, sendMessage, sendXml, statusOf, Turned } from './replies.ts'
import { Senders } from './senders.ts'
import { openForms, xformHere } from './store-forms.ts'
import type { Sender } from './store-senders.ts'

type Asked = { request: FastifyRequest; reply: FastifyReply; sender: Sender; base: () => string }
type Work = (asked: Asked) => Promise<unknown>

const retrySeconds = '60'
/** In a minute, of one device: a village's forms with all their files and lists, a few times over. */
const readsMost = 300
/** The others are read by nobody, and told in the apps' own words that they should be the first. */
const submissionTypes = ['multipart/form-data', 'text/xml', 'application/xml']

function turned(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof Turned) {
    if (error.status === 503 || error.status === 429) reply.header('retry-after', retrySeconds)
    // The rest of a body without a known and bearable end is not waited for; of another the phone hears after its last byte.
    const length = Number(request.headers['content-length'])
    if (error.status === 413 && !(length <= requestMost)) reply.header('connection', 'close')
    return sendMessage(request, reply, error.status, error.refusal)
  }
  if (error instanceof Refused) {
    const [refusal = { code: 'surveys.odk-failed' }] = error.refusals
    return sendMessage(request, reply, statusOf(refusal), refusal)
  }
  if (error instanceof Crowded || passes(error)) {
    reply.header('retry-after', retrySeconds)
    return sendMessage(request, reply, 503, { code: 'surveys.odk-busy' })
  }
  journal.error('openrosa-failed', error, { route: request.routeOptions.url, request: request.id })
  return sendMessage(request, reply, 500, { code: 'surveys.odk-failed' })
}

class Door {
  readonly #services: Services
  readonly #senders: Senders
  readonly #receiving: Receiving
  readonly #reads = new Counted(60_000)
  constructor(services: Services) {
    this.#services = services
    this.#senders = new Senders(services)
    this.#receiving = new Receiving(services)
  }

  handler(keyed: boolean, kept: boolean, work: Work): Route['handler'] {
    return async (request, reply) => {
      try {
        const sender = keyed
          ? await this.#senders.byToken(request, kept)
          : await this.#senders.byName(request, reply, kept)
        const reads = request.method !== 'POST'
        if (reads && this.#reads.count(sender.id) > readsMost) throw new Turned(429, 'surveys.odk-too-often')
        const { token } = request.params as { token?: string }
        const base = () =>
          `${askedAt(request, this.#services.publicUrl)}${keyed ? `/odk/k/${token}` : '/odk'}`
        return await work({ request, reply, sender, base })
      } catch (error) {
        return turned(request, reply, error)
      }
    }
  }

  #here<T>({ place, account }: Sender, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inPlace(this.#services.db, place, account, work)
  }

  readonly formList: Work = async ({ request, reply, sender, base }) => {
    if (request.method === 'HEAD') return openRosaHeaders(request, reply).status(204).send()
    const { formID } = request.query as { formID?: string }
    return sendXml(
      request,
      reply,
      await this.#here(sender, (tx) => formListXml(tx, sender.place, base(), formID)),
    )
  }

  readonly manifest: Work = async ({ request, reply, sender, base }) => {
    const key = formKey(request)
    const xml = await this.#here(sender, (tx) => manifestXml(tx, sender.place, base(), key))
    if (xml === null) throw new Turned(404, 'surveys.odk-not-found')
    return sendXml(request, reply, xml)
  }

  readonly form: Work = async ({ request, reply, sender }) => {
    const key = formKey(request)
    const xform = await this.#here(sender, (tx) => xformHere(tx, sender.place, key))
    if (xform === null) throw new Turned(404, 'surveys.odk-not-found')
    // The bytes that the list gave the digest of, to the last one.
    return openRosaHeaders(request, reply).type('text/xml; charset=utf-8').send(Buffer.from(xform))
  }

  readonly file: Work = async ({ request, reply, sender }) => {
    const key = formKey(request)
    const { name = '' } = request.params as { name?: string }
    const found = await this.#here(sender, async (tx) => {
      if ((await xformHere(tx, sender.place, key)) === null) return null
      const file = await formStore(tx).file(key, name)
      if (file) return { type: file.mediaType, bytes: file.bytes }
      const dataset = datasetOf(name)
      const asked = dataset && (await openForms(tx, sender.place)).find((each) => each.key === key)?.asked
      if (!dataset || !asked?.includes(name)) return null
      const { csv, subjects } = await entityFile(tx, sender.place, dataset)
      await logViews(tx, sender.place, sender.account, [{ what: `odk:${dataset}`, subjects }])
      return { type: 'text/csv; charset=utf-8', bytes: Buffer.from(csv) }
    })
    if (!found) throw new Turned(404, 'surveys.odk-not-found')
    return openRosaHeaders(request, reply).type(found.type).send(found.bytes)
  }

  readonly integrity: Work = async ({ request, reply, sender }) => {
    const { dataset = '' } = request.params as { dataset?: string }
    const { id = '' } = request.query as { id?: unknown }
    if (!isDataset(dataset)) throw new Turned(404, 'surveys.odk-not-found')
    if (typeof id !== 'string') throw new Turned(400, 'surveys.odk-malformed')
    const ids = id.split(',').filter((each) => each !== '')
    return sendXml(
      request,
      reply,
      await this.#here(sender, (tx) => integrityXml(tx, sender.place, dataset, ids)),
    )
  }

  /** 204 says: here submissions are taken. */
  readonly probe: Work = async ({ request, reply }) => openRosaHeaders(request, reply).status(204).send()

  readonly submission: Work = async ({ request, reply, sender }) => {
    const { outcome, missing } = await this.#receiving.receive(request, sender)
    if (outcome.status === 'refused') throw new Refused(outcome.refusals)
    const waiting = outcome.status === 'new' && missing > 0
    const said = waiting
      ? { code: 'surveys.odk-waiting', facts: { count: missing } }
      : { code: 'surveys.odk-received' }
    return sendMessage(request, reply, 201, said)
  }
}

function formKey(request: FastifyRequest): string {
  const { form = '' } = request.params as { form?: string }
  if (!idPattern.test(form)) throw new Turned(404, 'surveys.odk-not-found')
  return form
}

/** All doors, twice: by secret address and by name. They carry their own secret, so no session is asked for. */
export function openRosaRoutes(services: Services): Route[] {
  const door = new Door(services)
  return [true, false].flatMap((keyed) => {
    const route = (method: 'GET' | 'POST', path: string, summary: string, work: Work): Route => ({
      method,
      url: `${keyed ? '/odk/k/:token' : '/odk'}${path}`,
      roles: ['public'],
      perMinute: 'unlimited',
      summary: `OpenRosa ${keyed ? 'by secret address' : 'by Digest'}: ${summary}`,
      ...(method === 'POST' ? { bodyLimit: requestMost, accepts: submissionTypes, forApps: true } : {}),
      handler: door.handler(keyed, method === 'POST', work),
    })
    return [
      route('GET', '/formList', "the forms of the village's open surveys (query: formID).", door.formList),
      route('GET', '/forms/:form/manifest', 'the files and entity lists of a form.', door.manifest),
      route('GET', '/forms/:form/form.xml', 'the XForm, byte for byte.', door.form),
      route(
        'GET',
        '/forms/:form/files/:name',
        'a file of a form, or an entity list of the village.',
        door.file,
      ),
      route(
        'GET',
        '/entities/:dataset/integrity',
        'which of these entities are gone (query: id=a,b).',
        door.integrity,
      ),
      route('GET', '/submission', '204 where submissions are taken.', door.probe),
      route(
        'POST',
        '/submission',
        'takes a submission (multipart/form-data); 201 after the commit, also for a resend.',
        door.submission,
      ),
    ]
  })
}
