// What commands about letters that came in, and documents, do to the local copy before the server answers.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import { checked, type Hand, typed, unknownHand } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import {
  type CheckDocument,
  type DecisionDocument,
  documentCollection,
  paperOf,
  type RegisterDocument,
  type Strike,
} from './document.ts'
import {
  type Dispose,
  type FinishDisposition,
  type Incoming,
  incomingCollection,
  type RegisterIncoming,
} from './incoming.ts'

type Applying<Input> = (view: View, envelope: Envelope<Input>) => Change[]

/** Without an agenda number: that is the server's to count. */
export const incomingRow = (input: RegisterIncoming, agenda: number | null): Incoming => ({
  ...input,
  ...{ year: Number(input.receivedOn.slice(0, 4)), agenda, dispositions: [], struck: null, version: 1 },
})

export function disposedRow(row: Incoming, input: Dispose, byName: string): Incoming {
  const { disposition: id, on, to, toName, note, due } = input
  const one = { id, on, byName, to, toName, note, due, done: null }
  return { ...row, dispositions: [...row.dispositions, one], version: row.version + 1 }
}

export const finishedRow = (row: Incoming, { disposition, on, note }: FinishDisposition): Incoming => ({
  ...row,
  dispositions: row.dispositions.map((each) =>
    each.id === disposition ? { ...each, done: { on, note } } : each,
  ),
  version: row.version + 1,
})

const typingOf = ({ typedBy, typedByName, typedAs, check }: DecisionDocument['typing']) => ({
  ...{ typedBy, typedByName, typedAs, check },
})

export function documentRow(input: RegisterDocument, hand: Hand): DecisionDocument {
  const { signatory: name, position, date: on, scan } = input
  const paper = typed({ name, position, standing: 'own', on, scan }, hand)
  return { ...input, typing: typingOf(paper), struck: null, version: 1 }
}

export const checkedDocument = (
  row: DecisionDocument,
  input: CheckDocument,
  hand: Hand,
  on: Day,
): DecisionDocument => ({
  ...row,
  typing: typingOf(checked(paperOf(row), input, hand, on)),
  version: row.version + 1,
})

export const struckRow = <T extends Incoming | DecisionDocument>(row: T, { on, reason }: Strike): T => ({
  ...row,
  struck: { on, reason },
  version: row.version + 1,
})

const set = (collection: string, value: { id: string }): Change[] => [{ collection, id: value.id, value }]

const onIncoming =
  <Input extends { incoming: string }>(change: (row: Incoming, input: Input) => Incoming): Applying<Input> =>
  (view, { input }) => {
    const row = view.get<Incoming>(incomingCollection, input.incoming)
    return row ? set(incomingCollection, change(row, input)) : []
  }

const struck: Applying<Strike> = (view, { input }) => {
  const collection = input.of === 'incoming' ? incomingCollection : documentCollection
  const row = view.get<Incoming | DecisionDocument>(collection, input.id)
  return row ? set(collection, struckRow(row, input)) : []
}

export const receivedApplies = {
  'letters.register-incoming': ((_view, { input }) =>
    set(incomingCollection, incomingRow(input, null))) satisfies Applying<RegisterIncoming>,
  'letters.dispose': onIncoming<Dispose>((row, input) => disposedRow(row, input, '')),
  'letters.finish-disposition': onIncoming<FinishDisposition>(finishedRow),
  'letters.register-document': ((_view, { input }) =>
    set(documentCollection, documentRow(input, unknownHand))) satisfies Applying<RegisterDocument>,
  'letters.check-document': ((view, { input, at }) => {
    const row = view.get<DecisionDocument>(documentCollection, input.document)
    const on = today(zoneOf(view.place), new Date(at))
    return row ? set(documentCollection, checkedDocument(row, input, unknownHand, on)) : []
  }) satisfies Applying<CheckDocument>,
  'letters.strike': struck,
}
