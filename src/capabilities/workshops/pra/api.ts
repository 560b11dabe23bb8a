// The commands of charts, on the server: rules, store, feed, and the facts that follow.
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import { handle } from '../../../platform/server/capability.ts'
import { dropFile, expectFiles } from '../../../platform/server/files.ts'
import { whyNotWorkshop } from '../rules.ts'
import { rowStore } from '../store-rows.ts'
import { keep, tellOf, viewAt, type Work, workshopRows } from '../work.ts'
import * as steps from './apply.ts'
import * as nouns from './chart.ts'
import * as rules from './rules.ts'

/** The day it was done, by the device's clock, at the village. */
const doerOf = ({ actor, place, doneAt }: Work): steps.Doer => ({
  by: actor.account,
  byName: actor.name,
  on: today(zoneOf(place), doneAt),
})

async function chartAt(work: Work, id: string): Promise<nouns.Chart> {
  const [found] = await rowStore<nouns.Chart>(work, nouns.chartCollection).many([id])
  if (!found) throw new Refused([refuseField('chart', 'workshops.no-such-chart')])
  return found
}

/** Stores what a step made of it, with the photo that came and without the one that went. */
async function kept(
  work: Work,
  before: nouns.Chart | null,
  after: nouns.Chart,
  photo: nouns.StartChart['photo'],
) {
  const rows = before ? [{ collection: nouns.chartCollection, id: before.id, value: before }] : []
  const view = viewAt(work, [...rows, ...(await workshopRows(work, after.meeting))])
  const owner = { collection: nouns.chartCollection, id: after.id }
  if (before?.photo && before.photo.file !== after.photo?.file) await dropFile(work, owner, before.photo.file)
  if (photo) await expectFiles(work, owner, [{ ...photo, kind: nouns.chartFile }])
  await keep(work, view, [{ collection: nouns.chartCollection, id: after.id, value: after }])
  await tellOf(work, view, after.meeting)
}

export const chartCommands = [
  handle(nouns.startChart, async (work) => {
    const { input } = work
    const view = viewAt(work, await workshopRows(work, input.meeting))
    refuseIfAny([...whyNotWorkshop(view, input.meeting), ...rules.whyNotStartChart(input, work.today)])
    await kept(work, null, steps.chartStarted(input, doerOf(work)), input.photo)
  }),
  handle(nouns.changeChart, async (work) => {
    const { input } = work
    const row = await chartAt(work, input.chart)
    refuseIfAny(rules.whyNotChangeChart(row, input, work.today))
    await kept(work, row, steps.chartChanged(row, input), input.photo)
  }),
  handle(nouns.withdrawChart, async (work) => {
    const row = await chartAt(work, work.input.chart)
    refuseIfAny(rules.whyNotWithdrawChart(row))
    await kept(work, row, steps.chartWithdrawn(row, work.input, doerOf(work)), null)
  }),
]
