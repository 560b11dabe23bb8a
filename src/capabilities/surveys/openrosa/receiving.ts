// A submission by OpenRosa, from its body to the commit. Those of one village that come together are stored together.
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { today } from '../../../kernel/day.ts'
import { districtOf, zoneOf } from '../../../kernel/place-code.ts'
import { appendBatch, type BatchEntry, beginBatch } from '../../../platform/server/batch.ts'
import type { Services } from '../../../platform/server/capability.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { submit } from '../submission.ts'
import { Arriving, type Upload } from './arriving.ts'
import { discard, type Ready, ready, settle } from './filing.ts'
import { type FormHere, FormsHere } from './forms-here.ts'
import { GroupCommit } from './group-commit.ts'
import type { Incoming, Outcome } from './incoming.ts'
import { formOf, type Instance, readTree } from './instance.ts'
import { passes } from './replies.ts'
import type { Sender } from './store-senders.ts'
import { contextOf, takeIn } from './take-in.ts'
import { type Element, parseXml, refusedXml, xmlText } from './xml-tree.ts'

type Job = { item: Incoming; files: readonly Ready[]; changed: { collection: string; id: string }[] }
export type Received = { outcome: Outcome; missing: number }

const dayMs = 86_400_000

/** When it was filled in, by the phone's clock, unless that cannot be. */
function doneAt({ endedAt }: Instance, now: Date): Date {
  const at = endedAt?.getTime() ?? Number.NaN
  return at > now.getTime() - 400 * dayMs && at < now.getTime() + dayMs ? new Date(at) : now
}

function entryOf({ item, changed }: Job, outcome: Outcome, now: Date): BatchEntry | null {
  if (outcome.status === 'refused' || outcome.seq === null) return null
  const { submission, survey, form } = outcome
  const files = item.files.map(({ stored: _, ...file }) => file)
  return {
    command: submit,
    input: { id: submission, survey, form, xml: item.xml, files, household: null },
    actor: item.actor.account,
    device: item.device,
    doneAt: doneAt(item.instance, now),
    answer: {
      submission,
      instance: item.instance.instance,
      sha256: item.sha256.toString('hex'),
      again: outcome.status === 'again',
    },
    changes: changed,
  }
}

export class Receiving {
  readonly #services: Services
  readonly #forms = new FormsHere()
  readonly #arriving: Arriving
  readonly #commits: GroupCommit<Job, Outcome>
  constructor(services: Services) {
    this.#services = services
    this.#arriving = new Arriving(services.dataFolder)
    this.#commits = new GroupCommit(
      (place, jobs) => this.#commit(place, jobs),
      (error) => !passes(error),
    )
  }

  /** Takes one in; resolves after the commit. Throws what is refused before anything is asked of the database. */
  async receive(request: FastifyRequest, sender: Sender): Promise<Received> {
    const { xml: bytes, files } = await this.#arriving.read(request)
    const prepared: Ready[] = []
    try {
      const xml = xmlText(bytes)
      const root = parseXml(xml)
      const form = await this.#formOf(root, sender)
      const instance = readTree(root, form.model)
      const named = files.filter(({ name }) => instance.files.includes(name))
      prepared.push(...(await this.#ready(named, sender.place, instance)))
      const job = jobOf(sender, instance, xml, bytes, form.key, prepared)
      const outcome = await this.#commits.add(sender.place, job)
      const come = new Set(prepared.map(({ arrived }) => arrived.name))
      return { outcome, missing: instance.files.filter((name) => !come.has(name)).length }
    } finally {
      if (files.length > 0)
        await discard([...prepared, ...files.map((file) => ({ temp: file.temp }) as Ready)])
    }
  }

  async #ready(files: readonly Upload[], place: string, instance: Instance): Promise<Ready[]> {
    if (files.length === 0) return []
    await this.#arriving.room(0)
    const at = { dataFolder: this.#services.dataFolder, place, instance: instance.instance }
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

  #commit(place: string, jobs: readonly Job[]): Promise<Outcome[]> {
    const { db, vault } = this.#services
    const district = districtOf(place)
    const now = new Date()
    const items = jobs.map(({ item }) => item)
    for (const { changed } of jobs) changed.length = 0
    return db.transaction().execute(async (tx) => {
      const at = { tx, district, place, vault, now, today: today(zoneOf(place), now) }
      // Both are sent at once; the lock is the first of them.
      const [head, context] = await Promise.all([
        beginBatch(tx, place, items[0]?.actor.account ?? ''),
        contextOf(at, items),
      ])
      const outcomes = await takeIn(at, context, items, head.seq + 1)
      const entries = jobs
        .map((job, n) => ({ job, outcome: outcomes[n] as Outcome }))
        .flatMap(({ job, outcome }) => {
          const entry = entryOf(job, outcome, now)
          return entry && outcome.status !== 'refused'
            ? [{ entry, seq: outcome.seq ?? 0, files: job.files }]
            : []
        })
        .sort((a, b) => a.seq - b.seq)
      await settle(entries.flatMap(({ files }) => files))
      await appendBatch(
        at,
        head,
        entries.map(({ entry }) => entry),
      )
      return outcomes
    })
  }
}

function jobOf(
  sender: Sender,
  instance: Instance,
  xml: string,
  bytes: Buffer,
  form: string,
  files: readonly Ready[],
): Job {
  const changed: Job['changed'] = []
  const touch = (collection: string, id: string) => void changed.push({ collection, id })
  const device = `odk-${sender.id}`
  return {
    files,
    changed,
    item: {
      ...{ instance, xml, form, device },
      sha256: createHash('sha256').update(bytes).digest(),
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
      changes: { touch, gone: touch },
    },
  }
}
