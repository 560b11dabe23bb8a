// What a submission tells the registry (ODK entities 2024.1) is done when it comes in, by people's own rules and with the
// surveyor's own rights. Nothing of it can refuse the submission: what cannot be done becomes a difference or a doubt.
//
// - Told again, the same changes nothing; an edition of the submission is compared with what it told before.
// - An update is judged property by property (rules.ts). Updates of one offline run may come in any order: the newest of
//   the run stands. An update of an entity that has not come yet waits for it, without end, and is shown as a doubt.
// - Moving a person to another household is left to people.move-person.
import { idPattern, newId } from '../../../kernel/id.ts'
import { rolesAt } from '../../../kernel/place-code.ts'
import type { RegistryWork } from '../../people/door.ts'
import { type Doubt, submissionCollection } from '../submission.ts'
import { openConflictBody, sealConflict } from './conflict.ts'
import { type Dataset, isDataset, type TakenEntity } from './entities.ts'
import { type Known, type Merged, merge, register } from './merging.ts'
import { recordOf } from './record.ts'
import { registryStore, type Taken } from './store-registry.ts'

export type TakingWork = Omit<RegistryWork, 'roles'>
type Told = Pick<TakenEntity, 'label' | 'values'>

/** Doubts that stand until a person settles them, or what is waited for comes. */
const standing = ['surveys.registry-conflict', 'surveys.entity-awaited'] as const
/** Doubts about the form, found again with each edition. */
const ofForm = ['surveys.no-such-list', 'surveys.no-such-property', 'surveys.not-an-entity-id'] as const

/** What was done for one submission. */
export type Outcome = {
  submission: string
  doubts: Doubt[]
  done: {
    dataset: string
    entity: string
    label: string
    applied: readonly string[]
    left: readonly string[]
  }[]
  /** Lists of the entities that have not come yet. */
  awaited: Dataset[]
  /** Nothing of this submission was told before, so that nothing of it can be open. */
  fresh: boolean
}

const outcomeFor = (submission: string, fresh: boolean): Outcome => ({
  ...{ submission, fresh, doubts: [], done: [], awaited: [] },
})

const rank = (entity: Known) => (entity.dataset === 'keluarga' ? 0 : 2) + (entity.action === 'create' ? 0 : 1)

/** Entities of known lists, one each, households first; what a form says twice of one entity is put together. */
function known(entities: readonly TakenEntity[], doubts: Doubt[]): Known[] {
  const byId = new Map<string, Known>()
  for (const given of entities) {
    const { dataset } = given
    const id = given.id.toLowerCase()
    if (!isDataset(dataset)) doubts.push({ path: dataset, code: 'surveys.no-such-list' })
    else if (!idPattern.test(id)) doubts.push({ path: dataset, code: 'surveys.not-an-entity-id' })
    else {
      const before = byId.get(id)
      const values = { ...before?.values, ...given.values }
      byId.set(id, { ...given, ...(before ? { action: before.action } : {}), id, dataset, values })
    }
  }
  return [...byId.values()].sort((a, b) => rank(a) - rank(b))
}

const saysTheSame = (a: Told | null, b: Told) =>
  a !== null &&
  a.label === b.label &&
  Object.keys(a.values).length === Object.keys(b.values).length &&
  Object.entries(b.values).every(([property, value]) => a.values[property] === value)

/** Puts the differences of this telling in the place of older ones about the same properties. */
async function keepDifferences(
  work: RegistryWork,
  { submission, fresh }: Outcome,
  entity: Known,
  merged: Merged,
): Promise<void> {
  const store = registryStore(work)
  const open = fresh ? null : await store.openConflict({ submission, entity: entity.id })
  const before = open ? (await openConflictBody(work, submission, open.sealed)).differences : []
  const said = new Set(Object.keys(entity.values))
  const differences = [...before.filter(({ property }) => !said.has(property)), ...merged.differences]
  if (differences.length === 0) {
    if (open) await store.settle(open.id, work.actor.account, work.now)
    return
  }
  const { dataset, id, action, label } = entity
  const sealed = await sealConflict(work, submission, { action, label, differences })
  await store.putConflict({ id: open?.id ?? newId(), submission, dataset, entity: id, sealed })
}

async function keepTelling(work: RegistryWork, taken: Omit<Taken, 'sealed'>, told: Told): Promise<void> {
  const owner = { district: work.district, place: work.place, subject: taken.submission }
  const { label, values } = told
  await registryStore(work).keep({
    ...taken,
    sealed: await work.vault.seal(work.tx, owner, { label, values }),
  })
}

