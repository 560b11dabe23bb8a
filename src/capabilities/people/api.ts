// The commands of people.
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { logViews as writeViews } from '../../platform/server/view-log.ts'
import { findNumber, logViews } from './asking.ts'
import {
  type Changed,
  clashes,
  fieldsOfMove,
  movedRow,
  whyMayNotChange,
  whyNotMerge,
  whyNotMove,
} from './change-rules.ts'
import { changeHousehold, householdCollection, registerHousehold, registerMany } from './household.ts'
import {
  changePerson,
  mergeDuplicates,
  movePerson,
  type PersonRow,
  type PersonSecret,
  personCollection,
  registerPerson,
} from './person.ts'
import {
  changedHousehold,
  joined,
  rowOfPerson,
  secretOfPerson,
  signpost,
  toldOf,
  withChanges,
} from './rows.ts'
import { mergedAway, whyNotHousehold, whyNotPerson } from './rules.ts'
import { moveStore, personStore, type StoredPerson } from './store.ts'
import { householdStore } from './store-household.ts'
import { groundFor, kkDigest, nikDigest, takeIn, tellPeople, type Work } from './take-in.ts'

const notFound = (field: string) => new Refused([refuseField(field, 'people.not-on-record')])

async function personOf(work: Work, id: string, field = 'id'): Promise<StoredPerson> {
  const found = (await personStore(work).stored([id])).get(id)
  if (!found) throw notFound(field)
  return found
}

async function secretOf(work: Work, person: StoredPerson): Promise<PersonSecret> {
  const owner = { district: work.district, place: work.place, subject: person.row.id }
  const secret = person.sealed ? await work.vault.open<PersonSecret>(work.tx, owner, person.sealed) : null
  if (!secret) throw new Refused([refuseField('id', 'people.erased')])
  return secret
}

const seal = (work: Work, subject: string, value: unknown) =>
  work.vault.seal(work.tx, { district: work.district, place: work.place, subject }, value)

/** The fields that differ, marked with the version that changed them. */
function marked(changed: Changed, fields: readonly string[], version: number): Changed {
  return { ...changed, ...Object.fromEntries(fields.map((field) => [field, version])) }
}

const given = (changes: object) =>
  Object.entries(changes).flatMap(([field, value]) => (value === undefined ? [] : [field]))

/** The local place already on record stays good, though it was closed or forgotten since. */
const knownOr = (place: string | null, known: ReadonlySet<string>) =>
  place === null ? known : new Set([...known, place])

/** Households whose head this change of a person may have changed. */
function touchHomes(work: Work, ...rows: readonly PersonRow[]): void {
  for (const row of rows)
    if (row.relation === 'head' && row.household !== null)
      work.changes.touch(householdCollection, row.household)
}

const onePerson = handle(registerPerson, async ({ input, ...work }) => {
  await takeIn(work, { households: [], persons: [input] }, true)
})

const oneHousehold = handle(registerHousehold, async ({ input, ...work }) => {
  await takeIn(work, { households: [input], persons: [] }, true)
})

const many = handle(registerMany, async ({ input, ...work }) => await takeIn(work, input))

const change = handle(changePerson, async ({ input, ...work }) => {
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
  await tellPeople(work)
})

const changeHome = handle(changeHousehold, async ({ input, ...work }) => {
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
  await tellPeople(work)
})

const move = handle(movePerson, async ({ input, ...work }) => {
  const person = await personOf(work, input.id)
  const { row } = person
  const homes = input.household === null ? [] : [input.household]
  const homePlaces = input.localPlace === null ? [] : [input.localPlace]
  const ground = await groundFor(work, { niks: [], kks: [], households: homes, localPlaces: homePlaces })
  const next = movedRow(row, input)
  const touched = fieldsOfMove.filter((field) => row[field] !== next[field])
  const moved = Object.fromEntries(touched.map((field) => [field, next[field]]))
  refuseIfAny([
    ...whyNotMove(row, input, work.today, ground),
    ...clashes(moved, input.basedOn, { version: row.version, changed: person.changed, row }),
  ])
  await personStore(work).save({ row: next, changed: marked(person.changed, touched, next.version) })
  const sealed = await seal(work, row.id, { reason: input.reason })
  const noted = { id: input.move, person: row.id, kind: input.kind, day: input.day, sealed }
  await moveStore(work).add(noted, work.actor.account, work.now)
  work.changes.touch(personCollection, row.id)
  touchHomes(work, row, next)
  await tellPeople(work)
})

const merge = handle(mergeDuplicates, async ({ input, ...work }) => {
  const keep = await personOf(work, input.keep, 'keep')
  const drop = await personOf(work, input.drop, 'drop')
  refuseIfAny(whyNotMerge(keep.row, drop.row, input))
  const [keepSecret, dropSecret] = [await secretOf(work, keep), await secretOf(work, drop)]
  refuseIfAny(whyNotMerge(keep.row, drop.row, input, { keep: keepSecret.nik, drop: dropSecret.nik }))
  const told = joined(toldOf(keep.row, keepSecret), toldOf(drop.row, dropSecret))
  const { state, stateOn, mergedInto } = keep.row
  const version = keep.row.version + 1
  const kept: PersonRow = { ...rowOfPerson(told, work.place), state, stateOn, mergedInto, version }
  // The day by the device, as the phone shows it before the server has answered.
  const gone = signpost(drop.row, keep.row.id, today(zoneOf(work.place), work.doneAt))
  const persons = personStore(work)
  await persons.save({ row: gone, changed: drop.changed, nikDigest: null, sealed: null })
  await persons.save({
    row: kept,
    changed: keep.changed,
    nikDigest: nikDigest(work.vault, told.nik),
    sealed: await seal(work, kept.id, secretOfPerson(told)),
  })
  const sealed = await seal(work, kept.id, { reason: input.reason })
  const noted = { id: newId(), person: kept.id, kind: 'merged', day: work.today, sealed }
  await moveStore(work).add(noted, work.actor.account, work.now)
  for (const id of [kept.id, gone.id, ...(await persons.repoint(gone.id, kept.id))])
    work.changes.touch(personCollection, id)
  touchHomes(work, keep.row, drop.row, kept)
  await tellPeople(work)
})

const find = handle(findNumber, async ({ input, ...work }) => {
  const digests = input.numbers.map((number) => work.vault.digest(input.kind, number))
  const found =
    input.kind === 'nik' ? await personStore(work).byNik(digests) : await householdStore(work).byKk(digests)
  const views = [{ what: `search:${input.kind}`, subjects: found.map((each) => each.id) }]
  await writeViews(work.tx, work.place, work.actor.account, views, work.now)
  return { found }
})

const views = handle(logViews, async ({ input, place, tx, actor, now }) => {
  for (const { what, subjects, at } of input.views) {
    // A clock that runs ahead does not make a look lie in the future.
    const seenAt = new Date(Math.min(Date.parse(at) || now.getTime(), now.getTime()))
    await writeViews(tx, place, actor.account, [{ what: `offline:${what}`, subjects }], seenAt)
  }
})

export const peopleCommands = [onePerson, oneHousehold, many, change, changeHome, move, merge, find, views]
