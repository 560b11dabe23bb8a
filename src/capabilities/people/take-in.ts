// Taking persons and households in, one or two hundred at a time, with a handful of questions to the database.
import type { Day } from '../../kernel/day.ts'
import { refuseIfAny } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/role.ts'
import type { Actor, Changes } from '../../platform/server/capability.ts'
import { isDemo } from '../../platform/server/installation.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { localPlacesOf } from '../places/door.ts'
import { tellFacts } from '../programmes/door.ts'
import { factsOf } from './evidence.ts'
import { type HouseholdInput, householdCollection } from './household.ts'
import { type PersonInput, personCollection } from './person.ts'
import { rowOfHousehold, rowOfPerson, secretOfPerson } from './rows.ts'
import { type Batch, type Ground, whyNotTakeIn } from './rules.ts'
import { type At, personStore } from './store.ts'
import { householdStore } from './store-household.ts'

/** The part of a command's work that every handler here needs. */
export type Work = At & {
  roles: readonly Role[]
  actor: Actor
  now: Date
  today: Day
  changes: Changes
  vault: Vault
}

export const nikDigest = (vault: Vault, nik: string | null) =>
  nik === null ? null : vault.digest('nik', nik)
export const kkDigest = (vault: Vault, kk: string | null) => (kk === null ? null : vault.digest('kk', kk))

type Asked = {
  niks: readonly string[]
  kks: readonly string[]
  households: readonly string[]
  localPlaces: readonly string[]
}

/** What the rules must know, looked up for the numbers and households that are named. */
export async function groundFor(work: Work, asked: Asked): Promise<Ground> {
  const { vault, today, roles } = work
  const niks = [...new Set(asked.niks)]
  const kks = [...new Set(asked.kks)]
  const nikFound = await personStore(work).byNik(niks.map((nik) => vault.digest('nik', nik)))
  const kkFound = await householdStore(work).byKk(kks.map((kk) => vault.digest('kk', kk)))
  const households = await householdStore(work).stored([...new Set(asked.households)])
  const named = [...new Set(asked.localPlaces)]
  const localPlaces = named.length === 0 ? [] : (await localPlacesOf(work, named)).keys()
  return {
    today,
    roles,
    synthetic: isDemo(),
    nikOwner: new Map(nikFound.map(({ index, id }) => [niks[index] as string, id])),
    kkOwner: new Map(kkFound.map(({ index, id }) => [kks[index] as string, id])),
    heads: new Map([...households].map(([id, { row }]) => [id, row.head])),
    localPlaces: new Set(localPlaces),
  }
}

const known = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null)

/** Takes a batch in, all or none. Rows on record already (an import sent again) are passed over. */
export async function takeIn(
  work: Work,
  batch: Batch,
  alone = false,
): Promise<{ taken: number; before: number }> {
  const counted = await takeInUntold(work, batch, alone)
  await tellPeople(work)
  return counted
}

/** As `takeIn`; who calls it tells the facts, once for many. */
export async function takeInUntold(
  work: Work,
  batch: Batch,
  alone: boolean,
): Promise<{ taken: number; before: number }> {
  const olderPersons = await existing(batch.persons, (ids) => personStore(work).stored(ids))
  const olderHouseholds = await existing(batch.households, (ids) => householdStore(work).stored(ids))
  const persons = batch.persons.filter((person) => !olderPersons.has(person.id))
  const households = batch.households.filter((household) => !olderHouseholds.has(household.id))
  const homes = known(batch.persons.map((person) => person.household))
  const ground = await groundFor(work, {
    niks: known(batch.persons.map((person) => person.nik)),
    kks: known(batch.households.map((household) => household.kk)),
    households: homes,
    localPlaces: known([...batch.households, ...batch.persons].map((each) => each.localPlace)),
  })
  refuseIfAny(whyNotTakeIn(batch, ground, alone))
  await addHouseholds(work, households)
  await addPersons(work, persons)
  const withNewHead = known(persons.map((person) => (person.relation === 'head' ? person.household : null)))
  for (const household of withNewHead) work.changes.touch(householdCollection, household)
  return { taken: persons.length + households.length, before: olderPersons.size + olderHouseholds.size }
}

async function existing<T>(
  rows: readonly { id: string }[],
  find: (ids: readonly string[]) => Promise<Map<string, T>>,
): Promise<Map<string, T>> {
  return rows.length === 0 ? new Map() : find(rows.map((row) => row.id))
}

async function addHouseholds(work: Work, households: readonly HouseholdInput[]): Promise<void> {
  const { vault, tx, district, place, changes } = work
  if (households.length === 0) return
  const sealed = await vault.sealMany(
    tx,
    district,
    place,
    new Map(households.map(({ id, kk }) => [id, { kk }])),
  )
  const rows = households.map((household) => ({
    row: rowOfHousehold(household),
    kkDigest: kkDigest(vault, household.kk),
    sealed: sealed.get(household.id) as Buffer,
  }))
  await householdStore(work).add(rows, work.actor.account, work.now)
  for (const { id } of households) changes.touch(householdCollection, id)
}

async function addPersons(work: Work, persons: readonly PersonInput[]): Promise<void> {
  const { vault, tx, district, place, changes } = work
  if (persons.length === 0) return
  const secrets = new Map(persons.map((person) => [person.id, secretOfPerson(person)]))
  const sealed = await vault.sealMany(tx, district, place, secrets)
  const rows = persons.map((person) => ({
    row: rowOfPerson(person, place),
    nikDigest: nikDigest(vault, person.nik),
    sealed: sealed.get(person.id) as Buffer,
  }))
  await personStore(work).add(rows, work.actor.account, work.now)
  for (const { id } of persons) changes.touch(personCollection, id)
}

/** Tells gates how many people and households the village has now. */
export async function tellPeople(work: At & { today: Day; changes: Changes }): Promise<void> {
  await tellFacts(work, 'people', null, factsOf(await personStore(work).tally(work.today)))
}
