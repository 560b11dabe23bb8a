// The commands of maps, on the server: rules, then store, then feed and facts.
import { refuseIfAny } from '../../kernel/refusal.ts'
import type { Change, View } from '../../kernel/view.ts'
import { handle } from '../../platform/server/capability.ts'
import { expectFiles } from '../../platform/server/files.ts'
import { meetingById } from '../meetings/door.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { localPlacesOf } from '../places/door.ts'
import { localCollection } from '../places/local-place.ts'
import { whyNotAgree } from './agree-rules.ts'
import { type Doer, works } from './apply.ts'
import * as feature from './feature.ts'
import { featureIn, mapNow } from './looking.ts'
import * as map from './map.ts'
import * as rules from './rules.ts'
import { baseStore, featureStore } from './store.ts'
import {
  doerOf,
  enrolmentRows,
  featureRows,
  keepFeatures,
  keepMaps,
  mapRows,
  rowsOf,
  touchAll,
  viewAt,
  type Work,
} from './work.ts'

const baseRows = async (work: Work, id: string | null | undefined) =>
  rowsOf(map.baseCollection, id ? await baseStore(work).many([id]) : [])
const mapIn = (view: View, id: string) => view.get<map.MapRow>(map.mapCollection, id)

/** What a command does to features that are on record already. */
async function atFeatures<I>(
  work: Work & { input: I },
  ids: readonly string[],
  whyNot: (view: View, input: I) => ReturnType<typeof rules.whyNotOnIt>,
  step: (view: View, input: I, doer: Doer) => Change[],
): Promise<undefined> {
  const view = viewAt(work, await featureRows(work, ids))
  refuseIfAny(whyNot(view, work.input))
  await keepFeatures(work, step(view, work.input, doerOf(work)))
}

export const mapsCommands = [
  handle(map.openMap, async (work) => {
    const { input } = work
    const rows = [...(await enrolmentRows(work, input.enrolment)), ...(await baseRows(work, input.base))]
    const view = viewAt(work, rows)
    refuseIfAny(rules.whyNotOpen(view, input, work.today))
    await keepMaps(work, rows, works.open(view, input, doerOf(work)))
  }),
  handle(map.changeMap, async (work) => {
    const { input } = work
    const rows = [...(await mapRows(work, input.id)), ...(await baseRows(work, input.changes.base))]
    const view = viewAt(work, rows)
    refuseIfAny(rules.whyNotChange(view, input))
    await keepMaps(work, rows, works.change(view, input))
  }),
  handle(map.addBase, async (work) => {
    const { input } = work
    const view = viewAt(work, rowsOf(map.baseCollection, await baseStore(work).all()))
    refuseIfAny(rules.whyNotAddBase(view, input, work.today))
    const [change] = works.addBase(view, input, doerOf(work))
    await baseStore(work).add(change?.value as map.Base)
    const owner = { collection: map.baseCollection, id: input.id }
    const kind = input.kind === 'photo' ? map.photoKind : map.tilesKind
    await expectFiles(work, owner, input.file ? [{ ...input.file, kind }] : [])
    work.changes.touch(map.baseCollection, input.id)
  }),
  handle(feature.addFeatures, async (work) => {
    const { input } = work
    const store = featureStore(work)
    const maps = await mapRows(work, input.map)
    const known = await store.many(input.features.map((each) => each.id))
    const view = viewAt(work, [
      ...maps,
      ...known.map((value) => ({ collection: feature.collectionOf(value), id: value.id, value })),
      ...rowsOf(localCollection, (await localPlacesOf(work)).values()),
    ])
    const { all } = await store.count(mapNow(view, input.map)?.id ?? input.map)
    refuseIfAny(rules.whyNotAdd(view, input, all, work.today))
    const changes = works.add(view, input, doerOf(work))
    await store.add(changes.map(({ value }) => value as feature.Feature))
    for (const { id, layer, photo } of input.features) {
      const owner = { collection: feature.collectionOf({ layer }), id }
      await expectFiles(work, owner, photo ? [{ ...photo, kind: map.photoKind }] : [])
    }
    touchAll(work, changes)
  }),
  handle(feature.changeFeature, (work) =>
    atFeatures(work, [work.input.feature], rules.whyNotChangeFeature, works.changeFeature),
  ),
  handle(feature.removeFeature, (work) =>
    atFeatures(
      work,
      [work.input.feature],
      (view, { feature: id }) => rules.whyNotOnIt(view, featureIn(view, id), 'feature'),
      works.remove,
    ),
  ),
  handle(feature.mergeFeatures, (work) =>
    atFeatures(work, [work.input.keep, work.input.drop], rules.whyNotMerge, works.merge),
  ),
  handle(feature.keepApart, (work) =>
    atFeatures(work, [work.input.one, work.input.other], rules.whyNotKeepApart, works.keepApart),
  ),
  handle(map.closeMap, async (work) => {
    const { input } = work
    const rows = await mapRows(work, input.id)
    const view = viewAt(work, rows)
    const { there, layers } = await featureStore(work).count(input.id)
    refuseIfAny(rules.whyNotClose(mapIn(view, input.id), input, layers, work.today))
    await keepMaps(work, rows, works.close(view, input, doerOf(work), there))
  }),
  handle(map.joinMaps, async (work) => {
    const { input } = work
    const store = featureStore(work)
    const rows = await mapRows(work, input.id)
    const view = viewAt(work, rows)
    const [from, to] = [await store.count(input.id), await store.count(input.into)]
    refuseIfAny(rules.whyNotJoin(view, input, from.all + to.all))
    await keepMaps(work, rows, works.join(view, input))
    for (const { collection, id } of await store.moveTo(input.id, input.into))
      work.changes.touch(collection, id)
    work.changes.touch(map.mapCollection, input.into)
  }),
  handle(map.reopenMap, async (work) => {
    const rows = await mapRows(work, work.input.id)
    const view = viewAt(work, rows)
    refuseIfAny(rules.whyNotReopen(mapIn(view, work.input.id), work.input))
    await keepMaps(work, rows, works.reopen(view, work.input, doerOf(work)))
  }),
  handle(map.agreeMap, async (work) => {
    const { input } = work
    const meeting = await meetingById(work, input.meeting)
    const rows = [...(await mapRows(work, input.id)), ...rowsOf(meetingCollection, meeting ? [meeting] : [])]
    const view = viewAt(work, rows)
    refuseIfAny(whyNotAgree(view, input, work.today))
    await keepMaps(work, rows, works.agree(view, input, doerOf(work)))
  }),
]
