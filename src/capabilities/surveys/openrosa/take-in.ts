// Taking submissions in: the one way in for phones with Rembug (surveys.submit) and for ODK Collect, many in one
// transaction. The caller holds the lock of the place, so that between looking and storing nobody else comes in.
import { rolesAt } from '../../../kernel/place-code.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ChainHeads } from '../../../platform/server/batch.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { wakeChecking } from '../checking/jobs.ts'
import { reviewers } from '../submission.ts'
import type { At, Decision, Incoming, Outcome } from './incoming.ts'
import { plainly } from './steps.ts'
import { type Asked, askKnown, type KnownEdition, type KnownSurvey } from './store-known.ts'
import { submissionIdOf } from './submission-id.ts'
import { write } from './write-batch.ts'

/** What must be known before anything is decided, asked in one go. */
export type Context = {
  place: string
  editions: ReadonlyMap<string, KnownEdition>
  surveys: readonly KnownSurvey[]
  devices: ReadonlySet<string>
  /** Ids that would be new submissions, but that something here has already: under them nothing new is sealed. */
  taken: ReadonlySet<string>
}

const keyOf = (formId: string, instance: string) => `${formId}\n${instance}`

/** Which editions, ids and devices these items make us ask about, each once. */
function questionsAbout(given: readonly { place: string; items: readonly Incoming[] }[]) {
  const each = given.flatMap(({ place, items }) => items.map((item) => ({ place, ...item })))
  const editions = each.flatMap(({ place, instance: { formId, instance, deprecated } }) =>
    [instance, deprecated].flatMap((said) =>
      said === null ? [] : [[`${place}\n${keyOf(formId, said)}`, { place, formId, instance: said }] as const],
    ),
  )
  return {
    asked: [...new Map<string, Asked>(editions).values()],
    fresh: each
      .filter(({ instance }) => instance.deprecated === null)
      .map(({ place, instance }) => ({ place, id: submissionIdOf(instance.instance) })),
    devices: [...new Set(each.flatMap(({ registered }) => registered ?? []))],
  }
}

/** Asks what must be known of the places of these items; their locks are held. */
export async function contextsOf(
  tx: Tx,
  given: readonly { place: string; items: readonly Incoming[] }[],
): Promise<{ heads: ChainHeads; of: (place: string) => Context }> {
  const { asked, fresh, devices } = questionsAbout(given)
  const known = await askKnown(tx, asked, fresh, devices)
  const here = <T extends { place: string }>(rows: readonly T[] | null, place: string) =>
    (rows ?? []).filter((row) => row.place === place)
  const of = (place: string): Context => ({
    place,
    editions: new Map(here(known.editions, place).map((each) => [keyOf(each.formId, each.instance), each])),
    surveys: here(known.surveys, place),
    devices: new Set(here(known.devices, place).map(({ id }) => id)),
    taken: new Set(here(known.taken, place).map(({ id }) => id)),
  })
  return { heads: known.heads, of }
}

export async function contextOf(
  { tx, place }: Pick<At, 'tx' | 'place'>,
  items: readonly Incoming[],
): Promise<Context> {
  return (await contextsOf(tx, [{ place, items }])).of(place)
}

const no = (code: string, facts?: Refusal['facts']): Decision => ({
  does: 'refuse',
  refusals: [refuse(`surveys.${code}`, facts)],
})

/** The survey that a new submission goes to, or why there is none. */
function surveyFor(item: Incoming, surveys: readonly KnownSurvey[]): KnownSurvey | Decision {
  const { formId, version } = item.instance
  const same = surveys.filter((each) => each.formId === formId && (item.survey ?? each.id) === each.id)
  const survey = same.find((each) => each.state === 'open') ?? same[0]
  if (!survey) return no('unknown-form', { form: formId })
  if (survey.state === 'closed') return no('survey-closed')
  return survey.forms.includes(item.form) ? survey : no('unknown-version', { version })
}

