// Changing what is on record about a person or a household, field by field; who gives the command tells the facts after it.
import { Refused, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { type Changed, clashes, whyMayNotChange } from './change-rules.ts'
import { type ChangeHousehold, householdCollection } from './household.ts'
import { type ChangePerson, type PersonRow, type PersonSecret, personCollection } from './person.ts'
import { changedHousehold, rowOfPerson, secretOfPerson, toldOf, withChanges } from './rows.ts'
import { mergedAway, whyNotHousehold, whyNotPerson } from './rules.ts'
import { personStore, type StoredPerson } from './store.ts'
import { householdStore } from './store-household.ts'
import { groundFor, kkDigest, nikDigest, type Work } from './take-in.ts'

const notFound = (field: string) => new Refused([refuseField(field, 'people.not-on-record')])

export async function personOf(work: Work, id: string, field = 'id'): Promise<StoredPerson> {
  const found = (await personStore(work).stored([id])).get(id)
  if (!found) throw notFound(field)
  return found
}

export async function secretOf(work: Work, person: StoredPerson): Promise<PersonSecret> {
  const owner = { district: work.district, place: work.place, subject: person.row.id }
  const secret = person.sealed ? await work.vault.open<PersonSecret>(work.tx, owner, person.sealed) : null
  if (!secret) throw new Refused([refuseField('id', 'people.erased')])
  return secret
}

export const seal = (work: Work, subject: string, value: unknown) =>
  work.vault.seal(work.tx, { district: work.district, place: work.place, subject }, value)

/** The fields that differ, marked with the version that changed them. */
export function marked(changed: Changed, fields: readonly string[], version: number): Changed {
  return { ...changed, ...Object.fromEntries(fields.map((field) => [field, version])) }
}

const given = (changes: object) =>
  Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]))

/** The local place already on record stays good, though it was closed or forgotten since. */
const knownOr = (place: string | null, known: ReadonlySet<string>) =>
  place === null ? known : new Set([...known, place])

/** Households whose head this change of a person may have changed. */
export function touchHomes(work: Work, ...rows: readonly PersonRow[]): void {
  for (const row of rows)
    if (row.relation === 'head' && row.household !== null)
      work.changes.touch(householdCollection, row.household)
}

/** Changes a person; refuses as people.change-person does. Gives the version it made. */
export async function changePersonOnRecord(work: Work, input: ChangePerson): Promise<number> {
  const person = await personOf(work, input.id)
  const { row } = person
  if (row.state === 'merged') throw new Refused([mergedAway(row.mergedInto)])
  const secret = await secretOf(work, person)
  const told = withChanges(toldOf(row, secret), input.changes)
  const ground = await groundFor(work, {
    niks: told.nik === null ? [] : [told.nik],
    kks: [],
    households: told.household === null ? [] : [told.household],
    localPlaces: input.changes.localPlace ? [input.changes.localPlace] : [],
  })
  // Who died or moved out is head of nothing, whatever the record says.
  const heads = row.state === 'here' ? ground.heads : new Map([[told.household ?? '', null]])
  refuseIfAny([
    ...whyMayNotChange(input.changes, work.roles),
    ...clashes(input.changes, input.basedOn, { ...person, version: row.version, row }),
    ...whyNotPerson(told, { ...ground, heads, localPlaces: knownOr(row.localPlace, ground.localPlaces) }),
  ])
  const version = row.version + 1
  const { state, stateOn, mergedInto } = row
  const next: PersonRow = { ...rowOfPerson(told, work.place), state, stateOn, mergedInto, version }
  await personStore(work).save({
    row: next,
    changed: marked(person.changed, given(input.changes), version),
    nikDigest: nikDigest(work.vault, told.nik),
    sealed: await seal(work, row.id, secretOfPerson(told)),
  })
  work.changes.touch(personCollection, row.id)
  touchHomes(work, row, next)
  return version
}

/** Changes a household; refuses as people.change-household does. Gives the version it made. */
export async function changeHouseholdOnRecord(work: Work, input: ChangeHousehold): Promise<number> {
  const household = (await householdStore(work).stored([input.id])).get(input.id)
  if (!household) throw notFound('id')
  const { kk } = input.changes
  const next = changedHousehold(household.row, input.changes)
  const { localPlace } = input.changes
  const asked = { niks: [], kks: kk ? [kk] : [], households: [], localPlaces: localPlace ? [localPlace] : [] }
  const ground = await groundFor(work, asked)
  refuseIfAny([
    ...whyMayNotChange(input.changes, work.roles),
    ...clashes(input.changes, input.basedOn, {
      version: household.row.version,
      changed: household.changed,
      row: household.row,
    }),
    ...whyNotHousehold(
      { ...next, kk: kk ?? null },
      { ...ground, localPlaces: knownOr(household.row.localPlace, ground.localPlaces) },
    ),
  ])
  await householdStore(work).save({
    row: next,
    changed: marked(household.changed, given(input.changes), next.version),
    ...(kk === undefined
      ? {}
      : { kkDigest: kkDigest(work.vault, kk), sealed: await seal(work, input.id, { kk }) }),
  })
  work.changes.touch(householdCollection, input.id)
  return next.version
}
