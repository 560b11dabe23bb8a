// Settling a difference between a submission and the registry.
import { Refused, refuse, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import { handle } from '../../../platform/server/capability.ts'
import { type RegistryWork, tellPeople } from '../../people/door.ts'
import { resolveConflict } from '../submission.ts'
import { type ConflictBody, openConflictBody } from './conflict.ts'
import type { Dataset } from './entities.ts'
import { change, create, recordOf } from './record.ts'
import { type OpenConflict, registryStore } from './store-registry.ts'
import { writeDown } from './taking.ts'
import { fieldOfProperty, pairOf, propertyOfField, readValues } from './values.ts'

/** What the submission says of the chosen properties, and of those that stand or fall with them. */
function chosen(body: ConflictBody, take: readonly string[]): Record<string, string> {
  const offered = new Map(body.differences.map(({ property, mine }) => [property, mine]))
  refuseIfAny(
    take
      .filter((each) => !offered.has(each))
      .map((each) => refuseField('take', 'surveys.not-in-conflict', { property: each })),
  )
  const properties = take.flatMap((each) => {
    const field = fieldOfProperty(each)
    return field ? pairOf(field).map(propertyOfField) : [each]
  })
  return Object.fromEntries(
    properties.flatMap((each) => (offered.has(each) ? [[each, offered.get(each) as string]] : [])),
  )
}

/** Writes the chosen values into the registry as the reviewer; refuses what people's rules refuse. */
async function write(
  work: RegistryWork,
  conflict: OpenConflict,
  values: Record<string, string>,
): Promise<void> {
  const dataset: Dataset = conflict.dataset
  const { fields, unreadable } = readValues(dataset, values)
  refuseIfAny(unreadable.map(({ property, code }) => refuseField('take', code, { property })))
  const record = await recordOf(work, dataset, conflict.entity)
  if (!record) {
    await create(work, dataset, conflict.entity, fields)
    return
  }
  if (fields.household !== undefined) throw new Refused([refuseField('take', 'surveys.household-by-move')])
  await change(work, dataset, conflict.entity, record.version, fields)
}

const resolve = handle(resolveConflict, async ({ input, ...work }) => {
  const store = registryStore(work)
  const conflict = await store.openConflict({ id: input.conflict })
  if (!conflict) throw new Refused([refuse('surveys.no-open-conflict', {}, 'conflict')])
  const body = await openConflictBody(work, conflict.submission, conflict.sealed)
  const values = chosen(body, input.take)
  const applied = Object.keys(values)
  if (applied.length > 0) await write(work, conflict, values)
  await store.settle(conflict.id, work.actor.account, work.now)
  const left = body.differences.map((each) => each.property).filter((each) => !applied.includes(each))
  const { submission, dataset, entity } = conflict
  const done = [{ dataset, entity, label: body.label, applied, left }]
  await writeDown(work, { submission, done, fresh: false, awaited: [], doubts: [] }, false)
  if (applied.length > 0) await tellPeople(work)
})

export const conflictCommands = [resolve]
