// The commands and queries of who is who, on the server: rules, store, feed.
import { refuseIfAny } from '../../kernel/refusal.ts'
import { answer, type CommandWork, handle } from '../../platform/server/capability.ts'
import { nobody } from '../../platform/server/transaction.ts'
import {
  agencyChoices,
  agencyCollection,
  appoint,
  changeAgency,
  changePost,
  closeAgency,
  foundAgency,
  postCollection,
  whoAt,
} from './agency.ts'
import { appointed, changed, closed, founded, postChanged } from './apply.ts'
import {
  type Known,
  keptBy,
  whyNotAppoint,
  whyNotChange,
  whyNotChangePost,
  whyNotClose,
  whyNotFound,
} from './rules.ts'
import { agencyStore, postStore } from './store.ts'

type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

const knownAt = async ({ tx, place, today, actor }: Work): Promise<Known> => ({
  ...{ place, today, keeps: keptBy(actor.holdings, place) },
  agencies: await agencyStore(tx).around(place),
  posts: await postStore(tx, place).all(),
})
const theOne = <Row extends { id: string }>(rows: readonly Row[], id: string): Row => {
  const row = rows.find((each) => each.id === id)
  if (!row) throw new Error(`the rules let ${id} pass, and it is not there`)
  return row
}

export const agenciesCommands = [
  handle(foundAgency, async (work) => {
    refuseIfAny(whyNotFound(await knownAt(work), work.input))
    await agencyStore(work.tx).add(founded(work.place, work.input))
    work.changes.touch(agencyCollection, work.input.id)
  }),
  handle(changeAgency, async (work) => {
    const known = await knownAt(work)
    refuseIfAny(whyNotChange(known, work.input))
    await agencyStore(work.tx).save(changed(theOne(known.agencies, work.input.id), work.input))
    work.changes.touch(agencyCollection, work.input.id)
  }),
  handle(closeAgency, async (work) => {
    const known = await knownAt(work)
    // What is under it may be at places below, which are not in the list of those above.
    const under = await agencyStore(work.tx).under(work.input.id)
    const agencies = [...new Map([...known.agencies, ...under].map((row) => [row.id, row])).values()]
    refuseIfAny(whyNotClose({ ...known, agencies }, work.input))
    await agencyStore(work.tx).save(closed(theOne(agencies, work.input.id), work.input))
    work.changes.touch(agencyCollection, work.input.id)
  }),
  handle(appoint, async (work) => {
    refuseIfAny(whyNotAppoint(await knownAt(work), work.input))
    await postStore(work.tx, work.place).add(appointed(work.place, work.input))
    work.changes.touch(postCollection, work.input.id)
  }),
  handle(changePost, async (work) => {
    const known = await knownAt(work)
    refuseIfAny(whyNotChangePost(known, work.input))
    await postStore(work.tx, work.place).save(postChanged(theOne(known.posts, work.input.id), work.input))
    work.changes.touch(postCollection, work.input.id)
  }),
]

export const agenciesQueries = [
  answer(whoAt, async ({ tx, place, actor, viewed }) => {
    const agencies = await agencyStore(tx).around(place)
    const posts = await postStore(tx, place).around(actor?.account ?? nobody)
    viewed(
      postCollection,
      posts.map(({ id }) => id),
    )
    return { agencies, posts }
  }),
  answer(agencyChoices, async ({ tx, place }) => ({
    agencies: (await agencyStore(tx).around(place)).filter(({ until }) => until === null),
  })),
]
