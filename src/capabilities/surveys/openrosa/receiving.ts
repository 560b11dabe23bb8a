// A submission by OpenRosa, from its body to the commit. Those that come together are stored together.
import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { districtOf } from '../../../kernel/place-code.ts'
import type { Services } from '../../../platform/server/capability.ts'
import { isCluster } from '../../../platform/server/database/nodes.ts'
import { originalDigest } from '../../../platform/server/digests.ts'
import { storedSince } from '../../../platform/server/files.ts'
import { UploadQuota, uploadsOfDay } from '../../../platform/server/http/upload-quota.ts'
import { count } from '../../../platform/server/running/metrics.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { submit, xmlMost } from '../submission.ts'
import { Arriving, type Upload } from './arriving.ts'
import { commitBatches, type Job } from './committing.ts'
import { discard, type Ready, ready } from './filing.ts'
import { type FormHere, FormsHere } from './forms-here.ts'
import { GroupCommit } from './group-commit.ts'
import type { Outcome } from './incoming.ts'
import { formOf, type Instance, readTree } from './instance.ts'
import { passes, Turned } from './replies.ts'
import type { Sender } from './store-senders.ts'
import { type Element, parseXml, refusedXml, xmlText } from './xml-tree.ts'

/** As a device of OpenRosa stands beside what it sent. */
const deviceName = (id: string): string => `odk-${id}`
const dayIsFull = () => new Turned(429, 'surveys.odk-uploads-of-day', { most: uploadsOfDay / 1_000_000 })

export type Received = { outcome: Outcome; missing: number }

export class Receiving {
  readonly #services: Services
  readonly #forms = new FormsHere()
  readonly #arriving: Arriving
  readonly #quota = new UploadQuota()
  /** What is committed together; on a cluster each district by itself, so that its server alone does it. */
  readonly #lanes = new Map<string, GroupCommit<Job, Outcome>>()
  #cluster: boolean | undefined
  constructor(services: Services) {
    this.#services = services
    this.#arriving = new Arriving(services.dataFolder)
  }

  async #laneOf(place: string): Promise<GroupCommit<Job, Outcome>> {
    this.#cluster ??= await isCluster(this.#services.db)
    const name = this.#cluster ? districtOf(place) : ''
    const known = this.#lanes.get(name)
    if (known) return known
    const lane = new GroupCommit<Job, Outcome>(
      (batches, waits) => commitBatches(this.#services, batches, waits),
      (error) => !passes(error),
    )
    this.#lanes.set(name, lane)
    return lane
  }

  /** Takes one in; resolves after the commit. Throws what is refused before anything is asked of the database. */
  async receive(request: FastifyRequest, sender: Sender): Promise<Received> {
    await this.#roomFor(sender, Number(request.headers['content-length']))
    const { xml: bytes, files } = await this.#arriving.read(request)
    const prepared: Ready[] = []
    try {
      const xml = xmlText(bytes)
      const root = parseXml(xml)
      const form = await this.#formOf(root, sender)
      const instance = readTree(root, form.model)
      const named = files.filter(({ name }) => instance.files.includes(name))
      await this.#count(sender, instance.instance, named)
      prepared.push(...(await this.#ready(named, sender.place, instance)))
      const digest = originalDigest(this.#services.vault, hash('sha256', bytes, 'buffer'))
      const job = jobOf(sender, instance, xml, digest, form.key, prepared)
      const began = performance.now()
      const lane = await this.#laneOf(sender.place)
      const outcome = await lane.add(sender.place, job)
      count.waited(performance.now() - began)
      count.command(submit.name, outcome.status)
      const come = new Set(prepared.map(({ arrived }) => arrived.name))
      return { outcome, missing: instance.files.filter((name) => !come.has(name)).length }
    } finally {
      if (files.length > 0)
        await discard([...prepared, ...files.map((file) => ({ temp: file.temp }) as Ready)])
    }
  }

  /** What of the device lies here of today, in its village. */
  #stored({ id, place, account }: Sender): (since: Date) => Promise<number> {
    return (since) =>
      inPlace(this.#services.db, place, account, (tx) =>
        storedSince(tx, { account, device: deviceName(id) }, since),
      )
  }

  /** Refuses a body with photos before it is read, where the day of the device is full. Answers alone are small, and come in. */
  async #roomFor(sender: Sender, length: number): Promise<void> {
    const answersAlone = length <= xmlMost
    if (!answersAlone && !(await this.#quota.hasRoom(sender.id, length || 0, this.#stored(sender))))
      throw dayIsFull()
  }

  async #count(sender: Sender, instance: string, files: readonly Upload[]): Promise<void> {
    for (const { name, sha256, bytes } of files) {
      const file = `${instance} ${name} ${sha256}`
      if (!(await this.#quota.takes(sender.id, file, bytes, this.#stored(sender)))) throw dayIsFull()
    }
  }

  async #ready(files: readonly Upload[], place: string, instance: Instance): Promise<Ready[]> {
    if (files.length === 0) return []
    await this.#arriving.room(0)
    const { dataFolder, vault } = this.#services
    const at = { dataFolder, vault, place, instance: instance.instance }
    return await Promise.all(files.map((file) => ready(this.#arriving, at, file)))
  }

  async #formOf(root: Element, { place, account }: Sender): Promise<FormHere> {
    const { formId, version } = formOf(root)
    const kept = this.#forms.known(place, formId, version)
    if (kept) return kept
    const found = await inPlace(this.#services.db, place, account, (tx) =>
      this.#forms.find(tx, place, formId, version),
    )
    if (found === 'form') throw refusedXml('unknown-form', { form: formId })
    if (found === 'version') throw refusedXml('unknown-version', { version })
    return found
  }
}

function jobOf(
  sender: Sender,
  instance: Instance,
  xml: string,
  digest: Buffer,
  form: string,
  files: readonly Ready[],
): Job {
  const changed: Job['changed'] = []
  const touch = (collection: string, id: string) => void changed.push({ collection, id })
  const device = deviceName(sender.id)
  return {
    files,
    changed,
    item: {
      ...{ instance, xml, digest, form, device },
      source: 'openrosa',
      registered: sender.id,
      // What a volunteer may tell the registry, whoever registered the phone.
      actor: {
        account: sender.account,
        name: '',
        holdings: [{ role: 'volunteer', place: sender.place }],
        session: '',
        device,
      },
      submission: null,
      survey: null,
      household: null,
      files: files.map(({ arrived }) => arrived),
      changes: { touch, gone: touch, keep: touch },
    },
  }
}
