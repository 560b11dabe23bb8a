// Submissions of some villages in one transaction; each village keeps a chain of its own.
import { today } from '../../../kernel/day.ts'
import { districtOf, zoneOf } from '../../../kernel/place-code.ts'
import {
  appendBatch,
  type BatchEntry,
  beginPlaces,
  type ChainHeads,
  enterPlaces,
  headOf,
} from '../../../platform/server/batch.ts'
import type { Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { count } from '../../../platform/server/running/metrics.ts'
import { submit } from '../submission.ts'
import { type Ready, settle } from './filing.ts'
import type { Batch } from './group-commit.ts'
import type { Incoming, Outcome } from './incoming.ts'
import type { Instance } from './instance.ts'
import { type Context, contextsOf, takeIn } from './take-in.ts'

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
      sha256: item.sha256.toString('hex'),
      again: outcome.status === 'again',
    },
    changes: changed,
  }
}

type Here = { services: Services; tx: Tx; now: Date; heads: ChainHeads; context: Context }

async function commitOne(
  { services, tx, now, heads, context }: Here,
  { place, jobs }: Batch<Job>,
): Promise<Outcome[]> {
  const { vault } = services
  const at = { tx, district: districtOf(place), place, vault, now, today: today(zoneOf(place), now) }
  const head = headOf(heads, place)
  const items = jobs.map(({ item }) => item)
  const outcomes = await takeIn(at, context, items, head.seq + 1)
  const entries = jobs
    .map((job, n) => ({ job, outcome: outcomes[n] as Outcome }))
    .flatMap(({ job, outcome }) => {
      const entry = entryOf(job, outcome, now)
      return entry && outcome.status !== 'refused' ? [{ entry, seq: outcome.seq ?? 0, files: job.files }] : []
    })
    .sort((a, b) => a.seq - b.seq)
  await settle(entries.flatMap(({ files }) => files))
  await appendBatch(
    at,
    head,
    entries.map(({ entry }) => entry),
  )
  return outcomes
}

/** Commits what can be committed now; null for a village of several that somebody else is at work in. */
export function commitBatches(
  services: Services,
  batches: readonly Batch<Job>[],
): Promise<(Outcome[] | null)[]> {
  const now = new Date()
  count.batch(batches.reduce((sum, { jobs }) => sum + jobs.length, 0))
  for (const { jobs } of batches) for (const { changed } of jobs) changed.length = 0
  const given = batches.map(({ place, jobs }) => ({ place, items: jobs.map(({ item }) => item) }))
  return services.db.transaction().execute(async (tx) => {
    const actor = given[0]?.items[0]?.actor.account ?? ''
    const held = new Set(
      await beginPlaces(
        tx,
        given.map(({ place }) => place),
        actor,
      ),
    )
    if (held.size === 0) return batches.map(() => null)
    const { heads, of } = await contextsOf(
      tx,
      given.filter(({ place }) => held.has(place)),
    )
    const outcomes: (Outcome[] | null)[] = []
    for (const batch of batches) {
      const { place, jobs } = batch
      if (held.size > 1 && held.has(place)) await enterPlaces(tx, [place], jobs[0]?.item.actor.account ?? '')
      const here = { services, tx, now, heads, context: of(place) }
      outcomes.push(held.has(place) ? await commitOne(here, batch) : null)
    }
    return outcomes
  })
}
