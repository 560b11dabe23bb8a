// Telling the registry what a form says, as the door for submissions does.
import type { House, Person } from '../../../apps/server/village.testing.ts'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf, rolesAt } from '../../../kernel/place-code.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { openConflictBody } from './conflict.ts'
import type { Dataset, TakenEntity } from './entities.ts'
import { recordOf } from './record.ts'
import { registryStore } from './store-registry.ts'
import { takeEntities } from './taking.ts'

export const telling = (given: Partial<TakenEntity> & Pick<TakenEntity, 'dataset' | 'id'>): TakenEntity => ({
  ...{ action: 'update', label: '', baseVersion: 1, trunkVersion: null, branchId: null, values: {} },
  ...given,
})

/** What one submission of this person tells the registry. Gives the ids that were touched for the feed. */
export async function tells(
  house: House,
  who: Person,
  entities: readonly TakenEntity[],
  id = newId(),
): Promise<string[]> {
  house.changedBehindLog = true
  const { place } = who
  const touched: string[] = []
  const touch = (_: string, record: string) => void touched.push(record)
  await inPlace(house.db, place, who.actor.account, (tx) =>
    takeEntities(
      {
        ...{ tx, place, district: districtOf(place), vault: house.services.vault, actor: who.actor },
        ...{ now: new Date(), today: today(), changes: { touch, gone: touch, keep: touch } },
      },
      { id, entities },
    ),
  )
  return touched
}

/** The open difference of a submission about a record: its id, and what differs. */
export async function differs(house: House, who: Person, submission: string, entity: string) {
  const { place } = who
  return inPlace(house.db, place, who.actor.account, async (tx) => {
    const at = { tx, place, district: districtOf(place), vault: house.services.vault }
    const open = await registryStore(at).openConflict({ submission, entity })
    return open && { id: open.id, ...(await openConflictBody(at, submission, open.sealed)) }
  })
}

/** What the registry holds of a record, sealed values too. */
export async function onRecord(house: House, who: Person, dataset: Dataset, id: string) {
  const { place } = who
  return inPlace(house.db, place, who.actor.account, (tx) => {
    const { vault } = house.services
    const roles = rolesAt(who.actor.holdings, place)
    const changes = { touch: () => undefined, gone: () => undefined, keep: () => undefined }
    const at = { tx, place, district: districtOf(place), vault, actor: who.actor, roles, changes }
    return recordOf({ ...at, now: new Date(), today: today() }, dataset, id)
  })
}