/** Who judges may mend all; others what they sent themself, and a device what it sent, whoever registered it. */
function mayMend({ actor, registered, device }: Incoming, before: KnownEdition, place: string): boolean {
  const reviews = rolesAt(actor.holdings, place).some((role) =>
    (reviewers as readonly string[]).includes(role),
  )
  return reviews || (registered !== null ? before.device === device : before.by === actor.account)
}

function decideEdit(item: Incoming, context: Context, deprecated: string): Decision {
  const before = context.editions.get(keyOf(item.instance.formId, deprecated))
  if (!before || !mayMend(item, before, context.place)) return no('edition-unknown')
  if (before.newest !== deprecated) return no('edition-stale')
  if (item.submission !== null && item.submission !== before.submission) return no('edition-unknown')
  const survey = surveyFor({ ...item, survey: before.survey }, context.surveys)
  return 'does' in survey ? survey : { does: 'edit', item, before, survey }
}

/** What to do with one of them, seen from what is stored. */
export function decide(item: Incoming, context: Context): Decision {
  const { formId, instance, deprecated } = item.instance
  if (item.registered !== null && !context.devices.has(item.registered)) return no('device-ended')
  const known = context.editions.get(keyOf(formId, instance))
  if (known) {
    const survey = context.surveys.find((each) => each.id === known.survey)
    return known.digest === item.digest.toString('hex')
      ? { does: 'again', item, before: known, survey }
      : no('instance-differs')
  }
  if (deprecated !== null) return decideEdit(item, context, deprecated)
  const survey = surveyFor(item, context.surveys)
  if ('does' in survey) return survey
  const submission = submissionIdOf(instance)
  if (item.submission !== null && item.submission !== submission) return no('other-submission')
  if (context.taken.has(submission)) return no('instance-differs')
  return { does: 'add', item, submission, survey }
}

/** Items that touch what an earlier one of the same batch touches wait for the next round, which sees it stored. */
function round(items: readonly Incoming[]): { now: Incoming[]; later: Incoming[] } {
  const touched = new Set<string>()
  const now: Incoming[] = []
  const later: Incoming[] = []
  for (const item of items) {
    const { formId, instance, deprecated } = item.instance
    const keys = [instance, ...(deprecated === null ? [] : [deprecated])].map((each) => keyOf(formId, each))
    if (deprecated === null) keys.push(submissionIdOf(instance))
    ;(keys.some((key) => touched.has(key)) ? later : now).push(item)
    for (const key of keys) touched.add(key)
  }
  return { now, later }
}

const decideAll = (items: readonly Incoming[], context: Context) =>
  items.map((item) => ({ item, decision: decide(item, context) }))

/** What a batch comes to when there is nothing to it but new submissions and resends, and one round; else null. */
export function takeInPlainly(context: Context, items: readonly Incoming[], seq: number) {
  const { now, later } = round(items)
  return later.length > 0 ? null : plainly(context.place, decideAll(now, context), seq)
}

/**
 * Takes a batch in; `context` was read under the lock of the place, `seq` is the number that the first entry of the log
 * will have. Gives an outcome for each, in order: those with a `seq` want an entry in the log, in that order.
 */
export async function takeIn(
  at: At,
  context: Context,
  items: readonly Incoming[],
  seq: number,
): Promise<Outcome[]> {
  const outcomes = new Map<Incoming, Outcome>()
  let { now, later } = round(items)
  let known = context
  let next = seq
  for (;;) {
    for (const [item, outcome] of await write(at, decideAll(now, known), next)) {
      outcomes.set(item, outcome)
      if ('seq' in outcome && outcome.seq !== null) next = Math.max(next, outcome.seq + 1)
    }
    if (later.length === 0) break
    ;({ now, later } = round(later))
    known = await contextOf(at, now)
  }
  wakeChecking(at.vault)
  return items.map((item) => outcomes.get(item) as Outcome)
}