/** Takes one entity, or leaves it waiting when there is no such record. */
async function takeOne(work: RegistryWork, entity: Known, tellings: readonly Taken[], outcome: Outcome) {
  const { submission } = outcome
  const before = tellings.find((each) => each.submission === submission)
  const { dataset, id, action, branchId, trunkVersion, baseVersion } = entity
  const record = await recordOf(work, dataset, id)
  const telling: Omit<Taken, 'sealed'> = {
    ...{ submission, entity: id, dataset, action, branchId, trunkVersion, baseVersion },
    properties: Object.keys(entity.values),
    made: before?.made ?? [],
    waiting: record === null && action === 'update',
  }
  if (telling.waiting) {
    outcome.awaited.push(dataset)
    return keepTelling(work, telling, entity)
  }
  const merged = record ? await merge(work, entity, record, telling, tellings) : await register(work, entity)
  const made = merged.made === null ? telling.made : [...telling.made, merged.made]
  await keepTelling(work, { ...telling, made }, entity)
  await keepDifferences(work, outcome, entity, merged)
  for (const path of merged.unknown) outcome.doubts.push({ path, code: 'surveys.no-such-property' })
  const left = merged.differences.map((each) => each.property)
  outcome.done.push({ dataset, entity: id, label: entity.label, applied: merged.applied, left })
}

/** What of a submission is open now; of one told for the first time, what was found just now. */
async function openNow(work: RegistryWork, { submission, fresh, done, awaited }: Outcome): Promise<Doubt[]> {
  const conflicts = done.filter((each) => each.left.length > 0).length
  const open = fresh ? { conflicts, waiting: awaited } : await registryStore(work).standing(submission)
  return [
    ...[...new Set(open.waiting)].map((path) => ({ path, code: 'surveys.entity-awaited' })),
    ...(open.conflicts > 0 ? [{ path: '', code: 'surveys.registry-conflict' }] : []),
  ]
}

/**
 * Notes what was done where the submission's events stand, and its doubts beside it; `whole`: all of the submission was
 * looked at, so that doubts about its form are those found now.
 */
export async function writeDown(work: RegistryWork, outcome: Outcome, whole: boolean): Promise<void> {
  const { submission, done } = outcome
  const store = registryStore(work)
  const owner = { district: work.district, place: work.place, subject: submission }
  const doubts = [...outcome.doubts, ...(await openNow(work, outcome))]
  if (!outcome.fresh || doubts.length > 0)
    await store.doubt(submission, doubts, whole ? [...standing, ...ofForm] : standing)
  work.changes.touch(submissionCollection, submission)
  if (!done.some((each) => each.applied.length + each.left.length > 0)) return
  const sealed = await work.vault.seal(work.tx, owner, { registry: done })
  await store.note({ id: newId(), submission, by: work.actor.account, at: work.now, sealed })
}

/** Updates that came before the entity they update; who sent them may do no more than a volunteer. */
async function releaseWaiting(work: RegistryWork, entity: string): Promise<void> {
  const store = registryStore(work)
  const limited: RegistryWork = { ...work, roles: ['volunteer'] }
  const waiting = (await store.tellings([entity])).filter((each) => each.waiting)
  for (const each of waiting.sort((a, b) => (a.baseVersion ?? 0) - (b.baseVersion ?? 0))) {
    const owner = { district: work.district, place: work.place, subject: each.submission }
    const told = await work.vault.open<Told>(work.tx, owner, each.sealed)
    if (!told) continue
    const { submission, dataset, action, branchId, trunkVersion, baseVersion } = each
    const again: Known = { ...told, id: entity, dataset, action, branchId, trunkVersion, baseVersion }
    const outcome = outcomeFor(submission, false)
    await takeOne(limited, again, await store.tellings([entity]), outcome)
    await writeDown(limited, outcome, false)
  }
}

/** Whether this was told before, word for word, and nothing of it waits. */
async function isToldAgain(work: RegistryWork, entity: Known, before: Taken | undefined): Promise<boolean> {
  if (!before || before.waiting) return false
  const owner = { district: work.district, place: work.place, subject: before.submission }
  return saysTheSame(await work.vault.open<Told>(work.tx, owner, before.sealed), entity)
}

/**
 * Does what a submission tells the registry; called when it and its row are stored, in the same transaction. Refuses
 * nothing, and throws only when the database does. Gives whether the registry changed: who calls it tells people's facts
 * (`tellPeople`), once for many submissions.
 */
export async function takeEntities(
  given: TakingWork,
  submission: { id: string; entities: readonly TakenEntity[] },
): Promise<boolean> {
  if (submission.entities.length === 0) return false
  const work: RegistryWork = { ...given, roles: rolesAt(given.actor.holdings, given.place) }
  const doubts: Doubt[] = []
  const entities = known(submission.entities, doubts)
  const ids = entities.map((entity) => entity.id)
  const tellings = await registryStore(work).tellings(ids, submission.id)
  const own = (each: Taken) => each.submission === submission.id
  const outcome: Outcome = { ...outcomeFor(submission.id, !tellings.some(own)), doubts }
  let news = doubts.length > 0
  for (const entity of entities) {
    const ofEntity = tellings.filter((each) => each.entity === entity.id)
    if (await isToldAgain(work, entity, ofEntity.find(own))) continue
    news = true
    await takeOne(work, entity, ofEntity, outcome)
    const overtaken = ofEntity.some((each) => each.waiting && !own(each))
    if (entity.action === 'create' && overtaken) await releaseWaiting(work, entity.id)
  }
  // An edition that tells the registry nothing new still has the doubts that stand.
  if (!news && (await openNow(work, outcome)).length === 0) return false
  await writeDown(work, outcome, true)
  return outcome.done.some((each) => each.applied.length > 0)
}
