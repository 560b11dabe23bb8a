// What a command makes of a chart, the same on the server and on a phone before it has answered. The rules were asked before.
import type { Envelope } from '../../../kernel/command.ts'
import { type Day, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Change, View } from '../../../kernel/view.ts'
import {
  type ChangeChart,
  type Chart,
  chartCollection,
  type StartChart,
  type WithdrawChart,
} from './chart.ts'
import { toldOf, withChanges } from './rules.ts'

export type Doer = { by: string; byName: string; on: Day }

const fileOf = (photo: StartChart['photo']): Chart['photo'] =>
  photo && { file: photo.id, mediaType: photo.mediaType, bytes: photo.bytes }

export const chartStarted = ({ told, photo, ...input }: StartChart, { by, byName }: Doer): Chart => ({
  ...input,
  ...{ told: toldOf(told), photo: fileOf(photo), by, byName, withdrawn: null, version: 1 },
})

export const chartChanged = (row: Chart, { changes, photo }: ChangeChart): Chart => ({
  ...row,
  told: withChanges(row.told, changes),
  photo: photo ? fileOf(photo) : row.photo,
  version: row.version + 1,
})

/** What it said is gone, because a name in it may be why; that there was one stays. */
export const chartWithdrawn = (row: Chart, { reason }: WithdrawChart, doer: Doer): Chart => ({
  ...row,
  ...{ told: { title: row.told.title ?? '', on: row.told.on ?? '' }, photo: null },
  withdrawn: { ...doer, reason },
  version: row.version + 1,
})

const here = (envelope: Envelope<unknown>): Doer => ({
  ...{ by: '', byName: '' },
  on: today(zoneOf(envelope.place), new Date(envelope.at)),
})
const rowOf = (value: Chart): Change[] => [{ collection: chartCollection, id: value.id, value }]

const onChart =
  <Input extends { chart: string }>(step: (row: Chart, input: Input, doer: Doer) => Chart) =>
  (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as Input
    const row = view.get<Chart>(chartCollection, input.chart)
    return row ? rowOf(step(row, input, here(envelope))) : []
  }

export const chartApplies = {
  'workshops.start-chart': (_: View, envelope: Envelope<never>) =>
    rowOf(chartStarted(envelope.input, here(envelope))),
  'workshops.change-chart': onChart(chartChanged),
  'workshops.withdraw-chart': onChart(chartWithdrawn),
}
