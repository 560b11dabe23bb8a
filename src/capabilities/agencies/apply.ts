// What a command does to the local copy before the server answers: the same rows as on the server.
import type { Envelope } from '../../kernel/command.ts'
import type { Change, View } from '../../kernel/view.ts'
import {
  type Agency,
  type Appoint,
  agencyCollection,
  type ChangeAgency,
  type ChangePost,
  type CloseAgency,
  type FoundAgency,
  type Post,
  postCollection,
} from './agency.ts'

export const founded = (place: string, input: FoundAgency): Agency => ({
  ...input,
  place,
  until: null,
  version: 1,
})
export const changed = (row: Agency, { name, parent, from }: ChangeAgency): Agency => ({
  ...{ ...row, name, parent, from },
  version: row.version + 1,
})
export const closed = (row: Agency, { until }: CloseAgency): Agency => ({
  ...{ ...row, until },
  version: row.version + 1,
})
export const appointed = (place: string, input: Appoint): Post => ({ ...input, place, version: 1 })
export const postChanged = (row: Post, { basedOn: _, ...input }: ChangePost): Post => ({
  ...{ ...row, ...input },
  version: row.version + 1,
})

type Of<Input> = Envelope<never> & { input: Input }
const agencyRow = (value: Agency): Change[] => [{ collection: agencyCollection, id: value.id, value }]
const postRow = (value: Post): Change[] => [{ collection: postCollection, id: value.id, value }]

export const agenciesApplies = {
  'agencies.found': (_: View, { place, input }: Of<never>) => agencyRow(founded(place, input)),
  'agencies.change': (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as ChangeAgency
    const row = view.get<Agency>(agencyCollection, input.id)
    return row ? agencyRow(changed(row, input)) : []
  },
  'agencies.close': (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as CloseAgency
    const row = view.get<Agency>(agencyCollection, input.id)
    return row ? agencyRow(closed(row, input)) : []
  },
  'agencies.appoint': (_: View, { place, input }: Of<never>) => postRow(appointed(place, input)),
  'agencies.change-post': (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as ChangePost
    const row = view.get<Post>(postCollection, input.id)
    return row ? postRow(postChanged(row, input)) : []
  },
}
