// Submissions of some villages in one transaction; each village keeps a chain of its own.
import { today } from '../../../kernel/day.ts'
import { districtOf, zoneOf } from '../../../kernel/place-code.ts'
import {
  type Addition,
  appendBatch,
  type BatchEntry,
  beginPlaces,
  type ChainHead,
  type ChainHeads,
  enterPlaces,
  headOf,
  isBusy,
} from '../../../platform/server/batch.ts'
import type { Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { count } from '../../../platform/server/running/metrics.ts'
import { nobody } from '../../../platform/server/transaction.ts'
import { submit } from '../submission.ts'
import { type Ready, settle } from './filing.ts'
import type { Batch } from './group-commit.ts'
import type { Incoming, Outcome } from './incoming.ts'
import type { Instance } from './instance.ts'
import type { Step } from './steps.ts'
import { type Context, contextsOf, takeIn, takeInPlainly } from './take-in.ts'
import { storePlain } from './write-batch.ts'

export type Job = {
  item: Incoming
  files: readonly Ready[]
  changed: { collection: string; id: string }[]
}

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
      again: outcome.status === 'again',
    },
    changes: changed,
  }
}

type Tools = { services: Services; tx: Tx; now: Date }
/** What a village's batch comes to: its answers, and what goes to its chain. */
type Taken = { outcomes: Outcome[]; addition: Addition; files: readonly Ready[]; steps: readonly Step[] }

function taken(
  { place, jobs }: Batch<Job>,
  head: ChainHead,
  now: Date,
  outcomes: Outcome[],
  steps: readonly Step[] = [],
): Taken {
  const entries = jobs
    .flatMap((job, n) => {
      const outcome = outcomes[n] as Outcome
      const seq = outcome.status === 'refused' ? null : outcome.seq
      return seq === null ? [] : [{ job, outcome, seq }]
    })
    .sort((a, b) => a.seq - b.seq)
  return {
    outcomes,
    steps,
    files: entries.flatMap(({ job }) => job.files),
    addition: {
      place,
      head,
      entries: entries.flatMap(({ job, outcome }) => entryOf(job, outcome, now) ?? []),
    },
  }
}

type Known = { heads: ChainHeads; of: (place: string) => Context }

/** New submissions and nothing else: decided here, stored with those of the other villages. */
function plainOne(batch: Batch<Job>, { heads, of }: Known, now: Date): Taken | null {
  const { place, jobs } = batch
  const head = headOf(heads, place)
  const items = jobs.map(({ item }) => item)
  const plan = takeInPlainly(of(place), items, head.seq + 1)
  if (!plan) return null
  return taken(
    batch,
    head,
    now,
    items.map((item) => plan.outcomes.get(item) as Outcome),
    plan.steps,
  )
}

/** Who acts in the transaction: what several people sent is taken in in nobody's name, and stands in theirs. */
function senderOf(batches: readonly Batch<Job>[]): string {
  const [one, ...others] = new Set(batches.flatMap(({ jobs }) => jobs.map(({ item }) => item.actor.account)))
  return one && others.length === 0 ? one : nobody
}

/** Whatever it is: stored in the scope of its own village. */
async function wholeOne(
  { services, tx, now }: Tools,
  batch: Batch<Job>,
  { heads, of }: Known,
): Promise<Taken> {
  const { place, jobs } = batch
  await enterPlaces(tx, [place], senderOf([batch]))
  const at = {
    tx,
    district: districtOf(place),
    place,
    vault: services.vault,
    now,
    today: today(zoneOf(place), now),
  }
  const head = headOf(heads, place)
  const items = jobs.map(({ item }) => item)
  return taken(batch, head, now, await takeIn(at, of(place), items, head.seq + 1))
}

/** Takes the batches of these villages in; the scope of all of them is entered. */
async function takeAll(
  tools: Tools,
  batches: readonly Batch<Job>[],
  known: Known,
): Promise<Map<string, Taken>> {
  const { services, tx, now } = tools
  const all = new Map<string, Taken>()
  for (const batch of batches) {
    const plain = plainOne(batch, known, now)
    if (plain) all.set(batch.place, plain)
  }
  await storePlain(
    { tx, vault: services.vault, now },
    [...all.values()].flatMap(({ steps }) => steps),
  )
  const rest = batches.filter(({ place }) => !all.has(place))
  for (const batch of rest) all.set(batch.place, await wholeOne(tools, batch, known))
  if (rest.length > 0)
    await enterPlaces(
      tx,
      batches.map(({ place }) => place),
      senderOf(batches),
    )
  return all
}

/** So long, in ms, a village's lock is waited for while others wait for their turn. */
const patience = 50

/** Commits what can be committed now; null for a village that somebody else is at work in, unless it is waited for. */
export async function commitBatches(
  services: Services,
  batches: readonly Batch<Job>[],
  waits: boolean,
): Promise<(Outcome[] | null)[]> {
  try {
    return await commitNow(services, batches, waits ? null : patience)
  } catch (error) {
    if (!waits && isBusy(error)) return batches.map(() => null)
    throw error
  }
}

function commitNow(
  services: Services,
  batches: readonly Batch<Job>[],
  patienceMs: number | null,
): Promise<(Outcome[] | null)[]> {
  const now = new Date()
  count.batch(batches.reduce((sum, { jobs }) => sum + jobs.length, 0))
  for (const { jobs } of batches) for (const { changed } of jobs) changed.length = 0
  return services.db.transaction().execute(async (tx) => {
    const actor = senderOf(batches)
    const places = batches.map(({ place }) => place)
    const held = new Set(await beginPlaces(tx, places, actor, patienceMs))
    const here = batches.filter(({ place }) => held.has(place))
    if (here.length === 0) return batches.map(() => null)
    const given = here.map(({ place, jobs }) => ({ place, items: jobs.map(({ item }) => item) }))
    const all = await takeAll({ services, tx, now }, here, await contextsOf(tx, given))
    await settle([...all.values()].flatMap(({ files }) => files))
    await appendBatch(
      { tx, vault: services.vault, now },
      [...all.values()].map(({ addition }) => addition),
    )
    return places.map((place) => all.get(place)?.outcomes ?? null)
  })
}
