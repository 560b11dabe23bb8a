// The commands of people.
import { today } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { logViews as writeViews } from '../../platform/server/view-log.ts'
import { findNumber, logViews } from './asking.ts'
import { clashes, fieldsOfMove, movedRow, whyNotMerge, whyNotMove } from './change-rules.ts'
import {
  changeHouseholdOnRecord,
  changePersonOnRecord,
  marked,
  personOf,
  seal,
  secretOf,
  touchHomes,
} from './changing.ts'
import { changeHousehold, registerHousehold, registerMany } from './household.ts'
import {
  changePerson,
  mergeDuplicates,
  movePerson,
  type PersonRow,
  personCollection,
  registerPerson,
} from './person.ts'
import { joined, rowOfPerson, secretOfPerson, signpost, toldOf } from './rows.ts'
import { moveStore, personStore } from './store.ts'
import { householdStore } from './store-household.ts'
import { groundFor, nikDigest, takeIn, tellPeople } from './take-in.ts'

const onePerson = handle(registerPerson, async ({ input, ...work }) => {
  await takeIn(work, { households: [], persons: [input] }, true)
})

const oneHousehold = handle(registerHousehold, async ({ input, ...work }) => {
  await takeIn(work, { households: [input], persons: [] }, true)
})

const many = handle(registerMany, async ({ input, ...work }) => await takeIn(work, input))

const change = handle(changePerson, async ({ input, ...work }) => {
  await changePersonOnRecord(work, input)
  await tellPeople(work)
})

const changeHome = handle(changeHousehold, async ({ input, ...work }) => {
  await changeHouseholdOnRecord(work, input)
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
