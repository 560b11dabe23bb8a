// What commands about letters do to the local copy before the server answers. A reserved block is the server's to
// give, so asking for one shows nothing yet.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import { behind, checked, type Hand, typed, unknownHand } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import { receivedApplies } from './apply-received.ts'
import {
  type Acknowledge,
  acknowledge,
  type Cancel,
  type ExplainGap,
  type Gap,
  gapCollection,
  type Issue,
  type Letter,
  letterCollection,
  type MarkSent,
} from './letter.ts'
import { type Letterhead, letterheadCollection, type SetLetterhead } from './letterhead.ts'
import { numberText, seriesOf, yearOf } from './number.ts'
import type {
  AcknowledgeLetterOnPaper,
  CheckLetterPaper,
  CheckSignedLetter,
  RecordReceipt,
  SignLetter,
} from './receipt.ts'
import { awaitsReceipt, isSent, mayGoTo, sendingsOf } from './sending.ts'

type Applying<Input> = (view: View, envelope: Envelope<Input>) => Change[]

const letterChange = (letter: Letter): Change[] => [
  { collection: letterCollection, id: letter.id, value: letter },
]

/** The row of a letter as both sides keep it; without a number it is a draft. */
export function letterRow(input: Issue, head: Letterhead, number: number | null): Letter {
  const { id, office, letterhead, enrolment, kind, classification, date, subject, addressee, body, about } =
    input
  return {
    id,
    office,
    letterhead,
    enrolment,
    kind,
    classification,
    series: seriesOf(head, input),
    year: yearOf(date),
    number,
    text: number === null ? null : numberText(head, { kind, classification, number, date }),
    date,
    subject,
    addressee,
    body,
    about,
    state: number === null ? 'draft' : 'issued',
    sendings: [],
    acknowledgement: null,
    signatures: null,
    cancellation: null,
    version: 1,
  }
}

export function headRow(input: SetLetterhead): Letterhead {
  const { basedOn, ...content } = input
  return { ...content, version: basedOn + 1 }
}

export function sentRow(letter: Letter, { on, how, to, note, signed }: MarkSent): Letter {
  const whom = to || (mayGoTo(letter)[0] ?? '')
  // What goes out again with the signatures it lacked takes the place of what went without them.
  const others = sendingsOf(letter).filter((each) => each.to !== whom)
  const sendings = [...others, { to: whom, on, how, note, signed, receipt: null }]
  const state = isSent({ ...letter, sendings }) ? 'sent' : letter.state
  return { ...letter, state, sendings, version: letter.version + 1 }
}

export const acknowledgedRow = (
  letter: Letter,
  { on, name, note }: Acknowledge,
  hand: Hand = unknownHand,
): Letter => ({
  ...letter,
  acknowledgement: { on, name, note, ...behind(hand, acknowledge.roles, []) },
  version: letter.version + 1,
})

export const paperRow = (letter: Letter, { paper }: AcknowledgeLetterOnPaper, hand: Hand): Letter => ({
  ...letter,
  acknowledgement: { on: paper.on, name: paper.name, note: '', paper: typed(paper, hand) },
  version: letter.version + 1,
})

export const signedRow = (letter: Letter, { sheet }: SignLetter, hand: Hand): Letter => ({
  ...letter,
  signatures: { paper: typed(sheet, hand) },
  version: letter.version + 1,
})

export const signaturesCheckedRow = (
  letter: Letter,
  input: CheckSignedLetter,
  hand: Hand,
  on: Day,
): Letter =>
  letter.signatures
    ? {
        ...letter,
        signatures: { paper: checked(letter.signatures.paper, input, hand, on) },
        version: letter.version + 1,
      }
    : letter

export function checkedRow(letter: Letter, input: CheckLetterPaper, hand: Hand, on: Day): Letter {
  const { acknowledgement } = letter
  if (!acknowledgement?.paper) return letter
  const paper = checked(acknowledgement.paper, input, hand, on)
  return { ...letter, acknowledgement: { ...acknowledgement, paper }, version: letter.version + 1 }
}

export function receivedRow(letter: Letter, { to, on, name, scan }: RecordReceipt): Letter {
  const meant = awaitsReceipt(letter, to)
  const receipt = { on, name, scan }
  const sendings = sendingsOf(letter).map((each) => (each === meant ? { ...each, receipt } : each))
  return { ...letter, sendings, version: letter.version + 1 }
}

export const cancelledRow = (letter: Letter, { on, reason }: Cancel): Letter => ({
  ...letter,
  state: 'cancelled',
  cancellation: { on, reason },
  version: letter.version + 1,
})

export function gapRow({ id, series, year, first, last, reason, on }: ExplainGap): Gap {
  return { id, series, year, first, last, reason, on }
}

const changing =
  <Input extends { letter: string }>(change: (letter: Letter, input: Input) => Letter): Applying<Input> =>
  (view, { input }) => {
    const letter = view.get<Letter>(letterCollection, input.letter)
    return letter ? letterChange(change(letter, input)) : []
  }

const checking =
  (change: typeof checkedRow): Applying<CheckLetterPaper> =>
  (view, envelope) =>
    changing<CheckLetterPaper>((letter, input) =>
      change(letter, input, unknownHand, today(zoneOf(view.place), new Date(envelope.at))),
    )(view, envelope)

const issued: Applying<Issue> = (view, { input }) => {
  const head = view.get<Letterhead>(letterheadCollection, input.letterhead)
  return head ? letterChange(letterRow(input, head, input.numbered?.number ?? null)) : []
}

const applied = {
  'letters.set-letterhead': ((_view, { input }) => [
    { collection: letterheadCollection, id: input.id, value: headRow(input) },
  ]) satisfies Applying<SetLetterhead>,
  'letters.reserve': (): Change[] => [],
  'letters.issue': issued,
  'letters.mark-sent': changing<MarkSent>(sentRow),
  'letters.acknowledge': changing<Acknowledge>(acknowledgedRow),
  'letters.acknowledge-on-paper': changing<AcknowledgeLetterOnPaper>((letter, input) =>
    paperRow(letter, input, unknownHand),
  ),
  'letters.check-paper': checking(checkedRow),
  'letters.sign': changing<SignLetter>((letter, input) => signedRow(letter, input, unknownHand)),
  'letters.check-signatures': checking(signaturesCheckedRow),
  'letters.record-receipt': changing<RecordReceipt>(receivedRow),
  ...receivedApplies,
  'letters.cancel': changing<Cancel>(cancelledRow),
  'letters.explain-gap': ((_view, { input }) => [
    { collection: gapCollection, id: input.id, value: gapRow(input) },
  ]) satisfies Applying<ExplainGap>,
}

export const lettersApplies: Readonly<
  Record<string, (view: View, envelope: Envelope<never>) => readonly Change[]>
> = applied
